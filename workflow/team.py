"""Who works on a company: roles, departments, members, invitations, colleagues, groups. Values only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow.channels import Address
from workflow.given import require_aware
from workflow.habits import USUAL, Habit
from workflow.ids import PersonId


class Role(StrEnum):
    """What a person is for one company; what each may do stands in `permissions`."""

    BOSS = "boss"
    LEGAL_REP = "legal_rep"
    MANAGER = "manager"
    CONTRIBUTOR = "contributor"
    VIEWER = "viewer"
    CLERK = "clerk"


class Department(StrEnum):
    """Who is asked for an item (docs/domain.md section 4.1)."""

    IT = "IT"
    HR = "HR"
    OPS = "OPS"
    FIN = "FIN"
    LEG = "LEG"
    AUD = "AUD"


@dataclass(frozen=True, slots=True)
class Member:
    """A person's place in one company; `departments` say which items are a contributor's."""

    person: PersonId
    name: str
    roles: tuple[Role, ...]
    departments: tuple[Department, ...] = ()


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time link into the company. Its secret is known to nobody but the link itself."""

    number: int
    """Counts 1, 2, 3 in the company: how buttons and the trail name it."""
    digest: str
    """SHA-256 of the secret, in hex."""
    role: Role
    departments: tuple[Department, ...]
    by: PersonId
    at: datetime
    expires: datetime
    used_by: PersonId | None = None
    revoked: bool = False

    def __post_init__(self) -> None:
        """Refuse instants without a zone."""
        require_aware(self.at)
        require_aware(self.expires)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the company who is not on Telegram: asked in WeChat, handed in for."""

    number: int
    """That of the event that added them: never given to another."""
    name: str
    departments: tuple[Department, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A team group that shows the company's board."""

    chat: int
    """The messenger's id of the group; changes when it becomes a supergroup."""
    title: str
    has_outsiders: bool
    """「群里有外部人员」: then the board names no people and no items."""
    topic: int = 0
    """The forum topic the board stands in; 0 for none."""
    locale: str = ""
    """The language of the group: that of the one who bound it; empty for the house's own."""
    habit: Habit = USUAL
    """When the group's morning comes."""


@dataclass(frozen=True, slots=True)
class Robot:
    """A group robot or a mailbox of the company's: hears what a team group hears."""

    number: int
    """That of the event that added it: never given to another."""
    name: str
    address: Address
    habit: Habit = USUAL

"""What the edge does for somebody beside talking: a message of theirs is taken away, a text tried out."""

from dataclasses import dataclass, field
from enum import StrEnum

from workflow.channels import Address
from workflow.ids import PersonId
from workflow.ports import ChatId


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Delete somebody's message, then say `gone`; or `stays`, where it cannot be deleted."""

    chat: ChatId
    message_id: int
    gone: str
    """Telegram's HTML, like `stays`."""
    stays: str
    topic: int = 0


@dataclass(frozen=True, slots=True)
class TryOut:
    """Post a text to an address once; `Desk.tried` says in the chat what came of it."""

    chat: ChatId
    person: PersonId
    address: Address = field(repr=False)
    subject: str
    text: str
    company: str = ""
    """Whose robot it is; empty for one's own address."""
    number: int = 0
    """The robot's."""


Errand = TakeAway | TryOut


class Came(StrEnum):
    """What came of trying an address out."""

    TAKEN = "taken"
    REFUSED = "refused"
    BUSY = "busy"
    """It wants to hear nothing for a while."""
    UNREACHED = "unreached"
    """Nothing left us: the server is not there, or does not let us in."""
    UNKNOWN = "unknown"
    NO_WAY = "no_way"
    """Nothing goes out by this channel as the program is set up."""
    TOO_OFTEN = "too_often"
    """The person tried so often that they have to wait."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it, with the code of the answer (0 for none) and the answer itself."""

    came: Came
    code: int = 0
    said: str = ""

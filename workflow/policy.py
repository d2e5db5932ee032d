"""When a season reminds whom, and where: its ladders, who hears of what, who hears next. Data only.

A pack names one (`packs/<id>@<version>.toml` of kind `reminders`); a company may depart from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from workflow.reminders import RungKind


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs of one kind of date."""

    before: tuple[int, ...]
    """So many days before the date, the day itself is 0; the largest first."""
    every: int
    """Once it is past: on each so-many-th day until it is done.

    On the inner clock those are working days, counted from the first one of the year, so that all
    that is overdue in the house is told on the same days.
    """
    until: int
    """So many days after the date nothing more is said of it."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """From how many days before a date on who hears of it, beside those whose rung it is."""

    everybody: int
    """Of the statutory date: all who have something open that filing needs."""
    boss: int
    """Of the statutory date: the boss and the legal representative."""
    boss_every: int
    """Once it is past they hear of it on the day after it, and then on each so-many-th day."""
    group: int
    """Of the statutory date: groups and robots."""
    group_internal: int
    """Of an inner date: groups and robots."""
    signer: int
    """Of an inner date: who has nothing to do for it but to sign."""


class Who(StrEnum):
    """Whose a rung is. The days of `Hearing` hold for it on the two clocks."""

    OWNER = "owner"
    """Those whose open items stand in the step; where it has none to owe, who runs the work."""
    KEEPERS = "keepers"
    """Those who run the work."""
    LAWFUL = "lawful"
    """Those who owe something that the law asks for: of the filing all, of another step its own."""
    SIGNERS = "signers"
    """The boss and the legal representative."""
    BOSS = "boss"
    """Who is told of legal risk: the boss, else the legal representative, if he does not run the work.

    Nobody where the company does not tell him.
    """
    COUNTING = "counting"
    """The departments whose figures are counted on 31 December."""
    AGENCY = "agency"
    """The agency's clerks."""


class Where(StrEnum):
    """By which way."""

    PRIVATE = "private"
    """To each person alone, by whatever reaches them."""
    GROUP = "group"
    ROBOT = "robot"


@dataclass(frozen=True, slots=True)
class Heard:
    """Who hears a kind of rung, and where. Groups and robots hear with `who`, not instead of them."""

    who: tuple[Who, ...]
    where: frozenset[Where]


class Shared(StrEnum):
    """What groups and robots of a company are to hear."""

    ALL = "all"
    """What the policy of its packs says."""
    LAW = "law"
    """Of that the law's dates alone."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DayOfYearTold:
    """A fixed day (month, day) in the reporting year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who hears next when nothing moves: assignee, manager, boss, group, agency."""

    not_started: int
    """So many days before an inner date the boss hears of a step that nobody has begun."""
    not_done: int
    """So many working days after an inner date the boss hears of a step that is not done."""
    unanswered: int
    """After so many messages that its people left unanswered the manager hears of a step."""
    group: int
    """So many working days after an inner date the group hears of it."""
    agency: int
    """So many working days after an inner date the agency's clerks hear of it."""
    boss_cap: int
    """More often than this no step of a season is taken to the boss."""


@dataclass(frozen=True, slots=True)
class Policy:
    """When whom; what is told and in which words is decided when it is sent."""

    internal: Ladder
    statutory: Ladder
    last_note: time
    """A note of its own on the statutory day."""
    count_days: tuple[DayOfYearTold, ...]
    """On these days 31 December is announced: stock fields are counted on it."""
    hearing: Hearing
    hears: Mapping[RungKind, Heard]
    """Of every kind."""
    monthly_day: int
    """The day of each month on which the regulatory dashboard is due; told on the next working day."""
    escalation: Escalation


@dataclass(frozen=True, slots=True)
class OwnPolicy:
    """How a company departs from the policy of its packs; None keeps the pack's."""

    internal: tuple[int, ...] | None = None
    statutory: tuple[int, ...] | None = None
    tells_boss: bool = True
    monthly: bool = False
    """Whether the monthly duty is told: only who has it wants to hear of it."""
    shared: Shared = Shared.ALL


THE_PACKS = OwnPolicy()
"""No departure."""

"""What is looked up across companies: whose open work is where, and how far each company is."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from workflow.given import require_aware
from workflow.ids import CompanyId, ItemKey, PersonId, SeasonId
from workflow.model import Company

NO_DAY = date.max.toordinal() + 1
"""In place of a day's ordinal where there is none: later than all days."""


# --- what is kept of each company, drawn from it whenever it changes ----------------------


@dataclass(frozen=True, slots=True, order=True)
class OpenRow:
    """An open item of one person; whose item is several people's has a row for each."""

    due: int
    """Ordinal of the day it is due; NO_DAY without one."""
    season: SeasonId
    item: ItemKey
    person: PersonId


@dataclass(frozen=True, slots=True)
class CompanyStanding:
    """How far a company is with all its seasons, whatever the day."""

    missing: int
    """How many items and findings filing still waits for, in the seasons that are not reported yet."""
    unreported: int
    """How many seasons are not reported yet."""
    open: int
    """How many items are open, also those that are nobody's."""
    next_due: int
    """Ordinal of the earliest date of a step not done; NO_DAY without one."""
    active_at: datetime
    """When something last happened in it."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.active_at)


@dataclass(frozen=True, slots=True)
class Projection:
    """A company's part of what is looked up across companies."""

    work: frozenset[OpenRow] = frozenset()
    standing: CompanyStanding | None = None
    """None for a company that has no season going on."""

    @property
    def loads(self) -> Mapping[PersonId, int]:
        """How many open items each person has."""
        return Counter(row.person for row in self.work)


@dataclass(frozen=True, slots=True)
class Projector:
    """How a company is projected: the same company and the same `digest`, the same projection."""

    project: Callable[[Company], Projection]
    """Never fails for a company that was ever stored."""
    digest: str
    """Of the packs, the calendar and the rules that `project` goes by."""


# --- what is asked ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MineRow:
    """One open item of the person who asks; `due` is None without a date."""

    company: CompanyId
    season: SeasonId
    item: ItemKey
    due: date | None


@dataclass(frozen=True, slots=True)
class MinePage:
    """Some of a person's open items, soonest first, those without a date last."""

    rows: tuple[MineRow, ...]
    total: int
    """How many there are on all pages."""


@dataclass(frozen=True, slots=True)
class Glance:
    """Who looks at their companies, and when: `silent_since` is a week before, say."""

    person: PersonId
    today: date
    silent_since: datetime

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.silent_since)


class Sign(StrEnum):
    """What a clerk sorts companies by; a company may show several signs."""

    READY = "ready"
    """可以报: all that is not reported yet needs nothing more for it."""
    ONE_MISSING = "one_missing"
    OVERDUE = "overdue"
    SILENT = "silent"
    """It has open work, and nothing happened in it since `Glance.silent_since`."""
    UNREACHABLE = "unreachable"
    """It has open work, but nobody beside the asker whose it is can be written to."""


@dataclass(frozen=True, slots=True)
class SignCounts:
    """How many companies of a person have a season going on, and how many show each sign."""

    companies: int
    showing: Mapping[Sign, int] = field(default_factory=dict)


def shows(standing: CompanyStanding, sign: Sign, glance: Glance, *, is_reachable: bool) -> bool:
    """Whether a company of that standing shows the sign."""
    match sign:
        case Sign.READY:
            return standing.unreported > 0 and standing.missing == 0
        case Sign.ONE_MISSING:
            return standing.missing == 1
        case Sign.OVERDUE:
            return standing.next_due < glance.today.toordinal()
        case Sign.SILENT:
            return standing.open > 0 and standing.active_at < glance.silent_since
        case Sign.UNREACHABLE:
            return standing.open > 0 and not is_reachable


def mine_row(due: int, company: CompanyId, season: SeasonId, item: ItemKey) -> MineRow:
    """The row as it is told; `due` as in OpenRow."""
    return MineRow(company, season, item, None if due == NO_DAY else date.fromordinal(due))

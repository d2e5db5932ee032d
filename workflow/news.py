"""What changed last, and when: nobody who is new to something gets its past.

Read from the newest events. One that is not among them any more was looked at long ago.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from workflow.events import Event, EventKind
from workflow.ids import PersonId
from workflow.model import Company, FilingFact, Season

EVER = datetime.min.replace(tzinfo=UTC)

_OPENS_ALL = frozenset({
    *(EventKind.SEASON_OPENED, EventKind.SEASON_RESTORED, EventKind.SEASON_CORRECTED),
    *(EventKind.COMPANY_RESTORED, EventKind.COPY_ADOPTED, EventKind.POLICY_SET),
    EventKind.FILING_WITHDRAWN,
})  # fmt: skip
_REOPENS = frozenset({FilingFact.REOPENED, FilingFact.ORDERED, FilingFact.RETURNED})
_OPENS_STEP = frozenset({
    *(EventKind.DUE_MOVED, EventKind.DUE_RESTORED),
    *(EventKind.MATTER_TERM_SET, EventKind.MATTER_TERM_RESTORED),
    *(EventKind.STEP_ADDED, EventKind.STEP_RESTORED, EventKind.MATTER_RECORDED),
})  # fmt: skip
_BRINGS_IN = frozenset({EventKind.MEMBER_JOINED, EventKind.MEMBER_CHANGED, EventKind.GROUP_BOUND})
_CHANGES_NOTHING = frozenset(
    {EventKind.NUDGED, EventKind.DOWNLOADED, EventKind.PAPER_TAKEN, EventKind.EXPLAINED}
)


@dataclass(frozen=True, slots=True)
class News:
    """When something last happened to a season, by what it happened to; EVER: long ago."""

    season: datetime
    """To all of it: opened, taken up again, opened after the report, its rules changed."""
    opened: Mapping[str, datetime]
    """Steps that were added or whose date moved; people and groups that came in."""
    touched: Mapping[str, datetime]
    """Steps and items at which anything was done."""
    by: Mapping[PersonId, datetime]
    """People, when they last did anything in it."""


def news(company: Company, season: Season, zone: ZoneInfo) -> News:
    """Of one season, what happened to the company as a whole counted in."""
    events = [each for each in company.recent if each.season in (None, season.id)]
    begun = datetime.combine(season.opened_on, time(), zone)
    does = [each for each in events if each.kind not in _CHANGES_NOTHING]
    brings = _OPENS_STEP | _BRINGS_IN
    return News(
        season=max([begun, *(each.at for each in events if _opens_all(each))]),
        opened=_newest(each for each in events if each.kind in brings),
        touched=_newest(does),
        by={each.by: each.at for each in does},
    )


def _opens_all(event: Event) -> bool:
    is_turn = event.kind is EventKind.FILING_RECORDED and event.subject in _REOPENS
    return is_turn or event.kind in _OPENS_ALL


def _newest(events: Iterable[Event]) -> Mapping[str, datetime]:
    """The newest moment by subject; the events come in their order."""
    return {each.subject: each.at for each in events}

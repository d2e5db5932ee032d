"""The record (记录) of a company as people look through it: which of its events are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workflow.events import Event, EventKind
from workflow.ids import PersonId, SeasonId

OPERATOR = PersonId("operator")
"""Whoever runs the program: does things at the machine, not in a chat."""
ERASED_NAME = "***"
"""Stands where a name stood that was erased."""
ERASED_PERSON = "erased-"
"""What the id begins with that stands for an erased person."""


class Sort(StrEnum):
    """Events that are looked at together."""

    GIVEN = "given"
    """Handed in, taken back, accepted, given back, downloaded."""
    FILING = "filing"
    PEOPLE = "people"
    SETTINGS = "settings"


def kinds_of(sort: Sort) -> frozenset[EventKind]:
    """The kinds of one sort; each kind has one."""
    return frozenset(kind for kind in EventKind if sort_of(kind) is sort)


def sort_of(kind: EventKind) -> Sort:
    """With which other events one of this kind is looked at."""
    return _SORTS.get(kind, Sort.SETTINGS)


_SORTS: Mapping[EventKind, Sort] = {
    **dict.fromkeys(
        (
            EventKind.KNOWN_FILLED,
            EventKind.HANDED_IN,
            EventKind.WITHDRAWN,
            EventKind.ACCEPTED,
            EventKind.GIVEN_BACK,
            EventKind.EXPLAINED,
            EventKind.REUSED,
            EventKind.EARLIER_GIVEN,
            EventKind.EARLIER_WITHDRAWN,
            EventKind.DOWNLOADED,
            EventKind.PAPER_TAKEN,
            EventKind.FILE_ERASED,
            EventKind.FINDING_RAISED,
            EventKind.FINDING_FIXED,
            EventKind.FINDING_EXPLAINED,
            EventKind.FINDING_ACCEPTED,
            EventKind.FINDING_RETRACTED,
            EventKind.SIGN_ASKED,
            EventKind.SIGNED,
            EventKind.SIGN_WITHDRAWN,
            EventKind.SIGN_GIVEN_BACK,
            EventKind.SIGN_ON_PAPER,
            EventKind.SIGN_QUESTIONED,
            EventKind.SIGN_ANSWERED,
            EventKind.SIGN_ASIDE,
            EventKind.SIGN_STANDS,
        ),
        Sort.GIVEN,
    ),
    **dict.fromkeys(
        (
            EventKind.FILING_RECORDED,
            EventKind.FILING_WITHDRAWN,
            EventKind.MATTER_RECORDED,
            EventKind.MATTER_WITHDRAWN,
            EventKind.MATTER_TURNED,
            EventKind.MATTER_RESTORED,
            EventKind.MATTER_LINKED,
            EventKind.MATTER_TERM_SET,
            EventKind.MATTER_TERM_RESTORED,
            EventKind.TYPED_OVER,
            EventKind.NOT_TYPED_OVER,
            EventKind.SYSTEM_REFUSED,
            EventKind.FORM_SAVED,
            EventKind.READ_BACK,
            EventKind.SAVED_OTHERWISE,
            EventKind.PLEDGE_KEPT,
            EventKind.PUBLICITY_CHOSEN,
            EventKind.SYSTEM_WITHDRAWN,
            EventKind.FORM_NOT_SAVED,
            EventKind.READING_WITHDRAWN,
            EventKind.PLEDGE_RESTORED,
            EventKind.PUBLICITY_RESTORED,
            EventKind.MATTER_LINK_RESTORED,
        ),
        Sort.FILING,
    ),
    **dict.fromkeys(
        (
            EventKind.INVITED,
            EventKind.INVITATION_REVOKED,
            EventKind.MEMBER_JOINED,
            EventKind.MEMBER_CHANGED,
            EventKind.MEMBER_REMOVED,
            EventKind.MEMBER_LEFT,
            EventKind.HANDED_OVER,
            EventKind.ASSIGNED,
            EventKind.TAKEN,
            EventKind.UNASSIGNED,
            EventKind.COLLEAGUE_ADDED,
            EventKind.COLLEAGUE_REMOVED,
            EventKind.NUDGED,
            EventKind.ERASED,
        ),
        Sort.PEOPLE,
    ),
}
"""All others are settings."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which events are asked for; what is empty asks for all."""

    kinds: frozenset[EventKind] = frozenset()
    person: PersonId | None = None
    """Who did it."""
    seasons: frozenset[SeasonId] = frozenset()
    subject: str = ""

    def holds(self, event: Event) -> bool:
        """Whether the event is one of them."""
        return (
            (not self.kinds or event.kind in self.kinds)
            and self.person in (None, event.by)
            and (not self.seasons or event.season in self.seasons)
            and self.subject in ("", event.subject)
        )


EVERYTHING = Sought()

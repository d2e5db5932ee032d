"""Ports of what is sent to those who did not ask: notices to people, boards in groups."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from workflow.events import Notice
from workflow.ids import CompanyId, PersonId
from workflow.ports import ChatId

UNKNOWN_TWICE = "unknown twice"
"""Why a notice rests that may be out once or twice and was never confirmed."""


@dataclass(frozen=True, slots=True)
class OwedNotice:
    """A notice on disk that is not surely out; `repeated` if an earlier send may have arrived."""

    notice: Notice
    attempts: int
    """How often it was claimed before."""
    repeated: bool
    held: bool = False
    """It waited for the end of somebody's quiet hours: what waited with it may go with it."""


@dataclass(frozen=True, slots=True)
class RestingNotice:
    """A notice nobody will send any more, for a person to look at."""

    notice: Notice
    why: str


class Outbox(Protocol):
    """Notices, on disk with the change that owes them, until their fate is known.

    A claim that was never answered (a crash in between) reads as unknown at the next start: it is
    sent once more, marked as a repeat, and after that a person decides. Only what is claimed can
    be answered for; every change raises NotSaved if the disk refuses it.
    """

    def due(self, now: datetime, limit: int) -> tuple[OwedNotice, ...]:
        """Those to be sent now, in the order they came to be owed; none before its time."""
        ...

    def due_to(self, person: PersonId, now: datetime, limit: int) -> tuple[OwedNotice, ...]:
        """Those to be sent to one person now, in the same order."""
        ...

    def next_moment(self, now: datetime) -> datetime | None:
        """When the first of those that wait after `now` is due; None if nothing waits."""
        ...

    def hold(self, keys: Iterable[str], until: datetime) -> None:
        """Their reader is not to be disturbed before that moment; what is claimed goes out."""
        ...

    def release(self, person: PersonId, now: datetime) -> int:
        """The person is here: what was held for them and never tried is due now; how many."""
        ...

    def claim(self, key: str, now: datetime, *with_it: str) -> bool:
        """Say on disk that this one is about to be sent; False if somebody else has it.

        Those `with_it` go in the same message: claimed with it, all or none, they share its fate.
        """
        ...

    def sent(self, key: str, message: int, at: datetime) -> None:
        """It is out, as that message."""
        ...

    def not_sent(self, key: str, again_at: datetime) -> None:
        """It is provably not out this time; try again then. What was a repeat stays one."""
        ...

    def unknown(self, key: str, again_at: datetime) -> None:
        """It may be out; repeat it then, marked, and the second time let it rest."""
        ...

    def dead(self, key: str, why: str, at: datetime) -> None:
        """It cannot be sent: blocked, never started, nothing to say any more. Claimed or not."""
        ...

    def resting(self, limit: int) -> tuple[RestingNotice, ...]:
        """Those that rest, the latest first."""
        ...

    def purge(self, before: datetime) -> int:
        """Forget those that were sent, or came to rest, before that moment; how many."""
        ...


# --- the boards of groups -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Board:
    """The board of a company in a group; `message` is 0 before it was posted."""

    company: CompanyId
    chat: ChatId
    message: int
    shown: str
    """Digest of what stands there, so that nothing is edited into itself."""
    edited: datetime | None
    change: int = 0
    """The change that made it stale: handed back with `shown`, one that came since is not lost."""
    page: int = 0
    """Which page its members have turned it to, from 0."""
    to_pin: bool = False
    """It was just posted, or we have only now been allowed to pin: that is still to be tried."""


class Boards(Protocol):
    """Which boards are to be brought up to date, drawn from the commits of their companies."""

    def stale(self, limit: int) -> tuple[Board, ...]:
        """Boards whose company changed since they were shown, longest waiting first."""
        ...

    def of(self, chat: ChatId) -> Board | None:
        """The board of a group; a company that takes the group off its list has none there."""
        ...

    def shown(self, board: Board) -> None:
        """It stands there like this now; not stale, unless something changed after `change`.

        The page stays as the group has turned it; so does a pin that was asked for since.
        """
        ...

    def all_stale(self) -> None:
        """A new day: every board says something else."""
        ...

"""Outbox and boards in memory: they read as the specification of `workflow.posting`."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from workflow.events import Notice
from workflow.ids import PersonId
from workflow.model import Company
from workflow.ports import ChatId
from workflow.posting import UNKNOWN_TWICE, Board, OwedNotice, RestingNotice


class Fate(StrEnum):
    """Where a notice stands."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Kept:
    """A notice with what became of it."""

    notice: Notice
    fate: Fate = Fate.PENDING
    attempts: int = 0
    doubts: int = 0
    """How often nobody knows whether it arrived."""
    again_at: datetime | None = None
    settled_at: datetime | None = None
    why: str = ""
    held: bool = False
    carrier: str = ""
    """The key of the one it goes with in one message."""

    def is_due(self, now: datetime) -> bool:
        """Whether it may be sent now."""
        return self.fate is Fate.PENDING and (self.again_at is None or self.again_at <= now)


@dataclass(slots=True)
class MemoryOutbox:
    """The outbox; `kept` is in the order the notices came to be owed."""

    kept: dict[str, Kept] = field(default_factory=dict)

    def owe(self, notices: Iterable[Notice]) -> None:
        """Keep the notices, each key once."""
        for notice in notices:
            self.kept.setdefault(notice.key, Kept(notice, again_at=notice.not_before))

    def due(self, now: datetime, limit: int) -> tuple[OwedNotice, ...]:
        """Those to be sent now, in the order they came to be owed."""
        due = [_owed(one) for one in self.kept.values() if one.is_due(now)]
        return tuple(due[:limit])

    def due_to(self, person: PersonId, now: datetime, limit: int) -> tuple[OwedNotice, ...]:
        """Those to be sent to one person now, in the same order."""
        due = self.due(now, len(self.kept))
        return tuple(one for one in due if one.notice.to == person)[:limit]

    def next_moment(self, now: datetime) -> datetime | None:
        """When the first of those that wait after `now` is due; None if nothing waits."""
        waiting = (one.again_at for one in self.kept.values() if one.fate is Fate.PENDING)
        return min((at for at in waiting if at is not None and at > now), default=None)

    def hold(self, keys: Iterable[str], until: datetime) -> None:
        """Their reader is not to be disturbed before that moment; what is claimed goes out."""
        for key in keys:
            one = self.kept.get(key)
            if one is not None and one.fate is Fate.PENDING:
                self.kept[key] = replace(one, held=True, again_at=until)

    def release(self, person: PersonId, now: datetime) -> int:
        """The person is here: what was held for them and never tried is due now; how many."""
        held = [
            key
            for key, one in self.kept.items()
            if one.notice.to == person and one.held and not one.attempts
            if one.fate is Fate.PENDING and not one.is_due(now)
        ]
        for key in held:
            self.kept[key] = replace(self.kept[key], again_at=now)
        return len(held)

    def claim(self, key: str, now: datetime, *with_it: str) -> bool:
        """Say that this one is about to be sent, with others or alone; all of them, or False."""
        keys = (key, *with_it)
        if not all(each in self.kept and self.kept[each].is_due(now) for each in keys):
            return False
        for each in keys:
            one = self.kept[each]
            self.kept[each] = replace(
                one, fate=Fate.CLAIMED, attempts=one.attempts + 1, again_at=now, carrier=key
            )
        return True

    def sent(self, key: str, message: int, at: datetime) -> None:  # noqa: ARG002  (the port's)
        """It is out, as that message."""
        for each in self._claimed_as(key):
            self._settle(each, Fate.SENT, at, "")

    def not_sent(self, key: str, again_at: datetime) -> None:
        """It is provably not out this time; try again then. What was a repeat stays one."""
        for each in self._claimed_as(key):
            self.kept[each] = replace(self.kept[each], fate=Fate.PENDING, again_at=again_at)

    def unknown(self, key: str, again_at: datetime) -> None:
        """It may be out; repeat it then, marked, and the second time let it rest."""
        for each in self._claimed_as(key):
            one = self.kept[each]
            if one.doubts:
                self._settle(each, Fate.DEAD, again_at, UNKNOWN_TWICE)
            else:
                self.kept[each] = replace(one, fate=Fate.PENDING, doubts=1, again_at=again_at)

    def dead(self, key: str, why: str, at: datetime) -> None:
        """It cannot be sent: blocked, never started, nothing to say any more. Claimed or not."""
        one = self.kept.get(key)
        waiting = [key] if one is not None and one.fate is Fate.PENDING else []
        for each in (*waiting, *self._claimed_as(key)):
            self._settle(each, Fate.DEAD, at, why)

    def resting(self, limit: int) -> tuple[RestingNotice, ...]:
        """Those that rest, the latest first."""
        dead = [one for one in self.kept.values() if one.fate is Fate.DEAD]
        return tuple(RestingNotice(one.notice, one.why) for one in dead[::-1][:limit])

    def purge(self, before: datetime) -> int:
        """Forget those that were sent, or came to rest, before that moment; how many."""
        settled = {key: one.settled_at for key, one in self.kept.items() if one.settled_at}
        old = [key for key, at in settled.items() if at < before]
        for key in old:
            del self.kept[key]
        return len(old)

    def restart(self) -> None:
        """As a start finds it: what was claimed and never answered may be out."""
        for key, one in tuple(self.kept.items()):
            if one.fate is Fate.CLAIMED and one.again_at is not None:
                self.unknown(key, one.again_at)

    def _claimed_as(self, key: str) -> list[str]:
        """What goes out in the message of that notice."""
        claimed = (item for item in self.kept.items() if item[1].fate is Fate.CLAIMED)
        return [each for each, one in claimed if key in (each, one.carrier)]

    def _settle(self, key: str, fate: Fate, at: datetime, why: str) -> None:
        self.kept[key] = replace(self.kept[key], fate=fate, settled_at=at, why=why)


def _owed(one: Kept) -> OwedNotice:
    return OwedNotice(one.notice, one.attempts, repeated=one.doubts > 0, held=one.held)


@dataclass(slots=True)
class MemoryBoards:
    """The boards; `waiting` names the stale ones, longest waiting first."""

    boards: dict[ChatId, Board] = field(default_factory=dict)
    waiting: list[ChatId] = field(default_factory=list)

    def project(self, company: Company) -> None:
        """Make the company's boards those of its groups, all of them stale."""
        present = {ChatId(group.chat) for group in company.groups}
        for chat in [chat for chat, board in self.boards.items() if board.company == company.id]:
            if chat not in present:
                self._forget(chat)
        for chat in sorted(present):
            board = self.boards.setdefault(chat, Board(company.id, chat, 0, "", None, 1))
            if board.company == company.id:
                self._outdate(chat)

    def stale(self, limit: int) -> tuple[Board, ...]:
        """Boards whose company changed since they were shown, longest waiting first."""
        return tuple(self.boards[chat] for chat in self.waiting[:limit])

    def of(self, chat: ChatId) -> Board | None:
        """The board of a group; a company that takes the group off its list has none there."""
        return self.boards.get(chat)

    def shown(self, board: Board) -> None:
        """It stands there like this now; not stale, unless something changed after `change`."""
        kept = self.boards.get(board.chat)
        if kept is None or kept.company != board.company:
            return
        to_pin = board.to_pin if board.change == kept.change else kept.to_pin
        self.boards[board.chat] = replace(board, change=kept.change, page=kept.page, to_pin=to_pin)
        if board.chat in self.waiting:
            self.waiting.remove(board.chat)
        if board.change != kept.change:
            self.waiting.append(board.chat)

    def all_stale(self) -> None:
        """A new day: every board says something else."""
        for chat in sorted(self.boards):
            self._outdate(chat)

    def turn(self, chat: ChatId, page: int) -> None:
        """The group's board shows that page from now on."""
        if chat in self.boards:
            self.boards[chat] = replace(self.boards[chat], page=page)
            self._outdate(chat)

    def pin(self, chat: ChatId) -> None:
        """We may pin in the group from now on."""
        if chat in self.boards:
            self.boards[chat] = replace(self.boards[chat], to_pin=True)
            self._outdate(chat)

    def _outdate(self, chat: ChatId) -> None:
        board = self.boards[chat]
        self.boards[chat] = replace(board, change=board.change + 1)
        if chat not in self.waiting:
            self.waiting.append(chat)

    def _forget(self, chat: ChatId) -> None:
        del self.boards[chat]
        if chat in self.waiting:
            self.waiting.remove(chat)

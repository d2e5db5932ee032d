"""Outbox and boards in memory: they read as the specification of `workflow.posting`."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from workflow.events import Notice
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
        due = [
            OwedNotice(one.notice, one.attempts, repeated=one.doubts > 0)
            for one in self.kept.values()
            if one.is_due(now)
        ]
        return tuple(due[:limit])

    def claim(self, key: str, now: datetime) -> bool:
        """Say that this one is about to be sent; False if somebody else has it."""
        one = self.kept.get(key)
        if one is None or not one.is_due(now):
            return False
        self.kept[key] = replace(one, fate=Fate.CLAIMED, attempts=one.attempts + 1, again_at=now)
        return True

    def sent(self, key: str, message: int, at: datetime) -> None:  # noqa: ARG002  (the port's)
        """It is out, as that message."""
        self._settle(key, Fate.SENT, at, "", Fate.CLAIMED)

    def not_sent(self, key: str, again_at: datetime) -> None:
        """It is provably not out this time; try again then. What was a repeat stays one."""
        one = self.kept.get(key)
        if one is not None and one.fate is Fate.CLAIMED:
            self.kept[key] = replace(one, fate=Fate.PENDING, again_at=again_at)

    def unknown(self, key: str, again_at: datetime) -> None:
        """It may be out; repeat it then, marked, and the second time let it rest."""
        one = self.kept.get(key)
        if one is None or one.fate is not Fate.CLAIMED:
            return
        if one.doubts:
            self._settle(key, Fate.DEAD, again_at, UNKNOWN_TWICE, Fate.CLAIMED)
        else:
            self.kept[key] = replace(one, fate=Fate.PENDING, doubts=1, again_at=again_at)

    def dead(self, key: str, why: str, at: datetime) -> None:
        """It cannot be sent: blocked, never started, nothing to say any more. Claimed or not."""
        self._settle(key, Fate.DEAD, at, why, Fate.PENDING, Fate.CLAIMED)

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

    def _settle(self, key: str, fate: Fate, at: datetime, why: str, *from_: Fate) -> None:
        one = self.kept.get(key)
        if one is not None and one.fate in from_:
            self.kept[key] = replace(one, fate=fate, settled_at=at, why=why)


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

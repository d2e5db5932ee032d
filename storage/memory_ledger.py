"""The ledger in memory: it reads as the specification of `workflow.ledger`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from storage.doubts import morning_after, said_again_at
from workflow.ids import CompanyId
from workflow.ledger import ALL_LINES, Picked
from workflow.posting import UNKNOWN_TWICE
from workflow.reminders import (
    End,
    Ending,
    Owed,
    Pending,
    Recipient,
    RungKey,
    Sending,
    SendRef,
    Told,
)

SHANGHAI = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Kept:
    """A rung that is owed, with what became of it: it waits, is on its way, or has ended."""

    owed: Owed
    next_at: datetime
    attempts: int = 0
    doubted: SendRef | None = None
    sending: Sending | None = None
    """The latest that tried to say it."""
    is_claimed: bool = False
    end: End | None = None
    settled_at: datetime | None = None

    @property
    def is_pending(self) -> bool:
        """Whether it is still to be told, now or later."""
        return self.end is None and not self.is_claimed

    @property
    def is_untold(self) -> bool:
        """Whether nobody has tried to say it yet."""
        return self.is_pending and not self.attempts and self.doubted is None

    @property
    def pending(self) -> Pending:
        """As the ledger hands it out."""
        return Pending(self.owed, self.attempts, self.doubted)

    @property
    def told(self) -> Told:
        """As a line of the record."""
        channel = self.sending.channel if self.sending else ""
        is_repeat = self.sending is not None and self.sending.is_repeat
        return Told(self.owed, self.end, channel, self.settled_at, is_repeat=is_repeat)

    def ended(self, end: End, now: datetime) -> "Kept":
        """The same, over."""
        return replace(self, end=end, settled_at=now, is_claimed=False)

    def again(self, at: datetime) -> "Kept":
        """The same, waiting for that moment."""
        return replace(self, next_at=at, is_claimed=False, end=None, settled_at=None)


@dataclass(slots=True)
class MemoryLedger:
    """The ledger and its record; `kept` is in the order the rungs came to be owed."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo(SHANGHAI))
    kept: dict[RungKey, Kept] = field(default_factory=dict)
    sends: dict[SendRef, Sending] = field(default_factory=dict)
    on_the_way: dict[SendRef, datetime] = field(default_factory=dict)
    """Which of them are claimed and not answered for, and since when."""

    def owe(self, owed: Iterable[Owed]) -> None:
        """Keep these until their moments, each key once; what is put off once more waits anew."""
        for one in owed:
            before = self.kept.get(one.key)
            if before is None or (one.rung.later and before.is_untold):
                self.kept[one.key] = Kept(one, one.at)

    # --- what goes out ------------------------------------------------------------------

    def due(self, now: datetime, limit: int) -> tuple[Recipient, ...]:
        """Those who are owed something now and to whom nothing is on its way, urgent ones first."""
        theirs: dict[Recipient, list[Kept]] = defaultdict(list)
        for one in self._waiting(now):
            theirs[one.owed.to].append(one)
        firsts = sorted(
            (min(one.owed.rank for one in ones), min(one.next_at for one in ones), to)
            for to, ones in theirs.items()
            if to not in self._busy()
        )
        return tuple(to for _, _, to in firsts[:limit])

    def pending(self, to: Recipient, now: datetime) -> tuple[Pending, ...]:
        """All that this recipient is owed by now, in the order of their moments."""
        theirs = [one for one in self._waiting(now) if one.owed.to == to]
        return tuple(one.pending for one in sorted(theirs, key=lambda one: one.owed.at))

    def end(self, ends: Mapping[RungKey, End], now: datetime) -> None:
        """These will not be sent, each for its reason; what is not pending is left alone."""
        for key in self._pending_of(ends):
            one, end = self.kept[key], ends[key]
            sending = one.sending if end.send is None else self.sends.get(end.send, one.sending)
            self.kept[key] = replace(one.ended(end, now), sending=sending)

    def put_off(self, keys: Collection[RungKey], until: datetime) -> None:
        """Not before that moment: quiet hours."""
        for key in self._pending_of(keys):
            self.kept[key] = self.kept[key].again(until)

    def claim(self, sending: Sending, now: datetime) -> bool:
        """Say that this is about to leave; False if any of it is not pending any more."""
        keys = (*sending.covers, *sending.folds)
        ready = {one.owed.key for one in self._waiting(now) if one.owed.to == sending.to}
        is_busy = sending.ref in self.on_the_way or sending.to in self._busy()
        if is_busy or not ready.issuperset(keys):
            return False
        self.on_the_way[sending.ref] = now
        self.sends[sending.ref] = sending
        for key in keys:
            one = self.kept[key]
            attempts = one.attempts + 1
            self.kept[key] = replace(one, is_claimed=True, attempts=attempts, sending=sending)
        return True

    def sent(self, ref: SendRef, message: int, now: datetime) -> None:  # noqa: ARG002  (the port's)
        """It is out: what it covers is SENT, what it folds FOLDED, naming it."""
        for sending in self._answered(ref):
            self._end_all(sending.covers, End(Ending.SENT, send=ref), now)
            self._end_all(sending.folds, End(Ending.FOLDED, send=ref), now)

    def not_sent(self, ref: SendRef, again_at: datetime) -> None:
        """It is provably not out: pending again then. What was a repeat stays one."""
        for sending in self._answered(ref):
            for key in (*sending.covers, *sending.folds):
                self.kept[key] = replace(self.kept[key].again(again_at), sending=None)

    def unknown(self, ref: SendRef, now: datetime, morning: datetime) -> None:
        """It may be out: said again, near rungs soon, far ones at `morning`; once, then FAILED."""
        for sending in self._answered(ref):
            covers, folds = self._owed(sending.covers), self._owed(sending.folds)
            for key, moment in said_again_at(covers, folds, now, morning).items():
                one = self.kept[key]
                if one.doubted is None:
                    self.kept[key] = replace(one.again(moment), doubted=ref)
                else:
                    self.kept[key] = one.ended(End(Ending.FAILED, UNKNOWN_TWICE), now)

    def refused(self, ref: SendRef, end: End, now: datetime) -> tuple[Owed, ...]:
        """It cannot be sent: all of it ends so; gives back what it covered."""
        covered: list[Owed] = []
        for sending in self._answered(ref):
            covered += self._owed(sending.covers)
            self._end_all((*sending.covers, *sending.folds), end, now)
        return tuple(covered)

    def purge(self, before: datetime) -> int:
        """Forget what ended before that moment, once all of its season did; how many."""
        seasons = {
            _season(one)
            for one in self.kept.values()
            if one.settled_at is None or one.settled_at >= before
        }
        old = [key for key, one in self.kept.items() if _season(one) not in seasons]
        for key in old:
            del self.kept[key]
        return len(old)

    def restart(self) -> None:
        """As a start finds it: what was claimed and never answered may be out."""
        for ref, claimed_at in tuple(self.on_the_way.items()):
            self.unknown(ref, claimed_at, morning_after(claimed_at, self.zone))

    def turn_back(self, now: datetime) -> int:
        """What ended after now waits again, but for what is past and was told or failed."""
        done = [key for key, one in self.kept.items() if _is_undone(one, now)]
        late = [key for key, one in self.kept.items() if one.is_pending and one.next_at > now]
        for key in (*done, *late):
            self.kept[key] = self.kept[key].again(self.kept[key].owed.at)
        for key in done:
            self.kept[key] = replace(self.kept[key], sending=None)
        return len(done)

    # --- to look at ---------------------------------------------------------------------

    def told(
        self, company: CompanyId, offset: int, count: int, picked: Picked = ALL_LINES
    ) -> tuple[Told, ...]:
        """The newest lines of a company's record of notices that are picked, newest first."""
        lines = [
            one.told
            for one in self.kept.values()
            if one.owed.company == company and picked.holds(one.owed)
        ]
        return tuple(lines[::-1][offset : offset + count])

    def carried(self, to: Recipient, ref: SendRef) -> tuple[Owed, ...]:
        """What the message of that number told them, in the order of its moments; arrived or not."""
        told = (each for each in self.kept.values() if each.sending and each.sending.ref == ref)
        return tuple(
            sorted((one.owed for one in told if one.owed.to == to), key=lambda one: one.at)
        )

    def failed(self, limit: int) -> tuple[Told, ...]:
        """What ended as FAILED or UNREACHABLE, newest first: for the operator."""
        lost = (Ending.FAILED, Ending.UNREACHABLE)
        lines = [
            (one.settled_at, number, one.told)
            for number, one in enumerate(self.kept.values())
            if one.end is not None and one.end.ending in lost and one.settled_at is not None
        ]
        lines.sort(key=lambda line: line[:2], reverse=True)
        return tuple(told for _, _, told in lines[:limit])

    def _waiting(self, now: datetime) -> Iterator[Kept]:
        return (one for one in self.kept.values() if one.is_pending and one.next_at <= now)

    def _pending_of(self, keys: Iterable[RungKey]) -> list[RungKey]:
        return [key for key in keys if key in self.kept and self.kept[key].is_pending]

    def _owed(self, keys: Iterable[RungKey]) -> list[Owed]:
        return sorted((self.kept[key].owed for key in keys), key=lambda owed: owed.at)

    def _busy(self) -> set[Recipient]:
        return {self.sends[ref].to for ref in self.on_the_way}

    def _answered(self, ref: SendRef) -> list[Sending]:
        """The send of that reference, on its way no more; none if it was not."""
        return [self.sends[ref]] if self.on_the_way.pop(ref, None) else []

    def _end_all(self, keys: Iterable[RungKey], end: End, now: datetime) -> None:
        for key in keys:
            self.kept[key] = self.kept[key].ended(end, now)


def _season(one: Kept) -> tuple[str, str]:
    return one.owed.company, one.owed.rung.season


def _is_undone(one: Kept, now: datetime) -> bool:
    """Whether it ended in a future that is still to come."""
    if one.end is None or one.settled_at is None:
        return False
    stays = one.end.ending in (Ending.SENT, Ending.FOLDED, Ending.FAILED)
    return one.owed.at > now or (one.settled_at > now and not stays)

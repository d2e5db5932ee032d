"""The seasons bite: each of these small mistakes in the protocol breaks a promise that they hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings

from chat import digests
from chat.rounds import Digest
from storage.memory import MemoryStore
from storage.memory_ledger import MemoryLedger
from tests.seasons.deeds import Deed, deeds, lucks, writes
from tests.seasons.life import LATER, judge, lived
from tests.seasons.test_seasons import UNHURRIED
from tests.seasons.tiny import BOSS, CHIEF, EVERYBODY, OPENED_AT, STAFF
from tests.seasons.town import Protocol
from tests.seasons.wire import Luck
from tests.seasons.wordless import WordlessRounds
from workflow.asking_again import Why
from workflow.habits import Habit
from workflow.ids import PersonId
from workflow.reminders import (
    End,
    Ending,
    Looked,
    Owed,
    Pending,
    Recipient,
    RungKey,
    RungKind,
    Sending,
    SendRef,
    Waking,
)

ZONE = ZoneInfo("Asia/Shanghai")
ENOUGH = 300
"""Seasons within which each mistake shows; most show in the first ten."""


class ClaimsInMemory(MemoryLedger):
    """What was claimed is forgotten with the process: sent again, unmarked."""

    def restart(self) -> None:
        for ref in tuple(self.on_the_way):
            self.not_sent(ref, datetime.min.replace(tzinfo=ZoneInfo("UTC")))


class TakesUnknownForUnsent(MemoryLedger):
    """A send that may have arrived is simply done again."""

    def unknown(self, ref: SendRef, now: datetime, morning: datetime) -> None:
        assert morning >= now
        self.not_sent(ref, now + timedelta(minutes=1))


class MarksBeforeSending(MemoryLedger):
    """What is claimed counts as told."""

    def claim(self, sending: Sending, now: datetime) -> bool:
        if MemoryLedger.claim(self, sending, now):
            MemoryLedger.sent(self, sending.ref, 0, now)
            return True
        return False


class RepeatsForEver(MemoryLedger):
    """An unknown send is repeated, marked, as often as it stays unknown."""

    def unknown(self, ref: SendRef, now: datetime, morning: datetime) -> None:
        MemoryLedger.unknown(self, ref, now, morning)
        for key, kept in tuple(self.kept.items()):
            if kept.end is not None and kept.end.why == "unknown twice":
                self.kept[key] = kept.again(now + timedelta(minutes=1))


class ForgetsTheTimeItWasDown(WordlessRounds):
    """Only what falls due in this very minute is looked for."""

    def look(self, waking: Waking, now: datetime) -> Looked:
        lately = max(waking.looked, now - timedelta(minutes=2))
        return WordlessRounds.look(self, Waking(waking.company, lately, waking.change), now)


class ForgetsSnoozes(MemoryLedger):
    """What was put off does not come again."""

    def owe(self, owed: Iterable[Owed]) -> None:
        MemoryLedger.owe(self, (one for one in owed if not one.rung.later))


class TakesPlacesForDone(WordlessRounds):
    """Whatever a group was to hear is called done, and so has its end and its reason."""

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        if PersonId(to) in EVERYBODY:
            return WordlessRounds.digest(self, to, pending, now)
        return Digest(ends={one.owed.key: End(Ending.DONE, Why.DONE) for one in pending})


@dataclass(frozen=True, slots=True)
class Overlooks(WordlessRounds):
    """Some of what is owed is not found."""

    is_overlooked: Callable[[Owed], bool]

    def look(self, waking: Waking, now: datetime) -> Looked:
        found = WordlessRounds.look(self, waking, now)
        owed = tuple(one for one in found.owed if not self.is_overlooked(one))
        return replace(found, owed=owed)


def _overlooking(is_overlooked: Callable[[Owed], bool]) -> Protocol:
    return Protocol(rounds=lambda house, store: Overlooks(house, store, is_overlooked))


def _of_kind(*kinds: RungKind) -> Protocol:
    return _overlooking(lambda one: one.rung.kind in kinds)


def _with(ledger: Callable[[], MemoryLedger]) -> Protocol:
    return Protocol(store=lambda: MemoryStore(ledger=ledger()))


VARIANTS = {
    "claims in memory": _with(ClaimsInMemory),
    "takes unknown for unsent": _with(TakesUnknownForUnsent),
    "marks before sending": _with(MarksBeforeSending),
    "repeats for ever": _with(RepeatsForEver),
    "forgets the time it was down": Protocol(rounds=ForgetsTheTimeItWasDown),
}


def breaks(protocol: Protocol) -> None:
    """Live through seasons until a promise is broken; AssertionError then."""

    @given(deeds, lucks, writes, writes)
    @settings(
        UNHURRIED,
        max_examples=ENOUGH,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
    )
    def season(some: list[Deed], luck: list[Luck], before: set[int], after: set[int]) -> None:
        judge(lived(some, luck, before, after, protocol))

    season()


@pytest.mark.slow
@pytest.mark.parametrize("name", VARIANTS)
def test_a_broken_protocol_is_caught(name: str) -> None:
    with pytest.raises(AssertionError):
        breaks(VARIANTS[name])


# --- what needs a season of its own ---------------------------------------------------------


def at(moment: datetime) -> int:
    """That moment as deeds count it."""
    return int((moment - OPENED_AT) / timedelta(minutes=1))


ORDINARY = [
    Deed(1, "robot", 0, 0),
    Deed(2, "join", 1, 0),
    Deed(3, "block", EVERYBODY.index(STAFF), 0),
    Deed(at(datetime(2027, 1, 8, 12, 0, tzinfo=ZONE)), "later", 0, 0),
]
"""A robot, a clerk of the agency, somebody who shut us out, and something that is put off."""
OVERSIGHTS = {
    "groups": _overlooking(lambda one: one.to.startswith("-")),
    "robots": _overlooking(lambda one: "#" in one.to),
    "who hears instead": _overlooking(lambda one: one.instead_of is not None),
    "warnings": _of_kind(RungKind.WARNING),
    "the boss": _of_kind(RungKind.TO_BOSS),
    "his line of the month": _of_kind(RungKind.MONTH),
    "the managers": _of_kind(RungKind.TO_MANAGER),
    "the group at last": _of_kind(RungKind.TO_GROUP),
    "the agency": _of_kind(RungKind.TO_AGENCY),
    "the count day": _of_kind(RungKind.COUNT_DAY),
    "the fifth": _of_kind(RungKind.MONTHLY),
    "what was put off": _with(ForgetsSnoozes),
}


def test_an_ordinary_season_keeps_its_promises() -> None:
    town = lived(ORDINARY, [], [], [])

    reckoned = judge(town)

    assert reckoned[LATER] == 1
    assert any(kept.owed.instead_of == STAFF for kept in town.store.ledger.kept.values())


@pytest.mark.parametrize("name", OVERSIGHTS)
def test_what_is_overlooked_is_missed(name: str) -> None:
    town = lived(ORDINARY, [], [], [], OVERSIGHTS[name])

    with pytest.raises(AssertionError, match="lost"):
        judge(town)


def test_a_line_of_the_month_is_told_where_something_became_his_only_after_his_hour() -> None:
    boss, morning = EVERYBODY.index(BOSS), datetime(2027, 1, 4, 7, 20, tzinfo=ZONE)
    soon = Deed(at(morning), "move", 0, 7)
    his = Deed(at(morning + timedelta(minutes=5)), "assign", 0, boss)

    town = lived([early(BOSS), soon, his], [], [], [])

    judge(town)
    lines = [
        kept.end.ending
        for kept in town.store.ledger.kept.values()
        if (kept.owed.rung.kind, kept.owed.rung.day) == (RungKind.MONTH, morning.date())
        and kept.end is not None
    ]
    assert lines == [Ending.SENT]


def test_an_end_for_no_good_reason_is_caught() -> None:
    town = lived([], [], [], [], Protocol(rounds=TakesPlacesForDone))

    with pytest.raises(AssertionError, match="ended End"):
        judge(town)


def early(person: PersonId) -> Deed:
    """They want to hear at seven, and sleep until eight: what is due waits for an hour."""
    return Deed(10, "hour", EVERYBODY.index(person), 0)


DONE_BEFORE_IT_WAS_SAID = [
    early(STAFF),
    Deed(at(datetime(2027, 1, 8, 7, 30, tzinfo=ZONE)), "tick", 0, 0),
]
DOWN_BETWEEN_THE_WARNING_AND_ITS_HOUR = [
    early(CHIEF),
    Deed(at(datetime(2027, 2, 22, 7, 30, tzinfo=ZONE)), "sleep", 0, 2 * 26),
]


def test_saying_what_is_done_already_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    judge(lived(DONE_BEFORE_IT_WAS_SAID, [], [], []))
    monkeypatch.setattr(digests, "ended", _nothing_ended)

    with pytest.raises(AssertionError, match="done already"):
        judge(lived(DONE_BEFORE_IT_WAS_SAID, [], [], []))


def _nothing_ended(*_: object) -> dict[RungKey, object]:
    return {}


def test_telling_the_boss_first_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    judge(lived(DOWN_BETWEEN_THE_WARNING_AND_ITS_HOUR, [], [], []))
    monkeypatch.setattr(digests, "heard_from", _without_waiting)

    with pytest.raises(AssertionError, match="not warned"):
        judge(lived(DOWN_BETWEEN_THE_WARNING_AND_ITS_HOUR, [], [], []))


def _without_waiting(
    owed: Owed, told: object, rules: object, habit: object, now: datetime
) -> datetime:
    del owed, told, rules, habit
    return now


@pytest.mark.slow
def test_speaking_in_the_night_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Habit, "may_hear", _at_once)

    with pytest.raises(AssertionError):
        breaks(Protocol())


def _at_once(_: Habit, at: datetime, __: ZoneInfo, *, is_last_days: bool) -> datetime:
    assert is_last_days in (True, False)
    return at

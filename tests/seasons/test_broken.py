"""The seasons bite: each of these small mistakes in the protocol breaks a promise that they hold."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings

from chat import digests
from storage.memory import MemoryStore
from storage.memory_ledger import MemoryLedger
from tests.seasons.deeds import Deed, deeds, lucks, writes
from tests.seasons.life import judge, lived
from tests.seasons.oracle import ZONE
from tests.seasons.test_seasons import UNHURRIED
from tests.seasons.tiny import CHIEF, EVERYBODY, OPENED_AT, STAFF
from tests.seasons.town import Protocol
from tests.seasons.wire import Luck
from tests.seasons.wordless import WordlessRounds
from workflow.habits import Habit
from workflow.ids import PersonId
from workflow.reminders import Looked, Owed, RungKey, Sending, SendRef, Waking

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

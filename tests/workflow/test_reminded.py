"""Whole seasons of reminders, whatever happens in between: what is promised holds every day."""

from datetime import date, datetime

from hypothesis import HealthCheck, given, settings

from tests.workflow.crew import BOSS
from tests.workflow.firm import CALENDAR, CALL_CENTRE
from tests.workflow.reminded import Ledger, seasons
from tests.workflow.reminding import EVERYBODY, RULES, ZONE
from workflow.hearers import NOT_PASSED_ON
from workflow.reminders import Ending, Owed, Rung, RungKind

unhurried = settings(
    deadline=None,
    max_examples=10,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WITH_ITS_WARNING = frozenset({RungKind.TO_BOSS})


@unhurried
@given(seasons())
def test_nothing_is_found_twice(ledger: Ledger) -> None:
    twice = [each for each in ledger.twice if each.rung.kind not in WITH_ITS_WARNING]

    assert twice == []


@unhurried
@given(seasons())
def test_each_is_told_or_ends_or_waits(ledger: Ledger) -> None:
    keys = [
        *(each.key for each, _ in ledger.told),
        *(each.key for each, _ in ledger.ends),
        *ledger.pending,
    ]

    assert sorted(keys) == sorted(ledger.found)


@unhurried
@given(seasons())
def test_nothing_comes_before_its_moment(ledger: Ledger) -> None:
    assert [each for each, moment in ledger.told if moment < each.at] == []


@unhurried
@given(seasons())
def test_the_boss_hears_only_after_a_manager_knew_it_a_working_day_before(ledger: Ledger) -> None:
    for each, moment in _to_boss(ledger):
        warned = [_day(at) for owed, at in ledger.told if _warns(owed.rung, each.rung)]
        assert warned
        assert CALENDAR.between(min(warned), _day(moment))[0] < _day(moment)


@unhurried
@given(seasons())
def test_the_boss_hears_no_more_than_so_often(ledger: Ledger) -> None:
    cap = RULES.policies[CALL_CENTRE.policy].escalation.boss_cap

    assert len({each.rung for each, _ in _to_boss(ledger) if str(each.to) == BOSS}) <= cap


@unhurried
@given(seasons(reached=False))
def test_somebody_in_reach_hears_of_everything(ledger: Ledger) -> None:
    found = [each for each, _ in ledger.found.values() if each.rung.kind not in NOT_PASSED_ON]

    heard = {each.rung for each in found if each.is_reachable}
    assert {each.rung for each in found} == heard


@unhurried
@given(seasons(reached=False))
def test_whoever_is_out_of_reach_is_told_nothing(ledger: Ledger) -> None:
    deaf = {str(each) for each in EVERYBODY if each not in ledger.heard_by.reachable}

    told = {str(each.to) for each, _ in ledger.told}

    assert told.isdisjoint(deaf)
    ends = {end.ending for each, end in ledger.ends if not each.is_reachable}
    assert ends <= {Ending.UNREACHABLE, Ending.DONE, Ending.SUPERSEDED}


def _to_boss(ledger: Ledger) -> list[tuple[Owed, datetime]]:
    return [(each, at) for each, at in ledger.told if each.rung.kind is RungKind.TO_BOSS]


def _warns(one: Rung, boss: Rung) -> bool:
    same = (one.subject, one.due, one.offset) == (boss.subject, boss.due, boss.offset)
    return one.kind is RungKind.WARNING and same


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()

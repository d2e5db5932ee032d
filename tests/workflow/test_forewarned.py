"""Before the boss is told: a manager was, a working day before, whatever the plan had in mind."""

from dataclasses import replace
from datetime import date, datetime

from tests.workflow.crew import BOSS, CHIEF, CLERK, crew
from tests.workflow.reminding import M3 as FIELDS
from tests.workflow.reminding import M6, ONE_DAY, RULES, at, done_with, on
from workflow.asking_again import Why
from workflow.forewarned import heard_from, often_enough
from workflow.habits import USUAL
from workflow.reminders import End, Ending, Owed, RungKind, Told

FRIDAY = date(2027, 3, 12)
MONDAY = date(2027, 3, 15)
FOUND = on(done_with(crew(), FIELDS), FRIDAY - ONE_DAY)


def owed(kind: RungKind, to: str) -> Owed:
    return next(each for each in FOUND if each.rung.kind is kind and str(each.to) == to)


TO_BOSS = owed(RungKind.TO_BOSS, BOSS)
WARNING = owed(RungKind.WARNING, CHIEF)
OTHER = owed(RungKind.WARNING, CLERK)


def sent(warning: Owed, moment: datetime) -> Told:
    return Told(warning, End(Ending.SENT), at=moment)


def heard(now: datetime, *told: Told) -> datetime:
    return heard_from(TO_BOSS, told, RULES, USUAL, now)


def test_a_manager_who_was_told_the_day_before_holds_nothing_up() -> None:
    assert heard(at(FRIDAY), sent(WARNING, at(FRIDAY - ONE_DAY))) == at(FRIDAY)


def test_told_this_morning_is_too_late_for_today() -> None:
    assert heard(at(FRIDAY, 10), sent(WARNING, at(FRIDAY, 9))) == at(MONDAY)


def test_told_on_a_weekend_the_manager_still_has_a_working_day() -> None:
    sunday = MONDAY - ONE_DAY

    assert heard(at(MONDAY), sent(WARNING, at(sunday))) == at(MONDAY + ONE_DAY)


def test_while_the_warning_is_unsent_the_boss_waits() -> None:
    assert heard(at(FRIDAY), Told(WARNING, None)) == at(MONDAY)


def test_the_first_manager_who_knew_counts() -> None:
    told = (sent(WARNING, at(FRIDAY - ONE_DAY)), Told(OTHER, None))

    assert heard(at(FRIDAY), *told) == at(FRIDAY)


def test_where_no_manager_could_be_told_there_is_nothing_to_wait_for() -> None:
    deaf = Told(WARNING, End(Ending.UNREACHABLE))

    assert heard(at(FRIDAY), deaf) == at(FRIDAY)
    assert heard(at(FRIDAY)) == at(FRIDAY)


def test_the_warning_of_another_date_is_not_this_one_s() -> None:
    other = replace(WARNING, rung=replace(WARNING.rung, due=FRIDAY))

    assert heard(at(FRIDAY, 10), sent(other, at(FRIDAY, 9))) == at(FRIDAY, 10)


def test_what_is_no_matter_for_the_boss_waits_for_nothing() -> None:
    told = (Told(WARNING, None),)

    assert heard_from(WARNING, told, RULES, USUAL, at(FRIDAY)) == at(FRIDAY)
    assert TO_BOSS.rung.subject == M6


# --- seldom -----------------------------------------------------------------------------


def boss_told(number: int) -> Told:
    """Another step of the season, taken to the boss."""
    rung = replace(TO_BOSS.rung, due=date(2027, 2, number))
    return Told(replace(TO_BOSS, rung=rung), End(Ending.SENT), at=at(date(2027, 2, number)))


def test_as_often_as_the_policy_lets_him_and_no_more_the_boss_hears() -> None:
    twice = [boss_told(1), boss_told(2)]

    ends = often_enough(crew(), TO_BOSS, [*twice, boss_told(3)], RULES)

    assert often_enough(crew(), TO_BOSS, twice, RULES) is None
    assert ends == End(Ending.UNWANTED, Why.OFTEN_ENOUGH)


def test_the_same_matter_told_to_another_counts_once_and_what_was_not_sent_not_at_all() -> None:
    again = replace(boss_told(1), owed=replace(boss_told(1).owed, to=OTHER.to))
    unsent = replace(boss_told(3), end=End(Ending.UNREACHABLE))
    own = replace(boss_told(4), owed=TO_BOSS)

    assert (
        often_enough(crew(), TO_BOSS, [boss_told(1), again, boss_told(2), unsent, own], RULES)
        is None
    )


def test_only_the_boss_is_told_seldom() -> None:
    told = [boss_told(number) for number in range(1, 9)]

    assert often_enough(crew(), WARNING, told, RULES) is None
    assert often_enough(replace(crew(), seasons=()), TO_BOSS, told, RULES) is None

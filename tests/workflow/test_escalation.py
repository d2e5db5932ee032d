"""Who hears when nothing moves; the boss never without a manager knowing a day before."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP, crew, having
from tests.workflow.firm import CALENDAR, CALL_CENTRE, FIRST, SEATS, count, doer, gave, look
from tests.workflow.reminding import (
    EARS,
    M1,
    M3,
    M6,
    ONE_DAY,
    RULES,
    at,
    done_with,
    ears,
    hearing,
    looked,
    moved,
    on,
    recorded,
    table,
    with_places,
)
from workflow.asking_again import still
from workflow.given import NotApplicable
from workflow.habits import Habit
from workflow.model import Company, FilingFact
from workflow.pack import Duty
from workflow.policy import OwnPolicy
from workflow.reminders import Owed, Rung, RungKind
from workflow.team import Member, Role
from workflow.words import say_word

WARNING, TO_BOSS = RungKind.WARNING, RungKind.TO_BOSS
TO_MANAGER = RungKind.TO_MANAGER
WARNED, TOLD = date(2027, 3, 11), date(2027, 3, 12)
"""Of the filing, due inside the house on Wednesday 17 March, that nobody has begun."""


def to_boss(some: tuple[Owed, ...], subject: str = M6) -> list[Owed]:
    return [each for each in some if each.rung.kind is TO_BOSS and each.rung.subject == subject]


def said(company: Company, day: date, note: str = "") -> Company:
    done = say_word(company, FIRST, CALL_CENTRE, M6, handles=not note, note=note, by=doer(day))
    return done.company


def only_m6(company: Company) -> Company:
    """Nothing else is at risk."""
    return done_with(company, M3, on=date(2027, 1, 4))


def risks(company: Company, subject: str) -> list[tuple[str, date]]:
    some = (*table(company, WARNING, subject), *table(company, TO_BOSS, subject))
    return sorted(((each.kind, each.day) for each in some), key=lambda each: each[1])


# --- the boss ---------------------------------------------------------------------------


def test_a_step_that_nobody_began_is_for_the_boss_a_day_after_the_managers_were_told() -> None:
    found = on(only_m6(crew()), WARNED)

    assert hearing(each for each in found if each.rung.kind is WARNING) == {CHIEF, CLERK}
    assert [(str(each.to), each.at) for each in to_boss(found)] == [(BOSS, at(TOLD))]


def test_a_step_that_is_not_done_is_for_the_boss_the_working_day_after() -> None:
    company = only_m6(crew())

    assert risks(company, M6) == [
        (WARNING, WARNED),
        (TO_BOSS, TOLD),
        (WARNING, date(2027, 3, 17)),
        (TO_BOSS, date(2027, 3, 18)),
    ]


def test_where_somebody_has_begun_the_boss_hears_only_if_it_is_not_done() -> None:
    company = gave(crew(), SEATS, count(280))

    assert [each.offset for each in table(company, TO_BOSS, M3)] == [7]
    assert [each.offset for each in table(crew(), TO_BOSS, M3)] == [-3, 7]


def test_what_the_law_does_not_ask_for_is_not_for_the_boss() -> None:
    subjects = {each.subject for each in table(crew(), TO_BOSS)}

    assert subjects == {M3, M6}
    assert table(done_with(crew(), M3), TO_BOSS, M3) == []


def test_a_step_whose_lawful_part_is_done_is_not_for_the_boss() -> None:
    company = crew()
    (tasks,) = (row.tasks for row in look(company).rows if row.key == M3)
    for task in [each for each in tasks if each.item.duty is Duty.STATUTORY]:
        company = gave(company, task.item.key, NotApplicable("没有"))

    assert table(company, RungKind.INTERNAL, M3) != []
    assert table(company, TO_BOSS, M3) == []


@pytest.mark.parametrize("missed", [1, 3, 10])
def test_after_a_standstill_the_boss_still_hears_a_working_day_after_the_warning(
    missed: int,
) -> None:
    back = TOLD + missed * ONE_DAY

    found = looked(only_m6(crew()), at(WARNED - ONE_DAY, 23), at(back, 10)).owed

    early = next(each for each in to_boss(found) if each.rung.offset == -3)
    known = CALENDAR.on_or_after(back)
    assert early.at == at(CALENDAR.on_or_after(known + ONE_DAY))


def test_a_warning_in_quiet_hours_is_heard_in_the_morning_and_the_boss_a_day_later() -> None:
    found = looked(only_m6(crew()), at(WARNED - ONE_DAY, 23), at(WARNED, 22)).owed

    assert {each.at for each in to_boss(found)} == {at(date(2027, 3, 15))}


def test_the_boss_waits_for_the_manager_with_the_latest_hour() -> None:
    late = ears(habits={CLERK: Habit(time(20), quiet_from=time(19), quiet_to=time(8))})

    found = looked(only_m6(crew()), at(WARNED, 8), at(WARNED, 9), late).owed

    assert {each.at for each in to_boss(found)} == {at(date(2027, 3, 15))}


def test_a_manager_who_sees_to_it_stops_it() -> None:
    company = only_m6(crew())
    (owed,) = to_boss(on(company, WARNED))

    handled = said(company, WARNED)

    assert still(company, RULES, EARS, owed) is None
    assert still(handled, RULES, EARS, owed) is not None
    assert risks(handled, M6) == [
        (WARNING, date(2027, 3, 17)),
        (TO_BOSS, date(2027, 3, 18)),
    ]


def test_a_sentence_for_the_boss_does_not_stop_it() -> None:
    company = said(only_m6(crew()), WARNED, "周五前交")

    assert len(risks(company, M6)) == 4


def test_what_was_said_before_the_warning_does_not_stop_it() -> None:
    assert len(risks(said(only_m6(crew()), WARNED - ONE_DAY), M6)) == 4


def test_the_boss_hears_no_more_than_so_often_in_a_season() -> None:
    cap = RULES.policies[CALL_CENTRE.policy].escalation.boss_cap

    assert cap == 3
    assert len(table(crew(), TO_BOSS)) == cap  # two of the fields, one of the two of the filing


@pytest.mark.parametrize(
    "company",
    [
        replace(crew(), policy=OwnPolicy(tells_boss=False)),
        crew(Role.BOSS, Role.LEGAL_REP),
        recorded(crew(), FilingFact.REPORTED, date(2027, 1, 5)),
        replace(crew(), members=(Member(CHIEF, "王", (Role.MANAGER, Role.BOSS)),)),
    ],
)
def test_where_no_boss_is_to_hear_no_manager_is_warned_either(company: Company) -> None:
    assert risks(company, M6) == []


def test_without_a_boss_the_legal_representative_hears() -> None:
    found = on(only_m6(crew(Role.BOSS)), WARNED)

    assert hearing(to_boss(found)) == {LEGAL_REP}


def test_a_boss_out_of_reach_is_not_a_reason_for_silence() -> None:
    found = to_boss(on(only_m6(crew()), WARNED, ears(BOSS)))

    instead = {(str(each.to), each.instead_of) for each in found if each.is_reachable}
    assert instead == {(CHIEF, BOSS), (CLERK, BOSS)}


def test_a_warning_that_no_manager_can_hear_does_not_go_to_the_boss() -> None:
    found = on(only_m6(crew()), WARNED, ears(CHIEF, CLERK))

    assert hearing(each for each in found if each.rung.kind is WARNING) == {CHIEF, CLERK}
    assert hearing(to_boss(found)) == {BOSS}


# --- the manager ------------------------------------------------------------------------


def test_after_two_messages_without_an_answer_the_manager_hears_at_the_third() -> None:
    assert [each.day for each in table(crew(), TO_MANAGER, M3)][:2] == [
        date(2027, 2, 1),  # after those of 21 and 28 January
        date(2027, 2, 4),
    ]


def test_whoever_did_something_has_answered() -> None:
    company = gave(crew(), SEATS, count(280), by=doer(date(2027, 1, 29)))

    assert table(company, TO_MANAGER, M3)[0].day == date(2027, 2, 4)


def test_a_manager_does_not_hear_of_their_own_silence() -> None:
    others = having_nothing_but_finance(crew())

    told = {(str(each.to)) for each in on(others, date(2027, 2, 1)) if _is_to_manager(each)}
    mine = {(str(each.to)) for each in on(crew(), date(2027, 2, 1)) if _is_to_manager(each)}

    assert told == {CHIEF, CLERK}
    assert mine == set()  # some of it is theirs


def having_nothing_but_finance(company: Company) -> Company:
    """All of the fields' step is the accountant's."""
    (keys,) = ([task.item.key for task in row.tasks] for row in look(company).rows if row.key == M3)
    return having(company, FINANCE, *keys)


def _is_to_manager(owed: Owed) -> bool:
    return (owed.rung.kind, owed.rung.subject) == (TO_MANAGER, M3)


# --- group and agency -------------------------------------------------------------------


def test_late_by_days_the_group_hears_and_later_the_agency() -> None:
    company = with_places(crew())

    group = table(company, RungKind.TO_GROUP, M1)
    agency = table(company, RungKind.TO_AGENCY, M1)

    assert [each.day for each in group] == [date(2027, 1, 22)]  # five working days after the 15th
    assert [each.day for each in agency] == [date(2027, 1, 27)]
    assert hearing(_of(on(company, group[0].day), group[0])) == {"-100", f"{company.id}#7"}
    assert hearing(_of(on(company, agency[0].day), agency[0])) == {CLERK}


def _of(some: tuple[Owed, ...], rung: Rung) -> list[Owed]:
    return [each for each in some if each.rung == rung]


def test_a_moved_date_moves_who_hears_with_it() -> None:
    company = moved(crew(), M1, date(2027, 2, 26))

    (group,) = table(company, RungKind.TO_GROUP, M1)

    assert group.day == date(2027, 3, 5)
    assert group.offset == (group.day - date(2027, 2, 26)) // timedelta(days=1)

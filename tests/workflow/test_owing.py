"""When what is owed: at the hour of whoever hears it, each once, and nobody's past."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, by, crew, having
from tests.workflow.firm import CALENDAR, CALL_CENTRE, FIRST, doer, gave, opened
from tests.workflow.reminding import (
    EVERYBODY,
    M1,
    M6,
    ONE_DAY,
    STATUTORY,
    at,
    done_with,
    ears,
    hearing,
    looked,
    moved,
    on,
    recorded,
    told_to,
    with_places,
)
from workflow.assigning import assign
from workflow.events import EventKind
from workflow.given import WaitingUntil
from workflow.habits import Habit
from workflow.hearers import Ears
from workflow.ids import ItemKey, MilestoneKey, PackRef
from workflow.model import FilingFact
from workflow.moving import move_back, move_due
from workflow.reminders import RungKind
from workflow.reviewing import give_back
from workflow.team import Role

LAW = {RungKind.STATUTORY}
MORNING = date(2027, 3, 12)  # Friday: the filing's -3 of its inner date
BEFORE = date(2027, 1, 20)


# --- when -------------------------------------------------------------------------------


def test_it_is_owed_at_the_person_s_hour_and_not_before() -> None:
    late = ears(habits={CHIEF: Habit(hour=time(18))})
    morning, evening = at(MORNING, 17), at(MORNING, 18)

    before = looked(crew(), at(MORNING, 0), morning, late)
    after = looked(crew(), morning, evening, late)

    assert told_to(before.owed, CHIEF) == []
    assert told_to(before.owed, CLERK) != []
    assert before.again_at == evening
    assert told_to(after.owed, CHIEF) != []
    assert {each.at for each in after.owed} == {evening}


def test_a_changed_hour_loses_no_day_and_doubles_none() -> None:
    before = ears()
    after = ears(habits={CHIEF: Habit(time(8), since=MORNING + ONE_DAY, earlier=time(9))})
    changed = at(MORNING, 8, 30)

    early = looked(crew(), at(MORNING, 0), changed, before)
    rest = looked(crew(), changed, at(MORNING, 23), after)

    assert told_to(early.owed, CHIEF) == []
    assert told_to(rest.owed, CHIEF) == told_to(on(crew(), MORNING), CHIEF)


def test_the_last_note_comes_at_noon_whatever_the_person_s_hour() -> None:
    notes = [each for each in on(crew(), STATUTORY) if each.rung.kind is RungKind.LAST_NOTE]

    assert {each.at for each in notes} == {at(STATUTORY, 12)}
    assert CHIEF in hearing(notes)


def test_it_says_when_to_look_again() -> None:
    found = looked(crew(), at(MORNING, 8), at(MORNING, 9))

    assert found.again_at == at(date(2027, 3, 16))  # the filing's -1, and what is overdue


def test_a_company_at_rest_is_not_looked_at_again_before_it_changes() -> None:
    company = replace(opened(), seasons=())

    found = looked(company, at(MORNING, 8), at(MORNING, 9))

    assert (found.owed, found.again_at) == ((), None)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 80), min_size=1, max_size=12), st.integers(0, 23))
def test_however_often_one_looks_each_rung_is_owed_once(steps: list[int], hour: int) -> None:
    company, start = with_places(crew()), at(date(2027, 1, 25), hour)
    moments = [start]
    for step in steps:
        moments.append(moments[-1] + timedelta(hours=step))

    pieces = [
        each.key for since, now in pairwise(moments) for each in looked(company, since, now).owed
    ]

    whole = {each.key for each in looked(company, moments[0], moments[-1]).owed}
    assert sorted(pieces) == sorted(whole)


# --- nobody's past ----------------------------------------------------------------------


def test_a_season_opened_late_owes_nothing_of_what_was_before() -> None:
    company = replace(opened(on=MORNING), members=crew().members)
    company = replace(company, recent=tuple(replace(e, at=at(MORNING, 15)) for e in company.recent))

    found = looked(company, at(BEFORE), at(MORNING, 16))

    assert found.owed == ()


def test_a_date_moved_close_does_not_tell_what_it_would_have_told() -> None:
    moment = doer(MORNING, CHIEF)
    company = move_due(
        crew(), FIRST, CALL_CENTRE, CALENDAR, M1, MORNING + 3 * ONE_DAY, by=moment
    ).company

    found = looked(company, at(BEFORE), moment.at + timedelta(hours=1))

    assert [each for each in found.owed if each.rung.subject == M1] == []


def test_a_date_moved_there_and_back_tells_nothing_twice() -> None:
    company = crew()
    first = on(company, date(2027, 1, 8))
    there = move_due(
        company, FIRST, CALL_CENTRE, CALENDAR, M1, date(2027, 2, 26), by=doer(date(2027, 1, 9))
    ).company
    back = move_back(there, FIRST, CALL_CENTRE, CALENDAR, M1, by=doer(date(2027, 1, 9))).company

    again = looked(back, at(date(2027, 1, 8), 23), at(date(2027, 1, 11), 23)).owed

    assert {each.key for each in first} & {each.key for each in again} == set()


def test_a_newcomer_is_not_told_what_came_before_them() -> None:
    evening = Ears(EVERYBODY, dict.fromkeys(EVERYBODY, Habit(hour=time(18))))
    company = replace(
        crew(Role.CONTRIBUTOR), members=(*crew(Role.CONTRIBUTOR).members, crew().members[3])
    )
    joined = replace(
        company.recent[-1],
        kind=EventKind.MEMBER_JOINED,
        season=None,
        subject=FINANCE,
        at=at(MORNING, 20),
    )
    company = replace(company, recent=(*company.recent, joined))

    found = looked(company, at(MORNING - ONE_DAY, 20), at(MORNING, 21), evening)

    assert told_to(found.owed, CHIEF) != []
    assert told_to(found.owed, FINANCE) == []


def test_what_is_given_back_is_not_told_as_if_it_had_always_been_owed() -> None:
    company = having(crew(), CLERK, ItemKey("number_certificates"))
    certificate = ItemKey("number_certificates")
    company = gave(company, certificate, WaitingUntil(date(2027, 3, 1), "x"), by=by(CLERK))
    company = done_with(company)
    back = give_back(
        company, FIRST, CALL_CENTRE, certificate, 2, "看不清", by=doer(date(2027, 3, 10), BOSS)
    ).company

    found = looked(back, at(BEFORE), at(date(2027, 3, 10), 10)).owed

    inner = [each for each in found if each.rung.kind is RungKind.INTERNAL]
    assert {each.rung.subject for each in inner} == {M6}  # the report itself is open all along


def test_what_became_the_boss_s_after_his_hour_takes_no_line_of_the_month_from_him() -> None:
    first = date(2027, 3, 1)
    near = moved(crew(), MilestoneKey("M5"), first + 3 * ONE_DAY)
    noon = replace(doer(first, CHIEF), at=at(first, 12))

    given = assign(near, FIRST, CALL_CENTRE, [ItemKey("pre_talk_email")], BOSS, by=noon).company

    assert told_to(on(given, first), BOSS) == [("month", "", 0)]


def test_reopening_tells_from_then_on() -> None:
    company = recorded(crew(), FilingFact.REPORTED, date(2027, 3, 2))
    company = recorded(company, FilingFact.REOPENED, date(2027, 4, 10))

    law = looked(company, at(date(2027, 3, 2), 10), at(date(2027, 4, 11), 10)).owed

    assert {each.rung.offset for each in law if each.rung.subject == M6} == {11}


def test_a_season_of_a_pack_that_is_gone_owes_nothing() -> None:
    season = replace(crew().seasons[0], pack=PackRef("gone@1"))

    assert on(replace(crew(), seasons=(season,)), MORNING) == ()


def test_a_company_moved_date_is_told_by_its_new_day() -> None:
    company = moved(crew(), M1, date(2027, 2, 26))

    assert ("internal", M1, -7) in told_to(on(company, date(2027, 2, 19)), CHIEF)

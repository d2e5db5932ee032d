"""Asked again before it is sent: what is done, moved, somebody else's or unwanted is not told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP, by, crew, having
from tests.workflow.firm import CALL_CENTRE, FIRST, SEATS, count, doer, gave
from tests.workflow.reminding import (
    EARS,
    M1,
    M3,
    M6,
    ONE_DAY,
    RULES,
    STATUTORY,
    done_with,
    ears,
    moved,
    on,
    recorded,
    with_places,
)
from workflow.asking_again import Why, ended, still
from workflow.cases import turn_season
from workflow.habits import Habit, Wants
from workflow.model import Company, FilingFact, Lifecycle
from workflow.reminders import Ending, Owed, Recipient, RungKind
from workflow.tailoring import drop_step
from workflow.words import say_word

DAY = date(2027, 1, 28)
"""A week before the fields are due."""
LATE = date(2027, 1, 27)
"""A day on which what is overdue is told: M1 is."""


def owed(company: Company, kind: RungKind, subject: str, to: str, day: date = DAY) -> Owed:
    """What that person is owed that day."""
    return next(
        each
        for each in on(company, day)
        if (each.rung.kind, each.rung.subject, str(each.to)) == (kind, subject, to)
    )


def handled(company: Company) -> Company:
    return say_word(
        company, FIRST, CALL_CENTRE, M6, handles=True, by=doer(date(2027, 3, 11))
    ).company


def dropped(company: Company) -> Company:
    return drop_step(company, FIRST, CALL_CENTRE, M1, "没有", by=by()).company


INNER = owed(crew(), RungKind.INTERNAL, M1, CHIEF, LATE)
LAW = owed(crew(), RungKind.STATUTORY, M6, CHIEF, date(2027, 3, 17))
BOSSES = owed(done_with(crew(), M3), RungKind.TO_BOSS, M6, BOSS, date(2027, 3, 11))
LINE = owed(crew(), RungKind.MONTH, "", BOSS, date(2027, 3, 1))


@pytest.mark.parametrize("pending", [INNER, LAW, LINE])
def test_what_still_makes_sense_has_not_ended(pending: Owed) -> None:
    assert still(crew(), RULES, EARS, pending) is None


@pytest.mark.parametrize(
    ("pending", "change", "ending", "why"),
    [
        (INNER, lambda c: done_with(c, M1), Ending.DONE, Why.DONE),
        (INNER, lambda c: moved(c, M1, date(2027, 2, 26)), Ending.SUPERSEDED, Why.MOVED),
        (INNER, dropped, Ending.SUPERSEDED, Why.DROPPED),
        (LAW, lambda c: recorded(c, FilingFact.REPORTED, DAY), Ending.DONE, Why.REPORTED),
        (INNER, lambda c: recorded(c, FilingFact.REPORTED, DAY), Ending.DONE, Why.REPORTED),
        (LINE, lambda c: recorded(c, FilingFact.REPORTED, DAY), Ending.DONE, Why.REPORTED),
        (BOSSES, lambda c: handled(done_with(c, M3)), Ending.DONE, Why.HANDLED),
    ],
)
def test_what_makes_no_sense_any_more_ends_with_its_reason(
    pending: Owed, change: Callable[[Company], Company], ending: Ending, why: Why
) -> None:
    end = still(change(crew()), RULES, EARS, pending)

    assert end is not None
    assert (end.ending, end.why) == (ending, why)


def test_what_became_somebody_else_s_is_not_told_to_the_one_before() -> None:
    pending = owed(crew(), RungKind.INTERNAL, M3, FINANCE)
    others = tuple(
        replace(each, departments=()) if each.person == FINANCE else each for each in crew().members
    )

    end = still(replace(crew(), members=others), RULES, EARS, pending)

    assert end is not None
    assert (end.ending, end.why) == (Ending.SUPERSEDED, Why.REASSIGNED)


def test_somebody_began_so_the_boss_is_not_told() -> None:
    company = crew()
    pending = owed(company, RungKind.TO_BOSS, M3, BOSS, date(2027, 1, 29))

    end = still(gave(company, SEATS, count(280)), RULES, EARS, pending)

    assert end is not None
    assert (end.ending, end.why) == (Ending.DONE, Why.MOVING)


def test_who_wants_only_the_law_is_told_only_of_the_law() -> None:
    less = ears(habits={CHIEF: Habit(wants=Wants.LEGAL_ONLY)})

    inner, law = still(crew(), RULES, less, INNER), still(crew(), RULES, less, LAW)

    assert inner is not None
    assert inner.ending is Ending.UNWANTED
    assert law is None


def test_who_cannot_be_reached_any_more_is_passed_over() -> None:
    end = still(crew(), RULES, ears(CHIEF), INNER)

    assert end is not None
    assert end.ending is Ending.UNREACHABLE


def test_whoever_hears_in_another_s_place_goes_on_hearing_while_it_is_theirs() -> None:
    pending = owed(crew(), RungKind.INTERNAL, M3, FINANCE)
    passed = replace(pending, to=Recipient(LEGAL_REP), instead_of=FINANCE)

    assert still(crew(), RULES, EARS, passed) is None  # nobody heard yet that FINANCE is deaf
    assert still(done_with(crew(), M3), RULES, EARS, passed) is not None


def test_a_group_that_was_unbound_is_told_nothing() -> None:
    company = with_places(crew())
    pending = owed(company, RungKind.INTERNAL, M6, "-100", date(2027, 3, 12))

    assert still(company, RULES, EARS, pending) is None
    assert still(replace(company, groups=()), RULES, EARS, pending) is not None


@pytest.mark.parametrize("to", [Lifecycle.ARCHIVED, Lifecycle.REMOVED])
def test_a_season_at_rest_tells_nothing(to: Lifecycle) -> None:
    rests = turn_season(crew(), FIRST, to, by=by()).company

    end = still(rests, RULES, EARS, INNER)

    assert end is not None
    assert (end.ending, end.why) == (Ending.SUPERSEDED, Why.DROPPED)


def test_what_was_put_off_is_asked_by_what_it_is_about() -> None:
    later = replace(INNER, rung=replace(INNER.rung, later=1, day=INNER.rung.day + ONE_DAY))

    assert still(crew(), RULES, EARS, later) is None
    assert still(done_with(crew(), M1), RULES, EARS, later) is not None


def test_many_are_asked_in_one_look() -> None:
    company = done_with(crew(), M1)

    ends = ended(company, RULES, EARS, (INNER, LAW))

    assert ends.keys() == {INNER.key}
    assert ended(company, RULES, EARS, ()) == {}


CHANGES: list[Callable[[Company], Company]] = [
    lambda company: company,
    lambda company: done_with(company, M1),
    lambda company: done_with(company, M3),
    lambda company: moved(company, M3, date(2027, 2, 26)),
    lambda company: recorded(company, FilingFact.REPORTED, date(2027, 1, 5)),
    dropped,
    lambda company: having(company, CLERK, SEATS),
]


@settings(deadline=None, max_examples=60)
@given(st.dates(date(2027, 1, 5), STATUTORY), st.sampled_from(CHANGES))
def test_what_still_makes_sense_is_just_what_would_be_owed(
    day: date, change: Callable[[Company], Company]
) -> None:
    before, after = with_places(crew()), change(with_places(crew()))
    pending = [each for each in on(before, day) if each.rung.kind is not RungKind.TO_BOSS]

    ends = ended(after, RULES, EARS, pending)

    found = {each.key for each in on(after, day)}
    told = {each.key for each in pending} - ends.keys()
    assert told == {each.key for each in pending} & found

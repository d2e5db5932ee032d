"""Where an answer is from is said of the answer that stands, and does not change it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.firm import CALL_CENTRE, FIRST, SEATS, count, doer, gave, opened, task
from workflow.errors import AlreadyGiven, TooLong
from workflow.figure_errors import NoAnswerYet
from workflow.given import Origin
from workflow.origins import LONGEST_ORIGIN, origin_of, say_origin

SYSTEM = Origin("坐席系统", "不含 AI", date(2026, 12, 31))


def test_it_is_a_new_version_of_the_same_value_and_stays_an_estimate() -> None:
    company = gave(opened(), SEATS, count(280, estimate=True))

    now = say_origin(company, FIRST, CALL_CENTRE, SEATS, SYSTEM, by=doer()).company

    newest = task(now, SEATS).newest
    assert newest is not None
    assert newest.version == 2
    assert newest.given == replace(count(280, estimate=True), origin=SYSTEM)


def test_the_same_number_typed_again_takes_nothing_of_it_away() -> None:
    company = gave(opened(), SEATS, replace(count(280), origin=SYSTEM))

    with pytest.raises(AlreadyGiven):
        gave(company, SEATS, count(280))


def test_without_an_answer_there_is_nothing_to_say_it_of() -> None:
    with pytest.raises(NoAnswerYet):
        say_origin(opened(), FIRST, CALL_CENTRE, SEATS, SYSTEM, by=doer())


def test_nothing_said_is_no_origin_and_a_novel_is_too_long() -> None:
    assert origin_of(" ", "", None) is None
    assert origin_of("a" * LONGEST_ORIGIN, "", None) == Origin("a" * LONGEST_ORIGIN)
    with pytest.raises(TooLong):
        origin_of("", "a" * (LONGEST_ORIGIN + 1), None)

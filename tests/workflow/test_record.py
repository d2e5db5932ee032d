"""Which events are asked for, and who is told of the heads."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.workflow.crew import CHIEF, CLERK, crew
from workflow.events import Event, EventKind, NoticeKind
from workflow.heads import Head, head_of, hears_head, owed_to_chat, owed_to_people
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.record import EVERYTHING, Sort, Sought, kinds_of, sort_of
from workflow.team import Role

EVENT = Event(
    1,
    datetime(2027, 1, 5, tzinfo=UTC),
    CHIEF,
    EventKind.HANDED_IN,
    season=SeasonId("1"),
    subject="seats_total",
)
TODAY = date(2027, 1, 5)
ONE = Head(CompanyId("c1"), 7, "a" * 64)
TWO = Head(CompanyId("c2"), 9, "b" * 64)


@pytest.mark.parametrize(
    "sought",
    [
        EVERYTHING,
        Sought(kinds=kinds_of(Sort.GIVEN)),
        Sought(person=CHIEF),
        Sought(seasons=frozenset({SeasonId("1")}), subject="seats_total"),
    ],
)
def test_an_event_that_is_asked_for_is_found(sought: Sought) -> None:
    assert sought.holds(EVENT)


@pytest.mark.parametrize(
    "sought",
    [
        Sought(kinds=kinds_of(Sort.PEOPLE)),
        Sought(person=CLERK),
        Sought(seasons=frozenset({SeasonId("2")})),
        Sought(subject="seats"),
    ],
)
def test_another_event_is_not(sought: Sought) -> None:
    assert not sought.holds(EVENT)


def test_every_kind_is_looked_at_with_others_of_its_sort() -> None:
    gathered = [kind for sort in Sort for kind in kinds_of(sort)]

    assert sorted(gathered) == sorted(EventKind)
    assert sort_of(EventKind.HOLD_SET) is Sort.SETTINGS


# --- heads ------------------------------------------------------------------------------


def test_a_head_is_read_as_it_is_told() -> None:
    assert head_of(str(ONE)) == ONE


@pytest.mark.parametrize("text", ["", "c1:7", "c1:0:" + "a" * 64, "c1:7:xyz", "a b:7:" + "a" * 64])
def test_anything_else_is_no_head(text: str) -> None:
    with pytest.raises(ValueError, match="not COMPANY:NUMBER:LINK"):
        head_of(text)


def test_managers_hear_the_head_and_without_one_whoever_keeps_the_company() -> None:
    clerk_and_manager = crew()
    only_clerk = crew(Role.MANAGER)

    assert hears_head(clerk_and_manager) == (CHIEF,)
    assert hears_head(only_clerk) == (CLERK,)


def test_each_person_gets_one_notice_of_all_their_companies() -> None:
    notices = owed_to_people([(ONE, [CHIEF]), (TWO, [CHIEF, CLERK])], TODAY)

    assert [(each.to, each.count) for each in notices] == [(CHIEF, 2), (CLERK, 1)]
    assert notices[0].why == f"{ONE}\n{TWO}"
    assert notices[1].why == str(TWO)


def test_a_day_has_one_notice_for_a_person() -> None:
    (morning,) = owed_to_people([(ONE, [CHIEF])], TODAY)
    (evening,) = owed_to_people([(TWO, [CHIEF])], TODAY)
    (next_day,) = owed_to_people([(TWO, [CHIEF])], date(2027, 1, 6))

    assert morning.key == evening.key != next_day.key


def test_a_chosen_chat_gets_all_heads_and_none_on_a_day_without_any() -> None:
    (notice,) = owed_to_chat([ONE, TWO], -100, TODAY)

    assert (notice.to, notice.kind) == (PersonId("-100"), NoticeKind.TRAIL_HEAD_KEPT)
    assert notice.count == 2
    assert owed_to_chat([], -100, TODAY) == ()


def test_a_team_without_anybody_in_charge_tells_nobody() -> None:
    nobody = replace(crew(), members=())

    assert hears_head(nobody) == ()
    assert owed_to_people([(ONE, hears_head(nobody))], TODAY) == ()

"""The groups that show the board: bound by somebody who may, moved and lost as the messenger says."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.workflow.crew import by, crew
from tests.workflow.firm import STRANGER
from workflow.cases import turn_company
from workflow.errors import AlreadyGiven, Archived, WorkflowError
from workflow.events import EventKind
from workflow.grouping import (
    MOST_GROUPS,
    bind_group,
    change_group,
    lose_group,
    move_group,
    unbind_group,
)
from workflow.model import Company, Lifecycle, Outcome
from workflow.team import Group
from workflow.team_errors import NoSuchGroup, TooMany

TEAM = Group(-100, "年报群", has_outsiders=False)


def bound(*groups: Group) -> Company:
    company = crew()
    return replace(company, groups=groups or (TEAM,))


def test_a_bound_group_shows_the_board_and_the_trail_says_so() -> None:
    outcome = bind_group(crew(), TEAM, by=by())

    event = outcome.events[0]

    assert outcome.company.groups == (TEAM,)
    assert (event.kind, event.subject, event.new) == (
        EventKind.GROUP_BOUND,
        "-100",
        "-100 0 team 年报群",
    )


def test_bound_again_from_another_topic_the_board_moves_there() -> None:
    outcome = bind_group(bound(), replace(TEAM, topic=7), by=by())

    assert [each.topic for each in outcome.company.groups] == [7]
    assert outcome.events[0].kind is EventKind.GROUP_CHANGED


def test_a_company_has_ten_groups_at_most() -> None:
    company = bound(*(replace(TEAM, chat=-number) for number in range(MOST_GROUPS)))

    with pytest.raises(TooMany) as refused:
        bind_group(company, TEAM, by=by())

    assert refused.value.facts == {"what": "groups", "most": 10}


def test_whether_there_are_outsiders_can_be_said_later() -> None:
    outcome = change_group(bound(), TEAM.chat, True, by=by())  # noqa: FBT003 - the answer

    assert outcome.company.groups == (replace(TEAM, has_outsiders=True),)
    assert (outcome.events[0].old, outcome.events[0].new) == (
        "-100 0 team 年报群",
        "-100 0 outsiders 年报群",
    )


def test_an_unbound_group_shows_nothing_any_more() -> None:
    other = replace(TEAM, chat=-200)

    outcome = unbind_group(bound(TEAM, other), TEAM.chat, by=by())

    assert outcome.company.groups == (other,)
    assert [each.kind for each in outcome.events] == [EventKind.GROUP_UNBOUND]


def test_a_group_of_an_archived_company_can_be_let_go_but_not_bound() -> None:
    archived = turn_company(bound(), Lifecycle.ARCHIVED, by=by()).company

    assert unbind_group(archived, TEAM.chat, by=by()).company.groups == ()
    with pytest.raises(Archived):
        bind_group(archived, replace(TEAM, chat=-200), by=by())
    with pytest.raises(Archived):
        change_group(archived, TEAM.chat, True, by=by())  # noqa: FBT003 - the answer


# --- facts ------------------------------------------------------------------------------


def test_whoever_put_us_out_the_group_is_gone() -> None:
    outcome = lose_group(bound(), TEAM.chat, by=by(STRANGER))

    assert outcome.company.groups == ()
    assert outcome.events[0].by == STRANGER


def test_a_group_that_moved_keeps_its_board_under_the_new_number() -> None:
    outcome = move_group(bound(), TEAM.chat, -1009, by=by(STRANGER))

    assert outcome.company.groups == (replace(TEAM, chat=-1009),)
    assert (outcome.events[0].old, outcome.events[0].new) == (
        "-100 0 team 年报群",
        "-1009 0 team 年报群",
    )


def test_news_of_a_move_that_comes_late_leaves_the_group_there_once() -> None:
    company = bound(TEAM, replace(TEAM, chat=-1009))

    moved = move_group(company, TEAM.chat, -1009, by=by()).company

    assert [each.chat for each in moved.groups] == [-1009]


REFUSED: dict[str, tuple[Callable[[Company], Outcome], type[WorkflowError]]] = {
    "bound as it is": (lambda c: bind_group(c, TEAM, by=by()), AlreadyGiven),
    "said before": (
        lambda c: change_group(c, TEAM.chat, TEAM.has_outsiders, by=by()),
        AlreadyGiven,
    ),
    "moved to where it is": (
        lambda c: move_group(c, TEAM.chat, TEAM.chat, by=by()),
        AlreadyGiven,
    ),
    "another changed": (
        lambda c: change_group(c, -5, True, by=by()),  # noqa: FBT003 - the answer
        NoSuchGroup,
    ),
    "another unbound": (lambda c: unbind_group(c, -5, by=by()), NoSuchGroup),
    "another lost": (lambda c: lose_group(c, -5, by=by()), NoSuchGroup),
    "another moved": (lambda c: move_group(c, -5, -6, by=by()), NoSuchGroup),
}


@pytest.mark.parametrize(("act", "refusal"), REFUSED.values(), ids=REFUSED)
def test_what_would_change_nothing_is_refused(
    act: Callable[[Company], Outcome], refusal: type[WorkflowError]
) -> None:
    company = bound()

    with pytest.raises(refusal):
        act(company)

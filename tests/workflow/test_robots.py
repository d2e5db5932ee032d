"""Robots and mailboxes of a company, and the hours of its groups: what is kept, refused, written down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from tests.workflow.crew import BOSS, CLERK, FINANCE, VIEWER, by, crew
from workflow.cases import turn_company
from workflow.channels import Address, ChannelKind, ChannelNotRead
from workflow.errors import AlreadyGiven, Archived, Blank, NotAllowed, TooLong, WorkflowError
from workflow.events import EventKind
from workflow.grouping import bind_group, set_group_habit
from workflow.habits import Habit
from workflow.ids import PersonId
from workflow.model import Company, Lifecycle, Outcome
from workflow.reminder_errors import NoSuchRobot
from workflow.robots import (
    MOST_ROBOTS,
    add_robot,
    remove_robot,
    rename_robot,
    set_robot_habit,
    sign_robot,
)
from workflow.team import Group, Robot
from workflow.team_errors import NoSuchGroup, TooMany

KEY, SECRET = "693a91f6-7aaa-4bc4-97a0", "SECab12ab12ab12"
DINGTALK = Address(ChannelKind.DINGTALK, KEY)
MAIL = Address(ChannelKind.MAIL, "nianbao@corp.com.cn")
TEAM = Group(-100, "年报群", has_outsiders=False)
EARLY = Habit(hour=time(8))


def having(*robots: Robot) -> Company:
    return replace(crew(), robots=robots or (Robot(7, "财务群", DINGTALK),), groups=(TEAM,))


Action = Callable[[Company, PersonId], Outcome]
ADD: Action = lambda company, who: add_robot(company, "群", MAIL, by=by(who))  # noqa: E731
RENAME: Action = lambda company, who: rename_robot(company, 7, "新名", by=by(who))  # noqa: E731
SIGN: Action = lambda company, who: sign_robot(company, 7, SECRET, by=by(who))  # noqa: E731
HOUR: Action = lambda company, who: set_robot_habit(company, 7, EARLY, by=by(who))  # noqa: E731
REMOVE: Action = lambda company, who: remove_robot(company, 7, by=by(who))  # noqa: E731
GROUP: Action = lambda company, who: set_group_habit(company, -100, EARLY, by=by(who))  # noqa: E731
ALL = (ADD, RENAME, SIGN, HOUR, REMOVE, GROUP)


def test_an_added_robot_has_a_number_of_its_own_and_its_key_is_in_no_event() -> None:
    signed = replace(DINGTALK, secret=SECRET)
    outcome = add_robot(crew(), "  财务  群 ", signed, by=by())

    (robot,), (event,) = outcome.company.robots, outcome.events

    assert (robot.name, robot.address) == ("财务 群", signed)
    assert robot.number == event.seq
    assert (event.kind, event.subject) == (EventKind.ROBOT_ADDED, f"#{event.seq}")
    assert event.new == "dingtalk+ 财务 群"


def test_the_same_address_with_a_secret_takes_the_place_of_the_one_before() -> None:
    outcome = add_robot(having(), "又一个", replace(DINGTALK, secret=SECRET), by=by())

    assert outcome.company.robots == (Robot(7, "财务群", replace(DINGTALK, secret=SECRET)),)
    assert outcome.events[0].kind is EventKind.ROBOT_CHANGED
    with pytest.raises(AlreadyGiven):
        add_robot(having(), "又一个", DINGTALK, by=by())


@pytest.mark.parametrize(("name", "refused"), [(" \n", Blank), ("长" * 41, TooLong)])
def test_a_name_is_neither_empty_nor_endless(name: str, refused: type[WorkflowError]) -> None:
    with pytest.raises(refused):
        add_robot(crew(), name, MAIL, by=by())
    with pytest.raises(refused):
        rename_robot(having(), 7, name, by=by())


def test_a_company_has_ten_robots_at_most() -> None:
    full = having(*(Robot(n, "群", replace(DINGTALK, target=KEY + "0" * n)) for n in range(10)))

    with pytest.raises(TooMany) as refused:
        add_robot(full, "群", MAIL, by=by())

    assert refused.value.facts == {"what": "robots", "most": MOST_ROBOTS}


def test_a_secret_is_kept_and_told_to_nobody() -> None:
    outcome = sign_robot(having(), 7, SECRET, by=by())

    assert outcome.company.robots[0].address.secret == SECRET
    assert SECRET not in repr(outcome)
    with pytest.raises(ChannelNotRead):
        sign_robot(having(Robot(7, "邮箱", MAIL)), 7, SECRET, by=by())


def test_a_removed_robot_leaves_nothing_but_its_name_in_the_trail() -> None:
    outcome = remove_robot(having(), 7, by=by())

    assert outcome.company.robots == ()
    assert outcome.events[0].old == "dingtalk 财务群"


@pytest.mark.parametrize(("action", "subject"), [(HOUR, "#7"), (GROUP, "-100")])
def test_another_hour_stands_in_the_trail_with_the_one_before(action: Action, subject: str) -> None:
    outcome = action(having(), by().person)

    event = outcome.events[0]

    assert (event.kind, event.subject) == (EventKind.HOUR_SET, subject)
    assert (event.old, event.new) == ("09:00", "08:00")
    with pytest.raises(AlreadyGiven):
        action(outcome.company, by().person)


def test_a_group_bound_again_keeps_its_hour() -> None:
    company = set_group_habit(having(), -100, EARLY, by=by()).company

    bound = bind_group(company, replace(TEAM, topic=7), by=by()).company

    assert (bound.groups[0].topic, bound.groups[0].habit) == (7, EARLY)


@pytest.mark.parametrize("action", ALL)
@pytest.mark.parametrize("person", [BOSS, FINANCE, VIEWER])
def test_only_who_runs_the_company_sets_them(action: Action, person: PersonId) -> None:
    assert action(having(), CLERK).events

    with pytest.raises(NotAllowed):
        action(having(), person)


@pytest.mark.parametrize("action", ALL)
def test_an_archived_company_is_left_as_it_is(action: Action) -> None:
    archived = turn_company(having(), Lifecycle.ARCHIVED, by=by()).company

    with pytest.raises(Archived):
        action(archived, by().person)


@pytest.mark.parametrize("action", [RENAME, SIGN, HOUR, REMOVE])
def test_a_robot_that_is_not_there_is_none(action: Action) -> None:
    with pytest.raises(NoSuchRobot):
        action(having(Robot(8, "别的", DINGTALK)), by().person)


def test_a_group_that_is_not_there_has_no_hour() -> None:
    with pytest.raises(NoSuchGroup):
        set_group_habit(having(), -5, EARLY, by=by())

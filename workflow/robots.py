"""The robots and mailboxes of a company that hear what a team group hears. Their keys go in no trail."""

from dataclasses import replace

from workflow.change import Doer, Done, outcome, require_active
from workflow.channels import Address, signed
from workflow.errors import AlreadyGiven, Blank, TooLong
from workflow.events import EventKind
from workflow.habits import Habit
from workflow.model import Company, Outcome
from workflow.permissions import Action, require
from workflow.reminder_errors import NoSuchRobot
from workflow.team import Robot
from workflow.team_errors import TooMany
from workflow.text import tidied

MOST_ROBOTS = 10
LONGEST_NAME = 40


def robot(company: Company, number: int) -> Robot:
    """The robot of that number; NoSuchRobot."""
    for each in company.robots:
        if each.number == number:
            return each
    raise NoSuchRobot


def robot_key(number: int) -> str:
    """How the trail names a robot."""
    return f"#{number}"


def add_robot(company: Company, name: str, address: Address, *, by: Doer) -> Outcome:
    """Tell this address too from now on; AlreadyGiven for one that is told already.

    The same address with another secret takes the place of the one before. Blank, TooLong, TooMany.
    """
    _require(company, by)
    name = _name(name)
    for each in company.robots:
        if (each.address.kind, each.address.target) == (address.kind, address.target):
            return _changed(company, each, replace(each, address=address), by)
    if len(company.robots) >= MOST_ROBOTS:
        raise TooMany(what="robots", most=MOST_ROBOTS)
    added = Robot(company.event_seq + 1, name, address)
    done = Done(EventKind.ROBOT_ADDED, subject=robot_key(added.number), new=plain(added))
    return outcome(replace(company, robots=(*company.robots, added)), by, done)


def rename_robot(company: Company, number: int, name: str, *, by: Doer) -> Outcome:
    """Call it otherwise; NoSuchRobot, Blank, TooLong, AlreadyGiven."""
    _require(company, by)
    old = robot(company, number)
    return _changed(company, old, replace(old, name=_name(name)), by)


def sign_robot(company: Company, number: int, secret: str, *, by: Doer) -> Outcome:
    """Sign its posts with that secret; NoSuchRobot, ChannelNotRead, AlreadyGiven."""
    _require(company, by)
    old = robot(company, number)
    return _changed(company, old, replace(old, address=signed(old.address, secret)), by)


def set_robot_habit(company: Company, number: int, habit: Habit, *, by: Doer) -> Outcome:
    """Tell it at another hour; NoSuchRobot, AlreadyGiven."""
    _require(company, by)
    old = robot(company, number)
    if old.habit == habit:
        raise AlreadyGiven
    done = Done(
        EventKind.HOUR_SET,
        subject=robot_key(number),
        old=f"{old.habit.hour:%H:%M}",
        new=f"{habit.hour:%H:%M}",
    )
    return outcome(_with(company, replace(old, habit=habit)), by, done)


def remove_robot(company: Company, number: int, *, by: Doer) -> Outcome:
    """Tell it nothing any more, and forget its key; NoSuchRobot."""
    _require(company, by)
    old = robot(company, number)
    left = tuple(each for each in company.robots if each.number != number)
    done = Done(EventKind.ROBOT_REMOVED, subject=robot_key(number), old=plain(old))
    return outcome(replace(company, robots=left), by, done)


def _require(company: Company, by: Doer) -> None:
    require(by.person, Action.ADMINISTER, company)
    require_active(company)


def _name(name: str) -> str:
    name = tidied(name)
    if not name:
        raise Blank
    if len(name) > LONGEST_NAME:
        raise TooLong(longest=LONGEST_NAME)
    return name


def _changed(company: Company, old: Robot, new: Robot, by: Doer) -> Outcome:
    if new == old:
        raise AlreadyGiven
    key = robot_key(old.number)
    done = Done(EventKind.ROBOT_CHANGED, subject=key, old=plain(old), new=plain(new))
    return outcome(_with(company, new), by, done)


def _with(company: Company, changed: Robot) -> Company:
    robots = tuple(changed if each.number == changed.number else each for each in company.robots)
    return replace(company, robots=robots)


def plain(robot: Robot) -> str:
    """As the trail keeps it: the channel, + if its posts are signed, the name; never where it leads."""
    return f"{robot.address.kind}{'+' if robot.address.secret else ''} {robot.name}"

"""The team groups that show a company's board: bound, changed, moved, let go."""

from dataclasses import replace

from workflow.change import Doer, Done, outcome, require_active
from workflow.errors import AlreadyGiven
from workflow.events import EventKind
from workflow.habits import Habit
from workflow.model import Company, Outcome
from workflow.permissions import Action, require
from workflow.team import Group
from workflow.team_errors import NoSuchGroup, TooMany

MOST_GROUPS = 10


def bind_group(company: Company, group: Group, *, by: Doer) -> Outcome:
    """Show the company's board in that group; bound again it takes the new title and topic.

    That no other company shows its board there is for the caller to know. AlreadyGiven, TooMany.
    """
    require(by.person, Action.BIND_GROUP, company)
    require_active(company)
    bound = next((each for each in company.groups if each.chat == group.chat), None)
    if bound is not None:
        return _changed(company, replace(group, habit=bound.habit), by)
    if len(company.groups) >= MOST_GROUPS:
        raise TooMany(what="groups", most=MOST_GROUPS)
    changed = replace(company, groups=(*company.groups, group))
    done = Done(EventKind.GROUP_BOUND, subject=f"{group.chat}", new=_plain(group))
    return outcome(changed, by, done)


def change_group(company: Company, chat: int, has_outsiders: bool, *, by: Doer) -> Outcome:  # noqa: FBT001 - the answer to one question
    """Say whether there are outsiders (群里有外部人员); NoSuchGroup, AlreadyGiven."""
    require(by.person, Action.BIND_GROUP, company)
    require_active(company)
    return _changed(company, replace(_group(company, chat), has_outsiders=has_outsiders), by)


def set_group_habit(company: Company, chat: int, habit: Habit, *, by: Doer) -> Outcome:
    """Let the group's morning come at another hour; NoSuchGroup, AlreadyGiven."""
    require(by.person, Action.BIND_GROUP, company)
    require_active(company)
    old = _group(company, chat)
    if old.habit == habit:
        raise AlreadyGiven
    done = Done(
        EventKind.HOUR_SET,
        subject=f"{chat}",
        old=f"{old.habit.hour:%H:%M}",
        new=f"{habit.hour:%H:%M}",
    )
    return outcome(_with(company, replace(old, habit=habit)), by, done)


def set_group_locale(company: Company, chat: int, locale: str, *, by: Doer) -> Outcome:
    """Speak another language in the group; NoSuchGroup, AlreadyGiven."""
    require(by.person, Action.BIND_GROUP, company)
    require_active(company)
    old = _group(company, chat)
    if old.locale == locale:
        raise AlreadyGiven
    done = Done(EventKind.LANGUAGE_SET, subject=f"{chat}", old=old.locale, new=locale)
    return outcome(_with(company, replace(old, locale=locale)), by, done)


def _with(company: Company, group: Group) -> Company:
    groups = tuple(group if each.chat == group.chat else each for each in company.groups)
    return replace(company, groups=groups)


def _changed(company: Company, group: Group, by: Doer) -> Outcome:
    old = _group(company, group.chat)
    if group == old:
        raise AlreadyGiven
    done = Done(
        EventKind.GROUP_CHANGED, subject=f"{group.chat}", old=_plain(old), new=_plain(group)
    )
    return outcome(_with(company, group), by, done)


def unbind_group(company: Company, chat: int, *, by: Doer) -> Outcome:
    """Show no board there any more, also of an archived company; NoSuchGroup."""
    require(by.person, Action.BIND_GROUP, company)
    return lose_group(company, chat, by=by)


# --- what the messenger tells: facts, whoever made them ----------------------------------


def lose_group(company: Company, chat: int, *, by: Doer) -> Outcome:
    """We were put out of the group, or it is gone: no board there any more. NoSuchGroup.

    Nobody needs to be allowed to do it, since it has been done; `by` may be a stranger.
    """
    old = _group(company, chat)
    groups = tuple(each for each in company.groups if each.chat != chat)
    done = Done(EventKind.GROUP_UNBOUND, subject=f"{chat}", old=_plain(old))
    return outcome(replace(company, groups=groups), by, done)


def move_group(company: Company, old: int, new: int, *, by: Doer) -> Outcome:
    """The group became a supergroup and has another number now. NoSuchGroup, AlreadyGiven.

    Nobody needs to be allowed to do it, since it has been done; `by` may be a stranger. A group
    that was bound under its new number before the news came stands there once.
    """
    was = _group(company, old)
    moved = replace(was, chat=new)
    if old == new:
        raise AlreadyGiven
    groups = tuple(
        moved if each.chat == old else each for each in company.groups if each.chat != new
    )
    done = Done(EventKind.GROUP_CHANGED, subject=f"{new}", old=_plain(was), new=_plain(moved))
    return outcome(replace(company, groups=groups), by, done)


def _group(company: Company, chat: int) -> Group:
    for each in company.groups:
        if each.chat == chat:
            return each
    raise NoSuchGroup


def _plain(group: Group) -> str:
    """The group as the trail keeps it."""
    whom = "outsiders" if group.has_outsiders else "team"
    return f"{group.chat} {group.topic} {whom} {group.title}"

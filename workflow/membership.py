"""The members of a company: their roles change, they go, they hand their work over."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from workflow.change import Doer, Done, outcome, require_active
from workflow.checklist import checklist
from workflow.errors import AlreadyGiven, NotAllowed
from workflow.events import EventKind, Notice, NoticeKind
from workflow.ids import ItemKey, PackRef, PersonId
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.notify import telling
from workflow.pack import Pack
from workflow.permissions import TABLE, Action, may, member, require
from workflow.team import Department, Member, Role
from workflow.team_errors import LastKeeper, MayOnlyLook, NoRole, NoSuchMember, NothingToHandOver

SETTLES = timedelta(minutes=1)
"""How long somebody's roles are left to be changed on before they are told."""
KEEPERS = frozenset(role for role in Role if Action.INVITE in TABLE[role])
"""The roles that look after who belongs to the company."""


def is_keeper(who: Member) -> bool:
    """Whether they may invite, change roles, remove and hand over."""
    return not KEEPERS.isdisjoint(who.roles)


def keepers(company: Company) -> tuple[PersonId, ...]:
    """Those who look after the members; never nobody."""
    return tuple(each.person for each in company.members if is_keeper(each))


def may_give(roles: Iterable[Role], company: Company, *, by: PersonId) -> bool:
    """Whether they may make somebody that, or nothing of that any more.

    Whoever may invite gives any role; those of a keeper only a manager, where there is one.
    """
    giver = next((each for each in company.members if each.person == by), None)
    if giver is None or not is_keeper(giver):
        return False
    if Role.MANAGER in giver.roles or KEEPERS.isdisjoint(roles):
        return True
    return not any(Role.MANAGER in each.roles for each in company.members)


def require_may_give(roles: Iterable[Role], company: Company, *, by: PersonId) -> None:
    """Raise NotAllowed (or NoSuchCompany) unless they may give these roles."""
    require(by, Action.INVITE, company)
    if not may_give(roles, company, by=by):
        raise NotAllowed


# --- roles ------------------------------------------------------------------------------


def placed(who: Member, roles: Iterable[Role], departments: Iterable[Department]) -> Member:
    """The member with these roles and departments, each once, in the order of their table."""
    roles, departments = set(roles), set(departments)
    return replace(
        who,
        roles=tuple(role for role in Role if role in roles),
        departments=tuple(each for each in Department if each in departments),
    )


def place(who: Member) -> str:
    """Roles and departments as the trail keeps them: `contributor FIN HR`."""
    return " ".join((*who.roles, *who.departments))


def change_roles(
    company: Company,
    person: PersonId,
    roles: Iterable[Role],
    departments: Iterable[Department],
    *,
    by: Doer,
) -> Outcome:
    """Give a member these roles and departments in place of those before; they are told of the last.

    Who may hand in nothing after it keeps no items. Raises NoSuchMember, NoRole, AlreadyGiven,
    LastKeeper, and NotAllowed as `require_may_give` says; one's own roles anybody who may invite
    may lay down.
    """
    require(by.person, Action.INVITE, company)
    require_active(company)
    old = _member(company, person)
    new = placed(old, roles, departments)
    if not new.roles:
        raise NoRole
    if new == old:
        raise AlreadyGiven
    _require_may_turn(old, new, company, by)
    changed = with_member(company, new)
    _require_keeper(changed)
    if may(person, Action.HAND_IN_MINE, changed):
        done = outcome(changed, by, *_change(old, new))
    else:
        done = _released(changed, person, _change(old, new), by=by)
    return telling(done, [person], NoticeKind.ROLE_CHANGED, settles=SETTLES)


def is_told_later(company: Company, notice: Notice) -> bool:
    """Whether their roles were changed again since: of many changes the last is told."""
    told_as_given = {e.seq + 1 for e in company.recent if e.kind is EventKind.HANDED_OVER}
    later = (e for e in company.recent if e.seq > notice.event and e.seq not in told_as_given)
    return notice.event > 0 and any(
        e.kind is EventKind.MEMBER_CHANGED and e.subject == notice.to and e.by != notice.to
        for e in later
    )


def _require_may_turn(old: Member, new: Member, company: Company, by: Doer) -> None:
    gained, lost = set(new.roles) - set(old.roles), set(old.roles) - set(new.roles)
    require_may_give(gained if new.person == by.person else gained | lost, company, by=by.person)


def with_member(company: Company, who: Member) -> Company:
    """The company with the member in place of the one of the same person, or as a new one."""
    if any(each.person == who.person for each in company.members):
        members = tuple(who if each.person == who.person else each for each in company.members)
        return replace(company, members=members)
    former = tuple(each for each in company.former if each.person != who.person)
    return replace(company, members=(*company.members, who), former=former)


def _member(company: Company, person: PersonId) -> Member:
    for each in company.members:
        if each.person == person:
            return each
    raise NoSuchMember


def _require_keeper(company: Company) -> None:
    if not keepers(company):
        raise LastKeeper


# --- going ------------------------------------------------------------------------------


def remove(company: Company, person: PersonId, *, by: Doer) -> Outcome:
    """Take a member out; they are told, and what was theirs goes back to the departments.

    Also while the company is archived. Removing oneself is leaving. Raises NoSuchMember,
    LastKeeper, NotAllowed where a keeper is not removed by a manager.
    """
    if person == by.person:
        return leave(company, by=by)
    require(by.person, Action.INVITE, company)
    gone = _member(company, person)
    require_may_give(gone.roles, company, by=by.person)
    removed = _without(company, gone, EventKind.MEMBER_REMOVED, by)
    return telling(removed, [person], NoticeKind.REMOVED)


def leave(company: Company, *, by: Doer) -> Outcome:
    """Go out of a company by oneself; those who keep it are told. LastKeeper."""
    gone = member(by.person, company)
    left = _without(company, gone, EventKind.MEMBER_LEFT, by)
    return telling(left, keepers(left.company), NoticeKind.LEFT)


def _without(company: Company, gone: Member, kind: EventKind, by: Doer) -> Outcome:
    members = tuple(each for each in company.members if each.person != gone.person)
    changed = replace(company, members=members, former=(*company.former, gone))
    _require_keeper(changed)
    done = Done(kind, subject=gone.person, old=place(gone))
    return _released(changed, gone.person, [done], by=by)


# --- handing over -----------------------------------------------------------------------


def hand_over(
    company: Company,
    packs: Mapping[PackRef, Pack],
    from_person: PersonId,
    to_person: PersonId,
    *,
    by: Doer,
    with_roles: bool = False,
) -> Outcome:
    """Give all that one member still owes in active seasons to another, who is told how much.

    What is done stays theirs, with its history. `with_roles` gives them the roles and departments too, so that a last keeper can go. The first
    event says from whom (subject), how many items (old) and to whom (new); each item has its own.
    Raises NoSuchMember, NothingToHandOver, MayOnlyLook, NotAllowed as `require_may_give` says.
    """
    require(by.person, Action.INVITE, company)
    require_active(company)
    giver, taker = _member(company, from_person), _member(company, to_person)
    heir = _heir(taker, giver) if with_roles else taker
    require_may_give(set(heir.roles) - set(taker.roles), company, by=by.person)
    seasons = [each for each in company.seasons if each.lifecycle is Lifecycle.ACTIVE]
    held = [
        (season, key)
        for season, key in _held(seasons, giver.person)
        if key in _owed(company, season, packs[season.pack])
    ]
    count = len(held)
    if giver == taker or (not count and heir == taker):
        raise NothingToHandOver
    changed = with_member(company, heir)
    if count and not may(heir.person, Action.HAND_IN_MINE, changed):
        raise MayOnlyLook
    said = [
        Done(EventKind.HANDED_OVER, subject=giver.person, old=f"{count}", new=heir.person),
        *_change(taker, heir),
    ]
    handed = _pass_on(changed, held, giver.person, heir.person, said, by=by)
    return telling(handed, [heir.person], NoticeKind.HANDED_OVER, count=count)


def _owed(company: Company, season: Season, pack: Pack) -> Collection[ItemKey]:
    return {task.item.key for task in checklist(company, season, pack) if task.is_owed}


def _heir(taker: Member, giver: Member) -> Member:
    roles = (*taker.roles, *giver.roles)
    return placed(taker, roles, (*taker.departments, *giver.departments))


def _change(old: Member, new: Member) -> list[Done]:
    """What to write of the change; nothing where there is none."""
    if old == new:
        return []
    return [Done(EventKind.MEMBER_CHANGED, subject=new.person, old=place(old), new=place(new))]


# --- what was given to a person ---------------------------------------------------------


Held = tuple[Season, ItemKey]


def _held(seasons: Iterable[Season], person: PersonId) -> list[Held]:
    return [
        (season, key) for season in seasons for key, who in season.assigned.items() if who == person
    ]


def _released(company: Company, person: PersonId, said: list[Done], *, by: Doer) -> Outcome:
    """All that was theirs, in archived seasons too, is the departments' again."""
    return _pass_on(company, _held(company.seasons, person), person, None, said, by=by)


def _pass_on(
    company: Company,
    held: Collection[Held],
    person: PersonId,
    to: PersonId | None,
    said: list[Done],
    *,
    by: Doer,
) -> Outcome:
    """What was said, and after it an event for each item of theirs that changes hands."""
    kind = EventKind.UNASSIGNED if to is None else EventKind.ASSIGNED
    moves = [
        Done(kind, season=season, subject=key, old=person, new=to or "") for season, key in held
    ]
    seasons = tuple(
        _passed(season, {key for of, key in held if of is season}, to) for season in company.seasons
    )
    return outcome(replace(company, seasons=seasons), by, *said, *moves)


def _passed(season: Season, keys: Collection[ItemKey], to: PersonId | None) -> Season:
    heirs = {key: to if key in keys else who for key, who in season.assigned.items()}
    return replace(season, assigned={key: who for key, who in heirs.items() if who is not None})

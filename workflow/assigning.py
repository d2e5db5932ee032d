"""Whose an item is: its department's, or the person's it was given to or who took it (认领)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import find_task, season_of
from workflow.errors import AlreadyGiven
from workflow.events import EventKind, NoticeKind
from workflow.handling import is_sensitive, those_who_may
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.model import Company, Outcome, Season
from workflow.notify import telling
from workflow.pack import Item, ItemKind, Pack
from workflow.permissions import Action, may, member, require
from workflow.signed import SIGNERS, is_with_keepers, owed_by
from workflow.team import Department, Role
from workflow.team_errors import MayOnlyLook, NoSuchMember, NotYours, TakenAlready


@dataclass(frozen=True, slots=True)
class Crew:
    """The members of a company by what they are asked for."""

    company: Company
    members: frozenset[PersonId]
    keepers: tuple[PersonId, ...]
    """Those who run its work."""
    signers: tuple[PersonId, ...]
    departments: Mapping[Department, tuple[PersonId, ...]]
    """The contributors of each department that has any."""

    def owner(self, season: Season, key: ItemKey) -> PersonId | None:
        """To whom the item was given, or who took it; None while it is its department's."""
        owner = season.assigned.get(key)
        return owner if owner in self.members else None

    def asked(self, item: Item) -> tuple[PersonId, ...]:
        """Those of the item's departments, and who signs where a signature is asked."""
        signers = self.signers if item.kind is ItemKind.SIGN else ()
        return (*signers, *self._contributors(item))

    def persons(self, season: Season, item: Item) -> tuple[PersonId, ...]:
        """Those in whose 我的事 it stands: its owner, or else everybody who is asked for it.

        What no department's member would see is for those who run the work: never nobody's. A
        signature that was asked for is owed by who has not signed, and one that was given back by
        those who run the work.
        """
        if item.kind is ItemKind.SIGN:
            if is_with_keepers(season, item.key):
                return self.keepers
            asked = owed_by(self.company, season, item)
            if asked is not None:
                return asked
        owner = self.owner(season, item.key)
        if owner is not None:
            return (owner,)
        keepers = () if self._contributors(item) else self.keepers
        return tuple(dict.fromkeys((*self.asked(item), *keepers)))

    def _contributors(self, item: Item) -> tuple[PersonId, ...]:
        return tuple(
            person for each in item.departments for person in self.departments.get(each, ())
        )


def crew_of(company: Company) -> Crew:
    """The company's members as they are now."""
    departments: dict[Department, tuple[PersonId, ...]] = {}
    for each in company.members:
        if Role.CONTRIBUTOR in each.roles:
            for department in each.departments:
                departments[department] = (*departments.get(department, ()), each.person)
    return Crew(
        company=company,
        members=frozenset(each.person for each in company.members),
        keepers=those_who_may(Action.ASSIGN, company),
        signers=tuple(
            each.person for each in company.members if not SIGNERS.isdisjoint(each.roles)
        ),
        departments=departments,
    )


def owner_of(company: Company, season: Season, item: Item) -> PersonId | None:
    """To whom it was given, or who took it; None while it is its department's."""
    return crew_of(company).owner(season, item.key)


def is_mine(person: PersonId, company: Company, season: Season, item: Item) -> bool:
    """Whether it stands in the person's 我的事; for many items ask `crew_of` once."""
    return person in crew_of(company).persons(season, item)


def may_hand_in(person: PersonId, company: Company, season: Season, item: Item) -> bool:
    """Whether the person may hand it in: anything; or what is theirs or their department's.

    NoSuchCompany for a stranger.
    """
    if may(person, Action.HAND_IN, company):
        return True
    crew = crew_of(company)
    is_own = crew.owner(season, item.key) == person or person in crew.asked(item)
    return is_own and may(person, Action.HAND_IN_MINE, company)


def may_see(person: PersonId, company: Company, season: Season, item: Item) -> bool:
    """Whether the person may see what the item is and what was handed in for it.

    Internal matters (内部事项) are seen by those who oversee the company, and by those whose the item
    is, or who may hand it in. NoSuchCompany for a stranger.
    """
    if may(person, Action.LOOK_SENSITIVE, company) or not is_sensitive(season, item):
        return may(person, Action.LOOK, company)
    is_theirs = is_mine(person, company, season, item)
    return is_theirs or may_hand_in(person, company, season, item)


# --- giving and taking --------------------------------------------------------------------


def assign(
    company: Company,
    season: SeasonId,
    pack: Pack,
    keys: Iterable[ItemKey],
    to: PersonId | None,
    *,
    by: Doer,
) -> Outcome:
    """Give the items to a member, or with None back to their departments.

    What is there already is passed over; AlreadyGiven if all is. Who gets them is told once, who
    loses them too. One's own items anybody may give back. Raises NoSuchItem, NoSuchMember,
    MayOnlyLook.
    """
    require(by.person, Action.LOOK, company)
    case = season_of(company, season)
    items = _items(company, case, pack, keys)
    lays_down = to is None and all(owner_of(company, case, each) == by.person for each in items)
    require(by.person, Action.HAND_IN_MINE if items and lays_down else Action.ASSIGN, company)
    require_active(company, case)
    if to is not None:
        _require_can_do(company, to)
    moved = tuple(each for each in items if owner_of(company, case, each) != to)
    if not moved:
        raise AlreadyGiven
    kind = EventKind.UNASSIGNED if to is None else EventKind.ASSIGNED
    return _moved(company, case, moved, to, kind, by)


def take(company: Company, season: SeasonId, pack: Pack, key: ItemKey, *, by: Doer) -> Outcome:
    """认领: have an item that nobody has, of one's own department; who may assign, any.

    AlreadyGiven if it is theirs, TakenAlready if another has it, NotYours beyond the department.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    item = find_task(company, case, pack, key).item
    owner = owner_of(company, case, item)
    if owner == by.person:
        raise AlreadyGiven
    if not may(by.person, Action.ASSIGN, company):
        _require_free(company, case, item, by)
    return _moved(company, case, (item,), by.person, EventKind.TAKEN, by)


def _require_free(company: Company, case: Season, item: Item, by: Doer) -> None:
    if not may_hand_in(by.person, company, case, item):
        raise NotYours
    owner = owner_of(company, case, item)
    if owner is not None:
        raise TakenAlready(name=member(owner, company).name)


def _items(company: Company, case: Season, pack: Pack, keys: Iterable[ItemKey]) -> tuple[Item, ...]:
    """The items of these keys, each once."""
    return tuple(find_task(company, case, pack, key).item for key in dict.fromkeys(keys))


def _require_can_do(company: Company, person: PersonId) -> None:
    if all(each.person != person for each in company.members):
        raise NoSuchMember
    if not may(person, Action.HAND_IN_MINE, company):
        raise MayOnlyLook


def _moved(
    company: Company,
    case: Season,
    items: tuple[Item, ...],
    to: PersonId | None,
    kind: EventKind,
    by: Doer,
) -> Outcome:
    """The items with their new owner, one event each; whom it concerns is told once."""
    owners = {each.key: owner_of(company, case, each) for each in items}
    kept = {key: owner for key, owner in case.assigned.items() if key not in owners}
    given = {} if to is None else dict.fromkeys(owners, to)
    changed = with_season(company, replace(case, assigned={**kept, **given}))
    done = (
        Done(kind, season=case, subject=key, old=owner or "", new=to or "")
        for key, owner in owners.items()
    )
    told = outcome(changed, by, *done)
    if to is not None:
        told = telling(told, [to], NoticeKind.ASSIGNED, count=len(items))
    for loser in {owner: None for owner in owners.values() if owner is not None}:
        lost = [key for key, owner in owners.items() if owner == loser]
        told = telling(told, [loser], NoticeKind.UNASSIGNED, subject=lost[0], count=len(lost))
    return told

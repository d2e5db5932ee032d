"""What people may see and change, said a second time and plainly: the walls are measured by this.

Nothing here calls the checks of the program. It reads the table of permissions, the members with
their departments, and whose an item is.
"""

from workflow.checklist import items_of
from workflow.events import Event, EventKind
from workflow.given import ItemState
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.model import Company, Season
from workflow.pack import Item, ItemKind, Pack
from workflow.permissions import TABLE, Action
from workflow.team import Role

KEEPERS = frozenset({Role.MANAGER, Role.CLERK})
SIGNERS = frozenset({Role.BOSS, Role.LEGAL_REP})

NEEDED: dict[EventKind, Action] = {
    **dict.fromkeys(
        (
            EventKind.COMPANY_CORRECTED,
            EventKind.COMPANY_ARCHIVED,
            EventKind.COMPANY_RESTORED,
            EventKind.COMPANY_REMOVED,
            EventKind.COPY_ADOPTED,
            EventKind.SEASON_OPENED,
            EventKind.SEASON_CORRECTED,
            EventKind.SEASON_ARCHIVED,
            EventKind.SEASON_RESTORED,
            EventKind.SEASON_REMOVED,
            EventKind.KNOWN_FILLED,
            EventKind.POLICY_SET,
            EventKind.ROBOT_ADDED,
            EventKind.ROBOT_CHANGED,
            EventKind.ROBOT_REMOVED,
        ),
        Action.ADMINISTER,
    ),
    **dict.fromkeys(
        (
            EventKind.ITEM_ADDED,
            EventKind.ITEM_RENAMED,
            EventKind.ITEM_DROPPED,
            EventKind.ITEM_RESTORED,
            EventKind.STEP_ADDED,
            EventKind.STEP_RENAMED,
            EventKind.STEP_DROPPED,
            EventKind.STEP_RESTORED,
            EventKind.REVIEW_CHANGED,
            EventKind.SENSITIVITY_CHANGED,
            EventKind.DUE_MOVED,
            EventKind.DUE_RESTORED,
        ),
        Action.TAILOR,
    ),
    **dict.fromkeys(
        (
            EventKind.INVITED,
            EventKind.INVITATION_REVOKED,
            EventKind.MEMBER_CHANGED,
            EventKind.MEMBER_REMOVED,
            EventKind.HANDED_OVER,
        ),
        Action.INVITE,
    ),
    **dict.fromkeys(
        (
            EventKind.COLLEAGUE_ADDED,
            EventKind.COLLEAGUE_REMOVED,
            EventKind.NUDGED,
            EventKind.WORD_SAID,
        ),
        Action.ASSIGN,
    ),
    **dict.fromkeys(
        (EventKind.RETENTION_SET, EventKind.HOLD_SET, EventKind.HOLD_LIFTED), Action.KEEP_EVIDENCE
    ),
    EventKind.FILING_RECORDED: Action.RECORD_FILING,
    EventKind.FILING_WITHDRAWN: Action.RECORD_FILING,
    EventKind.GROUP_CHANGED: Action.BIND_GROUP,
    EventKind.GROUP_UNBOUND: Action.BIND_GROUP,
    EventKind.GROUP_BOUND: Action.BIND_GROUP,
    EventKind.HOUR_SET: Action.ADMINISTER,
    EventKind.LANGUAGE_SET: Action.BIND_GROUP,
}
"""What the table must allow whoever did it; what is not here is judged by its own rule below."""


def roles_of(person: PersonId, company: Company) -> frozenset[Role]:
    """Their roles; none for somebody who does not belong there."""
    found = [each.roles for each in company.members if each.person == person]
    return frozenset(found[0]) if found else frozenset()


def may(person: PersonId, action: Action, company: Company) -> bool:
    """Whether the table allows it."""
    return any(action in TABLE[role] for role in roles_of(person, company))


def is_theirs(person: PersonId, company: Company, season: Season, item: Item) -> bool:
    """Given to them, or asked of a department of theirs, or theirs to sign."""
    roles = roles_of(person, company)
    if season.assigned.get(item.key) == person and roles:
        return True
    if item.kind is ItemKind.SIGN and not SIGNERS.isdisjoint(roles):
        return True
    departments = [each.departments for each in company.members if each.person == person]
    asked = bool(departments) and not set(departments[0]).isdisjoint(item.departments)
    return Role.CONTRIBUTOR in roles and asked


def sees(person: PersonId, company: Company, season: Season, item: Item) -> bool:
    """Whether they may read what it is and what was handed in."""
    is_internal = season.tailoring.sensitive.get(item.key, item.sensitive)
    if not is_internal:
        return may(person, Action.LOOK, company)
    oversees = may(person, Action.LOOK_SENSITIVE, company) or may(person, Action.HAND_IN, company)
    return oversees or is_theirs(person, company, season, item)


def item_of(company: Company, season: SeasonId, key: str, pack: Pack) -> tuple[Season, Item] | None:
    """The item of that key, dropped or not."""
    for case in company.seasons:
        if case.id == season:
            for item in items_of(case, pack):
                if item.key == key:
                    return case, item
    return None


def hands_in(person: PersonId, company: Company, season: Season, item: Item) -> bool:
    """Whether they may hand it in."""
    if may(person, Action.HAND_IN, company):
        return True
    mine = may(person, Action.HAND_IN_MINE, company)
    return mine and is_theirs(person, company, season, item)


def gives(person: PersonId, roles: frozenset[Role], company: Company) -> bool:
    """Whether they may make somebody that, or nothing of that: keepers are a manager's matter."""
    mine = roles_of(person, company)
    if Role.MANAGER in mine or KEEPERS.isdisjoint(roles):
        return may(person, Action.INVITE, company)
    return may(person, Action.INVITE, company) and not any(
        Role.MANAGER in each.roles for each in company.members
    )


def moved_roles(person: PersonId, before: Company, after: Company) -> frozenset[Role]:
    """The roles that anybody but the person themselves gained or lost."""
    people = {each.person for each in (*before.members, *after.members)} - {person}
    return frozenset(
        role for each in people for role in roles_of(each, before) ^ roles_of(each, after)
    )


def offered(event: Event) -> frozenset[Role]:
    """The role that an invitation offers."""
    return frozenset({Role(event.new.split()[0])} if event.kind is EventKind.INVITED else ())


def judges(event: Event, company: Company, state: ItemState) -> bool:
    """Whether they may accept or give back that version: never what they handed in."""
    own = any(each.version == event.version and each.by == event.by for each in state.entries)
    return may(event.by, Action.REVIEW, company) and not own


def state_in(company: Company, season: Season, item: Item) -> ItemState:
    """What was handed in for it, in the season or for the company."""
    facts = [facts.items for facts in company.facts if facts.year == season.year]
    both = {**(facts[0] if facts else {}), **season.items}
    return both.get(ItemKey(item.key), ItemState())

"""What people may see and change, said a second time and plainly: the walls are measured by this.

Nothing here calls the checks of the program. It reads the table of permissions, the members with
their departments, and whose an item is.
"""

from tests.talk import PACKS
from workflow.checklist import inputs_of, items_of
from workflow.concerns import concerned
from workflow.events import Event, EventKind
from workflow.given import ItemState
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.model import Company, Season
from workflow.pack import Item, ItemKind, Pack
from workflow.permissions import TABLE, Action
from workflow.rules import RuleKey
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
            EventKind.PACK_MOVED,
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
            EventKind.SIGN_ASKED,
        ),
        Action.ASSIGN,
    ),
    **dict.fromkeys(
        (EventKind.RETENTION_SET, EventKind.HOLD_SET, EventKind.HOLD_LIFTED), Action.KEEP_EVIDENCE
    ),
    **dict.fromkeys(
        (
            EventKind.FINDING_RAISED,
            EventKind.FINDING_FIXED,
            EventKind.FINDING_EXPLAINED,
            EventKind.FINDING_RETRACTED,
        ),
        Action.HAND_IN_MINE,
    ),
    EventKind.FINDING_ACCEPTED: Action.REVIEW,
    EventKind.PAPER_TAKEN: Action.LOOK,
    EventKind.FILING_RECORDED: Action.RECORD_FILING,
    EventKind.PUBLICITY_CHOSEN: Action.RECORD_FILING,
    EventKind.PUBLICITY_RESTORED: Action.RECORD_FILING,
    EventKind.FORM_SAVED: Action.HAND_IN_MINE,
    EventKind.FORM_NOT_SAVED: Action.HAND_IN_MINE,
    EventKind.READ_BACK: Action.HAND_IN_MINE,
    EventKind.READING_WITHDRAWN: Action.HAND_IN_MINE,
    EventKind.FILING_WITHDRAWN: Action.RECORD_FILING,
    **dict.fromkeys(
        (
            EventKind.MATTER_RECORDED,
            EventKind.MATTER_WITHDRAWN,
            EventKind.MATTER_TURNED,
            EventKind.MATTER_RESTORED,
            EventKind.MATTER_LINKED,
            EventKind.MATTER_LINK_RESTORED,
            EventKind.MATTER_TERM_SET,
            EventKind.MATTER_TERM_RESTORED,
        ),
        Action.RECORD_FILING,
    ),
    EventKind.GROUP_CHANGED: Action.BIND_GROUP,
    EventKind.GROUP_UNBOUND: Action.BIND_GROUP,
    EventKind.GROUP_BOUND: Action.BIND_GROUP,
    EventKind.HOUR_SET: Action.ADMINISTER,
    EventKind.LANGUAGE_SET: Action.BIND_GROUP,
}
"""What the table must allow whoever did it; what is not here is judged by its own rule below."""

OF_MATTERS = (Action.LOOK_SENSITIVE, Action.RECORD_FILING)
"""What either of them must allow whoever reads what the authority said."""
MATTERS = frozenset({
    EventKind.MATTER_RECORDED, EventKind.MATTER_WITHDRAWN, EventKind.MATTER_TURNED,
    EventKind.MATTER_RESTORED, EventKind.MATTER_LINKED, EventKind.MATTER_TERM_SET,
    EventKind.MATTER_TERM_RESTORED, EventKind.MATTER_LINK_RESTORED,
})  # fmt: skip
FINDINGS = frozenset({
    EventKind.FINDING_RAISED, EventKind.FINDING_FIXED, EventKind.FINDING_EXPLAINED,
    EventKind.FINDING_ACCEPTED, EventKind.FINDING_RETRACTED,
})  # fmt: skip
TYPING_OVER = frozenset({
    EventKind.TYPED_OVER, EventKind.NOT_TYPED_OVER, EventKind.SYSTEM_REFUSED,
    EventKind.SAVED_OTHERWISE, EventKind.PLEDGE_KEPT, EventKind.SYSTEM_WITHDRAWN,
    EventKind.PLEDGE_RESTORED,
})  # fmt: skip
"""Of one line of a form: whoever sees its item and hands in anything at all."""


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
    """The item of that key, dropped or not, what only the rules need included."""
    for case in company.seasons:
        if case.id == season:
            for item in (*items_of(case, pack), *inputs_of(case, pack)):
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


def signs(person: PersonId, company: Company, season: Season, pack: Pack) -> bool:
    """Whether any signature of the season is theirs."""
    signatures = [item for item in items_of(season, pack) if item.kind is ItemKind.SIGN]
    return any(
        season.assigned.get(item.key) == person or not SIGNERS.isdisjoint(roles_of(person, company))
        for item in signatures
    )


def may_answer(event: Event, company: Company, season: Season) -> bool:
    """Whether the question was asked of them, or they run the work."""
    asked = [each.to for each in season.signing.questions if each.number == event.version]
    return event.by in asked or may(event.by, Action.ASSIGN, company)


def may_sign(event: Event, company: Company, season: Season, pack: Pack) -> bool:
    """Of what somebody did about a signature."""
    match event.kind:
        case (
            EventKind.SIGNED
            | EventKind.SIGN_GIVEN_BACK
            | EventKind.SIGN_ON_PAPER
            | EventKind.SIGN_QUESTIONED
        ):
            return signs(event.by, company, season, pack)
        case EventKind.SIGN_ANSWERED:
            return may_answer(event, company, season)
        case _:
            # whoever changes what was signed puts the signature aside
            return event.kind in (EventKind.SIGN_ASIDE, EventKind.SIGN_STANDS)


def judges(event: Event, company: Company, state: ItemState) -> bool:
    """Whether they may accept or give back that version: never what they handed in."""
    own = any(each.version == event.version and each.by == event.by for each in state.entries)
    return may(event.by, Action.REVIEW, company) and not own


def state_in(company: Company, season: Season, item: Item) -> ItemState:
    """What was handed in for it, in the season or for the company."""
    facts = [facts.items for facts in company.facts if facts.year == season.year]
    both = {**(facts[0] if facts else {}), **season.items}
    return both.get(ItemKey(item.key), ItemState())


def item_behind(company: Company, event: Event) -> str:
    """The key of the item it is about; of a finding, of the internal matter that it looks at."""
    season = next((each for each in company.seasons if each.id == event.season), None)
    if season is None:
        return ""
    pack = PACKS[season.pack]
    if event.kind not in FINDINGS:
        return event.subject if item_of(company, season.id, event.subject, pack) else ""
    concerned_by = {each.key: concerned(each) for each in pack.rules}
    for key in concerned_by[RuleKey(event.subject)]:
        found = item_of(company, season.id, key, pack)
        if found and season.tailoring.sensitive.get(key, found[1].sensitive):
            return key
    return ""

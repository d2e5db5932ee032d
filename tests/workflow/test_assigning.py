"""Whose an item is: its department's, a person's, or of those who run the work; and what moves it."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from tests.workflow.crew import (
    BOSS,
    CHIEF,
    CLERK,
    FINANCE,
    LEGAL_REP,
    NEWCOMER,
    VIEWER,
    by,
    crew,
    having,
    held,
)
from tests.workflow.firm import (
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    SEATS,
    SIGNATURE,
    STRANGER,
    first_season,
    task,
)
from workflow.assigning import assign, crew_of, is_mine, may_hand_in, owner_of, take
from workflow.cases import turn_season
from workflow.errors import AlreadyGiven, Archived, NoSuchCompany, NoSuchItem, NotAllowed
from workflow.events import EventKind, NoticeKind
from workflow.ids import ItemKey, PersonId
from workflow.model import Company, Lifecycle
from workflow.permissions import TABLE, Action
from workflow.tailoring import add_item
from workflow.team import Department, Member, Role
from workflow.team_errors import MayOnlyLook, NoSuchMember, NotYours, TakenAlready

REVENUE = ItemKey("revenue_total")
"""Of finance, who have somebody; the seats are of OPS, where there is nobody."""
SECOND_FINANCE = Member(NEWCOMER, "小孙", (Role.CONTRIBUTOR,), (Department.FIN, Department.OPS))


def two_of_finance() -> Company:
    company = crew()
    return replace(company, members=(*company.members, SECOND_FINANCE))


def whose(company: Company, key: ItemKey) -> set[PersonId]:
    season, item = first_season(company), task(company, key).item
    mine = {each.person for each in company.members if is_mine(each.person, company, season, item)}
    assert mine == set(crew_of(company).persons(season, item))
    return mine


def givers(company: Company, key: ItemKey) -> set[PersonId]:
    season, item = first_season(company), task(company, key).item
    return {
        each.person for each in company.members if may_hand_in(each.person, company, season, item)
    }


def owner(company: Company, key: ItemKey) -> PersonId | None:
    return owner_of(company, first_season(company), task(company, key).item)


# --- whose it is ------------------------------------------------------------------------


def test_an_item_is_its_departments_people() -> None:
    assert whose(crew(), REVENUE) == {FINANCE}


def test_everybody_of_the_department_has_it_until_one_takes_it() -> None:
    company = two_of_finance()

    taken = having(company, NEWCOMER, REVENUE)

    assert whose(company, REVENUE) == {FINANCE, NEWCOMER}
    assert whose(taken, REVENUE) == {NEWCOMER}
    assert owner(taken, REVENUE) == NEWCOMER


def test_what_a_department_without_people_is_asked_is_for_those_who_run_the_work() -> None:
    assert whose(crew(), SEATS) == {CHIEF, CLERK}
    assert whose(two_of_finance(), SEATS) == {NEWCOMER}


def test_what_the_company_added_itself_is_for_those_who_run_the_work() -> None:
    company = crew()
    step = task(company, REVENUE).item.milestone
    added = add_item(company, FIRST, CALL_CENTRE, step, "场地照片", "material", by=by())

    assert whose(added.company, ItemKey(added.events[0].subject)) == {CHIEF, CLERK}


def test_a_signature_is_for_who_signs_and_for_who_sees_to_it() -> None:
    assert whose(crew(), SIGNATURE) == {BOSS, LEGAL_REP, CHIEF, CLERK}


def test_departments_are_kept_for_other_roles_and_ask_nothing_of_them() -> None:
    company = crew()
    members = (
        replace(each, departments=(Department.FIN,)) if each.person == BOSS else each
        for each in company.members
    )

    assert whose(replace(company, members=tuple(members)), REVENUE) == {FINANCE}


def test_an_owner_who_is_gone_owns_nothing() -> None:
    company = having(crew(), NEWCOMER, REVENUE)

    assert owner(company, REVENUE) is None
    assert whose(company, REVENUE) == {FINANCE}


# --- who may hand it in -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "people"),
    [
        (REVENUE, {CHIEF, CLERK, FINANCE}),
        (SEATS, {CHIEF, CLERK}),
        (SIGNATURE, {CHIEF, CLERK, BOSS, LEGAL_REP}),
    ],
)
def test_a_contributor_hands_in_for_the_department_and_the_boss_signs(
    key: ItemKey, people: Collection[PersonId]
) -> None:
    assert givers(crew(), key) == people


@pytest.mark.parametrize("person", [BOSS, LEGAL_REP, FINANCE])
def test_who_was_given_an_item_may_hand_it_in(person: PersonId) -> None:
    company = having(crew(), person, SEATS)

    assert givers(company, SEATS) == {CHIEF, CLERK, person}


def test_a_colleague_of_the_department_may_still_hand_in_what_another_has() -> None:
    company = having(two_of_finance(), NEWCOMER, REVENUE)

    assert FINANCE in givers(company, REVENUE)


def test_a_viewer_hands_in_nothing_whatever_they_were_given() -> None:
    company = having(crew(), VIEWER, SEATS)

    assert VIEWER not in givers(company, SEATS)


def test_a_stranger_is_not_told_that_the_company_exists() -> None:
    company = crew()

    with pytest.raises(NoSuchCompany):
        may_hand_in(STRANGER, company, first_season(company), task(company, SEATS).item)


# --- giving -----------------------------------------------------------------------------


def test_items_are_given_with_an_event_each_and_one_message() -> None:
    done = assign(crew(), FIRST, CALL_CENTRE, [SEATS, CUSTODY, SEATS], FINANCE, by=by())

    assert held(done.company, FINANCE) == {SEATS, CUSTODY}
    events = [(event.kind, event.subject, event.old, event.new) for event in done.events]
    assert events == [
        (EventKind.ASSIGNED, SEATS, "", FINANCE),
        (EventKind.ASSIGNED, CUSTODY, "", FINANCE),
    ]
    (notice,) = done.notices
    assert (notice.to, notice.kind, notice.subject) == (FINANCE, NoticeKind.ASSIGNED, SEATS)
    assert (notice.count, notice.season, notice.by) == (2, FIRST, CHIEF)


def test_those_who_lose_items_are_told_too() -> None:
    company = having(having(two_of_finance(), FINANCE, SEATS), BOSS, CUSTODY)

    done = assign(company, FIRST, CALL_CENTRE, [SEATS, CUSTODY], NEWCOMER, by=by())

    told = {(each.to, each.kind, each.subject, each.count) for each in done.notices}
    assert told == {
        (NEWCOMER, NoticeKind.ASSIGNED, SEATS, 2),
        (FINANCE, NoticeKind.UNASSIGNED, SEATS, 1),
        (BOSS, NoticeKind.UNASSIGNED, CUSTODY, 1),
    }
    assert [event.old for event in done.events] == [FINANCE, BOSS]


def test_nobody_is_told_what_they_did_themselves() -> None:
    company = having(crew(), CHIEF, SEATS)

    given = assign(company, FIRST, CALL_CENTRE, [SEATS], FINANCE, by=by())
    kept = assign(crew(), FIRST, CALL_CENTRE, [SEATS], CHIEF, by=by())

    assert [notice.to for notice in given.notices] == [FINANCE]
    assert kept.notices == ()


def test_an_item_goes_back_to_its_department() -> None:
    company = having(crew(), FINANCE, SEATS)

    done = assign(company, FIRST, CALL_CENTRE, [SEATS], None, by=by())

    assert owner(done.company, SEATS) is None
    assert [(event.kind, event.old, event.new) for event in done.events] == [
        (EventKind.UNASSIGNED, FINANCE, "")
    ]
    assert [(each.to, each.kind) for each in done.notices] == [(FINANCE, NoticeKind.UNASSIGNED)]


def test_anybody_lays_down_their_own_item_and_no_other() -> None:
    company = having(having(crew(), FINANCE, SEATS), BOSS, CUSTODY)

    done = assign(company, FIRST, CALL_CENTRE, [SEATS], None, by=by(FINANCE))

    assert owner(done.company, SEATS) is None
    assert done.notices == ()
    with pytest.raises(NotAllowed):
        assign(company, FIRST, CALL_CENTRE, [SEATS, CUSTODY], None, by=by(FINANCE))


def test_a_contributor_gives_their_own_item_to_nobody_else() -> None:
    company = having(two_of_finance(), FINANCE, SEATS)

    with pytest.raises(NotAllowed):
        assign(company, FIRST, CALL_CENTRE, [SEATS], NEWCOMER, by=by(FINANCE))


def test_what_is_there_already_is_passed_over() -> None:
    company = having(crew(), FINANCE, SEATS)

    done = assign(company, FIRST, CALL_CENTRE, [SEATS, CUSTODY], FINANCE, by=by())

    assert [event.subject for event in done.events] == [CUSTODY]
    assert [notice.count for notice in done.notices] == [1]


@pytest.mark.parametrize("keys", [[SEATS], []])
def test_where_nothing_moves_it_is_said(keys: list[ItemKey]) -> None:
    company = having(crew(), FINANCE, SEATS)

    with pytest.raises(AlreadyGiven):
        assign(company, FIRST, CALL_CENTRE, keys, FINANCE, by=by())


def test_an_item_without_an_owner_has_nothing_to_go_back_from() -> None:
    with pytest.raises(AlreadyGiven):
        assign(crew(), FIRST, CALL_CENTRE, [SEATS], None, by=by())


def test_items_are_given_to_members_who_can_do_something() -> None:
    with pytest.raises(NoSuchMember):
        assign(crew(), FIRST, CALL_CENTRE, [SEATS], STRANGER, by=by())
    with pytest.raises(MayOnlyLook):
        assign(crew(), FIRST, CALL_CENTRE, [SEATS], VIEWER, by=by())


def test_one_item_that_is_not_there_and_none_is_given() -> None:
    with pytest.raises(NoSuchItem):
        assign(crew(), FIRST, CALL_CENTRE, [SEATS, ItemKey("nothing")], FINANCE, by=by())


def test_a_stranger_learns_nothing_by_asking_for_items() -> None:
    with pytest.raises(NoSuchCompany):
        assign(crew(), FIRST, CALL_CENTRE, [ItemKey("nothing")], FINANCE, by=by(STRANGER))


# --- taking -----------------------------------------------------------------------------


def test_an_item_of_the_department_is_taken_and_nobody_is_troubled() -> None:
    done = take(two_of_finance(), FIRST, CALL_CENTRE, REVENUE, by=by(FINANCE))

    assert owner(done.company, REVENUE) == FINANCE
    (event,) = done.events
    assert (event.kind, event.subject, event.new) == (EventKind.TAKEN, REVENUE, FINANCE)
    assert done.notices == ()


def test_a_contributor_takes_nothing_of_another_department() -> None:
    with pytest.raises(NotYours):
        take(crew(), FIRST, CALL_CENTRE, SEATS, by=by(FINANCE))


def test_what_a_colleague_has_is_not_taken_from_them() -> None:
    company = having(two_of_finance(), FINANCE, REVENUE)

    with pytest.raises(TakenAlready) as refused:
        take(company, FIRST, CALL_CENTRE, REVENUE, by=by(NEWCOMER))

    assert refused.value.facts == {"name": "小李"}


def test_who_may_assign_takes_anything_and_the_one_before_is_told() -> None:
    company = having(crew(), FINANCE, SEATS)

    done = take(company, FIRST, CALL_CENTRE, SEATS, by=by(CLERK))

    assert owner(done.company, SEATS) == CLERK
    assert [(each.to, each.kind) for each in done.notices] == [(FINANCE, NoticeKind.UNASSIGNED)]


def test_a_second_tap_takes_nothing_again() -> None:
    company = having(crew(), FINANCE, REVENUE)

    with pytest.raises(AlreadyGiven):
        take(company, FIRST, CALL_CENTRE, REVENUE, by=by(FINANCE))


@pytest.mark.parametrize("role", [role for role in Role if Action.HAND_IN_MINE not in TABLE[role]])
def test_who_may_only_look_takes_nothing(role: Role) -> None:
    company = crew()
    looker = next(each.person for each in company.members if each.roles == (role,))

    with pytest.raises(NotAllowed):
        take(company, FIRST, CALL_CENTRE, REVENUE, by=by(looker))


def test_in_an_archived_season_nothing_moves() -> None:
    company = turn_season(crew(), FIRST, Lifecycle.ARCHIVED, by=by()).company

    with pytest.raises(Archived):
        take(company, FIRST, CALL_CENTRE, REVENUE, by=by())
    with pytest.raises(Archived):
        assign(company, FIRST, CALL_CENTRE, [REVENUE], FINANCE, by=by())

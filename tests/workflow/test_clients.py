"""Clients are built with their clerks and seasons; known ones only get what they lack."""

from dataclasses import replace

import pytest

from tests.workflow.client_lists import code
from tests.workflow.firm import (
    CALL_CENTRE,
    COLLEAGUE,
    MANAGER,
    MULTI_PARTY,
    PACKS,
    STRANGER,
    doer,
    founded,
    task,
    with_case,
)
from workflow.cases import turn_company, turn_season
from workflow.clients import Client, Wanted, build_client, complete_client
from workflow.errors import Archived, NoSuchCompany
from workflow.events import EventKind
from workflow.ids import CompanyId, ItemKey, SeasonId
from workflow.membership import keepers
from workflow.model import Coverage, Lifecycle, Outcome
from workflow.team import Role

CALLS = Wanted(CALL_CENTRE.ref, "full", 2026, "B2-20170206", "")
TALKS = Wanted(MULTI_PARTY.ref, "statutory", 2025, "", "44")
CLIENT = Client("客户有限公司", code(1), COLLEAGUE, "李办事", (CALLS, TALKS))


def built(client: Client = CLIENT) -> Outcome:
    return build_client(CompanyId("c2"), client, PACKS, by=doer(), called="王经理")


def test_a_client_is_built_with_all_its_seasons() -> None:
    company = built().company

    assert (company.name, company.uscc) == (CLIENT.name, CLIENT.uscc)
    calls, talks = company.seasons
    assert (calls.pack, calls.year, calls.licence_no) == (CALL_CENTRE.ref, 2026, "B2-20170206")
    assert (talks.profile, talks.coverage) == ("statutory", Coverage("44"))
    assert task(company, ItemKey("uscc")).state.live


def test_importer_and_owner_are_its_clerks_and_can_look_after_it() -> None:
    company = built().company

    roles = {member.person: (member.name, member.roles) for member in company.members}
    assert roles == {MANAGER: ("王经理", (Role.CLERK,)), COLLEAGUE: ("李办事", (Role.CLERK,))}
    assert keepers(company) == (MANAGER, COLLEAGUE)


def test_an_owner_who_imports_is_one_clerk() -> None:
    company = built(replace(CLIENT, owner=MANAGER, called="王经理")).company

    assert [member.person for member in company.members] == [MANAGER]


def test_what_was_built_stands_in_the_trail_without_a_gap() -> None:
    done = built()

    assert [event.seq for event in done.events] == list(range(1, done.company.event_seq + 1))
    kinds = [event.kind for event in done.events]
    assert kinds[:3] == [
        EventKind.COMPANY_OPENED,
        EventKind.MEMBER_JOINED,
        EventKind.SEASON_OPENED,
    ]
    assert (done.events[1].subject, done.events[1].new) == (COLLEAGUE, "clerk")


def test_a_client_that_was_built_lacks_nothing() -> None:
    assert complete_client(built().company, CLIENT, PACKS, by=doer()) is None


def test_a_known_company_gets_only_the_seasons_it_lacks() -> None:
    company = with_case(founded())

    done = complete_client(company, CLIENT, PACKS, by=doer())

    assert done is not None
    assert [(each.pack, each.year) for each in done.company.seasons] == [
        (CALL_CENTRE.ref, 2026),
        (MULTI_PARTY.ref, 2025),
    ]
    assert (done.company.name, done.company.members) == (company.name, company.members)


def test_a_licence_that_got_its_number_since_is_no_other_licence() -> None:
    client = replace(CLIENT, seasons=(replace(CALLS, licence_no=""),))

    assert complete_client(with_case(founded()), client, PACKS, by=doer()) is None


def test_another_number_is_another_licence() -> None:
    client = replace(CLIENT, seasons=(replace(CALLS, licence_no="B2-1"),))

    done = complete_client(with_case(founded()), client, PACKS, by=doer())

    assert done is not None
    assert len(done.company.seasons) == 2


def test_a_removed_season_is_opened_again() -> None:
    removed = turn_season(with_case(founded()), SeasonId("1"), Lifecycle.REMOVED, by=doer())
    client = replace(CLIENT, seasons=(CALLS,))

    done = complete_client(removed.company, client, PACKS, by=doer())

    assert done is not None
    assert done.company.seasons[1].lifecycle is Lifecycle.ACTIVE


def test_an_archived_company_is_left_alone() -> None:
    archived = turn_company(founded(), Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        complete_client(archived, CLIENT, PACKS, by=doer())


def test_a_stranger_completes_nothing() -> None:
    with pytest.raises(NoSuchCompany):
        complete_client(founded(), CLIENT, PACKS, by=doer(person=STRANGER))

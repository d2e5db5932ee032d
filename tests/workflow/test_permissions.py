"""Who may do what: managers everything, members without a role nothing, strangers see nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    COLLEAGUE,
    CUSTODY,
    FIRST,
    MANAGER,
    OPENED,
    STRANGER,
    doer,
    opened,
    paper,
)
from workflow import records, tailoring
from workflow.actions import hand_in, undo, withdraw
from workflow.cases import (
    correct_company,
    correct_season,
    open_season,
    switch_profile,
    turn_company,
    turn_season,
)
from workflow.change import Doer
from workflow.errors import NoSuchCompany, NotAllowed
from workflow.ids import MilestoneKey
from workflow.model import Company, Coverage, FilingFact, Lifecycle, Outcome, Role
from workflow.permissions import TABLE, Action, may, member, require

STEP = MilestoneKey("M5")
ACTS: dict[str, Callable[[Company, Doer], Outcome]] = {
    "hand_in": lambda c, by: hand_in(c, FIRST, CALL_CENTRE, CUSTODY, paper(), by=by),
    "withdraw": lambda c, by: withdraw(c, FIRST, CALL_CENTRE, CUSTODY, 1, by=by),
    "record": lambda c, by: records.record_filing(c, FIRST, FilingFact.OPENED, OPENED, by=by),
    "withdraw_filing": lambda c, by: records.withdraw_filing(c, FIRST, 1, by=by),
    "add": lambda c, by: tailoring.add_item(c, FIRST, CALL_CENTRE, STEP, "x", "material", by=by),
    "rename": lambda c, by: tailoring.rename_item(c, FIRST, CALL_CENTRE, CUSTODY, "x", by=by),
    "drop_item": lambda c, by: tailoring.drop_item(c, FIRST, CALL_CENTRE, CUSTODY, "x", by=by),
    "drop_step": lambda c, by: tailoring.drop_step(c, FIRST, CALL_CENTRE, STEP, "x", by=by),
    "restore_item": lambda c, by: tailoring.restore_item(c, FIRST, CUSTODY, by=by),
    "restore_step": lambda c, by: tailoring.restore_step(c, FIRST, STEP, by=by),
    "correct": lambda c, by: correct_company(c, name="乙公司", by=by),
    "correct_season": lambda c, by: correct_season(c, FIRST, licence_no="B2-1", by=by),
    "switch": lambda c, by: switch_profile(c, FIRST, CALL_CENTRE, "statutory", by=by),
    "add_step": lambda c, by: tailoring.add_step(c, FIRST, "x", OPENED, by=by),
    "rename_step": lambda c, by: tailoring.rename_step(c, FIRST, CALL_CENTRE, STEP, "x", by=by),
    "turn": lambda c, by: turn_company(c, Lifecycle.ARCHIVED, by=by),
    "turn_season": lambda c, by: turn_season(c, FIRST, Lifecycle.ARCHIVED, by=by),
    "open": lambda c, by: open_season(
        c, CALL_CENTRE, "full", 2027, licence_no="", coverage=Coverage(), by=by
    ),
}


def without_role(company: Company) -> Company:
    """The colleague is known, and nothing more."""
    manager, colleague = company.members
    return replace(company, members=(manager, replace(colleague, roles=())))


@pytest.mark.parametrize("action", Action)
def test_a_manager_may_do_everything(action: Action) -> None:
    company = opened()

    assert may(MANAGER, action, company)


@pytest.mark.parametrize("action", Action)
def test_a_member_without_a_role_may_do_nothing(action: Action) -> None:
    company = without_role(opened())

    assert not may(COLLEAGUE, action, company)
    with pytest.raises(NotAllowed):
        require(COLLEAGUE, action, company)


@pytest.mark.parametrize("action", Action)
def test_a_stranger_is_not_told_that_the_company_exists(action: Action) -> None:
    company = opened()

    with pytest.raises(NoSuchCompany):
        may(STRANGER, action, company)


def test_every_role_has_its_line_in_the_table() -> None:
    assert set(TABLE) == set(Role)


def test_a_member_is_found_by_the_person() -> None:
    assert member(COLLEAGUE, opened()).name == "李经理"


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_no_action_is_open_to_a_stranger(act: Callable[[Company, Doer], Outcome]) -> None:
    company = opened()

    with pytest.raises(NoSuchCompany):
        act(company, doer(person=STRANGER))


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_no_action_is_open_to_a_member_without_a_role(
    act: Callable[[Company, Doer], Outcome],
) -> None:
    company = without_role(opened())

    with pytest.raises(NotAllowed):
        act(company, doer(person=COLLEAGUE))


@pytest.mark.parametrize("name", ["hand_in", "record", "add", "rename", "drop_item", "drop_step"])
def test_a_member_who_lost_the_role_cannot_undo_what_they_did(name: str) -> None:
    by = doer(person=COLLEAGUE)
    company = ACTS[name](opened(), by).company

    with pytest.raises(NotAllowed):
        undo(without_role(company), lambda _: CALL_CENTRE, by=by)

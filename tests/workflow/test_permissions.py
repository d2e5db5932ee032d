"""Who may do what: each role what its line of the table says, strangers see nothing."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.source import files, nodes
from tests.workflow.crew import CHIEF, CREW, FINANCE, VIEWER, crew
from tests.workflow.figure_acts import FIGURE_ACTS
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    OPENED,
    PACKS,
    STRANGER,
    doer,
    paper,
)
from tests.workflow.permitted import Act
from tests.workflow.reminding_acts import REMINDING_ACTS
from tests.workflow.signing_acts import SIGNING_ACTS
from tests.workflow.transcribing_acts import TRANSCRIBING_ACTS
from workflow import grouping, records, reviewing, tailoring
from workflow.actions import hand_in, undo, withdraw
from workflow.assigning import assign, take
from workflow.cases import (
    correct_company,
    correct_season,
    open_season,
    switch_profile,
    turn_company,
    turn_season,
)
from workflow.colleagues import Nudge, add_colleague, nudge, remove_colleague
from workflow.errors import NoSuchCompany, NotAllowed, WorkflowError
from workflow.evidence import explain
from workflow.ids import MilestoneKey, PersonId
from workflow.inviting import digest_of, invite, revoke
from workflow.membership import change_roles, hand_over, remove
from workflow.model import Company, Coverage, FilingFact, Lifecycle
from workflow.permissions import TABLE, Action, may, member, require
from workflow.retention import hold, keep_for, lift_hold
from workflow.team import Department, Group, Role
from workflow.team_errors import NotYours

STEP = MilestoneKey("M5")
PACK = CALL_CENTRE
GROUP = Group(-100, "年报群", has_outsiders=False)
NOBODY = PersonId("p8")
"""Removing oneself is leaving: whom to remove is none of those who try."""


ACTS: dict[str, Act] = {
    "hand_in": Act(
        Action.HAND_IN_MINE, lambda c, by: hand_in(c, FIRST, PACK, CUSTODY, paper(), by=by)
    ),
    "withdraw": Act(Action.HAND_IN_MINE, lambda c, by: withdraw(c, FIRST, PACK, CUSTODY, 1, by=by)),
    "take": Act(Action.HAND_IN_MINE, lambda c, by: take(c, FIRST, PACK, CUSTODY, by=by)),
    "assign": Act(Action.ASSIGN, lambda c, by: assign(c, FIRST, PACK, [CUSTODY], FINANCE, by=by)),
    "accept": Act(Action.REVIEW, lambda c, by: reviewing.accept(c, FIRST, PACK, CUSTODY, 1, by=by)),
    "give_back": Act(
        Action.REVIEW, lambda c, by: reviewing.give_back(c, FIRST, PACK, CUSTODY, 1, "x", by=by)
    ),
    "set_reviewed": Act(
        Action.TAILOR,
        lambda c, by: reviewing.set_reviewed(c, FIRST, PACK, CUSTODY, True, by=by),  # noqa: FBT003
    ),
    "set_sensitive": Act(
        Action.TAILOR,
        lambda c, by: reviewing.set_sensitive(c, FIRST, PACK, CUSTODY, True, by=by),  # noqa: FBT003
    ),
    "record_filing": Act(
        Action.RECORD_FILING,
        lambda c, by: records.record_filing(c, FIRST, FilingFact.OPENED, OPENED, by=by),
    ),
    "withdraw_filing": Act(
        Action.RECORD_FILING, lambda c, by: records.withdraw_filing(c, FIRST, 1, by=by)
    ),
    "add_item": Act(
        Action.TAILOR,
        lambda c, by: tailoring.add_item(c, FIRST, PACK, STEP, "x", "material", by=by),
    ),
    "rename_item": Act(
        Action.TAILOR, lambda c, by: tailoring.rename_item(c, FIRST, PACK, CUSTODY, "x", by=by)
    ),
    "drop_item": Act(
        Action.TAILOR, lambda c, by: tailoring.drop_item(c, FIRST, PACK, CUSTODY, "x", by=by)
    ),
    "restore_item": Act(
        Action.TAILOR, lambda c, by: tailoring.restore_item(c, FIRST, CUSTODY, by=by)
    ),
    "add_step": Act(Action.TAILOR, lambda c, by: tailoring.add_step(c, FIRST, "x", OPENED, by=by)),
    "rename_step": Act(
        Action.TAILOR, lambda c, by: tailoring.rename_step(c, FIRST, PACK, STEP, "x", by=by)
    ),
    "drop_step": Act(
        Action.TAILOR, lambda c, by: tailoring.drop_step(c, FIRST, PACK, STEP, "x", by=by)
    ),
    "restore_step": Act(Action.TAILOR, lambda c, by: tailoring.restore_step(c, FIRST, STEP, by=by)),
    "correct_company": Act(
        Action.ADMINISTER, lambda c, by: correct_company(c, name="乙公司", by=by)
    ),
    "correct_season": Act(
        Action.ADMINISTER, lambda c, by: correct_season(c, FIRST, licence_no="B2-1", by=by)
    ),
    "switch_profile": Act(
        Action.ADMINISTER, lambda c, by: switch_profile(c, FIRST, PACK, "statutory", by=by)
    ),
    "turn_company": Act(
        Action.ADMINISTER, lambda c, by: turn_company(c, Lifecycle.ARCHIVED, by=by)
    ),
    "turn_season": Act(
        Action.ADMINISTER, lambda c, by: turn_season(c, FIRST, Lifecycle.ARCHIVED, by=by)
    ),
    "open_season": Act(
        Action.ADMINISTER,
        lambda c, by: open_season(c, PACK, "full", 2027, licence_no="", coverage=Coverage(), by=by),
    ),
    "invite": Act(
        Action.INVITE,
        lambda c, by: invite(c, Role.BOSS, (), digest_of("x"), by.at + timedelta(days=7), by=by),
    ),
    "revoke": Act(Action.INVITE, lambda c, by: revoke(c, 1, by=by)),
    "change_roles": Act(
        Action.INVITE, lambda c, by: change_roles(c, FINANCE, (Role.BOSS,), (), by=by)
    ),
    "remove": Act(Action.INVITE, lambda c, by: remove(c, NOBODY, by=by)),
    "hand_over": Act(
        Action.INVITE, lambda c, by: hand_over(c, PACKS, FINANCE, VIEWER, by=by, with_roles=True)
    ),
    "add_colleague": Act(
        Action.ASSIGN, lambda c, by: add_colleague(c, "张会计", (Department.FIN,), by=by)
    ),
    "remove_colleague": Act(Action.ASSIGN, lambda c, by: remove_colleague(c, 1, by=by)),
    "nudge": Act(Action.ASSIGN, lambda c, by: nudge(c, FIRST, Department.FIN, Nudge.CALLED, by=by)),
    "bind_group": Act(Action.BIND_GROUP, lambda c, by: grouping.bind_group(c, GROUP, by=by)),
    "change_group": Act(
        Action.BIND_GROUP,
        lambda c, by: grouping.change_group(c, -100, True, by=by),  # noqa: FBT003
    ),
    "explain": Act(
        Action.HAND_IN_MINE, lambda c, by: explain(c, FIRST, PACK, CUSTODY, "盖了章", by=by)
    ),
    "keep_for": Act(Action.KEEP_EVIDENCE, lambda c, by: keep_for(c, 10, by=by)),
    "hold": Act(Action.KEEP_EVIDENCE, lambda c, by: hold(c, "诉讼", by=by)),
    "lift_hold": Act(Action.KEEP_EVIDENCE, lambda c, by: lift_hold(c, by=by)),
    **REMINDING_ACTS,
    **FIGURE_ACTS,
    **SIGNING_ACTS,
    **TRANSCRIBING_ACTS,
    "unbind_group": Act(Action.BIND_GROUP, lambda c, by: grouping.unbind_group(c, -100, by=by)),
}
ASKS_OTHERWISE = {
    "open_company",  # there is nobody yet
    "join",  # by a link instead of a role
    "leave",  # everybody may
    "lose_group",  # the messenger says what has happened
    "move_group",  # the same
    "reuse",  # hands in
    "build_client",  # there is nobody yet
    "complete_client",  # opens seasons
    "undo",  # what was done before says what is needed
    "fill_in_known",  # hands in
    "correct_known",  # the same
}


def without_role(company: Company) -> Company:
    """The one of finance is known, and nothing more."""
    members = (
        replace(each, roles=()) if each.person == FINANCE else each for each in company.members
    )
    return replace(company, members=tuple(members))


def is_allowed(act: Act, company: Company, person: PersonId) -> bool:
    """Whether it was not refused for their role; the item or anything else may be the matter."""
    try:
        act.do(company, doer(person=person))
    except NotYours:
        return True
    except NotAllowed:
        return False
    except WorkflowError:
        return True
    return True


# --- the table --------------------------------------------------------------------------


@pytest.mark.parametrize("action", Action)
def test_a_manager_may_do_everything(action: Action) -> None:
    company = crew()

    assert may(CHIEF, action, company)


@pytest.mark.parametrize("action", Action)
def test_a_member_without_a_role_may_do_nothing(action: Action) -> None:
    company = without_role(crew())

    assert not may(FINANCE, action, company)
    with pytest.raises(NotAllowed):
        require(FINANCE, action, company)


@pytest.mark.parametrize("action", Action)
def test_a_stranger_is_not_told_that_the_company_exists(action: Action) -> None:
    company = crew()

    with pytest.raises(NoSuchCompany):
        may(STRANGER, action, company)


@pytest.mark.parametrize("action", Action)
def test_several_roles_allow_what_one_of_them_allows(action: Action) -> None:
    both = replace(CREW[Role.BOSS], roles=(Role.VIEWER, Role.CONTRIBUTOR))
    company = replace(crew(Role.BOSS), members=(CREW[Role.MANAGER], both))

    allowed = TABLE[Role.VIEWER] | TABLE[Role.CONTRIBUTOR]

    assert may(both.person, action, company) == (action in allowed)


def test_every_role_has_its_line_in_the_table() -> None:
    assert set(TABLE) == set(Role)


READ_ONLY = {Action.LOOK, Action.LOOK_SENSITIVE, Action.AUDIT}


def test_a_viewer_touches_nothing_and_a_contributor_only_their_own_work() -> None:
    assert TABLE[Role.VIEWER] <= READ_ONLY
    assert TABLE[Role.CONTRIBUTOR] - READ_ONLY == {Action.HAND_IN_MINE}


def test_a_member_is_found_by_the_person() -> None:
    assert member(FINANCE, crew()).name == "小李"


# --- what can be done -------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_role_may_do_exactly_what_its_line_says(act: Act, role: Role) -> None:
    company = crew()

    assert is_allowed(act, company, CREW[role].person) == (act.needs in TABLE[role])


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_no_action_is_open_to_a_stranger(act: Act) -> None:
    company = crew()

    with pytest.raises(NoSuchCompany):
        act.do(company, doer(person=STRANGER))


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_no_action_is_open_to_a_member_without_a_role(act: Act) -> None:
    company = without_role(crew())

    with pytest.raises(NotAllowed):
        act.do(company, doer(person=FINANCE))


UNDOABLE = [
    *("hand_in", "record_filing", "add_item", "rename_item", "drop_item"),
    *("add_step", "rename_step", "drop_step", "move_due"),
]


@pytest.mark.parametrize("name", UNDOABLE)
def test_a_member_who_lost_the_role_cannot_undo_what_they_did(name: str) -> None:
    by = doer(person=FINANCE)
    manager = replace(CREW[Role.MANAGER], person=FINANCE)
    company = ACTS[name].do(replace(crew(), members=(manager,)), by).company

    with pytest.raises(NotAllowed):
        undo(without_role(company), lambda _: PACK, CALENDAR, by=by)


def _actions() -> Iterator[str]:
    """The public functions of the workflow that somebody does something with."""
    for path in files("workflow"):
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                doers = (arg for arg in node.args.kwonlyargs if arg.arg == "by")
                if any(ast.unparse(arg.annotation or node) == "Doer" for arg in doers):
                    yield node.name


def test_every_action_of_the_workflow_is_held_against_the_table() -> None:
    assert set(_actions()) == ACTS.keys() | ASKS_OTHERWISE

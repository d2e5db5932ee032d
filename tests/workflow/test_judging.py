"""Findings live: raised and fixed by figures, explained, accepted, taken back; for these figures only."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.workflow.crew import CREW, FINANCE, VIEWER
from tests.workflow.firm import CALENDAR, MANAGER, PACKS, SEATS, count, doer, opened
from workflow.actions import hand_in, undo
from workflow.change import with_season
from workflow.errors import NoSuchCompany, NotAllowed, NothingToUndo, ReasonNeeded
from workflow.events import EventKind
from workflow.finding_errors import CannotBeAccepted, NoSuchFinding
from workflow.findings import FindingState
from workflow.given import AnswerGiven, Entry, ItemState, Number
from workflow.ids import ItemKey, PackRef, PersonId
from workflow.judging import Finding, accept, explain, findings, retract, settled
from workflow.model import Company, Outcome
from workflow.openwork import standing
from workflow.pack import Pack
from workflow.progress import overview
from workflow.rules import RuleKey
from workflow.team import Department, Member, Role
from workflow.team_errors import NotYours

WHOLE = PACKS[PackRef("call_centre@2")]
DOWN, ADD_UP = RuleKey("seats_down"), RuleKey("r17")
PACK = replace(WHOLE, rules=tuple(each for each in WHOLE.rules if each.key in (DOWN, ADD_UP)))
"""Of a pack that grows the two rules that are looked at here."""
OPS, HR, BOSS = PersonId("ops"), PersonId("hr"), PersonId("boss")


def of_400_seats(pack: Pack = PACK) -> Company:
    """Last year had 400 seats; somebody of operations, of HR and a boss are about."""
    company = opened(pack)
    entry = Entry(1, MANAGER, doer().at, AnswerGiven(Number(Decimal(400))))
    season = replace(company.seasons[0], earlier={2025: {SEATS: ItemState((entry,))}})
    others = (
        Member(OPS, "钱工", (Role.CONTRIBUTOR,), (Department.OPS,)),
        Member(HR, "孙姐", (Role.CONTRIBUTOR,), (Department.HR,)),
        Member(BOSS, "赵总", (Role.BOSS,)),
        Member(VIEWER, "观察者", (Role.VIEWER,)),
    )
    return replace(with_season(company, season), members=(*company.members, *others))


def with_seats(company: Company, seats: int) -> Company:
    case = company.seasons[0]
    return kept(hand_in(company, case.id, PACK, SEATS, count(seats), by=doer()))


def with_parts(company: Company, own: int, outsourced: int) -> Company:
    for key, seats in (("seats_self", own), ("seats_outsourced", outsourced)):
        case = company.seasons[0]
        company = kept(hand_in(company, case.id, PACK, ItemKey(key), count(seats), by=doer()))
    return company


def kept(decided: Outcome) -> Company:
    return settled(decided, lambda _: PACK, doer()).company


def explained(company: Company, why: str = "合同到期", by: PersonId = MANAGER) -> Company:
    case = company.seasons[0]
    return kept(explain(company, case.id, PACK, DOWN, why, by=doer(person=by)))


def accepted(company: Company, key: RuleKey = DOWN, by: PersonId = MANAGER) -> Company:
    case = company.seasons[0]
    return kept(accept(company, case.id, PACK, key, "知情", by=doer(person=by)))


def taken_back(company: Company, by: PersonId = MANAGER) -> Company:
    return kept(retract(company, company.seasons[0].id, DOWN, by=doer(person=by)))


def finding(company: Company, key: RuleKey = DOWN) -> Finding:
    return {each.key: each for each in findings(company, company.seasons[0], PACK)}[key]


def said(company: Company) -> list[str]:
    record = finding(company).record
    return [record.judgement.reason] if record and record.judgement else []


def fewer() -> Company:
    """400 to 280: the substantive change stands."""
    return with_seats(of_400_seats(), 280)


# --- raised and fixed -------------------------------------------------------------------


def test_a_figure_raises_a_finding_and_the_trail_says_so() -> None:
    company = fewer()

    assert finding(company).state is FindingState.OPEN
    assert company.recent[-1].kind is EventKind.FINDING_RAISED
    assert company.recent[-1].subject == DOWN


def test_a_corrected_figure_fixes_it_and_it_keeps_its_number() -> None:
    company = with_seats(fewer(), 390)

    again = with_seats(company, 270)

    assert finding(company).state is FindingState.FIXED
    assert finding(again).state is FindingState.OPEN
    assert [each.number for each in again.seasons[0].findings.values()] == [1]


# --- said -------------------------------------------------------------------------------


def test_an_explanation_takes_an_error_out_of_the_way() -> None:
    company = explained(fewer())

    assert finding(company).state is FindingState.EXPLAINED
    assert not finding(company).is_in_the_way


def test_an_explanation_holds_only_for_the_figures_it_was_given_for() -> None:
    company = with_seats(explained(fewer()), 270)

    assert finding(company).state is FindingState.OPEN


def test_the_same_figures_again_are_explained_still() -> None:
    company = with_seats(with_seats(explained(fewer()), 390), 280)

    assert finding(company).state is FindingState.EXPLAINED


def test_an_explained_block_is_in_the_way_still() -> None:
    company = with_parts(fewer(), 200, 60)
    case = company.seasons[0]

    said = kept(explain(company, case.id, PACK, ADD_UP, "在查", by=doer()))

    assert finding(said, ADD_UP).state is FindingState.EXPLAINED
    assert finding(said, ADD_UP).is_in_the_way


def test_a_block_cannot_be_accepted() -> None:
    company = with_parts(fewer(), 200, 60)

    with pytest.raises(CannotBeAccepted):
        accepted(company, ADD_UP)


def test_a_reason_is_needed() -> None:
    with pytest.raises(ReasonNeeded):
        explained(fewer(), "  ")


def test_what_does_not_fire_cannot_be_explained() -> None:
    with pytest.raises(NoSuchFinding):
        explained(with_seats(of_400_seats(), 390))


# --- by whom ----------------------------------------------------------------------------


def test_who_hands_in_the_figure_may_say_why_it_is_so() -> None:
    assert finding(explained(fewer(), by=OPS)).state is FindingState.EXPLAINED


@pytest.mark.parametrize(("person", "refused"), [(HR, NotYours), (VIEWER, NotAllowed)])
def test_who_does_not_hand_it_in_cannot_explain_it(
    person: PersonId, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        explained(fewer(), by=person)


def test_a_boss_may_accept_it() -> None:
    assert finding(accepted(fewer(), by=BOSS)).state is FindingState.ACCEPTED


def test_what_somebody_was_when_they_accepted_it_stays_written_down() -> None:
    company = accepted(fewer(), by=BOSS)
    others = tuple(each for each in company.members if each.person != BOSS)

    record = finding(replace(company, members=others)).record

    assert record is not None
    assert record.judgement is not None
    assert record.judgement.roles == (Role.BOSS,)


@pytest.mark.parametrize("person", [OPS, VIEWER])
def test_nobody_accepts_without_the_right_to(person: PersonId) -> None:
    with pytest.raises(NotAllowed):
        accepted(fewer(), by=person)


def test_a_finding_of_an_internal_matter_is_there_for_those_alone_who_may_see_it() -> None:
    company = with_parts(fewer(), 200, 60)
    season = company.seasons[0]
    tailoring = replace(season.tailoring, sensitive={ItemKey("seats_self"): True})
    hidden = with_season(company, replace(season, tailoring=tailoring))
    finance = replace(hidden, members=(*hidden.members, CREW[Role.CONTRIBUTOR]))

    with pytest.raises(NoSuchFinding):
        explain(finance, season.id, PACK, ADD_UP, "在查", by=doer(person=FINANCE))


def test_a_stranger_finds_nothing() -> None:
    with pytest.raises(NoSuchCompany):
        explained(fewer(), by=PersonId("nobody"))


# --- taken back -------------------------------------------------------------------------


def test_what_was_said_can_be_taken_back_by_who_said_it() -> None:
    company = taken_back(explained(fewer(), by=OPS), by=OPS)

    assert finding(company).state is FindingState.OPEN
    assert company.recent[-1].kind is EventKind.FINDING_RETRACTED


def test_what_was_said_before_holds_again() -> None:
    company = taken_back(accepted(explained(fewer(), by=OPS), by=BOSS), by=BOSS)

    assert finding(company).state is FindingState.EXPLAINED


def test_nobody_takes_back_what_another_said() -> None:
    with pytest.raises(NothingToUndo):
        taken_back(explained(fewer(), by=OPS))


def test_the_last_step_taken_back_may_be_an_explanation() -> None:
    company = explained(explained(fewer()), "另有原因")

    undone = kept(undo(company, lambda _: PACK, CALENDAR, by=doer()))
    twice = kept(undo(undone, lambda _: PACK, CALENDAR, by=doer()))

    assert said(undone) == ["合同到期"]
    assert finding(twice).state is FindingState.OPEN


# --- one number -------------------------------------------------------------------------


def test_findings_in_the_way_are_counted_with_what_is_missing() -> None:
    before, company = with_seats(of_400_seats(), 390), fewer()
    today = company.seasons[0].opened_on + timedelta(days=1)

    then = overview(before, before.seasons[0], PACK, CALENDAR, today)
    now = overview(company, company.seasons[0], PACK, CALENDAR, today)

    assert now.lacking == then.lacking + 1
    assert standing(company, company.seasons[0], PACK, CALENDAR).missing == now.lacking


def test_with_nothing_missing_a_finding_in_the_way_keeps_it_from_being_ready() -> None:
    company = fewer()
    today = company.seasons[0].opened_on
    view = replace(overview(company, company.seasons[0], PACK, CALENDAR, today), missing=())

    explained_now = overview(
        explained(company), explained(company).seasons[0], PACK, CALENDAR, today
    )

    assert not view.is_ready
    assert replace(explained_now, missing=()).is_ready

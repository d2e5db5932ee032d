"""The items of a season: which profile has which, whose answer it is, and how each stands."""

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    MULTI_PARTY,
    OPENED,
    PLEDGE,
    PROOF,
    REGIME,
    SEATS,
    SECOND,
    SIGNATURE,
    STAFF,
    chooses,
    count,
    doer,
    first_season,
    gave,
    opened,
    paper,
    says,
    task,
    with_case,
)
from workflow.actions import withdraw
from workflow.checklist import Condition, checklist, facts_of, items_of, season_of
from workflow.errors import NoSuchItem, NoSuchMilestone, NoSuchProfile, NoSuchSeason
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Given,
    NotApplicable,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.ids import ItemKey, MilestoneKey, SeasonId
from workflow.model import Company
from workflow.pack import Duty, Pack, Scope
from workflow.tailoring import drop_item, drop_step

LINES = Rows(((Words("王工"), None, Choices(("l2",)), Day(OPENED)),))


def keys(company: Company, pack: Pack = CALL_CENTRE, season: SeasonId = FIRST) -> list[str]:
    return [each.item.key for each in checklist(company, season_of(company, season), pack)]


# --- profiles ---------------------------------------------------------------------------


@pytest.mark.parametrize("pack", [CALL_CENTRE, MULTI_PARTY])
def test_the_whole_plan_has_every_item_where_the_pack_puts_it(pack: Pack) -> None:
    company = opened(pack, "full")

    items = items_of(first_season(company), pack)

    assert items == pack.items


@pytest.mark.parametrize(("pack", "fold"), [(CALL_CENTRE, "M6"), (MULTI_PARTY, "P7")])
def test_only_the_filing_has_the_statutory_items_folded_into_the_submission(
    pack: Pack, fold: str
) -> None:
    company = opened(pack, "statutory")

    items = items_of(first_season(company), pack)

    assert {item.duty for item in items} == {Duty.STATUTORY}
    assert len(items) == sum(item.duty is Duty.STATUTORY for item in pack.items)
    assert {item.milestone for item in items if item.key != "number_report"} == {fold}
    assert {item.milestone for item in items if item.key == "number_report"} == {"S2"}


def test_the_statutory_profile_does_not_ask_for_internal_papers() -> None:
    company = opened(profile="statutory")

    with pytest.raises(NoSuchItem):
        task(company, CUSTODY)
    assert task(company, PROOF).item.milestone == "M6"


def test_46_fields_are_asked_in_either_profile() -> None:
    full, statutory = opened(profile="full"), opened(profile="statutory")

    fields = {item.key for item in CALL_CENTRE.items if item.spec}

    assert len(fields) == 46
    assert fields <= set(keys(full))
    assert fields <= set(keys(statutory))


# --- whose answer it is -----------------------------------------------------------------


def test_a_company_wide_answer_is_shared_by_two_seasons_of_one_year() -> None:
    company = with_case(opened(), MULTI_PARTY, licence_no="B2-2")

    company = gave(company, STAFF, count(30))

    assert task(company, STAFF, SECOND).condition is Condition.DONE
    assert task(company, STAFF, SECOND).state == task(company, STAFF, FIRST).state


def test_a_company_wide_answer_is_not_shared_with_another_year() -> None:
    company = with_case(opened(), year=2027)

    company = gave(company, STAFF, count(30))

    assert task(company, STAFF, SECOND).condition is Condition.OPEN
    assert set(facts_of(company, 2026)) == {STAFF}
    assert facts_of(company, 2027) == {}


def test_the_seasons_own_answer_is_not_shared() -> None:
    company = with_case(opened(), licence_no="B2-2")

    company = gave(company, SEATS, count(280))

    assert task(company, SEATS, FIRST).condition is Condition.DONE
    assert task(company, SEATS, SECOND).condition is Condition.OPEN
    assert company.facts == ()


def test_identity_and_staff_are_the_companys_and_the_licence_is_the_seasons() -> None:
    scopes = {item.key: item.scope for item in CALL_CENTRE.items}

    assert scopes[STAFF] is Scope.COMPANY
    assert scopes[ItemKey("company_name")] is Scope.COMPANY
    assert scopes[ItemKey("licence_no")] is Scope.SEASON


# --- how an item stands -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "given", "condition"),
    [
        (CUSTODY, paper(), Condition.DONE),
        (SEATS, count(280), Condition.DONE),
        (SEATS, count(0), Condition.DONE),
        (SEATS, count(280, estimate=True), Condition.ESTIMATED),
        (SEATS, WaitingUntil(OPENED, "审计"), Condition.WAITING),
        (SEATS, NotApplicable("未开通"), Condition.NOT_APPLICABLE),
        (PLEDGE, Confirmed("王经理"), Condition.DONE),
        (SIGNATURE, paper(), Condition.DONE),
        (ItemKey("branches"), AnswerGiven(Rows(())), Condition.DONE),
        (ItemKey("service_opened"), chooses("not_opened"), Condition.DONE),
        (ItemKey("legal_rep"), says("张三"), Condition.DONE),
        (REGIME, paper(), Condition.OPEN),
        (REGIME, AnswerGiven(LINES), Condition.OPEN),
        (REGIME, AnswerGiven(LINES, estimate=True), Condition.ESTIMATED),
        (REGIME, NotApplicable("没有"), Condition.NOT_APPLICABLE),
    ],
)
def test_what_was_handed_in_decides_how_an_item_stands(
    key: ItemKey, given: Given, condition: Condition
) -> None:
    company = gave(opened(), key, given)

    assert task(company, key).condition is condition


@pytest.mark.parametrize(
    ("condition", "owed"),
    [
        (count(1, estimate=True), True),
        (WaitingUntil(OPENED, ""), True),
        (NotApplicable("未开通"), False),
        (count(1), False),
    ],
)
def test_what_is_waited_for_or_estimated_is_still_owed(condition: Given, *, owed: bool) -> None:
    assert task(opened(), SEATS).is_owed

    company = gave(opened(), SEATS, condition)

    assert task(company, SEATS).is_owed is owed


@pytest.mark.parametrize(
    "given", [(paper(), AnswerGiven(LINES)), (AnswerGiven(LINES), paper())], ids=("file", "lines")
)
def test_a_form_is_done_with_its_lines_and_a_file_in_either_order(
    given: tuple[Given, Given],
) -> None:
    company = gave(gave(opened(), REGIME, given[0]), REGIME, given[1])

    assert task(company, REGIME).condition is Condition.DONE


def test_the_file_of_a_form_does_not_make_its_estimate_final() -> None:
    company = gave(opened(), REGIME, AnswerGiven(LINES, estimate=True))

    company = gave(company, REGIME, paper())

    assert task(company, REGIME).condition is Condition.ESTIMATED


def test_the_newest_version_counts() -> None:
    company = gave(gave(opened(), SEATS, count(400)), SEATS, NotApplicable("未开通"))

    back = withdraw(company, FIRST, CALL_CENTRE, SEATS, 2, by=doer()).company

    assert task(company, SEATS).condition is Condition.NOT_APPLICABLE
    assert task(back, SEATS).condition is Condition.DONE


# --- what was dropped -------------------------------------------------------------------


def test_a_dropped_item_is_not_on_the_list() -> None:
    company = opened()

    dropped = drop_item(company, FIRST, CALL_CENTRE, CUSTODY, "没有", by=doer()).company

    assert set(keys(company)) - set(keys(dropped)) == {CUSTODY}


def test_the_items_of_a_dropped_step_are_not_on_the_list() -> None:
    company = opened()
    step = MilestoneKey("M5")

    dropped = drop_step(company, FIRST, CALL_CENTRE, step, "不提供", by=doer()).company

    assert set(keys(company)) - set(keys(dropped)) == {"pre_talk_email", "call_note"}


# --- what is not there ------------------------------------------------------------------


def test_what_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(NoSuchSeason):
        season_of(opened(), SeasonId("7"))
    with pytest.raises(NoSuchItem):
        CALL_CENTRE.item(ItemKey("nothing"))
    with pytest.raises(NoSuchMilestone):
        CALL_CENTRE.milestone(MilestoneKey("Q"))
    with pytest.raises(NoSuchProfile):
        CALL_CENTRE.profile("half")

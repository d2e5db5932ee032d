"""Typing the report over: each line bound to its value, by several people, until nothing is left."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.workflow.crew import FINANCE, VIEWER, by, crew
from tests.workflow.firm import FIRST, PACKS, chooses, count, first_season, gave, paper
from tests.workflow.transcribing_acts import BOOK
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, Blank, ItemChanged, NoSuchItem, NotAllowed, TooLong
from workflow.events import EventKind
from workflow.form_lines import Line, LineState, Sheet, line_of, sheets
from workflow.forms import FormLine
from workflow.given import AnswerGiven, Choices, NotApplicable, Rows, WaitingUntil, Words
from workflow.ids import ItemKey
from workflow.model import Company
from workflow.permissions import Action, may
from workflow.text import Text
from workflow.transcribing import (
    LONGEST_PLEDGE,
    LONGEST_SAID,
    keep_pledge,
    read_back,
    refuse,
    save_form,
    take_out,
    type_over,
)
from workflow.transcript import LineKey

REVENUE, SEATS, BRANCHES = ItemKey("revenue_total"), ItemKey("seats_total"), ItemKey("branches")
ECONOMY = (
    *("revenue_total", "cost_total", "revenue_telecom", "revenue_callcenter"),
    *("profit_total", "tax_paid"),
)


def forms(company: Company) -> tuple[Sheet, ...]:
    season = season_of(company, FIRST)
    return sheets(company, season, PACKS[season.pack], BOOK)


def line(company: Company, key: str) -> Line:
    found = line_of(forms(company), key)
    assert found is not None
    return found[1]


def form(company: Company, key: str) -> Sheet:
    return next(each for each in forms(company) if each.form.key == key)


def typed(company: Company, key: str) -> Company:
    pack = PACKS[first_season(company).pack]
    return type_over(company, FIRST, pack, BOOK, key, line(company, key).mark, by=by()).company


def branches(*rows: tuple[str, str, str]) -> AnswerGiven:
    return AnswerGiven(Rows(tuple((Words(n), Choices((p,)), Choices((o,))) for n, p, o in rows)))


TWO = branches(("上海分公司", "31", "yes"), ("广州分公司", "44", "no"))


# --- lines --------------------------------------------------------------------------------


def test_a_value_stands_in_its_form_as_it_is_typed_in_the_form_s_unit() -> None:
    company = gave(crew(), REVENUE, count("1860.5"))

    found = line(company, REVENUE)

    assert (found.value, found.state) == ("1860.5", LineState.OPEN)
    assert found.cells[0].unit is not None
    assert found.cells[0].unit.zh == "万元"


def test_a_form_may_ask_for_another_unit_than_the_item() -> None:
    yuan = FormLine(REVENUE, Decimal(10_000), Text("元", "CNY"))
    economy = replace(form(crew(), "economy").form, lines=(yuan,))
    company = gave(crew(), REVENUE, count("1860.5"))
    season = first_season(company)

    (sheet,) = sheets(company, season, PACKS[season.pack], replace(BOOK, forms=(economy,)))

    assert [(each.text, each.unit) for each in sheet.lines[0].cells] == [
        ("18605000", Text("元", "CNY"))
    ]


def test_options_and_days_are_typed_in_the_platform_s_language() -> None:
    company = gave(crew(), ItemKey("service_opened"), chooses("opened"))

    found = line(company, "service_opened")

    assert found.value == "开通"
    assert [each.en for each in found.cells[0].said] == ["Opened"]


def test_nothing_stands_where_nothing_was_given_or_something_is_waited_for() -> None:
    waiting = gave(crew(), REVENUE, WaitingUntil(by().today.replace(month=3), ""))

    assert line(crew(), REVENUE).state is LineState.MISSING
    assert line(waiting, REVENUE).state is LineState.MISSING


def test_an_estimate_is_shown_as_one_and_what_does_not_apply_is_typed_so() -> None:
    guessed = gave(crew(), REVENUE, count(5, estimate=True))
    without = gave(crew(), REVENUE, NotApplicable("x"))

    assert line(guessed, REVENUE).is_estimate
    assert line(without, REVENUE).value == "不适用"


def test_a_table_is_typed_row_by_row_and_an_empty_one_in_a_word() -> None:
    company, none = gave(crew(), BRANCHES, TWO), gave(crew(), BRANCHES, branches())

    rows = [each for each in form(company, "basics").lines if each.item.key == BRANCHES]

    assert [(each.key, each.value) for each in rows] == [
        ("branches.1", "上海分公司 | 上海 | 是"),
        ("branches.2", "广州分公司 | 广东 | 否"),
    ]
    assert line(none, BRANCHES).value == "无"


def test_of_a_paper_the_files_to_be_uploaded_are_named() -> None:
    company = gave(crew(), ItemKey("other_papers"), paper("附件.pdf"))

    assert line(company, "other_papers").files == ("附件.pdf",)


@pytest.mark.parametrize(("revenue", "is_red"), [("99999.99", False), ("100000", True)])
def test_a_billion_is_told_to_turn_red(revenue: str, is_red: bool) -> None:  # noqa: FBT001
    company = gave(crew(), REVENUE, count(revenue))

    assert line(company, REVENUE).is_red is is_red


def test_a_licence_not_in_use_leaves_its_service_form_out() -> None:
    company = gave(crew(), ItemKey("service_opened"), chooses("not_opened"))

    sheet = form(company, "service")

    assert sheet.is_left_out
    assert sheet.lines == ()
    assert not form(crew(), "service").is_left_out


# --- typed --------------------------------------------------------------------------------


def test_what_was_typed_stays_typed_until_its_value_is_another() -> None:
    company = typed(gave(crew(), REVENUE, count(1860)), REVENUE)

    changed = gave(company, REVENUE, count(1870))

    assert line(company, REVENUE).state is LineState.TYPED
    assert line(changed, REVENUE).state is LineState.CHANGED
    assert line(gave(changed, REVENUE, count(1860)), REVENUE).state is LineState.TYPED


def test_who_had_another_value_before_their_eyes_is_told() -> None:
    company = gave(crew(), REVENUE, count(1860))
    seen = line(company, REVENUE).mark
    company = gave(company, REVENUE, count(1870))

    with pytest.raises(ItemChanged):
        type_over(company, FIRST, PACKS[first_season(company).pack], BOOK, REVENUE, seen, by=by())


def test_two_people_who_type_one_line_leave_one_record() -> None:
    company = gave(crew(), REVENUE, count(1860))
    mark, pack = line(company, REVENUE).mark, PACKS[first_season(company).pack]
    first = type_over(company, FIRST, pack, BOOK, REVENUE, mark, by=by())

    with pytest.raises(AlreadyGiven):
        type_over(first.company, FIRST, pack, BOOK, REVENUE, mark, by=by(FINANCE))

    assert [each.kind for each in first.events] == [EventKind.TYPED_OVER]


def test_there_is_nothing_to_type_where_there_is_no_value() -> None:
    company, pack = crew(), PACKS[first_season(crew()).pack]

    with pytest.raises(ItemChanged):
        type_over(company, FIRST, pack, BOOK, REVENUE, line(company, REVENUE).mark, by=by())


def test_a_row_that_is_gone_is_to_be_deleted_there_and_then_forgotten() -> None:
    company = gave(crew(), BRANCHES, TWO)
    company = typed(typed(company, "branches.1"), "branches.2")
    fewer = gave(company, BRANCHES, branches(("上海分公司", "31", "yes")))

    gone = line(fewer, "branches.2")

    assert gone.state is LineState.GONE
    assert line_of(forms(typed(fewer, "branches.2")), "branches.2") is None


def test_what_was_not_typed_after_all_is_open_again() -> None:
    company, pack = (
        typed(gave(crew(), REVENUE, count(1860)), REVENUE),
        PACKS[first_season(crew()).pack],
    )

    back = take_out(company, FIRST, pack, BOOK, REVENUE, by=by()).company

    assert line(back, REVENUE).state is LineState.OPEN
    with pytest.raises(AlreadyGiven):
        take_out(back, FIRST, pack, BOOK, REVENUE, by=by())


def test_what_the_platform_said_stays_until_the_line_is_typed() -> None:
    company, pack = gave(crew(), REVENUE, count(1860)), PACKS[first_season(crew()).pack]

    told = refuse(company, FIRST, pack, BOOK, REVENUE, " 校验  不通过 ", by=by())

    assert line(told.company, REVENUE).state is LineState.REFUSED
    assert told.events[0].why == "校验 不通过"
    assert line(typed(told.company, REVENUE), REVENUE).refused is None


@pytest.mark.parametrize(("said", "error"), [(" ", Blank), ("x" * (LONGEST_SAID + 1), TooLong)])
def test_of_the_platform_something_is_said_and_not_too_much(
    said: str, error: type[Exception]
) -> None:
    company, pack = crew(), PACKS[first_season(crew()).pack]

    with pytest.raises(error):
        refuse(company, FIRST, pack, BOOK, REVENUE, said, by=by())


def test_an_internal_matter_is_typed_by_who_may_see_it() -> None:
    company = gave(crew(), ItemKey("compliance_events"), AnswerGiven(Rows(())))
    pack, mark = PACKS[first_season(company).pack], line(company, "compliance_events").mark

    with pytest.raises(NoSuchItem):
        type_over(company, FIRST, pack, BOOK, "compliance_events", mark, by=by(FINANCE))

    assert may(FINANCE, Action.HAND_IN_MINE, company)


def test_who_only_looks_types_nothing() -> None:
    company = gave(crew(), REVENUE, count(1860))
    pack, mark = PACKS[first_season(company).pack], line(company, REVENUE).mark

    with pytest.raises(NotAllowed):
        type_over(company, FIRST, pack, BOOK, REVENUE, mark, by=by(VIEWER))


# --- saved and read back ------------------------------------------------------------------


def economy() -> Company:
    """All of one form was typed."""
    company = crew()
    for key in ECONOMY:
        company = typed(gave(company, ItemKey(key), count(12)), key)
    return company


def saved(company: Company) -> Company:
    pack, mark = PACKS[first_season(company).pack], form(company, "economy").mark
    return save_form(company, FIRST, pack, BOOK, "economy", mark, by=by()).company


def test_a_form_is_saved_once_all_of_it_is_typed_and_stays_so_while_nothing_changes() -> None:
    company = saved(economy())

    assert form(company, "economy").is_saved
    assert not form(gave(company, REVENUE, count(13)), "economy").is_saved
    with pytest.raises(AlreadyGiven):
        saved(company)


def test_a_form_of_which_something_is_not_typed_is_not_saved() -> None:
    company = gave(economy(), REVENUE, count(13))

    with pytest.raises(ItemChanged):
        saved(company)


def test_what_is_refused_or_taken_out_has_to_be_saved_again() -> None:
    company, pack = saved(economy()), PACKS[first_season(crew()).pack]

    refused = refuse(company, FIRST, pack, BOOK, REVENUE, "x", by=by()).company
    out = take_out(company, FIRST, pack, BOOK, REVENUE, by=by()).company

    assert not form(typed(refused, REVENUE), "economy").is_saved
    assert not form(typed(out, REVENUE), "economy").is_saved


def test_what_the_saved_form_holds_otherwise_stays_open_and_is_to_be_saved_again() -> None:
    company, pack = saved(economy()), PACKS[first_season(crew()).pack]
    held = {LineKey("revenue_total"): "21", LineKey("cost_total"): "12"}

    told = read_back(company, FIRST, pack, BOOK, "economy", held, by=by())

    assert line(told.company, REVENUE).state is LineState.OTHERWISE
    assert line(told.company, "cost_total").state is LineState.TYPED
    assert form(told.company, "economy").saved is None
    assert [each.kind for each in told.events] == [EventKind.READ_BACK, EventKind.SAVED_OTHERWISE]


def test_what_is_read_back_the_same_was_typed() -> None:
    company, pack = gave(crew(), REVENUE, count(12)), PACKS[first_season(crew()).pack]

    told = read_back(company, FIRST, pack, BOOK, "economy", {LineKey(REVENUE): "12"}, by=by())

    assert line(told.company, REVENUE).state is LineState.TYPED


# --- the pledge ---------------------------------------------------------------------------


def test_the_pledge_is_kept_sign_by_sign() -> None:
    text = "  本公司承诺:\r\n一、真实 ;二、准确。 "
    company, pack = crew(), PACKS[first_season(crew()).pack]

    kept = keep_pledge(company, FIRST, pack, BOOK, f"\n{text}\n", by=by()).company

    assert line(kept, "pledge").value == "  本公司承诺:\n一、真实 ;二、准确。 "
    assert line(kept, "pledge").title.zh == "年报承诺书"
    assert line(crew(), "pledge").state is LineState.MISSING


@pytest.mark.parametrize(
    ("text", "error"), [("\n ", Blank), ("诺" * (LONGEST_PLEDGE + 1), TooLong)]
)
def test_a_pledge_is_a_text_that_fits_on_a_card(text: str, error: type[Exception]) -> None:
    company, pack = crew(), PACKS[first_season(crew()).pack]

    with pytest.raises(error):
        keep_pledge(company, FIRST, pack, BOOK, text, by=by())


def test_another_pledge_is_to_be_typed_again() -> None:
    pack = PACKS[first_season(crew()).pack]
    kept = keep_pledge(crew(), FIRST, pack, BOOK, "甲。", by=by()).company

    other = keep_pledge(typed(kept, "pledge"), FIRST, pack, BOOK, "甲.", by=by()).company

    assert line(other, "pledge").state is LineState.CHANGED
    with pytest.raises(AlreadyGiven):
        keep_pledge(other, FIRST, pack, BOOK, "甲.", by=by())

"""What stands on the papers: the season's own figures, findings and files, as far as one may see them."""

from dataclasses import replace
from datetime import UTC
from decimal import Decimal

import pytest

from reports.paper import Facts, Format, Paper, Paragraph, Table
from reports.paper_writing import write
from tests.reports.opened import bare, document, pages, sheet
from tests.reports.papers import (
    CALL_CENTRE,
    OF_FINDINGS,
    OUTLINE,
    VIEWER,
    data,
    empty,
    filled,
    printed,
)
from tests.workflow.firm import FIRST, MANAGER, count, doer, first_season, gave
from workflow.actions import hand_in
from workflow.change import with_season
from workflow.figures import Figures
from workflow.findings import FindingState
from workflow.given import AnswerGiven, Choices, Number, Rows, Words
from workflow.ids import ItemKey
from workflow.model import Company
from workflow.paper_numbers import mark_of, numbered, taken
from workflow.papers import PaperKind, Part
from workflow.rules import Year


def tables(paper: Paper) -> list[Table]:
    return [part for part in paper.parts if isinstance(part, Table)]


def row(paper: Paper, first: str) -> dict[str, str]:
    """The row that begins with this, by its headings."""
    for table in tables(paper):
        headings = [column.heading for column in table.columns]
        for cells in table.rows:
            if cells[0] == first:
                return dict(zip(headings, cells, strict=True))
    raise LookupError(first)


def finding(paper: Paper, words: str) -> dict[str, str]:
    """The finding whose rule says so."""
    (table, *_) = [each for each in tables(paper) if each.columns[1].heading == "级别"]
    headings = [column.heading for column in table.columns]
    for cells in table.rows:
        told = dict(zip(headings, cells, strict=True))
        if words in told["规则"]:
            return told
    raise LookupError(words)


def cover(paper: Paper) -> dict[str, str]:
    (facts, *_) = [part for part in paper.parts if isinstance(part, Facts)]
    return dict(facts.lines)


def notes(paper: Paper) -> str:
    return "\n".join(part.text for part in paper.parts if isinstance(part, Paragraph))


# --- the list of differences ------------------------------------------------------------


def test_a_finding_has_last_year_this_year_change_rule_cause_evidence_owner_state_and_basis() -> (
    None
):
    told = finding(printed(filled()), "400 席 → 280 席")

    assert (told["上年"], told["本年"], told["变动"]) == ("400 席", "280 席", "−30.0 %")
    assert told["字段"] == "坐席总数"
    assert told["级别"] == "错误"
    assert told["原因"] == "年底撤了一个外包职场"
    assert told["证据"] == "人员去向说明.pdf 3fa9c1d2"
    assert told["责任人"] == "业务"
    assert told["状态"] == "已说明\n王经理\n2027-01-04 09:00"
    assert told["依据"]


def test_what_was_typed_is_from_the_person_and_what_a_file_said_from_the_file() -> None:
    company = hand_in(
        *(filled(), FIRST, CALL_CENTRE, ItemKey("seats_self"), count(210)),
        by=doer(),
        behalf="周会计",
    ).company

    draft = printed(company, PaperKind.DRAFT)

    assert row(draft, "坐席总数")["出处"] == "王经理"
    assert row(draft, "自营坐席数")["出处"] == "周会计给的,王经理代交"
    assert row(draft, "营业收入")["出处"].splitlines()[0] == "利润表.xlsx"
    assert row(draft, "电信业务收入")["出处"] == "王经理"
    assert row(draft, "法定代表人")["出处"] == "王经理"


def test_a_finding_of_several_figures_names_each() -> None:
    told = finding(printed(filled()), "自营加外包是 260 席")

    assert told["字段"].splitlines() == ["坐席总数", "自营坐席数", "外包坐席数"]
    assert told["本年"].splitlines() == ["280 席", "200 席", "60 席"]
    assert (told["级别"], told["状态"].splitlines()[0]) == ("阻断", "未处理")


def test_the_list_is_the_list_of_findings_and_nothing_else() -> None:
    company = filled()
    paper = data(company)

    assert [each.finding.state for each in paper.differences.found].count(
        FindingState.EXPLAINED
    ) == 1
    (table, *_) = tables(printed(company))
    assert len(table.rows) == len(paper.differences.found)


def test_what_nobody_could_check_is_listed_and_no_pass() -> None:
    paper = printed(empty())

    (unchecked,) = tables(paper)
    assert [column.heading for column in unchecked.columns] == ["检查项", "规则", "缺少"]
    assert len(unchecked.rows) == len(data(empty()).differences.unchecked)
    assert "没有差异项" in notes(paper)


def test_the_cover_says_whose_it_is_its_number_its_day_and_what_was_found() -> None:
    told = cover(printed(filled()))

    assert told["企业"] == "北京甲呼叫科技有限公司"
    assert told["许可证"] == "呼叫中心 · B2-20170206"
    assert (told["文件编号"], told["文件日期"]) == ("2026-001", "2027-01-04 09:00")
    assert told["检查结果"].startswith("差异 ")


@pytest.mark.parametrize("kind", OF_FINDINGS)
def test_every_paper_says_that_it_replaces_no_pledge(kind: PaperKind) -> None:
    paper = printed(filled(), kind)

    assert "内部留痕,不代替年报承诺书" in notes(paper)
    assert "内部留痕,不代替年报承诺书" in paper.footer


# --- the draft --------------------------------------------------------------------------


def test_every_answer_of_the_season_stands_in_the_draft_with_value_and_unit() -> None:
    company = filled()
    figures = Figures(company, first_season(company), CALL_CENTRE)

    for filled_part in data(company, PaperKind.DRAFT).parts:
        for line in filled_part.lines:
            told = row(printed_draft(company), line.item.title.zh)
            value = figures.value(line.item.key)
            if isinstance(value, Number):
                assert Decimal(told["本年"]) == value.value
                assert told["单位"]
            elif value is None:
                assert "待填" in told["标注"] or "不适用" in told["标注"]


DRAFTS: dict[int, Paper] = {}


def printed_draft(company: Company) -> Paper:
    return DRAFTS.setdefault(id(company), printed(company, PaperKind.DRAFT))


def test_the_draft_says_where_a_figure_is_from_what_is_public_and_what_is_an_estimate() -> None:
    paper = printed(filled(), PaperKind.DRAFT)

    revenue, telecom = row(paper, "营业收入"), row(paper, "电信业务收入")
    assert (revenue["本年"], revenue["单位"], revenue["部门"]) == ("1860.50", "万元", "财务")
    assert revenue["出处"] == "利润表.xlsx\n口径:不含税\n日期:2026-12-31(周四)"
    assert revenue["标注"] == "可选公示"
    assert "暂估" in telecom["标注"]
    assert "公示" in row(paper, "企业名称")["标注"]
    assert "含 1 项暂估数" in notes(paper)


@pytest.mark.parametrize(("chosen", "told"), [(True, "公示"), (False, "不公示")])
def test_the_draft_says_what_was_chosen_of_a_figure_that_may_be_published(
    chosen: bool,  # noqa: FBT001
    told: str,
) -> None:
    season = first_season(filled())
    choice = replace(season.transcript, public={ItemKey("revenue_total"): chosen})

    paper = printed(with_season(filled(), replace(season, transcript=choice)), PaperKind.DRAFT)

    assert row(paper, "营业收入")["标注"] == told


def test_a_unit_stands_in_a_heading_once() -> None:
    fault = (
        *(Words("2026-03-01 08:00"), Words("2026-03-01 09:00"), Number(Decimal(5))),
        *(Choices(("yes",)), Choices(("no",)), Words("断电")),
    )
    company = gave(filled(), ItemKey("fault_log"), AnswerGiven(Rows((fault,))))

    told = tables(printed(company, PaperKind.DRAFT))

    headings = {column.heading for table in told for column in table.columns}
    assert {"持股比例 (%)", "影响用户(%)"} <= headings


def test_the_draft_follows_the_forms_and_leaves_no_answer_out() -> None:
    parts = data(filled(), PaperKind.DRAFT).parts

    forms = [each.section for each in parts if each.part is Part.FORM]
    keys = [line.item.key for each in parts for line in each.lines]
    assert forms == list(OUTLINE.sections)
    assert len(keys) == len(set(keys))
    assert ItemKey("client_industries") in keys


def test_a_form_that_is_left_out_says_why() -> None:
    assert "未开通,不用填" in notes(printed(filled(), PaperKind.DRAFT))


def test_a_change_of_a_share_is_told_in_points() -> None:
    assert row(printed(filled(), PaperKind.DRAFT), "外呼业务占比")["变动"] == "+8 个百分点"


def test_the_rows_of_a_table_and_the_papers_handed_in_follow() -> None:
    paper = printed(filled(), PaperKind.DRAFT)

    assert row(paper, "股东及股权结构")["本年"] == "2 行,见下表"
    assert row(paper, "张三")["类型"] == "自然人"
    assert row(paper, "账号保管表")["材料(名称、校验码)"].startswith("账号保管表.pdf ")


# --- for whom ---------------------------------------------------------------------------


def test_who_may_not_see_internal_matters_gets_their_count_instead() -> None:
    paper = printed(filled(), PaperKind.DRAFT, VIEWER)

    words = "\n".join(str(part) for part in paper.parts)
    assert "张三" not in words
    assert "股东" not in words
    assert "项内部事项,您无权查看" in notes(paper)


def test_who_may_see_them_is_told_of_nothing_left_out() -> None:
    assert data(filled(), PaperKind.DRAFT, MANAGER).left_out == 0


# --- numbers ----------------------------------------------------------------------------


def test_the_same_content_keeps_its_number_and_another_gets_the_next() -> None:
    company = filled()
    first = data(company)
    done, record = taken(company, first_season(company), first, "pdf", by=doer())
    company = done.company

    same = numbered(first_season(company), data(company), doer())
    changed = gave(company, ItemKey("seats_total"), count(281))
    other = numbered(first_season(changed), data(changed), doer())

    assert (record.number, same, other.number) == (1, record, 2)


def test_papers_of_all_kinds_are_counted_together() -> None:
    company = filled()
    done, _ = taken(company, first_season(company), data(company), "pdf", by=doer())

    season = first_season(done.company)
    draft = data(done.company, PaperKind.DRAFT)
    assert numbered(season, draft, doer()).number == 2


def test_what_was_left_out_for_a_reader_is_a_paper_of_its_own() -> None:
    company = filled()

    whole, part = data(company, PaperKind.DRAFT), data(company, PaperKind.DRAFT, VIEWER)

    assert mark_of(whole) != mark_of(part)


def test_the_mark_does_not_know_in_which_zone_an_instant_was_told() -> None:
    company = filled()
    season = first_season(company)
    moved = {
        key: replace(each, raised=each.raised.astimezone(UTC))
        for key, each in season.findings.items()
    }

    again = replace(company, seasons=(replace(season, findings=moved),))

    assert mark_of(data(again)) == mark_of(data(company))


# --- through the writers ----------------------------------------------------------------


@pytest.mark.parametrize("kind", OF_FINDINGS)
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_every_cell_of_the_season_is_found_again_by_other_libraries(
    kind: PaperKind, locale: str
) -> None:
    paper = printed(filled(), kind, locale=locale)
    wanted = [cell for table in tables(paper) for cells in table.rows for cell in cells if cell]

    in_document = [cell for cells in document(write(paper, Format.DOCX)).rows for cell in cells]
    in_sheet = {_said(cell) for cells in sheet(write(paper, Format.XLSX)) for cell in cells}
    in_pdf = "".join(pages(write(paper, Format.PDF)))

    assert set(wanted) <= set(in_document)
    assert {_said(cell) for cell in wanted} <= in_sheet
    assert [
        cell for cell in wanted if len(cell) < 8 and bare(cell).replace("𠮷", "〓") not in in_pdf
    ] == []


def _said(cell: object) -> str:
    """As a text: a number is one in the sheet."""
    try:
        return f"{Decimal(str(cell)).normalize():f}"
    except ArithmeticError:
        return str(cell)


@pytest.mark.parametrize("format_", Format)
def test_an_empty_season_is_printed_too(format_: Format) -> None:
    assert write(printed(empty(), PaperKind.DRAFT), format_)


def test_last_year_s_figures_are_those_of_last_year() -> None:
    company = filled()
    figures = Figures(company, first_season(company), CALL_CENTRE)

    told = row(printed(company, PaperKind.DRAFT), "坐席总数")

    assert figures.value(ItemKey("seats_total"), Year.LAST) == Number(Decimal(400))
    assert (told["上年"], told["本年"], told["变动"]) == ("400", "280", "−30.0 %")

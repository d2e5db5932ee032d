"""The service quality report: what stands on it, opened by other libraries than wrote it."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from messages.catalogue import load_catalogue
from messages.wording import Wording
from reports.paper import Facts, Format, Paper, Paragraph, Table
from reports.paper_words import worded as in_words
from reports.paper_writing import write
from tests.reports.opened import bare, document, pages, sheet
from tests.talk import ZONE
from tests.workflow.firm import (
    MANAGER,
    PACKS,
    STRANGER,
    count,
    doer,
    first_season,
    gave,
    opened,
    paper,
)
from tests.workflow.logged import asked, complaint, fault, log, minor
from tests.workflow.test_quality import MULTI, with_answers
from workflow.any_paper import kinds_of
from workflow.errors import WorkflowError
from workflow.given import AnswerGiven, FilesGiven, Rows, Words
from workflow.ids import ItemKey, PackRef, PersonId
from workflow.model import Company
from workflow.paper_content import paper_of
from workflow.paper_numbers import mark_of, numbered, taken
from workflow.paper_record import PaperRecord
from workflow.papers import Outline, PaperKind
from workflow.quality_data import QualityData, quality_data
from workflow.team import Member, Role

CATALOGUE = load_catalogue()
VIEWER = PersonId("p7")
TECHNICIANS = AnswerGiven(Rows(((Words("张三"), Words("运维"), Words("2026-12")),)))
FAULTS = log(
    fault("2026-06-03 00:00", "2026-06-05 00:00"),
    minor("2026-09-01 08:00", "2026-09-01 09:30"),
    fault("2026-11-15 00:00", "2026-11-15 04:00", planned=True),
)
LEDGER = log(complaint("2026-03-01", "2026-03-16"), complaint("2026-03-01", "2026-03-20", "bureau"))


def the_company() -> Company:
    return with_answers(
        fault_log=FAULTS,
        complaint_log=LEDGER,
        survey=log(asked("2026-06-30", 40, 38)),
        mp_availability="99.9",
        mp_sla_mttr_h="24",
    )


def with_a_viewer() -> Company:
    """The list of technicians is an internal matter."""
    company = gave(the_company(), ItemKey("mp_tech_staff"), TECHNICIANS)
    viewer = Member(VIEWER, "观察者", (Role.VIEWER,))
    return replace(company, members=(*company.members, viewer))


def told(company: Company, reader: PersonId = MANAGER) -> QualityData:
    data = quality_data(company, first_season(company), MULTI, reader=reader)
    assert data is not None
    return data


def worded(company: Company, locale: str = "zh-CN", reader: PersonId = MANAGER) -> Paper:
    data = told(company, reader)
    record = numbered(first_season(company), data, doer())
    return in_words(data, record, Wording(CATALOGUE, locale, ZONE))


def tables(paper: Paper) -> list[Table]:
    return [part for part in paper.parts if isinstance(part, Table)]


def paragraphs(paper: Paper) -> list[str]:
    return [part.text for part in paper.parts if isinstance(part, Paragraph)]


def texts(paper: Paper) -> list[str]:
    return [cell for table in tables(paper) for row in table.rows for cell in row]


def test_a_figure_stands_with_what_the_log_gives_how_and_who_filled_it_in() -> None:
    rows = tables(worded(the_company()))[0].rows

    assert rows[0] == (
        "平台可用率",
        "99.9 %",
        "99.4521 %",
        "1 − 重大故障 48 小时 ÷ 全年 8,760 小时;计划内维护不计,重叠的时间只计一次",
        "王经理 2027-01-04 09:00 提交(第 1 版)",
    )


def test_two_numbers_that_differ_are_said_before_anything_else() -> None:
    said = paragraphs(worded(the_company()))

    assert "待核对:按故障日志算得平台可用率 99.4521 %,填报的是 99.9 %。" in said
    assert "还没有数据:接通率、掉线率、用户投诉率、投诉率同比。" in said


def test_every_file_of_an_assurance_stands_by_its_name_without_a_sign() -> None:
    regime = FilesGiven((*paper("制度.pdf").files, *paper("预案.pdf").files))
    company = gave(the_company(), ItemKey("security_regime"), regime)

    stands = {row[0]: row[1] for table in tables(worded(company)) for row in table.rows}

    assert stands["网络与信息安全制度及责任人"].startswith("制度.pdf、预案.pdf;")


def test_the_ceiling_stands_as_a_sentence() -> None:
    said = paragraphs(worded(the_company()))

    assert "按故障记录,接通率不会高于 99.65 %(含 0.2 个百分点的余量)。" in said


def test_planned_maintenance_is_listed_apart_from_the_faults() -> None:
    planned, faults = [
        table for table in tables(worded(the_company())) if table.columns[0].heading == "开始"
    ]

    assert [row[0] for row in planned.rows] == ["2026-11-15 00:00"]
    assert [row[2:5] for row in faults.rows] == [("48", "100 %", "是"), ("1.5", "10 %", "否")]


def test_without_logs_it_says_what_is_not_there() -> None:
    paper = worded(opened(MULTI))

    assert "99.4521 %" not in texts(paper)
    assert texts(paper)[-6:] == [
        *("故障日志", "未提交"),
        *("投诉台账", "未提交"),
        *("满意度调查", "未提交"),
    ]


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_every_figure_that_stands_has_a_source(locale: str) -> None:
    figures = [table for table in tables(worded(the_company(), locale)) if len(table.columns) == 5]

    rows = [row for table in figures for row in table.rows]
    known = [row for row in rows if row[1:3] != ("—", "—")]
    assert len(figures) == 3
    assert len(known) > 5
    assert [row for row in known if row[4] == "—"] == []
    assert [row for row in rows if row not in known and row[3:] != ("—", "—")] == []


def test_in_english_it_says_too_what_differs_and_what_nobody_knows_yet() -> None:
    said = paragraphs(worded(the_company(), "en"))

    told = "To be checked: by the Fault log, Platform availability is 99.4521 %, but 99.9 % was filled in."
    assert told in said
    assert any(
        line.startswith("No data yet: Connection success, Drop rate, Complaint rate")
        for line in said
    )


def test_a_stranger_gets_none() -> None:
    company = the_company()

    with pytest.raises(WorkflowError):
        quality_data(company, first_season(company), MULTI, reader=STRANGER)


def test_a_pack_without_the_report_gives_none() -> None:
    company = opened()
    pack = PACKS[PackRef("call_centre@1")]

    assert quality_data(company, first_season(company), pack, reader=MANAGER) is None


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_another_library_reads_all_its_cells_in_word_and_excel(locale: str) -> None:
    paper = worded(the_company(), locale)

    told = [cell for row in document(write(paper, Format.DOCX)).rows for cell in row]
    shown = [str(cell) for row in sheet(write(paper, Format.XLSX)) for cell in row]

    assert set(texts(paper)) <= set(told)
    assert set(texts(paper)) <= set(shown)


def test_another_library_reads_all_its_cells_in_the_pdf() -> None:
    paper = worded(the_company())

    told = "".join(pages(write(paper, Format.PDF)))

    assert [cell for cell in texts(paper) if bare(cell) not in told] == []


# --- under a number -----------------------------------------------------------------------


def test_it_bears_its_number_and_the_day_it_got_it_where_the_reader_is() -> None:
    company = the_company()
    record = PaperRecord(3, "", datetime(2027, 2, 8, 17, tzinfo=UTC), MANAGER)

    paper = in_words(told(company), record, Wording(CATALOGUE, "zh-CN", ZONE))

    (head,) = (dict(part.lines) for part in paper.parts if isinstance(part, Facts))
    assert head["文件编号"] == "2026-003"
    assert head["编制日期"].startswith("2027-02-09")


def test_it_is_counted_with_the_other_papers_and_keeps_its_number_with_its_content() -> None:
    company = the_company()
    season = first_season(company)
    draft = paper_of(PaperKind.DRAFT, company, season, MULTI, Outline(), reader=MANAGER)
    company = taken(company, season, draft, "pdf", by=doer())[0].company
    done, record = taken(company, first_season(company), told(company), "pdf", by=doer())

    same = numbered(first_season(done.company), told(done.company), doer())
    other = gave(done.company, ItemKey("complaints"), count(3))
    next_one = numbered(first_season(other), told(other), doer())

    assert (record.number, same, next_one.number) == (2, record, 3)


def test_the_minutes_of_a_log_are_the_same_wherever_the_machine_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, marks = told(the_company()), set()

    with monkeypatch.context() as there:
        there.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        marks.add(mark_of(data))
        there.setenv("TZ", "America/Lima")
        time.tzset()
        marks.add(mark_of(data))
    time.tzset()

    assert len(marks) == 1


def test_somebody_new_in_the_company_makes_it_no_other_paper() -> None:
    company = the_company()
    newcomer = Member(VIEWER, "新人", (Role.MANAGER,))

    joined = replace(company, members=(*company.members, newcomer))

    assert mark_of(told(joined)) == mark_of(told(company))


# --- for whom -----------------------------------------------------------------------------


def test_who_may_not_see_an_internal_matter_is_told_that_one_is_left_out() -> None:
    company = with_a_viewer()

    paper = worded(company, reader=VIEWER)

    assert "另有 1 项内部事项,您无权查看,未列出。" in paragraphs(paper)
    assert "技术人员明细" not in texts(paper)
    assert "张三" not in "".join(texts(paper))


def test_who_may_see_it_has_it_on_the_paper_and_is_told_of_nothing_left_out() -> None:
    paper = worded(with_a_viewer())

    assert "技术人员明细" in texts(paper)
    assert "内部事项" not in "".join(paragraphs(paper))


def test_the_whole_one_and_the_other_keep_numbers_of_their_own() -> None:
    company = with_a_viewer()
    season = first_season(company)

    done, whole = taken(company, season, told(company), "pdf", by=doer())
    company = done.company
    done, part = taken(company, first_season(company), told(company, VIEWER), "pdf", by=doer())
    again = numbered(first_season(done.company), told(done.company), doer())

    assert (whole.number, part.number, again) == (1, 2, whole)


def test_a_pack_without_the_report_does_not_offer_it() -> None:
    pack = PACKS[PackRef("call_centre@1")]

    assert kinds_of(pack) == (PaperKind.DIFFERENCES, PaperKind.DRAFT)
    assert kinds_of(MULTI) == tuple(PaperKind)

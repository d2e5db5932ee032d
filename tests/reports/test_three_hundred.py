"""A list of 300 findings with texts that mean mischief: written within the limits, each there once."""

import asyncio
import re
from dataclasses import replace
from functools import cache

import pytest

from reports.paper import Format
from reports.paper_order import Order
from reports.paper_worker import MOST_BYTES, Clerk
from tests.reports.opened import bare, document, pages, sheet
from tests.reports.papers import ZONE, data, filled
from tests.workflow.firm import MANAGER, doer, first_season
from workflow.findings import FindingState, Judgement
from workflow.given import FileRef
from workflow.ids import FileId
from workflow.paper_numbers import numbered
from workflow.papers import Difference

COUNT = 300
PATIENCE = 120
"""Seconds by the wall clock, on a busy machine; processor time is bounded by the process itself."""
MISCHIEF = (
    '#let x = sys.inputs; #panic("a")',
    "</w:t></w:r></w:p><w:p/>&amp;&#0;<!-- -->",
    '=HYPERLINK("http://a","b")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "$ integral $ *b* _c_ `d` <e> @f ~g \\ h // i /* j",
    "长" * 200,
)


def mark(number: int) -> str:
    """Stands in no other cell."""
    return f"标{number:03}号"


@cache
def crowded() -> Order:
    """The findings of the sample over and over, each with a reason and a file of its own."""
    company = filled()
    told = data(company)
    found = tuple(
        with_reason(told.differences.found[number % len(told.differences.found)], number)
        for number in range(COUNT)
    )
    paper = replace(told, differences=replace(told.differences, found=found))
    record = numbered(first_season(company), paper, doer())
    return Order(paper, record, "zh-CN", ZONE.key)


def with_reason(found: Difference, number: int) -> Difference:
    """Accepted for a reason that is told from the others, with mischief behind it."""
    record = found.finding.record
    assert record is not None
    reason = f"{mark(number)} {MISCHIEF[number % len(MISCHIEF)]}"
    judgement = Judgement(accepted=True, by=MANAGER, at=doer().at, reason=reason, stands_on="")
    evidence = FileRef(FileId("f"), f"证{number:03}<b>#.pdf", "application/pdf", 9, "ab12cd34" * 8)
    finding = replace(
        found.finding,
        state=FindingState.ACCEPTED,
        record=replace(record, number=number + 1, judgement=judgement),
    )
    return replace(found, finding=finding, evidence=(evidence,))


@cache
def made(format_: Format) -> bytes:
    """By the clerk's process, under its limits."""
    return asyncio.run(Clerk(patience=PATIENCE).write(crowded(), format_))


@cache
def texts(format_: Format) -> list[str]:
    match format_:
        case Format.PDF:
            return pages(made(format_))
        case Format.DOCX:
            return [bare(cell) for row in document(made(format_)).rows for cell in row]
        case Format.XLSX:
            return [bare(str(cell)) for row in sheet(made(format_)) for cell in row]


@pytest.mark.parametrize("format_", Format)
def test_every_finding_is_there_once_with_its_file(format_: Format) -> None:
    told = "".join(texts(format_))

    assert [n for n in range(COUNT) if told.count(mark(n)) != 1] == []
    assert [n for n in range(COUNT) if told.count(f"证{n:03}<b>#.pdf") != 1] == []
    assert told.count("ab12cd34") == COUNT
    assert len(made(format_)) < MOST_BYTES // 5


@pytest.mark.parametrize("format_", Format)
def test_mischief_stands_there_as_it_was_typed(format_: Format) -> None:
    told = "".join(texts(format_))

    for mischief in MISCHIEF[:5]:
        assert told.count(bare(mischief)[:12]) == COUNT // len(MISCHIEF)


def test_each_finding_says_who_accepted_it_and_when() -> None:
    rows = document(made(Format.DOCX)).rows

    accepted = [row for row in rows if "已接受\n王经理\n2027-01-04 09:00" in row]
    assert len(accepted) == COUNT


def test_every_page_of_findings_begins_with_the_headings_and_bears_its_number() -> None:
    told = texts(Format.PDF)

    listed = [page for page in told if re.search(r"标\d{3}号", page)]
    assert len(listed) > 20
    assert all("编号级别字段上年本年变动规则原因证据责任人状态依据" in page for page in listed)
    assert [page.endswith(f"{n}/{len(told)}") for n, page in enumerate(told, 1)].count(False) == 0

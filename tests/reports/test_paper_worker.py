"""Papers written by a process of their own, within limits."""

import asyncio
import subprocess
import sys
from dataclasses import replace

import pytest

from messages.catalogue import LOCALES
from reports.paper import Format
from reports.paper_order import Order, SealedPack, opened
from reports.paper_worker import MOST_BYTES, Clerk
from reports.paper_writing import write
from reports.workshop import CouldNotMake, child
from tests.reports.opened import sheet
from tests.reports.papers import CALL_CENTRE, ZONE, data, filled, printed
from tests.source import ROOT
from tests.workflow.firm import doer, first_season
from workflow.ids import ItemKey
from workflow.paper_numbers import numbered
from workflow.papers import Filled, PaperKind, Part
from workflow.text import Text

LIMITED = "from reports.limits import keep_within; keep_within()"
SEATS = ItemKey("seats_total")
PRINTS = "print('%PDF-1.7')"
COMPANY = filled()
PAPER = data(COMPANY, PaperKind.DRAFT)
RECORD = numbered(first_season(COMPANY), PAPER, doer())


def order(locale: str = "zh-CN") -> Order:
    return Order(PAPER, RECORD, locale, ZONE.key)


def written(clerk: Clerk, format_: Format, locale: str = "zh-CN") -> bytes:
    return asyncio.run(clerk.write(order(locale), format_))


@pytest.mark.parametrize("format_", Format)
def test_a_paper_comes_back_as_it_would_have_been_written_here(format_: Format) -> None:
    assert written(Clerk(), format_) == write(printed(COMPANY, PaperKind.DRAFT), format_)


@pytest.mark.parametrize("locale", LOCALES)
def test_it_comes_back_in_the_language_that_was_asked_for(locale: str) -> None:
    expected = write(printed(COMPANY, PaperKind.DRAFT, locale=locale), Format.XLSX)

    assert written(Clerk(), Format.XLSX, locale) == expected


def test_an_order_is_opened_as_it_was_sent() -> None:
    told = SealedPack(CALL_CENTRE).around(order())

    assert opened(told) == order()


def test_what_is_the_company_s_own_goes_with_the_order() -> None:
    mine = replace(CALL_CENTRE.item(SEATS), title=Text("我们的坐席", "Our seats"))
    line = replace(PAPER.differences.found[0].lines[0], item=mine)
    own = replace(order(), paper=replace(PAPER, parts=(Filled(Part.OTHERS, (line,)),)))

    assert opened(SealedPack(CALL_CENTRE).around(own)) == own


def test_a_clerk_who_knows_a_pack_takes_another_of_that_name_for_another() -> None:
    renamed = replace(CALL_CENTRE, title=Text("另一种许可证", "Another licence"))
    clerk = Clerk()

    written(clerk, Format.XLSX)
    other = replace(order(), paper=replace(PAPER, pack=renamed))
    told = sheet(asyncio.run(clerk.write(other, Format.XLSX)))

    assert [cell for row in told for cell in row if str(cell).startswith("另一种许可证")]


def test_words_are_not_looked_for_by_the_process_that_asks() -> None:
    """What a chat would wait for: putting a paper into words, and the libraries that set it."""
    asked = "import sys; import running.papers; print(*sys.modules)"
    loaded = subprocess.run(  # noqa: S603 - our own interpreter
        (sys.executable, "-c", asked), cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split()

    assert {"reports.paper_words", "reports.paper_writing", "openpyxl"}.isdisjoint(loaded)


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        f"{LIMITED}; bytearray(2 * 1024 ** 3); {PRINTS}",
        f"{LIMITED}; import tempfile; tempfile.TemporaryFile().write(bytes(10 ** 6)); {PRINTS}",
        "print('no such file')",
        f"import sys; sys.stdout.buffer.write(b'%PDF-' + bytes({MOST_BYTES}))",
    ],
    ids=["fails", "killed", "out-of-memory", "to-disk", "another-kind", "too-big"],
)
def test_what_is_no_paper_is_told_as_a_failure(program: str) -> None:
    with pytest.raises(CouldNotMake):
        written(Clerk(command=(sys.executable, "-c", program)), Format.PDF)


def test_a_paper_that_takes_too_long_is_told_as_a_failure_and_the_next_one_is_written() -> None:
    slow = Clerk(patience=0.05, command=(sys.executable, "-c", "import time; time.sleep(60)"))

    with pytest.raises(CouldNotMake):
        written(slow, Format.PDF)

    assert written(Clerk(), Format.PDF).startswith(b"%PDF-")


def test_whoever_waits_in_a_chat_goes_first() -> None:
    command = child("reports.paper_child")
    program = "import os, sys; sys.stdout.write(f'%PDF-{os.nice(0)}')"

    told = written(Clerk(command=(*command[:-2], "-c", program)), Format.PDF)

    assert told.startswith(b"%PDF-10")

"""A paper made for the edge: worded for its reader; a dead clerk is an answer, not a fault."""

import asyncio
import sys

import pytest

from chat.documents import NotWritten, PaperFile, PaperFormat
from reports.paper import Format
from reports.paper_worker import Clerk
from reports.paper_writing import write
from running.papers import PaperMaker
from tests.reports.papers import ZONE, data, filled, printed
from tests.workflow.firm import doer, first_season
from workflow.paper_numbers import numbered

COMPANY = filled()
PAPER = data(COMPANY)
RECORD = numbered(first_season(COMPANY), PAPER, doer())
ASKED = PaperFile(PAPER, RECORD, PaperFormat.PDF, "en", "List.pdf")


def made(clerk: Clerk) -> bytes | NotWritten:
    async def make() -> bytes | NotWritten:
        return await PaperMaker(ZONE, clerk)(ASKED)

    return asyncio.run(make())


def test_it_is_written_in_the_reader_s_language_and_format() -> None:
    assert made(Clerk()) == write(printed(COMPANY, locale="en"), Format.PDF)


@pytest.mark.parametrize(
    "program",
    ["raise SystemExit(3)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"],
    ids=["fails", "killed"],
)
def test_where_the_clerk_dies_nothing_is_written_and_nothing_breaks(program: str) -> None:
    assert made(Clerk(command=(sys.executable, "-c", program))) == NotWritten()

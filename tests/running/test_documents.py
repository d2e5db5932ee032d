"""Documents made when they are sent: a sheet, and a trail in each of its forms."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from chat.documents import SheetColumn, SheetToFill, TrailExport, TrailFormat
from running.agendas import AgendaMaker
from running.documents import DocumentMaker
from storage.cipher import Keys
from tests.storage.homes import TinyHome, commit_company
from tests.storage.samples import ACME
from tests.talk import house


@pytest.fixture
def home(tmp_path: Path) -> Iterator[TinyHome]:
    home = TinyHome(tmp_path / "data", keys=Keys(bytes(range(32))))
    yield home
    home.close()


def make(home: TinyHome, document: SheetToFill | TrailExport) -> bytes:
    keys = home.keys or Keys()
    agendas = AgendaMaker(home.folder, keys, house())
    return DocumentMaker(home.folder, keys, agendas)(document)


def test_a_trail_is_made_for_a_spreadsheet_while_the_bot_works(home: TinyHome) -> None:
    commit_company(home, ACME, 280)

    made = make(home, TrailExport(ACME, TrailFormat.CSV, "记录.csv"))

    lines = made.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "经理" in lines[-1]


def test_a_trail_is_made_for_a_program(home: TinyHome) -> None:
    commit_company(home, ACME, 280)

    made = make(home, TrailExport(ACME, TrailFormat.JSONL, "记录.jsonl"))

    assert [json.loads(line)["seq"] for line in made.splitlines()] == ["1", "2"]


def test_a_sheet_is_made_from_its_columns(home: TinyHome) -> None:
    sheet = SheetToFill("a.xlsx", "T", (SheetColumn("企业"),), (("甲公司",),))

    made = make(home, sheet)

    rows = load_workbook(BytesIO(made)).worksheets[0].iter_rows(values_only=True)
    assert any("甲公司" in row for row in rows)

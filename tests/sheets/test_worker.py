import asyncio
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from chat.talk import Sheet, SheetUnreadable
from sheets.refusal import Refusal
from sheets.worker import SheetReader
from tests.sheets.workbooks import many_rows, put, rows_workbook, with_parts, with_sheet_xml

SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def reading(path: Path, reader: SheetReader | None = None) -> Sheet | SheetUnreadable:
    async def read() -> Sheet | SheetUnreadable:
        return await (reader or SheetReader()).read_sheet(path)

    return asyncio.run(read())


needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")


def children() -> set[str]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return set(listed.split())


def test_a_workbook_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = put(tmp_path, rows_workbook(("坐席", 280)))

    assert reading(path) == Sheet((("坐席", "280"),))


def test_a_refusal_comes_as_its_sentence(tmp_path: Path) -> None:
    path = put(tmp_path, rows_workbook())

    assert reading(path) == SheetUnreadable(Refusal.EMPTY)


def test_a_path_is_meant_from_where_the_bot_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, rows_workbook(("here",)), "坐 席.xlsx")
    monkeypatch.chdir(tmp_path)

    assert reading(Path("坐 席.xlsx")) == Sheet((("here",),))


def test_a_file_that_is_gone_is_broken_not_a_crash(tmp_path: Path) -> None:
    assert reading(tmp_path / "gone") == SheetUnreadable(Refusal.BROKEN)


def test_many_at_once_are_all_read(tmp_path: Path) -> None:
    path = put(tmp_path, rows_workbook(("x",)))
    reader = SheetReader(at_once=2)

    async def five() -> list[Sheet | SheetUnreadable]:
        return await asyncio.gather(*(reader.read_sheet(path) for _ in range(5)))

    assert asyncio.run(five()) == [Sheet((("x",),))] * 5


@needs_proc
def test_a_reading_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    before = children()
    path = put(tmp_path, rows_workbook(("x",)))

    answer = reading(path, SheetReader(patience=0.01))

    assert answer == SheetUnreadable(Refusal.TOOK_TOO_LONG)
    assert children() == before


@needs_proc
def test_a_cancelled_reading_leaves_no_process(tmp_path: Path) -> None:
    before = children()
    path = put(tmp_path, rows_workbook(("x",)))

    async def cancelled() -> None:
        async with asyncio.timeout(0.05):
            await SheetReader().read_sheet(path)

    with pytest.raises(TimeoutError):
        asyncio.run(cancelled())
    assert children() == before


def test_a_place_is_free_again_after_a_cancelled_reading(tmp_path: Path) -> None:
    path = put(tmp_path, rows_workbook(("x",)))
    reader = SheetReader(at_once=1)

    async def twice() -> Sheet | SheetUnreadable:
        first = asyncio.create_task(reader.read_sheet(path))
        await asyncio.wait([first], timeout=0.02)
        first.cancel()
        return await reader.read_sheet(path)

    assert asyncio.run(twice()) == Sheet((("x",),))


def test_the_bots_environment_does_not_reach_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    put(tmp_path, b"raise SystemExit('read in place of the library')", "openpyxl.py")

    answer = reading(put(tmp_path, rows_workbook(("x",))))

    assert answer == Sheet((("x",),))


def test_what_the_library_prints_does_not_spoil_the_answer(tmp_path: Path) -> None:
    names = '<cellStyles><cellStyle name="Normal" xfId="7"/></cellStyles>'
    styles = f"<styleSheet {SPACE}><cellStyleXfs/>{names}</styleSheet>"
    path = put(tmp_path, with_parts(rows_workbook(("x",)), {"xl/styles.xml": styles}))

    assert reading(path) == SheetUnreadable(Refusal.BROKEN)


def with_shared_strings(items: str) -> bytes:
    """A workbook with this table of shared strings."""
    plain = rows_workbook(("x",))
    with ZipFile(BytesIO(plain)) as package:
        types = package.read("[Content_Types].xml").decode()
    declared = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED}"/></Types>'
    parts = {
        "xl/sharedStrings.xml": f"<sst {SPACE}>{items}</sst>",
        "[Content_Types].xml": types.replace("</Types>", declared),
    }
    return with_parts(plain, parts)


@pytest.mark.slow
def test_a_string_of_400_megabytes_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, with_shared_strings(f"<si><t>{'x' * 400_000_000}</t></si>"))

    answer = reading(path)

    assert answer == SheetUnreadable(Refusal.TOO_BIG)


@pytest.mark.slow
def test_a_million_rows_are_refused_in_time(tmp_path: Path) -> None:
    path = put(tmp_path, many_rows(1_000_000))

    answer = reading(path)

    assert answer == SheetUnreadable(Refusal.TOO_BIG)


@pytest.mark.slow
def test_what_eats_processor_time_is_ended(tmp_path: Path) -> None:
    words = "".join(f"<si><t>{number * number:x}</t></si>" for number in range(2_000_000))
    path = put(tmp_path, with_shared_strings(words))

    answer = reading(path)

    assert answer == SheetUnreadable(Refusal.TOOK_TOO_LONG)


@pytest.mark.slow
def test_what_eats_memory_is_refused(tmp_path: Path) -> None:
    # One wide sign makes Python keep the other 95 million letters four bytes wide.
    letters = os.urandom(20_000).hex() * 2_400 + "😀"
    runs = f"<r><t>{letters}</t></r><r><t>!</t></r>"
    path = put(tmp_path, with_shared_strings(f"<si>{runs}</si>"))

    answer = reading(path)

    assert answer == SheetUnreadable(Refusal.TOO_BIG)


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def test_a_billion_laughs_end_in_the_process_of_their_own(tmp_path: Path) -> None:
    laughing = with_sheet_xml('<row><c t="str"><v>&j;</v></c></row>', LAUGHS)

    assert reading(put(tmp_path, laughing)) == SheetUnreadable(Refusal.BROKEN)


def test_no_file_is_read_through_an_entity_in_the_process_of_its_own(tmp_path: Path) -> None:
    secret = put(tmp_path, b"secret", "secret.txt")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    content = with_sheet_xml('<row><c t="str"><v>&e;</v></c></row>', entity)

    assert reading(put(tmp_path, content)) == SheetUnreadable(Refusal.BROKEN)


def test_no_part_of_a_workbook_may_declare_entities_whatever_parsers_are_installed(
    tmp_path: Path,
) -> None:
    """lxml, where it is installed, would read on without a word."""
    book = rows_workbook(("x",))
    part = "xl/workbook.xml"
    with ZipFile(BytesIO(book)) as package:
        inside = package.read(part).decode()
    declared = '<!DOCTYPE workbook [<!ENTITY a "ha">]>' + inside[inside.index("<workbook") :]

    answer = reading(put(tmp_path, with_parts(book, {part: declared})))

    assert answer == SheetUnreadable(Refusal.BROKEN)

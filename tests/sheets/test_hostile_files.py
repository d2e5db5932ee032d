import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.documents import SheetColumn, SheetToFill
from sheets.reading import read_cells
from sheets.refusal import Refusal, SheetRefused
from sheets.template import make_sheet
from tests.sheets.workbooks import put, rows_workbook, with_parts, with_sheet_xml

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
GOOD = make_sheet(
    SheetToFill(
        "a", "表", (SheetColumn("甲", "例", ("一", "二")), SheetColumn("乙")), (("1", "2"),)
    )
)


def refusal(path: Path) -> Refusal:
    with pytest.raises(SheetRefused) as refused:
        read_cells(path)
    return refused.value.why


def test_a_zip_bomb_is_refused_by_its_listing(tmp_path: Path) -> None:
    content = with_parts(rows_workbook(("x",)), {"xl/media/image1.png": bytes(20_000_000)})

    assert refusal(put(tmp_path, content)) is Refusal.TOO_BIG


def test_too_many_entries_are_refused_by_the_listing(tmp_path: Path) -> None:
    content = with_parts(rows_workbook(("x",)), {f"xl/media/{n}": b"" for n in range(2_001)})

    assert refusal(put(tmp_path, content)) is Refusal.TOO_BIG


def test_a_listing_that_lies_about_sizes_is_broken(tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", bytes(5_000_000))
    size = (5_000_000).to_bytes(4, "little")
    content = target.getvalue().replace(size, (1_000).to_bytes(4, "little"))

    assert refusal(put(tmp_path, content)) is Refusal.BROKEN


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_are_refused(tmp_path: Path, part: str) -> None:
    content = with_parts(rows_workbook(("x",)), {part: b"code"})

    assert refusal(put(tmp_path, content)) is Refusal.HAS_MACROS


def test_a_workbook_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    content = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)

    assert refusal(put(tmp_path, content)) is Refusal.ENCRYPTED


def test_a_zip_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    content = bytearray(rows_workbook(("x",)))
    content[content.index(b"PK\x01\x02") + 8] |= 0x1

    assert refusal(put(tmp_path, bytes(content))) is Refusal.ENCRYPTED


def test_an_old_binary_workbook_wants_saving_anew(tmp_path: Path) -> None:
    content = OLE + bytes(600) + "Workbook".encode("utf-16-le")

    assert refusal(put(tmp_path, content)) is Refusal.OLD_FORMAT


def test_a_letter_in_a_zip_is_broken_as_a_sheet(tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("word/document.xml", "<w/>")

    assert refusal(put(tmp_path, target.getvalue())) is Refusal.BROKEN


def test_a_billion_laughs_are_not_laughed(tmp_path: Path) -> None:
    content = with_sheet_xml('<row><c t="str"><v>&d;</v></c></row>', LAUGHS)

    assert refusal(put(tmp_path, content)) is Refusal.BROKEN


def test_no_file_of_ours_is_read_through_an_entity(tmp_path: Path) -> None:
    secret = put(tmp_path, b"secret", "secret.txt")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    content = with_sheet_xml('<row><c t="str"><v>&e;</v></c></row>', entity)

    assert refusal(put(tmp_path, content)) is Refusal.BROKEN


@pytest.mark.parametrize("part", ["xl/externalLinks/externalLink1.xml", "xl/connections.xml"])
def test_links_to_elsewhere_are_refused_without_looking_at_them(tmp_path: Path, part: str) -> None:
    linked = with_sheet_xml("<row><c><f>[1]Sheet1!A1</f><v>42</v></c></row>")
    content = with_parts(linked, {part: "<not-even-xml"})

    assert refusal(put(tmp_path, content)) is Refusal.HAS_LINKS


def survives(folder: Path, content: bytes) -> bool:
    """True if the reader gave rows or refused; anything else escapes as an error."""
    path = put(folder, content)
    try:
        return len(read_cells(path)) > 0
    except SheetRefused as refused:
        return isinstance(refused.why, Refusal)


@settings(deadline=None, max_examples=80)
@given(length=st.integers(0, len(GOOD)))
def test_a_cut_file_never_escapes(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    assert survives(tmp_path_factory.getbasetemp(), GOOD[:length])


@settings(deadline=None, max_examples=150)
@given(
    places=st.lists(st.integers(0, len(GOOD) - 1), min_size=1, max_size=8), byte=st.integers(0, 255)
)
def test_a_file_with_wrong_bytes_never_escapes(
    tmp_path_factory: pytest.TempPathFactory, places: list[int], byte: int
) -> None:
    changed = bytes(byte if n in places else old for n, old in enumerate(GOOD))

    assert survives(tmp_path_factory.getbasetemp(), changed)


def mutated_parts(dice: random.Random) -> bytes:
    """The good workbook with bytes changed inside its parts, where no checksum stops them."""
    target = BytesIO()
    with ZipFile(BytesIO(GOOD)) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            body = bytearray(source.read(name))
            for _ in range(dice.choice([0, 0, 1, 3])):
                body[dice.randrange(len(body))] = dice.choice(b'<>"&0129-=AZaz/ .\0\xff')
            changed.writestr(name, bytes(body))
    return target.getvalue()


@pytest.mark.parametrize("seed", range(120))
def test_a_workbook_with_wrong_words_inside_never_escapes(tmp_path: Path, seed: int) -> None:
    content = mutated_parts(random.Random(seed))  # noqa: S311  dice for a test, not for a secret

    assert survives(tmp_path, content)


@settings(deadline=None, max_examples=150)
@given(content=st.binary(max_size=400))
def test_no_bytes_escape(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    assert survives(tmp_path_factory.getbasetemp(), content)


@pytest.mark.parametrize(
    "content",
    [b"a" * 200_000, b"a," * 200_000, b'"' + b"a\n" * 100_000],
    ids=["one line", "one row", "a quote that is never closed"],
)
def test_a_text_without_an_end_is_said_to_be_too_big(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    assert refusal(path) is Refusal.TOO_BIG

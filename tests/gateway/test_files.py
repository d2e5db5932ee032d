import json
import logging

import pytest

from chat.talk import RefusedFile, SentFile, Sheet
from gateway.files import MB, Files, rules_of, shown_name
from gateway.incoming import OfferedFile, Reading, to_incoming
from gateway.rooms import Me
from localchat.faults import Drop, Fault, When
from tests.gateway import samples
from tests.gateway.stage import Stage
from workflow.errors import NotSaved
from workflow.given import FileRef
from workflow.ports import ChatId, InboxRow, RowId, RowState

pytestmark = pytest.mark.anyio


async def offered(stage: Stage, name: str, content: bytes, size: int | None = None) -> OfferedFile:
    """What the bot is told when Wang sends this document."""
    wang = stage.person()
    sent = await wang.send_file(name, content, declared_size=size)
    update = {"update_id": 1, "message": wang.message(sent).wire}
    row = InboxRow(RowId(1), 1, ChatId(wang.id), json.dumps(update), RowState.NEW)
    reading = to_incoming(row, stage.clock(), Me(1, "bot"))
    assert isinstance(reading, Reading)
    assert reading.file
    return reading.file


async def taken(
    stage: Stage, name: str, content: bytes, size: int | None = None
) -> SentFile | RefusedFile:
    files = await stage.files()
    return await files.take(await offered(stage, name, content, size))


async def test_sixty_mb_are_refused_before_a_byte_is_fetched(stage: Stage) -> None:
    stage.chat.faults.plan("getFile", Fault(500))

    what = await taken(stage, "big.pdf", samples.PDF, size=60_000_000)

    assert what == RefusedFile("file-too-big", {"size_mb": 58, "limit_mb": 20})
    assert stage.chat.faults.left() == 1


async def test_a_file_bigger_than_it_said_is_refused_while_it_comes(stage: Stage) -> None:
    what = await taken(stage, "big.pdf", samples.PDF + b"x" * (20 * MB), size=1000)

    assert what == RefusedFile("file-too-big", {"size_mb": 21, "limit_mb": 20})


async def test_a_kind_that_is_not_taken_is_refused_with_those_that_are(stage: Stage) -> None:
    what = await taken(stage, "setup.exe", samples.EXE)

    assert isinstance(what, RefusedFile)
    assert (what.sentence, what.facts["kind"]) == ("file-kind-refused", "exe")
    assert str(what.facts["kinds"]).startswith("pdf, doc, docx")


async def test_an_empty_file_is_refused(stage: Stage) -> None:
    what = await taken(stage, "空.pdf", b"")

    assert what == RefusedFile("file-empty", {"name": "空.pdf"})


async def test_a_file_that_turns_out_empty_is_refused(stage: Stage) -> None:
    what = await taken(stage, "空.pdf", b"", size=10)

    assert what == RefusedFile("file-empty", {"name": "空.pdf"})


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.pdf", samples.EXE, "file-not-what-it-says"),
        ("a.docx", samples.XLSX, "file-not-what-it-says"),
        ("a.csv", samples.PDF, "file-not-what-it-says"),
        ("a.png", samples.MP4, "file-not-what-it-says"),
        ("a.xlsx", samples.WITH_MACROS, "file-has-macros"),
        ("a.doc", samples.DOC_WITH_MACROS, "file-has-macros"),
        ("a.docx", samples.DOCX_WITH_PASSWORD, "file-encrypted"),
        ("a.xls", samples.XLS_WITH_PASSWORD, "file-encrypted"),
    ],
)
async def test_bytes_that_do_not_fit_the_name_are_refused(
    stage: Stage, name: str, content: bytes, sentence: str
) -> None:
    what = await taken(stage, name, content)

    assert what == RefusedFile(sentence, {"name": name, "kind": name[2:]})
    assert not any((stage.folder / "arriving").iterdir())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", samples.PDF),
        ("a.doc", samples.DOC),
        ("a.wps", samples.DOC),
        ("a.et", samples.XLSX),
        ("a.xls", b"<html><table>"),
        ("a.ofd", samples.OFD),
        ("a.jpg", samples.PNG),
        ("a.heic", samples.JPG),
        ("a.zip", samples.DOCX),
        ("a.txt", "字".encode("gb18030")),
        ("a.mp4", samples.MP4),
    ],
)
async def test_bytes_that_fit_the_name_are_kept(stage: Stage, name: str, content: bytes) -> None:
    what = await taken(stage, name, content)

    assert isinstance(what, SentFile)
    assert what.file.name == name
    assert stage.box.read(what.file) == content
    assert not any((stage.folder / "arriving").iterdir())


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("a.xlsx", samples.XLSX, ".xlsx"),
        ("a.xls", samples.XLSX, ".xlsx"),
        ("a.csv", b"a,b\n", ".csv"),
    ],
)
async def test_a_table_is_read(stage: Stage, name: str, content: bytes, ending: str) -> None:
    what = await taken(stage, name, content)

    assert isinstance(what, SentFile)
    assert what.sheet == Sheet((("a",),))
    assert stage.read_sheet.endings == [ending]


async def test_a_table_too_big_to_be_filled_in_by_people_is_only_kept(stage: Stage) -> None:
    what = await taken(stage, "a.csv", b"a,b\n" * MB)

    assert isinstance(what, SentFile)
    assert what.sheet is None


async def test_a_download_that_fails_at_first_is_repeated(stage: Stage) -> None:
    stage.chat.faults.plan("getFile", Fault(502), Drop(When.BEFORE), Fault(429, retry_after=3))

    what = await taken(stage, "a.pdf", samples.PDF)

    assert isinstance(what, SentFile)
    assert stage.time.slept == [0.5, 1.0, 3.0]


async def test_a_file_that_cannot_be_fetched_is_lost_on_the_way(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    files = await stage.files()
    offer = await offered(stage, "a.pdf", samples.PDF)
    stage.chat.faults.plan("getFile", *[Fault(502)] * 4)

    what = await files.take(offer)

    assert what == RefusedFile("file-lost-on-the-way", {"name": "a.pdf"})
    assert "file not fetched" in caplog.messages


async def test_a_file_the_server_finds_too_big_is_refused_as_such(stage: Stage) -> None:
    stage.chat.faults.plan("getFile", Fault(400, "Bad Request: file is too big"))

    what = await taken(stage, "a.pdf", samples.PDF)

    assert what == RefusedFile("file-too-big", {"size_mb": 21, "limit_mb": 20})


async def test_a_disk_that_refuses_is_told_as_not_saved(stage: Stage) -> None:
    class FullBox:
        def put(self, *_: object) -> FileRef:
            raise NotSaved

        def read(self, *_: object) -> bytes:
            raise AssertionError

    files = Files(
        await stage.calls(),
        rules_of(stage.config.files),
        FullBox(),
        stage.read_sheet,
        stage.folder / "arriving",
    )
    files.open()
    stage.keep(files)

    what = await files.take(await offered(stage, "a.pdf", samples.PDF))

    assert what == RefusedFile("error-not-saved", {})


async def test_what_an_earlier_life_left_half_fetched_is_removed(stage: Stage) -> None:
    left = stage.folder / "arriving" / "tmp123" / "arriving"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    await stage.files()

    assert not any((stage.folder / "arriving").iterdir())


def test_a_name_in_a_sentence_is_short_and_on_one_line() -> None:
    assert shown_name("a\nb\u202ec" + "x" * 100) == "a b c" + "x" * 55

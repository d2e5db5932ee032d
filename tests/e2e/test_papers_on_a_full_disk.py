"""A paper is taken while the disk is full: it is said, nothing is sent, no number is lost or doubled."""

import asyncio
import resource
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench import homes
from bench.desks import FolderDesk
from chat.buttons import Verb, encode, ref
from chat.documents import PaperFormat
from chat.talk import Incoming, Outgoing, Pressed, SendPaper
from reports.paper import Format
from reports.paper_worker import Clerk
from reports.paper_writing import write
from tests.reports.papers import printed
from tests.reports.test_paper_worker import COMPANY, order
from workflow.errors import NotSaved
from workflow.ids import CompanyId, PersonId
from workflow.papers import PaperKind

MANAGER = 2000
FIRM = CompanyId("b00000")
ROOM = (0, 1_000, 4_096, 20_000, 40_000)
"""Bytes that a file may have: so the disk is full at one write or the other."""


@contextmanager
def only(size: int) -> Iterator[None]:
    """No file of this process grows beyond that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def a_desk(folder: Path) -> FolderDesk:
    """One paper was taken before, with which the findings were written down."""
    homes.fill(folder, 1, lambda _: PersonId(str(MANAGER)))
    desk = FolderDesk(folder)
    desk.answers(asked(desk, PaperKind.QUALITY))
    return desk


def asked(desk: FolderDesk, kind: PaperKind = PaperKind.DIFFERENCES) -> Incoming:
    """A paper is asked for; what was asked is on the disk already."""
    press = ref(Verb.PAPER_AS, FIRM, "1", kind, PaperFormat.PDF)
    return desk.brings_in(MANAGER, Pressed(encode(press), 1, "press"))


def papers(answer: Sequence[Outgoing]) -> list[SendPaper]:
    """Those that are to be made and sent."""
    return [each for each in answer if isinstance(each, SendPaper)]


def numbers(desk: FolderDesk) -> Mapping[str, int]:
    """The number of each paper that was ever given one."""
    kept = desk.company(FIRM).seasons[0].papers
    return {key: each.number for key, each in kept.items()}


def tried(desk: FolderDesk, kind: PaperKind = PaperKind.DIFFERENCES, *, size: int) -> str:
    """What the person is told while no file has more room than that."""
    ask = asked(desk, kind)
    with only(size):
        try:
            answer = desk.answers(ask)
        except NotSaved as refused:  # the gateway says it, and takes the update up again
            return refused.sentence
    assert papers(answer) == []
    return str(answer)


@pytest.mark.parametrize("size", ROOM)
def test_the_person_hears_it_and_is_sent_nothing(tmp_path: Path, size: int) -> None:
    desk = a_desk(tmp_path / "home")

    told = tried(desk, size=size)

    assert "没有保存成功" in told or told == NotSaved.sentence
    assert numbers(desk) == {PaperKind.QUALITY: 1}


@pytest.mark.parametrize("size", ROOM)
def test_once_there_is_room_the_number_is_given_and_only_once(tmp_path: Path, size: int) -> None:
    desk = a_desk(tmp_path / "home")
    tried(desk, size=size)

    first = papers(desk.answers(asked(desk)))
    again = papers(desk.answers(asked(desk)))
    other = papers(desk.answers(asked(desk, PaperKind.DRAFT)))

    told = [each.paper.record.number for each in (*first, *again, *other)]
    assert told == [2, 2, 3]
    assert sorted(numbers(desk).values()) == [1, 2, 3]


def test_after_a_restart_on_a_disk_that_was_full_the_number_is_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    desk = a_desk(folder)
    tried(desk, PaperKind.DRAFT, size=0)

    anew = FolderDesk(folder, first=100)

    (given,) = papers(anew.answers(asked(anew)))
    assert given.paper.record.number == 2


def test_the_file_itself_needs_no_room() -> None:
    """It is made in memory and goes through a pipe: a full disk leaves it whole."""
    with only(0):
        made = asyncio.run(Clerk().write(order(), Format.DOCX))

    assert made == write(printed(COMPANY, PaperKind.DRAFT), Format.DOCX)

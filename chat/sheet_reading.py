"""A filled sheet of items read as answers: each row by its item's title, each cell as if typed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from chat.file_notes import MARK
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, Unclear
from chat.talk import Sheet
from chat.talks.items_sheet import HEADINGS
from messages.say import Fact, Say, say
from messages.values import OneValue, Read, Refused, Unsure, cell_trouble, read_cell
from workflow.assigning import may_hand_in
from workflow.checklist import Task, checklist, input_tasks, takes_files
from workflow.errors import AlreadyGiven, NoSuchItem, WorkflowError
from workflow.fitting import require_fits
from workflow.given import Day, FileRef
from workflow.origins import of_file
from workflow.pack import DateSpec, FormSpec, TableSpec
from workflow.team_errors import NotYours

TOP = 10
"""Rows among which our headings are looked for: people write above a table."""
MOST_UNCLEAR = 30
LONGEST_TITLE, LONGEST_REMARK = 60, 200


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings stand: the row they are in, and the place of each column."""

    row: int
    title: int
    answer: int
    remark: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A name, what stands for it, and a remark, each as it was written; and the cell it stood in."""

    title: str
    text: str
    remark: str
    cell: str = ""
    trouble: Fact | None = None
    """What is wrong with the cell itself, whatever stands in it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text is no answer to an item."""

    why: Fact


Find = Callable[[str], Sequence[Task]]
"""The items of a name: one, or several that may be meant, or none."""


def layout_of(s: Session, sheet: Sheet) -> Layout | None:
    """Where our headings stand, in either language; None if the sheet is not one of ours."""
    for number, cells in enumerate(sheet.rows[:TOP]):
        title, wants, answer, remark = (place_of(s, heading, cells) for heading in HEADINGS)
        if title is not None and wants is not None and answer is not None:
            return Layout(number, title, answer, remark)
    return None


def place_of(s: Session, heading: str, cells: Sequence[str]) -> int | None:
    """In which column our heading stands, in either language."""
    known = s.words(heading)
    return next((place for place, cell in enumerate(cells) if bare(cell).casefold() in known), None)


def bare(cell: str) -> str:
    """On one line, blanks once."""
    return " ".join(cell.split())


def read_sheet(s: Session, case: Case, file: FileRef, sheet: Sheet, layout: Layout) -> FilledSheet:
    """All that was filled in, judged as it would be if it were typed now; nothing is recorded."""
    known = by_title(s, case)
    rows = list(_rows(sheet, layout))
    read = read_rows(s, case, rows, lambda name: named_in(known, name), file.id[:MARK], file.name)
    return on_page(replace(read, source=of_file(file.name, s.today)), sheet)


def on_page(read: FilledSheet, sheet: Sheet) -> FilledSheet:
    """With the name of the page, where others were left out."""
    if not sheet.places.left_out:
        return read
    return replace(read, page=sheet.places.page, left_out=sheet.places.left_out)


def read_rows(
    s: Session, case: Case, rows: Sequence[Row], find: Find, mark: str, name: str
) -> FilledSheet:
    """Each row judged as if it were typed now for the one item that `find` knows; none recorded."""
    answers: dict[str, ReadAnswer] = {}
    unclear: list[Unclear] = []
    for row in rows:
        found = _judged(s, case, find(row.title), row)
        if isinstance(found, ReadAnswer) and found.key in answers:
            found = _unclear(s, row, say("row-twice"))
        match found:
            case ReadAnswer():
                answers[found.key] = found
            case Unclear():
                unclear.append(found)
    return FilledSheet(
        mark=mark,
        name=name,
        company=case.company.id,
        season=case.season.id,
        count=len(rows),
        answers=tuple(answers.values()),
        unclear=tuple(islice(unclear, MOST_UNCLEAR)),
        already=len(rows) - len(answers) - len(unclear),
    )


def named_in(known: Mapping[str, tuple[Task, ...]], title: str) -> tuple[Task, ...]:
    """The items of that title; else of one that differs only in what people write around a title.

    A number, a star, blanks, a colon, the unit in brackets: 1. 坐席总数(席):.
    """
    if title in known:
        return known[title]
    core = _core(title)
    found = (task for name, tasks in known.items() if _core(name) == core for task in tasks)
    return tuple({task.item.key: task for task in found}.values()) if core else ()


_AROUND = re.compile(r"^[\s*★※]*(?:[(（]?[0-9]{1,2}[.、)）])?|[\s::]+$")
_UNIT_BEHIND = re.compile(r"[(（][^()（）]{1,8}[)）]$")


def _core(title: str) -> str:
    bared = _UNIT_BEHIND.sub("", _AROUND.sub("", title))
    return re.sub(r"\s", "", bared).casefold()


def by_title(s: Session, case: Case) -> Mapping[str, tuple[Task, ...]]:
    """The items that the speaker may see, what only rules need among them, by title in both languages."""
    found: dict[str, tuple[Task, ...]] = {}
    for task in known_tasks(s, case):
        title = task.item.title
        for name in dict.fromkeys((bare(title.zh), bare(title.en))):
            found[name] = (*found.get(name, ()), task)
    return found


def known_tasks(s: Session, case: Case) -> tuple[Task, ...]:
    """The checklist, then what only the rules need (校验数据), as far as the speaker sees them."""
    parts = (case.company, case.season, case.pack)
    return s.seen(case, (*checklist(*parts), *input_tasks(*parts)))


def _rows(sheet: Sheet, layout: Layout) -> Iterator[Row]:
    """The rows in which something was filled in."""
    for number, cells in enumerate(sheet.rows[layout.row + 1 :], layout.row + 1):
        text = cell_at(cells, layout.answer)
        trouble = cell_trouble_of(sheet, number, layout.answer)
        if text or trouble:
            yield Row(
                bare(cell_at(cells, layout.title)),
                text,
                cell_at(cells, layout.remark),
                sheet.places.name(number, layout.answer),
                trouble,
            )


def cell_at(cells: Sequence[str], place: int | None) -> str:
    """What stands there; empty where nothing does, or there is no such column."""
    return cells[place].strip() if place is not None and place < len(cells) else ""


def cell_trouble_of(sheet: Sheet, row: int, column: int) -> Say | None:
    """What is wrong with a cell itself: part of several made one, a formula nobody reckoned."""
    places = sheet.places
    if places.name(row, column) in places.unreckoned:
        return say("cell-unreckoned")
    merged = places.merged_with(row, column)
    if merged and cell_at(sheet.rows[row], column):
        return say("cell-merged", cells=merged)
    return None


def _judged(s: Session, case: Case, tasks: Sequence[Task], row: Row) -> ReadAnswer | Unclear | None:
    """What the row says; None where it says what is recorded already."""
    if len(tasks) != 1:
        return _unclear(s, row, say("row-two-items") if tasks else say(NoSuchItem.sentence))
    (task,) = tasks
    value = Trouble(row.trouble) if row.trouble else value_of(s, case, task, row.text)
    if isinstance(value, Trouble):
        return _unclear(s, row, value.why)
    answer = ReadAnswer(task.item.key, value, task.state.version, row.remark[:LONGEST_REMARK])
    return _fitting(s, task, row, answer)


def value_of(s: Session, case: Case, task: Task, text: str) -> OneValue | Trouble:
    """The text as an answer to the item, read as it would be if it were typed."""
    spec = task.item.spec
    if isinstance(spec, TableSpec | FormSpec):
        return Trouble(say("wants-table"))
    if spec is None:
        is_paper = takes_files(task.item)
        return Trouble(say("wants-file" if is_paper else "row-no-answer"))
    if not may_hand_in(s.me.person, case.company, case.season, task.item):
        return Trouble(say(NotYours.sentence))
    reading = read_cell(text, spec, s.today)
    match reading:
        case Read(value):
            return value
        case Unsure():
            return Trouble(cell_trouble(reading, spec))
        case Refused():
            day = _counted_day(text) if isinstance(spec, DateSpec) else None
            return day or Trouble(cell_trouble(reading, spec))


_SERIAL = re.compile(r"[2-7][0-9]{4}")
_EPOCH = date(1899, 12, 30)


def _counted_day(text: str) -> Day | None:
    """A day as spreadsheets count it, where its format was lost: 46387 is 2026-12-31."""
    return Day(_EPOCH + timedelta(int(text))) if _SERIAL.fullmatch(text) else None


def _fitting(s: Session, task: Task, row: Row, answer: ReadAnswer) -> ReadAnswer | Unclear | None:
    try:
        require_fits(task, answer.given, s.today)
    except AlreadyGiven:
        return None
    except WorkflowError as refused:
        return _unclear(s, row, Say(refused.sentence, refused.facts))
    return answer


def _unclear(s: Session, row: Row, why: Fact) -> Unclear:
    return unclear(s, row.cell, row.title or row.text, why)


def unclear(s: Session, cell: str, title: str, why: Fact) -> Unclear:
    """What was not understood, with the cell it stands in."""
    titled = title[:LONGEST_TITLE]
    named = s.wording.plain(say("cell-of", cell=cell, title=titled)) if cell else titled
    return Unclear(named, s.wording.plain(why))

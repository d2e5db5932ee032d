"""A filled sheet of items read as answers: each row by its item's title, each cell as if typed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from chat.note import MARK
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, Unclear
from chat.talk import Sheet
from chat.talks.items_sheet import HEADINGS
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_cell
from messages.values import Read, Refused, Unsure, cell_trouble, read_cell
from workflow.assigning import may_hand_in
from workflow.checklist import Task, checklist, takes_files
from workflow.errors import AlreadyGiven, NoSuchItem, WorkflowError
from workflow.fitting import require_fits
from workflow.given import AnswerGiven, FileRef
from workflow.pack import FormSpec, TableSpec
from workflow.team_errors import NotYours

TOP = 5
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
    """A name, what stands for it, and a remark, each as it was written."""

    title: str
    text: str
    remark: str


Find = Callable[[str], Sequence[Task]]
"""The items of a name: one, or several that may be meant, or none."""


def layout_of(s: Session, sheet: Sheet) -> Layout | None:
    """Where our headings stand, in either language; None if the sheet is not one of ours."""
    for number, cells in enumerate(sheet.rows[:TOP]):
        title, wants, answer, remark = (_place(s, heading, cells) for heading in HEADINGS)
        if title is not None and wants is not None and answer is not None:
            return Layout(number, title, answer, remark)
    return None


def _place(s: Session, heading: str, cells: Sequence[str]) -> int | None:
    known = s.words(heading)
    bare = (_bare(cell).casefold() for cell in cells)
    return next((place for place, cell in enumerate(bare) if cell in known), None)


def _bare(cell: str) -> str:
    return " ".join(cell.split())


def read_sheet(s: Session, case: Case, file: FileRef, sheet: Sheet, layout: Layout) -> FilledSheet:
    """All that was filled in, judged as it would be if it were typed now; nothing is recorded."""
    known = _by_title(s, case)
    rows = list(_rows(sheet, layout))
    return read_rows(s, case, rows, lambda name: known.get(name, ()), file.id[:MARK], file.name)


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


def _by_title(s: Session, case: Case) -> Mapping[str, tuple[Task, ...]]:
    """The items that the speaker may see, by their titles in both languages."""
    found: dict[str, tuple[Task, ...]] = {}
    for task in s.seen(case, checklist(case.company, case.season, case.pack)):
        title = task.item.title
        for name in dict.fromkeys((_bare(title.zh), _bare(title.en))):
            found[name] = (*found.get(name, ()), task)
    return found


def _rows(sheet: Sheet, layout: Layout) -> Iterator[Row]:
    """The rows in which something was filled in."""
    for cells in sheet.rows[layout.row + 1 :]:
        text = _cell(cells, layout.answer)
        if text:
            yield Row(_bare(_cell(cells, layout.title)), text, _cell(cells, layout.remark))


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _judged(s: Session, case: Case, tasks: Sequence[Task], row: Row) -> ReadAnswer | Unclear | None:
    """What the row says; None where it says what is recorded already."""
    if len(tasks) != 1:
        return _unclear(s, row, say("row-two-items") if tasks else say(NoSuchItem.sentence))
    (task,) = tasks
    spec = task.item.spec
    if isinstance(spec, TableSpec | FormSpec):
        return _unclear(s, row, say("wants-table"))
    if spec is None:
        is_paper = takes_files(task.item)
        return _unclear(s, row, say("wants-file" if is_paper else "row-no-answer"))
    if not may_hand_in(s.me.person, case.company, case.season, task.item):
        return _unclear(s, row, say(NotYours.sentence))
    reading = read_cell(row.text, spec, s.today)
    match reading:
        case Read(value):
            answer = ReadAnswer(
                task.item.key, value, task.state.version, row.remark[:LONGEST_REMARK]
            )
            return _fitting(s, task, row, answer)
        case Unsure(readings):
            told = Listed(tuple(tell_cell(each, spec) for each in readings))
            return _unclear(s, row, say("row-unsure", readings=told))
        case Refused():
            return _unclear(s, row, cell_trouble(reading, spec))


def _fitting(s: Session, task: Task, row: Row, answer: ReadAnswer) -> ReadAnswer | Unclear | None:
    try:
        require_fits(task, AnswerGiven(answer.value), s.today)
    except AlreadyGiven:
        return None
    except WorkflowError as refused:
        return _unclear(s, row, Say(refused.sentence, refused.facts))
    return answer


def _unclear(s: Session, row: Row, why: Fact) -> Unclear:
    return Unclear((row.title or row.text)[:LONGEST_TITLE], s.wording.plain(why))

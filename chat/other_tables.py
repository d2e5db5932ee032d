"""Whose table a sheet is: one of our tables by its headings, or somebody else's, told by its own."""

from collections.abc import Sequence
from pathlib import PurePath

from chat.session import Case, Session
from chat.sheet_reading import TOP, bare, by_title, cell_at, known_tasks, named_in
from chat.talk import Sheet
from messages.say import Listed, Say, say
from messages.tables import FaultyRows, is_headed, is_wholly_headed
from workflow.assigning import may_hand_in
from workflow.checklist import Task
from workflow.pack import FormSpec, Item, TableSpec

HEADINGS_SHOWN, LONGEST_HEADING = 4, 12
FEWEST = 2
"""Rows that must all be foreign: of a single one it is said what is wrong in it."""


def names_none(s: Session, case: Case, sheet: Sheet, row: int, place: int) -> bool:
    """Whether below our headings no row is about an item of ours."""
    titles = [bare(cell_at(cells, place)) for cells in sheet.rows[row + 1 :]]
    said = [title for title in titles if title]
    known = by_title(s, case)
    return len(said) >= FEWEST and not any(named_in(known, title) for title in said)


def is_other(sheet: Sheet, faulty: FaultyRows) -> bool:
    """Whether a sheet that was read as a table has no heading of it and no row that would do."""
    wrong = {each.row for each in faulty.faults}
    return faulty.top < 0 and len(sheet.rows) >= FEWEST and len(wrong) == len(sheet.rows)


def table_of(s: Session, case: Case, sheet: Sheet, name: str) -> Task | None:
    """The table whose sheet it says it is: by its name or its page's, and by all its columns."""
    person, company, season = s.me.person, case.company, case.season
    found = [
        task
        for task in known_tasks(s, case)
        if may_hand_in(person, company, season, task.item) and _is_sheet_of(task.item, sheet, name)
    ]
    return found[0] if len(found) == 1 else None


def _is_sheet_of(item: Item, sheet: Sheet, name: str) -> bool:
    titles, spec = (bare(item.title.zh), bare(item.title.en)), item.spec
    return (
        isinstance(spec, TableSpec)
        and any(is_wholly_headed(row, spec.columns) for row in sheet.rows[:TOP])
        and any(bare(each).endswith(titles) for each in (sheet.places.page, PurePath(name).stem))
    )


def headings_of(s: Session, case: Case, sheet: Sheet) -> tuple[str, ...]:
    """What stands above the table; nothing where it is one of our logs, for whichever item."""
    specs = (each.item.spec for each in known_tasks(s, case))
    tables = (each for each in specs if isinstance(each, TableSpec | FormSpec))
    if any(is_headed(row, each.columns) for each in tables for row in sheet.rows[:TOP]):
        return ()
    return _headings(sheet)


def told_other(sheet: Sheet) -> Say:
    """「这是另一张表(表头:姓名、工资 …)」, nothing of it counted."""
    return told_headed(_headings(sheet))


def told_headed(headings: Sequence[str]) -> Say:
    """The same of headings that are known."""
    return say("sheet-of-others", headings=Listed(tuple(headings)))


def _headings(sheet: Sheet) -> tuple[str, ...]:
    """Of the first row that is more than a title."""
    rows = [tuple(bare(cell) for cell in row if cell.strip()) for row in sheet.rows[:TOP]]
    found = next((row for row in rows if len(row) > 1), rows[0] if rows else ())
    return tuple(each[:LONGEST_HEADING] for each in found[:HEADINGS_SHOWN])

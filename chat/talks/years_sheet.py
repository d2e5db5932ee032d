"""三年对照表: every figure of the report with the two years before beside it, to be filled and sent back."""

from collections.abc import Iterator
from dataclasses import dataclass

from chat.card import Handout, Replies, Toasted
from chat.documents import DayCell, NumberCell, SheetColumn, SheetToFill
from chat.screens.team import department_name
from chat.screens.wants import wants
from chat.session import Case, Session
from chat.sheet_reading import known_tasks
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_cell
from workflow.assigning import may_hand_in
from workflow.checklist import Task
from workflow.earlier import earlier_of, years_of
from workflow.given import AnswerGiven, Choices, Day, Number, Rows, Value, Words
from workflow.pack import (
    AnswerSpec,
    ChoiceSpec,
    DateSpec,
    Duty,
    FormSpec,
    NumberKind,
    NumberSpec,
    TableSpec,
)
from workflow.permissions import Action, require

LONGEST_WANTS = 300
FIRST_YEAR = 4
"""The column of 前年; before it stand name, unit, department and what is asked."""
SOURCE, MEANING, AS_OF, ESTIMATE = 7, 8, 9, 10
WIDTH = 11


def years_sheet(s: Session, case: Case) -> Replies:
    """「三年对照表」: what the speaker may answer, then what only the rules look at."""
    require(s.me.person, Action.HAND_IN_MINE, case.company)
    asked = [task for task in known_tasks(s, case) if _is_asked(s, case, task)]
    if not asked:
        return (Toasted(say("toast-nothing-for-a-sheet")),)
    rows = tuple(_rows(s, case, asked))
    year = str(case.season.year)
    sheet = SheetToFill(
        name=s.wording.plain(say("years-name", company=case.company.name, year=year)),
        title=s.wording.plain(say("years-title", company=case.company.name, year=year)),
        columns=_columns(s, case),
        rows=tuple(row.cells for row in rows),
        choices={place: each for n, row in enumerate(rows) for place, each in _choices(s, n, row)},
        checks={place: each for n, row in enumerate(rows) for place, each in _checks(s, n, row)},
        own_rows=frozenset(n for n, row in enumerate(rows) if row.task is None),
        still=1,
    )
    caption = say("years-caption", count=len(asked))
    return (Toasted(say("toast-sending")), Handout(sheet, caption))


def _is_asked(s: Session, case: Case, task: Task) -> bool:
    """Single values: tables and forms have sheets of their own."""
    spec = task.item.spec
    if spec is None or isinstance(spec, TableSpec | FormSpec):
        return False
    return may_hand_in(s.me.person, case.company, case.season, task.item)


def _columns(s: Session, case: Case) -> tuple[SheetColumn, ...]:
    before, last, this = (str(year) for year in years_of(case.season))
    return (
        _column(s, say("years-item")),
        _column(s, say("years-unit")),
        _column(s, say("years-department")),
        _column(s, say("years-wants")),
        _column(s, say("years-before", year=before), say("years-before-hint")),
        _column(s, say("years-last", year=last), say("years-before-hint")),
        _column(s, say("years-this", year=this), say("years-this-hint")),
        _column(s, say("years-source"), say("years-source-hint")),
        _column(s, say("years-meaning"), say("years-meaning-hint")),
        _column(s, say("years-as-of"), say("years-as-of-hint")),
        _column(s, say("years-estimate"), say("years-estimate-hint")),
    )


def _column(s: Session, heading: Say, hint: Say | None = None) -> SheetColumn:
    return SheetColumn(s.wording.plain(heading), s.wording.plain(hint) if hint else "")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, and the item it is about; None for the title of a block."""

    cells: tuple[str, ...]
    task: Task | None = None


def _rows(s: Session, case: Case, asked: list[Task]) -> Iterator[_Row]:
    """The report's own figures, then the checking inputs (校验数据) under a title of their own."""
    yield from (_row(s, case, each) for each in asked if each.item.duty is not Duty.CHECKING)
    inputs = [each for each in asked if each.item.duty is Duty.CHECKING]
    if inputs:
        yield _Row((s.wording.plain(say("years-checking")), *("",) * (WIDTH - 1)))
    yield from (_row(s, case, each) for each in inputs)


def _row(s: Session, case: Case, task: Task) -> _Row:
    item, given = task.item, _standing(task)
    years = years_of(case.season)[:-1]
    before = (earlier_of(case.company, case.season, item, year) for year in years)
    values = (*(_standing(each) for each in before), given)
    departments = Listed(tuple(department_name(each) for each in item.departments))
    cells = (
        s.wording.plain(item.title),
        s.wording.plain(_unit(item.spec)),
        s.wording.plain(departments),
        s.wording.plain(wants(item))[:LONGEST_WANTS],
        *(_text(s, each.value, item.spec) if each else "" for each in values),
        *_said(s, given),
    )
    return _Row(cells, task)


def _standing(task: Task) -> AnswerGiven | None:
    given = task.newest.given if task.newest else None
    return given if isinstance(given, AnswerGiven) else None


def _unit(spec: AnswerSpec | None) -> Fact:
    if not isinstance(spec, NumberSpec):
        return ""
    match spec.kind:
        case NumberKind.MONEY:
            return say("unit-money")
        case NumberKind.PERCENT:
            return "%"
        case _:
            return spec.unit


def _text(s: Session, value: Value, spec: AnswerSpec | None) -> str:
    """As it would be typed: numbers bare, percent with its sign, days in ISO form, options by title."""
    match value:
        case Number(number) if isinstance(spec, NumberSpec) and spec.kind is NumberKind.PERCENT:
            return f"{number:f}%"
        case Number(number):
            return f"{number:f}"
        case Day(day):
            return day.isoformat()
        case Words(text):
            return text
        case Choices():
            return s.wording.plain(tell_cell(value, spec))
        case Rows():
            return ""


def _said(s: Session, given: AnswerGiven | None) -> tuple[str, str, str, str]:
    origin = given.origin if given else None
    estimate = s.wording.plain(say("years-yes")) if given and given.estimate else ""
    if origin is None:
        return "", "", "", estimate
    as_of = origin.as_of.isoformat() if origin.as_of else ""
    return origin.source, origin.meaning, as_of, estimate


# --- what the cells take --------------------------------------------------------------------

_Place = tuple[int, int]


def _choices(s: Session, number: int, row: _Row) -> Iterator[tuple[_Place, tuple[str, ...]]]:
    if row.task is None:
        return
    spec = row.task.item.spec
    if isinstance(spec, ChoiceSpec) and not spec.many:
        titles = tuple(s.wording.plain(each.title) for each in spec.options)
        yield from (((number, place), titles) for place in range(FIRST_YEAR, SOURCE))
    yield (number, ESTIMATE), (s.wording.plain(say("years-yes")),)


def _checks(s: Session, number: int, row: _Row) -> Iterator[tuple[_Place, NumberCell | DayCell]]:
    if row.task is None:
        return
    spec, told = row.task.item.spec, row.cells[FIRST_YEAR - 1]
    check: NumberCell | DayCell | None = None
    match spec:
        case NumberSpec(kind, _, low, high, decimals) if kind is not NumberKind.PERCENT:
            check = NumberCell(told, low, high, decimals)
        case DateSpec():
            check = DayCell(told)
    if check is not None:
        yield from (((number, place), check) for place in range(FIRST_YEAR, SOURCE))
    yield (number, AS_OF), DayCell(s.wording.plain(say("years-as-of-hint")))

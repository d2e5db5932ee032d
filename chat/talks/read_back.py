"""核对: what the saved form holds, typed or pasted, against what stands here; each difference named."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.naming import items_named
from chat.screens.form_line import line_title
from chat.screens.progress import headed
from chat.screens.transcribing import seen_lines, sheets_of
from chat.session import Case, Session
from chat.talk import Sheet as Cells
from chat.transcribe_notes import Awaited, Transcribing
from messages.pairs import read_pairs
from messages.say import Fact, Listed, say
from messages.typed import tidy
from messages.values import Read, read_cell
from workflow.errors import NoSuchItem
from workflow.form_lines import Line, Sheet
from workflow.forms import as_typed
from workflow.given import Number
from workflow.pack import CellSpec, FormSpec, TableSpec
from workflow.permissions import Action, require
from workflow.transcribing import read_back
from workflow.transcript import LineKey

DIFFERENCES_SHOWN = 5
NAMES_SHOWN = 4
LONGEST = 6_000
_PARTED = re.compile(r"\t+|\s*[|｜]\s*|\s{2,}|[,,;;]\s*")


@dataclass
class Compared:
    """What was read of a saved form."""

    held: dict[LineKey, str] = field(default_factory=dict)
    """As it is typed, where it is the same; else as it was written."""
    strange: list[str] = field(default_factory=list)
    """Names that are no line of the form."""


def form_of(s: Session, case: Case, key: str) -> Sheet:
    """The form of that key; NoSuchItem if the season has it not, or leaves it out."""
    for sheet in sheets_of(s, case):
        if sheet.form.key == key and sheet.lines:
            return sheet
    raise NoSuchItem


def ask(s: Session, case: Case, key: str, lead: Fact | None = None) -> Replies:
    """Ask for what the saved form holds; it may be passed over."""
    require(s.me.person, Action.HAND_IN_MINE, case.company)
    sheet, ids = form_of(s, case, key), (case.company.id, case.season.id)
    s.keep(Transcribing(Awaited.SAVED, *ids, key))
    lines = (*headed(case, lead), say("ask-saved", title=sheet.form.title))
    skip = Tap(say("tap-skip-reading"), ref(Verb.FORM_NEXT, *ids, sheet.lines[-1].key))
    return (Card(lines, ((skip,),)),)


def sheet_came(s: Session, note: Transcribing, sheet: Cells) -> Replies:
    """The saved values as a spreadsheet."""
    text = "\n".join("\t".join(cell.strip() for cell in row) for row in sheet.rows)
    return typed(s, s.case(note.company, note.season), note.subject, text)


def typed(s: Session, case: Case, key: str, text: str) -> Replies:
    """Values, each behind its name, or rows of a table: what is the same, and what is not."""
    sheet = form_of(s, case, key)
    compared = _compared(s, case, sheet, _whole_lines(text))
    if not compared.held:
        return ask(s, case, key, say("nothing-read-back"))
    where = (case.company, case.season.id, case.pack, s.house.forms, key)
    now = s.saved(case, read_back(*where, compared.held, by=s.doer))
    s.keep(None)
    return (_result_card(s, now, form_of(s, now, key), compared),)


def _whole_lines(text: str) -> str:
    """As much as is compared, down to the end of a line: half a value would be told as another."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition("\n")[0]


# --- comparing ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in a form: a line, and in a form's line which cell."""

    line: Line
    cell: int


def _compared(s: Session, case: Case, sheet: Sheet, text: str) -> Compared:
    lines = [line for line in seen_lines(s, case, sheet) if line.cells]
    places, found = _places(lines), Compared()
    rows = {line.cells[0].text: line for line in lines if line.row}
    for raw in text.splitlines():
        cells = [cell for cell in _PARTED.split(raw.strip(" |\t")) if cell]
        row = rows.get(cells[0]) if cells else None
        if row is not None and len(cells) > 1:
            found.held[row.key] = row.value if _same_row(s, row, cells) else " | ".join(cells)
            continue
        for name, value in read_pairs(raw):
            place = places.get(_bare(name)) or _likely(s, case, lines, name)
            if place is None:
                found.strange.append(name)
            else:
                _hold(s, found, place, value)
    return found


def _places(lines: Sequence[Line]) -> Mapping[str, Place]:
    """By the titles of items, and of a form by those of its lines, in both languages."""
    found: dict[str, Place] = {}
    for line in lines:
        for number, cell in enumerate(line.cells):
            title = cell.column or line.item.title
            if not line.row:
                found |= {_bare(name): Place(line, number) for name in (title.zh, title.en)}
    return found


def _bare(name: str) -> str:
    return re.sub(r"[\s*::]|[((].*[))]", "", tidy(name)).casefold()


def _likely(s: Session, case: Case, lines: Sequence[Line], name: str) -> Place | None:
    """As people call an item for short."""
    sure = items_named(s, case, name).sure
    key = sure.item.key if sure else None
    single = (line for line in lines if line.item.key == key and not line.cells[1:])
    return next((Place(line, 0) for line in single if not line.row), None)


def _hold(s: Session, found: Compared, place: Place, value: str) -> None:
    """What one cell holds; of several cells of one line one that is another decides."""
    line = place.line
    if _same(s, line, place.cell, value):
        found.held.setdefault(line.key, line.value)
    else:
        found.held[line.key] = value


def _same_row(s: Session, line: Line, cells: Sequence[str]) -> bool:
    pairs = enumerate(cells[: len(line.cells)])
    return len(cells) == len(line.cells) and all(_same(s, line, n, cell) for n, cell in pairs)


def _same(s: Session, line: Line, number: int, text: str) -> bool:
    """Whether the text says what is to be typed there, in whatever way it is written."""
    wanted = line.cells[number].text
    if tidy(text) == tidy(wanted):
        return True
    if _number(text) is not None and _number(text) == _number(wanted):
        return True
    spec = _spec(line, number)
    reading = read_cell(text, spec, s.today) if spec else None
    if not isinstance(reading, Read):
        return False
    if isinstance(reading.value, Number):
        return reading.value.value == _number(wanted)
    return as_typed(reading.value, spec) == wanted


def _spec(line: Line, number: int) -> CellSpec | None:
    spec, column = line.item.spec, line.cells[number].column
    if isinstance(spec, TableSpec | FormSpec):
        return next((each.spec for each in spec.columns if each.title == column), None)
    return spec


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(tidy(text).replace(",", "").removesuffix("%").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


# --- what came of it ------------------------------------------------------------------------


def _result_card(s: Session, case: Case, sheet: Sheet, compared: Compared) -> Card:
    ids = (case.company.id, case.season.id)
    seen = seen_lines(s, case, sheet)
    others = [line for line in seen if _differs(line, compared)]
    same = len(compared.held) - len(others)
    unread = len(sheet.lines) - len(compared.held)
    lines = headed(case, None)
    lines.append(say("read-back", title=sheet.form.title, same=same, others=len(others)))
    lines += _differences(others)
    if compared.strange:
        names = Listed(tuple(compared.strange[:NAMES_SHOWN]))
        lines.append(say("read-back-strange", names=names))
    if unread:
        missed = [line_title(line) for line in seen if line.key not in compared.held]
        more = len(missed) - NAMES_SHOWN
        named: dict[str, Fact] = {
            "named": len(missed),
            "names": Listed(tuple(missed[:NAMES_SHOWN])),
        }
        lines.append(say("read-back-unread", count=unread, more=max(0, more), **named))
    rows = [
        (Tap(line_title(line), ref(Verb.FORM_LINE, *ids, line.key)),)
        for line in others[:DIFFERENCES_SHOWN]
    ]
    again = Tap(say("tap-read-back"), ref(Verb.READ_BACK, *ids, sheet.form.key))
    on = Tap(say("tap-form-skip"), ref(Verb.FORM_NEXT, *ids, sheet.lines[-1].key))
    forms = Tap(say("tap-forms"), ref(Verb.FORMS, *ids))
    undo = Tap(say("tap-undo"), ref(Verb.UNDO, case.company.id, case.company.event_seq))
    return Card(tuple(lines), (*rows, (again, on), (forms, undo)))


def _differs(line: Line, compared: Compared) -> bool:
    return line.key in compared.held and compared.held[line.key] != line.value


def _differences(others: Sequence[Line]) -> Iterator[Fact]:
    for line in others[:DIFFERENCES_SHOWN]:
        text: Fact = line.otherwise.text if line.otherwise else ""
        yield say("read-back-other", line=line_title(line), held=text, ours=line.value)
    if others[DIFFERENCES_SHOWN:]:
        yield say("read-back-more", count=len(others) - DIFFERENCES_SHOWN)

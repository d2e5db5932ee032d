"""One line of a form: what is typed where, with what happened to it, and the buttons for it."""

from collections.abc import Iterator

from chat.buttons import Verb, ref
from chat.card import LONGEST_COPY, AnyTap, Card, CopyTap, Tap
from chat.screens.progress import headed, name_of
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.events import Event, EventKind
from workflow.form_contents import Copyable
from workflow.form_lines import Line, LineState, Sheet
from workflow.permissions import Action, may

CELLS_SHOWN = 5
LONGEST_SHOWN = 300
"""Signs of a value that stand on the card; all of it is behind the copy buttons."""
COPIES_IN_A_ROW = 2


def may_type(s: Session, case: Case) -> bool:
    """Whether the speaker may say that something was typed."""
    return may(s.me.person, Action.HAND_IN_MINE, case.company)


def form_told(s: Session, event: Event) -> Fact | None:
    """The form that an event is about, by its title; None for an event about anything else."""
    form = s.house.forms.form(event.subject) if event.kind in OF_FORMS else None
    return form.title if form else None


OF_FORMS = frozenset({
    EventKind.FORM_SAVED, EventKind.FORM_NOT_SAVED,
    EventKind.READ_BACK, EventKind.READING_WITHDRAWN,
})  # fmt: skip
"""Events whose subject is a form."""


def line_title(line: Line) -> Say:
    """营业收入; of a table which row."""
    return say("form-line-title", title=line.title, row=line.row)


def line_card(s: Session, case: Case, sheet: Sheet, line: Line, lead: Fact | None = None) -> Card:
    """The line with its value to copy."""
    lines = headed(case, lead)
    lines.append(
        say(
            "form-line-heading",
            line=line_title(line),
            form=sheet.form.title,
            done=sheet.done,
            total=len(sheet.lines),
        )
    )
    lines += [*_values(sheet, line), *_remarks(s, case, line)]
    return Card(tuple(lines), tuple(_rows(s, case, sheet, line)))


def _values(sheet: Sheet, line: Line) -> Iterator[Fact]:
    if line.state is LineState.GONE:
        yield say("form-line-gone")
    elif not line.value:
        yield say("form-pledge-missing" if sheet.form.is_pledge else "form-line-missing")
    for cell in line.cells[:CELLS_SHOWN]:
        yield _cell(cell)
    if len(line.cells) > CELLS_SHOWN:
        yield say("form-cells-more", count=len(line.cells) - CELLS_SHOWN)
    if line.files:
        yield say("form-line-files", files=Listed(line.files))


def _cell(cell: Copyable) -> Say:
    text = _shortened(cell.text)
    value: Fact = Listed(cell.said) if cell.said else say("form-copied", text=text)
    if cell.unit is not None:
        value = say("form-in-unit", value=value, unit=cell.unit)
    if cell.column is None:
        return say("form-value", value=value)
    return say("form-cell", column=cell.column, value=value)


def _shortened(text: str) -> str:
    """Few lines of it, so that the card stays one screen."""
    lines = text.splitlines()[:CELLS_SHOWN]
    short = "\n".join(lines)[:LONGEST_SHOWN]
    return text if short == text else f"{short} …"


def _remarks(s: Session, case: Case, line: Line) -> Iterator[Fact]:
    """What happened to it, the most urgent first."""
    if line.refused:
        who = name_of(case, line.refused.by)
        yield say("form-line-refused", who=who, at=line.refused.at, text=line.refused.text)
    if line.otherwise:
        yield say("form-line-otherwise", text=line.otherwise.text)
    if line.state is LineState.CHANGED and line.typed:
        is_said = any(cell.said for cell in line.cells)
        yield say("form-line-changed", old=_shortened(line.typed.value), options=int(is_said))
    if line.is_estimate:
        yield say("form-line-estimate")
    if line.item.key in s.house.forms.asked:
        chosen = case.season.transcript.public.get(line.item.key)
        state = "unsaid" if chosen is None else "yes" if chosen else "no"
        yield say("form-line-tick", state=say(f"publicity-{state}"))
    if line.is_red:
        yield say("form-line-red")
    if line.state is LineState.TYPED and line.typed:
        yield say("form-line-typed", who=name_of(case, line.typed.by), at=line.typed.at)


# --- buttons ----------------------------------------------------------------------------


def _rows(s: Session, case: Case, sheet: Sheet, line: Line) -> Iterator[tuple[AnyTap, ...]]:
    ids, here = (case.company.id, case.season.id), (case.company.id, case.season.id, line.key)
    copies = tuple(_copies(line))
    for first in range(0, len(copies), COPIES_IN_A_ROW):
        yield copies[first : first + COPIES_IN_A_ROW]
    if may_type(s, case):
        yield from _doing(sheet, line, here)
    public = case.season.transcript.public
    if line.item.key in s.house.forms.asked and line.item.key not in public:
        yield (Tap(say("tap-publicity"), ref(Verb.PUBLICITY, *ids)),)
    skip = Tap(say("tap-form-skip"), ref(Verb.FORM_NEXT, *here))
    whole = Tap(say("tap-form", form=sheet.form.title), ref(Verb.FORM, *ids, sheet.form.key, 0))
    yield (whole, skip)


def _doing(sheet: Sheet, line: Line, here: tuple[str, str, str]) -> Iterator[tuple[Tap, ...]]:
    """已填 and 系统报错; where there is nothing to be typed, where that comes from."""
    if sheet.form.is_pledge:
        word = "tap-pledge-other" if line.value else "tap-pledge"
        yield (Tap(say(word), ref(Verb.PLEDGE_TEXT, *here[:2])),)
    if line.state is not LineState.GONE and (line.value or not sheet.form.is_pledge):
        word = "tap-pledge-item" if sheet.form.is_pledge else "tap-form-item"
        yield (Tap(say(word), ref(Verb.ITEM, *here[:2], line.item.key)),)
    if line.state is LineState.MISSING:
        return
    says = Tap(say("tap-system-says"), ref(Verb.SYSTEM_SAYS, *here))
    if line.state is LineState.TYPED:
        yield (Tap(say("tap-not-typed"), ref(Verb.NOT_TYPED_OVER, *here)), says)
        return
    word = "tap-deleted" if line.state is LineState.GONE else "tap-typed"
    yield (Tap(say(word), ref(Verb.TYPED_OVER, *here, line.mark)), says)


def _copies(line: Line) -> Iterator[CopyTap]:
    for cell in line.cells:
        pieces = in_pieces(cell.text)
        for number, piece in enumerate(pieces, start=1):
            if pieces[1:]:
                label = say("tap-copy-piece", number=number, count=len(pieces))
            elif cell.column is not None:
                label = say("tap-copy-cell", column=cell.column)
            else:
                label = say("tap-copy")
            yield CopyTap(label, piece)


PAUSES = frozenset("。；，、：.;,:")
"""Where a long text is parted, best of all."""


def in_pieces(text: str) -> tuple[str, ...]:
    """The text in parts that a copy button holds; put together they are the text, sign by sign.

    No part begins or ends with a blank while it can be helped: it would not survive the pasting.
    """
    pieces, rest = [], text
    while len(rest) > LONGEST_COPY:
        cut = _cut(rest)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return (*pieces, rest)


def _cut(text: str) -> int:
    whole = [
        cut
        for cut in range(LONGEST_COPY, 0, -1)
        if not text[cut - 1].isspace() and not text[cut].isspace()
    ]
    after_a_pause = (cut for cut in whole if text[cut - 1] in PAUSES)
    return next(after_a_pause, whole[0] if whole else LONGEST_COPY)

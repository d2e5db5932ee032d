"""誊录: all forms in the platform's order, one form with its lines, what changed since it was filed."""

from datetime import datetime

from chat.buttons import Verb, ref
from chat.card import AnyTap, Card, Tap
from chat.screens.form_line import line_title, may_type
from chat.screens.progress import headed
from chat.screens.steps import page_taps
from chat.screens.system_errors import error_rows
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.filing import FilingState, filing_state, live_filings
from workflow.form_lines import Line, LineState, Sheet, sheets
from workflow.judging import findings
from workflow.model import FilingFact
from workflow.permissions import Action, may
from workflow.schedule import statutory_date

LINES_A_PAGE = 6
FORMS_IN_A_ROW = 2
LONGEST_VALUE = 40
"""Signs of a value in the list of a form."""
TO_DO = (LineState.OPEN, LineState.CHANGED, LineState.OTHERWISE, LineState.GONE)
"""What is to be done next; what the platform refused waits until somebody comes back to it."""
_MARKS = {
    LineState.MISSING: "form-mark-missing",
    LineState.OPEN: "form-mark-open",
    LineState.CHANGED: "form-mark-changed",
    LineState.REFUSED: "form-mark-refused",
    LineState.OTHERWISE: "form-mark-otherwise",
    LineState.GONE: "form-mark-changed",
    LineState.TYPED: "form-mark-typed",
}


def sheets_of(s: Session, case: Case) -> tuple[Sheet, ...]:
    """The forms of this season."""
    return sheets(case.company, case.season, case.pack, s.house.forms)


def seen_lines(s: Session, case: Case, sheet: Sheet) -> tuple[Line, ...]:
    """Those that the speaker may see."""
    return tuple(line for line in sheet.lines if s.sees(case, line.item))


def state_of(s: Session, case: Case) -> FilingState:
    """How the report stands today."""
    return filing_state(case.season, statutory_date(case.pack, case.season.year), s.today)


# --- all forms ----------------------------------------------------------------------------


def forms_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """The forms, how far each is, and whether anything is still in the way of filing."""
    found = sheets_of(s, case)
    lines = headed(case, lead)
    lines.append(_standing(s, case))
    lines += [_form_line(number, sheet) for number, sheet in enumerate(found, start=1)]
    lines += _troubles(found)
    if next_line(s, case, found, "") is None and (rest := _rest(s, case, found)):
        lines.append(say("forms-rest", count=len(rest)))
    return Card(tuple(lines), _forms_rows(s, case, found))


def _standing(s: Session, case: Case) -> Say:
    """Facts first: it can be typed at any time, and what is in the way stays said."""
    state = state_of(s, case)
    if state is FilingState.LOCKED:
        return say("forms-frozen", day=statutory_date(case.pack, case.season.year))
    if state is FilingState.REPORTED:
        return say("forms-reported")
    missing = len(s.overview(case).missing)
    found = findings(case.company, case.season, case.pack)
    differing = sum(each.is_in_the_way for each in found)
    if missing or differing:
        return say("forms-not-ready", missing=missing, differing=differing)
    return say("forms-ready")


def _form_line(number: int, sheet: Sheet) -> Say:
    if sheet.is_left_out:
        why: Fact = sheet.form.left_out or ""
        return say("form-left-out", number=number, title=sheet.form.title, why=why)
    return say(
        "form-line",
        mark=say(_form_mark(sheet)),
        number=number,
        title=sheet.form.title,
        done=sheet.done,
        total=len(sheet.lines),
    )


def _form_mark(sheet: Sheet) -> str:
    states = {line.state for line in sheet.lines}
    if sheet.is_saved and sheet.is_typed:
        return "form-mark-saved"
    if sheet.is_typed:
        return "form-mark-unsaved"
    if LineState.REFUSED in states:
        return "form-mark-refused"
    if not states.isdisjoint({LineState.CHANGED, LineState.OTHERWISE, LineState.GONE}):
        return "form-mark-changed"
    return "form-mark-begun" if LineState.TYPED in states else "form-mark-open"


def _troubles(found: tuple[Sheet, ...]) -> list[Fact]:
    """What stays open until it is put right."""
    states = [line.state for sheet in found for line in sheet.lines]
    refused = states.count(LineState.REFUSED)
    changed = sum(states.count(each) for each in (LineState.CHANGED, LineState.GONE))
    otherwise = states.count(LineState.OTHERWISE)
    if not refused + changed + otherwise:
        return []
    return [say("forms-troubles", refused=refused, changed=changed, otherwise=otherwise)]


def _forms_rows(s: Session, case: Case, found: tuple[Sheet, ...]) -> tuple[tuple[AnyTap, ...], ...]:
    ids = (case.company.id, case.season.id)
    rows: list[tuple[AnyTap, ...]] = []
    following = next_line(s, case, found, "")
    if following is not None:
        label = say("tap-form-next", line=line_title(following))
        rows.append((Tap(label, ref(Verb.FORM_LINE, *ids, following.key)),))
    rows += error_rows(s, case)
    if following is None and not s.overview(case).is_reported:
        rows += [*_rest_row(s, case, found), report_row(s, case)]
    kept = [sheet for sheet in found if not sheet.is_left_out]
    taps = [Tap(sheet.form.title, ref(Verb.FORM, *ids, sheet.form.key, 0)) for sheet in kept]
    rows += [tuple(taps[n : n + FORMS_IN_A_ROW]) for n in range(0, len(taps), FORMS_IN_A_ROW)]
    public = Tap(say("tap-publicity"), ref(Verb.PUBLICITY, *ids))
    rows.append((public, Tap(say("tap-status"), ref(Verb.STATUS, *ids))))
    return tuple(row for row in rows if row)


def _rest(s: Session, case: Case, found: tuple[Sheet, ...]) -> list[Line]:
    """Lines without anything to type: nobody has answered them, or said that they do not apply."""
    lines = (
        line for sheet in found if not sheet.is_left_out for line in seen_lines(s, case, sheet)
    )
    return [line for line in lines if line.state is LineState.MISSING]


def _rest_row(s: Session, case: Case, found: tuple[Sheet, ...]) -> list[tuple[Tap, ...]]:
    """To the first of them, once all others are typed."""
    ids = (case.company.id, case.season.id)
    return [
        (Tap(say("tap-form-rest", line=line_title(line)), ref(Verb.FORM_LINE, *ids, line.key)),)
        for line in _rest(s, case, found)[:1]
    ]


def is_all_saved(found: tuple[Sheet, ...]) -> bool:
    """Whether the platform would take it: all forms saved with the values that stand here."""
    return all(sheet.is_typed and sheet.is_saved for sheet in found if not sheet.is_left_out)


def report_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """[记「已报」], for who may."""
    if not may(s.me.person, Action.RECORD_FILING, case.company):
        return ()
    to = ref(Verb.FACT, case.company.id, case.season.id, FilingFact.REPORTED)
    return (Tap(say("tap-record-reported"), to),)


def next_line(s: Session, case: Case, found: tuple[Sheet, ...], after: str) -> Line | None:
    """The next line that is to be typed, after that one, and round again from the first."""
    if not may_type(s, case) or s.overview(case).is_reported:
        return None
    lines = [(sheet, line) for sheet in found for line in seen_lines(s, case, sheet)]
    if state_of(s, case) is FilingState.REOPENED:
        keys = {line.key for line in changed_lines(s, case)}
        lines = [(sheet, line) for sheet, line in lines if line.key in keys]
    place = next((n for n, (_, line) in enumerate(lines, start=1) if line.key == after), 0)
    ahead = (*lines[place:], *lines[:place])
    return next((line for sheet, line in ahead if is_next(sheet, line) and line.key != after), None)


def is_next(sheet: Sheet, line: Line) -> bool:
    """Whether something is to be done with it now; the pledge's own words are fetched first of all."""
    return line.state in TO_DO or (sheet.form.is_pledge and line.state is LineState.MISSING)


# --- one form -----------------------------------------------------------------------------


def form_card(s: Session, case: Case, sheet: Sheet, page: int, lead: Fact | None = None) -> Card:
    """A form with its lines, and 保存 once all are typed."""
    seen = seen_lines(s, case, sheet)
    first = page * LINES_A_PAGE
    shown = seen[first : first + LINES_A_PAGE]
    lines = headed(case, lead)
    lines.append(
        say("form-heading", title=sheet.form.title, done=sheet.done, total=len(sheet.lines))
    )
    lines += [_value_line(line) for line in shown]
    hidden = len(sheet.lines) - len(seen)
    if hidden:
        lines.append(say("internal-matters", count=hidden))
    lines.append(_saving(sheet))
    return Card(tuple(lines), _form_rows(s, case, sheet, page, seen))


def _value_line(line: Line) -> Say:
    mark, title = say(_MARKS[line.state]), line_title(line)
    if not line.cells:
        return say("form-tap", mark=mark, line=title)
    first = line.cells[0]
    value: Fact = Listed(first.said) if first.said else shortened(first.text)
    return say("form-value-line", mark=mark, line=title, value=value)


def shortened(text: str) -> str:
    """One line of it."""
    one = " ".join(text.split())
    return one if len(one) <= LONGEST_VALUE else f"{one[:LONGEST_VALUE]} …"


def _saving(sheet: Sheet) -> Say:
    """What is to be done with the form as a whole."""
    if sheet.is_typed and sheet.is_saved:
        return say("form-saved")
    if sheet.is_typed:
        return say("form-save-now")
    states = [line.state for line in sheet.lines]
    if refused := states.count(LineState.REFUSED):
        return say("form-refused", count=refused)
    missing = states.count(LineState.MISSING)
    return say("form-missing", count=missing) if missing else say("form-order")


def _form_rows(
    s: Session, case: Case, sheet: Sheet, page: int, seen: tuple[Line, ...]
) -> tuple[tuple[AnyTap, ...], ...]:
    ids, key = (case.company.id, case.season.id), sheet.form.key
    shown = seen[page * LINES_A_PAGE : (page + 1) * LINES_A_PAGE]
    rows: list[tuple[AnyTap, ...]] = []
    is_open = sheet.is_typed and not sheet.is_saved
    if may_type(s, case) and is_open:
        rows.append((Tap(say("tap-form-saved"), ref(Verb.FORM_SAVED, *ids, key, sheet.mark)),))
    taps = [
        Tap(
            say("form-tap", mark=say(_MARKS[line.state]), line=line_title(line)),
            ref(Verb.FORM_LINE, *ids, line.key),
        )
        for line in shown
    ]
    rows += [tuple(taps[n : n + 2]) for n in range(0, len(taps), 2)]
    rows.append(page_taps(page, len(seen), LINES_A_PAGE, lambda to: ref(Verb.FORM, *ids, key, to)))
    forms = Tap(say("tap-forms"), ref(Verb.FORMS, *ids))
    if may_type(s, case) and not sheet.form.is_pledge:
        rows.append((Tap(say("tap-read-back"), ref(Verb.READ_BACK, *ids, key)), forms))
    else:
        rows.append((forms,))
    return tuple(row for row in rows if row)


# --- opened again -------------------------------------------------------------------------


def filed_at(case: Case) -> datetime | None:
    """When 已报 was recorded last."""
    facts = [each for each in live_filings(case.season) if each.fact is FilingFact.REPORTED]
    return facts[-1].at if facts else None


def changed_lines(s: Session, case: Case) -> tuple[Line, ...]:
    """What stands otherwise than when it was filed, as far as the speaker may see it."""
    filed = filed_at(case)
    lines = [line for sheet in sheets_of(s, case) for line in seen_lines(s, case, sheet)]
    return tuple(
        line
        for line in lines
        if line.state in _CHANGED
        or (line.state is LineState.OPEN and filed and line.given and line.given > filed)
    )


_CHANGED = (LineState.CHANGED, LineState.OTHERWISE, LineState.GONE, LineState.REFUSED)

"""誊录: line by line into the platform, what it said, what was saved; by several people at once."""

from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.screens.form_changes import changes_card
from chat.screens.form_line import line_card, line_title
from chat.screens.progress import headed
from chat.screens.publicity import publicity_card, publicity_of
from chat.screens.transcribing import (
    LINES_A_PAGE,
    TO_DO,
    form_card,
    forms_card,
    is_all_saved,
    next_line,
    seen_lines,
    sheets_of,
    state_of,
)
from chat.session import Case, Session
from chat.talks import read_back
from chat.transcribe_notes import Awaited, Transcribing
from messages.say import Fact, say
from workflow.errors import AlreadyGiven, ItemChanged, NoSuchItem
from workflow.filing import FilingState
from workflow.form_lines import Line, LineState, Sheet, line_of
from workflow.permissions import Action, require
from workflow.publicity import choose_publicity
from workflow.transcribing import keep_pledge, refuse, save_form, take_out, type_over


def let_go(s: Session) -> None:
    """Nothing of the forms is asked any more."""
    if isinstance(s.note, Transcribing):
        s.keep(None)


def forms(s: Session, case: Case, lead: Fact | None = None) -> Replies:
    """All forms."""
    let_go(s)
    return (forms_card(s, case, lead),)


def changes(s: Session, case: Case) -> Replies:
    """What changed since it was filed."""
    let_go(s)
    return (changes_card(s, case),)


def form(s: Session, case: Case, key: str, page: int, lead: Fact | None = None) -> Replies:
    """One form; NoSuchItem if the season has it not."""
    let_go(s)
    sheet = read_back.form_of(s, case, key)
    if sheet.form.is_pledge and not sheet.is_typed:
        return line(s, case, sheet.lines[0].key, lead)
    return (form_card(s, case, sheet, max(page, 0), lead),)


def at(s: Session, case: Case, key: str) -> tuple[Sheet, Line]:
    """The line of that key with its form; NoSuchItem also where the speaker may not see it."""
    found = line_of(sheets_of(s, case), key)
    if found is None or not s.sees(case, found[1].item):
        raise NoSuchItem
    return found


def line(s: Session, case: Case, key: str, lead: Fact | None = None) -> Replies:
    """One line with its value to copy."""
    let_go(s)
    return (line_card(s, case, *at(s, case, key), lead),)


def go_on(s: Session, case: Case, after: str) -> Replies:
    """The next line that is to be typed; all forms where there is none."""
    let_go(s)
    found = sheets_of(s, case)
    following = next_line(s, case, found, after)
    if following is not None:
        return line(s, case, following.key)
    if state_of(s, case) is FilingState.REOPENED:
        return changes(s, case)
    return forms(s, case, say("forms-all-saved") if is_all_saved(found) else None)


# --- pressed --------------------------------------------------------------------------------


def typed_over(s: Session, case: Case, key: str, mark: str) -> Replies:
    """已填: kept, and the next line of the form, or the form to be saved."""
    where = (case.company, case.season.id, case.pack, s.house.forms, key)
    form_key = at(s, case, key)[0].form.key
    try:
        now = s.saved(case, type_over(*where, mark, by=s.doer))
    except AlreadyGiven:
        return (Toasted(say("toast-typed-before")), *_after(s, case, form_key, key))
    except ItemChanged:
        return (Toasted(say("toast-line-changed")), *line(s, case, key))
    let_go(s)
    return _after(s, now, form_key, key)


def _after(s: Session, case: Case, form_key: str, key: str) -> Replies:
    """The next line of the same form; where none is left the form itself. The last can be undone."""
    card = _next_card(s, case, form_key, key)
    return (replace(card, rows=(*card.rows, *_undo_rows(s, case, key))),)


def _undo_rows(s: Session, case: Case, key: str) -> tuple[tuple[Tap, ...], ...]:
    """「↩️ 撤销:营业收入」, whatever others typed since; of a row that is gone the last step."""
    found = line_of(sheets_of(s, case), key)
    if found is None:
        return ((Tap(say("tap-undo"), ref(Verb.UNDO, case.company.id, case.company.event_seq)),),)
    typed, here = found[1].typed, (case.company.id, case.season.id, key)
    if typed is None or typed.by != s.me.person:
        return ()
    label = say("tap-undo-typed", line=line_title(found[1]))
    return ((Tap(label, ref(Verb.NOT_TYPED_OVER, *here)),),)


def _next_card(s: Session, case: Case, form_key: str, key: str) -> Card:
    sheet = read_back.form_of(s, case, form_key)
    seen = seen_lines(s, case, sheet)
    place = next((n for n, each in enumerate(seen, start=1) if each.key == key), 0)
    ahead = (each for each in (*seen[place:], *seen[:place]) if each.state in TO_DO)
    following = next(ahead, None)
    if following is None:
        return form_card(s, case, sheet, _open_page(seen))
    return line_card(s, case, sheet, following)


def _open_page(seen: tuple[Line, ...]) -> int:
    """The page of the first line that is not typed; the first page where all are."""
    left = (place for place, line in enumerate(seen) if line.state is not LineState.TYPED)
    return next(left, 0) // LINES_A_PAGE


def taken_out(s: Session, case: Case, key: str) -> Replies:
    """It was not typed after all."""
    where = (case.company, case.season.id, case.pack, s.house.forms, key)
    lead = say("said-undone", what=line_title(at(s, case, key)[1]))
    try:
        now = s.saved(case, take_out(*where, by=s.doer))
    except AlreadyGiven:
        return (Toasted(say("toast-not-typed-before")), *line(s, case, key))
    return line(s, now, key, lead)


def saved(s: Session, case: Case, key: str, mark: str) -> Replies:
    """The form was saved in the platform: what it holds can be read back."""
    where = (case.company, case.season.id, case.pack, s.house.forms, key)
    try:
        now = s.saved(case, save_form(*where, mark, by=s.doer))
    except ItemChanged:
        return (Toasted(say("toast-form-changed")), *form(s, case, key, 0))
    except AlreadyGiven:
        return (Toasted(say("toast-saved-before")), *form(s, case, key, 0))
    sheet = read_back.form_of(s, now, key)
    if sheet.form.is_pledge:
        return go_on(s, now, sheet.lines[-1].key)
    return read_back.ask(s, now, key, say("said-form-saved", title=sheet.form.title))


def publish(s: Session, case: Case, key: str, word: str) -> Replies:
    """公示 or 不公示, of one figure or of all."""
    asked = s.house.forms.asked
    chosen = {each: word == "yes" for each in asked if key in (each, "all")}
    if not chosen or word not in ("yes", "no"):
        return (Toasted(say("toast-old-button")),)
    where = (case.company, case.season.id, case.pack, s.house.forms)
    tasks = {each.item.key for each in publicity_of(s, case).asked}
    chosen = {each: yes for each, yes in chosen.items() if each in tasks}
    outcome = choose_publicity(*where, chosen, by=s.doer)
    if not outcome.events:
        return (Toasted(say("toast-chosen-before")), publicity_card(s, case))
    return (publicity_card(s, s.saved(case, outcome)),)


# --- typed ----------------------------------------------------------------------------------


def system_says(s: Session, case: Case, key: str) -> Replies:
    """系统报错: ask what it said."""
    return _ask(s, case, Awaited.SYSTEM, at(s, case, key)[1].key)


def pledge_text(s: Session, case: Case) -> Replies:
    """Ask for the platform's own words."""
    return _ask(s, case, Awaited.PLEDGE, "")


def _ask(s: Session, case: Case, awaited: Awaited, subject: str) -> Replies:
    require(s.me.person, Action.HAND_IN_MINE, case.company)
    note = Transcribing(awaited, case.company.id, case.season.id, subject)
    s.keep(note)
    return asked_again(s, note)


def asked_again(s: Session, note: Transcribing, lead: Fact | None = None) -> Replies:
    """The question that still waits."""
    case = s.case(note.company, note.season)
    if note.awaited is Awaited.SAVED:
        return read_back.ask(s, case, note.subject, lead)
    lines = headed(case, lead)
    if note.awaited is Awaited.SYSTEM:
        lines.append(say("ask-system", line=line_title(at(s, case, note.subject)[1])))
        back = ref(Verb.FORM_LINE, case.company.id, case.season.id, note.subject)
    else:
        lines.append(say("ask-pledge"))
        back = ref(Verb.FORMS, case.company.id, case.season.id)
    return (Card(tuple(lines), ((Tap(say("tap-cancel"), back),),)),)


def typed(s: Session, note: Transcribing, text: str) -> Replies:
    """The text came."""
    case = s.case(note.company, note.season)
    match note.awaited:
        case Awaited.SYSTEM:
            return _system_said(s, case, note.subject, text)
        case Awaited.PLEDGE:
            return _pledge_came(s, case, text)
        case Awaited.SAVED if s.is_word("words-skip", text):
            return go_on(s, case, read_back.form_of(s, case, note.subject).lines[-1].key)
        case Awaited.SAVED:
            return read_back.typed(s, case, note.subject, text)


def _system_said(s: Session, case: Case, key: str, text: str) -> Replies:
    where = (case.company, case.season.id, case.pack, s.house.forms, key)
    outcome = refuse(*where, text, by=s.doer)
    return line(s, s.saved(case, outcome), key, say("said-system", told=len(outcome.notices)))


def _pledge_came(s: Session, case: Case, text: str) -> Replies:
    where = (case.company, case.season.id, case.pack, s.house.forms)
    now = s.saved(case, keep_pledge(*where, text, by=s.doer))
    (sheet,) = [each for each in sheets_of(s, now) if each.form.is_pledge]
    return line(s, now, sheet.lines[0].key, say("said-pledge", count=len(text.strip("\n"))))

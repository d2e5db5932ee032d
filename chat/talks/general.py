"""The commands that only look, and what any talk shares: start, cancel, resume, language."""

from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Handout, Replies, Tap, Toasted
from chat.check_notes import Judging
from chat.client_notes import Building, ClientsAsked, ClientsRead
from chat.file_notes import Answering, LooseFiles, WhoseFiles
from chat.matter_notes import LinkingMatter, MovingTerm, TellingMatter
from chat.note import Asking, Binding, EnterCode, Joining, NewCase, Note
from chat.screens.clients import whose_card
from chat.screens.door import greeting_card, nothing_yet_card, way_in
from chat.screens.item import item_card, more_card
from chat.screens.menu import keys_card
from chat.screens.progress import status_card
from chat.screens.steps import steps_card
from chat.screens.tables import table_sheet
from chat.screens.tasks import loose_card, loose_case, upload_card
from chat.screens.versions import history_card
from chat.session import Case, Session
from chat.setting_notes import ChoosingHour, MovingDate, Typing
from chat.sheet_notes import SheetsRead
from chat.sign_notes import SignTyping
from chat.talks import (
    asking,
    authority,
    checking,
    dates,
    filled_sheet,
    filling,
    habits,
    importing,
    joining,
    new_case,
    robots,
    signing,
    transcribing,
)
from chat.transcribe_notes import Transcribing
from messages.catalogue import LOCALES
from messages.say import Fact, Say, say
from workflow.checklist import Task
from workflow.errors import WrongKind
from workflow.pack import FormSpec, TableSpec


def start(s: Session) -> Replies:
    """The four keys, and the case on the screen or the way to open one."""
    if isinstance(s.note, NewCase):
        return (keys_card(), *resume(s))
    case = s.current()
    return (keys_card(), greeting_card(s) if case is None else status_card(s, case))


def _nothing_yet(s: Session, lead: Fact | None = None) -> Replies:
    """There is no season to show: say how to open one, or where the archived ones are."""
    card = nothing_yet_card(s)
    if s.companies():
        shelf = Tap(say("tap-companies"), ref(Verb.COMPANIES, 0))
        card = Card((say("nothing-active"),), ((shelf, *way_in(s)),))
    return (card if lead is None else replace(card, lines=(lead, *card.lines)),)


def _item(s: Session, case: Case, task: Task, note: Answering, lead: Fact | None) -> Card:
    return item_card(s, case, task, lead=lead, filling=note.filling, picked=note.picked)


def status(s: Session, lead: Fact | None = None) -> Replies:
    """进度."""
    case = s.current()
    return _nothing_yet(s, lead) if case is None else (status_card(s, case, lead),)


def steps_list(s: Session) -> Replies:
    """/list."""
    case = s.current()
    return _nothing_yet(s) if case is None else (steps_card(s, case, 0),)


def upload(s: Session, lead: Fact | None = None) -> Replies:
    """交材料: choose the paper; files already waiting are asked about first."""
    note = s.note
    if isinstance(note, SheetsRead):
        return filled_sheet.shown(s, note, lead)
    case = loose_case(s, note) if isinstance(note, LooseFiles) else s.current()
    if case is None:
        return _nothing_yet(s, lead)
    if isinstance(note, LooseFiles):
        return (loose_card(s, case, note, 0, lead),)
    return (upload_card(s, case, 0),)


def fill(s: Session) -> Replies:
    """/fill."""
    case = s.current()
    return _nothing_yet(s) if case is None else filling.fill(s, case)


def cancel(s: Session) -> Replies:
    """Stop asking; what was handed in stays."""
    asked = s.note
    s.keep(None)
    case = s.current()
    lead = _let_go(asked)
    if case is None:
        return (Card((lead,), (way_in(s),)),)
    return (status_card(s, case, lead),)


def _let_go(asked: Note | None) -> Say:
    match asked:
        case NewCase():
            return say("cancelled-new")
        case LooseFiles() as waiting:
            return say("cancelled-files", count=waiting.count)
        case WhoseFiles() as whose:
            return say("cancelled-files", count=whose.count)
        case Building() as building:
            return say("cancelled-import", count=len(building.left), done=building.done)
        case _:
            return say("cancelled")


def resume(s: Session, lead: Fact | None = None) -> Replies:
    """The question that still waits in this chat, below what has just happened; else 进度."""
    match s.note:
        case NewCase() as note:
            return (new_case.question(s, note, lead),)
        case Joining() as note:
            return joining.question(s, note, lead)
        case Answering() as note:
            case = s.case(note.company, note.season)
            task = s.task(case, note.key)
            return (_item(s, case, task, note, lead),)
        case Asking() as note:
            return asking.question_again(s, note, lead)
        case LooseFiles() | SheetsRead():
            return upload(s, lead)
        case WhoseFiles() as note:
            return (whose_card(s, note, lead),)
        case ClientsAsked() | ClientsRead() | Building() as note:
            return importing.shown(s, note, lead)
        case Binding() | None:  # a binding is kept for a group, which is asked nothing
            return status(s, lead)
        case note:
            return _alone(s, note, lead)


def _alone(
    s: Session,
    note: EnterCode
    | ChoosingHour
    | Typing
    | MovingDate
    | TellingMatter
    | LinkingMatter
    | MovingTerm
    | Judging
    | SignTyping
    | Transcribing,
    lead: Fact | None,
) -> Replies:
    """A question that is about no item: settings, dates, a signature, the code."""
    match note:
        case ChoosingHour():
            return habits.asked_again(s, lead)
        case Typing():
            return robots.asked_again(s, note, lead)
        case MovingDate():
            return dates.asked_again(s, note, lead)
        case TellingMatter() | LinkingMatter() | MovingTerm():
            return authority.asked_again(s, note, lead)
        case Judging():
            return checking.asked_again(s, note, lead)
        case SignTyping():
            return signing.asked_again(s, note, lead)
        case Transcribing():
            return transcribing.asked_again(s, note, lead)
        case EnterCode():
            card = new_case.code_asked(s)
            return (replace(card, lines=(*([] if lead is None else [lead]), *card.lines)),)


def speak(s: Session, locale: str) -> Replies:
    """Speak another language from now on, keys included."""
    if locale not in LOCALES:
        return (Toasted(say("toast-old-button")),)
    s.remember(replace(s.me, locale=locale))
    return (Card((say("language-set"),)), keys_card())


# --- looking closer at an item ----------------------------------------------------------


def more(s: Session, case: Case, key: str) -> Replies:
    """What else can be said of an item."""
    return (more_card(s, case, s.task(case, key)),)


def history(s: Session, case: Case, key: str) -> Replies:
    """The versions of an item."""
    return (history_card(s, case, s.task(case, key)),)


def template(s: Session, case: Case, key: str) -> Replies:
    """The sheet to fill for a table, with what is known already."""
    task = s.task(case, key)
    spec = task.item.spec
    if not isinstance(spec, TableSpec | FormSpec):
        raise WrongKind
    caption = say("template-caption", title=task.item.title)
    return (Toasted(say("toast-sending")), Handout(table_sheet(s, case, task, spec), caption))

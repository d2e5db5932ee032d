"""What an update is: a command or key, an answer to what is asked, a file, or none of these."""

from chat.buttons import Verb, decode
from chat.card import Card, Replies, Toasted
from chat.check_notes import Judging
from chat.client_notes import Building, ClientsAsked, ClientsRead
from chat.file_notes import Answering, LooseFiles
from chat.links import opened
from chat.matter_notes import LinkingMatter, MovingTerm, TellingMatter
from chat.note import Asking, Binding, EnterCode, Joining, NewCase, Note
from chat.plain_routes import is_no_text_wanted, may_interrupt
from chat.routes import COMMANDS, KEYS, PRESSES, press
from chat.session import Session
from chat.setting_notes import ChoosingHour, MovingDate, Typing
from chat.sheet_notes import SheetsRead
from chat.sign_notes import SignTyping
from chat.talk import (
    BlockedUs,
    BroughtIn,
    FileInGroup,
    GroupMoved,
    NotText,
    Pressed,
    PutOut,
    RefusedFile,
    SentFile,
    Sheet,
    Typed,
    Unnamed,
)
from chat.talks import (
    answering,
    asking,
    authority,
    checking,
    clients,
    dates,
    files,
    filled_sheet,
    general,
    habits,
    importing,
    joining,
    new_case,
    plain_facts,
    read_back,
    robots,
    signing,
    transcribing,
    whose,
)
from chat.talks.plain import offered_too, opened_by_title, understood, unsure
from chat.talks.secrets import password_asked
from chat.transcribe_notes import Awaited, Transcribing
from messages.catalogue import LOCALES
from messages.say import Say, say
from messages.wording import Wording

INTERRUPTING = frozenset(
    {"status", "list", "todo", "upload", "more", "help", "undo", "language", "picture", "check"}
    | {"authority", "score"}
)
"""Commands that only interrupt /new or a list of clients: its question is asked again below their answer."""


def heard(s: Session) -> Replies:
    """Do what the update asks and say what came of it; WorkflowError if it cannot be."""
    match s.incoming.what:
        case Typed(text, edited):
            return _with_waiting(s, say("edited-message")) if edited else _typed(s, text)
        case Pressed(data):
            to = decode(data)
            if to is None:
                return (Toasted(say("toast-old-button")), *general.status(s))
            return press(s, to)
        case SentFile() as sent:
            return _file(s, sent)
        case RefusedFile(sentence, facts):
            return _with_waiting(s, Say(sentence, facts))
        case NotText(kind):
            known = kind if kind in ("voice", "sticker", "video_note") else "other"
            return _with_waiting(s, say(f"not-text-{known.replace('_', '-')}"))
        case BlockedUs() | BroughtIn() | PutOut() | GroupMoved() | FileInGroup() | Unnamed():
            return ()


def _file(s: Session, sent: SentFile) -> Replies:
    """A file; in the middle of /new it would push the question aside, so it comes after."""
    replied, note = _replied_item(s), s.note
    if replied is None:
        match note:
            case NewCase():
                return general.resume(s, say("file-after-new"))
            case Building():
                return general.resume(s, say("file-after-import"))
            case ClientsAsked():
                return importing.list_came(s, sent)
            case ClientsRead() if sent.sheet is not None:
                return importing.list_came(s, sent)
            case Judging():
                return checking.file_came(s, note, sent)
            case Transcribing(awaited=Awaited.SAVED) if isinstance(sent.sheet, Sheet):
                return read_back.sheet_came(s, note, sent.sheet)
    return whose.file_came(s, sent, replied)


def _with_waiting(s: Session, lead: Say) -> Replies:
    """A word to the person, on the card of what is being asked, if anything is."""
    return general.resume(s, lead) if s.note is not None else (Card((lead,)),)


def _typed(s: Session, text: str) -> Replies:
    command = _command(s, text)
    if command is not None:
        return _commanded(s, command, _payload(text))
    replied = _replied_item(s)
    if replied is not None:
        s.keep(Answering(*replied))
    plain = _plainly_said(s, text) if may_interrupt(s) else None
    return _answered(s, text) if plain is None else plain


def _plainly_said(s: Session, text: str) -> Replies | None:
    """What is surely meant by a sentence, or by values in a row."""
    plain = understood(s, text, COMMANDS) or password_asked(s, text)
    return filled_sheet.values_typed(s, text) if plain is None else plain


def _for_item(s: Session, note: Answering, text: str) -> Replies:
    """A text for the open item, or the title of another; where it answers nothing, what else it may mean."""
    titled = opened_by_title(s, text) if is_no_text_wanted(s, note) else None
    if titled is not None:
        return titled
    replies = answering.typed(s, note, text)
    return replies if answering.takes_words(s, note, text) else offered_too(s, text, replies)


def _answered(s: Session, text: str) -> Replies:
    """A text for what is being asked."""
    match s.note:
        case NewCase() as note:
            return new_case.typed(s, note, text)
        case Joining() as note:
            return joining.named(s, note, text)
        case Answering() as note:
            return _for_item(s, note, text)
        case Asking() as note:
            return asking.typed(s, note, text)
        case EnterCode():
            return new_case.code_typed(s, text)
        case LooseFiles() | SheetsRead():
            return files.named(s, text)
        case Binding() | None:
            return _unasked(s, text)
        case note:
            return _meant_for_a_press(s, note, text)


def _meant_for_a_press(s: Session, note: Note, text: str) -> Replies:
    """A text where a button or a file was asked for; settings and days may be typed as well."""
    match note:
        case ChoosingHour():
            return habits.hour_typed(s, text)
        case Typing():
            return robots.typed(s, note, text)
        case MovingDate():
            return dates.typed(s, note, text)
        case TellingMatter() | LinkingMatter() | MovingTerm():
            return authority.typed(s, note, text)
        case Judging():
            return checking.typed(s, note, text)
        case SignTyping():
            return signing.typed(s, note, text)
        case Transcribing():
            return transcribing.typed(s, note, text)
        case ClientsAsked():
            return importing.shown(s, note, say("import-no-sheet"))
        case _:
            return general.resume(s, say("please-press"))


def _unasked(s: Session, text: str) -> Replies:
    """Nothing was asked: a thank-you stays quiet, a company is opened, else 进度."""
    if s.is_word("words-thanks", text):
        return plain_facts.thanked(s)
    named = clients.by_name(s, text)
    if named is not None:
        return named
    return unsure(s, text) or clients.status(s, say("not-understood"))


def _command(s: Session, text: str) -> str | None:
    """The command that is typed, or behind the key that was pressed; None for other words."""
    first = text.strip().split(maxsplit=1)[0] if text.strip() else ""
    if first.startswith("/"):
        return first[1:].partition("@")[0].lower()
    for words, command in _SAID.items():
        if any(text.strip() == _in(s, words, locale) for locale in LOCALES):
            return command
    return None


def _payload(text: str) -> str:
    """What stands behind a command: of /start, where a link leads."""
    return text.strip().partition(" ")[2].strip()


_SAID = {**KEYS, "tap-cancel": "cancel", "tap-picture": "picture", "picture-file": "picture"}
"""Labels that may be typed as well as pressed."""


def _in(s: Session, key: str, locale: str) -> str:
    return Wording(s.house.catalogue, locale, s.house.zone).plain(Say(key))


def _commanded(s: Session, command: str, payload: str) -> Replies:
    if command == "start" and payload:
        return opened(s, payload)
    handler = COMMANDS.get(command)
    if handler is None:
        return _with_waiting(s, say("no-such-command", command=command[:32]))
    asked = s.note
    replies = handler(s)
    if isinstance(asked, NewCase) and command in INTERRUPTING:
        return (*replies, new_case.question(s, asked, say("still-asking")))
    if isinstance(asked, Building) and command in INTERRUPTING:
        return (*replies, *importing.shown(s, asked, None))
    return replies


def _replied_item(s: Session) -> tuple[str, str, str] | None:
    """The item whose card the message replies to, by the buttons under that card."""
    for data in s.incoming.reply_to:
        to = decode(data)
        if to is None or to.verb not in _OF_AN_ITEM:
            continue
        if len(to.args) == PRESSES[to.verb].arguments:
            company, season, key, *_ = to.args
            return company, season, key
    return None


_OF_AN_ITEM = frozenset({Verb.ITEM, Verb.MORE, Verb.WITHDRAW, Verb.CONFIRM, Verb.TEMPLATE})

"""A password, an identity number or a bank card that somebody sent: taken away and kept nowhere.

What holds one is dropped whole, before anybody answers it or fetches its file: no note, company,
event or log ever sees it. Its row in the inbox holds it until the row is done: if the program dies
in between, the row is worked on after the restart, with the same answer, and blanked then.
"""

from itertools import chain

from chat.card import Replies
from chat.errands import TakeAway
from chat.file_notes import Answering
from chat.note import Asking, NewCase, Wanted
from chat.pasted import key_pasted
from chat.session import Session
from chat.talk import FileInGroup, Incoming, SentFile, Typed
from chat.talks import general
from messages.say import Say, say
from messages.secret import Secret, asks_about_password, holds_secret, secrets_in
from messages.wording import Wording
from workflow.errors import CompanyDamaged, WorkflowError
from workflow.pack import TextCheck, TextSpec


def is_secret(s: Session) -> bool:
    """Whether the update holds a secret, so that nothing else of it may be heard."""
    return bool(_secrets(s))


def file_is_secret(incoming: Incoming) -> bool:
    """Whether the caption or the name of a file tells a secret: it is not even fetched."""
    return any(map(holds_secret, incoming.beside))


def question_again(s: Session) -> Replies:
    """What is being asked still waits; in a group nothing is asked."""
    if s.incoming.room is not None or s.note is None:
        return ()
    return general.resume(s)


def taken_away(s: Session) -> tuple[TakeAway, ...]:
    """The message is taken out of the chat, and it is said why; one with a robot's key too.

    In a group that is none of ours nothing is done.
    """
    found = _secrets(s)
    if not found:
        return key_pasted(s)
    if not s.incoming.message or not _is_ours(s):
        return ()
    wording = _wording(s)
    gone, stays = (wording.html(_told(s, found, way)) for way in ("gone", "stays"))
    return (TakeAway(s.incoming.chat, s.incoming.message, gone, stays, s.topic),)


def password_asked(s: Session, text: str) -> Replies | None:
    """Somebody has a question about a password: we never need one; None for anything else."""
    if not asks_about_password(text):
        return None
    return general.resume(s, say("password-not-needed"))


def _told(s: Session, found: frozenset[Secret], way: str) -> Say:
    what = next(iter(found)) if len(found) == 1 else "several"
    if s.incoming.room is not None:
        return say(f"secret-group-{way}", what=what, name=s.incoming.speaker.name)
    place = "text" if isinstance(s.incoming.what, Typed) else "file"
    return say(f"secret-{way}", what=what, place=place)


# --- what was written -------------------------------------------------------------------


def _secrets(s: Session) -> frozenset[Secret]:
    found = _found_in(s.incoming, code_asked=False)
    if Secret.IDENTITY in found and _asks_code(s):
        return _found_in(s.incoming, code_asked=True)
    return found


def _found_in(incoming: Incoming, *, code_asked: bool) -> frozenset[Secret]:
    kinds = (secrets_in(text, code_asked=code_asked) for text in _written(incoming))
    return frozenset(chain.from_iterable(kinds))


def _written(incoming: Incoming) -> tuple[str, ...]:
    """All that somebody wrote in it, whatever it is."""
    match incoming.what:
        case Typed(text):
            return (text, *incoming.beside)
        case SentFile(file, caption):
            return (file.name, caption, *incoming.beside)
        case FileInGroup(name):
            return (name, *incoming.beside)
        case _:
            return incoming.beside


def _asks_code(s: Session) -> bool:
    """Whether a company's credit code is what was asked, and a text came."""
    if s.incoming.room is not None or not isinstance(s.incoming.what, Typed):
        return False
    match s.note:
        case NewCase(asking="uscc") | Asking(wanted=Wanted.COMPANY_CODE):
            return True
        case Answering(company, season, key):
            return _is_of_a_code(s, company, season, key)
        case _:
            return False


def _is_of_a_code(s: Session, company: str, season: str, key: str) -> bool:
    try:
        spec = s.task(s.case(company, season), key).item.spec
    except WorkflowError:
        return False
    return isinstance(spec, TextSpec) and spec.check is TextCheck.USCC


# --- in a group -------------------------------------------------------------------------


def _is_ours(s: Session) -> bool:
    return s.incoming.room is None or s.work.company_of_group(s.incoming.chat) is not None


def _wording(s: Session) -> Wording:
    """In private the reader's language, in a group the group's."""
    company = s.work.company_of_group(s.incoming.chat) if s.incoming.room is not None else None
    if company is None:
        return s.wording
    try:
        groups = s.work.company(company).groups
    except CompanyDamaged:
        groups = ()
    locale = next((each.locale for each in groups if each.chat == s.incoming.chat), "")
    return Wording(s.house.catalogue, locale or s.house.default_locale, s.house.zone)

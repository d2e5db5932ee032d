"""Signing in chat: asking for it, 同意, 退回并写原因, 问经办人, 改纸签, and what is typed for these."""

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.file_notes import Answering
from chat.screens.door import nothing_yet_card
from chat.screens.item import item_card
from chat.screens.progress import headed
from chat.screens.sign_questions import which_card
from chat.screens.signing import everything_card, question_line, signing_card
from chat.session import Case, Session
from chat.sign_notes import SignTyping, SignWord
from messages.say import Fact, Say, say
from workflow.ids import ItemKey
from workflow.model import Outcome
from workflow.permissions import Action, require
from workflow.sign_errors import (
    AnsweredAlready,
    ContentChanged,
    NoSuchQuestion,
    NotYourSignature,
)
from workflow.signatures import Question
from workflow.signer_questions import (
    answer_question,
    ask_about,
    may_answer,
    may_read_question,
    question_of,
)
from workflow.signing import (
    ask_to_sign,
    return_unsigned,
    sign,
    sign_on_paper,
    take_back_signatures,
    waiting_for,
)


def typed_sign(s: Session) -> Replies:
    """/sign: of the season on the screen."""
    case = s.current()
    return (nothing_yet_card(s),) if case is None else look(s, case)


def look(s: Session, case: Case, lead: Fact | None = None) -> Replies:
    """What is to be signed, or how the signatures stand."""
    return (signing_card(s, case, lead),)


def everything(s: Session, case: Case, page: int) -> Replies:
    """All that is signed."""
    return (everything_card(s, case, page),)


def _saved(s: Session, case: Case, outcome: Outcome, lead: Say) -> Replies:
    return look(s, s.saved(case, outcome), lead)


# --- asked and signed -------------------------------------------------------------------


def ask(s: Session, case: Case) -> Replies:
    """请签字."""
    outcome = ask_to_sign(case.company, case.season.id, case.pack, by=s.doer)
    people = len({notice.to for notice in outcome.notices})
    return _saved(s, case, outcome, say("said-signing-asked", count=people))


def agree(s: Session, case: Case, seen: str) -> Replies:
    """同意: bound to what the button stood under; what changed meanwhile is shown first."""
    try:
        outcome = sign(case.company, case.season.id, case.pack, seen, by=s.doer)
    except ContentChanged:
        return (Toasted(say("error-content-changed")), *look(s, case))
    s.keep(None)
    return _saved(s, case, outcome, say("said-signing-signed", at=s.incoming.at))


def take_back(s: Session, case: Case, seen: str) -> Replies:
    """撤销 one's own signatures."""
    outcome = take_back_signatures(case.company, case.season.id, case.pack, seen, by=s.doer)
    return _saved(s, case, outcome, say("said-signing-undone"))


def on_paper(s: Session, case: Case) -> Replies:
    """改纸签: those who run the work bring it; whoever has it may send the scan right away."""
    waits = waiting_for(case.company, case.season, case.pack, s.me.person)
    outcome = sign_on_paper(case.company, case.season.id, case.pack, by=s.doer)
    now = s.saved(case, outcome)
    key = waits[0].item.key
    s.keep(Answering(now.company.id, now.season.id, key))
    return (item_card(s, now, s.task(now, key), lead=say("said-signing-paper")),)


# --- typed ------------------------------------------------------------------------------


def begin_return(s: Session, case: Case) -> Replies:
    """Ask why they do not sign."""
    _require_signer(s, case)
    return _asked(s, SignTyping(SignWord.RETURN, case.company.id, case.season.id))


def which_item(s: Session, case: Case, page: int) -> Replies:
    """Ask about which line."""
    _require_signer(s, case)
    return (which_card(s, case, page),)


def begin_question(s: Session, case: Case, key: str) -> Replies:
    """Ask what they want to know of it."""
    _require_signer(s, case)
    s.task(case, key)
    return _asked(s, SignTyping(SignWord.QUESTION, case.company.id, case.season.id, key))


def begin_answer(s: Session, case: Case, number: int) -> Replies:
    """Ask for the answer."""
    require(s.me.person, Action.HAND_IN_MINE, case.company)
    if _readable(s, case, number).reply is not None:
        raise AnsweredAlready
    return _asked(s, SignTyping(SignWord.ANSWER, case.company.id, case.season.id, str(number)))


def _readable(s: Session, case: Case, number: int) -> Question:
    """The question, for who may answer it and may still see what it is about; NoSuchQuestion."""
    asked = question_of(case.company, case.season, number, s.me.person)
    where, me = (case.company, case.season, case.pack), s.me.person
    if not may_answer(case.company, asked, me) or not may_read_question(*where, asked, me):
        raise NoSuchQuestion
    return asked


def _require_signer(s: Session, case: Case) -> None:
    if not waiting_for(case.company, case.season, case.pack, s.me.person):
        raise NotYourSignature


def _asked(s: Session, note: SignTyping) -> Replies:
    s.keep(note)
    return asked_again(s, note)


def asked_again(s: Session, note: SignTyping, lead: Fact | None = None) -> Replies:
    """The question that waits, below what has just happened."""
    case = s.case(note.company, note.season)
    lines = (*headed(case, lead), _question(s, case, note))
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    return (Card(lines, (cancel,)),)


def _question(s: Session, case: Case, note: SignTyping) -> Say:
    match note.word:
        case SignWord.RETURN:
            return say("ask-signing-return")
        case SignWord.QUESTION:
            return say("ask-signing-question", title=s.task(case, note.subject).item.title)
        case SignWord.ANSWER:
            asked = _readable(s, case, int(note.subject))
            return say("ask-signing-answer", question=question_line(case, asked))


def typed(s: Session, note: SignTyping, text: str) -> Replies:
    """The text came."""
    case = s.case(note.company, note.season)
    match note.word:
        case SignWord.RETURN:
            outcome = return_unsigned(case.company, case.season.id, case.pack, text, by=s.doer)
            lead = say("said-signing-returned")
        case SignWord.QUESTION:
            key = ItemKey(note.subject)
            outcome = ask_about(case.company, case.season.id, case.pack, key, text, by=s.doer)
            lead = say("said-signing-questioned")
        case SignWord.ANSWER:
            number = _readable(s, case, int(note.subject)).number
            outcome = answer_question(case.company, case.season.id, number, text, by=s.doer)
            lead = say("said-signing-answered")
    s.keep(None)
    return _saved(s, case, outcome, lead)

"""What is said to a warning, and all that is typed after a press under a reminder."""

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.note import Asking, Wanted
from chat.screens.progress import heading
from chat.screens.reminder_questions import question_card
from chat.session import Case, Session
from chat.talks import putting_off, trial
from messages.say import say
from workflow.ids import MilestoneKey
from workflow.permissions import Action, require
from workflow.words import say_word

ASKED = frozenset({Wanted.SAID_WORD, Wanted.LATER_TIME, Wanted.COUNT_BEFORE, Wanted.COUNT_NOW})


def handle(s: Session, case: Case, step: str) -> Replies:
    """今天处理: the boss does not hear of it this time."""
    return _word(s, case, step, handles=True, note="")


def ask_word(s: Session, case: Case, step: str) -> Replies:
    """附一句说明: it is typed, by who may say it."""
    require(s.me.person, Action.ASSIGN, case.company)
    note = Asking(Wanted.SAID_WORD, case.company.id, case.season.id, step)
    s.keep(note)
    return (question_card(s, note),)


def _word(s: Session, case: Case, step: str, *, handles: bool, note: str) -> Replies:
    key = MilestoneKey(step)
    outcome = say_word(
        case.company, case.season.id, case.pack, key, handles=handles, note=note, by=s.doer
    )
    now = s.saved(case, outcome)
    told = say("said-handles") if handles else say("said-word", note=note)
    status = Tap(say("tap-status"), ref(Verb.STATUS, now.company.id, now.season.id))
    return (Card((heading(now), told), ((status,),), fresh=True),)


def typed(s: Session, note: Asking, text: str) -> Replies:
    """The text came."""
    match note.wanted:
        case Wanted.LATER_TIME:
            return putting_off.later_typed(s, note, text)
        case Wanted.SAID_WORD:
            case = s.case(note.company, note.season)
            s.keep(None)
            return _word(s, case, note.subject, handles=False, note=text)
        case _:
            return trial.counted(s, note, text)

"""试算 on the count day: this year's count against last year's, kept nowhere."""

from decimal import Decimal, InvalidOperation

from chat.card import Replies, Toasted
from chat.note import Asking, Wanted
from chat.screens.progress import status_card
from chat.screens.reminder_questions import question_card
from chat.screens.trial import trial_card
from chat.session import Case, Session
from messages.say import say
from messages.values import Read, Refused, Unsure, read_cell
from workflow.counting import Trial, count_of_year, counted_item, year_counted
from workflow.given import Number
from workflow.pack import NumberSpec


def begin_trial(s: Session, case: Case) -> Replies:
    """Ask for this year's count; where last year's is not known, for that first."""
    item = counted_item(case.pack)
    if item is None:
        return (Toasted(say("toast-old-button")),)
    before = count_of_year(case.company, case.season, item, year_counted(case.season, s.today) - 1)
    return _ask_count(s, case, before)


def _ask_count(s: Session, case: Case, before: Decimal | None) -> Replies:
    wanted = Wanted.COUNT_BEFORE if before is None else Wanted.COUNT_NOW
    here = (case.company.id, case.season.id)
    note = Asking(wanted, *here, extra="" if before is None else str(before))
    s.keep(note)
    return (question_card(s, note),)


def counted(s: Session, note: Asking, text: str) -> Replies:
    """A count came."""
    case = s.case(note.company, note.season)
    item = counted_item(case.pack)
    spec = item.spec if item else None
    if not isinstance(spec, NumberSpec):  # another pack by now: there is nothing to try
        s.keep(None)
        return (status_card(s, case),)
    match read_cell(text, spec, s.today):
        case Read(Number(value)) if value >= 0:
            return _with_count(s, case, note, value)
        case Refused(why):
            return (question_card(s, note, say("not-kept", why=why)),)
        case Unsure(why=why):
            return (question_card(s, note, why),)
        case _:
            return (question_card(s, note, say("count-below-zero")),)


def _with_count(s: Session, case: Case, note: Asking, value: Decimal) -> Replies:
    before = _kept(note)
    if before is None:
        return _ask_count(s, case, value)
    s.keep(None)
    return (trial_card(case, Trial(before, value)),)


def _kept(note: Asking) -> Decimal | None:
    """Last year's count, once it was told."""
    try:
        return Decimal(note.extra) if note.wanted is Wanted.COUNT_NOW else None
    except InvalidOperation:
        return None

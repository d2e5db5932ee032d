"""An inner date is moved: which day, what moves with it, why; and back to the plan's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Replies, Tap
from chat.screens.dates import (
    due_card,
    is_movable,
    preview_card,
    readings_card,
    row_of,
    which_step_card,
)
from chat.screens.days import with_hours
from chat.screens.door import nothing_yet_card
from chat.screens.steps import step_card
from chat.session import Case, Session
from chat.setting_notes import MovingDate
from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.say import Fact, ShortDay, say
from workflow.ids import MilestoneKey
from workflow.model import Outcome
from workflow.moving import LONGEST_WHY, move_back, move_due
from workflow.permissions import Action, require


def typed_due(s: Session) -> Replies:
    """/due: ask of which step of the season on the screen."""
    case = s.current()
    if case is None:
        return (nothing_yet_card(s),)
    return which_step(s, case, 0)


def which_step(s: Session, case: Case, page: int) -> Replies:
    """Ask of which step."""
    require(s.me.person, Action.TAILOR, case.company)
    return (which_step_card(s, case, page),)


def begin(s: Session, case: Case, step: str) -> Replies:
    """Ask to which day; a date of the law alone is refused with what can be done instead."""
    require(s.me.person, Action.TAILOR, case.company)
    row = row_of(s, case, step)
    s.keep(MovingDate(case.company.id, case.season.id, step) if is_movable(row) else None)
    return (due_card(s, case, row),)


def to_day(s: Session, case: Case, step: str, day: date) -> Replies:
    """Show what would move, and ask why; nothing has moved yet."""
    _moved(s, case, step, day, "")  # refused now rather than after the reason was typed
    worked = s.house.calendar.on_or_before(day)  # as the button that moves it names the day
    s.keep(MovingDate(case.company.id, case.season.id, step, worked.isoformat()))
    return (preview_card(s, case, row_of(s, case, step), day),)


def sure(s: Session, case: Case, step: str, day: date) -> Replies:
    """Move it, for the reason that was typed before, if one was."""
    outcome = _moved(s, case, step, day, _why(s, case, step, day))
    before = row_of(s, case, step).step.internal
    old = say("due-none") if before is None else ShortDay(before.day)
    return _shown(s, case, step, outcome, lambda new: say("said-due-moved", old=old, new=new))


def _why(s: Session, case: Case, step: str, day: date) -> str:
    note = s.note
    if not isinstance(note, MovingDate):
        return ""
    asked = MovingDate(case.company.id, case.season.id, step, day.isoformat(), note.why)
    return note.why if note == asked else ""


def back(s: Session, case: Case, step: str) -> Replies:
    """The plan's date again."""
    key = MilestoneKey(step)
    outcome = move_back(case.company, case.season.id, case.pack, s.house.calendar, key, by=s.doer)
    return _shown(s, case, step, outcome, lambda new: say("said-due-back", new=new))


def _moved(s: Session, case: Case, step: str, day: date, why: str) -> Outcome:
    here = (case.company, case.season.id, case.pack, s.house.calendar)
    return move_due(*here, MilestoneKey(step), day, why, by=s.doer)


def _shown(
    s: Session, case: Case, step: str, outcome: Outcome, told: Callable[[Fact], Fact]
) -> Replies:
    now = s.saved(case, outcome)
    s.keep(None)
    due = row_of(s, now, step).step.due
    lead = told(say("due-none") if due is None else ShortDay(due))
    card = step_card(s, now, step, 0, lead)
    undo = Tap(say("tap-undo"), ref(Verb.UNDO, now.company.id, now.company.event_seq))
    return (replace(card, rows=(*card.rows, (undo,))),)


# --- what was typed -----------------------------------------------------------------------


def typed(s: Session, note: MovingDate, text: str) -> Replies:
    """A day; or, once there is one, the reason or another day. Nothing moves before the press."""
    case = s.case(note.company, note.season)
    match read_date(text, s.today, Tense.DEADLINE, s.house.calendar):
        case UnderstoodDate(day, at):
            return with_hours(to_day(s, case, note.step, day), at)
        case AmbiguousDate(days, at):
            return with_hours((readings_card(case, note.step, days),), at)
        case NotADate() if note.day:
            reasoned = replace(note, why=" ".join(text.split())[:LONGEST_WHY])
            s.keep(reasoned)
            return asked_again(s, reasoned)
        case NotADate(why):
            lead = say("not-kept", why=say(f"date-{why.replace('_', '-')}"))
            return asked_again(s, note, lead)


def asked_again(s: Session, note: MovingDate, lead: Fact | None = None) -> Replies:
    """The question that still waits."""
    case = s.case(note.company, note.season)
    row = row_of(s, case, note.step)
    if note.day:
        day = date.fromisoformat(note.day)
        return (preview_card(s, case, row, day, why=note.why, lead=lead),)
    return (due_card(s, case, row, lead),)

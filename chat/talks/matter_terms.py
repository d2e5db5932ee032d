"""改期限: the authority gave another term; asked for as a date, said back, taken back."""

from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.matter_notes import MovingTerm
from chat.screens.authority import matter_card
from chat.screens.days import with_hours
from chat.screens.matters import day_of, matter_name
from chat.screens.progress import headed
from chat.session import Case, Session
from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.say import Fact, ShortDay, say
from workflow.authority import matter_of
from workflow.matter_terms import set_term
from workflow.permissions import Action, require


def begin(s: Session, case: Case, number: int) -> Replies:
    """Ask for the day."""
    require(s.me.person, Action.RECORD_FILING, case.company)
    note = MovingTerm(case.company.id, case.season.id, matter_of(case.season, number).number)
    s.keep(note)
    return asked_again(s, note)


def asked_again(s: Session, note: MovingTerm, lead: Fact | None = None) -> Replies:
    """The question that still waits."""
    case = s.case(note.company, note.season)
    matter = matter_of(case.season, note.number)
    asked = say("matter-term-ask", what=matter_name(matter), due=day_of(case, matter))
    back = ref(Verb.MATTER, note.company, note.season, note.number)
    return (Card((*headed(case, lead), asked), ((Tap(say("tap-cancel"), back),),)),)


def typed(s: Session, note: MovingTerm, text: str) -> Replies:
    """A day; one that can be read in two ways is asked about."""
    case = s.case(note.company, note.season)
    match read_date(text, s.today, Tense.DEADLINE, s.house.calendar):
        case UnderstoodDate(day, at):
            return with_hours(moved(s, case, note.number, day), at)
        case AmbiguousDate(days, at):
            here = (note.company, note.season, note.number)
            taps = tuple(
                (Tap(day, ref(Verb.MATTER_TERM_ON, *here, day.isoformat())),) for day in days
            )
            return with_hours((Card((*headed(case, None), say("unsure-date")), taps),), at)
        case NotADate(why):
            lead = say("not-kept", why=say(f"date-{why.replace('_', '-')}"))
            return asked_again(s, note, lead)


def moved(s: Session, case: Case, number: int, day: date) -> Replies:
    """The day is known: the matter with its new term."""
    now = s.saved(case, set_term(case.company, case.season.id, number, day, by=s.doer))
    s.keep(None)
    lead = say("said-matter-term", due=ShortDay(day))
    return (matter_card(s, now, matter_of(now.season, number), lead),)

"""One text that a button asked for: a reason, a name, a date, a title."""

from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.note import Asking, Wanted
from chat.screens.companies import case_card, company_card
from chat.screens.filings import day_card, term_card
from chat.screens.item import item_card
from chat.screens.progress import headed, heading
from chat.screens.steps import step_card, steps_card
from chat.session import Case, Session
from chat.talks.answering import give
from chat.talks.filing import record
from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.say import Fact, Say, say
from messages.values import credit_code
from workflow import tailoring
from workflow.cases import correct_company, correct_season
from workflow.errors import ReasonNeeded
from workflow.model import (
    CompanyId,
    Confirmed,
    FilingFact,
    ItemKey,
    MilestoneKey,
    NotApplicable,
    SeasonId,
    WaitingUntil,
)

OF_COMPANY = frozenset({Wanted.COMPANY_NAME, Wanted.COMPANY_CODE})
LONGEST_REASON = 300


def ask(
    s: Session,
    company: str,
    season: str,
    wanted: str,
    subject: str,
    lead: Fact | None = None,
) -> Replies:
    """Ask for the text that the button names."""
    if wanted not in set(Wanted):
        return (Toasted(say("toast-old-button")),)
    kind = Wanted(wanted)
    found = s.company(CompanyId(company))
    s.keep(Asking(kind, company, season, subject))
    question = say(f"ask-{kind.replace('_', '-')}")
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    if kind in OF_COMPANY:
        first: list[Fact] = [say("new-heading", name=found.name)]
        lines = [*first, question] if lead is None else [*first, lead, question]
        return (Card(tuple(lines), (cancel,)),)
    return (Card((*headed(s.case(company, season), lead), question), (cancel,)),)


def question_again(s: Session, note: Asking, lead: Fact | None = None) -> Replies:
    """The question that still waits."""
    return ask(s, note.company, note.season, note.wanted, note.subject, lead)


def typed(s: Session, note: Asking, text: str) -> Replies:
    """The text came."""
    text = " ".join(text.split())[:LONGEST_REASON]
    if not text:
        raise ReasonNeeded
    if note.wanted in OF_COMPANY:
        return _company_text(s, note, text)
    case = s.case(note.company, note.season)
    match note.wanted:
        case Wanted.FILING_DAY | Wanted.FILING_TERM | Wanted.WAIT_DAY:
            return _day(s, case, note, text)
        case Wanted.NOT_APPLICABLE:
            return give(s, case, note.subject, NotApplicable(text))
        case Wanted.SIGN_NAME:
            return give(s, case, note.subject, Confirmed(text))
        case Wanted.LICENCE_NO:
            return _licence_no(s, case, text)
        case _:
            return _tailor(s, case, note, text)


def _company_text(s: Session, note: Asking, text: str) -> Replies:
    company = s.company(CompanyId(note.company))
    if note.wanted is Wanted.COMPANY_NAME:
        outcome = correct_company(company, by=s.doer, name=text)
    else:
        outcome = correct_company(company, by=s.doer, uscc=credit_code(text))
    s.save(outcome)
    s.keep(None)
    return (company_card(s, outcome.company, say("said-corrected")),)


def _licence_no(s: Session, case: Case, text: str) -> Replies:
    number = "".join(text.split())[:60].upper()
    outcome = correct_season(case.company, case.season.id, by=s.doer, licence_no=number)
    s.keep(None)
    return (case_card(s.saved(case, outcome), say("said-corrected")),)


# --- days -------------------------------------------------------------------------------


def _day(s: Session, case: Case, note: Asking, text: str) -> Replies:
    tense = Tense.FACT if note.wanted is Wanted.FILING_DAY else Tense.DEADLINE
    found = read_date(text, s.today, tense)
    match found:
        case UnderstoodDate(day):
            return took_day(s, case, note, day)
        case AmbiguousDate(days):
            taps = tuple((Tap(day, ref(Verb.TAKE_DAY, day.isoformat())),) for day in days)
            return (Card((heading(case), say("unsure-date")), taps),)
        case NotADate(why):
            cancel = Tap(say("tap-cancel"), ref(Verb.CANCEL))
            line = say("not-kept", why=say(f"date-{why.replace('_', '-')}"))
            return (Card((heading(case), line, _question(note)), ((cancel,),)),)


def _question(note: Asking) -> Say:
    return say(f"ask-{note.wanted.replace('_', '-')}")


def took_day(s: Session, case: Case, note: Asking, day: date) -> Replies:
    """The day is known: go on with what it was wanted for."""
    match note.wanted:
        case Wanted.WAIT_DAY:
            return give(s, case, note.subject, WaitingUntil(day, ""))
        case Wanted.FILING_DAY:
            return fact_on(s, case, FilingFact(note.subject), day)
        case _:
            return record(s, case, FilingFact(note.subject), date.fromisoformat(note.extra), day)


WITH_TERM = frozenset({FilingFact.ORDERED, FilingFact.RETURNED})


def fact(s: Session, case: Case, name: str) -> Replies:
    """A fact was pressed: ask when it happened."""
    if name not in set(FilingFact):
        return (Toasted(say("toast-old-button")),)
    s.keep(Asking(Wanted.FILING_DAY, case.company.id, case.season.id, name))
    return (day_card(case, FilingFact(name), s),)


def fact_on(s: Session, case: Case, fact: FilingFact, on: date) -> Replies:
    """When it happened is known; an order or a return may carry a term."""
    if fact not in WITH_TERM:
        return record(s, case, fact, on, None)
    s.keep(Asking(Wanted.FILING_TERM, case.company.id, case.season.id, fact, extra=on.isoformat()))
    return (term_card(case, fact, on.isoformat()),)


# --- the company's own cut --------------------------------------------------------------


def _tailor(s: Session, case: Case, note: Asking, text: str) -> Replies:
    ids = (case.company, SeasonId(case.season.id), case.pack)
    match note.wanted:
        case Wanted.DROP_ITEM:
            outcome = tailoring.drop_item(*ids, ItemKey(note.subject), text, by=s.doer)
        case Wanted.DROP_STEP:
            outcome = tailoring.drop_step(*ids, MilestoneKey(note.subject), text, by=s.doer)
        case Wanted.RENAME:
            outcome = tailoring.rename_item(*ids, ItemKey(note.subject), text, by=s.doer)
        case _:
            step = MilestoneKey(note.subject)
            outcome = tailoring.add_item(*ids, step, text, "material", by=s.doer)
    now = s.saved(case, outcome)
    s.keep(None)
    return (_tailored_card(s, now, note), Toasted(say("said-tailored")))


def _tailored_card(s: Session, now: Case, note: Asking) -> Card:
    match note.wanted:
        case Wanted.RENAME:
            return item_card(s, now, s.task(now, note.subject))
        case Wanted.ADD_MATERIAL | Wanted.ADD_CONFIRM:
            return step_card(s, now, note.subject, 0)
        case _:
            return steps_card(s, now, 0)

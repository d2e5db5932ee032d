"""One text that a button asked for: a reason, a name, a date, a title."""

from dataclasses import replace
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.note import Asking, Wanted, mark_of
from chat.screens.colleagues import departments_card
from chat.screens.companies import case_card, company_card
from chat.screens.days import hours_line, with_hours
from chat.screens.filings import day_card, term_card
from chat.screens.progress import headed, heading
from chat.screens.reminder_questions import question_card
from chat.session import Case, Session
from chat.talks import colleagues, evidence, origins, reminded, retaining, working
from chat.talks.answering import give
from chat.talks.filing import record
from chat.talks.tailor import add_step, tailor
from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.say import Fact, Say, say
from messages.values import credit_code
from workflow.cases import correct_company, correct_season
from workflow.errors import ReasonNeeded
from workflow.given import Confirmed, NotApplicable, WaitingUntil
from workflow.ids import CompanyId
from workflow.model import FilingFact
from workflow.opening import correct_known
from workflow.permissions import Action, require

OF_COMPANY = frozenset({Wanted.COMPANY_NAME, Wanted.COMPANY_CODE, Wanted.HOLD})
FOLLOWING = frozenset({
    Wanted.FILING_DAY, Wanted.FILING_TERM, Wanted.ADD_STEP_DAY, Wanted.GIVE_BACK,
    Wanted.COLLEAGUE_DEPARTMENTS, *reminded.ASKED,
})  # fmt: skip
"""Asked only after something else was pressed or typed: no button asks for these alone."""
OF_THE_WORK = frozenset({
    Wanted.GIVE_BACK, Wanted.BEHALF_NAME, Wanted.LOCATED, Wanted.EXPLAIN,
    Wanted.COLLEAGUE_NAME, Wanted.COLLEAGUE_DEPARTMENTS, Wanted.ORIGIN,
})  # fmt: skip
LONGEST_REASON = 300
NEEDED = {
    Wanted.COMPANY_NAME: Action.ADMINISTER,
    Wanted.COMPANY_CODE: Action.ADMINISTER,
    Wanted.LICENCE_NO: Action.ADMINISTER,
    Wanted.NOT_APPLICABLE: Action.HAND_IN_MINE,
    Wanted.WAIT_DAY: Action.HAND_IN_MINE,
    Wanted.SIGN_NAME: Action.HAND_IN_MINE,
    Wanted.LOCATED: Action.HAND_IN_MINE,
    Wanted.ORIGIN: Action.HAND_IN_MINE,
    Wanted.BEHALF_NAME: Action.HAND_IN,
}
"""What one must be allowed to do before anything is asked; else TAILOR."""


def ask(s: Session, company: str, season: str, wanted: str, subject: str) -> Replies:
    """Ask for the text that the button names."""
    if wanted not in set(Wanted) - FOLLOWING:
        return (Toasted(say("toast-old-button")),)
    require(s.me.person, NEEDED.get(Wanted(wanted), Action.TAILOR), s.company(CompanyId(company)))
    return _ask(s, Asking(Wanted(wanted), company, season, subject))


def _ask(s: Session, note: Asking) -> Replies:
    s.keep(note)
    return question_again(s, note)


def question_again(s: Session, note: Asking, lead: Fact | None = None) -> Replies:
    """The question that still waits, below what has just happened."""
    if note.wanted in reminded.ASKED:
        return (question_card(s, note, lead),)
    if note.wanted in (Wanted.FILING_DAY, Wanted.FILING_TERM):
        return (_filing_question(s, note, lead),)
    if note.wanted is Wanted.COLLEAGUE_DEPARTMENTS:
        return (departments_card(s.case(note.company, note.season), note, lead),)
    rows: list[tuple[Tap, ...]] = [(Tap(say("tap-cancel"), ref(Verb.CANCEL)),)]
    if note.wanted in OF_COMPANY:
        name = s.company(CompanyId(note.company)).name
        lines: list[Fact] = [say("new-heading", name=name)]
        lines += [] if lead is None else [lead]
    else:
        lines = headed(s.case(note.company, note.season), lead)
    if note.wanted is Wanted.ADD_MATERIAL:
        other = ref(Verb.ASK, note.company, note.season, Wanted.ADD_CONFIRM, note.subject)
        rows.insert(0, (Tap(say("tap-add-confirm"), other),))
    return (Card((*lines, _question(s, note)), tuple(rows)),)


def _filing_question(s: Session, note: Asking, lead: Fact | None) -> Card:
    """Of which fact the day or the term is asked, with its buttons."""
    case = s.case(note.company, note.season)
    fact = FilingFact(note.subject)
    is_day = note.wanted is Wanted.FILING_DAY
    card = day_card(case, fact, s) if is_day else term_card(case, fact, note.extra)
    lead_lines = () if lead is None else (lead,)
    return replace(card, lines=(card.lines[0], *lead_lines, *card.lines[1:]))


def _question(s: Session, note: Asking) -> Say:
    if note.wanted is Wanted.GIVE_BACK:
        task = s.task(s.case(note.company, note.season), note.subject)
        return say("ask-give-back", title=task.item.title)
    return say(f"ask-{note.wanted.replace('_', '-')}")


def typed(s: Session, note: Asking, text: str) -> Replies:
    """The text came."""
    text = " ".join(text.split())[:LONGEST_REASON]
    if not text:
        raise ReasonNeeded
    if note.wanted in reminded.ASKED:
        return reminded.typed(s, note, text)
    if note.wanted in OF_COMPANY:
        return _company_text(s, note, text)
    case = s.case(note.company, note.season)
    match note.wanted:
        case Wanted.ADD_STEP:
            return _ask(s, replace(note, wanted=Wanted.ADD_STEP_DAY, extra=text))
        case Wanted.FILING_DAY | Wanted.FILING_TERM | Wanted.WAIT_DAY | Wanted.ADD_STEP_DAY:
            return _day(s, case, note, text)
        case Wanted.NOT_APPLICABLE:
            return give(s, case, note.subject, NotApplicable(text))
        case Wanted.SIGN_NAME:
            return give(s, case, note.subject, Confirmed(text))
        case wanted if wanted in OF_THE_WORK:
            return _of_the_work(s, case, note, text)
        case Wanted.LICENCE_NO:
            return _licence_no(s, case, text)
        case _:
            return tailor(s, case, note, text)


def _of_the_work(s: Session, case: Case, note: Asking, text: str) -> Replies:
    match note.wanted:
        case Wanted.GIVE_BACK:
            return working.given_back(s, case, note, text)
        case Wanted.BEHALF_NAME:
            return working.behalf_named(s, case, note.subject, text)
        case Wanted.EXPLAIN:
            return evidence.explained(s, case, note, text)
        case Wanted.ORIGIN:
            return origins.said(s, case, note, text)
        case Wanted.COLLEAGUE_NAME | Wanted.COLLEAGUE_DEPARTMENTS:
            return colleagues.typed(s, case, note, text)
        case _:
            return working.located(s, case, note, text)


def _company_text(s: Session, note: Asking, text: str) -> Replies:
    if note.wanted is Wanted.HOLD:
        return retaining.held(s, note, text)
    company = s.company(CompanyId(note.company))
    if note.wanted is Wanted.COMPANY_NAME:
        outcome = correct_company(company, by=s.doer, name=text)
    else:
        outcome = correct_company(company, by=s.doer, uscc=credit_code(text))
    outcome = correct_known(company, outcome, s.pack_of, by=s.doer)
    s.save(outcome)
    s.keep(None)
    return (company_card(s, outcome.company, say("said-corrected")),)


def _licence_no(s: Session, case: Case, text: str) -> Replies:
    number = "".join(text.split())[:60].upper()
    outcome = correct_season(case.company, case.season.id, by=s.doer, licence_no=number)
    outcome = correct_known(case.company, outcome, s.pack_of, by=s.doer)
    s.keep(None)
    return (case_card(s, s.saved(case, outcome), say("said-corrected")),)


# --- days -------------------------------------------------------------------------------


def _day(s: Session, case: Case, note: Asking, text: str) -> Replies:
    tense = Tense.FACT if note.wanted is Wanted.FILING_DAY else Tense.DEADLINE
    found = read_date(text, s.today, tense, s.house.calendar)
    match found:
        case UnderstoodDate(day, at):
            return with_hours(took_day(s, case, note, day), at)
        case AmbiguousDate(days, at):
            taps = tuple(
                (Tap(day, ref(Verb.TAKE_DAY, day.isoformat(), mark_of(note))),) for day in days
            )
            return (Card((heading(case), *hours_line(at), say("unsure-date")), taps),)
        case NotADate(why):
            line = say("not-kept", why=say(f"date-{why.replace('_', '-')}"))
            return question_again(s, note, line)


def took_day(s: Session, case: Case, note: Asking, day: date) -> Replies:
    """The day is known: go on with what it was wanted for."""
    match note.wanted:
        case Wanted.WAIT_DAY:
            return give(s, case, note.subject, WaitingUntil(day, ""))
        case Wanted.FILING_DAY:
            return fact_on(s, case, FilingFact(note.subject), day)
        case Wanted.ADD_STEP_DAY:
            return add_step(s, case, note.extra, day)
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

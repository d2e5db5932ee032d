"""申报状态: what has happened with the authority, and buttons to record the next fact."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.origin import estimate_lines
from chat.screens.progress import headed, heading, name_of
from chat.screens.system_errors import error_lines, error_rows
from chat.screens.transcribing import changed_lines
from chat.session import Case, Session
from messages.say import Fact, ShortDay, say
from workflow.authority import may_see_matters
from workflow.filing import FilingState, filing_state, live_filings
from workflow.model import Filing, FilingFact
from workflow.permissions import Action, may
from workflow.schedule import statutory_date

FACTS_SHOWN = 6
_USUAL = (FilingFact.OPENED, FilingFact.PLEDGED, FilingFact.DRAFTED, FilingFact.SAVED)
_AFTER = (FilingFact.REOPENED, FilingFact.RETURNED, FilingFact.PUBLISHED)
_IN = frozenset(
    {FilingState.REPORTED, FilingState.LOCKED}
    | {FilingState.REPORTED_AGAIN, FilingState.REPORTED_LATE}
)
_TROUBLE = (FilingFact.ORDERED, FilingFact.BAD_LISTED, FilingFact.DUTY_DONE, FilingFact.DELISTED)


def filings_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """The state of the report, the newest facts, and what can be recorded."""
    statutory = statutory_date(case.pack, case.season.year)
    state = filing_state(case.season, statutory, s.today)
    facts = live_filings(case.season)[-FACTS_SHOWN:]
    lines = headed(case, lead)
    lines.append(say("filing-state", state=say(f"state-{state.replace('_', '-')}")))
    lines += [_line(case, filing) for filing in facts]
    if state is FilingState.REPORTED and (changed := changed_lines(s, case)):
        lines.append(say("forms-old-there", count=len(changed)))
    lines += error_lines(s, case)
    may_record = may(s.me.person, Action.RECORD_FILING, case.company)
    if may_record:
        lines.append(say("filing-ask"))
    last = ref(Verb.UNDO, case.company.id, case.company.event_seq)
    undo = (Tap(say("tap-undo"), last),) if lead is not None else ()
    ids = (case.company.id, case.season.id)
    told = (
        (Tap(say("tap-matters"), ref(Verb.MATTERS, *ids)),)
        if may_see_matters(s.me.person, case.company)
        else ()
    )
    status = Tap(say("tap-status"), ref(Verb.STATUS, *ids))
    back = (*told, Tap(say("tap-transcribe"), ref(Verb.FORMS, *ids)), status)
    recordable = _rows(case, state) if may_record else ()
    return Card(tuple(lines), (*error_rows(s, case), *recordable, back, undo))


def _line(case: Case, filing: Filing) -> Fact:
    facts: dict[str, Fact] = {
        "fact": fact_name(filing.fact),
        "day": ShortDay(filing.on),
        "who": name_of(case, filing.by),
    }
    if filing.due is None:
        return say("filing-line", **facts)
    return say("filing-line-due", due=ShortDay(filing.due), **facts)


def fact_name(fact: str) -> Fact:
    """已报, 限期补报, …."""
    return say(f"fact-{fact.replace('_', '-')}")


def _rows(case: Case, state: FilingState) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    is_in = state in _IN
    first = _AFTER if is_in else (FilingFact.REPORTED,)
    rest = (*_TROUBLE, *(() if is_in else _USUAL))
    taps = [Tap(fact_name(fact), ref(Verb.FACT, *ids, fact)) for fact in (*first, *rest)]
    rows = [tuple(taps[n : n + 2]) for n in range(len(first), len(taps), 2)]
    return (tuple(taps[: len(first)]), *rows)


def day_card(case: Case, fact: FilingFact, s: Session) -> Card:
    """When did it happen? Today, yesterday, or typed."""
    ids = (case.company.id, case.season.id)
    days = (s.today, s.today.fromordinal(s.today.toordinal() - 1))
    taps = tuple(
        Tap(say(name, day=ShortDay(day)), ref(Verb.FACT_ON, *ids, fact, day.isoformat()))
        for name, day in zip(("tap-today", "tap-yesterday"), days, strict=True)
    )
    question = say("filing-when", fact=fact_name(fact))
    left = estimate_lines(s, case) if fact is FilingFact.REPORTED else ()
    is_report = fact is FilingFact.REPORTED
    errors = error_lines(s, case) if is_report else ()
    lines = (heading(case), *left, *errors, *_frozen(s, case, fact), question)
    rows = error_rows(s, case) if is_report else ()
    return Card(lines, (taps, *rows, (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)))


def _frozen(s: Session, case: Case, fact: FilingFact) -> tuple[Fact, ...]:
    """After the statutory day nothing of an on-time report can be changed in the platform."""
    statutory = statutory_date(case.pack, case.season.year)
    is_over = filing_state(case.season, statutory, s.today) is FilingState.LOCKED
    if fact is not FilingFact.REOPENED or not is_over:
        return ()
    return (say("forms-frozen", day=statutory),)


def term_card(case: Case, fact: FilingFact, on: str) -> Card:
    """By when does the authority want it? Typed, or not told."""
    ids = (case.company.id, case.season.id)
    untold = Tap(say("tap-no-term"), ref(Verb.FACT_TERM, *ids, fact, on))
    return Card((heading(case), say("filing-term", fact=fact_name(fact))), ((untold,),))

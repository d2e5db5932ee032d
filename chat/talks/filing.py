"""已报 and the other facts of filing: recorded at any moment, said back, with what is still owed."""

from dataclasses import replace
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.file_notes import Answering
from chat.screens.filings import fact_name, filings_card
from chat.screens.form_changes import changes_card
from chat.screens.progress import heading
from chat.session import Case, Session
from chat.talks.authority import after_return
from messages.say import Fact, Say, ShortDay, say
from workflow.checklist import find_task
from workflow.errors import NoSuchItem
from workflow.filing import was_in_time
from workflow.model import FilingFact
from workflow.records import record_filing


def record(s: Session, case: Case, fact: FilingFact, on: date, due: date | None) -> Replies:
    """Record it and say it back; after 已报 ask for the screenshot."""
    outcome = record_filing(case.company, case.season.id, fact, on, by=s.doer, due=due)
    now = s.saved(case, outcome)
    s.keep(None)
    if fact is FilingFact.REPORTED:
        return (_reported_card(s, now, on),)
    lead = say("said-filing", fact=fact_name(fact), day=ShortDay(on))
    if fact is FilingFact.REOPENED:
        return (changes_card(s, now, lead),)
    card = filings_card(s, now, lead)
    if fact is FilingFact.RETURNED:
        card = replace(card, rows=(after_return(now, on), *card.rows))
    return (card,)


def _reported_card(s: Session, case: Case, on: date) -> Card:
    """「已记:已报」, what is still owed, and the screenshot that proves it."""
    ids = (case.company.id, case.season.id)
    view = s.overview(case)
    lines: list[Fact] = [heading(case), _said_reported(case, on, view.plan.statutory)]
    owed = view.total - view.done
    if owed:
        lines.append(say("reported-still-owed", count=owed))
    undo = Tap(say("tap-undo"), ref(Verb.UNDO, case.company.id, case.company.event_seq))
    last = (undo, Tap(say("tap-status"), ref(Verb.STATUS, *ids)))
    if not _wants_proof(case):
        return Card(tuple(lines), (last,))
    s.keep(Answering(*ids, case.pack.proof))
    lines.append(say("reported-proof"))
    proof = Tap(say("tap-proof"), ref(Verb.ITEM, *ids, case.pack.proof))
    return Card(tuple(lines), ((proof,), last))


def _said_reported(case: Case, on: date, statutory: date) -> Say:
    """After the statutory day it is a late report, or one made again after a return."""
    if on <= statutory:
        return say("reported", day=on)
    again = was_in_time(case.season, statutory)
    return say("reported-again" if again else "reported-late", day=on)


def _wants_proof(case: Case) -> bool:
    try:
        return find_task(case.company, case.season, case.pack, case.pack.proof).is_owed
    except NoSuchItem:
        return False

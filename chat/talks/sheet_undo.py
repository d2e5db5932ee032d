"""「全部撤销」: all that was recorded from one sheet is taken back in one step, what changed since left alone."""

from chat.card import Replies, Toasted
from chat.screens.progress import status_card
from chat.session import Case, Session
from messages.say import say
from workflow.actions import withdraw
from workflow.earlier import take_back_earlier, year_of
from workflow.errors import WorkflowError
from workflow.events import Event, EventKind
from workflow.ids import ItemKey
from workflow.model import Company, Outcome
from workflow.permissions import Action, require
from workflow.record import Sought

MOST = 500
"""Events that are looked through for those of the sheet."""
_RECORDED = frozenset({EventKind.HANDED_IN, EventKind.EARLIER_GIVEN})


def take_sheet_back(s: Session, case: Case, first: int, last: int) -> Replies:
    """What the speaker recorded with the events from `first` to `last`, as far as it still stands."""
    require(s.me.person, Action.HAND_IN_MINE, case.company)
    outcome, kept = Outcome(case.company, ()), 0
    for event in _recorded(s, case, first, last):
        try:
            outcome = outcome.then(_back(s, case, outcome.company, event))
        except WorkflowError:  # taken back already, given anew, or accepted by somebody
            kept += 1
    if not outcome.events:
        return (Toasted(say("toast-sheet-stands-no-more")),)
    count = len(outcome.events)
    now = s.saved(case, outcome)
    return (status_card(s, now, say("sheet-taken-back", count=count, kept=kept)),)


def _recorded(s: Session, case: Case, first: int, last: int) -> tuple[Event, ...]:
    """The speaker's events of the sheet, newest first."""
    sought = Sought(_RECORDED, s.me.person, frozenset({case.season.id}))
    newest = min(max(case.company.event_seq - first + 1, 0), MOST)
    events = s.work.events(case.company.id, newest, 0, sought)
    return tuple(each for each in events if first <= each.seq <= last)


def _back(s: Session, case: Case, company: Company, event: Event) -> Outcome:
    season, pack, key = case.season.id, case.pack, ItemKey(event.subject)
    if event.kind is EventKind.EARLIER_GIVEN:
        year = year_of(event)
        return take_back_earlier(company, season, pack, year, key, event.version, by=s.doer)
    return withdraw(company, season, pack, key, event.version, by=s.doer)

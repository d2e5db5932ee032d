"""Asking people one by one: those with items of their own, and colleagues without Telegram."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.note import Asking
from chat.screens.asked import people_asked
from chat.screens.progress import headed
from chat.screens.requests import request_lines
from chat.screens.steps import page_taps
from chat.screens.team import department_name, in_rows
from chat.session import Case, Session
from messages.say import Fact, say
from workflow.permissions import Action, may
from workflow.team import Department

PEOPLE_A_PAGE = 5
DEPARTMENTS_A_ROW = 3


def people_card(s: Session, case: Case, page: int, lead: Fact | None = None) -> Card:
    """What each owes and how they were asked last, each a button; one more can be added."""
    ids = (case.company.id, case.season.id)
    people = people_asked(s, case)
    shown = people[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    intro = say("people-asked" if people else "people-asked-none")
    lines = (*headed(case, lead), intro, *request_lines(s, case, shown))
    taps = tuple((Tap(each.called, ref(Verb.REQUEST, *ids, each.key)),) for each in shown)
    turn = page_taps(page, len(people), PEOPLE_A_PAGE, lambda to: ref(Verb.PEOPLE_ASKED, *ids, to))
    departments = Tap(say("tap-requests"), ref(Verb.REQUESTS, *ids))
    rows = (*taps, turn, (departments,))
    if not may(s.me.person, Action.ASSIGN, case.company):
        return Card(lines, rows)
    add = Tap(say("tap-add-colleague"), ref(Verb.ASK, *ids, "colleague_name", ""))
    return Card(lines, (*rows[:-1], (add,), *rows[-1:]))


def departments_of(note: Asking) -> tuple[Department, ...]:
    """Those picked so far for a new colleague."""
    picked = note.extra.split()
    return tuple(each for each in Department if each in picked)


def departments_card(case: Case, note: Asking, lead: Fact | None = None) -> Card:
    """Asks for which departments a new colleague is asked; each is put on or taken off by a tap."""
    picked = departments_of(note)
    taps = [
        Tap(
            say("option-picked", title=department_name(each))
            if each in picked
            else department_name(each),
            ref(Verb.COLLEAGUE_DEPARTMENT, each),
        )
        for each in Department
    ]
    done = Tap(say("tap-chosen", count=len(picked)), ref(Verb.ADD_COLLEAGUE))
    cancel = Tap(say("tap-cancel"), ref(Verb.CANCEL))
    ask = say("ask-colleague-departments", name=note.subject)
    return Card((*headed(case, lead), ask), (*in_rows(taps, DEPARTMENTS_A_ROW), (done,), (cancel,)))

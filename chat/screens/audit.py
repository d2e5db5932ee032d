"""记录: what happened to a company, newest first, filtered and paged, and how it is taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from chat.buttons import Ref, Verb, ref
from chat.card import Card, Tap
from chat.documents import TrailFormat
from chat.screens.events import called, event_lines
from chat.screens.steps import page_taps
from chat.session import Case, Session
from messages.say import Fact, say
from workflow.checklist import Task
from workflow.events import Event
from workflow.ids import PersonId
from workflow.model import Company
from workflow.pack import Scope
from workflow.record import EVERYTHING, Sort, Sought, kinds_of

EVENTS_A_PAGE = 5
"""Two lines each at most, so that a page stays on one screen."""
MOST_PAGES = 1_000_000
PEOPLE_A_PAGE = 7
ALL = "all"


@dataclass(frozen=True, slots=True)
class View:
    """Which events are looked at: what they are called together, and the way to their pages."""

    sought: Sought
    name: Fact
    to_page: Callable[[int], Ref]


def whole_view(company: Company) -> View:
    """Everything that happened."""
    return View(EVERYTHING, say("audit-all"), lambda to: ref(Verb.AUDIT, company.id, ALL, to))


def sort_view(company: Company, sort: Sort) -> View:
    """Events of one sort."""
    return View(
        Sought(kinds=kinds_of(sort)),
        say(f"audit-sort-{sort}"),
        lambda to: ref(Verb.AUDIT, company.id, sort, to),
    )


def person_view(company: Company, person: PersonId) -> View:
    """What one person did, also one who left or was erased."""
    return View(
        Sought(person=person),
        called(company, person),
        lambda to: ref(Verb.AUDIT_OF, company.id, person, to),
    )


def item_view(case: Case, task: Task) -> View:
    """What happened to one item; of one that is the company's, in all seasons of that year."""
    season, item = case.season, task.item
    shared = [each.id for each in case.company.seasons if each.year == season.year]
    seasons = frozenset(shared) if item.scope is Scope.COMPANY else frozenset({season.id})
    here = (case.company.id, season.id, item.key)
    return View(
        Sought(seasons=seasons, subject=item.key),
        item.title,
        lambda to: ref(Verb.AUDIT_ITEM, *here, to),
    )


def audit_card(s: Session, company: Company, view: View, page: int) -> Card:
    """One page of the events of a view."""
    page = min(max(page, 0), MOST_PAGES)
    offset = page * EVENTS_A_PAGE
    found = s.work.events(company.id, EVENTS_A_PAGE + 1, offset, view.sought)
    lines: list[Fact] = [say("audit-title", company=company.name, name=view.name)]
    for event in found[:EVENTS_A_PAGE]:
        lines += event_lines(s, company, event)
    if not found:
        lines.append(say("audit-nothing"))
    # how many there are in all is not counted: one more than a page says that there is another
    turn = page_taps(page, offset + len(found), EVENTS_A_PAGE, view.to_page)
    return Card(tuple(lines), (turn, *_filters(company), *_ways_out(company, found)))


def _filters(company: Company) -> tuple[tuple[Tap, ...], ...]:
    whole = whole_view(company)
    sorts = [sort_view(company, sort) for sort in Sort]
    taps = [Tap(view.name, view.to_page(0)) for view in (whole, *sorts)]
    people = Tap(say("tap-audit-people"), ref(Verb.AUDIT_PEOPLE, company.id, 0))
    return (tuple(taps[:3]), (*taps[3:], people))


def _ways_out(company: Company, found: tuple[Event, ...]) -> tuple[tuple[Tap, ...], ...]:
    if not found:
        return ()
    taps = (
        Tap(say("tap-export", format=each.upper()), ref(Verb.EXPORT, company.id, each))
        for each in TrailFormat
    )
    return (tuple(taps),)


def audit_people_card(company: Company, page: int) -> Card:
    """Whose deeds? Members first, then those who left."""
    known = dict.fromkeys(each.person for each in (*company.members, *company.former))
    shown = list(known)[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    views = [person_view(company, person) for person in shown]
    taps = tuple((Tap(view.name, view.to_page(0)),) for view in views)
    turn = page_taps(
        page, len(known), PEOPLE_A_PAGE, lambda to: ref(Verb.AUDIT_PEOPLE, company.id, to)
    )
    back = Tap(say("tap-audit"), whole_view(company).to_page(0))
    lines = (say("record-heading", company=company.name), say("audit-people"))
    return Card(lines, (*taps, turn, (back,)))

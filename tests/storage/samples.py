"""Small companies and outcomes to store, made without the workflow's actions."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from workflow.events import Event, EventKind, Notice, NoticeKind
from workflow.given import AnswerGiven, Entry, ItemState, Number
from workflow.ids import CompanyId, ItemKey, PackRef, PersonId, SeasonId
from workflow.model import RECENT_EVENTS, Company, Coverage, Outcome, Season
from workflow.ports import ChatId, RawUpdate
from workflow.team import Group, Member, Role

NOON = datetime(2027, 1, 4, 4, tzinfo=UTC)
MANAGER = PersonId("tg-1")
ACME = CompanyId("acme")
ITEM = ItemKey("seats")


def opened(company: CompanyId = ACME, name: str = "甲公司", person: PersonId = MANAGER) -> Outcome:
    """A new company with one season and its first event."""
    season = Season(
        SeasonId("s1"), PackRef("call_centre@1"), "full", 2026, "B2-1", Coverage(), date(2027, 1, 4)
    )
    empty = Company(
        company,
        name,
        "91110000000000000X",
        (Member(person, "经理", (Role.MANAGER,)),),
        seasons=(season,),
    )
    return happened(empty, EventKind.COMPANY_OPENED)


def ticked(company: Company, answer: int) -> Outcome:
    """The same company with one more version of one answer."""
    season = company.seasons[0]
    state = season.items.get(ITEM, ItemState())
    entry = Entry(state.version + 1, MANAGER, NOON, AnswerGiven(Number(Decimal(answer))))
    items = {**season.items, ITEM: ItemState((*state.entries, entry))}
    seasons = (replace(season, items=items), *company.seasons[1:])
    return happened(replace(company, seasons=seasons), EventKind.HANDED_IN, str(answer))


def happened(company: Company, kind: EventKind, new: str = "", after: int | None = None) -> Outcome:
    """The company with one more event, numbered after its newest, or after the one given."""
    seq = (company.event_seq if after is None else after) + 1
    event = Event(seq, NOON, MANAGER, kind, new=new)
    recent = (*company.recent, event)[-RECENT_EVENTS:]
    return Outcome(replace(company, event_seq=seq, recent=recent), (event,))


def bound(company: Company, *chats: int) -> Outcome:
    """The same company with its board in these groups and no others."""
    groups = tuple(Group(chat, "群", has_outsiders=False) for chat in chats)
    return happened(replace(company, groups=groups), EventKind.GROUP_BOUND)


def given_to(company: Company, **owners: str) -> Outcome:
    """The same company with these items open, each somebody's (see drawing.py), and no others."""
    assigned = {ItemKey(item): PersonId(owner) for item, owner in owners.items()}
    seasons = (replace(company.seasons[0], assigned=assigned), *company.seasons[1:])
    return happened(replace(company, seasons=seasons), EventKind.ASSIGNED)


def telling(outcome: Outcome, *people: str) -> Outcome:
    """The same outcome, which these people must hear of."""
    company, seq = outcome.company, outcome.company.event_seq
    notices = tuple(
        Notice(
            f"{company.id}:{seq}:{person}",
            PersonId(person),
            NoticeKind.ASSIGNED,
            company.id,
            MANAGER,
            subject="seats",
            why="坐席",
        )
        for person in people
    )
    return replace(outcome, notices=notices)


def answers(company: Company) -> list[int]:
    """The answers ticked so far, oldest first."""
    entries = company.seasons[0].items.get(ITEM, ItemState()).entries
    return [
        int(entry.given.value.value)
        for entry in entries
        if isinstance(entry.given, AnswerGiven) and isinstance(entry.given.value, Number)
    ]


def update(number: int, chat: int = 7) -> RawUpdate:
    """An update as a receiver would take it in."""
    return RawUpdate(number, ChatId(chat), f'{{"update_id":{number}}}')

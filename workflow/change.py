"""How an action writes down what it did: the next company, its events, counted without a gap."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from workflow.errors import Archived
from workflow.events import Event, EventKind
from workflow.given import ItemState
from workflow.ids import ItemKey, PersonId
from workflow.model import RECENT_EVENTS, Company, Lifecycle, Outcome, Season, YearFacts
from workflow.pack import Item, Scope


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something, and when: the instant, and the day it is in the company's zone."""

    person: PersonId
    at: datetime
    today: date
    chat: int = 0
    """Where it is done: the chat's number, 0 for none."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an event says beside who and when."""

    kind: EventKind
    season: Season | None = None
    subject: str = ""
    version: int = 0
    old: str = ""
    new: str = ""
    why: str = ""
    behalf: str = ""
    digests: tuple[str, ...] = ()


def outcome(company: Company, doer: Doer, *done: Done) -> Outcome:
    """The company with its events counted on and kept among the recent ones.

    Where nothing was done it is the very company that was given.
    """
    if not done:
        return Outcome(company, ())
    events = tuple(
        Event(
            seq=company.event_seq + number,
            at=doer.at,
            by=doer.person,
            kind=each.kind,
            season=each.season.id if each.season else None,
            subject=each.subject,
            version=each.version,
            old=each.old,
            new=each.new,
            why=each.why,
            behalf=each.behalf,
            where=doer.chat,
            digests=each.digests,
        )
        for number, each in enumerate(done, start=1)
    )
    recent = (*company.recent, *events)[-RECENT_EVENTS:]
    seq = company.event_seq + len(events)
    return Outcome(replace(company, event_seq=seq, recent=recent), events)


def require_active(company: Company, season: Season | None = None) -> None:
    """Raise Archived unless the company (and the season) can be changed."""
    if company.lifecycle is not Lifecycle.ACTIVE:
        raise Archived
    if season is not None and season.lifecycle is not Lifecycle.ACTIVE:
        raise Archived


def with_season(company: Company, season: Season) -> Company:
    """The company with this season in place of the one of the same id."""
    seasons = tuple(season if each.id == season.id else each for each in company.seasons)
    return replace(company, seasons=seasons)


def with_state(company: Company, season: Season, item: Item, state: ItemState) -> Company:
    """The company with the item's state kept where its scope says."""
    if item.scope is Scope.SEASON:
        kept = _with_item(season.items, item.key, state)
        return with_season(company, replace(season, items=kept))
    return _with_facts(company, season.year, lambda items: _with_item(items, item.key, state))


def _with_item(
    items: Mapping[ItemKey, ItemState], key: ItemKey, state: ItemState
) -> Mapping[ItemKey, ItemState]:
    return {**items, key: state}


def _with_facts(
    company: Company,
    year: int,
    change: Callable[[Mapping[ItemKey, ItemState]], Mapping[ItemKey, ItemState]],
) -> Company:
    known = {facts.year: facts for facts in company.facts}
    facts = known.get(year, YearFacts(year))
    known[year] = replace(facts, items=change(facts.items))
    return replace(company, facts=tuple(known[each] for each in sorted(known)))

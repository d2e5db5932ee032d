"""The number of a paper: counted through the season, and kept as long as its content is the same."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256

from workflow.any_paper import AnyPaper
from workflow.change import Doer, Done, outcome, with_season
from workflow.events import EventKind
from workflow.model import Company, Outcome, Season
from workflow.pack import Item, Pack
from workflow.paper_record import PaperRecord
from workflow.permissions import Action, require
from workflow.rules import Rule


def taken(
    company: Company, season: Season, paper: AnyPaper, format_: str, *, by: Doer
) -> tuple[Outcome, PaperRecord]:
    """Somebody takes a paper: it gets its number, and the trail says who took what.

    Also from what is archived. NotAllowed, or NoSuchCompany for a stranger.
    """
    require(by.person, Action.LOOK, company)
    record = numbered(season, paper, by)
    done = Done(
        EventKind.PAPER_TAKEN,
        season=season,
        subject=paper.kind,
        version=record.number,
        new=format_,
    )
    kept = replace(season, papers={**season.papers, _key(paper): record})
    return outcome(with_season(company, kept), by, done), record


def numbered(season: Season, paper: AnyPaper, by: Doer) -> PaperRecord:
    """The record the paper has, or the next one if its content is new."""
    known, mark = season.papers.get(_key(paper)), mark_of(paper)
    if known is not None and known.mark == mark:
        return known
    last = max((each.number for each in season.papers.values()), default=0)
    return PaperRecord(last + 1, mark, by.at, by.person)


def _key(paper: AnyPaper) -> str:
    """A paper from which something was left out is another one, with numbers of its own."""
    return f"{paper.kind}-part" if paper.left_out else paper.kind.value


def mark_of(paper: AnyPaper) -> str:
    """Of all that stands on the paper: other content has another mark, whatever the format."""
    return sha256(repr(_plain(paper)).encode()).hexdigest()


def _plain(value: object) -> object:
    """In one way only: an instant is the same in every zone, a mapping in every order.

    A time of a log has no zone, and counts as it was written.
    Items and rules count by their keys, since a released pack never changes.
    """
    match value:
        case datetime() if value.tzinfo is not None:
            return value.astimezone(UTC).isoformat()
        case Decimal():
            return f"{value:f}"
        case Pack():
            return value.ref
        case Item():
            return value.key, value.title.zh
        case Rule():
            return value.key
        case Mapping():
            return sorted((str(key), _plain(each)) for key, each in value.items())
        case tuple():
            return [_plain(each) for each in value]
        case _:
            kind: type = type(value)
            names = _names(kind)
            if names is None:
                return str(value)
            return kind.__name__, *(_plain(getattr(value, name)) for name in names)


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """Of a dataclass its fields; a paper asks it thousands of times of the same few kinds."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else None

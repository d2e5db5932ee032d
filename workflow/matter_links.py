"""What a matter of the authority's is about: fields, papers, findings, linked and unlinked."""

from dataclasses import replace
from typing import TypeVar

from workflow.authority import changed, found, matters_of
from workflow.change import Doer, Done
from workflow.checklist import items_of
from workflow.errors import AlreadyGiven, NoSuchItem, NothingToUndo
from workflow.events import Event, EventKind
from workflow.ids import ItemKey, SeasonId
from workflow.matters import Matter
from workflow.model import Company, Outcome, Season
from workflow.pack import Pack
from workflow.rules import RuleKey

Key = TypeVar("Key", bound=str)


def link_item(
    company: Company,
    season: SeasonId,
    pack: Pack,
    number: int,
    key: ItemKey,
    *,
    by: Doer,
    about: bool = True,
) -> Outcome:
    """Say that a matter is about a field or paper, or is not. NoSuchItem, AlreadyGiven."""
    case, matter = found(company, season, number, by)
    if all(each.key != key for each in items_of(case, pack)) or key == matter.paper:
        raise NoSuchItem
    linked = replace(matter, items=_with(matter.items, key, about=about))
    return changed(company, case, linked, by, _linked(case, matter, key, about=about))


def link_finding(
    company: Company,
    season: SeasonId,
    number: int,
    key: RuleKey,
    *,
    by: Doer,
    about: bool = True,
) -> Outcome:
    """The same of a finding there ever was; NoSuchItem for another."""
    case, matter = found(company, season, number, by)
    if key not in case.findings:
        raise NoSuchItem
    linked = replace(matter, findings=_with(matter.findings, key, about=about))
    return changed(company, case, linked, by, _linked(case, matter, key, about=about))


def _linked(case: Season, matter: Matter, key: str, *, about: bool) -> Done:
    old, new = ("", key) if about else (key, "")
    return Done(EventKind.MATTER_LINKED, season=case, subject=matter.step, old=old, new=new)


def link_taken_back(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """撤销 of either: as it was before; NothingToUndo where it is so again, or no matter is."""
    numbers = [each.number for each in matters_of(case) if each.step == event.subject]
    if not numbers:
        raise NothingToUndo
    case, matter = found(company, case.id, numbers[0], by)
    key, about = event.new or event.old, not event.new
    is_finding = key in case.findings
    try:
        if is_finding:
            back = replace(matter, findings=_with(matter.findings, RuleKey(key), about=about))
        else:
            back = replace(matter, items=_with(matter.items, ItemKey(key), about=about))
    except AlreadyGiven:
        raise NothingToUndo from None
    done = Done(EventKind.MATTER_LINK_RESTORED, case, matter.step, old=event.new, new=event.old)
    return changed(company, case, back, by, done)


def _with(keys: tuple[Key, ...], key: Key, *, about: bool) -> tuple[Key, ...]:
    if (key in keys) == about:
        raise AlreadyGiven
    return (*keys, key) if about else tuple(each for each in keys if each != key)

"""Handed in is not accepted: another person accepts it (验收), or gives it back with a reason."""

from dataclasses import replace

from workflow.assigning import crew_of
from workflow.change import Doer, Done, outcome, require_active, with_season, with_state
from workflow.checklist import Condition, Task, find_task, season_of
from workflow.errors import AlreadyGiven, ItemChanged, ReasonNeeded, TooLong
from workflow.events import EventKind, NoticeKind
from workflow.given import Entry, ItemState, Review, WaitingUntil
from workflow.handling import hands, is_sensitive, needs_review
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.kept_words import plain
from workflow.model import Company, Outcome, Season
from workflow.notify import telling
from workflow.pack import Item, Pack
from workflow.permissions import Action, require
from workflow.team_errors import NothingToReview, OwnWork
from workflow.text import tidied

__all__ = ["accept", "give_back", "is_sensitive", "needs_review", "set_reviewed", "set_sensitive"]

LONGEST_REASON = 200


def accept(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, version: int, *, by: Doer
) -> Outcome:
    """验收: the newest version is good.

    Raises ItemChanged if `version` is not the newest any more, AlreadyGiven if it was accepted,
    NothingToReview if it does not wait for that, OwnWork.
    """
    case, task, entry = _newest(company, season, pack, key, version, by)
    if entry.review and entry.review.accepted:
        raise AlreadyGiven
    if task.condition is not Condition.IN_REVIEW:
        raise NothingToReview
    _require_not_own(task, by)
    changed = _said(company, case, task, entry, Review(by.person, by.at, accepted=True))
    done = Done(
        EventKind.ACCEPTED, season=case, subject=key, version=version, new=plain(entry.given)
    )
    return outcome(changed, by, done)


def give_back(
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: ItemKey,
    version: int,
    reason: str,
    *,
    by: Doer,
) -> Outcome:
    """Give the newest version back, also one that was accepted: the item is open again.

    Who handed it in is told the reason; if they are gone, those whose item it is. Raises what
    `accept` raises, ReasonNeeded, TooLong.
    """
    case, task, entry = _newest(company, season, pack, key, version, by)
    if task.given_back:
        raise AlreadyGiven
    if isinstance(entry.given, WaitingUntil):
        raise NothingToReview
    _require_not_own(task, by)
    why = _reason(reason)
    changed = _said(
        company, case, task, entry, Review(by.person, by.at, accepted=False, reason=why)
    )
    done = Done(
        EventKind.GIVEN_BACK,
        season=case,
        subject=key,
        version=version,
        old=plain(entry.given),
        why=why,
    )
    people = _who_goes_on(company, case, task, entry)
    return telling(outcome(changed, by, done), people, NoticeKind.GIVEN_BACK, why=why)


def _newest(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, version: int, by: Doer
) -> tuple[Season, Task, Entry]:
    """The case, the task and its newest version, for somebody who may judge it."""
    require(by.person, Action.REVIEW, company)
    case = season_of(company, season)
    require_active(company, case)
    task = find_task(company, case, pack, key)
    if task.newest is None:
        raise NothingToReview
    if task.newest.version != version:
        raise ItemChanged
    return case, task, task.newest


def _require_not_own(task: Task, by: Doer) -> None:
    if by.person in hands(task.item, task.state):
        raise OwnWork


def _said(company: Company, case: Season, task: Task, entry: Entry, review: Review) -> Company:
    entries = tuple(
        replace(each, review=review) if each.version == entry.version else each
        for each in task.state.entries
    )
    return with_state(company, case, task.item, ItemState(entries))


def _who_goes_on(company: Company, case: Season, task: Task, entry: Entry) -> tuple[PersonId, ...]:
    if any(each.person == entry.by for each in company.members):
        return (entry.by,)
    return crew_of(company).persons(case, task.item)


def _reason(reason: str) -> str:
    reason = tidied(reason)
    if not reason:
        raise ReasonNeeded
    if len(reason) > LONGEST_REASON:
        raise TooLong(longest=LONGEST_REASON)
    return reason


# --- how the company handles an item ------------------------------------------------------


def set_reviewed(
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: ItemKey,
    reviewed: bool,  # noqa: FBT001 - what it is set to
    *,
    by: Doer,
) -> Outcome:
    """Whether another person must accept the item in this season. AlreadyGiven if it is so."""
    case, item = _item(company, season, pack, key, by)
    if needs_review(case, item) == reviewed:
        raise AlreadyGiven
    kept = {**case.tailoring.reviewed, key: reviewed}
    changed = replace(case, tailoring=replace(case.tailoring, reviewed=kept))
    done = _turned(EventKind.REVIEW_CHANGED, case, key, on=reviewed)
    return outcome(with_season(company, changed), by, done)


def set_sensitive(
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: ItemKey,
    sensitive: bool,  # noqa: FBT001 - what it is set to
    *,
    by: Doer,
) -> Outcome:
    """Whether the item is an internal matter in this season. AlreadyGiven if it is so."""
    case, item = _item(company, season, pack, key, by)
    if is_sensitive(case, item) == sensitive:
        raise AlreadyGiven
    kept = {**case.tailoring.sensitive, key: sensitive}
    changed = replace(case, tailoring=replace(case.tailoring, sensitive=kept))
    done = _turned(EventKind.SENSITIVITY_CHANGED, case, key, on=sensitive)
    return outcome(with_season(company, changed), by, done)


def _item(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, by: Doer
) -> tuple[Season, Item]:
    require(by.person, Action.TAILOR, company)
    case = season_of(company, season)
    require_active(company, case)
    return case, find_task(company, case, pack, key).item


def _turned(kind: EventKind, case: Season, key: ItemKey, *, on: bool) -> Done:
    old, new = ("off", "on") if on else ("on", "off")
    return Done(kind, season=case, subject=key, old=old, new=new)

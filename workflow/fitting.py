"""Whether what is handed in fits the item it is for: its kind, its bounds, its reasons."""

from datetime import date

from workflow.answers import check, check_day
from workflow.checklist import Task, takes_files
from workflow.errors import AlreadyGiven, DayGone, ReasonNeeded, WrongKind
from workflow.given import (
    AnswerGiven,
    Confirmed,
    FilesGiven,
    Given,
    Located,
    NotApplicable,
    WaitingUntil,
)
from workflow.pack import Item, ItemKind


def require_fits(task: Task, given: Given, today: date) -> None:
    """Raise AlreadyGiven, WrongKind, ReasonNeeded, DayGone, or what `answers.check` raises."""
    _require_new(task, given)
    _require_meant_for(task.item, given)
    _require_said_in_full(given, today)


def _require_new(task: Task, given: Given) -> None:
    """What was given back does not stand: the same may come again, by somebody who insists."""
    newest = task.newest
    if newest and not task.given_back and _is_same(newest.given, given):
        raise AlreadyGiven


def _is_same(old: Given, new: Given) -> bool:
    if isinstance(old, FilesGiven) and isinstance(new, FilesGiven):
        known = {file.sha256 for file in old.files}
        return known.issuperset(file.sha256 for file in new.files)
    if isinstance(old, AnswerGiven) and isinstance(new, AnswerGiven) and new.origin is None:
        return (old.value, old.estimate) == (new.value, new.estimate)  # nothing new is said of it
    return old == new


def _require_meant_for(item: Item, given: Given) -> None:
    match given:
        case FilesGiven() | Located():
            fits = takes_files(item)
        case AnswerGiven():
            fits = item.spec is not None
        case Confirmed():
            fits = item.kind in (ItemKind.CONFIRM, ItemKind.SIGN)
        case WaitingUntil() | NotApplicable():
            fits = True
    if not fits:
        raise WrongKind
    if isinstance(given, AnswerGiven) and item.spec is not None:
        check(given.value, item.spec)


def _require_said_in_full(given: Given, today: date) -> None:
    match given:
        case WaitingUntil(day):
            if day < today:
                raise DayGone
            check_day(day)
        case NotApplicable(words) | Located(words) if not words.strip():
            raise ReasonNeeded
        case _:
            pass

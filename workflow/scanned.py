"""One scan for several signatures on paper (改纸签): it answers all that were put on paper together."""

from workflow.assigning import may_hand_in
from workflow.change import Doer
from workflow.checklist import Condition, Task, checklist
from workflow.given import Entry, FilesGiven, Given
from workflow.model import Company, Season
from workflow.pack import ItemKind, Pack


def scanned_along(
    company: Company, case: Season, pack: Pack, task: Task, given: Given, by: Doer
) -> tuple[Task, ...]:
    """The other signatures that the scan is for: put on paper too and still open.

    Of one that takes the place of such a scan, or is another part of its album: those that had it.
    """
    if not isinstance(given, FilesGiven) or not is_on_paper(case, task):
        return ()
    had = _scan(task)
    others = (each for each in checklist(company, case, pack) if each.item.key != task.item.key)
    return tuple(
        each
        for each in others
        if is_on_paper(case, each)
        and (each.condition is Condition.OPEN or (had is not None and _is_same(had, _scan(each))))
        and may_hand_in(by.person, company, case, each.item)
    )


def scans_of(
    company: Company, case: Season, pack: Pack, task: Task
) -> tuple[tuple[Task, int], ...]:
    """Where else the newest scan of a signature stands, unaccepted, with its version there."""
    had = _scan(task)
    if had is None or not is_on_paper(case, task):
        return ()
    found = ((each, _scan(each)) for each in checklist(company, case, pack))
    return tuple(
        (each, scan.version)
        for each, scan in found
        if each.item.key != task.item.key
        and scan is not None
        and _is_same(had, scan)
        and not (scan.review and scan.review.accepted)
    )


def is_on_paper(case: Season, task: Task) -> bool:
    """Whether a signature is to be made on paper (改纸签)."""
    ask = case.signing.asked.get(task.item.key)
    return task.item.kind is ItemKind.SIGN and ask is not None and ask.on_paper


def _scan(task: Task) -> Entry | None:
    newest = task.state.live[-1] if task.state.live else None
    return newest if newest is not None and isinstance(newest.given, FilesGiven) else None


def _is_same(one: Entry, other: Entry | None) -> bool:
    """Handed in as one."""
    return other is not None and (one.by, one.at, one.given) == (other.by, other.at, other.given)

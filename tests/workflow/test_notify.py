"""Who is told of what was done: each once, never who did it."""

from tests.workflow.crew import BOSS, CHIEF, FINANCE, by, crew
from workflow.change import Done, outcome
from workflow.events import EventKind, NoticeKind
from workflow.notify import telling


def test_each_is_told_once_and_never_who_did_it() -> None:
    done = outcome(crew(), by(), Done(EventKind.NUDGED, subject="x"))

    told = telling(done, [BOSS, CHIEF, BOSS, FINANCE], NoticeKind.LEFT)

    assert [each.to for each in told.notices] == [BOSS, FINANCE]
    assert {each.subject for each in told.notices} == {"x"}


def test_what_was_to_be_told_before_is_still_told() -> None:
    done = telling(outcome(crew(), by(), Done(EventKind.NUDGED)), [BOSS], NoticeKind.ASSIGNED)

    told = telling(done, [FINANCE], NoticeKind.UNASSIGNED)

    assert [(each.to, each.kind) for each in told.notices] == [
        (BOSS, NoticeKind.ASSIGNED),
        (FINANCE, NoticeKind.UNASSIGNED),
    ]

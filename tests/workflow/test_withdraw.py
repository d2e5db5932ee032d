"""Withdrawing: one's own newest version of an item; it stays, marked, and its number is used up."""

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    COLLEAGUE,
    CUSTODY,
    FIRST,
    SEATS,
    count,
    doer,
    gave,
    opened,
    paper,
    task,
)
from workflow.actions import withdraw
from workflow.cases import turn_season
from workflow.errors import Archived, NothingToUndo
from workflow.events import EventKind
from workflow.ids import ItemKey
from workflow.model import Company, Lifecycle


def live(company: Company, key: ItemKey) -> list[int]:
    return [entry.version for entry in task(company, key).state.live]


def test_a_withdrawn_version_stays_marked_and_the_one_before_counts_again() -> None:
    company = gave(gave(opened(), SEATS, count(400)), SEATS, count(280))

    done = withdraw(company, FIRST, CALL_CENTRE, SEATS, 2, by=doer())

    entries = task(done.company, SEATS).state.entries
    assert [(entry.version, entry.withdrawn) for entry in entries] == [(1, False), (2, True)]
    (event,) = done.events
    assert (event.kind, event.subject, event.version) == (EventKind.WITHDRAWN, SEATS, 2)
    assert event.old == "280"


def test_a_version_number_is_never_used_again() -> None:
    company = gave(opened(), SEATS, count(400))
    company = withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer()).company

    company = gave(company, SEATS, count(400))

    assert [entry.version for entry in task(company, SEATS).state.entries] == [1, 2]


@pytest.mark.parametrize(("key", "version"), [(SEATS, 1), (SEATS, 3), (CUSTODY, 1)])
def test_only_the_newest_version_is_withdrawn(key: ItemKey, version: int) -> None:
    company = gave(gave(opened(), SEATS, count(400)), SEATS, count(280))

    with pytest.raises(NothingToUndo):
        withdraw(company, FIRST, CALL_CENTRE, key, version, by=doer())


def test_nobody_withdraws_what_another_handed_in() -> None:
    company = gave(opened(), SEATS, count(400))

    with pytest.raises(NothingToUndo):
        withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer(person=COLLEAGUE))


def test_a_withdrawn_version_is_not_withdrawn_twice() -> None:
    company = gave(opened(), SEATS, count(400))
    company = withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer()).company

    with pytest.raises(NothingToUndo):
        withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer())


def test_an_item_that_is_not_there_has_nothing_to_withdraw() -> None:
    with pytest.raises(NothingToUndo):
        withdraw(opened(), FIRST, CALL_CENTRE, ItemKey("nothing"), 1, by=doer())


def test_nothing_is_withdrawn_from_an_archived_season() -> None:
    company = gave(opened(), SEATS, count(400))
    company = turn_season(company, FIRST, Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer())


def test_a_part_that_comes_after_its_album_was_withdrawn_is_a_new_version() -> None:
    company = gave(opened(), CUSTODY, paper("1.jpg", "A"))
    company = withdraw(company, FIRST, CALL_CENTRE, CUSTODY, 1, by=doer()).company

    company = gave(company, CUSTODY, paper("2.jpg", "A"))

    assert live(company, CUSTODY) == [2]

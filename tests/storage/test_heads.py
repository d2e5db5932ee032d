"""Which trails have grown since their heads were told; told with the notices, once."""

from dataclasses import replace
from datetime import date

from storage.heads import Heads
from storage.verification import verify
from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.samples import ACME, NOON, happened, ticked
from workflow.events import EventKind
from workflow.heads import Head, owed_to_people
from workflow.ids import CompanyId, PersonId
from workflow.model import Lifecycle

TODAY = date(2027, 1, 5)
OTHER = CompanyId("other")


def heads_of(home: TinyHome) -> Heads:
    return Heads(home.inbox.database)


def tell(home: TinyHome, *people: str) -> None:
    """Tell all that has grown."""
    heads = heads_of(home)
    grown = heads.grown()
    everybody = [PersonId(person) for person in people]
    heads.tell(grown, owed_to_people([(head, everybody) for head in grown], TODAY), TODAY)


def test_a_company_that_was_never_told_has_grown(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280)

    (head,) = heads_of(tiny).grown()

    (proved,) = verify(tiny.folder)
    assert head == Head(ACME, 2, proved.link)
    assert heads_of(tiny).told_on() is None


def test_what_was_told_is_told_again_only_when_it_has_grown(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280)
    commit_company(tiny, OTHER)
    tell(tiny, "wang")
    assert heads_of(tiny).grown() == ()

    commit(tiny, ticked(read(tiny, ACME), 281))

    assert [(head.company, head.seq) for head in heads_of(tiny).grown()] == [(ACME, 3)]


def test_telling_keeps_the_day_and_owes_the_notices(tiny: TinyHome) -> None:
    commit_company(tiny, ACME)
    commit_company(tiny, OTHER)

    tell(tiny, "wang", "li")

    owed = tiny.outbox.due(NOON, 9)
    assert heads_of(tiny).told_on() == TODAY
    assert [(each.notice.to, each.notice.count) for each in owed] == [("wang", 2), ("li", 2)]


def test_a_day_with_nothing_to_tell_is_over_too(tiny: TinyHome) -> None:
    tell(tiny)

    assert heads_of(tiny).told_on() == TODAY
    assert tiny.outbox.due(NOON, 9) == ()


def test_it_is_remembered_over_a_restart(tiny: TinyHome) -> None:
    commit_company(tiny, ACME)
    tell(tiny, "wang")

    tiny.reopen()

    assert heads_of(tiny).grown() == ()
    assert heads_of(tiny).told_on() == TODAY


def test_a_removed_company_is_not_told(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME)
    removed = replace(company, lifecycle=Lifecycle.REMOVED)
    commit(tiny, happened(removed, EventKind.COMPANY_REMOVED))

    assert heads_of(tiny).grown() == ()

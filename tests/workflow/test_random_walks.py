"""What holds of a company whatever its people do to it, in whatever order."""

import json
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings

from storage.chain import FIRST
from storage.codec import StoredCompany, decode, encode
from tests.workflow.firm import CALENDAR, PACKS
from tests.workflow.walks import Taken, Walk, pack_of, walks
from workflow.actions import undo
from workflow.checklist import checklist
from workflow.events import EventKind
from workflow.filing import live_filings
from workflow.given import Entry, ItemState
from workflow.milestones import milestones_of
from workflow.model import RECENT_EVENTS, Company
from workflow.progress import overview

CAN_BE_UNDONE = {
    EventKind.HANDED_IN,
    EventKind.FILING_RECORDED,
    EventKind.ITEM_ADDED,
    EventKind.ITEM_RENAMED,
    EventKind.ITEM_DROPPED,
    EventKind.STEP_ADDED,
    EventKind.STEP_RENAMED,
    EventKind.STEP_DROPPED,
}
quickly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def seen(company: Company) -> list[object]:
    """All that people see of the seasons: tasks with what stands, steps, facts."""
    return [
        (
            [(task.item, task.state.live) for task in checklist(company, season, pack_of(season))],
            [
                step
                for key, step in milestones_of(season, pack_of(season)).items()
                if key not in season.tailoring.dropped_steps
            ],
            live_filings(season),
            season.lifecycle,
        )
        for season in company.seasons
    ]


def states(company: Company) -> Iterator[tuple[str, ItemState]]:
    """Every item that ever had something, under where it is kept."""
    for season in company.seasons:
        yield from ((f"{season.id}/{key}", state) for key, state in season.items.items())
    for facts in company.facts:
        yield from ((f"{facts.year}/{key}", state) for key, state in facts.items.items())


def versions(company: Company) -> dict[tuple[str, int], Entry]:
    return {
        (key, entry.version): entry for key, state in states(company) for entry in state.entries
    }


def withdrawn(company: Company) -> set[tuple[str, int]]:
    return {key for key, entry in versions(company).items() if entry.withdrawn}


def joined_an_album(step: Taken) -> bool:
    """A part that joined a version is no step of its own: the version goes as a whole."""
    handed_in = step.outcome.events[0].kind is EventKind.HANDED_IN
    return handed_in and versions(step.before).keys() == versions(step.after).keys()


@quickly
@given(walks)
def test_events_count_on_without_a_gap_and_the_newest_are_kept(walk: Walk) -> None:
    events = [*walk.start.recent, *(event for step in walk.taken for event in step.outcome.events)]

    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert walk.end.event_seq == len(events)
    assert walk.end.recent == tuple(events[-RECENT_EVENTS:])


@quickly
@given(walks)
def test_every_event_tells_who_did_it_and_when(walk: Walk) -> None:
    told = [(event.by, event.at) for step in walk.taken for event in step.outcome.events]

    assert told == [(step.by.person, step.by.at) for step in walk.taken]


@quickly
@given(walks)
def test_versions_rise_one_by_one_and_none_is_lost(walk: Walk) -> None:
    numbers = [[entry.version for entry in state.entries] for _, state in states(walk.end)]
    lost = [
        step
        for step in walk.taken
        if not versions(step.before).keys() <= versions(step.after).keys()
    ]

    assert numbers == [list(range(1, len(each) + 1)) for each in numbers]
    assert lost == []


@quickly
@given(walks)
def test_what_was_withdrawn_never_counts_again(walk: Walk) -> None:
    back = [step for step in walk.taken if not withdrawn(step.before) <= withdrawn(step.after)]
    live = {(key, entry.version) for key, state in states(walk.end) for entry in state.live}

    assert back == []
    assert live.isdisjoint(withdrawn(walk.end))
    assert live | withdrawn(walk.end) == versions(walk.end).keys()


@quickly
@given(walks)
def test_undo_gives_back_what_was_seen_before(walk: Walk) -> None:
    steps = [step for step in walk.taken if step.outcome.events[0].kind in CAN_BE_UNDONE]
    whole = [step for step in steps if not joined_an_album(step)]

    undone = [undo(step.after, pack_of, CALENDAR, by=step.by).company for step in whole]

    assert [seen(company) for company in undone] == [seen(step.before) for step in whole]


@quickly
@given(walks)
def test_the_report_stays_due_when_it_is_due_and_the_counts_add_up(walk: Walk) -> None:
    views = [
        overview(walk.end, season, PACKS[season.pack], CALENDAR, season.opened_on)
        for season in walk.end.seasons
    ]

    assert {view.plan.statutory.isoformat() for view in views} == {"2027-03-31"}
    assert [sum(row.done for row in view.rows) for view in views] == [view.done for view in views]
    assert [sum(row.total for row in view.rows) for view in views] == [view.total for view in views]
    assert all(task.is_owed for view in views for task in view.missing)


@quickly
@given(walks)
def test_the_company_comes_back_from_its_file_as_it_was(walk: Walk) -> None:
    stored = StoredCompany(walk.end, commit=1, pending=(), head=FIRST)

    back = decode(json.loads(json.dumps(encode(stored))))

    assert back == stored

"""What holds of shared work whatever people do: reviews, owners, and what lists and looks say."""

import json
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings

from storage.chain import FIRST
from storage.codec import StoredCompany, decode, encode
from tests.workflow.firm import CALENDAR, PACKS
from tests.workflow.walks import Walk, pack_of
from tests.workflow.work_walks import work_walks as walks
from workflow.actions import undo
from workflow.checklist import Condition, Task, checklist
from workflow.events import EventKind
from workflow.given import Entry, Given
from workflow.handling import hands, needs_review, reviewers
from workflow.model import Company, Season
from workflow.openwork import open_work, standing
from workflow.permissions import Action, may
from workflow.progress import overview

often = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def tasks(company: Company) -> Iterator[tuple[Season, Task]]:
    for season in company.seasons:
        yield from ((season, task) for task in checklist(company, season, pack_of(season)))


def entries(company: Company) -> Iterator[tuple[str, Entry]]:
    for season in company.seasons:
        for key, state in season.items.items():
            yield from ((f"{season.id}/{key}", entry) for entry in state.entries)
    for facts in company.facts:
        for key, state in facts.items.items():
            yield from ((f"{facts.year}/{key}", entry) for entry in state.entries)


def accepted(company: Company) -> set[tuple[str, int]]:
    return {
        (key, entry.version)
        for key, entry in entries(company)
        if entry.review and entry.review.accepted
    }


def live(company: Company) -> set[tuple[str, int]]:
    return {(key, entry.version) for key, entry in entries(company) if not entry.withdrawn}


def joined_an_album(before: Company, after: Company) -> bool:
    """A part that joined a version is no step of its own: the version goes as a whole."""
    return len(list(entries(before))) == len(list(entries(after)))


def accepted_content(company: Company) -> set[tuple[str, int, Given]]:
    sure = accepted(company)
    return {
        (key, entry.version, entry.given)
        for key, entry in entries(company)
        if (key, entry.version) in sure
    }


def withdrawn(company: Company) -> set[tuple[str, int]]:
    return {(key, entry.version) for key, entry in entries(company) if entry.withdrawn}


@often
@given(walks)
def test_nobody_judges_what_they_handed_in(walk: Walk) -> None:
    judged = [entry for _, entry in entries(walk.end) if entry.review]

    assert [entry for entry in judged if entry.review and entry.review.by == entry.by] == []


@often
@given(walks)
def test_what_another_must_accept_is_done_only_when_one_did(walk: Walk) -> None:
    claimed = [
        task
        for season, task in tasks(walk.end)
        if task.condition is Condition.DONE and needs_review(season, task.item)
    ]

    # in these walks there is always a second manager
    assert all(task.newest and task.newest.review for task in claimed)
    assert [task for task in claimed if task.given_back] == []


@often
@given(walks)
def test_an_accepted_version_is_never_taken_back(walk: Walk) -> None:
    lost = [step for step in walk.taken if accepted(step.before) & withdrawn(step.after)]

    assert lost == []


@often
@given(walks)
def test_only_a_second_word_changes_what_was_said_of_a_version(walk: Walk) -> None:
    changed = [
        step.outcome.events[0].kind
        for step in walk.taken
        if not accepted_content(step.before) <= accepted_content(step.after)
    ]

    assert set(changed) <= {EventKind.GIVEN_BACK}


@often
@given(walks)
def test_what_waits_has_somebody_who_is_asked_and_may(walk: Walk) -> None:
    company = walk.end
    asked = [
        (task, reviewers(company, season, task.item, task.state))
        for season, task in tasks(company)
        if task.condition is Condition.IN_REVIEW
    ]

    assert [task for task, people in asked if not people] == []
    assert all(may(person, Action.REVIEW, company) for _, people in asked for person in people)
    assert [task for task, people in asked if hands(task.item, task.state) & {*people}] == []


@often
@given(walks)
def test_owners_are_members_who_may_hand_in(walk: Walk) -> None:
    owners = {owner for season in walk.end.seasons for owner in season.assigned.values()}

    assert all(may(owner, Action.HAND_IN_MINE, walk.end) for owner in owners)


@often
@given(walks)
def test_nobody_is_told_what_they_did_and_everybody_told_is_a_member(walk: Walk) -> None:
    notices = [(step, notice) for step in walk.taken for notice in step.outcome.notices]
    keys = [notice.key for _, notice in notices]

    assert [notice for step, notice in notices if notice.to == step.by.person] == []
    assert {notice.to for _, notice in notices} <= {each.person for each in walk.end.members}
    assert len(keys) == len(set(keys))


@often
@given(walks)
def test_the_list_of_open_work_is_what_is_owed_and_none_of_it_is_nobodys(walk: Walk) -> None:
    company = walk.end
    work = open_work(company, PACKS, CALENDAR)

    active = [season for season in company.seasons if season.lifecycle == "active"]
    owed = {
        (season.id, task.item.key)
        for season, task in tasks(company)
        if season in active and task.is_owed
    }
    assert {(each.season, each.item) for each in work} == owed
    assert [each for each in work if not each.persons] == []


@often
@given(walks)
def test_what_is_handed_in_is_undone_to_what_stood_before(walk: Walk) -> None:
    steps = [step for step in walk.taken if step.outcome.events[0].kind is EventKind.HANDED_IN]
    new = [step for step in steps if not joined_an_album(step.before, step.after)]

    undone = [undo(step.after, pack_of, CALENDAR, by=step.by).company for step in new]

    assert [live(company) for company in undone] == [live(step.before) for step in new]


@often
@given(walks)
def test_the_company_comes_back_from_its_file_as_it_was(walk: Walk) -> None:
    stored = StoredCompany(walk.end, commit=1, pending=(), head=FIRST)

    assert decode(json.loads(json.dumps(encode(stored)))) == stored


@often
@given(walks)
def test_a_standing_says_what_a_look_on_any_day_says(walk: Walk) -> None:
    (season,) = walk.end.seasons

    view = overview(walk.end, season, pack_of(season), CALENDAR, season.opened_on)
    stand = standing(walk.end, season, pack_of(season), CALENDAR)

    assert (stand.missing, stand.is_reported) == (len(view.missing), view.is_reported)
    assert view.in_review == sum(
        task.condition is Condition.IN_REVIEW for _, task in tasks(walk.end)
    )

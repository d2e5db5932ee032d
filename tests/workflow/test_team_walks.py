"""What holds of a team whatever its people do to it, in whatever order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.crew import CHIEF, CLERK, FINANCE, NEWCOMER, VIEWER, by, crew, having
from tests.workflow.firm import CUSTODY, FIRST, PACKS, SEATS, STAFF
from workflow.change import Doer
from workflow.colleagues import Nudge, add_colleague, nudge, remove_colleague
from workflow.errors import WorkflowError
from workflow.events import EventKind
from workflow.grouping import bind_group, change_group, move_group, unbind_group
from workflow.ids import PersonId
from workflow.inviting import digest_of, invite, join, revoke
from workflow.membership import KEEPERS, change_roles, hand_over, keepers, leave, remove
from workflow.model import Company, Outcome
from workflow.permissions import TABLE, Action
from workflow.team import Department, Group, Role

Act = Callable[[Company, Doer], Outcome]


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was not refused."""

    before: Company
    outcome: Outcome

    @property
    def after(self) -> Company:
        return self.outcome.company


def _digest(number: int) -> str:
    return digest_of(f"secret {number}")


def _invites(role: Role, departments: list[Department], number: int) -> Act:
    return lambda c, d: invite(c, role, departments, _digest(number), d.at + DAY, by=d)


DAY = timedelta(days=1)
START = having(having(crew(), FINANCE, CUSTODY, SEATS), CLERK, STAFF)
_people = st.sampled_from([CHIEF, CLERK, FINANCE, VIEWER, NEWCOMER])
_roles = st.lists(st.sampled_from(Role), max_size=2)
_departments = st.lists(st.sampled_from(Department), max_size=2)
_numbers = st.integers(1, 4)
_groups = st.builds(Group, st.integers(-3, -1), st.just("群"), st.booleans(), st.integers(0, 1))
_acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(_invites, st.sampled_from(Role), _departments, _numbers),
    _numbers.map(lambda n: lambda c, d: revoke(c, n, by=d)),
    _numbers.map(lambda n: lambda c, d: join(c, _digest(n), "某", by=d)),
    st.tuples(_people, _roles, _departments).map(lambda t: lambda c, d: change_roles(c, *t, by=d)),
    _people.map(lambda p: lambda c, d: remove(c, p, by=d)),
    st.just(lambda c, d: leave(c, by=d)),
    st.tuples(_people, _people, st.booleans()).map(
        lambda t: lambda c, d: hand_over(c, PACKS, t[0], t[1], with_roles=t[2], by=d)
    ),
    _departments.map(lambda known: lambda c, d: add_colleague(c, "张会计", known, by=d)),
    _numbers.map(lambda n: lambda c, d: remove_colleague(c, n, by=d)),
    _people.map(lambda p: lambda c, d: nudge(c, FIRST, p, Nudge.CALLED, by=d)),
    _groups.map(lambda g: lambda c, d: bind_group(c, g, by=d)),
    _groups.map(lambda g: lambda c, d: change_group(c, g.chat, g.has_outsiders, by=d)),
    _groups.map(lambda g: lambda c, d: unbind_group(c, g.chat, by=d)),
    _groups.map(lambda g: lambda c, d: move_group(c, g.chat, -3, by=d)),
)
_moves = st.tuples(_people, st.integers(0, 10), _acts)


def _walk(moves: list[tuple[PersonId, int, Act]]) -> list[Step]:
    company, clock, taken = START, by().at, []
    for person, hours, act in moves:
        clock += timedelta(hours=hours)
        try:
            outcome = act(company, replace(by(person), at=clock, today=clock.date()))
        except WorkflowError:
            continue
        taken.append(Step(company, outcome))
        company = outcome.company
    return taken


walks = st.lists(_moves, min_size=5, max_size=60).map(_walk)
quickly = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quickly
@given(walks)
def test_somebody_always_keeps_the_team(walk: list[Step]) -> None:
    left_alone = [step for step in walk if not keepers(step.after)]

    assert left_alone == []


@quickly
@given(walks)
def test_a_person_stands_once_among_members_or_former_members(walk: list[Step]) -> None:
    known = [[each.person for each in (*step.after.members, *step.after.former)] for step in walk]

    assert [sorted(set(each)) for each in known] == [sorted(each) for each in known]


@quickly
@given(walks)
def test_every_member_has_a_role_and_each_role_and_department_once(walk: list[Step]) -> None:
    members = [each for step in walk for each in step.after.members]

    assert all(each.roles for each in members)
    assert all(
        len(set(listed)) == len(listed)
        for each in members
        for listed in (each.roles, each.departments)
    )


@quickly
@given(walks)
def test_items_are_only_with_members_who_may_hand_them_in(walk: list[Step]) -> None:
    holders = [
        (step.after.members, person)
        for step in walk
        for season in step.after.seasons
        for person in season.assigned.values()
    ]

    assert all(
        any(Action.HAND_IN_MINE in TABLE[role] for role in each.roles)
        for members, person in holders
        for each in members
        if each.person == person
    )
    assert all(person in {each.person for each in members} for members, person in holders)


@quickly
@given(walks)
def test_no_event_is_without_effect_and_events_count_on(walk: list[Step]) -> None:
    seqs = [event.seq for step in walk for event in step.outcome.events]
    idle = [step for step in walk if _facts(step.before) == _facts(step.after)]

    assert seqs == list(range(START.event_seq + 1, START.event_seq + 1 + len(seqs)))
    assert [each.outcome.events for each in idle if not _is_nudge(each)] == []


def _facts(company: Company) -> Company:
    return replace(company, recent=(), event_seq=0)


def _is_nudge(step: Step) -> bool:
    """The note itself is its effect."""
    return step.outcome.events[0].kind is EventKind.NUDGED


@quickly
@given(walks)
def test_an_occasion_is_told_once_and_never_to_who_made_it(walk: list[Step]) -> None:
    notices = [notice for step in walk for notice in step.outcome.notices]
    keys = [notice.key for notice in notices]

    assert len(set(keys)) == len(keys)
    assert [notice for notice in notices if notice.to == notice.by] == []


@quickly
@given(walks)
def test_only_a_manager_gives_what_a_keeper_has_where_there_is_one(walk: list[Step]) -> None:
    given_by = [
        (step.before, event.by)
        for step in walk
        for event in step.outcome.events
        if event.kind in GIVE and _of_keepers(event.new) - _of_keepers(event.old)
    ]

    stolen = [
        who for company, who in given_by if _managers(company) and who not in _managers(company)
    ]
    assert stolen == []


GIVE = {EventKind.INVITED, EventKind.MEMBER_CHANGED}


def _of_keepers(place: str) -> set[str]:
    return set(place.split()) & KEEPERS


def _managers(company: Company) -> set[PersonId]:
    return {each.person for each in company.members if Role.MANAGER in each.roles}

"""Who hears of a rung: whoever is responsible now, the next in the chain, groups and robots."""

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field

from workflow.assigning import Crew, crew_of
from workflow.duties import Duties, StepDuty
from workflow.escalation import bosses
from workflow.habits import USUAL, Habit, Wants
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.permissions import Action, may
from workflow.reminders import Recipient, Rung, RungKind
from workflow.rungs import COUNTING
from workflow.team import Group, Robot, Role


@dataclass(frozen=True, slots=True)
class Ears:
    """How people are to be told: their habits, and who can be told at all, by whatever channel."""

    reachable: Container[PersonId]
    habits: Mapping[PersonId, Habit] = field(default_factory=dict)

    def habit(self, company: Company, to: Recipient) -> Habit:
        """Of the person, the group or the robot; the usual one if they chose nothing."""
        place = places(company).get(to)
        return place.habit if place else self.habits.get(PersonId(to), USUAL)

    def wants_all(self, person: PersonId) -> bool:
        """Whether they asked to hear of every inner date."""
        return self.habits.get(person, USUAL).wants is Wants.EVERYTHING


@dataclass(frozen=True, slots=True)
class Hearer:
    """Somebody who is to hear of a rung; `instead_of` whom, if it is not their own."""

    to: Recipient
    instead_of: PersonId | None = None
    is_reachable: bool = True


NOT_PASSED_ON = frozenset({RungKind.WARNING, RungKind.MONTH})
"""A warning that nobody hears is no reason to tell the boss twice; the line of the month waits."""


def places(company: Company) -> Mapping[Recipient, Group | Robot]:
    """The groups and robots of a company by what the ledger calls them."""
    groups = {Recipient(str(each.chat)): each for each in company.groups}
    robots = {robot_of(company.id, each): each for each in company.robots}
    return {**groups, **robots}


def robot_of(company: CompanyId, robot: Robot) -> Recipient:
    """What the ledger calls a robot."""
    return Recipient(f"{company}#{robot.number}")


def hearers(duties: Duties, rung: Rung, ears: Ears) -> tuple[Hearer, ...]:
    """Everybody who is to hear of it, each once; who cannot be reached is among them, marked.

    While anybody who works for the company can be reached, somebody who can is among them.
    """
    meant = meant_for(duties, rung, ears)
    found = {person: _hearer(person, ears) for person in meant}
    if rung.kind not in NOT_PASSED_ON:
        for person in meant:
            if person not in ears.reachable:
                for other in chain(duties.company, duties.crew, ears, {person}):
                    found.setdefault(other, Hearer(Recipient(other), instead_of=person))
    shared = places(duties.company) if _is_shared(duties, rung, meant) else ()
    return (*found.values(), *(Hearer(place) for place in shared))


def _hearer(person: PersonId, ears: Ears) -> Hearer:
    return Hearer(Recipient(person), is_reachable=person in ears.reachable)


def chain(
    company: Company, crew: Crew, ears: Ears, without: Collection[PersonId]
) -> tuple[PersonId, ...]:
    """Who hears in another's place: who runs the work, else who signs, else who has work here."""
    others = tuple(
        each.person for each in company.members if may(each.person, Action.HAND_IN_MINE, company)
    )
    for level in (crew.keepers, crew.signers, others):
        found = tuple(each for each in level if each in ears.reachable and each not in without)
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def next_hearers(
    company: Company, ears: Ears, without: Collection[PersonId]
) -> tuple[PersonId, ...]:
    """Who hears in the place of somebody who was to be told and could not be."""
    return chain(company, crew_of(company), ears, without)


# --- whom it is meant for ---------------------------------------------------------------


def meant_for(duties: Duties, rung: Rung, ears: Ears) -> tuple[PersonId, ...]:
    """Whose rung it is, reachable or not."""
    duty = duties.step(rung.subject)
    meant = tuple(dict.fromkeys(_meant(duties, duty, rung)))
    if rung.kind is not RungKind.INTERNAL or not meant:
        return meant
    overseers = (*duties.crew.keepers, *duties.crew.signers)
    return tuple(dict.fromkeys((*meant, *(each for each in overseers if ears.wants_all(each)))))


def _meant(duties: Duties, duty: StepDuty | None, rung: Rung) -> Iterator[PersonId]:
    match rung.kind:
        case RungKind.INTERNAL if duty:
            yield from _of_the_step(duties, duty, rung)
        case RungKind.STATUTORY | RungKind.LAST_NOTE if duty:
            yield from _of_the_law(duties, duty, rung)
        case RungKind.TO_MANAGER if duty:
            own = duty.asked(rung.day)
            yield from (each for each in duties.crew.keepers if each not in own)
        case RungKind.TO_BOSS | RungKind.MONTH:
            yield from bosses(duties) if duties.company.policy.tells_boss else ()
        case RungKind.TO_AGENCY:
            yield from _those(duties, Role.CLERK)
        case RungKind.COUNT_DAY:
            yield from duties.crew.keepers
            for department in sorted(COUNTING):
                yield from duties.crew.departments.get(department, ())
        case RungKind.WARNING | RungKind.MONTHLY:
            yield from duties.crew.keepers
        case _:
            return


def _of_the_step(duties: Duties, duty: StepDuty, rung: Rung) -> Iterator[PersonId]:
    """Those who owe something of it; where there is no item to owe, who runs the work."""
    own = duty.step.internal
    if own and rung.due == own.day:
        is_near = -rung.offset <= duties.policy.hearing.signer
        yield from duty.asked(rung.day) if is_near else duty.asked_to_work(rung.day)
    if rung.due in duty.waited_for:
        yield from duty.asked_again(rung.due)
    if not duty.open:
        yield from duties.crew.keepers


def _of_the_law(duties: Duties, duty: StepDuty, rung: Rung) -> Iterator[PersonId]:
    hearing, left = duties.policy.hearing, -rung.offset
    yield from duties.crew.keepers
    if left <= hearing.everybody:
        for each in duties.steps if duty.is_filing else (duty,):
            if each is duty or not each.milestone.after_filing:
                yield from each.lawful
    if left <= hearing.boss:
        yield from duties.crew.signers


def _those(duties: Duties, role: Role) -> Iterator[PersonId]:
    return (each.person for each in duties.company.members if role in each.roles)


def _is_shared(duties: Duties, rung: Rung, meant: tuple[PersonId, ...]) -> bool:
    """Whether groups and robots hear of it too: what is near, late, or was carried to them.

    What nobody is asked for now, such as what is waited for, is no matter for a group.
    """
    left = -rung.offset
    match rung.kind:
        case RungKind.INTERNAL:
            return bool(meant) and left <= duties.policy.hearing.group_internal
        case RungKind.STATUTORY:
            return left <= duties.policy.hearing.group
        case RungKind.LAST_NOTE | RungKind.TO_GROUP:
            return True
        case _:
            return False

"""Who hears of a rung: those it is meant for, the next in the chain, groups and robots."""

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field

from workflow.assigning import Crew, crew_of
from workflow.duties import Duties
from workflow.habits import USUAL, Habit, Wants
from workflow.ids import CompanyId, PersonId
from workflow.meant import meant
from workflow.model import Company
from workflow.permissions import Action, may
from workflow.policy import Where
from workflow.reminders import Recipient, Rung, RungKind
from workflow.team import Group, Robot


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
    of = meant_for(duties, rung, ears)
    is_private = Where.PRIVATE in duties.policy.hears[rung.kind].where
    found = {person: _hearer(person, ears) for person in of if is_private}
    if rung.kind not in NOT_PASSED_ON:
        for person in tuple(found):
            if person not in ears.reachable:
                for other in chain(duties.company, duties.crew, ears, {person}):
                    found.setdefault(other, Hearer(Recipient(other), instead_of=person))
    return (*found.values(), *(Hearer(place) for place in _sharing(duties, rung, of)))


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


def meant_for(duties: Duties, rung: Rung, ears: Ears) -> tuple[PersonId, ...]:
    """Whose rung it is, reachable or not; of an inner date also who asked to hear of them all."""
    of = meant(duties, rung)
    if rung.kind is not RungKind.INTERNAL or not of:
        return of
    overseers = (*duties.crew.keepers, *duties.crew.signers)
    return tuple(dict.fromkeys((*of, *(each for each in overseers if ears.wants_all(each)))))


# --- groups and robots ------------------------------------------------------------------


def _sharing(duties: Duties, rung: Rung, of: tuple[PersonId, ...]) -> Iterator[Recipient]:
    """The groups and robots that hear of it too."""
    if _is_shared(duties, rung, of):
        for recipient, place in places(duties.company).items():
            if is_told(duties, rung.kind, place):
                yield recipient


def is_told(duties: Duties, kind: RungKind, place: Group | Robot) -> bool:
    """Whether such a place hears of such rungs at all."""
    way = Where.GROUP if isinstance(place, Group) else Where.ROBOT
    return way in duties.policy.hears[kind].where


def _is_shared(duties: Duties, rung: Rung, of: tuple[PersonId, ...]) -> bool:
    """Whether it is near enough for them, or late.

    What nobody is asked for now, such as what is waited for, is no matter for a group.
    """
    hearing, left = duties.policy.hearing, -rung.offset
    match rung.kind:
        case RungKind.INTERNAL:
            return bool(of) and left <= hearing.group_internal
        case RungKind.STATUTORY:
            return left <= hearing.group
        case _:
            return True

"""What stands at risk because nobody can be written to: said in 进度 before it is too late."""

from dataclasses import dataclass

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.ears import is_reached
from chat.session import Case, Session
from messages.say import Listed, Say, say
from workflow.assigning import crew_of
from workflow.checklist import Task
from workflow.ids import PersonId
from workflow.model import Company
from workflow.progress import Overview
from workflow.team import Member

NAMED = 3
"""So many people are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Who cannot be written to though open items are theirs alone, and how many items that is."""

    company: Company
    members: tuple[Member, ...]
    count: int

    @property
    def line(self) -> Say:
        """Said in 进度."""
        names = Listed(tuple(each.name for each in self.members[:NAMED]))
        return say("progress-unreachable", names=names, count=self.count)

    @property
    def tap(self) -> Tap:
        """To the member, where it is one, else to the team."""
        if len(self.members) != 1:
            return Tap(say("tap-team"), ref(Verb.MEMBERS, self.company.id, 0))
        (member,) = self.members
        label = say("tap-unreachable", name=member.name)
        return Tap(label, ref(Verb.MEMBER, self.company.id, member.person))


def unreachable(s: Session, case: Case, view: Overview) -> Unreachable | None:
    """Those who cannot be written to, if anything is left lying for that; None if not."""
    if not case.company.members[1:]:
        return None
    crew = crew_of(case.company)
    stuck: list[Task] = []
    people: dict[PersonId, None] = {}
    reached: dict[PersonId, bool] = {s.me.person: True}
    for task in (task for row in view.rows for task in row.tasks if task.is_owed):
        asked = crew.persons(case.season, task.item)
        if any(_is_reached(s, each, reached) for each in asked):
            continue
        stuck.append(task)
        people.update(dict.fromkeys(asked))
    if not stuck:
        return None
    members = tuple(each for each in case.company.members if each.person in people)
    return Unreachable(case.company, members, len(stuck))


def _is_reached(s: Session, person: PersonId, known: dict[PersonId, bool]) -> bool:
    if person not in known:
        acquaintance = s.work.acquaintance(person)
        known[person] = acquaintance is not None and is_reached(acquaintance)
    return known[person]

"""What stands at risk because nobody can be written to: said in 进度 before it is too late."""

from chat.session import Case, Session
from messages.say import Fact, Listed, say
from workflow.assigning import crew_of
from workflow.checklist import Task
from workflow.ids import PersonId
from workflow.progress import Overview

NAMED = 3
"""So many people are named; the others are counted."""


def unreachable_line(s: Session, case: Case, view: Overview) -> list[Fact]:
    """Who cannot be written to though open items are theirs alone, and how many items that is."""
    if not case.company.members[1:]:
        return []
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
        return []
    names = [each.name for each in case.company.members if each.person in people]
    return [say("progress-unreachable", names=Listed(tuple(names[:NAMED])), count=len(stuck))]


def _is_reached(s: Session, person: PersonId, known: dict[PersonId, bool]) -> bool:
    if person not in known:
        acquaintance = s.work.acquaintance(person)
        known[person] = acquaintance is not None and not acquaintance.blocked
    return known[person]

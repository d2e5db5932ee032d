"""To whom a step is carried that its own people leave: managers, the group, the agency; reckoned."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from tests.seasons.reckoned import ONE_DAY, Reckoned, Standing
from tests.seasons.tiny import CALENDAR, FIRST, OPENED
from workflow.reminders import RungKind
from workflow.schedule import Step
from workflow.team import Role

PATIENCE = 2
GROUP_AFTER, AGENCY_AFTER = 5, 8
"""Working days after the inner date."""


def carried_on(stands: Standing, step: Step, told: Iterable[Reckoned]) -> Iterator[Reckoned]:
    """What is asked of others for an open step; `told` are the rungs of its own people.

    Left to the other judgements: whether managers are told that they answered nothing themselves,
    where the step has nobody else's work in it.
    """
    if step.internal is None:
        return
    key, due = step.milestone.key, step.internal.day
    people = stands.whose(stands.owes(step))
    heard_by = stands.keepers - people
    for day in _days_of_silence(stands, step, people, told):
        what = (key, due, (day - due).days)
        yield Reckoned(RungKind.TO_MANAGER, *what, day, heard_by, is_sure=bool(people))
    to_group, to_agency = (_late(due, late) for late in (GROUP_AFTER, AGENCY_AFTER))
    group, clerks = stands.places, stands.those(Role.CLERK)
    yield Reckoned(RungKind.TO_GROUP, key, due, (to_group - due).days, to_group, group)
    yield Reckoned(RungKind.TO_AGENCY, key, due, (to_agency - due).days, to_agency, clerks)


def _late(due: date, workdays: int) -> date:
    return CALENDAR.between(due + ONE_DAY, due + 4 * workdays * ONE_DAY)[workdays - 1]


def _days_of_silence(
    stands: Standing, step: Step, people: Collection[str], told: Iterable[Reckoned]
) -> list[date]:
    """Two messages are left without an answer: the third day of them is the managers' too, and so on."""
    about = {step.milestone.key, *(task.item.key for task in stands.asks(step))}
    answers = [
        stands.day_of(event.at)
        for event in stands.here.company.recent
        if event.season in (None, FIRST) and (event.by in people or event.subject in about)
    ]
    since = max(answers, default=OPENED)
    days = sorted({each.day for each in told if each.day > since})
    return [day for number, day in enumerate(days) if number and number % PATIENCE == 0]

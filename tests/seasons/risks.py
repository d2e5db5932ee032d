"""What a boss hears of a step, and the managers a working day before him, reckoned by the oracle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.seasons.reckoned import ONE_DAY, Reckoned, Standing, is_filing, is_lawful
from tests.seasons.tiny import CALENDAR, OPENED
from workflow.reminders import RungKind
from workflow.schedule import Step
from workflow.team import Role

NOT_STARTED = 3
CAP = 3


@dataclass(frozen=True, slots=True)
class Risk:
    """Three days before an inner date that nobody began for, the working day after one not kept."""

    step: Step
    due: date
    offset: int
    day: date

    @property
    def warned(self) -> date:
        """The working day before, on which the managers hear that the boss will."""
        return CALENDAR.on_or_before(self.day - ONE_DAY)

    @property
    def order(self) -> tuple[date, str, int]:
        """By which they come to him."""
        return (self.day, self.step.milestone.key, self.offset)


def to_bosses(stands: Standing, step: Step) -> Iterator[Reckoned]:
    """The warnings of a step, and what the boss hears after each.

    Left to the other judgements: what would be the fourth of the season if each before it was told.
    """
    for risk in risks(stands, step):
        if not _is_called_for(stands, risk):
            continue
        key, is_sure = step.milestone.key, _count_before(stands, risk) < CAP
        what = (key, risk.due, risk.offset)
        keepers, boss = stands.keepers, stands.those(Role.BOSS)
        yield Reckoned(RungKind.WARNING, *what, risk.warned, keepers, is_sure=is_sure)
        for keeper in keepers:
            told = (risk.warned, keeper)
            yield Reckoned(
                *(RungKind.TO_BOSS, *what, risk.day, boss), with_warning=told, is_sure=is_sure
            )


def risks(stands: Standing, step: Step) -> list[Risk]:
    """The two of a step that the law asks something of, done or not."""
    if step.internal is None or not (is_filing(step) or any(map(is_lawful, stands.asks(step)))):
        return []
    due = step.internal.day
    early = CALENDAR.on_or_before(due - NOT_STARTED * ONE_DAY)
    late = CALENDAR.on_or_after(due + ONE_DAY)
    return [Risk(step, due, -NOT_STARTED, early), Risk(step, due, (late - due).days, late)]


def _is_called_for(stands: Standing, risk: Risk) -> bool:
    """As things are: the law's part is open, nobody began or it is late, no manager sees to it."""
    step = risk.step
    if not is_filing(step) and not any(map(is_lawful, stands.owes(step))):
        return False
    return not (risk.offset < 0 and _is_begun(stands, step)) and not _is_handled(stands, risk)


def _is_begun(stands: Standing, step: Step) -> bool:
    filings = [each for each in stands.season.filings if not each.withdrawn]
    live = [entry for task in stands.asks(step) for entry in task.state.live]
    return bool(live) or (is_filing(step) and bool(filings))


def _is_handled(stands: Standing, risk: Risk) -> bool:
    word = stands.season.words.get(risk.step.milestone.key)
    return word is not None and word.handles and word.on >= risk.warned


def _count_before(stands: Standing, risk: Risk) -> int:
    """How often he may have heard of the season before it, at the most."""
    every = (each for step in stands.steps for each in risks(stands, step))
    return sum(each.order < risk.order and not _is_untold(stands, each) for each in every)


def _is_untold(stands: Standing, risk: Risk) -> bool:
    """Whether he surely has not heard of that one, by what stands there still."""
    tasks = stands.asks(risk.step)
    entries = [entry for task in tasks for entry in task.state.live]
    word = stands.season.words.get(risk.step.milestone.key)
    if risk.warned < OPENED or (word and word.handles and risk.warned <= word.on <= risk.day):
        return True
    if risk.offset < 0:
        return any(stands.day_of(entry.at) < risk.warned for entry in entries)
    lawful = [task for task in tasks if is_lawful(task)]
    is_done = not is_filing(risk.step) and not any(task.is_owed for task in lawful)
    return is_done and all(
        task.newest and stands.day_of(task.newest.at) < risk.warned for task in lawful
    )

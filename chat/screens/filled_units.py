"""Sums of neighbouring years that look as if 元 and 万元 were mixed: said before anything is recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from chat.screens.filled_values import newest_of, tasks_of
from chat.session import Case
from chat.sheet_notes import FilledSheet, ReadAnswer
from messages.say import Fact, Money, Say, say
from workflow.checklist import Task
from workflow.earlier import years_of
from workflow.given import AnswerGiven, Number
from workflow.ids import ItemKey
from workflow.pack import NumberKind, NumberSpec

APART = 1_000
"""So many times another year's sum is none that a business makes; 元 taken for 万元 makes it 10,000."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """The sum of one year, in 万元, and the cell it was read from."""

    year: int
    amount: Decimal
    cell: str

    @property
    def told(self) -> Say:
        """「E5 2024 年 1,860 万元」; without a cell it stands already, or was typed."""
        facts: dict[str, Fact] = {"year": str(self.year), "value": Money(self.amount)}
        return (
            say("years-sum-at", cell=self.cell, **facts) if self.cell else say("years-sum", **facts)
        )


def unit_lines(case: Case, sheet: FilledSheet) -> Iterator[Say]:
    """A line for each two years beside each other of which one at least stands in the sheet."""
    tasks = tasks_of(case)
    for key, answers in groupby(sheet.answers, key=lambda each: ItemKey(each.key)):
        task = tasks.get(key)
        if task is not None and _is_money(task):
            read = {each.year or case.season.year: each for each in answers}
            yield from _apart(case, task, read)


def _is_money(task: Task) -> bool:
    spec = task.item.spec
    return isinstance(spec, NumberSpec) and spec.kind is NumberKind.MONEY


def _apart(case: Case, task: Task, read: Mapping[int, ReadAnswer]) -> Iterator[Say]:
    for year in years_of(case.season)[:-1]:
        first, second = (_sum(case, task, each, read) for each in (year, year + 1))
        if first is None or second is None or not (year in read or year + 1 in read):
            continue
        small, large = sorted((abs(first.amount), abs(second.amount)))
        if small and large >= APART * small:
            times = (large / small).quantize(Decimal(1))
            facts: dict[str, Fact] = {"first": first.told, "second": second.told, "times": times}
            yield say("years-units", title=task.item.title, **facts)


def _sum(case: Case, task: Task, year: int, read: Mapping[int, ReadAnswer]) -> _Sum | None:
    """What was read for the year, else what stands for it."""
    answer = read.get(year)
    if answer is not None:
        value, cell = answer.value, answer.cell
        return _Sum(year, value.value, cell) if isinstance(value, Number) else None
    newest = newest_of(case, task, 0 if year == case.season.year else year)
    given = newest.given if newest else None
    if not isinstance(given, AnswerGiven) or not isinstance(given.value, Number):
        return None
    return _Sum(year, given.value.value, "")

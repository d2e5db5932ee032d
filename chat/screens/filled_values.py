"""The lines of a filled sheet: what each row would be recorded as, years side by side where there are several."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from chat.session import Case
from chat.sheet_notes import FilledSheet, ReadAnswer
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_cell, tell_given
from workflow.answers import is_large
from workflow.checklist import Task, checklist, input_tasks
from workflow.earlier import earlier_of
from workflow.given import Entry
from workflow.ids import ItemKey


def tasks_of(case: Case) -> Mapping[ItemKey, Task]:
    """The items that a sheet may be about, by their keys."""
    parts = (case.company, case.season, case.pack)
    return {each.item.key: each for each in (*checklist(*parts), *input_tasks(*parts))}


def answer_lines(case: Case, sheet: FilledSheet) -> Iterator[Fact]:
    """A line an item; what was dropped since it was read has none: recording says so."""
    tasks = tasks_of(case)
    for key, answers in groupby(sheet.answers, key=lambda each: ItemKey(each.key)):
        if key in tasks:
            yield _line(case, tasks[key], tuple(answers))


def _line(case: Case, task: Task, answers: Sequence[ReadAnswer]) -> Fact:
    if any(each.cell for each in answers):
        values = Listed(tuple(_of_year(case, task, each) for each in answers))
        return say("years-line", title=task.item.title, values=values)
    return _of_now(task, answers[0])


def _of_now(task: Task, answer: ReadAnswer) -> Say:
    """「坐席总数:280 席(原 260 席)」, doubted if very large, with the remark."""
    told: dict[str, Fact] = {
        "title": task.item.title,
        "value": tell_cell(answer.value, task.item.spec),
    }
    line = say("sheet-answer-line", **told)
    if task.newest is not None:
        line = say("sheet-answer-changed", **told, old=tell_given(task.newest.given, task.item))
    if is_large(answer.value, task.item.spec):
        line = say("sheet-answer-large", line=line)
    return say("sheet-answer-remark", line=line, remark=answer.remark) if answer.remark else line


def _of_year(case: Case, task: Task, answer: ReadAnswer) -> Say:
    """「2025 年 380 席 → 400 席」, as an estimate where it is one."""
    newest = newest_of(case, task, answer.year)
    facts: dict[str, Fact] = {
        "year": str(answer.year or case.season.year),
        "value": tell_given(answer.given, task.item),
    }
    if newest is None:
        return say("years-value", **facts)
    old = tell_given(newest.given, task.item)
    if old == facts["value"]:
        return say("years-value-origin", **facts)
    return say("years-value-changed", old=old, **facts)


def newest_of(case: Case, task: Task, year: int) -> Entry | None:
    """What stands for an earlier year; 0 is the report's own."""
    return earlier_of(case.company, case.season, task.item, year).newest if year else task.newest

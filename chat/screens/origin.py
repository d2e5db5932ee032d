"""Where the figure of an item is from, on its card; and the figures that are only estimated."""

from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.checklist import Condition, Task, checklist
from workflow.given import AnswerGiven, Origin

SHOWN = 3
"""Estimates that are named."""


def may_have_origin(task: Task) -> bool:
    """Whether an answer stands of which it can be said."""
    return task.newest is not None and isinstance(task.newest.given, AnswerGiven)


def origin_lines(task: Task) -> list[Say]:
    """「出处:… 口径:… 截至 …」 on one line; none where nothing was said."""
    given = task.newest.given if task.newest else None
    if not isinstance(given, AnswerGiven) or given.origin is None:
        return []
    return [say("item-origin", parts=Listed(tuple(_parts(given.origin))))]


def _parts(origin: Origin) -> list[Fact]:
    parts: list[Fact] = []
    if origin.source:
        parts.append(say("origin-source", source=origin.source))
    if origin.meaning:
        parts.append(say("origin-meaning", meaning=origin.meaning))
    if origin.as_of:
        parts.append(say("origin-as-of", day=origin.as_of))
    return parts


def estimate_lines(s: Session, case: Case) -> list[Say]:
    """「还有 3 项是暂估:…」, to be replaced before filing; none where all is certain."""
    tasks = s.seen(case, checklist(case.company, case.season, case.pack))
    left = [each for each in tasks if each.condition is Condition.ESTIMATED]
    if not left:
        return []
    titles = Listed(tuple(each.item.title for each in left[:SHOWN]))
    return [
        say("estimates-left", count=len(left), titles=titles, more=max(len(left) - SHOWN, 0)),
    ]

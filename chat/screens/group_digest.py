"""群早报: what a team group or robot hears of a morning. Who was told privately is only counted."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from chat.card import Card, LinkTap
from chat.screens.digest import Mark, doubt_lines
from chat.screens.progress import SCREEN_LINES
from chat.screens.things import STATUTORY, Thing, is_named, thing_lines
from chat.screens.which import licence_of
from chat.session import Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.assigning import owner_of
from workflow.checklist import Condition, Task
from workflow.ids import PersonId
from workflow.model import Company

PEOPLE_SHOWN = 3
TITLES_SHOWN = 2
BUTTONS = 3


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who hears there: outsiders are told no names; who is reached in private is not named again."""

    has_outsiders: bool
    reachable: Container[PersonId]


@dataclass(frozen=True, slots=True)
class _Untold:
    """What somebody was not told privately; without a name it is nobody's."""

    name: str
    thing: Thing
    tasks: tuple[Task, ...]


def group_card(
    s: Session, company: Company, things: Sequence[Thing], hearers: Hearers, mark: Mark
) -> Card:
    """Which steps, how much of them is known to their people, and who has to be told here."""
    things = sorted(things, key=lambda each: each.order)
    untold = [] if hearers.has_outsiders else _untold(things, hearers.reachable)
    people = [_person_line(s, each) for each in untold[:PEOPLE_SHOWN]]
    day = say("digest-group-day", day=ShortDay(s.today), ref=mark.ref)
    marks = (day, *doubt_lines(mark))
    room = SCREEN_LINES - 2 - len(marks) - len(people)
    told = _lines(s, things[:room], hearers)
    more = [say("digest-more-group", count=len(things) - room)] if len(things) > room else []
    heading = say("digest-group", company=company.name)
    return Card((heading, *marks, *told, *more, *people), _rows(s, company, untold))


def _lines(s: Session, things: Sequence[Thing], hearers: Hearers) -> list[Fact]:
    """A line each; of several reports each says of which."""
    lines = [_line(s, each, hearers) for each in things]
    if len({each.case.season.id for each in things}) == 1:
        return lines
    return [_of_report(each, line) for each, line in zip(things, lines, strict=True)]


def _of_report(thing: Thing, line: Fact) -> Say:
    year, licence = str(thing.case.season.year), licence_of(thing.case)
    return say("digest-of-report", licence=licence, year=year, line=line)


def _line(s: Session, thing: Thing, hearers: Hearers) -> Fact:
    if thing.kind in STATUTORY:
        return thing_lines(s, thing, private=False)[0]
    told = sum(_is_told(thing, task, hearers.reachable) for task in thing.tasks)
    facts = {"count": len(thing.tasks), "told": told, "days": abs(thing.days)}
    name = "digest-group-past" if thing.days < 0 else "digest-group-step"
    line = thing_lines(s, thing, private=False)[0]
    return Say(name, {**line.facts, **facts})


def _is_told(thing: Thing, task: Task, reachable: Container[PersonId]) -> bool:
    """Whether somebody whose it is hears of it in private."""
    return not _colleagues(thing, task) and any(each in reachable for each in thing.asked(task))


def _colleagues(thing: Thing, task: Task) -> tuple[str, ...]:
    """Those without Telegram whose department is asked, where nobody with Telegram has it."""
    case = thing.case
    if task.condition is Condition.IN_REVIEW or owner_of(case.company, case.season, task.item):
        return ()
    asked = set(task.item.departments)
    on_telegram = {one for each in case.company.members for one in each.departments}
    if asked & on_telegram:
        return ()
    return tuple(each.name for each in case.company.colleagues if asked & set(each.departments))


def _untold(things: Sequence[Thing], reachable: Container[PersonId]) -> list[_Untold]:
    """By person, in the order of the things; the law's dates are everybody's and name nobody."""
    found: dict[tuple[str, str], _Untold] = {}
    for thing in things:
        if thing.kind in STATUTORY:
            continue
        for task in thing.tasks:
            if _is_told(thing, task, reachable):
                continue
            for name in _names(thing, task) or ("",):
                before = found.get((name, thing.owed.rung.subject), _Untold(name, thing, ()))
                tasks = (*before.tasks, task)
                found[name, thing.owed.rung.subject] = _Untold(name, thing, tasks)
    return list(found.values())


def _names(thing: Thing, task: Task) -> tuple[str, ...]:
    of_members = (each for each in thing.case.company.members)
    asked = thing.asked(task)
    return _colleagues(thing, task) or tuple(
        each.name for each in of_members if each.person in asked
    )


def _person_line(s: Session, untold: _Untold) -> Say:
    thing = untold.thing
    named = [task for task in untold.tasks if is_named(s, thing, task, private=False)]
    hidden = len(untold.tasks) - len(named)
    titles: list[Fact] = [task.item.title for task in named[:TITLES_SHOWN]]
    titles += [say("digest-internal-matters", count=hidden)] if hidden else []
    rest = len(named) - TITLES_SHOWN
    what = say("digest-titles", titles=Listed(tuple(titles)), rest=max(rest, 0))
    if not untold.name:
        return say("digest-nobody-s", what=what)
    return say("digest-untold", who=untold.name, what=what)


def _rows(
    s: Session, company: Company, untold: Sequence[_Untold]
) -> tuple[tuple[LinkTap, ...], ...]:
    """To the very items in private; an internal matter is no button."""
    link = s.house.identity.link
    named = [
        (each.thing, task)
        for each in untold
        for task in each.tasks
        if is_named(s, each.thing, task, private=False)
    ]
    taps = tuple(
        (
            LinkTap(
                say("tap-hand-in-item", title=task.item.title),
                link(f"t-{company.id}-{thing.case.season.id}-{task.item.key}"),
            ),
        )
        for thing, task in named[:BUTTONS]
    )
    return taps or ((LinkTap(say("tap-board-private"), link(f"c-{company.id}")),),)

"""看板: one living message in a group. Progress only; nothing private, no internal matters by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chat.card import Card, LinkTap
from chat.screens.progress import step_name, verdict
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.assigning import owner_of
from workflow.checklist import Task
from workflow.model import Company, Lifecycle, Season
from workflow.reviewing import is_sensitive
from workflow.team import Group

SEASONS_SHOWN = 2
OVERDUE_SHOWN = 2
NEXT_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Open:
    """An open item with the day it is wanted."""

    case: Case
    task: Task
    due: date | None


def board_card(s: Session, company: Company, group: Group) -> Card:
    """The board of a company, for that group: what outsiders may see is less."""
    cases = [s.case_of(company, season) for season in active(company)]
    lines: list[Fact] = [say("board-heading", company=company.name)]
    for case in cases[:SEASONS_SHOWN]:
        lines += _progress(s, case)
    if len(cases) > SEASONS_SHOWN:
        lines.append(say("board-more", count=len(cases) - SEASONS_SHOWN))
    coming = [] if group.has_outsiders else _coming(s, cases)
    lines += [_line(each) for each in coming]
    # The last change's time, not the present: what says nothing new is not edited.
    lines += [say("board-at", at=event.at) for event in company.recent[-1:]]
    return Card(tuple(lines), _rows(s, company, coming))


def active(company: Company) -> tuple[Season, ...]:
    """The seasons under way, the newest first."""
    return tuple(each for each in reversed(company.seasons) if each.lifecycle is Lifecycle.ACTIVE)


def _progress(s: Session, case: Case) -> list[Fact]:
    view = s.overview(case)
    facts: dict[str, Fact] = {
        "licence": case.pack.title,
        "year": str(case.season.year),
        "percent": view.percent,
        "verdict": verdict(case, view),
    }
    lines: list[Fact] = [say("board-season", **facts)]
    lines += [
        say("board-overdue", step=step_name(row.step), days=-(row.days_left or 0))
        for row in view.overdue[:OVERDUE_SHOWN]
    ]
    return lines


def _coming(s: Session, cases: Iterable[Case]) -> list[_Open]:
    """The next open items of all seasons, soonest first."""
    found = [
        _Open(case, task, row.step.due)
        for case in cases
        for row in s.overview(case).rows
        for task in row.tasks
        if task.is_owed and row.step.due is not None
    ]
    return sorted(found, key=lambda each: each.due or date.max)[:NEXT_SHOWN]


def _line(each: _Open) -> Say:
    due = ShortDay(each.due) if each.due else ""
    if is_sensitive(each.case.season, each.task.item):
        return say("board-internal", due=due)
    return say("board-next", title=each.task.item.title, due=due, who=_who(each))


def _who(each: _Open) -> Fact:
    """To whom it was given, else its departments."""
    owner = owner_of(each.case.company, each.case.season, each.task.item)
    for member in each.case.company.members:
        if member.person == owner:
            return member.name
    names = [say(f"department-{one.lower()}") for one in each.task.item.departments]
    return Listed(tuple(names)) if names else say("board-nobody")


def _rows(s: Session, company: Company, coming: Iterable[_Open]) -> tuple[tuple[LinkTap, ...], ...]:
    link = s.house.identity.link
    items = tuple(
        (
            LinkTap(
                say("tap-board-item", title=each.task.item.title),
                link(f"t-{company.id}-{each.case.season.id}-{each.task.item.key}"),
            ),
        )
        for each in coming
        if not is_sensitive(each.case.season, each.task.item)
    )
    return (*items, (LinkTap(say("tap-board-private"), link(f"c-{company.id}")),))

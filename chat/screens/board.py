"""看板: one living message in a group. Progress only; nothing private, no internal matters by name."""

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, LinkTap, Tap
from chat.screens.progress import SCREEN_LINES, step_name, verdict
from chat.screens.steps import page_taps
from chat.screens.which import licence_of
from chat.screens.working import whose
from chat.session import Case, Session
from messages.say import Fact, Say, ShortDay, say
from workflow.checklist import Task
from workflow.model import Company, Lifecycle, Season
from workflow.progress import Overview
from workflow.reviewing import is_sensitive
from workflow.team import Group

FEW_SEASONS = 2
"""So many are shown with what is overdue in them; of more each has a line."""
SEASONS_A_PAGE = 5
OVERDUE_SHOWN = 2
NEXT_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Open:
    """An open item with the day it is wanted."""

    case: Case
    task: Task
    due: date | None


def board_card(s: Session, company: Company, group: Group, page: int = 0) -> Card:
    """The board of a company, for that group: what outsiders may see is less.

    Of many seasons that page, or the last if there are fewer by now.
    """
    cases = [s.case_of(company, season) for season in active(company)]
    page = page_within(page, cases)
    told = _many(s, cases, page) if len(cases) > FEW_SEASONS else _few(s, cases)
    lines = [say("board-heading", company=company.name), *told]
    room = SCREEN_LINES - 1 - len(lines)
    coming = [] if group.has_outsiders else _coming(s, cases)[:room]
    lines += [_line(each) for each in coming]
    # The last change's time, not the present: what says nothing new is not edited.
    lines += [say("board-at", at=event.at) for event in company.recent[-1:]]
    return Card(tuple(lines), (*_rows(s, company, coming), _turn(cases, page)))


def active(company: Company) -> tuple[Season, ...]:
    """The seasons under way, the newest first."""
    return tuple(each for each in reversed(company.seasons) if each.lifecycle is Lifecycle.ACTIVE)


def page_within(page: int, seasons: Sized) -> int:
    """The page, or the last there is."""
    return max(0, min(page, pages_of(seasons) - 1))


def pages_of(seasons: Sized) -> int:
    """How many pages that many seasons fill."""
    return -(-len(seasons) // SEASONS_A_PAGE)


def _few(s: Session, cases: Iterable[Case]) -> list[Say]:
    """Each with whether it can be filed, and with its overdue steps."""
    lines: list[Say] = []
    for case in cases:
        view = s.overview(case)
        lines += [say("board-season", **_season_facts(case, view)), verdict(case, view)]
        lines += [
            say("board-overdue", step=step_name(row.step), days=-(row.days_left or 0))
            for row in view.overdue[:OVERDUE_SHOWN]
        ]
    return lines


def _many(s: Session, cases: Sequence[Case], page: int) -> list[Say]:
    """A line each; which page it is, where there are several."""
    shown = cases[page * SEASONS_A_PAGE : (page + 1) * SEASONS_A_PAGE]
    lines = [_season_line(case, s.overview(case)) for case in shown]
    if pages_of(cases) > 1:
        at = say("board-page", page=page + 1, pages=pages_of(cases), count=len(cases))
        lines.append(at)
    return lines


def _season_line(case: Case, view: Overview) -> Say:
    facts = _season_facts(case, view)
    overdue = len(view.overdue)
    return say("board-season-line", verdict=verdict(case, view), overdue=overdue, **facts)


def _season_facts(case: Case, view: Overview) -> dict[str, Fact]:
    return {
        "licence": licence_of(case),
        "year": str(case.season.year),
        "percent": view.percent,
    }


def _turn(cases: Sequence[Case], page: int) -> tuple[Tap, ...]:
    return page_taps(page, len(cases), SEASONS_A_PAGE, lambda to: ref(Verb.BOARD_PAGE, to))


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
    return say("board-next", title=each.task.item.title, due=due, who=whose(each.case, each.task))


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

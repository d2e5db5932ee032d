"""Timelines to be drawn: quiet ones, crowded ones, and one with everything that can stand on it."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from messages.catalogue import load_catalogue
from messages.wording import Wording
from reports.drawing import Drawing
from reports.timeline_words import worded
from tests.workflow.firm import CALENDAR, CALL_CENTRE, OPENED, first_season, look, opened
from workflow.basis import Basis, Standing
from workflow.due_rules import DayOfYear
from workflow.filing import FilingState
from workflow.pack import Milestone
from workflow.text import Text
from workflow.timeline import Mark, Point, Timeline, timeline

CATALOGUE = load_catalogue()
ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2027, 2, 10)


def quiet(today: date = OPENED) -> Timeline:
    """A season just opened."""
    company = opened()
    season = first_season(company)
    return timeline(company, season, CALL_CENTRE, CALENDAR, look(company, today), today)


def everything(name: str = "北京甲呼叫科技有限公司", title: str = "步骤") -> Timeline:
    """A step of every mark, with dates moved and dates beyond both edges."""
    days = (date(2026, 11, 1), date(2027, 1, 15), date(2027, 2, 4), date(2027, 2, 26), None)
    points = tuple(
        replace(_point(title, number, mark), due=days[number % len(days)])
        for number, mark in enumerate(Mark)
    )
    far = replace(_point(title, 9, Mark.OPEN), due=date(2027, 9, 30))
    return replace(
        quiet(TODAY),
        company=name,
        points=(*points, far),
        left_out=3,
        filing=FilingState.NOT_OPEN,
        missing=6,
        done=55,
        total=90,
        provisional=True,
    )


def _point(title: str, number: int, mark: Mark) -> Point:
    step = Milestone(
        CALL_CENTRE.submission,
        number or None,
        Text(title, title),
        Basis(Standing.INTERNAL),
        (),
        DayOfYear(3, 31),
    )
    late = 6 if mark is Mark.OVERDUE else 0
    return Point(step, mark, None, date(2027, 3, 31), date(2027, 3, 10), 3, 7, late)


def drawing(seen: Timeline, locale: str = "zh-CN", theme: str = "light") -> Drawing:
    """The same in words."""
    return worded(seen, Wording(CATALOGUE, locale, ZONE), theme)

"""进度 remembered: the same company on the same day is counted once, however often it is asked."""

from collections import OrderedDict
from datetime import date

from workflow.ids import CompanyId, SeasonId
from workflow.model import Company, Season
from workflow.pack import Pack
from workflow.progress import Overview, overview
from workflow.workdays import Calendar

REMEMBERED = 64
"""So many seasons; more are counted again."""


class Overviews:
    """Counts seasons under one calendar, and remembers the latest.

    Companies are values that never change: the very same object means the very same overview. An
    equal one is counted again, which costs a little and is never wrong.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._kept: OrderedDict[tuple[CompanyId, SeasonId], tuple[Company, date, Overview]]
        self._kept = OrderedDict()

    def of(self, company: Company, season: Season, pack: Pack, today: date) -> Overview:
        """The season of that company as it stands on `today`."""
        key = (company.id, season.id)
        of_company, on, known = self._kept.get(key, (None, None, None))
        if known is None or of_company is not company or on != today:
            known = overview(company, season, pack, self._calendar, today)
            self._kept[key] = (company, today, known)
        self._kept.move_to_end(key)
        if len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)
        return known

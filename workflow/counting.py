"""试算: a count of 31 December against the year before. No rule asks for it (docs/domain.md, fact 9)."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from workflow.checklist import state_of
from workflow.given import AnswerGiven, Number
from workflow.ids import ItemKey
from workflow.model import Company, Lifecycle, Season
from workflow.pack import Item, NumberSpec, Pack

COUNTED = ItemKey("seats_total")
"""The figure that is tried: of packs that have it."""
SHARE = Decimal(30)
"""From so many percent on, either way, a prudent company explains a change: `unverified`."""
DECEMBER = 12
_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Trial:
    """A count as it would be told, beside that of the year before."""

    before: Decimal
    now: Decimal

    @property
    def percent(self) -> Decimal:
        """By how many percent it changed, below zero for less; all of it where there was nothing."""
        if not self.before:
            return _ALL if self.now else Decimal(0)
        return (self.now - self.before) * _ALL / self.before

    @property
    def reaches(self) -> bool:
        """Whether the change is one to explain: 400 to 280 is, 400 to 281 is not."""
        return abs(self.percent) >= SHARE

    @property
    def low(self) -> int:
        """From here down it would be."""
        return int((self.before * (_ALL - SHARE) / _ALL).to_integral_value(ROUND_FLOOR))

    @property
    def high(self) -> int:
        """From here up it would be."""
        return int((self.before * (_ALL + SHARE) / _ALL).to_integral_value(ROUND_CEILING))


def counted_item(pack: Pack) -> Item | None:
    """The figure of this licence that can be tried; None if it has none."""
    found = next((item for item in pack.items if item.key == COUNTED), None)
    return found if found is not None and isinstance(found.spec, NumberSpec) else None


def year_counted(season: Season, today: date) -> int:
    """Whose 31 December it is: of the season's year, or in December of the one that is ending."""
    return max(season.year, today.year if today.month == DECEMBER else 0)


def count_of_year(company: Company, season: Season, item: Item, year: int) -> Decimal | None:
    """What was told for that year, for the same licence; None if nothing stands there."""
    for each in company.seasons:
        if each.year == year and _is_same_licence(each, season):
            live = state_of(company, each, item).live
            given = live[-1].given if live else None
            if isinstance(given, AnswerGiven) and isinstance(given.value, Number):
                return given.value.value
    return None


def _is_same_licence(one: Season, other: Season) -> bool:
    kinds = {each.pack.partition("@")[0] for each in (one, other)}
    is_there = one.lifecycle is not Lifecycle.REMOVED
    return is_there and len(kinds) == 1 and one.licence_no == other.licence_no

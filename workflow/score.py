"""The simulated credit score of a season, exactly: SIMULATION, nobody's official score.

A component whose inputs are missing has no points. The total is made from the weights of those that
have; beside it stands what it would be if the missing ones had nothing, and if they had everything.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from workflow.checks import run
from workflow.figures import Figures
from workflow.filing import live_filings
from workflow.findings import FindingState
from workflow.ids import ItemKey
from workflow.judging import findings
from workflow.looking import looked_at
from workflow.model import Company, FilingFact, Season
from workflow.nodes import Node
from workflow.pack import Pack
from workflow.reckoning import holds
from workflow.rules import RuleKey
from workflow.score_points import (
    NOTHING,
    accuracy,
    complaints,
    consistency,
    lists,
    numbers,
    security,
    service,
    timeliness,
)
from workflow.scoring import OF_THE_REPORT, WHOLE, Component, Scoring, Share
from workflow.workdays import Calendar

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Part:
    """One component: its points from 0 to 100, None where an input is missing."""

    component: Component
    weight: Decimal
    points: Decimal | None
    applies: bool = True

    @property
    def is_known(self) -> bool:
        """Whether it has points."""
        return self.applies and self.points is not None


@dataclass(frozen=True, slots=True)
class Score:
    """The parts, and what they come to; a total of None has no part at all."""

    parts: tuple[Part, ...]
    total: Decimal | None
    low: Decimal
    """With nothing for what is missing."""
    high: Decimal
    """With everything for it."""
    weight: Decimal
    """Of 100: from how many points of weight the total is made."""
    veto_below: Decimal

    @property
    def is_vetoed(self) -> bool:
        """Strictly below: exactly on the line passes."""
        return self.total is not None and self.total < self.veto_below

    @property
    def of_report(self) -> tuple[Decimal, Decimal]:
        """The points of the report's own part, and the weight they are of."""
        known = [part for part in self.parts if part.component in OF_THE_REPORT and part.is_known]
        return rounded(_sum(known)), sum((part.weight for part in known), NOTHING)


def rounded(points: Decimal) -> Decimal:
    """To one decimal, a half upwards."""
    return points.quantize(TENTH, ROUND_HALF_UP)


def _sum(parts: Collection[Part]) -> Decimal:
    return sum((part.weight * (part.points or NOTHING) for part in parts), NOTHING) / WHOLE


def added_up(parts: tuple[Part, ...], veto_below: Decimal, cap: Decimal | None = None) -> Score:
    """The parts as a score; no total is above `cap`."""
    known = [part for part in parts if part.is_known]
    weight = sum((part.weight for part in known), NOTHING)
    missing = sum((p.weight for p in parts if p.applies and not p.is_known), NOTHING)
    points, whole = _sum(known), weight + missing

    def of(some: Decimal, weights: Decimal) -> Decimal:
        share = rounded(some * WHOLE / weights) if weights else NOTHING
        return share if cap is None else min(share, cap)

    total = of(points, weight) if weight else None
    return Score(parts, total, of(points, whole), of(points + missing, whole), weight, veto_below)


def score(
    company: Company,
    season: Season,
    pack: Pack,
    calendar: Calendar,
    today: date,
    without: Collection[RuleKey] = (),
) -> Score | None:
    """The score today; None where the pack weighs none. `without`: as if these findings were fixed."""
    scoring = pack.score
    if scoring is None:
        return None
    figures = Figures(company, season, pack)
    checks = run(company, season, pack)
    open_ones = tuple(
        each
        for each in findings(company, season, pack)
        if each.state is FindingState.OPEN and each.key not in without
    )
    points = {
        Component.TIMELINESS: timeliness(company, season, pack, calendar, today),
        Component.ACCURACY: accuracy(season, checks, open_ones, scoring),
        Component.CONSISTENCY: consistency(checks, open_ones, scoring, without),
        Component.LISTS: lists(figures, scoring),
        Component.NUMBERS: numbers(figures, scoring),
        Component.COMPLAINTS: complaints(figures, scoring),
        Component.SECURITY: security(figures, scoring),
        Component.SERVICE: service(figures, scoring),
    }
    parts = tuple(
        Part(each, weight, points[each], _applies(each, figures, scoring))
        for each, weight in scoring.weights.items()
    )
    return added_up(parts, scoring.veto_below, _cap(season, figures, scoring))


def _applies(component: Component, figures: Figures, scoring: Scoring) -> bool:
    """Who holds no numbers is not scored by them."""
    if component is not Component.NUMBERS:
        return True
    if not scoring.numbers:
        return False
    return scoring.has_numbers is None or holds(scoring.has_numbers, figures) is not False


def _cap(season: Season, figures: Figures, scoring: Scoring) -> Decimal | None:
    if holds(scoring.dishonest, figures):
        return NOTHING
    return scoring.bad_list_cap if _is_bad_listed(season) else None


def _is_bad_listed(season: Season) -> bool:
    turns = (FilingFact.BAD_LISTED, FilingFact.DELISTED)
    listed = [each.fact for each in live_filings(season) if each.fact in turns]
    return listed[-1:] == [FilingFact.BAD_LISTED]


# --- what is missing --------------------------------------------------------------------------


def missing_inputs(company: Company, season: Season, pack: Pack, of: Score) -> tuple[ItemKey, ...]:
    """The figures that components without points wait for, each once."""
    if pack.score is None:
        return ()
    figures = Figures(company, season, pack)
    waiting = {part.component for part in of.parts if part.applies and not part.is_known}
    looks = (
        look.item
        for component, nodes in _roots(pack.score).items()
        if component in waiting
        for node in nodes
        for look in looked_at(node)
    )
    return tuple(key for key in dict.fromkeys(looks) if figures.entry(key) is None)


def _roots(scoring: Scoring) -> Mapping[Component, tuple[Node, ...]]:
    shares = tuple(each.value for each in scoring.numbers if isinstance(each, Share))
    served = tuple(node for each in scoring.service for node in (each.value, each.target))
    return {
        Component.LISTS: (scoring.penalties, scoring.dishonest),
        Component.NUMBERS: shares,
        Component.COMPLAINTS: (scoring.complaint_rate, scoring.benchmark),
        Component.SERVICE: served,
    }

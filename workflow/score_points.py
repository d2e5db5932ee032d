"""The points of each component of the simulated score, from 0 to 100; None where an input is missing."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from workflow.checks import Check, Verdict
from workflow.figures import Figures
from workflow.filing import live_filings
from workflow.judging import Finding
from workflow.model import Company, FilingFact, Lifecycle, Season
from workflow.pack import Pack
from workflow.reckoning import holds, reckon
from workflow.rules import RuleKey, Severity
from workflow.schedule import statutory_date
from workflow.scoring import WHOLE, Scoring, Share, Step, Timely
from workflow.workdays import Calendar

NOTHING, ONE = Decimal(0), Decimal(1)
LATE_MONTH = 4
"""In April the authority takes late reports (docs/domain.md section 0)."""
_AGAIN = frozenset({FilingFact.REOPENED, FilingFact.RETURNED})


def clamped(points: Decimal) -> Decimal:
    """Between 0 and 100."""
    return max(NOTHING, min(WHOLE, points))


# --- the report itself ----------------------------------------------------------------------


def timeliness(
    company: Company, season: Season, pack: Pack, calendar: Calendar, today: date
) -> Decimal | None:
    """Until the statutory day is over, nothing can be said of a report that is not filed."""
    assert pack.score is not None  # noqa: S101 - asked only for a pack that weighs
    last = statutory_date(pack, season.year)
    on = _first_report(season)
    if on is None:
        return None if today <= last else NOTHING
    licences = [
        each
        for each in company.seasons
        if each.year == season.year and each.lifecycle is not Lifecycle.REMOVED
    ]
    filed = sum(_first_report(each) is not None for each in licences)
    return timely(on, last, calendar, pack.score.timely) * filed / len(licences)


def _first_report(season: Season) -> date | None:
    reports = (each.on for each in live_filings(season) if each.fact is FilingFact.REPORTED)
    return min(reports, default=None)


def timely(on: date, last: date, calendar: Calendar, points: Timely) -> Decimal:
    """100 for ten working days early, in a line to 80 on the last day; 40 in April, then nothing."""
    if on > last:
        is_late = (on.year, on.month) == (last.year, LATE_MONTH)
        return points.late if is_late else NOTHING
    early = len(calendar.between(date.fromordinal(on.toordinal() + 1), last))
    share = min(early, points.early_workdays) / Decimal(points.early_workdays)
    return points.last_day + (points.early - points.last_day) * share


def accuracy(
    season: Season, checks: Collection[Check], open_ones: Collection[Finding], scoring: Scoring
) -> Decimal | None:
    """100 less what open findings and later corrections cost; None where nothing was checked."""
    if not _checked(checks):
        return None
    off = sum((scoring.off.get(each.severity, NOTHING) for each in open_ones), NOTHING)
    return clamped(WHOLE - off - scoring.off_correction * _corrections(season))


def _corrections(season: Season) -> int:
    """How often the report was opened or sent back after it was first filed."""
    first = _first_report(season)
    facts = (each for each in live_filings(season) if each.fact in _AGAIN)
    return sum(first is not None and each.on >= first for each in facts)


def _checked(checks: Collection[Check]) -> list[Check]:
    """What was looked at; a substantive change is no contradiction."""
    seen = (Verdict.PASSED, Verdict.FIRED)
    return [each for each in checks if each.verdict in seen and not each.rule.opens]


def consistency(
    checks: Collection[Check],
    open_ones: Collection[Finding],
    scoring: Scoring,
    without: Collection[RuleKey],
) -> Decimal | None:
    """Of the rules that could be checked, how many passed, by their weight."""
    seen = [(_weight(each.rule.severity, scoring), each) for each in _checked(checks)]
    whole = sum((weight for weight, _ in seen), NOTHING)
    if not whole:
        return None
    passed = sum((weight for weight, each in seen if _passes(each, without)), NOTHING)
    changes = len({each.check.rule.opens for each in open_ones if each.check.rule.opens})
    return clamped(WHOLE * passed / whole - scoring.off_change * changes)


def _weight(severity: Severity, scoring: Scoring) -> Decimal:
    return scoring.off.get(severity, NOTHING)


def _passes(check: Check, without: Collection[RuleKey]) -> bool:
    return check.verdict is Verdict.PASSED or check.rule.key in without


# --- what else is known ---------------------------------------------------------------------


def lists(figures: Figures, scoring: Scoring) -> Decimal | None:
    """100 less what each penalty of three years costs."""
    penalties = reckon(scoring.penalties, figures)
    if penalties is None or holds(scoring.dishonest, figures) is None:
        return None
    return clamped(WHOLE - scoring.off_penalty * penalties)


def numbers(figures: Figures, scoring: Scoring) -> Decimal | None:
    """The four shares of docs/domain.md section 10.5."""
    shares = [(each.weight, _share(each, figures)) for each in scoring.numbers]
    known = [(weight, value) for weight, value in shares if value is not None]
    if not shares or len(known) < len(shares):
        return None
    return clamped(WHOLE * sum((w * max(NOTHING, min(ONE, v)) for w, v in known), NOTHING))


def _share(part: Share | Step, figures: Figures) -> Decimal | None:
    if isinstance(part, Share):
        return reckon(part.value, figures)
    return ONE if holds(part.done, figures) else NOTHING


def complaints(figures: Figures, scoring: Scoring) -> Decimal | None:
    """At the benchmark that the company named 50, at twice of it nothing."""
    rate, benchmark = (
        reckon(each, figures) for each in (scoring.complaint_rate, scoring.benchmark)
    )
    if rate is None or not benchmark:
        return None
    return clamped(WHOLE * (ONE - rate / (2 * benchmark)))


def security(figures: Figures, scoring: Scoring) -> Decimal | None:
    """How much of the papers is there and in date."""
    if not scoring.security:
        return None
    there = sum(holds(each, figures) is True for each in scoring.security)
    return WHOLE * there / len(scoring.security)


def service(figures: Figures, scoring: Scoring) -> Decimal | None:
    """How much of the company's own targets was met."""
    pairs = [(reckon(t.value, figures), reckon(t.target, figures)) for t in scoring.service]
    met = [
        clamped(WHOLE * value / target) for value, target in pairs if value is not None and target
    ]
    return sum(met, NOTHING) / len(met) if met else None

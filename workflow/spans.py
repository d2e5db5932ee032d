"""Stretches of time that may overlap: an hour counts once, by the one that reached the furthest.

Exact fractions. The rules and the figures worked out from a log count by this one way
(docs/decisions/0015).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Span:
    """From one minute to another, and what share of the whole it reached: 1 for all of it."""

    start: datetime
    end: datetime
    share: Fraction = Fraction(1)


def hours(start: datetime, end: datetime) -> Fraction:
    """From the one minute to the other."""
    return Fraction(int((end - start).total_seconds()), _SECONDS)


def bounds_of(year: int) -> tuple[datetime, datetime]:
    """The first minute of the year, and the one after its last."""
    return datetime.fromisoformat(f"{year:04}-01-01 00:00"), datetime.fromisoformat(
        f"{year + 1:04}-01-01 00:00"
    )


def reached(spans: Iterable[Span], year: int) -> Fraction:
    """Hours of the year that lie in one of them at least, each times the largest share there."""
    known = tuple(spans)
    total, wider = Fraction(0), Fraction(0)
    for share in sorted({each.share for each in known}, reverse=True):
        covered = _covered((each for each in known if each.share >= share), year)
        total += (covered - wider) * share
        wider = covered
    return total


def _covered(spans: Iterable[Span], year: int) -> Fraction:
    """Hours of the year in which at least one of them lasted."""
    seen, last = bounds_of(year)
    total = Fraction(0)
    for start, end in sorted((each.start, each.end) for each in spans):
        start, end = max(start, seen), min(end, last)  # noqa: PLW2901 - what of it is new
        if start < end:
            total, seen = total + hours(start, end), end
    return total

"""What rules do with numbers, days and texts once they are known: exact, and never raising."""

import re
import unicodedata
from calendar import isleap
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction

from workflow.nodes import Comparison, Operator, Over
from workflow.stamps import minute_of

PRECISION = 50
"""Digits: quotients are cut there, sums and products of what people type are exact."""

MONTHS = 12
_MONTH = re.compile(r"([0-9]{4})[^0-9]{0,3}([0-9]{1,2})(?![0-9])")


def worked_out(operator: Operator, numbers: Sequence[Decimal]) -> Decimal | None:
    """What the operator makes of them; None where it would be divided by nothing."""
    return _carefully(_OPERATORS[operator], numbers)


def over_rows(over: Over, numbers: Sequence[Decimal]) -> Decimal | None:
    """What is made of a column; None for the largest and the least of nothing."""
    if over is Over.TOTAL:
        return worked_out(Operator.SUM, numbers)
    operator = Operator.LARGEST if over is Over.MOST else Operator.SMALLEST
    return worked_out(operator, numbers) if numbers else None


def fraction_of(number: Decimal) -> Fraction | None:
    """The same number; None for one with more digits than anybody means."""
    is_sane = number.is_finite() and abs(number.adjusted()) <= PRECISION
    return Fraction(number) if is_sane else None


def decimal_of(fraction: Fraction) -> Decimal:
    """The number, cut after 50 digits."""
    with localcontext() as context:
        context.prec = PRECISION
        return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def stand_so(comparison: Comparison, left: Decimal, right: Decimal) -> bool:
    """Whether two numbers stand so to each other."""
    return _COMPARISONS[comparison](left, right)


def _carefully(
    work: Callable[[Sequence[Decimal]], Decimal], numbers: Sequence[Decimal]
) -> Decimal | None:
    with localcontext() as context:
        context.prec = PRECISION
        try:
            return work(numbers)
        except ArithmeticError:
            return None


def _change(of: Sequence[Decimal]) -> Decimal:
    return (of[0] - of[1]) / abs(of[1])


def _product(of: Sequence[Decimal]) -> Decimal:
    product = Decimal(1)
    for each in of:
        product *= each
    return product


_OPERATORS: Mapping[Operator, Callable[[Sequence[Decimal]], Decimal]] = {
    Operator.SUM: lambda of: sum(of, Decimal(0)),
    Operator.DIFFERENCE: lambda of: of[0] - of[1],
    Operator.PRODUCT: _product,
    Operator.QUOTIENT: lambda of: of[0] / of[1],
    Operator.DISTANCE: lambda of: abs(of[0] - of[1]),
    Operator.CHANGE: _change,
    Operator.LARGEST: max,
    Operator.SMALLEST: min,
}

_COMPARISONS: Mapping[Comparison, Callable[[Decimal, Decimal], bool]] = {
    Comparison.ABOVE: lambda left, right: left > right,
    Comparison.AT_LEAST: lambda left, right: left >= right,
    Comparison.BELOW: lambda left, right: left < right,
    Comparison.AT_MOST: lambda left, right: left <= right,
    Comparison.EQUAL: lambda left, right: left == right,
    Comparison.UNEQUAL: lambda left, right: left != right,
}


def hours_of(year: int) -> Decimal:
    """8,760, in a leap year 8,784."""
    return Decimal(24 * (366 if isleap(year) else 365))


def months_behind(text: str, year: int) -> Decimal | None:
    """Months from the one that is written ("2026-11", "2026年11月") to December of that year."""
    read = _MONTH.search(unicodedata.normalize("NFKC", text))
    month = int(read[2]) if read else 0
    if read is None or not 1 <= month <= MONTHS:
        return None
    return Decimal((year - int(read[1])) * MONTHS + MONTHS - month)


def hours_between(first: str, last: str) -> Decimal | None:
    """The hours from one minute to the other; None where one is none, or the last is before."""
    start, end = minute_of(first), minute_of(last)
    if start is None or end is None or end < start:
        return None
    return worked_out(
        Operator.QUOTIENT, (Decimal((end - start) // timedelta(minutes=1)), Decimal(60))
    )


def days_between(first: date, last: date) -> Decimal:
    """How many days later the last is."""
    return Decimal((last - first).days)


def plain(text: str) -> str:
    """The text without blanks, and with its signs in one width and case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()

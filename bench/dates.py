"""Reading dates beside dateparser alone, on phrases near those of the corpus."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter_ns

from messages.dates import Tense, read_date
from tests.messages.test_dates import dateparser_alone
from tests.messages.test_dates_campaign import HOUSE, asked

PHRASES = 4_000
AGAIN = 7  # times the slowest are measured anew: the machine may have been busy
SLOWEST = 20

Asked = tuple[str, date, Tense]


@dataclass(frozen=True)
class Read:
    """Times of ours, as parts of dateparser's median."""

    middle: float
    slowest: float


def measure() -> Read:
    """Each phrase read by us and by dateparser."""
    phrases = list(asked(PHRASES, seed=2))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # dateparser's own, on strange text
        theirs = median(_took(_theirs, each) for each in phrases)
    ours = [min(_took(_ours, each) for _ in range(3)) for each in phrases]
    slow = sorted(range(PHRASES), key=ours.__getitem__)[-SLOWEST:]
    slowest = max(min(_took(_ours, phrases[each]) for _ in range(AGAIN)) for each in slow)
    return Read(median(ours) / theirs, slowest / theirs)


def _ours(phrase: str, today: date, tense: Tense) -> None:
    read_date(phrase, today, tense, HOUSE)


def _theirs(phrase: str, today: date, tense: Tense) -> None:
    dateparser_alone(tense, phrase, today.isoformat())


def _took(read: Callable[[str, date, Tense], None], asked_for: Asked) -> int:
    began = perf_counter_ns()
    read(*asked_for)
    return perf_counter_ns() - began

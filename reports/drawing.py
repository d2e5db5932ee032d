"""What is drawn of a season: finished words, days as numbers, signs. Plain enough for JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Tone(StrEnum):
    """How a word or a bar is meant; the theme gives it a colour."""

    GOOD = "good"
    BAD = "bad"
    BUSY = "busy"
    WAITING = "waiting"
    QUIET = "quiet"
    PLAIN = "plain"


class Sign(StrEnum):
    """A drawn shape; the eight of a step stand at its name, the others in the legend only."""

    DONE = "done"
    REPORTED = "reported"
    OVERDUE = "overdue"
    WAITING = "waiting"
    STARTED = "started"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"
    WATCHED = "watched"
    DAY_OFF = "day_off"
    NOMINAL = "nominal"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True)
class Tag:
    """A word at a day, counted from the first day shown."""

    day: int
    word: str


@dataclass(frozen=True, slots=True)
class Row:
    """A step; days may lie before the first or after the last day shown."""

    sign: Sign
    name: str
    when: str
    count: str
    due: int | None
    nominal: int | None
    statutory: int | None
    share: float
    """Done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the legend with its word."""

    sign: Sign
    word: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture."""

    theme: str
    """`light` or `dark`."""
    title: str
    subtitle: str
    verdict: str
    tone: Tone
    countdown: str
    progress: str
    percent: str
    share: float
    days: int
    months: tuple[Tag, ...]
    off: tuple[tuple[int, int], ...]
    """Runs of days off, both ends included."""
    today: Tag
    statutory: Tag
    rows: tuple[Row, ...]
    legend: tuple[Key, ...]
    notes: tuple[str, ...]


def to_plain(drawing: Drawing) -> dict[str, Any]:
    """As JSON takes it."""
    return asdict(drawing)


def from_plain(told: Mapping[str, Any]) -> Drawing:
    """What `to_plain` wrote; KeyError, TypeError or ValueError for anything else."""
    return Drawing(
        **{
            **told,
            "tone": Tone(told["tone"]),
            "months": tuple(Tag(**each) for each in told["months"]),
            "off": tuple((first, last) for first, last in told["off"]),
            "today": Tag(**told["today"]),
            "statutory": Tag(**told["statutory"]),
            "rows": tuple(Row(**{**each, "sign": Sign(each["sign"])}) for each in told["rows"]),
            "legend": tuple(Key(Sign(each["sign"]), each["word"]) for each in told["legend"]),
            "notes": tuple(told["notes"]),
        }
    )

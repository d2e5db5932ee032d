"""Rows of fault logs, complaint logs and surveys, said in few words."""

from datetime import date
from decimal import Decimal

from workflow.given import Cell, Choices, Day, Number, Rows, Words

YES, NO = Choices(("yes",)), Choices(("no",))


def fault(start: str, end: str, *, impact: str = "", planned: bool = False) -> tuple[Cell, ...]:
    """A major fault; `impact` in percent of the users."""
    share = Number(Decimal(impact)) if impact else None
    return (Words(start), Words(end), share, YES, YES if planned else NO, Words("光缆中断"))


def minor(start: str, end: str, impact: str = "") -> tuple[Cell, ...]:
    """The same, not major."""
    start_, end_, share, _, *rest = fault(start, end, impact=impact)
    return (start_, end_, share, NO, *rest)


def complaint(received: str, replied: str = "", channel: str = "own") -> tuple[Cell, ...]:
    """One complaint."""
    answered = Day(date.fromisoformat(replied)) if replied else None
    return (Day(date.fromisoformat(received)), Choices((channel,)), answered, None)


def asked(on: str, answered: int, satisfied: int) -> tuple[Cell, ...]:
    """One batch of a survey."""
    day = Day(date.fromisoformat(on))
    return (day, Number(Decimal(answered)), Number(Decimal(satisfied)), None)


def log(*rows: tuple[Cell, ...]) -> Rows:
    """A whole log."""
    return Rows(rows)

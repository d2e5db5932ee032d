"""Reads a corpus of phrases and counts how an understanding of them does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CORPORA = Path(__file__).parent.parent / "corpora"


@dataclass(frozen=True, slots=True)
class Figures:
    """Right as expected; else refused or asked though it need not; wrong: a wrong value, silently."""

    right: int
    refused: int
    asked: int
    wrong: int

    @property
    def share(self) -> float:
        return self.right / (self.right + self.refused + self.asked + self.wrong)

    def __str__(self) -> str:
        return (
            f"{self.right} right, {self.refused} refused, {self.asked} asked, {self.wrong} wrong"
            f" ({self.share:.1%})"
        )


def lines(name: str) -> list[list[str]]:
    text = (CORPORA / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def figures(pairs: Iterable[tuple[str, str]]) -> Figures:
    """From pairs of what was expected and what came: a value, `ask …` or `refuse …`."""
    counted = Counter(_verdict(expected, got) for expected, got in pairs)
    return Figures(counted["right"], counted["refuse"], counted["ask"], counted["wrong"])


def _verdict(expected: str, got: str) -> str:
    kind = got.split(maxsplit=1)[0]
    if got == expected:
        return "right"
    return kind if kind in {"ask", "refuse"} else "wrong"

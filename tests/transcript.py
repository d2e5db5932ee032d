"""Transcripts as lines, and how an answer of the bot is read against them.

How to write one is said in transcripts/README.md; play.py plays them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from chat.talk import Copy, SendDocument, SheetToFill
from tests.talk import Person, Shown


class Unlike(AssertionError):
    """The bot did not say what the transcript says, or the transcript cannot be understood."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a transcript with the indented lines below it."""

    place: str
    words: str
    below: tuple[str, ...] = ()


def read_lines(page: Path) -> list[Line]:
    """The lines of a transcript, without remarks."""
    lines: list[Line] = []
    for number, raw in enumerate(page.read_text("utf-8").splitlines(), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith(" "):
            last = lines.pop()
            lines.append(Line(last.place, last.words, (*last.below, raw.strip())))
        else:
            lines.append(Line(f"{page.name}:{number}", raw.rstrip()))
    return lines


def holds(text: str, words: str) -> bool:
    """Whether a line of text holds the words; … stands for anything."""
    return re.search(".*?".join(map(re.escape, words.split("…"))), text) is not None


@dataclass
class Answer:
    """What the bot said to the last thing done, and how far the transcript has read it."""

    person: Person
    piece: int = 0
    line: int = 0
    read: set[int] = field(default_factory=set)
    pieces: list[list[str]] = field(init=False)
    """Messages, toasts and documents, each as its lines."""

    def __post_init__(self) -> None:
        self.pieces = [list(_lines(self.person, heard)) for heard in self.person.heard]

    def find(self, words: str) -> bool:
        """Read on to the next line that holds the words."""
        for piece in range(self.piece, len(self.pieces)):
            start = self.line if piece == self.piece else 0
            for line in range(start, len(self.pieces[piece])):
                if holds(self.pieces[piece][line], words):
                    self.piece, self.line = piece, line + 1
                    self.read.add(piece)
                    return True
        return False

    @property
    def shown(self) -> Shown | None:
        """The message that is being read."""
        heard = self.person.heard[self.piece] if self.person.heard else ""
        return self.person.screen[heard] if isinstance(heard, int) else None

    @property
    def messages(self) -> list[Shown]:
        """The messages of the answer."""
        return [self.person.screen[n] for n in self.person.heard if isinstance(n, int)]

    @property
    def unread(self) -> list[str]:
        """What the transcript does not mention."""
        left = (piece for n, piece in enumerate(self.pieces) if n not in self.read)
        return ["\n".join(piece) for piece in left]

    def __str__(self) -> str:
        """As it would stand in a transcript."""
        said = [
            _as_said(self.person, heard, lines)
            for heard, lines in zip(self.person.heard, self.pieces, strict=True)
        ]
        return "\n".join(said) or "bot ∅"


def _lines(person: Person, heard: int | str | SendDocument) -> Iterator[str]:
    match heard:
        case int():
            yield from person.screen[heard].text.splitlines()
        case str():
            yield heard
        case SendDocument(_, SheetToFill() as sheet, caption):
            yield f"«{sheet.name}» {caption}"
            yield " | ".join(column.heading for column in sheet.columns)
            yield from (" | ".join(row) for row in sheet.rows)
        case SendDocument(_, file, caption):
            yield f"«{file.name}» {caption}"


def _as_said(person: Person, heard: int | str | SendDocument, lines: list[str]) -> str:
    if isinstance(heard, str):
        return f"toast < {heard}"
    said = [f"bot < {line}" for line in lines]
    if isinstance(heard, int) and person.screen[heard].labels:
        rows = person.screen[heard].message.buttons
        said += ["bot " + " ".join(f"[{button.label}]" for button in row) for row in rows]
    return "\n".join(said)


def copied(shown: Shown, label: str) -> str:
    """What the button puts on the clipboard."""
    button = shown.button(label)
    return button.text if isinstance(button, Copy) else ""

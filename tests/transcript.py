"""Transcripts as lines, and how an answer of the bot is read against them.

How to write one is said in transcripts/README.md; play.py plays them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from chat.documents import SheetToFill
from chat.talk import Copy, SendDocument, SendPaper
from tests.screens import Gone, Heard, Screen, Shown


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
    """What came on a screen with the last thing done, and how far the transcript has read it."""

    screen: Screen
    teller: str = "bot"
    """How a line that reads it begins: `bot`, `bot @ 年报群`, `李会计 hears`."""
    piece: int = 0
    line: int = 0
    read: set[int] = field(default_factory=set)
    pieces: list[list[str]] = field(init=False)
    """Messages, toasts and documents, each as its lines."""

    def __post_init__(self) -> None:
        self.pieces = [list(_lines(self.screen, heard)) for heard in self.screen.heard]

    def expect(self, words: str) -> None:
        """What a line says of it is so, else Unlike."""
        if words.startswith("["):
            expect_buttons(self.shown, words)
        elif words.startswith("without "):
            expect_without(self.messages, self.pieces, words.removeprefix("without "))
        elif words == "∅":
            demand(not self.pieces, "it was not silent")
        elif words == "goes out":
            demand(any(isinstance(each, Gone) for each in self.screen.heard), "it stays")
            self.read.add(self.screen.heard.index(Gone()))
        else:
            found = self._find(words.removeprefix("< "))
            demand(found, "not said (any more) in this answer")

    def _find(self, words: str) -> bool:
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
        heard = self.screen.heard[self.piece] if self.screen.heard else ""
        return self.screen.shown[heard] if isinstance(heard, int) else None

    @property
    def messages(self) -> list[Shown]:
        """The messages of the answer."""
        return [self.screen.shown[n] for n in self.screen.heard if isinstance(n, int)]

    @property
    def unread(self) -> list[str]:
        """What the transcript does not mention."""
        left = (piece for n, piece in enumerate(self.pieces) if n not in self.read)
        return [f"{self.teller}: " + "\n".join(piece) for piece in left]

    def __str__(self) -> str:
        """As it would stand in a transcript; nothing for silence."""
        heard = zip(self.screen.heard, self.pieces, strict=True)
        return "\n".join(self._as_said(each, lines) for each, lines in heard)

    def _as_said(self, heard: Heard, lines: list[str]) -> str:
        if isinstance(heard, Gone):
            return f"{self.teller} goes out"
        if isinstance(heard, str):
            return f"toast < {heard}"
        said = [f"{self.teller} < {line}" for line in lines]
        if isinstance(heard, int):
            said += as_rows(self.teller, self.screen.shown[heard])
        return "\n".join(said)


def as_rows(teller: str, shown: Shown) -> list[str]:
    """Its buttons as they would stand in a transcript."""
    rows = shown.message.buttons
    return [f"{teller} " + " ".join(f"[{button.label}]" for button in row) for row in rows]


def _lines(screen: Screen, heard: Heard) -> Iterator[str]:
    match heard:
        case int():
            shown = screen.shown[heard]
            yield from (f"«{shown.picture}»",) if shown.picture else ()
            yield from shown.text.splitlines()
        case str():
            yield heard
        case Gone():
            yield ""
        case SendDocument(_, SheetToFill() as sheet, caption):
            yield f"«{sheet.name}» {caption}"
            yield " | ".join(column.heading for column in sheet.columns)
            yield from (" | ".join(row) for row in sheet.rows)
        case SendDocument(_, file, caption) | SendPaper(_, file, caption):
            yield from f"«{file.name}» {caption}".splitlines()


# --- what a line demands ----------------------------------------------------------------


def demand(kept: bool, otherwise: str) -> None:  # noqa: FBT001 - the question is the argument
    """Unlike, unless it is so."""
    if not kept:
        raise Unlike(otherwise)


def expect_buttons(shown: Shown | None, words: str) -> None:
    """`[label] [label]`: they are there; `[label] < words`: it copies them."""
    buttons, _, copies = words.partition("] < ")
    for label in re.findall(r"\[([^\]]+)", buttons):
        demand(shown is not None and shown.button(label) is not None, f"no button [{label}]")
        if copies and shown:
            demand(copies in copied(shown, label), f"[{label}] copies: {copied(shown, label)}")


def expect_without(messages: list[Shown], pieces: list[list[str]], words: str) -> None:
    """Neither said nor on a button."""
    labels = [label for shown in messages for label in shown.labels]
    told = [*labels, *(line for piece in pieces for line in piece)]
    demand(all(words not in each for each in told), f"{words!r} is there")


def copied(shown: Shown, label: str) -> str:
    """What the button puts on the clipboard."""
    button = shown.button(label)
    return button.text if isinstance(button, Copy) else ""


def expect_board(board: Shown | None, words: str) -> None:
    """What a line says of a group's board is so: `∅` none, `< words`, `[label]`, `without words`."""
    if words == "∅" or board is None:
        demand(board is None and words == "∅", "there is a board" if board else "there is none")
        return
    lines = board.text.splitlines()
    if words.startswith("["):
        expect_buttons(board, words)
    elif words.startswith("without "):
        expect_without([board], [lines], words.removeprefix("without "))
    else:
        told = words.removeprefix("< ")
        demand(any(holds(line, told) for line in lines), "\n".join(["not on the board:", *lines]))

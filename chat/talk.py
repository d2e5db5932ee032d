"""The language of the conversation: what comes in, what goes out. Plain data, no telegram.

An `Incoming` is one update; the desk answers it with `Outgoing`s whose texts are finished.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workflow.given import FileRef
from workflow.ids import PersonId
from workflow.ports import ChatId, RowId

# --- in ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who wrote; `language` as the messenger tells it, maybe empty."""

    person: PersonId
    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text; a command keeps its slash. `edited` if an earlier message was changed to this."""

    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under one of our messages."""

    data: str
    message: int
    press: str
    """What the answer to the press must name."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of an uploaded spreadsheet's first sheet, as texts, read within limits."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SheetUnreadable:
    """A spreadsheet that was refused; `sentence` says why, for people."""

    sentence: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file, checked and already in the evidence box."""

    file: FileRef
    caption: str = ""
    album: str = ""
    sheet: Sheet | SheetUnreadable | None = None


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not taken; `sentence` with its facts says why and what to do."""

    sentence: str
    facts: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class NotText:
    """Something we do not read: `voice`, `sticker`, `video_note`, `location`, `contact`, …."""

    kind: str


@dataclass(frozen=True, slots=True)
class BlockedUs:
    """The person blocked the bot, or (`blocked=False`) let it in again."""

    blocked: bool


What = Typed | Pressed | SentFile | RefusedFile | NotText | BlockedUs


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update, in our words."""

    row: RowId | None
    """The inbox row it came in; None for what we start ourselves."""
    chat: ChatId
    speaker: Speaker
    at: datetime
    what: What
    reply_to: tuple[str, ...] = ()
    """Data of the buttons under the message of ours that this one replies to."""


# --- out --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Press:
    """A button that comes back as `Pressed(data)`."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that copies a text of at most 256 characters."""

    label: str
    text: str


Button = Press | Copy


@dataclass(frozen=True, slots=True)
class Message:
    """Finished text (Telegram's HTML) with its buttons."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    """The keys shown in place of the keyboard; only with a message that has no buttons."""


@dataclass(frozen=True, slots=True)
class Send:
    """A new message."""

    chat: ChatId
    message: Message
    slot: str = ""
    """A later message for the same slot takes this one's place (the parts of an album)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Put this in place of an earlier message of ours; sent anew where it has vanished."""

    chat: ChatId
    message_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press; an empty one only stops the spinner."""

    press: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a template: its heading, an example or hint, and the answers to choose from."""

    heading: str
    hint: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetToFill:
    """A spreadsheet to be made by the edge: headings, hints, and the rows there are now."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SendDocument:
    """A file: one from the evidence box, or a sheet to be made."""

    chat: ChatId
    document: FileRef | SheetToFill
    caption: str = ""


Outgoing = Send | Edit | Toast | SendDocument

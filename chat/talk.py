"""The language of the conversation: what comes in, what goes out. Plain data, no telegram.

An `Incoming` is one update; the desk answers it with `Outgoing`s whose texts are finished.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from chat.cells import Places
from chat.documents import CalendarFile, PaperFile, SeasonPicture, SheetToFill, TrailExport
from chat.errands import Errand
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
    """A text; a command keeps its slash. `edited`: instead of another; `to_us`: so in a group."""

    text: str
    edited: bool = False
    to_us: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under one of our messages; an answer must name the `press`."""

    data: str
    message: int
    press: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one page of an uploaded spreadsheet, as texts, read within limits."""

    rows: tuple[tuple[str, ...], ...]
    places: Places = field(default=Places(), compare=False)


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


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """We were added to a group, or (`was_in`) our rights there are others now, `may_pin` among them."""

    may_pin: bool
    is_channel: bool = False
    """Not a group at all: nobody can answer us there."""
    was_in: bool = False


@dataclass(frozen=True, slots=True)
class PutOut:
    """We were removed from a group."""


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """The group became a supergroup; it has this number from now on."""

    to: ChatId


@dataclass(frozen=True, slots=True)
class FileInGroup:
    """A file in a group: never fetched; the parts of one `album` share its name."""

    name: str
    album: str = ""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An `anonymous` admin or a `channel` used a command: we cannot know who that is."""

    kind: str


What = (
    Typed
    | Pressed
    | SentFile
    | RefusedFile
    | NotText
    | BlockedUs
    | BroughtIn
    | PutOut
    | GroupMoved
    | FileInGroup
    | Unnamed
)


@dataclass(frozen=True, slots=True)
class Room:
    """The group an update comes from; in a forum the topic it stands in, else 0."""

    title: str
    topic: int = 0


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
    room: Room | None = None
    """None in a private chat."""
    message: int = 0
    """The number of what they wrote; 0 where there is none."""
    beside: tuple[str, ...] = ()
    """What else they wrote in it: a file's caption, its name."""


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


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address: the private chat with us, at the thing it is about."""

    label: str
    url: str


Button = Press | Copy | Link


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
    topic: int = 0
    """The forum topic it belongs in."""


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


Document = FileRef | SheetToFill | TrailExport | CalendarFile
"""One from the evidence box, or one to be made."""


@dataclass(frozen=True, slots=True)
class SendDocument:
    """A file."""

    chat: ChatId
    document: Document
    caption: str = ""


@dataclass(frozen=True, slots=True)
class SendPicture:
    """A picture with `message` as its caption and buttons; if it cannot be drawn, `otherwise`."""

    chat: ChatId
    picture: SeasonPicture
    message: Message
    otherwise: Message
    replaces: int = 0
    """The number of the picture whose place it takes; 0 for a new one."""


@dataclass(frozen=True, slots=True)
class SendPaper:
    """A paper, made and sent while the talk goes on; if it cannot be made, `otherwise`."""

    chat: ChatId
    paper: PaperFile
    caption: str
    otherwise: Message


@dataclass(frozen=True, slots=True)
class Leave:
    """Go out of a group that is none of ours."""

    chat: ChatId


@dataclass(frozen=True, slots=True)
class GoOn:
    """Nothing to send: let `Desk.go_on` do the next piece of what was begun in this chat."""

    chat: ChatId
    person: PersonId


Sendable = Send | Edit | Toast | SendDocument | SendPicture | SendPaper | Leave
Outgoing = Sendable | GoOn | Errand

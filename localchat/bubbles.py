"""A message as a person sees it in a chat: its text and its buttons."""

from dataclasses import dataclass

from localchat.delivery import SERVICE
from localchat.wire import Wire


@dataclass(frozen=True, slots=True)
class Key:
    """An inline button: its label, and the field that says what it does."""

    label: str
    data: str
    copies: str
    url: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message as it stands in the chat now; wire is the whole Bot API Message.

    by_bot says that the bot wrote it; a service message nobody wrote.
    """

    id: int
    by_bot: bool
    text: str
    rows: tuple[tuple[Key, ...], ...]
    wire: Wire

    @property
    def keys(self) -> tuple[Key, ...]:
        """All buttons under it, row after row."""
        return tuple(key for row in self.rows for key in row)

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons under it."""
        return [key.label for key in self.keys]

    @property
    def is_edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return "edit_date" in self.wire


def bubble(wire: Wire, bot: int) -> Bubble:
    """How a Bot API Message looks, in a chat where the bot has this user id."""
    text = wire.get("text") or wire.get("caption", "")
    by_bot = wire["from"]["id"] == bot and SERVICE.isdisjoint(wire)
    return Bubble(wire["message_id"], by_bot, text, _rows(wire), wire)


def _rows(wire: Wire) -> tuple[tuple[Key, ...], ...]:
    rows = wire.get("reply_markup", {}).get("inline_keyboard", [])
    return tuple(tuple(_key(button) for button in row) for row in rows)


def _key(button: Wire) -> Key:
    return Key(
        button["text"],
        button.get("callback_data", ""),
        button.get("copy_text", {}).get("text", ""),
        button.get("url", ""),
    )

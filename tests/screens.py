"""What stands on a screen in tests: the messages of one chat, and what came since the last deed."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chat.talk import (
    Button,
    Copy,
    Edit,
    Leave,
    Link,
    Message,
    Outgoing,
    Press,
    Pressed,
    Send,
    SendDocument,
    SendPaper,
    SendPicture,
    Toast,
)

_SIGN = re.compile(r"^[^\w/]+")
PAYLOAD = re.compile(r"[?&]start=([A-Za-z0-9_-]+)")


@dataclass
class Shown:
    """A message of the bot as it stands on the screen."""

    message: Message
    slot: str = ""
    picture: str = ""
    """The name of the picture above it, if there is one."""

    @property
    def text(self) -> str:
        """As read: without tags, entities resolved."""
        shown = html.unescape(re.sub(r"</?[a-z]+>", "", self.message.html))
        return shown.replace("\N{NON-BREAKING HYPHEN}", "-")  # as people type and read it

    @property
    def labels(self) -> list[str]:
        """What stands on its buttons."""
        return [button.label for button in self.buttons]

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, row by row."""
        return [button for row in self.message.buttons for button in row]

    def button(self, label: str) -> Button | None:
        """The button that reads so but for its sign (✏️), else the first that holds these words."""
        alike = [b for b in self.buttons if _SIGN.sub("", b.label) == label]
        return next((b for b in (*alike, *self.buttons) if label in b.label), None)

    @property
    def payloads(self) -> Iterator[str]:
        """What the links in it start us with, the one in its text first."""
        yield from PAYLOAD.findall(self.text)
        for button in self.buttons:
            if isinstance(button, Copy):
                yield from PAYLOAD.findall(button.text)
            elif isinstance(button, Link):
                yield from PAYLOAD.findall(button.url)


@dataclass(frozen=True, slots=True)
class Gone:
    """The bot went out of the group."""


Heard = int | str | SendDocument | SendPaper | Gone
"""A piece of an answer: the number of a message on the screen, a toast, a document."""


@dataclass
class Screen:
    """One chat, private or a group's."""

    shown: dict[int, Shown] = field(default_factory=dict)
    """Messages by number, the one sent or changed last at the end."""
    heard: list[Heard] = field(default_factory=list)
    """What came since the last thing done."""
    kept: dict[str, Pressed] = field(default_factory=dict)
    """Presses of all the buttons ever shown, by label, the newest of each."""
    links: list[str] = field(default_factory=list)
    """What all the links ever shown start us with, each once, oldest first."""

    def button(self, label: str) -> tuple[int, Button]:
        """The newest button of that label, and the message it is under; LookupError."""
        for number in reversed(self.shown):
            button = self.shown[number].button(label)
            if button is not None and not isinstance(button, Copy):
                return number, button
        message = f"no button {label!r}; there are {self.labels}"
        raise LookupError(message)

    def ever(self, label: str) -> Pressed:
        """A press of the newest button that ever read so, still shown or not; LookupError."""
        for known in (label, *(each for each in reversed(self.kept) if label in each)):
            if known in self.kept:
                return self.kept[known]
        message = f"there never was a button {label!r}"
        raise LookupError(message)

    def message(self, words: str) -> int:
        """The newest message in which the words stand; LookupError."""
        for number in reversed(self.shown):
            if words in self.shown[number].text:
                return number
        message = f"no message with {words!r} to reply to"
        raise LookupError(message)

    def data_under(self, number: int) -> tuple[str, ...]:
        """The data of the buttons under a message."""
        return tuple(b.data for b in self.shown[number].buttons if isinstance(b, Press))

    @property
    def labels(self) -> list[str]:
        """Labels on the newest message that has buttons."""
        labelled = [one.labels for _, one in sorted(self.shown.items()) if one.labels]
        return labelled[-1] if labelled else []

    def see(self, outgoing: Outgoing) -> None:
        """Something comes."""
        match outgoing:
            case Send(_, message, slot):
                self._put(self._place(slot), Shown(message, slot))
            case Edit(_, number, message):
                self._put(number, Shown(message))
            case Toast(_, text):
                if text and text not in self.heard:
                    self.heard.append(text)
            case SendDocument() | SendPaper():
                self.heard.append(outgoing)
            case SendPicture(_, picture, message, replaces=number):
                self._put(number or self._place(""), Shown(message, picture=picture.name))
            case Leave():
                self.heard.append(Gone())

    def _place(self, slot: str) -> int:
        """Where a new message goes; one for a slot takes the place of the one before it."""
        same = [number for number, shown in self.shown.items() if slot and shown.slot == slot]
        return same[-1] if same else max(self.shown, default=0) + 1

    def _put(self, number: int, shown: Shown) -> None:
        self.shown.pop(number, None)
        self.shown[number] = shown
        self.heard = [*(heard for heard in self.heard if heard != number), number]
        self.links += [each for each in dict.fromkeys(shown.payloads) if each not in self.links]
        for button in shown.buttons:
            if isinstance(button, Press):
                self.kept.pop(button.label, None)
                self.kept[button.label] = Pressed(button.data, number, "press")

"""What Telegram would take: a strict look at every message before it leaves the desk."""

import re
from collections.abc import Iterable, Sequence

from chat.buttons import decode
from chat.talk import (
    Button,
    Copy,
    Edit,
    Message,
    Outgoing,
    Press,
    Send,
    SendDocument,
    SendPaper,
    SendPicture,
    Toast,
)

TAGS = frozenset({"b", "i", "u", "s", "code", "pre"})
LONGEST_DATA = 64
LONGEST_COPY = 256
_PIECES = re.compile(r"<(/?)([a-z]+)>|&(?:lt|gt|amp|quot);|([<>&])")


def faults(html: str) -> list[str]:
    """What Telegram's parser would refuse in the text: tags that do not fit, loose `<` and `&`."""
    found: list[str] = []
    still_open: list[str] = []
    for closing, tag, loose in _PIECES.findall(html):
        if loose:
            found.append(f"loose {loose}")
        elif tag and tag not in TAGS:
            found.append(f"unknown tag {tag}")
        elif tag and not closing:
            still_open.append(tag)
        elif tag and (not still_open or still_open.pop() != tag):
            found.append(f"unfitting </{tag}>")
    return found + [f"never closed: {tag}" for tag in still_open]


def require_sendable(answer: Sequence[Outgoing]) -> None:
    """Fail the test unless every part of the answer can be sent as it is."""
    for outgoing in answer:
        match outgoing:
            case Send(_, message) | Edit(_, _, message):
                _require_message(message)
            case SendPicture(message=message, otherwise=otherwise):
                _require_message(message)
                _require_message(otherwise)
            case SendPaper(caption=caption, otherwise=otherwise):
                assert faults(caption) == [], caption
                _require_message(otherwise)
            case SendDocument(caption=caption):
                assert faults(caption) == [], caption  # the sender sends captions as HTML
            case Toast(_, text):
                assert len(text) <= 4096


def _require_message(message: Message) -> None:
    assert faults(message.html) == [], message.html
    assert message.html.strip()
    assert not (message.buttons and message.keys)
    assert all(message.buttons) or not message.buttons
    for button in buttons((message,)):
        _require_button(button)


def _require_button(button: Button) -> None:
    assert button.label.strip()
    match button:
        case Press(_, data):
            assert 1 <= len(data.encode()) <= LONGEST_DATA
            assert decode(data) is not None
        case Copy(_, text):
            assert 1 <= len(text) <= LONGEST_COPY


def messages(answer: Iterable[Outgoing]) -> list[Message]:
    """The messages among the answer."""
    return [each.message for each in answer if isinstance(each, Send | Edit | SendPicture)]


def buttons(shown: Iterable[Message]) -> list[Button]:
    """All buttons below the messages."""
    return [button for message in shown for row in message.buttons for button in row]


def presses(answer: Iterable[Outgoing]) -> list[str]:
    """The data of all buttons in the answer."""
    return [each.data for each in buttons(messages(answer)) if isinstance(each, Press)]


def words(answer: Iterable[Outgoing]) -> str:
    """All that a person reads of the answer: messages, toasts, captions, labels, copied texts."""
    told: list[str] = []
    for outgoing in answer:
        match outgoing:
            case Send(_, message) | Edit(_, _, message) | SendPicture(message=message):
                told += [message.html, *(str(button) for button in buttons((message,)))]
            case SendDocument(document=document, caption=caption):
                told += [str(document), caption]
            case SendPaper(paper=paper, caption=caption):
                told += [paper.name, caption]
            case Toast(_, text):
                told.append(text)
    return "\n".join(told)

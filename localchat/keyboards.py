"""Reading reply_markup: the kinds of keyboards, and what Telegram refuses in them."""

from dataclasses import dataclass
from typing import Any

from localchat.params import Params
from localchat.wire import Wire, refuse

CALLBACK_BYTES = 64
COPY_CHARACTERS = 256
_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    },
)


@dataclass(frozen=True, slots=True)
class NoKeyboard:
    """The call brought none: the keyboard below the input stays as it is."""


@dataclass(frozen=True, slots=True)
class InlineKeyboard:
    """Buttons under the message; no rows means that there are none."""

    rows: list[list[Wire]]


@dataclass(frozen=True, slots=True)
class BelowInput:
    """A reply keyboard, its removal, or a forced reply: it belongs to the chat."""

    wire: Wire


Keyboard = NoKeyboard | InlineKeyboard | BelowInput


def read_keyboard(params: Params) -> Keyboard:
    """The keyboard that a call brings; raises ApiError 400 for one that Telegram would refuse."""
    markup = params.object("reply_markup")
    if not markup:
        return NoKeyboard()
    if "inline_keyboard" in markup:
        return InlineKeyboard(_inline_rows(markup["inline_keyboard"]))
    if "keyboard" in markup:
        return BelowInput({**markup, "keyboard": _key_rows(markup["keyboard"])})
    is_known = "remove_keyboard" in markup or "force_reply" in markup
    return BelowInput(markup) if is_known else NoKeyboard()


def _rows(value: Any, field: str) -> list[list[Any]]:  # noqa: ANN401 - JSON from outside
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        refuse(f'field "{field}" of the reply markup must be an Array of Arrays')
    return value


def _inline_rows(value: Any) -> list[list[Wire]]:  # noqa: ANN401 - JSON from outside
    rows = [[_inline_button(button) for button in row] for row in _rows(value, "inline_keyboard")]
    return [row for row in rows if row]


def _key_rows(value: Any) -> list[list[Wire]]:  # noqa: ANN401 - JSON from outside
    rows = _rows(value, "keyboard")
    return [[{"text": key} if isinstance(key, str) else key for key in row] for row in rows]


def _inline_button(button: Any) -> Wire:  # noqa: ANN401 - JSON from outside
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        why = 'Field "text" must be of type String'
        refuse(f"can't parse inline keyboard button: {why}")
    if not button["text"].strip():
        refuse("inline keyboard button text must be non-empty")
    if not _ACTIONS & button.keys():
        why = "Text buttons are unallowed in the inline keyboard"
        refuse(f"can't parse inline keyboard button: {why}")
    _check_action(button)
    return button


def _check_action(button: Wire) -> None:
    if "callback_data" in button:
        if not 1 <= len(str(button["callback_data"]).encode()) <= CALLBACK_BYTES:
            refuse("BUTTON_DATA_INVALID")
    elif "copy_text" in button:
        text = button["copy_text"].get("text", "")
        if not 1 <= len(text) <= COPY_CHARACTERS:
            refuse("BUTTON_COPY_TEXT_INVALID")
    elif "url" in button and not _is_link(button["url"]):
        why = f"inline keyboard button URL '{button['url']}' is invalid"
        refuse(f"{why}: Wrong HTTP URL")


def _is_link(url: str) -> bool:
    rest = url.partition("://")[2] if "://" in url else url
    return bool(rest) and not any(character.isspace() for character in url) and "." in rest

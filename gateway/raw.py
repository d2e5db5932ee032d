"""Updates as they come: kept whole before anything in them is believed."""

import json
from collections.abc import Mapping

from workflow.ports import ChatId, RawUpdate

INLINE = "inline_query"
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", INLINE]
"""Asked for by name: the default of the server leaves some out and adds others with time."""


RawJson = Mapping[str, object]
"""An update as the server sends it."""


def raw_update(update: RawJson) -> RawUpdate | None:
    """An update as it is kept; None if it has not even a number."""
    number = update.get("update_id")
    if not isinstance(number, int):
        return None
    # Half an emoji, which a server should not send, could not be kept on disk: it becomes a "?".
    body = json.dumps(update, ensure_ascii=False).encode("utf-8", "replace").decode()
    return RawUpdate(number, _chat_in(update), body)


def _chat_in(update: Mapping[str, object]) -> ChatId | None:
    """The chat of an update, looked for without believing in its shape."""
    for part in update.values():
        if not isinstance(part, dict):
            continue
        message = part if "chat" in part else part.get("message")
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return ChatId(chat["id"])
    return None


def read_body(body: str) -> dict[str, object]:
    """The kept update; half a surrogate pair, which no disk and no socket takes, becomes a ?."""
    loaded = json.loads(body)
    whole = json.dumps(loaded, ensure_ascii=False).encode(errors="replace")
    update: dict[str, object] = json.loads(whole)
    return update

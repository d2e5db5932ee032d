"""What a failed call to the server means for whoever made it."""

from datetime import timedelta
from enum import StrEnum

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from chat.talk import BlockedUs, GroupMoved, PutOut
from workflow.ports import ChatId

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NO_SUCH_MESSAGE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NO_TEXT = "there is no text in the message to edit"
_NO_SUCH_PERSON = ("chat not found", "peer_id_invalid", "user not found")
_NO_SUCH_TOPIC = ("message thread not found", "topic_deleted", "topic_closed")
_OLD_PRESS = ("query is too old", "query id is invalid", "query_id_invalid")


class Fate(StrEnum):
    """What became of a call."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    """Provably without effect: may be repeated at any time."""
    PERMANENT = "permanent"
    """Refused, and would be again."""
    UNKNOWN = "unknown"
    """The server may have done it."""
    REVOKED = "revoked"
    """The token seems to be refused; getMe tells whether it is."""


News = GroupMoved | PutOut | BlockedUs
"""What a refusal tells of a chat, as an update would."""


class TokenRevoked(Exception):
    """The server does not know our token: nothing can be received or sent until it is changed."""


def classify(error: TelegramError) -> Fate:
    """The fate of the call that failed so; what is new to us is unknown."""
    match error:
        case RetryAfter() | Conflict():
            return Fate.NOT_SENT
        case InvalidToken() | EndPointNotFound():
            return Fate.REVOKED
        case BadRequest() if says(error, "message is not modified"):
            return Fate.SENT
        case BadRequest() | Forbidden() | ChatMigrated():
            return Fate.PERMANENT
    return Fate.NOT_SENT if isinstance(error.__cause__, _NEVER_LEFT) else Fate.UNKNOWN


def says(error: TelegramError, *words: str) -> bool:
    """Whether the server's description holds one of the words (given in lower case)."""
    described = error.message.lower()
    return any(word in described for word in words)


def has_vanished(error: TelegramError) -> bool:
    """Whether the message to be edited is not there any more, or none that can be edited."""
    return says(error, *_NO_SUCH_MESSAGE, _NO_TEXT)


def is_old_press(error: TelegramError) -> bool:
    """Whether the press was not answered in time."""
    return says(error, *_OLD_PRESS)


def is_bad_markup(error: TelegramError) -> bool:
    """Whether the HTML was refused, and with it provably the whole message."""
    return isinstance(error, BadRequest) and says(error, "can't parse entities")


def has_no_topic(error: TelegramError) -> bool:
    """Whether the forum topic is gone or closed; provably nothing was sent."""
    return isinstance(error, BadRequest) and says(error, *_NO_SUCH_TOPIC)


def news_of(chat: ChatId, error: TelegramError) -> News | None:
    """What the refusal tells of the chat; the ids of groups are negative."""
    match error:
        case ChatMigrated(new_chat_id=new):
            return GroupMoved(ChatId(new))
        case Forbidden():
            return BlockedUs(blocked=True) if chat > 0 else PutOut()
        case BadRequest() if chat > 0 and says(error, *_NO_SUCH_PERSON):
            return BlockedUs(blocked=True)
    return None


def told_to_wait(error: TelegramError) -> float:
    """For how many seconds the server wants to hear nothing; 0 if it named no time."""
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)

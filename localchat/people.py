"""The people one can be in the local chat, and the chats they sit in."""

from dataclasses import dataclass
from enum import StrEnum

from localchat.wire import Wire


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who can talk to the bot; the id is the Telegram user id."""

    id: int
    first_name: str
    language_code: str = "zh-hans"
    username: str = ""

    def user(self) -> Wire:
        """As a Bot API User."""
        user: Wire = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        return {**user, "language_code": self.language_code}


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """Who the bot is: its user id, shown name, and the username its t.me links carry."""

    id: int
    name: str
    username: str

    def user(self) -> Wire:
        """As a Bot API User."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


class ChatKind(StrEnum):
    """Kinds of chats by Telegram's names; groups will be further members."""

    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat and who sits in it; a private chat has the id of its person."""

    id: int
    kind: ChatKind
    members: tuple[Persona, ...]

    def wire(self) -> Wire:
        """As a Bot API Chat."""
        match self.kind:
            case ChatKind.PRIVATE:
                return _private_wire(self.members[0])


def _private_wire(person: Persona) -> Wire:
    chat: Wire = {
        "id": person.id,
        "type": ChatKind.PRIVATE.value,
        "first_name": person.first_name,
    }
    return {**chat, "username": person.username} if person.username else chat


def private_chat(person: Persona) -> Chat:
    """The chat of one person with the bot."""
    return Chat(person.id, ChatKind.PRIVATE, (person,))


DEFAULT_PEOPLE = (
    Persona(1001, "王经理", "zh-hans", "wang_manager"),
    Persona(1002, "路人", "zh-hans", "passer_by"),
    Persona(1003, "Grace", "en", "grace"),
)

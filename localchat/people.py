"""The people one can be in the local chat, the bot, and two senders that are nobody."""

from dataclasses import dataclass

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
    """Who the bot is: its user id, shown name, the username its t.me links carry, and what it may."""

    id: int
    name: str
    username: str
    is_inline: bool = True
    """Whether @BotFather was told so, with /setinline."""

    def user(self) -> Wire:
        """As a Bot API User."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


ANONYMOUS_ADMIN: Wire = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
"""In whose name Telegram shows what an administrator says as the group."""

POSTMAN: Wire = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
"""In whose name Telegram puts the posts of a linked channel into the group."""

DEFAULT_PEOPLE = (
    Persona(1001, "王经理", "zh-hans", "wang_manager"),
    Persona(1002, "路人", "zh-hans", "passer_by"),
    Persona(1003, "Grace", "en", "grace"),
    Persona(1004, "李雷", "zh-hans", "li_lei_finance"),
    Persona(1005, "韩梅梅", "zh-hans", "han_meimei_hr"),
)

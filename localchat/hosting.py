"""What a person does with a group they are in, for tests: who is in it, who may what."""

from localchat import groupacts
from localchat.chats import Group
from localchat.exchange import Exchange
from localchat.places import Place


class Hosting:
    """The acts of one person on one group; each raises places.ActRefused if they may not."""

    def __init__(self, exchange: Exchange, place: Place) -> None:
        self._exchange = exchange
        self._place = place
        self._bot = exchange.bot.id

    @property
    def now(self) -> Group:
        """The group as it is at this moment."""
        return self._exchange.group(self._place.chat)

    async def add(self, *users: int) -> None:
        """Let people in."""
        for user in users:
            groupacts.add(self._exchange, self._place, user)

    async def remove(self, user: int) -> None:
        """Send somebody away."""
        groupacts.remove(self._exchange, self._place, user)

    async def leave(self) -> None:
        """Leave."""
        groupacts.remove(self._exchange, self._place, self._place.person)

    async def promote(self, user: int, *, may_pin: bool = True) -> None:
        """Make somebody an administrator, or change whether they may pin."""
        groupacts.promote(self._exchange, self._place, user, may_pin=may_pin)

    async def demote(self, user: int) -> None:
        """Take an administrator's rights."""
        groupacts.demote(self._exchange, self._place, user)

    async def add_bot(self) -> None:
        """Let the bot in."""
        await self.add(self._bot)

    async def start_bot(self, payload: str = "") -> int:
        """Follow a ?startgroup= link; the message_id of the /start."""
        message = groupacts.start_in_group(self._exchange, self._place, payload)
        return int(message["message_id"])

    async def remove_bot(self) -> None:
        """Send the bot away."""
        await self.remove(self._bot)

    async def promote_bot(self, *, may_pin: bool = True) -> None:
        """Make the bot an administrator, or change whether it may pin."""
        await self.promote(self._bot, may_pin=may_pin)

    async def demote_bot(self) -> None:
        """Take the bot's rights."""
        await self.demote(self._bot)

    async def let_all_pin(self, *, allowed: bool = True) -> None:
        """Say whether plain members may pin."""
        groupacts.let_all_pin(self._exchange, self._place, allowed=allowed)

    async def migrate(self, *, is_forum: bool = False) -> int:
        """Turn the group into a supergroup; the chat id it has from now on."""
        return groupacts.migrate(self._exchange, self._place, is_forum=is_forum).id

    async def open_topic(self, name: str) -> int:
        """Open a topic in a forum; its message_thread_id."""
        return groupacts.open_topic(self._exchange, self._place, name)

    async def pin(self, message_id: int) -> None:
        """Pin a message."""
        groupacts.pin_message(self._exchange, self._place, message_id)

    async def unpin(self, message_id: int) -> None:
        """Take a pinned message down."""
        groupacts.unpin_message(self._exchange, self._place, message_id)

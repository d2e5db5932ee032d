"""A person at the phone, for tests: says, presses and sends, and sees what a chat shows."""

import asyncio
from collections.abc import Callable
from typing import Self

from localchat import acts, inline
from localchat.bubbles import Bubble, bubble
from localchat.files import upload
from localchat.hosting import Hosting
from localchat.inquiries import Answer
from localchat.places import Place, Voice, private
from localchat.presses import Toast
from localchat.server import LocalChat
from localchat.wire import Wire

__all__ = ["Bubble", "NothingCame", "Person"]

PATIENCE = 5.0


class NothingCame(AssertionError):
    """What a test waited for did not happen in time; the text shows the last messages."""


class Person:
    """One persona in a chat, at first the private one; lives in the server's event loop.

    `person.at(group.id)` is the same person in a group, where everything works as it does here.
    Acts raise places.ActRefused for what the messenger would not let a person do.
    """

    def __init__(self, chat: LocalChat, persona_id: int, place: Place | None = None) -> None:
        self.id = persona_id
        self.place = place or private(persona_id)
        self._server = chat
        self._exchange = chat.exchange
        self._bell = chat.exchange.watch.bell(persona_id)

    def at(self, chat_id: int, *, thread: int = 0, voice: Voice = Voice.OWN) -> Self:
        """The same person in another chat, in a topic of a forum, or under another name."""
        place = Place(self.id, chat_id, thread, voice)
        return type(self)(self._server, self.id, place)

    @property
    def group(self) -> Hosting:
        """What this person does with the group they are in."""
        return Hosting(self._exchange, self.place)

    async def start(self, payload: str = "") -> int:
        """Press START in private, with what a deep link carried; the message_id of the /start."""
        return _id(acts.start(self._exchange, self.id, payload))

    async def say(self, text: str, reply_to: int = 0) -> int:
        """Send a text; its message_id."""
        return _id(acts.say(self._exchange, self.place, text, reply_to))

    async def edit(self, message_id: int, text: str) -> None:
        """Change the text of an own message."""
        acts.edit(self._exchange, self.place, message_id, text)

    async def delete(self, message_id: int) -> None:
        """Take a message away for everybody."""
        acts.delete(self._exchange, self.place, message_id)

    async def voice(self) -> int:
        """Send a voice message; its message_id."""
        return _id(acts.send_voice(self._exchange, self.place))

    async def send_file(  # noqa: PLR0913 - all that can go with a file; every test names one or two
        self,
        name: str,
        content: bytes,
        *,
        mime: str | None = None,
        caption: str = "",
        reply_to: int = 0,
        as_photo: bool = False,
        album: str = "",
        declared_size: int | None = None,
    ) -> int:
        """Send a document or a photo; its message_id.

        Files sent with the same album name form one album. declared_size is the size in bytes
        that Telegram tells the bot, whatever the content is.
        """
        file = upload(name, content, mime, declared_size)
        send = acts.send_photo if as_photo else acts.send_file
        with_it = acts.caption_of(caption, album)
        return _id(send(self._exchange, self.place, file, with_it, reply_to))

    async def press(self, message_id: int, what: str) -> str:
        """Press the button with this label or data; the id of the callback query.

        Raises LookupError, naming the buttons there are, if none fits.
        """
        keys = self.message(message_id).keys
        fitting = [key for key in keys if what in (key.label, key.data) and key.data]
        if not fitting:
            there = [key.label for key in keys]
            message = f"no button {what!r} under message {message_id}: {there}"
            raise LookupError(message)
        return await self.forge(message_id, fitting[0].data)

    async def forge(self, message_id: int, data: str) -> str:
        """Press a button that is not there, as a changed client or an outdated message can."""
        return acts.press(self._exchange, self.place, message_id, data)

    async def ask(self, text: str) -> str:
        """Type the bot's name and this text, without sending it; the id of the inline query."""
        return inline.ask(self._exchange, self.place, text)

    def found(self, query: str) -> Answer | None:
        """The list that the bot answered; None while there is none."""
        asked = self._exchange.inquiries.find(query)
        return asked.answer if asked else None

    async def choose(self, query: str, result: str) -> int:
        """Drop one of the results into the chat; the message_id."""
        return _id(inline.choose(self._exchange, self.place, query, result))

    async def block(self) -> None:
        """Block the bot."""
        acts.set_blocked(self._exchange, self.id, blocked=True)

    async def unblock(self) -> None:
        """Let the bot write again."""
        acts.set_blocked(self._exchange, self.id, blocked=False)

    @property
    def messages(self) -> list[Bubble]:
        """What stands in the chat now, oldest first."""
        return [
            self._bubble(message) for message in self._exchange.messages.after(self.place.chat, 0)
        ]

    @property
    def replies(self) -> list[Bubble]:
        """Those of the messages that the bot wrote."""
        return [seen for seen in self.messages if seen.by_bot]

    @property
    def pinned(self) -> list[Bubble]:
        """What is pinned in the chat, the newest message first."""
        return [self._bubble(message) for message in self._exchange.pins.all(self.place.chat)]

    def replies_after(self, message_id: int) -> list[Bubble]:
        """Those that are newer than a message_id, oldest first."""
        newer = self._exchange.messages.after(self.place.chat, message_id)
        return [seen for seen in map(self._bubble, newer) if seen.by_bot]

    def message(self, message_id: int) -> Bubble:
        """One message as it stands now; raises LookupError if it does not."""
        kept = self._exchange.messages.find(self.place.chat, message_id)
        if kept is None:
            message = f"message {message_id} is gone"
            raise LookupError(message)
        return self._bubble(kept.wire)

    def file(self, message_id: int) -> bytes:
        """The bytes of the document or photo in a message."""
        wire = self.message(message_id).wire
        sent = wire["document"] if "document" in wire else wire["photo"][-1]
        return self._exchange.files.content(sent["file_id"])

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of the keys below the input, row by row."""
        rows = self._exchange.keyboard(self.place.chat).get("keyboard", [])
        return [[key["text"] for key in row] for row in rows]

    @property
    def toasts(self) -> list[Toast]:
        """The texts with which the bot answered presses, oldest first."""
        return self._exchange.presses.toasts(self.id)

    @property
    def answered_presses(self) -> int:
        """How many presses the bot has answered, with a text or in silence."""
        return self._exchange.presses.answered(self.id)

    async def until(self, condition: Callable[[], bool], timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 - the promise of this method
        """Wait until a condition holds, asking anew at every change this person can see.

        Raises NothingCame after so many seconds.
        """
        loop = asyncio.get_running_loop()
        ends = loop.time() + timeout
        while not condition():
            left = ends - loop.time()
            if left <= 0:
                raise NothingCame(self._seen())
            await self._bell.wait(left)

    async def next_reply(self, after: int, timeout: float = PATIENCE) -> Bubble:  # noqa: ASYNC109 - as until
        """The first message of the bot that is newer than a message_id, once it is there."""
        await self.until(lambda: bool(self.replies_after(after)), timeout)
        return self.replies_after(after)[0]

    async def next_edit(self, message_id: int, since: Bubble, timeout: float = PATIENCE) -> Bubble:  # noqa: ASYNC109 - as until
        """A message once it looks different from how it looked before."""
        await self.until(lambda: self.message(message_id) != since, timeout)
        return self.message(message_id)

    def _bubble(self, wire: Wire) -> Bubble:
        return bubble(wire, self._exchange.bot.id)

    def _seen(self) -> str:
        last = [f"{self._name(seen)}: {seen.text}" for seen in self.messages]
        return "nothing came; the chat shows:\n" + "\n".join(last[-6:])

    def _name(self, seen: Bubble) -> str:
        sender = seen.wire["from"]
        return "me" if sender["id"] == self.id else "bot" if seen.by_bot else sender["first_name"]


def _id(message: Wire) -> int:
    return int(message["message_id"])

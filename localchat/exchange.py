"""What the stand-in knows, in one place: people, chats, messages, files, updates, presses."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from localchat.clock import ShiftedClock
from localchat.files import Files
from localchat.messages import Messages
from localchat.people import BotIdentity, Chat, Persona, private_chat
from localchat.store import Store
from localchat.updates import Updates
from localchat.watch import Watch
from localchat.wire import Wire, refuse


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to the bot in a chat; read_up_to is the last message_id seen."""

    started: bool
    blocked: bool
    read_up_to: int


STRANGER = Standing(started=False, blocked=False, read_up_to=0)


@dataclass(frozen=True, slots=True)
class Toast:
    """What answered a press: a short text over the chat, or an alert to be confirmed."""

    text: str
    alert: bool


class Exchange:
    """The state that both sides act on: the bot through its methods, people through their acts."""

    def __init__(
        self,
        store: Store,
        clock: ShiftedClock,
        people: Iterable[Persona],
        bot: BotIdentity,
    ) -> None:
        self.store = store
        self.clock = clock
        self.bot = bot
        self.people = {person.id: person for person in people}
        self.messages = Messages(store)
        self.updates = Updates(store, clock)
        self.files = Files(store)
        self.watch = Watch()
        self._chats = {person.id: private_chat(person) for person in self.people.values()}

    def now(self) -> int:
        """The moment in Unix seconds."""
        return int(self.clock().timestamp())

    def chat(self, chat_id: int) -> Chat:
        """A chat by its id; raises ApiError 400 for an unknown one."""
        if chat_id not in self._chats:
            refuse("chat not found")
        return self._chats[chat_id]

    def standing(self, chat: int, person: int) -> Standing:
        """How a person stands in a chat."""
        query = "select started, blocked, read_up_to from members where chat = ? and person = ?"
        row = self.store.db.execute(query, (chat, person)).fetchone()
        return Standing(bool(row[0]), bool(row[1]), row[2]) if row else STRANGER

    def stand(self, chat: int, person: int, standing: Standing) -> None:
        """Keep how a person stands in a chat."""
        row = (chat, person, standing.started, standing.blocked, standing.read_up_to)
        query = "insert or replace into members values(?, ?, ?, ?, ?)"
        self.store.db.execute(query, row)

    def tell(self, chat: Chat, event: Wire) -> None:
        """Tell everybody in a chat."""
        for member in chat.members:
            self.watch.tell(member.id, event)

    def put_message(self, chat: Chat, message: Wire, *, editable: bool = True) -> None:
        """Keep a new or changed message and show it."""
        self.messages.keep(chat.id, message, editable=editable)
        self.tell(chat, {"kind": "message", "message": message})

    def drop_message(self, chat: Chat, message_id: int) -> None:
        """Take a message out of everybody's sight."""
        self.messages.remove(chat.id, message_id)
        self.tell(chat, {"kind": "deleted", "message_id": message_id})

    def keyboard(self, chat: int) -> Wire:
        """What stands below the input in a chat, as the bot sent it; empty if nothing does."""
        found: Wire = self.store.note(f"keyboard/{chat}", {})
        return found

    def set_keyboard(self, chat: Chat, keyboard: Wire) -> None:
        """Put something below the input of a chat, or take it away."""
        shown = {} if keyboard.get("remove_keyboard") else keyboard
        self.store.keep_note(f"keyboard/{chat.id}", shown)
        self.tell(chat, {"kind": "keyboard", "keyboard": shown})

    def new_press(self, person: int) -> str:
        """Note that a person pressed a button; the id of the callback query."""
        press = str(secrets.randbits(62))
        self.store.db.execute(
            "insert into presses values(?, ?, ?, null)", (press, person, self.now())
        )
        return press

    def presser(self, press: str, *, not_before: int) -> int | None:
        """Who made a press, if it is known and not older than a moment."""
        query = "select person from presses where id = ? and made_at >= ?"
        row = self.store.db.execute(query, (press, not_before)).fetchone()
        return row[0] if row else None

    def keep_answer(self, press: str, answer: Wire) -> None:
        """Keep what the bot answered to a press; only the first answer counts."""
        query = "update presses set answer = ? where id = ? and answer is null"
        self.store.db.execute(query, (json.dumps(answer), press))

    def toasts(self, person: int) -> list[Toast]:
        """Answers with a text that a person has got, oldest first."""
        query = "select answer from presses where person = ? and answer is not null order by rowid"
        answers = [json.loads(row[0]) for row in self.store.db.execute(query, (person,))]
        return [Toast(a["text"], a["show_alert"]) for a in answers if a["text"]]

    def answers(self, person: int) -> int:
        """How many presses of a person have been answered, with a text or without."""
        query = "select count(*) from presses where person = ? and answer is not null"
        return int(self.store.db.execute(query, (person,)).fetchone()[0])

"""What the stand-in knows, in one place: people, chats, messages, files, updates."""

from collections.abc import Iterable
from dataclasses import dataclass

from localchat.chats import Chat, Group, PrivateChat
from localchat.clock import ShiftedClock
from localchat.delivery import reaches_bot
from localchat.files import Files
from localchat.groups import Groups, Pins
from localchat.inquiries import Inquiries
from localchat.messages import Messages
from localchat.people import BotIdentity, Persona
from localchat.presses import Presses
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
        self.groups = Groups(store)
        self.pins = Pins(store)
        self.presses = Presses(store)
        self.inquiries = Inquiries()
        self.watch = Watch()
        self._private = {person.id: PrivateChat(person) for person in self.people.values()}

    def now(self) -> int:
        """The moment in Unix seconds."""
        return int(self.clock().timestamp())

    def chat(self, chat_id: int) -> Chat:
        """A chat by its id; raises ApiError 400 for an unknown one."""
        found = self._private.get(chat_id) or self.groups.find(chat_id)
        if found is None:
            refuse("chat not found")
        return found

    def group(self, chat_id: int) -> Group:
        """A group by its id; raises ApiError 400 if there is none."""
        found = self.groups.find(chat_id)
        if found is None:
            refuse("chat not found")
        return found

    def user(self, user_id: int) -> Wire:
        """A person or the bot as a Bot API User; raises ApiError 400 for anybody else."""
        if user_id == self.bot.id:
            return self.bot.user()
        if user_id not in self.people:
            refuse("user not found")
        return self.people[user_id].user()

    def chats_of(self, person: int) -> list[Chat]:
        """The chats a person sees: the private one with the bot, then the groups."""
        return [self._private[person], *self.groups.of(person)]

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
        """Tell every person in a chat."""
        for user in chat.here:
            if user in self.people:
                self.watch.tell(user, {**event, "chat": chat.id})

    def new_message_id(self, chat: Chat) -> int:
        """An id for a new message: a supergroup counts its own, all other chats count together."""
        is_apart = isinstance(chat, Group) and chat.is_super
        return self.store.next_number(f"message/{chat.id}" if is_apart else "message")

    def deliver(self, kind: str, chat: Chat, message: Wire) -> None:
        """Make a message an update of a kind, if the bot gets to see such a message there."""
        if reaches_bot(self.bot, chat, message):
            self.updates.push(kind, message)

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

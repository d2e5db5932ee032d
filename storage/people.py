"""What is remembered of people and of talks, apart from any company."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from storage.database import Cells, Database
from workflow.ids import PersonId
from workflow.ports import Acquaintance, ChatId

_PERSON = TypeAdapter(Acquaintance)


class People:
    """Acquaintances by person, notes by chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def acquaintance(self, person: PersonId) -> Acquaintance | None:
        """What is remembered of a person."""
        rows = self._database.ask("select facts from people where person = ?", (person,))
        return acquaintance_of(rows)

    def note(self, chat: ChatId) -> str:
        """The note of the talk in that chat; empty when there is none."""
        rows = self._database.ask("select note from notes where chat = ?", (chat,))
        return str(rows[0][0]) if rows else ""

    def remember(self, person: Acquaintance) -> None:
        """Keep it in place of what was remembered before."""
        self._database.tell(
            "insert into people(person, facts, reachable, feed) values(?, ?, ?, ?)"
            " on conflict(person) do update set"
            " facts = excluded.facts, reachable = excluded.reachable, feed = excluded.feed",
            (
                person.person,
                _PERSON.dump_json(person).decode(),
                can_be_reached(person),
                person.feed or None,
            ),
        )

    def keep_note(self, chat: ChatId, note: str) -> None:
        """Keep the note in place of the one before; an empty one leaves none."""
        self._database.tell("delete from notes where chat = ?", (chat,))
        if note:
            self._database.tell("insert into notes(chat, note) values(?, ?)", (chat, note))


def acquaintance_of(rows: Sequence[Cells]) -> Acquaintance | None:
    """What the `facts` of one person say, if there is such a row."""
    return _PERSON.validate_json(rows[0][0]) if rows else None


def can_be_reached(person: Acquaintance) -> bool:
    """Whether a message would arrive: they pressed Start once, and did not block us since."""
    return person.seen is not None and not person.blocked

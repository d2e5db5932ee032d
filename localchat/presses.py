"""The presses of buttons, and what the bot answered to them."""

import json
import secrets
from dataclasses import dataclass

from localchat.store import Store
from localchat.wire import Wire


@dataclass(frozen=True, slots=True)
class Toast:
    """What answered a press: a short text over the chat, or an alert to be confirmed."""

    text: str
    alert: bool


class Presses:
    """Callback queries by their id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, person: int, made_at: int) -> str:
        """Note that a person pressed a button at a Unix second; the id of the callback query."""
        press = str(secrets.randbits(62))
        row = (press, person, made_at)
        self._store.db.execute("insert into presses values(?, ?, ?, null)", row)
        return press

    def presser(self, press: str, *, not_before: int) -> int | None:
        """Who made a press, if it is known and not older than a moment."""
        query = "select person from presses where id = ? and made_at >= ?"
        row = self._store.db.execute(query, (press, not_before)).fetchone()
        return row[0] if row else None

    def answer(self, press: str, answer: Wire) -> None:
        """Keep what the bot answered to a press; only the first answer counts."""
        query = "update presses set answer = ? where id = ? and answer is null"
        self._store.db.execute(query, (json.dumps(answer), press))

    def toasts(self, person: int) -> list[Toast]:
        """Answers with a text that a person has got, oldest first."""
        query = "select answer from presses where person = ? and answer is not null order by rowid"
        answers = [json.loads(row[0]) for row in self._store.db.execute(query, (person,))]
        return [Toast(a["text"], a["show_alert"]) for a in answers if a["text"]]

    def answered(self, person: int) -> int:
        """How many presses of a person have been answered, with a text or without."""
        query = "select count(*) from presses where person = ? and answer is not null"
        return int(self._store.db.execute(query, (person,)).fetchone()[0])

"""Erasing a person from the journal: what they wrote, what waits for them, what is known of them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from storage.database import Cells, Database
from storage.forgotten import Forgotten
from workflow.ids import CompanyId

PAGE = 500
EMPTY = "{}"
"""Stands where an update stood; its number stays, so that it is never taken in again."""


def erase_words(database: Database, company: CompanyId, left: Mapping[int, str]) -> None:
    """Put what is left in the place of a company's events; their salts go, so that none is guessed."""
    with database.transaction():
        for seq, event in left.items():
            database.tell(
                "update trail set event = ?, salt = '' where company = ? and seq = ?",
                (event, company, seq),
            )


def erase_traces(database: Database, gone: Forgotten) -> Iterator[str]:
    """Everything else in one transaction; a line for each thing that has to stay for now."""
    chat = int(gone.person) if gone.person.isdecimal() else None
    with database.transaction():
        database.tell("delete from people where person = ?", (gone.person,))
        _erase_notes(database, gone, chat)
        _erase_notices(database, gone)
        _erase_rungs(database, gone)
        yield from _erase_updates(database, gone, chat)
        yield from _unsettled(database, gone)


def scrub(database: Database) -> Iterator[str]:
    """Leave no byte of what was deleted in the journal's files; a line if that is not possible."""
    database.tell("vacuum")
    ((busy, _, _),) = database.ask("pragma wal_checkpoint(truncate)")
    if busy:
        yield f"{database.path}-wal: somebody reads the journal; stop them and erase again"


def _erase_notes(database: Database, gone: Forgotten, chat: int | None) -> None:
    for other, note in database.ask("select chat, note from notes"):
        if other == chat or gone.is_in(_readable(note)):
            database.tell("delete from notes where chat = ?", (other,))


def _erase_notices(database: Database, gone: Forgotten) -> None:
    for number, notice in database.ask("select id, notice from outbox"):
        facts = json.loads(notice)
        if facts["to"] == gone.person:
            database.tell("delete from outbox where id = ?", (number,))
            continue
        if facts["by"] == gone.person:
            facts["why"] = ""
        kept = json.dumps(_without(facts, gone), ensure_ascii=False)
        database.tell("update outbox set notice = ? where id = ?", (kept, number))


def _erase_rungs(database: Database, gone: Forgotten) -> None:
    """What they were told is nobody's any more; where others heard in their place, the alias is."""
    database.tell("delete from rungs where recipient = ?", (gone.person,))
    database.tell("delete from sends where recipient = ?", (gone.person,))
    for number, owed, why in database.ask(
        "select id, owed, why from rungs where instr(owed, ?) or why <> ''", (gone.person,)
    ):
        kept = json.dumps(_without(json.loads(owed), gone), ensure_ascii=False)
        database.tell(
            "update rungs set owed = ?, why = ? where id = ?", (kept, gone.without(why), number)
        )


def _erase_updates(database: Database, gone: Forgotten, chat: int | None) -> Iterator[str]:
    for row, place, body, state in _updates(database):
        is_theirs = place is not None and place == chat
        if not is_theirs and not gone.is_in(_readable(body)):
            continue
        if not is_theirs and state in ("new", "applied"):
            yield f"inbox row {row}: not worked on yet; start the bot, stop it, and erase again"
            continue
        database.tell(
            "update inbox set body = ?, chat = null, state = 'finished', why = '' where id = ?",
            (EMPTY, row),
        )


def _updates(database: Database) -> Iterator[Cells]:
    row = 0
    while page := database.ask(
        "select id, chat, body, state from inbox where id > ? order by id limit ?", (row, PAGE)
    ):
        yield from page
        row = page[-1][0]


def _unsettled(database: Database, gone: Forgotten) -> Iterator[str]:
    for company, rest in database.ask("select company, rest from intents"):
        if gone.is_in(_readable(rest)):
            yield f"{company}: rests with a change begun; adopt its previous copy and erase again"


def _readable(text: str) -> str:
    """JSON with its escapes undone, so that a name is found however it was written."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text


def _without(value: Any, gone: Forgotten) -> Any:  # noqa: ANN401  (JSON)
    """The same JSON with nothing that names the person."""
    match value:
        case str():
            return gone.without(value)
        case dict():
            return {key: _without(part, gone) for key, part in value.items()}
        case list():
            return [_without(part, gone) for part in value]
        case _:
            return value

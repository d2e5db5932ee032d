"""Inline queries and what the bot answered to them: kept as long as somebody looks at the list."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, replace

from localchat.wire import Wire

MOST = 200
CACHED = 300


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the list; content and markup are those of the message that it drops."""

    id: str
    title: str
    description: str
    message: Wire


@dataclass(frozen=True, slots=True)
class Answer:
    """The list, and the words on the button above it with what it starts the bot with."""

    results: tuple[Result, ...] = ()
    button: str = ""
    start: str = ""
    is_personal: bool = False
    cached: int = CACHED
    """For how many seconds the server might show it again without asking."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Who asked, at which Unix second; without an answer yet None."""

    person: int
    made_at: int
    answer: Answer | None = None


class Inquiries:
    """The latest queries by their id, in memory: after a restart nobody waits for an answer."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Inquiry] = OrderedDict()

    def add(self, person: int, made_at: int) -> str:
        """Note that somebody asks; the id of the query."""
        query = str(secrets.randbits(62))
        self._kept[query] = Inquiry(person, made_at)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return query

    def find(self, query: str) -> Inquiry | None:
        """The query of that id, if it is known."""
        return self._kept.get(query)

    def answer(self, query: str, answer: Answer) -> None:
        """Keep what the bot found."""
        self._kept[query] = replace(self._kept[query], answer=answer)

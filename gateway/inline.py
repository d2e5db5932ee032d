"""Inline queries: `@us …`, typed in any chat, is answered at once or not at all.

They pass the inbox by. It promises that nothing is lost and everything is done once; here nothing
is done, an answer that comes late is refused by the server, and what people type in the chats of
others is not ours to keep. Who dies with a query in hand loses a list that nobody waits for: the
next letter asks anew. While somebody types, only the newest of their queries is answered.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from chat.inline import Article, Found, Inquiry
from chat.talk import Speaker
from gateway.calls import Calls
from gateway.failures import TokenRevoked, is_old_press
from gateway.markup import inline_keyboard
from gateway.ports import Clock, Desk
from gateway.raw import RawJson, raw_update, read_body
from workflow.ids import PersonId

log = logging.getLogger(__name__)

CACHED_SECONDS = 3
"""So long the server may repeat an answer to the same person: progress changes at every tick."""
LATE_SECONDS = 10.0
"""About as long the server takes an answer; it refuses later ones."""
MOST_AT_ONCE = 100
"""So many people are answered side by side; who comes beyond that types on."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, and when it came in seconds that pass."""

    id: str
    inquiry: Inquiry
    came: float


class _Overtaken(Exception):
    """They typed on, or it is too late: the answer is not wanted any more."""


class Inquiries:
    """Answers people side by side, each one's newest query; a failure is nobody's fault.

    Only TokenRevoked gets out, and ends the task group. `now` counts the seconds that pass.
    """

    def __init__(self, calls: Calls, desk: Desk, clock: Clock, now: Callable[[], float]) -> None:
        self._calls = calls.without_waiting()
        self._desk = desk
        self._clock = clock
        self._now = now
        self._newest: dict[PersonId, _Asked] = {}
        self._tasks: asyncio.TaskGroup | None = None
        self._running: set[asyncio.Task[None]] = set()

    def start(self, tasks: asyncio.TaskGroup) -> None:
        """Answer from now on, in this task group."""
        self._tasks = tasks

    def put(self, update: RawJson) -> None:
        """Answer this one, and none that the same person asked before."""
        asked = self._read(update)
        if asked is None or self._tasks is None:
            return
        person = asked.inquiry.speaker.person
        if person in self._newest:
            self._newest[person] = asked
        elif len(self._newest) < MOST_AT_ONCE:
            self._newest[person] = asked
            task = self._tasks.create_task(self._drive(person))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    def stop(self) -> None:
        """Answer no more: by the time we are back nobody waits."""
        self._tasks = None
        for task in self._running:
            task.cancel()

    def _read(self, update: RawJson) -> _Asked | None:
        """The query; None for what cannot be read, which is not kept either."""
        raw = raw_update(update)
        try:
            query = Update.de_json(read_body(raw.body), None).inline_query if raw else None
        # Whatever the library stumbles over: one strange query must not stop the others.
        except Exception as error:  # noqa: BLE001
            log.warning("inline query not read", extra={"why": type(error).__name__})
            return None
        return self._asked(query) if query else None

    def _asked(self, query: InlineQuery) -> _Asked:
        user = query.from_user
        speaker = Speaker(PersonId(str(user.id)), user.full_name, user.language_code or "")
        return _Asked(query.id, Inquiry(speaker, self._clock(), query.query), self._now())

    async def _drive(self, person: PersonId) -> None:
        """Until nothing newer came while the newest was answered."""
        asked = None
        try:
            while asked is not self._newest[person]:
                asked = self._newest[person]
                await self._answer(asked)
        finally:
            del self._newest[person]

    async def _answer(self, asked: _Asked) -> None:
        try:
            calls = self._calls.once_granted(lambda: self._demand_wanted(asked))
            await calls.once(None, lambda: self._say(asked))
        except _Overtaken:
            return
        except TokenRevoked:
            raise
        except TelegramError as error:
            told = log.info if is_old_press(error) else log.warning
            told("inline query not answered", extra={"error": error.message})
        except Exception:
            log.exception("inline query not answered")

    def _demand_wanted(self, asked: _Asked) -> None:
        is_newest = self._newest[asked.inquiry.speaker.person] is asked
        if not is_newest or self._now() - asked.came > LATE_SECONDS:
            raise _Overtaken

    async def _say(self, asked: _Asked) -> None:
        """Looked up only now that the turn has come: what is overtaken costs nothing."""
        found = self._desk.inquired(asked.inquiry)
        await self._calls.bot.answer_inline_query(
            asked.id,
            _results(found.articles),
            cache_time=CACHED_SECONDS,
            is_personal=True,
            button=_button(found),
        )


def _results(articles: Sequence[Article]) -> list[InlineQueryResultArticle]:
    return [_result(str(number), article) for number, article in enumerate(articles)]


def _result(number: str, article: Article) -> InlineQueryResultArticle:
    message = article.message
    content = InputTextMessageContent(
        message.html, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        number,
        article.title,
        content,
        reply_markup=inline_keyboard(message),
        description=article.about,
    )


def _button(found: Found) -> InlineQueryResultsButton | None:
    if not found.button:
        return None
    return InlineQueryResultsButton(found.button, start_parameter=found.start)

"""Inline mode: `@bot …` typed in a chat becomes a query, the bot's answer a list to choose from."""

import re

from localchat import acts
from localchat.exchange import Exchange
from localchat.inquiries import CACHED, Answer, Inquiry, Result
from localchat.keyboards import read_keyboard
from localchat.params import Params
from localchat.places import ActRefused, Hindrance, Place, open_chat
from localchat.sending import inline_markup, text_content
from localchat.updates import INQUIRY_LIFE
from localchat.wire import Wire, refuse

QUERY_CHARACTERS = 256
MOST_RESULTS = 50
ID_BYTES = 64
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")


# --- what people do ---------------------------------------------------------------------


def ask(exchange: Exchange, place: Place, text: str) -> str:
    """Type what follows the bot's name, in any chat; the id of the query."""
    chat = open_chat(exchange, place)
    with exchange.store.writing():
        number = exchange.inquiries.add(place.person, exchange.now())
        query = {
            "id": number,
            "from": exchange.people[place.person].user(),
            "query": text[:QUERY_CHARACTERS],
            "offset": "",
            "chat_type": "sender" if chat.id == place.person else str(chat.wire()["type"]),
        }
        exchange.updates.push("inline_query", query)
    return number


def choose(exchange: Exchange, place: Place, query: str, result: str) -> Wire:
    """Drop one of the results into the chat, under one's own name; raises ActRefused."""
    found = exchange.inquiries.find(query)
    answer = found.answer if found and found.person == place.person else None
    for each in answer.results if answer else ():
        if each.id == result:
            return acts.send_via_bot(exchange, place, each.message)
    raise ActRefused(Hindrance.GONE)


def shown(answer: Answer) -> Wire:
    """The list as the page draws it."""
    lines = [
        {"id": each.id, "title": each.title, "description": each.description}
        for each in answer.results
    ]
    return {"results": lines, "button": answer.button, "start": answer.start}


# --- what the bot answers -----------------------------------------------------------------


def answer_inline_query(exchange: Exchange, params: Params) -> bool:
    """Serve answerInlineQuery, for articles that drop a text."""
    number = params.text("inline_query_id")
    asked = _live(exchange, number)
    results = params.json("results", None)
    if not isinstance(results, list):
        refuse("can't parse inline query results JSON object")
    if len(results) > MOST_RESULTS:
        refuse("RESULTS_TOO_MUCH")
    read = tuple(_result(each) for each in results)
    if len({each.id for each in read}) < len(read):
        refuse("RESULT_ID_DUPLICATE")
    cached = params.number("cache_time", CACHED)
    answer = Answer(read, *_button(params), params.flag("is_personal"), cached)
    exchange.inquiries.answer(number, answer)
    exchange.watch.tell(asked.person, {"kind": "found", "query": number, **shown(answer)})
    return True


def _live(exchange: Exchange, number: str) -> Inquiry:
    asked = exchange.inquiries.find(number)
    if asked is None or asked.made_at < exchange.now() - INQUIRY_LIFE:
        refuse("query is too old and response timeout expired or query ID is invalid")
    return asked


def _result(given: object) -> Result:
    if not isinstance(given, dict) or given.get("type") != "article":
        refuse("can't parse inline query result: only articles are served here")
    if not 1 <= len(str(given.get("id", "")).encode()) <= ID_BYTES:
        refuse("RESULT_ID_INVALID")
    if not str(given.get("title", "")).strip():
        refuse("RESULT_TITLE_EMPTY")
    content = given.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        refuse("can't parse inline query result: only texts are served here")
    text = text_content(Params({**content, "text": content["message_text"]}))
    markup = inline_markup(read_keyboard(Params(given)))
    about = str(given.get("description", ""))
    return Result(str(given["id"]), str(given["title"]), about, {**text, **markup})


def _button(params: Params) -> tuple[str, str]:
    """The words on the button above the results, and what it starts the bot with."""
    button = params.object("button")
    if not button:
        return "", ""
    start = str(button.get("start_parameter", ""))
    if not str(button.get("text", "")).strip() or not _PAYLOAD.match(start):
        refuse("START_PARAM_INVALID")
    return str(button["text"]), start

"""What people do on the page: each act by its name in the path, with its parameters."""

from collections.abc import Callable, Mapping

from localchat import acts, groupacts, inline
from localchat.exchange import Exchange
from localchat.files import upload
from localchat.params import Params
from localchat.places import Place, Voice
from localchat.wire import Wire, refuse

Act = Callable[[Exchange, Params], Wire]


def _who(exchange: Exchange, params: Params) -> int:
    person = params.number("person")
    if person not in exchange.people:
        refuse("nobody has this id")
    return person


def _place(exchange: Exchange, params: Params) -> Place:
    """Without a chat it is the private one."""
    person = _who(exchange, params)
    voice = params.text("voice") or Voice.OWN
    if voice not in set(Voice):
        refuse("nobody speaks so")
    chat = params.number("chat") or person
    return Place(person, chat, params.number("thread"), Voice(voice))


def _say(exchange: Exchange, params: Params) -> Wire:
    place = _place(exchange, params)
    return acts.say(exchange, place, params.text("text"), params.number("reply_to"))


def _start(exchange: Exchange, params: Params) -> Wire:
    return acts.start(exchange, _who(exchange, params), params.text("payload"))


def _edit(exchange: Exchange, params: Params) -> Wire:
    place = _place(exchange, params)
    return acts.edit(exchange, place, params.number("message_id"), params.text("text"))


def _delete(exchange: Exchange, params: Params) -> Wire:
    acts.delete(exchange, _place(exchange, params), params.number("message_id"))
    return {}


def _press(exchange: Exchange, params: Params) -> Wire:
    place, message_id = _place(exchange, params), params.number("message_id")
    return {"press": acts.press(exchange, place, message_id, params.text("data"))}


def _ask(exchange: Exchange, params: Params) -> Wire:
    return {"query": inline.ask(exchange, _place(exchange, params), params.text("text"))}


def _choose(exchange: Exchange, params: Params) -> Wire:
    place = _place(exchange, params)
    return inline.choose(exchange, place, params.text("query"), params.text("result"))


def _voice(exchange: Exchange, params: Params) -> Wire:
    return acts.send_voice(exchange, _place(exchange, params))


def _block(exchange: Exchange, params: Params) -> Wire:
    acts.set_blocked(exchange, _who(exchange, params), blocked=params.flag("blocked"))
    return {}


def _read(exchange: Exchange, params: Params) -> Wire:
    acts.mark_read(exchange, _place(exchange, params), params.number("message_id"))
    return {}


def _send(exchange: Exchange, params: Params) -> Wire:
    """A file; one too big for any bot comes as name and size only."""
    given = params.upload("file") or upload(params.text("name"), b"", size=params.number("size"))
    content = acts.caption_of(params.text("caption"), params.text("album"))
    send = acts.send_photo if params.flag("as_photo") else acts.send_file
    return send(exchange, _place(exchange, params), given, content, params.number("reply_to"))


def _new_group(exchange: Exchange, params: Params) -> Wire:
    """A basic group by this person, with others and with the bot if it is wanted."""
    others = [int(other) for other in params.json("people", [])]
    people = [_who(exchange, params), *others]
    with_bot = params.flag("with_bot")
    return {"chat": groupacts.create(exchange, params.text("title"), people, with_bot=with_bot).id}


def _start_group(exchange: Exchange, params: Params) -> Wire:
    return groupacts.start_in_group(exchange, _place(exchange, params), params.text("payload"))


def _add(exchange: Exchange, params: Params) -> Wire:
    groupacts.add(exchange, _place(exchange, params), params.number("user"))
    return {}


def _remove(exchange: Exchange, params: Params) -> Wire:
    groupacts.remove(exchange, _place(exchange, params), params.number("user"))
    return {}


def _promote(exchange: Exchange, params: Params) -> Wire:
    place, user = _place(exchange, params), params.number("user")
    groupacts.promote(exchange, place, user, may_pin=params.flag("may_pin"))
    return {}


def _demote(exchange: Exchange, params: Params) -> Wire:
    groupacts.demote(exchange, _place(exchange, params), params.number("user"))
    return {}


def _let_all_pin(exchange: Exchange, params: Params) -> Wire:
    groupacts.let_all_pin(exchange, _place(exchange, params), allowed=params.flag("allowed"))
    return {}


def _migrate(exchange: Exchange, params: Params) -> Wire:
    is_forum = params.flag("is_forum")
    return {"chat": groupacts.migrate(exchange, _place(exchange, params), is_forum=is_forum).id}


def _open_topic(exchange: Exchange, params: Params) -> Wire:
    return {"thread": groupacts.open_topic(exchange, _place(exchange, params), params.text("name"))}


def _pin(exchange: Exchange, params: Params) -> Wire:
    groupacts.pin_message(exchange, _place(exchange, params), params.number("message_id"))
    return {}


def _unpin(exchange: Exchange, params: Params) -> Wire:
    groupacts.unpin_message(exchange, _place(exchange, params), params.number("message_id"))
    return {}


ACTS: Mapping[str, Act] = {
    "say": _say,
    "start": _start,
    "edit": _edit,
    "delete": _delete,
    "press": _press,
    "ask": _ask,
    "choose": _choose,
    "voice": _voice,
    "block": _block,
    "read": _read,
    "send": _send,
    "new_group": _new_group,
    "start_group": _start_group,
    "add": _add,
    "remove": _remove,
    "promote": _promote,
    "demote": _demote,
    "let_all_pin": _let_all_pin,
    "migrate": _migrate,
    "open_topic": _open_topic,
    "pin": _pin,
    "unpin": _unpin,
}

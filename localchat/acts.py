"""What a person can do in a chat: write, send, edit, press; the bot gets it as an update."""

from dataclasses import replace

from localchat.addressing import thread_of
from localchat.chats import Chat, Group, PrivateChat
from localchat.detect import detected
from localchat.entities import Formatted, trimmed
from localchat.exchange import Exchange
from localchat.files import DOWNLOAD_LIMIT, Upload
from localchat.messages import Kept
from localchat.pictures import measured
from localchat.places import (
    ActRefused,
    Hindrance,
    Place,
    chat_of,
    open_chat,
    private,
    signature,
)
from localchat.sending import quoted
from localchat.wire import Wire, utf16_units

TEXT_UNITS = 4096


def start(exchange: Exchange, person: int, payload: str = "") -> Wire:
    """Press the big START button, with what a deep link carried; unblocks the bot first."""
    if exchange.standing(person, person).blocked:
        set_blocked(exchange, person, blocked=False)
    return say(exchange, private(person), f"/start {payload}".strip())


def say(exchange: Exchange, place: Place, text: str, reply_to: int = 0) -> Wire:
    """Send a text; raises ActRefused if it is empty or too long, or one cannot write there."""
    return _send(exchange, place, _text(text), reply_to)


def send_file(
    exchange: Exchange,
    place: Place,
    file: Upload,
    content: Wire,
    reply_to: int = 0,
) -> Wire:
    """Send a document; content holds what goes with it: caption, media_group_id."""
    record = exchange.files.keep("documents", _bounded(file))
    document = {**record.wire(), "file_name": record.name, "mime_type": record.mime}
    return _send(exchange, place, {"document": document, **content}, reply_to)


def send_photo(
    exchange: Exchange,
    place: Place,
    file: Upload,
    content: Wire,
    reply_to: int = 0,
) -> Wire:
    """Send a picture as a photo; raises ActRefused if it is no PNG, JPEG, GIF or WebP."""
    size = measured(file.content)
    if size is None:
        raise ActRefused(Hindrance.NOT_A_PICTURE)
    record = exchange.files.keep("photos", file)
    photo = {**record.wire(), "width": size.width, "height": size.height}
    return _send(exchange, place, {"photo": [photo], **content}, reply_to)


def send_voice(exchange: Exchange, place: Place) -> Wire:
    """Send a voice message in which nobody says anything."""
    record = exchange.files.keep("voice", Upload("voice.ogg", b"OggS", "audio/ogg", 4))
    voice = {**record.wire(), "duration": 3, "mime_type": record.mime}
    return _send(exchange, place, {"voice": voice}, 0)


def send_via_bot(exchange: Exchange, place: Place, content: Wire) -> Wire:
    """Send what the bot has found for one, under one's own name; raises ActRefused."""
    return _send(exchange, place, {"via_bot": exchange.bot.user(), **content}, 0)


def caption_of(caption: str, album: str = "") -> Wire:
    """What goes with a file: its caption if any, the album it is part of if any."""
    whole = detected(trimmed(Formatted(caption, [])))
    content: Wire = {"media_group_id": album} if album else {}
    if whole.text:
        content["caption"] = whole.text
    if whole.entities:
        content["caption_entities"] = whole.entities
    return content


def edit(exchange: Exchange, place: Place, message_id: int, text: str) -> Wire:
    """Change the text of one's own message; raises ActRefused for any other."""
    chat, kept = _message(exchange, place, message_id)
    if kept.wire["from"]["id"] != _sender(exchange, place) or "text" not in kept.wire:
        raise ActRefused(Hindrance.NOT_YOURS)
    message = {key: value for key, value in kept.wire.items() if key not in {"text", "entities"}}
    message |= {**_text(text), "edit_date": exchange.now()}
    with exchange.store.writing():
        exchange.put_message(chat, message)
        exchange.deliver("edited_message", chat, message)
    return message


def delete(exchange: Exchange, place: Place, message_id: int) -> None:
    """Take a message away for everybody, of which no bot is told; in groups an own one.

    Who manages a group may take away any. Raises ActRefused.
    """
    chat, kept = _message(exchange, place, message_id)
    is_own = kept.wire["from"]["id"] == _sender(exchange, place)
    if isinstance(chat, Group) and not is_own and not chat.member(place.person).manages:
        raise ActRefused(Hindrance.NOT_YOURS)
    with exchange.store.writing():
        exchange.drop_message(chat, message_id)


def press(exchange: Exchange, place: Place, message_id: int, callback_data: str) -> str:
    """Press a button with some data, which need not stand there any more; the id of the press."""
    chat, kept = _message(exchange, place, message_id)
    with exchange.store.writing():
        number = exchange.presses.add(place.person, exchange.now())
        query = {
            "id": number,
            "from": exchange.people[place.person].user(),
            "message": kept.wire,
            "chat_instance": str(chat.id),
            "data": callback_data,
        }
        exchange.updates.push("callback_query", query)
    return number


def set_blocked(exchange: Exchange, person: int, *, blocked: bool) -> None:
    """Block the bot, or let it write again; nothing happens if it is so already."""
    chat, standing = exchange.chat(person), exchange.standing(person, person)
    if standing.blocked == blocked:
        return
    with exchange.store.writing():
        exchange.stand(chat.id, person, replace(standing, blocked=blocked))
        exchange.updates.push("my_chat_member", _membership(exchange, chat, person, blocked))
    exchange.tell(chat, {"kind": "standing", "started": standing.started, "blocked": blocked})


def mark_read(exchange: Exchange, place: Place, message_id: int) -> None:
    """Note that a person has seen everything in a chat up to a message."""
    standing = exchange.standing(place.chat, place.person)
    if message_id > standing.read_up_to:
        exchange.stand(place.chat, place.person, replace(standing, read_up_to=message_id))


def _membership(exchange: Exchange, chat: Chat, person: int, blocked: bool) -> Wire:  # noqa: FBT001
    member = {"user": exchange.bot.user(), "status": "member"}
    kicked = {"user": exchange.bot.user(), "status": "kicked", "until_date": 0}
    return {
        "chat": chat.wire(),
        "from": exchange.people[person].user(),
        "date": exchange.now(),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }


def _text(text: str) -> Wire:
    whole = detected(trimmed(Formatted(text, [])))
    if not whole.text:
        raise ActRefused(Hindrance.EMPTY)
    if utf16_units(whole.text) > TEXT_UNITS:
        raise ActRefused(Hindrance.TOO_LONG)
    content: Wire = {"text": whole.text}
    return {**content, "entities": whole.entities} if whole.entities else content


def _bounded(file: Upload) -> Upload:
    """Bytes that no bot could ever fetch are not kept, only how many there were."""
    return replace(file, content=b"") if file.size > DOWNLOAD_LIMIT else file


def _message(exchange: Exchange, place: Place, message_id: int) -> tuple[Chat, Kept]:
    chat = chat_of(exchange, place)
    kept = exchange.messages.find(chat.id, message_id)
    if kept is None:
        raise ActRefused(Hindrance.GONE)
    return chat, kept


def _sender(exchange: Exchange, place: Place) -> int:
    return int(signature(exchange, place)["from"]["id"])


def _send(exchange: Exchange, place: Place, content: Wire, reply_to: int) -> Wire:
    chat = open_chat(exchange, place)
    replied = exchange.messages.find(chat.id, reply_to) if reply_to else None
    with exchange.store.writing():
        number = exchange.new_message_id(chat)
        message = {
            "message_id": number,
            **_thread(chat, place, replied),
            **signature(exchange, place, number),
            "chat": chat.wire(),
            "date": exchange.now(),
            **({"reply_to_message": quoted(replied.wire)} if replied else {}),
            **content,
        }
        was = exchange.standing(chat.id, place.person)
        now = replace(was, started=True, read_up_to=number)
        exchange.stand(chat.id, place.person, now)
        exchange.put_message(chat, message)
        exchange.deliver("message", chat, message)
    if isinstance(chat, PrivateChat) and not was.started:
        exchange.tell(chat, {"kind": "standing", "started": True, "blocked": False})
    return message


def _thread(chat: Chat, place: Place, replied: Kept | None) -> Wire:
    if place.thread and isinstance(chat, Group) and chat.is_forum:
        return {"message_thread_id": place.thread, "is_topic_message": True}
    return thread_of(chat, replied.wire) if replied else {}

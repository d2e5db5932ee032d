"""What a person can do in a chat with the bot; each act becomes an update for the bot."""

from dataclasses import replace
from enum import StrEnum

from localchat.detect import detected
from localchat.entities import Formatted, trimmed
from localchat.exchange import Exchange
from localchat.files import DOWNLOAD_LIMIT, Upload
from localchat.messages import Kept
from localchat.people import Chat
from localchat.pictures import measured
from localchat.sending import quoted
from localchat.wire import Wire, utf16_units

TEXT_UNITS = 4096


class Hindrance(StrEnum):
    """Why a person cannot do something; the page has a sentence for each."""

    BLOCKED = "blocked"
    EMPTY = "empty"
    GONE = "gone"
    NOT_A_PICTURE = "not_a_picture"
    NOT_YOURS = "not_yours"
    TOO_LONG = "too_long"


class ActRefused(Exception):
    """A person tried what the messenger does not let them do."""

    def __init__(self, why: Hindrance) -> None:
        super().__init__(why)
        self.why = why


def start(exchange: Exchange, person: int, payload: str = "") -> Wire:
    """Press the big START button, with what a deep link carried; unblocks the bot first."""
    if exchange.standing(person, person).blocked:
        set_blocked(exchange, person, blocked=False)
    return say(exchange, person, f"/start {payload}".strip())


def say(exchange: Exchange, person: int, text: str, reply_to: int = 0) -> Wire:
    """Send a text; raises ActRefused if it is empty, too long, or the bot is blocked."""
    return _send(exchange, person, _text(text), reply_to)


def send_file(
    exchange: Exchange,
    person: int,
    file: Upload,
    content: Wire,
    reply_to: int = 0,
) -> Wire:
    """Send a document; content holds what goes with it: caption, media_group_id."""
    record = exchange.files.keep("documents", _bounded(file))
    document = {**record.wire(), "file_name": record.name, "mime_type": record.mime}
    return _send(exchange, person, {"document": document, **content}, reply_to)


def send_photo(
    exchange: Exchange,
    person: int,
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
    return _send(exchange, person, {"photo": [photo], **content}, reply_to)


def send_voice(exchange: Exchange, person: int) -> Wire:
    """Send a voice message in which nobody says anything."""
    record = exchange.files.keep("voice", Upload("voice.ogg", b"OggS", "audio/ogg", 4))
    voice = {**record.wire(), "duration": 3, "mime_type": record.mime}
    return _send(exchange, person, {"voice": voice}, 0)


def caption_of(caption: str, album: str = "") -> Wire:
    """What goes with a file: its caption if any, the album it is part of if any."""
    whole = detected(trimmed(Formatted(caption, [])))
    content: Wire = {"media_group_id": album} if album else {}
    if whole.text:
        content["caption"] = whole.text
    if whole.entities:
        content["caption_entities"] = whole.entities
    return content


def edit(exchange: Exchange, person: int, message_id: int, text: str) -> Wire:
    """Change the text of one's own message; raises ActRefused for any other."""
    chat, kept = _message(exchange, person, message_id)
    if kept.wire["from"]["id"] != person or "text" not in kept.wire:
        raise ActRefused(Hindrance.NOT_YOURS)
    message = {key: value for key, value in kept.wire.items() if key not in {"text", "entities"}}
    message |= {**_text(text), "edit_date": exchange.now()}
    with exchange.store.writing():
        exchange.put_message(chat, message)
        exchange.updates.push("edited_message", message)
    return message


def press(exchange: Exchange, person: int, message_id: int, callback_data: str) -> str:
    """Press a button with some data, which need not stand there any more; the id of the press."""
    chat, kept = _message(exchange, person, message_id)
    with exchange.store.writing():
        number = exchange.new_press(person)
        query = {
            "id": number,
            "from": exchange.people[person].user(),
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


def mark_read(exchange: Exchange, person: int, message_id: int) -> None:
    """Note that a person has seen everything up to a message."""
    standing = exchange.standing(person, person)
    if message_id > standing.read_up_to:
        exchange.stand(person, person, replace(standing, read_up_to=message_id))


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


def _message(exchange: Exchange, person: int, message_id: int) -> tuple[Chat, Kept]:
    chat = exchange.chat(person)
    kept = exchange.messages.find(chat.id, message_id)
    if kept is None:
        raise ActRefused(Hindrance.GONE)
    return chat, kept


def _send(exchange: Exchange, person: int, content: Wire, reply_to: int) -> Wire:
    chat, standing = exchange.chat(person), exchange.standing(person, person)
    if standing.blocked:
        raise ActRefused(Hindrance.BLOCKED)
    replied = exchange.messages.find(chat.id, reply_to) if reply_to else None
    with exchange.store.writing():
        message = {
            "message_id": exchange.messages.new_id(),
            "from": exchange.people[person].user(),
            "chat": chat.wire(),
            "date": exchange.now(),
            **({"reply_to_message": quoted(replied.wire)} if replied else {}),
            **content,
        }
        exchange.stand(
            chat.id,
            person,
            replace(standing, started=True, read_up_to=message["message_id"]),
        )
        exchange.put_message(chat, message)
        exchange.updates.push("message", message)
    if not standing.started:
        exchange.tell(chat, {"kind": "standing", "started": True, "blocked": False})
    return message

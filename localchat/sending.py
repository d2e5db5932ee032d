"""Bot methods that put new messages into a chat."""

from localchat.addressing import addressee, topic_of
from localchat.chats import Chat
from localchat.detect import detected
from localchat.entities import Formatted, parse_html, trimmed
from localchat.exchange import Exchange
from localchat.files import PHOTO_LIMIT, UPLOAD_LIMIT, FileRecord
from localchat.keyboards import BelowInput, InlineKeyboard, Keyboard, NoKeyboard, read_keyboard
from localchat.params import Params
from localchat.pictures import measured
from localchat.wire import Wire, refuse, too_large, utf16_units

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
ALONE = "allow_sending_without_reply"


def formatted(params: Params, name: str) -> Formatted:
    """A text parameter with its entities, by parse_mode or as they were given."""
    text = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        return detected(parse_html(text))
    if mode:
        refuse("unsupported parse_mode")
    listed = "caption_entities" if name == "caption" else "entities"
    return detected(trimmed(Formatted(text, params.json(listed, []))))


def text_content(params: Params) -> Wire:
    """The text and entities of a message; raises ApiError 400 if empty or too long."""
    whole = formatted(params, "text")
    if not whole.text:
        refuse("message text is empty")
    if utf16_units(whole.text) > TEXT_UNITS:
        refuse("message is too long")
    content: Wire = {"text": whole.text}
    return {**content, "entities": whole.entities} if whole.entities else content


def caption_content(params: Params) -> Wire:
    """The caption and caption_entities, empty if there is none; raises ApiError 400 if too long."""
    whole = formatted(params, "caption")
    if utf16_units(whole.text) > CAPTION_UNITS:
        refuse("message caption is too long")
    if not whole.text:
        return {}
    content: Wire = {"caption": whole.text}
    return {**content, "caption_entities": whole.entities} if whole.entities else content


def send_message(exchange: Exchange, params: Params) -> Wire:
    """Serve sendMessage."""
    return _post(exchange, params, text_content(params))


def send_document(exchange: Exchange, params: Params) -> Wire:
    """Serve sendDocument, by upload or by file_id."""
    addressee(exchange, params)
    caption = caption_content(params)
    record = _file(exchange, params, "document", UPLOAD_LIMIT, "documents")
    document = {**record.wire(), "file_name": record.name, "mime_type": record.mime}
    return _post(exchange, params, {"document": document, **caption})


def send_photo(exchange: Exchange, params: Params) -> Wire:
    """Serve sendPhoto, by upload or by file_id."""
    addressee(exchange, params)
    return _post(exchange, params, photo_content(exchange, params, "photo"))


def photo_content(exchange: Exchange, params: Params, name: str) -> Wire:
    """The photo that the parameter of that name gives, with its caption; raises ApiError."""
    caption = caption_content(params)
    record = _file(exchange, params, name, PHOTO_LIMIT, "photos")
    size = measured(exchange.files.content(record.id))
    if size is None:
        refuse("IMAGE_PROCESS_FAILED")
    photo = {**record.wire(), "width": size.width, "height": size.height}
    return {"photo": [photo], **caption}


def _file(exchange: Exchange, params: Params, name: str, limit: int, folder: str) -> FileRecord:
    given = params.upload(name)
    if given is None:
        if not params.text(name):
            refuse(f"there is no {name} in the request")
        return exchange.files.find(params.text(name))
    if given.size > limit:
        raise too_large()
    if not given.size:
        refuse("file must be non-empty")
    return exchange.files.keep(folder, given)


def _post(exchange: Exchange, params: Params, content: Wire) -> Wire:
    chat = addressee(exchange, params)
    keyboard = read_keyboard(params)
    reply = _reply(exchange, chat, params)
    message = {
        "message_id": exchange.new_message_id(chat),
        **topic_of(exchange, chat, params, reply.get("reply_to_message", {})),
        "from": exchange.bot.user(),
        "chat": chat.wire(),
        "date": exchange.now(),
        **reply,
        **content,
        **inline_markup(keyboard),
    }
    is_below = isinstance(keyboard, BelowInput)
    exchange.put_message(chat, message, editable=not is_below)
    if isinstance(keyboard, BelowInput):
        exchange.set_keyboard(chat, keyboard.wire)
    return message


def inline_markup(keyboard: Keyboard) -> Wire:
    """The reply_markup a message carries: only buttons under it, and only if there are any."""
    match keyboard:
        case InlineKeyboard(rows) if rows:
            return {"reply_markup": {"inline_keyboard": rows}}
        case InlineKeyboard() | BelowInput() | NoKeyboard():
            return {}


def _reply(exchange: Exchange, chat: Chat, params: Params) -> Wire:
    reply = params.object("reply_parameters")
    wanted = reply.get("message_id") or params.number("reply_to_message_id")
    if not wanted:
        return {}
    found = exchange.messages.find(chat.id, int(wanted))
    if found is not None:
        return {"reply_to_message": quoted(found.wire)}
    if not reply.get(ALONE) and not params.flag(ALONE):
        refuse("message to be replied not found")
    return {}


def quoted(message: Wire) -> Wire:
    """A message as it stands inside a reply to it: whole, but without the one it replies to."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}

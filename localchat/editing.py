"""Bot methods that change or take away messages that stand in a chat, and answer presses."""

from localchat.addressing import addressee
from localchat.chats import Chat, Group
from localchat.exchange import Exchange
from localchat.keyboards import BelowInput, read_keyboard
from localchat.messages import Kept
from localchat.params import Params
from localchat.sending import caption_content, inline_markup, photo_content, text_content
from localchat.updates import PRESS_LIFE
from localchat.wire import Wire, refuse

DELETE_LIFE = 48 * 3600
ANSWER_CHARACTERS = 200
_TEXT = ("text", "entities")
_CAPTION = ("caption", "caption_entities")
_MEDIA = ("photo", "document", "voice")


def edit_message_text(exchange: Exchange, params: Params) -> Wire:
    """Serve editMessageText; a call without reply_markup takes the buttons away."""
    chat, kept = _own_message(exchange, params)
    content = text_content(params)
    if "text" not in kept.wire:
        refuse("there is no text in the message to edit")
    return _replace(exchange, chat, kept, {**_without(kept.wire, *_TEXT), **content}, params)


def edit_message_caption(exchange: Exchange, params: Params) -> Wire:
    """Serve editMessageCaption; an empty caption takes it away."""
    chat, kept = _own_message(exchange, params)
    content = caption_content(params)
    if "text" in kept.wire:
        refuse("there is no caption in the message to edit")
    return _replace(exchange, chat, kept, {**_without(kept.wire, *_CAPTION), **content}, params)


def edit_message_media(exchange: Exchange, params: Params) -> Wire:
    """Serve editMessageMedia, for photos; the caption comes with the photo."""
    chat, kept = _own_message(exchange, params)
    if params.object("media").get("type") != "photo":
        refuse("can't parse InputMedia: only photos are served here")
    content = photo_content(exchange, params.within("media"), "media")
    bare = _without(kept.wire, *_TEXT, *_CAPTION, *_MEDIA)
    return _replace(exchange, chat, kept, {**bare, **content}, params)


def edit_message_reply_markup(exchange: Exchange, params: Params) -> Wire:
    """Serve editMessageReplyMarkup."""
    chat, kept = _own_message(exchange, params)
    return _replace(exchange, chat, kept, kept.wire, params)


def delete_message(exchange: Exchange, params: Params) -> bool:
    """Serve deleteMessage, not older than 48 hours; in groups others' only as administrator."""
    chat = addressee(exchange, params)
    kept = exchange.messages.find(chat.id, params.number("message_id"))
    if kept is None:
        refuse("message to delete not found")
    if kept.wire["date"] < exchange.now() - DELETE_LIFE:
        refuse("message can't be deleted for everyone")
    is_own = kept.wire["from"]["id"] == exchange.bot.id
    if isinstance(chat, Group) and not is_own and not chat.member(exchange.bot.id).manages:
        refuse("message can't be deleted")
    exchange.drop_message(chat, kept.id)
    return True


def answer_callback_query(exchange: Exchange, params: Params) -> bool:
    """Serve answerCallbackQuery."""
    press = params.text("callback_query_id")
    person = exchange.presses.presser(press, not_before=exchange.now() - PRESS_LIFE)
    if person is None:
        why = "query is too old and response timeout expired or query ID is invalid"
        refuse(why)
    if len(params.text("text")) > ANSWER_CHARACTERS:
        refuse("MESSAGE_TOO_LONG")
    answer = {
        "text": params.text("text"),
        "show_alert": params.flag("show_alert"),
        "url": params.text("url"),
    }
    exchange.presses.answer(press, answer)
    exchange.watch.tell(person, {"kind": "answer", "press": press, **answer})
    return True


def _own_message(exchange: Exchange, params: Params) -> tuple[Chat, Kept]:
    chat = addressee(exchange, params)
    if not params.number("message_id"):
        refuse("message identifier is not specified")
    kept = exchange.messages.find(chat.id, params.number("message_id"))
    if kept is None:
        refuse("message to edit not found")
    if kept.wire["from"]["id"] != exchange.bot.id or not kept.editable:
        refuse("message can't be edited")
    return chat, kept


def _without(message: Wire, *keys: str) -> Wire:
    return {key: value for key, value in message.items() if key not in keys}


def _replace(exchange: Exchange, chat: Chat, kept: Kept, changed: Wire, params: Params) -> Wire:
    keyboard = read_keyboard(params)
    if isinstance(keyboard, BelowInput):
        refuse("inline keyboard expected")
    message = {**_without(changed, "reply_markup"), **inline_markup(keyboard)}
    if message == kept.wire:
        why = "message is not modified: specified new message content and reply markup are "
        why += "exactly the same as a current content and reply markup of the message"
        refuse(why)
    message["edit_date"] = exchange.now()
    exchange.put_message(chat, message)
    return message

"""Bot methods about the bot itself: who it is, its commands, its menu, its files."""

import re

from localchat.addressing import addressee
from localchat.chats import Chat, PrivateChat
from localchat.exchange import Exchange
from localchat.files import DOWNLOAD_LIMIT
from localchat.params import Params
from localchat.people import Persona
from localchat.wire import Wire, refuse

_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
MOST_COMMANDS = 100
LONGEST_TEXT = 256
LONGEST_DESCRIPTION = 512
LONGEST_ABOUT = 120


def get_me(exchange: Exchange, _params: Params) -> Wire:
    """Serve getMe."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": exchange.bot.is_inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**exchange.bot.user(), **abilities}


def set_my_commands(exchange: Exchange, params: Params) -> bool:
    """Serve setMyCommands, kept for each scope and language."""
    commands = params.json("commands", [])
    if not isinstance(commands, list) or len(commands) > MOST_COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    kept = [_command(command) for command in commands]
    exchange.store.keep_note(_commands_key(params), kept)
    exchange.watch.tell_pages({"kind": "commands"})
    return True


def get_my_commands(exchange: Exchange, params: Params) -> list[Wire]:
    """Serve getMyCommands, of exactly this scope and language."""
    commands: list[Wire] = exchange.store.note(_commands_key(params), [])
    return commands


def delete_my_commands(exchange: Exchange, params: Params) -> bool:
    """Serve deleteMyCommands."""
    exchange.store.keep_note(_commands_key(params), [])
    exchange.watch.tell_pages({"kind": "commands"})
    return True


def shown_commands(exchange: Exchange, chat: Chat, persona: Persona) -> list[Wire]:
    """The commands a person sees in a chat, by Telegram's order of scopes and languages."""
    for scope in _scopes(chat, persona.id):
        for code in (persona.language_code[:2], ""):
            commands: list[Wire] = exchange.store.note(f"commands/{scope}/{code}", [])
            if commands:
                return commands
    return []


def _scopes(chat: Chat, person: int) -> list[str]:
    """From the narrowest to the widest."""
    if isinstance(chat, PrivateChat):
        return [f"chat:{chat.id}", "all_private_chats:", "default:"]
    manages = chat.member(person).manages
    near = [f"chat_administrators:{chat.id}"] if manages else []
    far = ["all_chat_administrators:"] if manages else []
    return [*near, f"chat:{chat.id}", *far, "all_group_chats:", "default:"]


def set_my_description(exchange: Exchange, params: Params) -> bool:
    """Serve setMyDescription: what an empty chat shows."""
    return _keep_text(exchange, params, "description", LONGEST_DESCRIPTION)


def set_my_short_description(exchange: Exchange, params: Params) -> bool:
    """Serve setMyShortDescription: what the bot's profile shows."""
    return _keep_text(exchange, params, "short_description", LONGEST_ABOUT)


def shown_description(exchange: Exchange, language: str) -> str:
    """What an empty chat shows to a person of a language."""
    own: str = exchange.store.note(f"description/{language[:2]}", "")
    return own or str(exchange.store.note("description/", ""))


def set_chat_menu_button(exchange: Exchange, params: Params) -> bool:
    """Serve setChatMenuButton."""
    button = params.object("menu_button") or {"type": "default"}
    exchange.store.keep_note(f"menu_button/{params.text('chat_id')}", button)
    return True


def send_chat_action(exchange: Exchange, params: Params) -> bool:
    """Serve sendChatAction: the page shows it for a few seconds."""
    chat = addressee(exchange, params)
    if not params.text("action"):
        refuse("wrong parameter action in request")
    exchange.tell(chat, {"kind": "action", "action": params.text("action")})
    return True


def get_file(exchange: Exchange, params: Params) -> Wire:
    """Serve getFile; raises ApiError 400 for more than 20 MB."""
    if not params.text("file_id"):
        refuse("file_id not specified")
    record = exchange.files.find(params.text("file_id"))
    if record.size > DOWNLOAD_LIMIT:
        refuse("file is too big")
    return {**record.wire(), "file_path": record.path}


def delete_webhook(exchange: Exchange, params: Params) -> bool:
    """Serve deleteWebhook: there is none, but the waiting updates can be dropped."""
    if params.flag("drop_pending_updates"):
        exchange.store.db.execute("delete from updates")
    return True


def get_webhook_info(exchange: Exchange, _params: Params) -> Wire:
    """Serve getWebhookInfo."""
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": exchange.updates.pending(),
    }


def _command(given: Wire) -> Wire:
    command = str(given.get("command", "")).removeprefix("/")
    if not _COMMAND.match(command):
        refuse("BOT_COMMAND_INVALID")
    description = str(given.get("description", "")).strip()
    if not 1 <= len(description) <= LONGEST_TEXT:
        refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _commands_key(params: Params) -> str:
    scope, language = params.object("scope"), params.text("language_code")
    name = f"{scope.get('type', 'default')}:{scope.get('chat_id', '')}"
    _check_language(language)
    return f"commands/{name}/{language}"


def _check_language(code: str) -> None:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        refuse("BOT_COMMAND_LANGUAGE_INVALID")


def _keep_text(exchange: Exchange, params: Params, name: str, longest: int) -> bool:
    if len(params.text(name)) > longest:
        refuse(f"bot {name.replace('_', ' ')} is too long")
    _check_language(params.text("language_code"))
    exchange.store.keep_note(f"{name}/{params.text('language_code')}", params.text(name))
    return True

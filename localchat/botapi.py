"""The bot's side over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from localchat import chatfacts, editing, inline, pinning, profile, sending
from localchat.exchange import Exchange
from localchat.faults import Delay, Drop, Fault, Faults, When
from localchat.limits import Limits
from localchat.params import Params, read_params
from localchat.updates import Asked
from localchat.wire import ApiError, Wire, not_found, refuse, unauthorized

log = logging.getLogger(__name__)

MOST_UPDATES = 100
LONGEST_WAIT = 50
_METHOD = re.compile(r"/bot(\d+:[\w-]+)/([A-Za-z]+)\Z")
_FILE = re.compile(r"/file/bot(\d+:[\w-]+)/(.+)\Z")

METHODS: Mapping[str, Callable[[Exchange, Params], Any]] = {
    "getMe": profile.get_me,
    "deleteWebhook": profile.delete_webhook,
    "getWebhookInfo": profile.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "answerInlineQuery": inline.answer_inline_query,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getFile": profile.get_file,
    "sendChatAction": profile.send_chat_action,
    "getChat": chatfacts.get_chat,
    "getChatMember": chatfacts.get_chat_member,
    "getChatAdministrators": chatfacts.get_chat_administrators,
    "getChatMemberCount": chatfacts.get_chat_member_count,
    "leaveChat": chatfacts.leave_chat,
    "pinChatMessage": pinning.pin_chat_message,
    "unpinChatMessage": pinning.unpin_chat_message,
    "unpinAllChatMessages": pinning.unpin_all_chat_messages,
}
_BY_LOWER_NAME = {name.lower(): method for name, method in METHODS.items()}


class ConnectionLost(Exception):
    """A planned fault wants this connection reset."""


class BotApi:
    """Answers one bot, known by its token."""

    def __init__(
        self, exchange: Exchange, token: str, faults: Faults, limits: Limits | None = None
    ) -> None:
        self._exchange = exchange
        self._token = token
        self._faults = faults
        self._limits = limits

    async def answer(self, request: Request) -> Response:
        """The answer to a call of a method; raises ConnectionLost if a fault says so."""
        try:
            name = self._method_of(request.url.path)
            params = await read_params(request)
            result = await self._call_with_faults(name, params)
        except ApiError as refusal:
            return _json(refusal.body(), refusal.code)
        return _json({"ok": True, "result": result}, 200)

    async def download(self, request: Request) -> Response:
        """The bytes of a file whose path getFile has given."""
        try:
            path = self._checked(_FILE.match(request.url.path))
            content = self._exchange.files.content_at(path)
        except ApiError as refusal:
            return _json(refusal.body(), refusal.code)
        return Response(content, media_type="application/octet-stream")

    def _method_of(self, path: str) -> str:
        name = self._checked(_METHOD.match(path)).lower()
        if name != "getupdates" and name not in _BY_LOWER_NAME:
            log.warning("method not served", extra={"method": name})
            raise not_found()
        return name

    def _checked(self, found: re.Match[str] | None) -> str:
        """What stands behind the token, which must be ours."""
        if found is None:
            raise not_found()
        token, rest = found.groups()
        if token != self._token:
            raise unauthorized()
        return str(rest)

    async def _call_with_faults(self, name: str, params: Params) -> Any:  # noqa: ANN401 - JSON
        if self._limits:
            now = asyncio.get_running_loop().time()
            self._limits.admit(name, params.number("chat_id") or None, now)
        fault = self._faults.take(name)
        match fault:
            case Fault():
                raise fault.error()
            case Drop(When.BEFORE):
                raise ConnectionLost
            case Delay(seconds):
                await asyncio.sleep(seconds)
            case _:
                pass
        result = await self._call(name, params)
        if fault == Drop(When.AFTER):
            raise ConnectionLost
        return result

    async def _call(self, name: str, params: Params) -> Any:  # noqa: ANN401 - JSON
        if name == "getupdates":
            return await self._exchange.updates.fetch(_asked(params))
        try:
            with self._exchange.store.writing():
                return _BY_LOWER_NAME[name](self._exchange, params)
        except UnicodeEncodeError:
            refuse("strings must be encoded in UTF-8")


def _asked(params: Params) -> Asked:
    allowed = params.json("allowed_updates", None)
    if allowed is not None and not isinstance(allowed, list):
        refuse("can't parse allowed_updates JSON object")
    limit = params.number("limit", MOST_UPDATES)
    return Asked(
        params.number("offset"),
        min(max(limit, 1), MOST_UPDATES),
        min(max(params.number("timeout"), 0), LONGEST_WAIT),
        allowed,
    )


def _json(body: Wire, status: int) -> Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, media_type="application/json")

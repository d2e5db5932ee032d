"""Every answer of every served method, and every update, is of the official types."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from localchat.botapi import METHODS
from localchat.delivery import SERVICE
from localchat.person import Person
from localchat.places import Voice
from localchat.server import LocalChat
from tests.localchat.calling import Api
from tests.localchat.official import faults_of, faults_of_answer, official
from tests.localchat.pictures import png

pytestmark = pytest.mark.anyio

KEYS = {"inline_keyboard": [[{"text": "好", "callback_data": "yes"}]]}
HTML = '<b>粗</b> <i>x</i> <pre><code class="language-json">{}</code></pre> <a href="x.cn">链</a>'
TEAM = -2001
"""The first group of a local chat; here it always is there, the bot its administrator."""
Call = Callable[[Api, Person], Awaitable[Any]]


async def _photo(wang: Person) -> str:
    message = await wang.send_file("章.png", png(4, 3), as_photo=True)
    return str(wang.message(message).wire["photo"][0]["file_id"])


async def _document(wang: Person) -> str:
    message = await wang.send_file("表.xlsx", b"PK", caption="给 /list")
    return str(wang.message(message).wire["document"]["file_id"])


async def _sent(api: Api) -> int:
    return int(
        (await api.result("sendMessage", chat_id=1001, text="一", reply_markup=KEYS))["message_id"]
    )


async def _answer_press(api: Api, wang: Person) -> object:
    press = await wang.press(await _sent(api), "好")
    return await api.result("answerCallbackQuery", callback_query_id=press, text="记下了")


async def _send_message(api: Api, wang: Person) -> object:
    said = await wang.say("进度")
    return await api.result(
        "sendMessage",
        chat_id=1001,
        text=HTML,
        parse_mode="HTML",
        reply_parameters={"message_id": said},
        reply_markup=KEYS,
    )


async def _send_photo(api: Api, wang: Person) -> object:
    return await api.result("sendPhoto", chat_id=1001, photo=await _photo(wang), caption="图")


async def _send_document(api: Api, wang: Person) -> object:
    document = await _document(wang)
    return await api.result(
        "sendDocument", chat_id=1001, document=document, caption="<b>表</b>", parse_mode="HTML"
    )


async def _edit_text(api: Api, _wang: Person) -> object:
    return await api.result("editMessageText", chat_id=1001, message_id=await _sent(api), text="二")


async def _edit_caption(api: Api, wang: Person) -> object:
    sent: Any = await _send_document(api, wang)
    return await api.result(
        "editMessageCaption", chat_id=1001, message_id=sent["message_id"], caption="新"
    )


async def _edit_media(api: Api, wang: Person) -> object:
    sent: Any = await _send_photo(api, wang)
    media = {"type": "photo", "media": await _photo(wang), "caption": "新图"}
    return await api.result(
        "editMessageMedia", chat_id=1001, message_id=sent["message_id"], media=media
    )


async def _edit_keys(api: Api, _wang: Person) -> object:
    return await api.result("editMessageReplyMarkup", chat_id=1001, message_id=await _sent(api))


async def _delete(api: Api, _wang: Person) -> object:
    return await api.result("deleteMessage", chat_id=1001, message_id=await _sent(api))


async def _get_file(api: Api, wang: Person) -> object:
    return await api.result("getFile", file_id=await _document(wang))


async def _get_commands(api: Api, _wang: Person) -> object:
    await api.result("setMyCommands", commands=[{"command": "list", "description": "清单"}])
    return await api.result("getMyCommands")


async def _pin(api: Api, _wang: Person) -> object:
    sent = await api.result("sendMessage", chat_id=TEAM, text="看板")
    return await api.result("pinChatMessage", chat_id=TEAM, message_id=sent["message_id"])


async def _unpin(api: Api, wang: Person) -> object:
    await _pin(api, wang)
    return await api.result("unpinChatMessage", chat_id=TEAM)


async def _get_chat(api: Api, wang: Person) -> object:
    await _pin(api, wang)
    return await api.result("getChat", chat_id=TEAM)


async def _get_updates(api: Api, wang: Person) -> object:
    said = await wang.say("/start https://a.cn a@b.cn @somebody")
    await wang.edit(said, "改")
    await wang.press(await _sent(api), "好")
    await _document(wang)
    await _photo(wang)
    await wang.voice()
    await _dropped(api, wang)
    await wang.block()
    await wang.unblock()
    return await api.result("getUpdates")


def _plainly(method: str, **params: object) -> Call:
    async def call(api: Api, _wang: Person) -> object:
        return await api.result(method, **params)

    return call


async def _answer_inquiry(api: Api, wang: Person, query: str = "") -> object:
    said = {"message_text": HTML, "parse_mode": "HTML"}
    keys = {"inline_keyboard": [[{"text": "看", "url": "https://t.me/nianbao_bot?start=c"}]]}
    article = {"type": "article", "id": "0", "title": "甲", "input_message_content": said}
    return await api.result(
        "answerInlineQuery",
        inline_query_id=query or await wang.ask("北京"),
        results=[{**article, "reply_markup": keys}],
    )


async def _dropped(api: Api, wang: Person) -> None:
    query = await wang.ask("北京")
    await _answer_inquiry(api, wang, query)
    await wang.choose(query, "0")


COMMANDS = [{"command": "list", "description": "清单"}]
CALLS: dict[str, Call] = {
    "getMe": _plainly("getMe"),
    "deleteWebhook": _plainly("deleteWebhook"),
    "getWebhookInfo": _plainly("getWebhookInfo"),
    "sendMessage": _send_message,
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "editMessageText": _edit_text,
    "editMessageCaption": _edit_caption,
    "editMessageMedia": _edit_media,
    "editMessageReplyMarkup": _edit_keys,
    "deleteMessage": _delete,
    "answerCallbackQuery": _answer_press,
    "answerInlineQuery": _answer_inquiry,
    "setMyCommands": _plainly("setMyCommands", commands=COMMANDS, language_code="zh"),
    "getMyCommands": _get_commands,
    "deleteMyCommands": _plainly("deleteMyCommands"),
    "setMyDescription": _plainly("setMyDescription", description="年报"),
    "setMyShortDescription": _plainly("setMyShortDescription", short_description="年报"),
    "setChatMenuButton": _plainly("setChatMenuButton", menu_button={"type": "commands"}),
    "getFile": _get_file,
    "sendChatAction": _plainly("sendChatAction", chat_id=1001, action="typing"),
    "getChat": _get_chat,
    "getChatMember": _plainly("getChatMember", chat_id=TEAM, user_id=1001),
    "getChatAdministrators": _plainly("getChatAdministrators", chat_id=TEAM),
    "getChatMemberCount": _plainly("getChatMemberCount", chat_id=TEAM),
    "leaveChat": _plainly("leaveChat", chat_id=TEAM),
    "pinChatMessage": _pin,
    "unpinChatMessage": _unpin,
    "unpinAllChatMessages": _plainly("unpinAllChatMessages", chat_id=TEAM),
    "getUpdates": _get_updates,
}


def test_every_served_method_is_tried_here_and_known_officially() -> None:
    served = {*METHODS, "getUpdates"}

    assert CALLS.keys() == served
    assert official()["returns"].keys() == served


@pytest.mark.parametrize("method", CALLS)
async def test_an_answer_is_of_the_official_type(
    method: str, api: Api, chat: LocalChat, wang: Person
) -> None:
    await wang.start()
    team = chat.create_group("年报群", [1001, 1004])
    await wang.at(team.id).group.promote_bot()

    result = await CALLS[method](api, wang)

    assert faults_of_answer(method, result) == []


async def test_updates_of_all_kinds_came_to_be_checked(api: Api, wang: Person) -> None:
    await wang.start()

    updates: Any = await _get_updates(api, wang)

    kinds = {kind for update in updates for kind in update if kind != "update_id"}
    assert kinds == {
        *("message", "edited_message", "callback_query", "my_chat_member"),
        "inline_query",
    }


async def test_all_that_comes_from_groups_is_of_the_official_types(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    await api.result("getUpdates", allowed_updates=["message", "my_chat_member", "chat_member"])
    old = wang.at(chat.create_group("年报群", [1001, 1004]).id)
    await old.group.promote_bot()
    await old.group.add(1005)
    here = wang.at(await old.group.migrate(is_forum=True))
    topic = await here.group.open_topic("财务")
    await wang.at(here.place.chat, voice=Voice.GROUP).say("匿名")
    await wang.at(here.place.chat, voice=Voice.CHANNEL).say("公告")
    await here.group.pin(await wang.at(here.place.chat, thread=topic).say("看板"))
    await here.group.remove(1005)
    await here.group.remove_bot()

    updates = await api.result("getUpdates")

    fields = {name for update in updates for name in update.get("message", {})}
    assert SERVICE - {"supergroup_chat_created"} <= fields
    assert {"sender_chat", "is_automatic_forward", "is_topic_message"} <= fields
    assert faults_of_answer("getUpdates", updates) == []


def test_the_check_itself_finds_what_is_wrong() -> None:
    bad = {"id": "7", "first_name": "x", "is_bot": 0, "colour": "red"}

    faults = faults_of("User", bad)

    assert sorted(faults) == [
        "User.colour: no such field",
        "User.id: '7' is no Integer",
        "User.is_bot: 0 is no Boolean",
    ]

"""What Telegram refuses, in its own words."""

from datetime import timedelta
from typing import Any

import pytest

from localchat.clock import ShiftedClock
from localchat.person import Person
from tests.localchat.calling import Api
from tests.localchat.pictures import png

pytestmark = pytest.mark.anyio

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


def _keys(**button: object) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 77, "text": "x"}, "chat not found"),
        ({"chat_id": 1001, "text": " \n"}, "message text is empty"),
        ({"chat_id": 1001, "text": "😀" * 2049}, "message is too long"),
        ({"chat_id": 1001, "text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": "{"},
            "can't parse reply_markup JSON object",
        ),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": _keys(callback_data="")},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": _keys(callback_data="年" * 22)},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": _keys(copy_text={"text": "x" * 257})},
            "BUTTON_COPY_TEXT_INVALID",
        ),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": _keys(url="no link")},
            "inline keyboard button URL 'no link' is invalid: Wrong HTTP URL",
        ),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": _keys()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
    ],
)
async def test_a_message_that_cannot_be_sent(
    api: Api,
    wang: Person,
    params: dict[str, Any],
    words: str,
) -> None:
    await wang.start()

    refusal = await api.why_not("sendMessage", **params)

    assert refusal == (400, f"Bad Request: {words}")


async def test_4096_units_after_parsing_are_not_too_long(api: Api, wang: Person) -> None:
    await wang.start()

    sent = await api.result(
        "sendMessage",
        chat_id=1001,
        text=f"<b>{'😀' * 2048}</b>&lt;"[: -len("&lt;")],
        parse_mode="HTML",
    )

    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_64_bytes_of_callback_data_are_allowed(api: Api, wang: Person) -> None:
    await wang.start()

    sent = await api.result(
        "sendMessage", chat_id=1001, text="x", reply_markup=_keys(callback_data="y" * 64)
    )

    assert wang.message(sent["message_id"]).keys[0].data == "y" * 64


async def test_nobody_is_written_to_before_they_start(api: Api) -> None:
    refusal = await api.why_not("sendMessage", chat_id=1002, text="x")

    assert refusal == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_who_blocked_the_bot_is_not_written_to_until_they_unblock_it(
    api: Api, wang: Person
) -> None:
    await wang.start()
    await wang.block()

    refusal = await api.why_not("sendMessage", chat_id=1001, text="x")
    await wang.unblock()
    sent = await api.call("sendMessage", chat_id=1001, text="x")

    assert refusal == (403, "Forbidden: bot was blocked by the user")
    assert sent["ok"]


async def test_an_edit_that_changes_nothing(api: Api, wang: Person) -> None:
    await wang.start()
    message = {
        "chat_id": 1001,
        "text": "<b>x</b>",
        "parse_mode": "HTML",
        "reply_markup": _keys(callback_data="1"),
    }
    sent = await api.result("sendMessage", **message)
    again = {**message, "message_id": sent["message_id"]}

    refusal = await api.why_not("editMessageText", **again)
    plain = await api.call("editMessageText", **{**again, "text": "x"})

    assert refusal == (400, SAME)
    assert plain["ok"]
    assert "entities" not in plain["result"]


async def test_an_edit_without_keyboard_takes_the_buttons_away(api: Api, wang: Person) -> None:
    await wang.start()
    sent = await api.result(
        "sendMessage", chat_id=1001, text="x", reply_markup=_keys(callback_data="1")
    )

    edited = await api.result(
        "editMessageText", chat_id=1001, message_id=sent["message_id"], text="y"
    )

    assert "reply_markup" not in edited
    assert wang.message(sent["message_id"]).labels == []


async def test_messages_that_cannot_be_edited(api: Api, wang: Person) -> None:
    own = await wang.start()
    below = {"keyboard": [["进度"]]}
    with_keys = await api.result("sendMessage", chat_id=1001, text="x", reply_markup=below)

    gone = await api.why_not("editMessageText", chat_id=1001, message_id=999, text="y")
    foreign = await api.why_not("editMessageText", chat_id=1001, message_id=own, text="y")
    fixed = await api.why_not(
        "editMessageText", chat_id=1001, message_id=with_keys["message_id"], text="y"
    )
    unnamed = await api.why_not("editMessageText", chat_id=1001, text="y")

    assert gone == (400, "Bad Request: message to edit not found")
    assert foreign == fixed == (400, "Bad Request: message can't be edited")
    assert unnamed == (400, "Bad Request: message identifier is not specified")


async def test_text_and_caption_are_edited_by_their_own_methods(api: Api, wang: Person) -> None:
    await wang.start()
    text = await api.result("sendMessage", chat_id=1001, text="x")
    picture = wang.message(await wang.send_file("a.png", png(2, 2), as_photo=True)).wire["photo"][
        0
    ]["file_id"]
    photo = await api.result("sendPhoto", chat_id=1001, photo=picture)

    no_caption = await api.why_not(
        "editMessageCaption", chat_id=1001, message_id=text["message_id"], caption="y"
    )
    no_text = await api.why_not(
        "editMessageText", chat_id=1001, message_id=photo["message_id"], text="y"
    )

    assert no_caption == (400, "Bad Request: there is no caption in the message to edit")
    assert no_text == (400, "Bad Request: there is no text in the message to edit")


async def test_deleting_what_is_gone_or_too_old(
    api: Api, wang: Person, clock: ShiftedClock
) -> None:
    said = await wang.start()
    clock.shift(timedelta(hours=49))

    old = await api.why_not("deleteMessage", chat_id=1001, message_id=said)
    gone = await api.why_not("deleteMessage", chat_id=1001, message_id=999)

    assert old == (400, "Bad Request: message can't be deleted for everyone")
    assert gone == (400, "Bad Request: message to delete not found")


async def test_a_press_is_answered_in_time_or_not_at_all(
    api: Api, wang: Person, clock: ShiftedClock
) -> None:
    await wang.start()
    sent = await api.result(
        "sendMessage", chat_id=1001, text="x", reply_markup=_keys(callback_data="1")
    )
    press = await wang.press(sent["message_id"], "x")
    clock.shift(timedelta(seconds=151))

    late = await api.why_not("answerCallbackQuery", callback_query_id=press)
    unknown = await api.why_not("answerCallbackQuery", callback_query_id="5")

    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert late == unknown == (400, words)

"""A real python-telegram-bot bot and a person, over real HTTP."""

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden

from localchat.person import NothingCame, Person
from localchat.presses import Toast
from localchat.server import LocalChat
from tests.localchat.pictures import png

pytestmark = pytest.mark.anyio

CARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("坐席总数", callback_data="seats")],
        [InlineKeyboardButton("复制", copy_text=CopyTextButton("财务 7 项"))],
    ],
)


async def _last(bot: Bot) -> Update:
    return (await bot.get_updates(timeout=5))[-1]


async def test_a_start_with_its_payload_reaches_the_bot(bot: Bot, wang: Person) -> None:
    await wang.start("abc")

    update = await _last(bot)

    assert update.message is not None
    assert update.message.text == "/start abc"
    assert [entity.type for entity in update.message.entities] == ["bot_command"]
    assert update.effective_user is not None
    assert update.effective_user.language_code == "zh-hans"


async def test_a_press_carries_its_message_and_is_answered(bot: Bot, wang: Person) -> None:
    await wang.start()
    card = await bot.send_message(1001, "<b>进度</b>", parse_mode="HTML", reply_markup=CARD)

    await wang.press(card.message_id, "坐席总数")
    query = (await _last(bot)).callback_query
    assert query is not None
    await query.answer("几席?", show_alert=True)
    await query.edit_message_text("已问")

    assert query.data == "seats"
    assert query.message is not None
    assert query.message.message_id == card.message_id
    assert wang.toasts == [Toast("几席?", alert=True)]
    assert wang.message(card.message_id).text == "已问"
    assert wang.message(card.message_id).is_edited


async def test_a_press_without_words_shows_no_toast(bot: Bot, wang: Person) -> None:
    await wang.start()
    card = await bot.send_message(1001, "x", reply_markup=CARD)

    await wang.press(card.message_id, "seats")
    query = (await _last(bot)).callback_query
    assert query is not None
    await query.answer()

    assert wang.toasts == []
    assert wang.answered_presses == 1


async def test_a_button_that_is_not_there_names_those_that_are(bot: Bot, wang: Person) -> None:
    await wang.start()
    card = await bot.send_message(1001, "x", reply_markup=CARD)

    with pytest.raises(LookupError, match="坐席总数"):
        await wang.press(card.message_id, "无此键")


async def test_a_forged_press_reaches_the_bot_with_its_data(bot: Bot, wang: Person) -> None:
    await wang.start()
    card = await bot.send_message(1001, "x", reply_markup=CARD)

    await wang.forge(card.message_id, "made-up")
    query = (await _last(bot)).callback_query

    assert query is not None
    assert query.data == "made-up"


async def test_copy_buttons_show_what_they_copy(bot: Bot, wang: Person) -> None:
    await wang.start()
    card = await bot.send_message(1001, "x", reply_markup=CARD)

    keys = wang.message(card.message_id).keys

    assert [key.copies for key in keys] == ["", "财务 7 项"]


async def test_a_reply_carries_the_card_it_answers_with_its_buttons(bot: Bot, wang: Person) -> None:
    await wang.start()
    card = await bot.send_message(1001, "坐席总数?", reply_markup=CARD)

    await wang.say("两百八十", reply_to=card.message_id)
    message = (await _last(bot)).message

    assert message is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "坐席总数?"
    assert message.reply_to_message.reply_markup == CARD


async def test_a_document_arrives_whole(bot: Bot, wang: Person) -> None:
    await wang.send_file("账号保管表.xlsx", b"PK\x03\x04", caption="IT 给的")

    message = (await _last(bot)).message
    assert message is not None
    assert message.document is not None
    content = await (await message.document.get_file()).download_as_bytearray()

    assert bytes(content) == b"PK\x03\x04"
    assert message.document.file_name == "账号保管表.xlsx"
    assert message.caption == "IT 给的"


async def test_a_photo_tells_its_size_in_pixels(bot: Bot, wang: Person) -> None:
    await wang.send_file("章.png", png(40, 30), as_photo=True)

    message = (await _last(bot)).message

    assert message is not None
    assert (message.photo[-1].width, message.photo[-1].height) == (40, 30)


async def test_the_parts_of_an_album_share_a_group(bot: Bot, wang: Person) -> None:
    await wang.send_file("1.pdf", b"1", album="g")
    await wang.send_file("2.pdf", b"2", album="g")

    updates = await bot.get_updates()

    groups = [update.message.media_group_id for update in updates if update.message]
    assert groups == ["g", "g"]


async def test_edits_voices_and_blocks_arrive_as_what_they_are(bot: Bot, wang: Person) -> None:
    said = await wang.say("280")
    await wang.edit(said, "290")
    await wang.voice()
    await wang.block()

    _, edited, voice, blocked = await bot.get_updates()

    assert edited.edited_message is not None
    assert edited.edited_message.text == "290"
    assert voice.message is not None
    assert voice.message.voice is not None
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"


async def test_the_bot_sends_files_of_its_own(bot: Bot, wang: Person) -> None:
    await wang.start()

    paper = await bot.send_document(
        1001, InputFile(b"%PDF", "誊录单.pdf"), caption="<i>新</i>", parse_mode="HTML"
    )
    photo = await bot.send_photo(1001, InputFile(png(9, 5), "看板.png"))

    assert wang.file(paper.message_id) == b"%PDF"
    assert wang.message(paper.message_id).wire["document"]["file_name"] == "誊录单.pdf"
    assert wang.message(paper.message_id).text == "新"
    assert photo.photo[-1].width == 9


async def test_keys_below_the_input_come_and_go(bot: Bot, wang: Person) -> None:
    await wang.start()
    four = ReplyKeyboardMarkup([["进度", "我的事"], ["交材料", "更多"]], resize_keyboard=True)

    await bot.send_message(1001, "您好", reply_markup=four)
    shown = wang.keyboard
    await bot.send_message(1001, "再见", reply_markup=ReplyKeyboardRemove())

    assert shown == [["进度", "我的事"], ["交材料", "更多"]]
    assert wang.keyboard == []


async def test_a_deleted_message_is_gone_for_the_person(bot: Bot, wang: Person) -> None:
    said = await wang.say("密码是 abc")

    await bot.delete_message(1001, said)

    assert wang.messages == []


async def test_one_waits_for_a_reply_without_looking_again_and_again(
    bot: Bot, wang: Person
) -> None:
    said = await wang.start()

    await bot.send_message(1001, "您好")
    reply = await wang.next_reply(said)

    assert reply.text == "您好"
    assert [bubble.text for bubble in wang.messages] == ["/start", "您好"]


async def test_waiting_in_vain_tells_what_the_chat_shows(wang: Person) -> None:
    said = await wang.start()

    with pytest.raises(NothingCame, match="me: /start"):
        await wang.next_reply(said, timeout=0.01)


async def test_typed_errors_come_out_of_the_library(bot: Bot, wang: Person) -> None:
    with pytest.raises(Forbidden):
        await bot.send_message(1002, "x")
    await wang.start()
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(1001, "<b>x", parse_mode="HTML")


async def test_the_bot_introduces_itself(bot: Bot, chat: LocalChat, wang: Person) -> None:
    await wang.start()
    await bot.set_my_commands([("list", "清单")])
    await bot.set_my_commands([("list", "steps")], language_code="en")

    await bot.send_chat_action(1001, ChatAction.TYPING)
    full = await bot.get_chat(1001)

    assert bot.username == chat.settings.bot_username
    assert [c.description for c in await bot.get_my_commands(language_code="en")] == ["steps"]
    assert full.first_name == "王经理"

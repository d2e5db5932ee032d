"""Groups as the bot hears of them: who comes, who goes, what people say there."""

from typing import Any

import pytest

from localchat.person import Person
from localchat.places import ActRefused, Hindrance, Voice
from localchat.server import LocalChat
from tests.localchat.calling import Api
from tests.localchat.updates import heard, news, shift

pytestmark = pytest.mark.anyio

BOT = 1
KEYS = {"inline_keyboard": [[{"text": "进度", "callback_data": "status"}]]}


@pytest.fixture
def team(chat: LocalChat, wang: Person) -> Person:
    """The manager in the team's group, a basic one with the bot as a plain member."""
    return wang.at(chat.create_group("年报群", [1001, 1004]).id)


@pytest.fixture
def lei(chat: LocalChat, team: Person) -> Person:
    """A plain member of that group."""
    return Person(chat, 1004).at(team.place.chat)


@pytest.fixture
def hall(chat: LocalChat, wang: Person) -> Person:
    """The manager in a supergroup with the bot as a plain member."""
    return wang.at(chat.create_group("年报大群", [1001, 1004], as_super=True).id)


async def test_a_new_group_with_the_bot_tells_it_that_it_came_in(api: Api, team: Person) -> None:
    joined, created = await news(api)

    assert shift(joined) == ("left", "member")
    assert joined["my_chat_member"]["from"]["id"] == 1001
    assert joined["my_chat_member"]["chat"] == created["message"]["chat"]
    assert created["message"]["group_chat_created"] is True
    assert created["message"]["chat"] == {"id": team.place.chat, "type": "group", "title": "年报群"}


async def test_a_bot_let_into_a_group_hears_both_kinds_of_update(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    group = chat.create_group("年报群", [1001], with_bot=False)
    before = await news(api)

    await wang.at(group.id).group.add_bot()
    joined, told = await news(api)

    assert before == []
    assert shift(joined) == ("left", "member")
    assert [user["id"] for user in told["message"]["new_chat_members"]] == [BOT]


async def test_a_bot_sent_away_from_a_basic_group_reads_as_one_who_left(
    api: Api, team: Person
) -> None:
    await news(api)

    await team.group.remove_bot()
    gone, told = await news(api)

    assert shift(gone) == ("member", "left")
    assert told["message"]["left_chat_member"]["id"] == BOT


async def test_a_bot_sent_away_from_a_supergroup_reads_as_kicked_and_hears_no_more(
    api: Api, hall: Person
) -> None:
    await news(api)

    await hall.group.remove_bot()
    (gone,) = await news(api)

    assert shift(gone) == ("member", "kicked")
    assert gone["my_chat_member"]["new_chat_member"]["until_date"] == 0


async def test_rights_given_and_taken_are_told(api: Api, hall: Person) -> None:
    await news(api)

    await hall.group.promote_bot(may_pin=False)
    await hall.group.promote_bot(may_pin=True)
    await hall.group.demote_bot()
    updates = await news(api)

    assert [shift(update) for update in updates] == [
        ("member", "administrator"),
        ("administrator", "administrator"),
        ("administrator", "member"),
    ]
    now = [update["my_chat_member"]["new_chat_member"] for update in updates]
    assert [member.get("can_pin_messages") for member in now] == [False, True, None]


async def test_members_come_and_go_with_service_messages(
    api: Api, team: Person, lei: Person
) -> None:
    await news(api)

    await lei.group.add(1005)
    await lei.group.leave()
    await team.group.remove(1005)
    updates = await news(api)

    came, left, sent_away = (update["message"] for update in updates)
    assert (came["from"]["id"], came["new_chat_members"][0]["id"]) == (1004, 1005)
    assert (left["from"]["id"], left["left_chat_member"]["id"]) == (1004, 1004)
    assert (sent_away["from"]["id"], sent_away["left_chat_member"]["id"]) == (1001, 1005)
    assert team.group.now.here == (1001, BOT)


async def test_an_administrator_bot_hears_of_others_if_it_asked_to(api: Api, team: Person) -> None:
    await api.result("getUpdates", allowed_updates=["chat_member"])
    await news(api)

    await team.group.add(1003)
    await team.group.promote_bot()
    await team.group.add(1005)
    updates = await news(api)

    assert [(update["chat_member"]["new_chat_member"]["user"]["id"]) for update in updates] == [
        1005
    ]


async def test_privacy_mode_lets_through_what_is_meant_for_the_bot(
    api: Api, chat: LocalChat, team: Person, lei: Person
) -> None:
    sent = await api.result("sendMessage", chat_id=team.place.chat, text="看板")
    await news(api)

    await lei.say("好的")
    await lei.say("/status")
    await lei.say("/status@nianbao_bot 甲")
    await lei.say("/status@other_bot")
    await lei.say("请 @Nianbao_Bot 看看")
    await lei.say("请 @passer_by 看看")
    await lei.say("280", reply_to=sent["message_id"])

    assert await heard(api) == [
        *("/status", "/status@nianbao_bot 甲", "请 @Nianbao_Bot 看看", "280"),
    ]
    assert "好的" in [seen.text for seen in Person(chat, 1001).at(team.place.chat).messages]


async def test_an_administrator_bot_hears_everything(api: Api, team: Person, lei: Person) -> None:
    await team.group.promote_bot()

    await lei.say("好的")
    await lei.send_file("表.pdf", b"%PDF")
    said, sent = (update["message"] for update in (await news(api))[-2:])

    assert said["text"] == "好的"
    assert sent["document"]["file_name"] == "表.pdf"


async def test_edits_follow_the_same_rule(api: Api, lei: Person) -> None:
    quiet, meant = await lei.say("好的"), await lei.say("/status")
    await news(api)

    await lei.edit(quiet, "好")
    await lei.edit(meant, "/status 甲")
    updates = await news(api)

    assert [update["edited_message"]["text"] for update in updates] == ["/status 甲"]


async def test_everybody_sees_the_same_messages_and_an_outsider_none(
    chat: LocalChat, team: Person, lei: Person
) -> None:
    await lei.say("都在吗")

    outsider = Person(chat, 1002).at(team.place.chat)

    assert team.messages[-1].text == "都在吗"
    with pytest.raises(ActRefused) as refused:
        await outsider.say("我也在")
    assert refused.value.why is Hindrance.NOT_IN_GROUP


async def test_anybody_in_the_group_presses_a_button_and_gets_their_own_answer(
    api: Api, team: Person, lei: Person
) -> None:
    sent = await api.result("sendMessage", chat_id=team.place.chat, text="看板", reply_markup=KEYS)
    await news(api)

    await lei.press(sent["message_id"], "进度")
    (update,) = await news(api)
    query = update["callback_query"]
    await api.result("answerCallbackQuery", callback_query_id=query["id"], text="6 项")
    await api.result(
        "editMessageText", chat_id=team.place.chat, message_id=sent["message_id"], text="看板 2"
    )

    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (1004, team.place.chat)
    assert [toast.text for toast in lei.toasts] == ["6 项"]
    assert team.toasts == []
    assert lei.message(sent["message_id"]).text == "看板 2"


async def test_an_administrator_speaks_as_the_group_and_a_channel_posts_into_it(
    api: Api, hall: Person
) -> None:
    await hall.group.promote_bot()
    await news(api)

    await hall.at(hall.place.chat, voice=Voice.GROUP).say("/bind")
    await hall.at(hall.place.chat, voice=Voice.CHANNEL).say("/bind")
    anonymous, posted = (update["message"] for update in await news(api))

    assert anonymous["from"]["username"] == "GroupAnonymousBot"
    assert anonymous["sender_chat"]["id"] == hall.place.chat
    assert posted["from"]["id"] == 777000
    assert posted["sender_chat"]["type"] == "channel"
    assert posted["is_automatic_forward"] is True


async def test_who_does_not_manage_a_group_can_do_none_of_its_managing(lei: Person) -> None:
    tries: list[Any] = [
        lei.group.remove_bot(),
        lei.group.promote_bot(),
        lei.group.migrate(),
        lei.at(lei.place.chat, voice=Voice.GROUP).say("我是群"),
    ]

    refusals = [await _refused(one) for one in tries]

    assert refusals == [Hindrance.NOT_ADMIN] * 4


async def _refused(doing: Any) -> Hindrance:  # noqa: ANN401 - whatever an act returns
    with pytest.raises(ActRefused) as refused:
        await doing
    return refused.value.why


async def test_a_startgroup_link_lets_the_bot_in_and_brings_its_payload(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    group = wang.at(chat.create_group("年报群", [1001], with_bot=False).id)

    await group.group.start_bot("bind42")
    joined, _, started = await news(api)

    assert shift(joined) == ("left", "member")
    assert started["message"]["text"] == "/start@nianbao_bot bind42"


async def test_an_own_message_can_be_taken_away_another_ones_only_by_who_manages(
    team: Person, lei: Person
) -> None:
    mine, other = await lei.say("写错了"), await team.say("请看")

    await lei.delete(mine)
    refused = await _refused(lei.delete(other))
    await team.delete(other)

    assert refused is Hindrance.NOT_YOURS
    assert [seen.text for seen in team.messages if seen.text] == []

"""What the bot does in groups: it writes, pins, asks who is there, leaves; and is refused."""

from pathlib import Path

import pytest

from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat, Settings
from tests.localchat.calling import Api
from tests.localchat.updates import news, shift

pytestmark = pytest.mark.anyio

NO_PIN_RIGHT = (400, "Bad Request: not enough rights to manage pinned messages in the chat")


@pytest.fixture
def team(chat: LocalChat, wang: Person) -> Person:
    return wang.at(chat.create_group("年报群", [1001, 1004]).id)


@pytest.fixture
def hall(chat: LocalChat, wang: Person) -> Person:
    return wang.at(chat.create_group("年报大群", [1001, 1004], as_super=True).id)


@pytest.fixture
def forum(chat: LocalChat, wang: Person) -> Person:
    return wang.at(chat.create_group("年报论坛", [1001, 1004], is_forum=True).id)


async def _board(api: Api, where: Person, text: str = "看板") -> int:
    sent = await api.result("sendMessage", chat_id=where.place.chat, text=text)
    return int(sent["message_id"])


async def test_supergroups_count_their_own_messages_other_chats_count_together(
    api: Api, wang: Person, team: Person, hall: Person
) -> None:
    in_private, in_group = await wang.say("一"), await team.say("二")
    in_super = await _board(api, hall)

    assert in_group == in_private + 1
    assert in_super == 3  # after the group's making and the bot's coming in


async def test_a_bot_that_was_sent_away_is_told_so(api: Api, team: Person, hall: Person) -> None:
    await team.group.remove_bot()
    await hall.group.remove_bot()

    from_group = await api.why_not("sendMessage", chat_id=team.place.chat, text="x")
    from_super = await api.why_not("sendMessage", chat_id=hall.place.chat, text="x")

    assert from_group == (403, "Forbidden: bot was kicked from the group chat")
    assert from_super == (403, "Forbidden: bot was kicked from the supergroup chat")


async def test_a_bot_that_left_is_no_member_and_may_be_let_in_again(api: Api, hall: Person) -> None:
    await news(api)
    await api.result("leaveChat", chat_id=hall.place.chat)
    (left,) = await news(api)

    refusal = await api.why_not("sendMessage", chat_id=hall.place.chat, text="x")
    await hall.group.add_bot()
    again = await _board(api, hall)

    assert (left["my_chat_member"]["from"]["id"], shift(left)) == (1, ("member", "left"))
    assert refusal == (403, "Forbidden: bot is not a member of the supergroup chat")
    assert hall.message(again).by_bot


async def test_a_group_the_bot_never_saw_does_not_exist_for_it(api: Api, chat: LocalChat) -> None:
    group = chat.create_group("外人的群", [1002], with_bot=False)

    refusal = await api.why_not("getChat", chat_id=group.id)

    assert refusal == (400, "Bad Request: chat not found")


async def test_a_group_becomes_a_supergroup_with_another_id(api: Api, team: Person) -> None:
    await team.group.promote_bot()
    await news(api)

    new = await team.group.migrate()
    moved, came, joined = await news(api)
    refusal = await api.call("sendMessage", chat_id=team.place.chat, text="x")

    assert moved["message"]["chat"]["id"] == team.place.chat
    assert moved["message"]["migrate_to_chat_id"] == new
    assert (came["message"]["chat"]["id"], came["message"]["message_id"]) == (new, 1)
    assert came["message"]["migrate_from_chat_id"] == team.place.chat
    assert came["message"]["sender_chat"]["id"] == new
    assert shift(joined) == ("left", "administrator")
    assert refusal == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }


async def test_after_the_move_people_go_on_in_the_new_group(
    api: Api, chat: LocalChat, team: Person
) -> None:
    new = team.at(await team.group.migrate())

    sent = await _board(api, new)
    listed = [one.id for one in chat.exchange.chats_of(1004)]

    assert new.message(sent).text == "看板"
    assert listed == [1004, new.place.chat]


async def test_pinning_needs_the_right(api: Api, team: Person) -> None:
    board = await _board(api, team)
    call = {"chat_id": team.place.chat, "message_id": board}

    plain = await api.why_not("pinChatMessage", **call)
    await team.group.promote_bot(may_pin=False)
    without = await api.why_not("pinChatMessage", **call)
    await team.group.promote_bot()
    pinned = await api.result("pinChatMessage", **call)

    assert plain == without == NO_PIN_RIGHT
    assert pinned is True
    assert [seen.id for seen in team.pinned] == [board]


async def test_where_all_may_pin_a_plain_bot_may_in_supergroups_only(
    api: Api, team: Person, hall: Person
) -> None:
    await team.group.let_all_pin()
    await hall.group.let_all_pin()
    in_group, in_super = await _board(api, team), await _board(api, hall)

    refused = await api.why_not("pinChatMessage", chat_id=team.place.chat, message_id=in_group)
    pinned = await api.result("pinChatMessage", chat_id=hall.place.chat, message_id=in_super)

    assert refused == NO_PIN_RIGHT
    assert pinned is True


async def test_a_pin_is_said_once_and_shown_by_get_chat(api: Api, hall: Person) -> None:
    await hall.group.promote_bot()
    first, second = await _board(api, hall, "一"), await _board(api, hall, "二")
    await news(api)

    for message in (second, first, first):
        await api.result(
            "pinChatMessage",
            chat_id=hall.place.chat,
            message_id=message,
            disable_notification=True,
        )
    told = [update["message"]["pinned_message"]["message_id"] for update in await news(api)]
    shown = await api.result("getChat", chat_id=hall.place.chat)

    assert told == [second, first]
    assert shown["pinned_message"]["message_id"] == second
    assert hall.replies[-1].text == "二"  # what says that something is pinned is no reply


async def test_pins_come_down_one_by_one_or_all(api: Api, hall: Person) -> None:
    await hall.group.promote_bot()
    chat_id = hall.place.chat
    first, second, third = [await _board(api, hall, text) for text in ("一", "二", "三")]
    for message in (first, second, third):
        await api.result("pinChatMessage", chat_id=chat_id, message_id=message)

    await api.result("unpinChatMessage", chat_id=chat_id, message_id=second)
    after_one = [seen.id for seen in hall.pinned]
    await api.result("unpinChatMessage", chat_id=chat_id)
    after_newest = [seen.id for seen in hall.pinned]
    await api.result("unpinAllChatMessages", chat_id=chat_id)
    nothing = await api.why_not("unpinChatMessage", chat_id=chat_id)

    assert (after_one, after_newest) == ([third, first], [first])
    assert hall.pinned == []
    assert nothing == (400, "Bad Request: message to unpin not found")


async def test_a_board_that_somebody_deleted_is_pinned_no_more(api: Api, hall: Person) -> None:
    await hall.group.promote_bot()
    board = await _board(api, hall)
    call = {"chat_id": hall.place.chat, "message_id": board}
    await api.result("pinChatMessage", **call)

    await hall.delete(board)
    edit = await api.why_not("editMessageText", **call, text="看板 2")
    again = await api.why_not("pinChatMessage", **call)

    assert hall.pinned == []
    assert edit == (400, "Bad Request: message to edit not found")
    assert again == (400, "Bad Request: message to pin not found")


async def test_a_plain_bot_takes_away_only_its_own_messages(api: Api, team: Person) -> None:
    said, board = await team.say("密码是 abc"), await _board(api, team)
    chat_id = team.place.chat

    refusal = await api.why_not("deleteMessage", chat_id=chat_id, message_id=said)
    own = await api.result("deleteMessage", chat_id=chat_id, message_id=board)
    await team.group.promote_bot()
    other = await api.result("deleteMessage", chat_id=chat_id, message_id=said)

    assert refusal == (400, "Bad Request: message can't be deleted")
    assert own is other is True


async def test_members_are_told_by_what_they_are(api: Api, team: Person) -> None:
    chat_id = team.place.chat

    count = await api.result("getChatMemberCount", chat_id=chat_id)
    bosses = await api.result("getChatAdministrators", chat_id=chat_id)
    users = (1001, 1004, 1002, 1)
    asked = [await api.result("getChatMember", chat_id=chat_id, user_id=one) for one in users]

    assert count == 3
    assert [boss["user"]["id"] for boss in bosses] == [1001]
    assert [member["status"] for member in asked] == ["creator", "member", "left", "member"]


async def test_what_has_no_sense_in_a_private_chat_is_refused(api: Api, wang: Person) -> None:
    await wang.start()

    leaving = await api.why_not("leaveChat", chat_id=1001)
    bosses = await api.why_not("getChatAdministrators", chat_id=1001)
    nobody = await api.why_not("getChatMember", chat_id=1001, user_id=1002)

    assert leaving == (400, "Bad Request: chat member status can't be changed in private chats")
    assert bosses == (400, "Bad Request: there are no administrators in the private chat")
    assert nobody == (400, "Bad Request: user not found")


async def test_in_a_forum_messages_and_replies_stay_in_their_topic(api: Api, forum: Person) -> None:
    topic = await forum.group.open_topic("财务")
    said = await forum.at(forum.place.chat, thread=topic).say("/status")
    chat_id = forum.place.chat

    told = await api.result("sendMessage", chat_id=chat_id, text="x", message_thread_id=topic)
    reply = {"message_id": said}
    answer = await api.result("sendMessage", chat_id=chat_id, text="y", reply_parameters=reply)
    general = await api.result("sendMessage", chat_id=chat_id, text="z")
    wrong = await api.why_not("sendMessage", chat_id=chat_id, text="x", message_thread_id=99)

    assert told["message_thread_id"] == answer["message_thread_id"] == topic
    assert told["is_topic_message"] is answer["is_topic_message"] is True
    assert "message_thread_id" not in general
    assert wrong == (400, "Bad Request: message thread not found")


async def test_in_other_supergroups_replies_make_a_thread_in_groups_nothing_does(
    api: Api, team: Person, hall: Person
) -> None:
    first = await hall.say("问")
    second = await hall.say("再问", reply_to=first)
    third = await hall.say("三问", reply_to=second)
    in_group = await team.say("答", reply_to=await team.say("问"))

    refusal = await api.why_not(
        "sendMessage", chat_id=team.place.chat, text="x", message_thread_id=in_group
    )

    assert hall.message(third).wire["message_thread_id"] == first
    assert "message_thread_id" not in team.message(in_group).wire
    assert refusal == (400, "Bad Request: message thread not found")


async def test_groups_members_pins_and_topics_are_there_after_a_restart(tmp_path: Path) -> None:
    before = LocalChat(Settings(state=tmp_path), ShiftedClock())
    forum = Person(before, 1001).at(before.create_group("年报论坛", [1001, 1004], is_forum=True).id)
    await forum.group.promote_bot(may_pin=False)
    topic = await forum.group.open_topic("财务")
    await forum.group.pin(topic)
    was = forum.group.now
    before.close()

    after = LocalChat(Settings(state=tmp_path), ShiftedClock())
    again = Person(after, 1004).at(forum.place.chat)

    assert again.group.now == was
    assert [seen.id for seen in again.pinned] == [topic]
    assert after.exchange.groups.topics(forum.place.chat) == {topic: "财务"}
    after.close()

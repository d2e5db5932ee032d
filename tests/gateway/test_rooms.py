"""What updates from groups become; raw as Telegram sends them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from chat.talk import (
    BroughtIn,
    FileInGroup,
    GroupMoved,
    Incoming,
    NotText,
    Pressed,
    PutOut,
    Room,
    Typed,
    Unnamed,
    What,
)
from gateway.incoming import NotServed, Reading, Unreadable, to_incoming
from gateway.rooms import Me
from workflow.ports import ChatId, InboxRow, RowId, RowState

ME = Me(1, "nianbao_bot")
BOT = {"id": 1, "is_bot": True, "first_name": "bot"}
OTHER_BOT = {"id": 2, "is_bot": True, "first_name": "other"}
WANG = {"id": 1001, "is_bot": False, "first_name": "王"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
POSTMAN = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
GROUP = {"id": -5, "type": "group", "title": "team"}
FORUM = {"id": -1005, "type": "supergroup", "title": "forum", "is_forum": True}
CHANNEL = {"id": -1009, "type": "channel", "title": "news"}
FILE = {"file_id": "F", "file_unique_id": "U"}
BASE: dict[str, Any] = {"message_id": 5, "date": 1_700_000_000, "chat": GROUP, "from": WANG}
AS_GROUP = {"from": ANONYMOUS, "sender_chat": GROUP}
AS_CHANNEL = {"from": POSTMAN, "sender_chat": CHANNEL, "is_automatic_forward": True}
RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
    *("can_manage_video_chats", "can_restrict_members", "can_promote_members"),
    *("can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    "can_delete_stories",
)


def read(**update: Any) -> Reading | NotServed | Unreadable:  # noqa: ANN401 - raw as it comes
    row = InboxRow(RowId(7), 9, ChatId(-5), json.dumps({"update_id": 9, **update}), RowState.NEW)
    return to_incoming(row, datetime(2026, 1, 5, tzinfo=UTC), ME)


def heard(**update: Any) -> Incoming:  # noqa: ANN401 - raw as it comes
    reading = read(**update)
    assert isinstance(reading, Reading)
    assert reading.file is None
    return reading.incoming


def said(**parts: Any) -> Incoming:  # noqa: ANN401 - raw as it comes
    return heard(message={**BASE, **parts})


def member(status: str, chat: dict[str, Any] = GROUP, **rights: Any) -> Incoming:  # noqa: ANN401
    old = {"user": BOT, "status": "left"}
    new = {"user": BOT, "status": status, **rights}
    change = {"chat": chat, "from": WANG, "date": 1_700_000_000, "old_chat_member": old}
    return heard(my_chat_member={**change, "new_chat_member": new})


@pytest.mark.parametrize("text", ["/status", "/status@nianbao_bot", "/STATUS@Nianbao_Bot now", "x"])
def test_words_in_a_group_come_with_its_room_and_their_speaker(text: str) -> None:
    incoming = said(text=text)

    assert incoming.what == Typed(text)
    assert (incoming.chat, incoming.room) == (-5, Room("team"))
    assert (incoming.speaker.person, incoming.speaker.name) == ("1001", "王")


def test_in_a_forum_the_topic_is_told() -> None:
    in_topic = said(chat=FORUM, text="/board", message_thread_id=77, is_topic_message=True)
    in_replies = said(chat={**FORUM, "is_forum": False}, text="/board", message_thread_id=77)

    assert in_topic.room == Room("forum", 77)
    assert in_replies.room == Room("forum", 0)


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"document": {**FILE, "file_name": "花名册.xlsx"}}, FileInGroup("花名册.xlsx")),
        ({"document": FILE, "media_group_id": "a", "caption": "/board"}, FileInGroup("", "a")),
        ({"photo": [{**FILE, "width": 9, "height": 9}]}, FileInGroup("")),
        ({"voice": {**FILE, "duration": 3}}, NotText("voice")),
        ({"migrate_to_chat_id": -1005}, GroupMoved(ChatId(-1005))),
        ({"migrate_to_chat_id": -1005, **AS_GROUP}, GroupMoved(ChatId(-1005))),
        ({"text": "/board", **AS_GROUP}, Unnamed("anonymous")),
        ({"text": "/board@nianbao_bot", **AS_CHANNEL}, Unnamed("channel")),
    ],
)
def test_what_happens_in_a_group_is_told_and_no_file_offered(
    parts: dict[str, Any], what: What
) -> None:
    assert said(**parts).what == what


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"text": "/board@other_bot"}, "other bot"),
        ({"text": "/board@other_bot", **AS_GROUP}, "nobody"),
        ({"text": "hello", **AS_GROUP}, "nobody"),
        ({"text": "a post", **AS_CHANNEL}, "nobody"),
        ({"document": FILE, **AS_CHANNEL}, "nobody"),
        ({"text": "/board", "from": OTHER_BOT}, "nobody"),
        ({"new_chat_members": [WANG]}, "service"),
        ({"left_chat_member": BOT}, "service"),
        ({"new_chat_title": "renamed"}, "service"),
        ({"text": "x", "chat": CHANNEL}, "channel"),
    ],
)
def test_what_is_none_of_our_business_says_why(parts: dict[str, Any], why: str) -> None:
    assert read(message={**BASE, **parts}) == NotServed(why)


def test_the_new_supergroup_says_which_group_it_was_in_the_old_ones_name() -> None:
    there = {"id": -1005, "type": "supergroup", "title": "team"}

    incoming = said(chat=there, migrate_from_chat_id=-5, **{**AS_GROUP, "sender_chat": there})

    assert (incoming.chat, incoming.what) == (-5, GroupMoved(ChatId(-1005)))


def test_what_a_mask_changes_afterwards_is_not_served() -> None:
    edited = {**BASE, **AS_GROUP, "text": "/board", "edit_date": 1_700_000_060}

    assert read(edited_message=edited) == NotServed("edit")


def test_only_a_reply_to_a_card_of_ours_names_its_buttons() -> None:
    buttons = {"inline_keyboard": [[{"text": "a", "callback_data": "open:1"}]]}
    ours = {**BASE, "from": BOT, "text": "card", "reply_markup": buttons}

    assert said(text="280", reply_to_message=ours).reply_to == ("open:1",)
    assert said(text="280", reply_to_message={**ours, "from": OTHER_BOT}).reply_to == ()


def test_a_press_in_a_group_is_of_the_person_and_in_its_room() -> None:
    under = {**BASE, "chat": FORUM, "from": BOT, "text": "card"}
    under |= {"message_thread_id": 77, "is_topic_message": True}

    press = {"id": "q1", "from": WANG, "chat_instance": "x", "data": "open:1", "message": under}

    incoming = heard(callback_query=press)
    assert incoming.what == Pressed("open:1", 5, "q1")
    assert (incoming.chat, incoming.speaker.person) == (-1005, "1001")
    assert incoming.room == Room("forum", 77)


@pytest.mark.parametrize(("can_pin", "may_pin"), [(True, True), (False, False), (None, False)])
def test_brought_in_we_are_told_whether_we_may_pin(can_pin: bool | None, may_pin: bool) -> None:  # noqa: FBT001
    rights: dict[str, Any] = {**dict.fromkeys(RIGHTS, False), "can_pin_messages": can_pin}

    assert member("administrator", **rights).what == BroughtIn(may_pin)
    assert member("member").what == BroughtIn(may_pin=False)


def test_a_channel_is_told_from_a_group() -> None:
    incoming = member("administrator", CHANNEL, **dict.fromkeys(RIGHTS, False))

    assert incoming.what == BroughtIn(may_pin=False, is_channel=True)
    assert (incoming.chat, incoming.room) == (-1009, Room("news"))


@pytest.mark.parametrize(("status", "more"), [("left", {}), ("kicked", {"until_date": 0})])
def test_to_be_out_of_a_group_is_heard(status: str, more: dict[str, Any]) -> None:
    assert member(status, **more).what == PutOut()


def test_an_anonymous_admin_who_brings_us_in_is_heard() -> None:
    joined = {"user": BOT, "status": "member"}
    change = {"chat": GROUP, "from": ANONYMOUS, "date": 1_700_000_000}
    change |= {"old_chat_member": {**joined, "status": "left"}, "new_chat_member": joined}

    assert heard(my_chat_member=change).what == BroughtIn(may_pin=False)

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.talk import BlockedUs, NotText, Pressed, Speaker, Typed
from gateway.incoming import NotServed, Reading, Unreadable, to_incoming
from gateway.raw import raw_update
from gateway.rooms import Me
from workflow.ids import PersonId
from workflow.ports import ChatId, InboxRow, RowId, RowState

SENT = 1_700_000_000
NOW = datetime.fromtimestamp(SENT, UTC) + timedelta(minutes=5)
WANG = {"id": 1001, "is_bot": False, "first_name": "王", "last_name": "经理", "language_code": "zh"}
ME = Me(1, "nianbao_bot")
BOT = {"id": 1, "is_bot": True, "first_name": "bot"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "王"}
GROUP = {"id": -5, "type": "supergroup", "title": "team"}
CHANNEL = {"id": -1009, "type": "channel", "title": "news"}
FILE = {"file_id": "F", "file_unique_id": "U"}
BUTTONS = {
    "inline_keyboard": [
        [{"text": "a", "callback_data": "open:1"}, {"text": "b", "url": "https://x"}]
    ]
}
BASE: dict[str, Any] = {"message_id": 5, "date": SENT, "chat": PRIVATE, "from": WANG}
PRESS: dict[str, Any] = {
    "id": "q1",
    "from": WANG,
    "chat_instance": "x",
    "data": "open:1",
    "message": {**BASE, "from": BOT, "text": "card"},
}
MEMBER: dict[str, Any] = {
    "chat": PRIVATE,
    "from": WANG,
    "date": SENT,
    "old_chat_member": {"user": BOT, "status": "member"},
    "new_chat_member": {"user": BOT, "status": "kicked", "until_date": 0},
}


def read(**update: Any) -> Reading | NotServed | Unreadable:  # noqa: ANN401 - raw as it comes
    body = json.dumps({"update_id": 9, **update})
    return to_incoming(InboxRow(RowId(7), 9, ChatId(1001), body, RowState.NEW), NOW, ME)


def message(**parts: Any) -> Reading:  # noqa: ANN401 - raw as it comes
    reading = read(message={**BASE, **parts})
    assert isinstance(reading, Reading)
    return reading


def test_a_text_says_who_when_and_where() -> None:
    incoming = message(text="/start abc").incoming

    assert incoming.what == Typed("/start abc")
    assert incoming.speaker == Speaker(PersonId("1001"), "王 经理", "zh")
    assert (incoming.row, incoming.chat, incoming.reply_to) == (7, 1001, ())
    assert incoming.at == datetime.fromtimestamp(SENT, UTC)


def test_a_message_from_the_future_was_said_now() -> None:
    assert message(text="x", date=SENT + 86_400).incoming.at == NOW


def test_an_edited_text_is_marked() -> None:
    reading = read(edited_message={**BASE, "text": "290", "edit_date": SENT + 60})

    assert isinstance(reading, Reading)
    assert reading.incoming.what == Typed("290", edited=True)
    assert reading.incoming.at == datetime.fromtimestamp(SENT + 60, UTC)


def test_a_moving_location_is_no_edit_of_a_text() -> None:
    place = {"latitude": 1.0, "longitude": 2.0}

    assert read(edited_message={**BASE, "location": place}) == NotServed("edit")


def test_a_reply_to_our_card_names_its_buttons() -> None:
    card = {**BASE, "from": BOT, "text": "card", "reply_markup": BUTTONS}

    assert message(text="280", reply_to_message=card).incoming.reply_to == ("open:1",)


def test_a_reply_to_somebody_else_names_none() -> None:
    own = {**BASE, "text": "mine", "reply_markup": BUTTONS}

    assert message(text="280", reply_to_message=own).incoming.reply_to == ()


def test_a_document_is_offered_with_what_is_told_of_it() -> None:
    document = {**FILE, "file_name": "账号.pdf", "mime_type": "application/pdf", "file_size": 12}

    reading = message(document=document, caption="给 3", media_group_id="g")

    assert reading.incoming.what == NotText("document")
    assert reading.file
    assert (reading.file.id, reading.file.name, reading.file.size) == ("F", "账号.pdf", 12)
    assert (reading.file.caption, reading.file.album) == ("给 3", "g")


def test_a_document_without_a_name_gets_one() -> None:
    reading = message(document=FILE)

    assert reading.file
    assert (reading.file.name, reading.file.size) == ("file-U", None)


def test_the_largest_size_of_a_photo_is_offered() -> None:
    sizes = [
        {"file_id": str(n), "file_unique_id": f"u{n}", "width": n, "height": n}
        for n in (90, 1280, 320)
    ]

    reading = message(photo=sizes)

    assert reading.file
    assert (reading.file.id, reading.file.name) == ("1280", "photo-u1280.jpg")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("voice", {**FILE, "duration": 3}),
        ("video", {**FILE, "duration": 3, "width": 1, "height": 1}),
        ("video_note", {**FILE, "duration": 3, "length": 1}),
        ("audio", {**FILE, "duration": 3}),
        ("location", {"latitude": 1.0, "longitude": 2.0}),
        ("contact", {"phone_number": "1", "first_name": "x"}),
        ("dice", {"emoji": "🎲", "value": 3}),
        (
            "sticker",
            {
                **FILE,
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            },
        ),
    ],
)
def test_what_we_cannot_read_is_named(kind: str, content: dict[str, object]) -> None:
    assert message(**{kind: content}).incoming.what == NotText(kind)


def test_a_moving_picture_is_no_document() -> None:
    moving = {**FILE, "duration": 3, "width": 1, "height": 1}

    reading = message(animation=moving, document=FILE)

    assert (reading.incoming.what, reading.file) == (NotText("animation"), None)


def test_a_press_names_data_message_and_query() -> None:
    reading = read(callback_query=PRESS)

    assert isinstance(reading, Reading)
    assert reading.incoming.what == Pressed("open:1", 5, "q1")
    assert reading.incoming.at == NOW


def test_a_press_under_a_message_too_old_to_be_shown_still_counts() -> None:
    gone = {"chat": PRIVATE, "message_id": 5, "date": 0}

    reading = read(callback_query={**PRESS, "message": gone})

    assert isinstance(reading, Reading)
    assert reading.incoming.what == Pressed("open:1", 5, "q1")


@pytest.mark.parametrize(("status", "blocked"), [("kicked", True), ("member", False)])
def test_being_blocked_and_let_in_again_is_heard(status: str, blocked: bool) -> None:  # noqa: FBT001
    member = {"user": BOT, "status": status, "until_date": 0}

    reading = read(my_chat_member={**MEMBER, "new_chat_member": member})

    assert isinstance(reading, Reading)
    assert reading.incoming.what == BlockedUs(blocked)


@pytest.mark.parametrize(
    ("update", "why"),
    [
        ({"message": {**BASE, "chat": CHANNEL, "text": "x"}}, "channel"),
        ({"callback_query": {**PRESS, "message": {**BASE, "chat": CHANNEL}}}, "channel"),
        ({"callback_query": {**PRESS, "message": None, "inline_message_id": "i"}}, "press"),
        ({"message": {**BASE, "from": {**WANG, "id": 1087968824}, "text": "x"}}, "nobody"),
        ({"message": {**BASE, "from": BOT, "text": "x"}}, "nobody"),
        ({"message": {**BASE, "from": None, "text": "x"}}, "nobody"),
        ({"message": {**BASE, "delete_chat_photo": True}}, "service"),
        ({"poll_answer_of_the_future": {}}, "kind"),
    ],
)
def test_what_is_not_for_us_says_why(update: dict[str, object], why: str) -> None:
    assert read(**update) == NotServed(why)


def test_an_update_the_library_cannot_read_is_unreadable_without_its_content() -> None:
    assert read(message={"date": "soon", "text": "secret"}) == Unreadable("TypeError")


def test_the_chat_is_found_before_an_update_is_read() -> None:
    kept = raw_update({"update_id": 3, "callback_query": PRESS})

    assert kept
    assert (kept.update_id, kept.chat) == (3, 1001)


def test_half_an_emoji_does_not_keep_an_update_from_the_disk() -> None:
    kept = raw_update({"update_id": 3, "message": {**BASE, "text": "好\ud83d"}})
    assert kept

    reading = to_incoming(InboxRow(RowId(1), 3, kept.chat, kept.body, RowState.NEW), NOW, ME)

    assert isinstance(reading, Reading)
    assert reading.incoming.what == Typed("好?")


def test_an_update_without_a_number_is_none() -> None:
    assert raw_update({"message": BASE}) is None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
_parts = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"])
_said = ("text", "document", "photo", "voice", "sender_chat", "migrate_to_chat_id")
_fields = st.sampled_from([*BASE, *PRESS, *MEMBER, *_said, "is_topic_message"])


@settings(deadline=None)
@given(
    part=_parts,
    chat=st.sampled_from([PRIVATE, GROUP, CHANNEL]),
    changes=st.dictionaries(_fields, _json, max_size=3),
)
def test_no_update_however_strange_is_more_than_unreadable(
    part: str, chat: dict[str, object], changes: dict[str, object]
) -> None:
    whole = {"callback_query": PRESS, "my_chat_member": MEMBER}.get(part, {**BASE, "text": "x"})
    strange = {"update_id": 9, part: {**whole, "chat": chat, **changes}}

    kept = raw_update(strange)

    assert kept
    row = InboxRow(RowId(1), 9, kept.chat, kept.body, RowState.NEW)
    assert isinstance(to_incoming(row, NOW, ME), Reading | NotServed | Unreadable)

import pytest

from chat.documents import SheetColumn, SheetToFill, TrailExport, TrailFormat
from chat.talk import Copy, Edit, Message, Press, Send, Sendable, SendDocument, Toast
from gateway.failures import Fate
from gateway.markup import ELLIPSIS, cut, length, plain
from localchat.faults import Drop, Fault, When
from tests.gateway.stage import Stage, send
from workflow.errors import NoSuchItem
from workflow.given import FileRef
from workflow.ids import CompanyId, FileId
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

WANG = ChatId(1001)
BUTTONS = ((Press("打开", "open:1"), Press("改", "edit:1")), (Copy("复制", "280"),))


async def sent(stage: Stage, *outgoings: Sendable) -> list[Fate]:
    sender = await stage.sender()
    return [(await sender.send(outgoing)).fate for outgoing in outgoings]


async def started(stage: Stage) -> int:
    """Wang lets us write; the number of the last message."""
    return await stage.person().start()


async def test_html_is_shown_as_html_without_a_preview_of_links(stage: Stage) -> None:
    await started(stage)

    fates = await sent(stage, send(WANG, "<b>企业</b> https://example.org"))

    [shown] = stage.person().replies
    assert fates == [Fate.SENT]
    assert shown.text == "企业 https://example.org"
    assert shown.wire["entities"][0]["type"] == "bold"


async def test_buttons_stand_under_the_message_copy_buttons_too(stage: Stage) -> None:
    await started(stage)

    await sent(stage, Send(WANG, Message("card", BUTTONS)))

    [shown] = stage.person().replies
    assert [[key.label for key in row] for row in shown.rows] == [["打开", "改"], ["复制"]]
    assert [key.data or key.copies for key in shown.keys] == ["open:1", "edit:1", "280"]


async def test_keys_take_the_place_of_the_keyboard(stage: Stage) -> None:
    await started(stage)

    await sent(stage, Send(WANG, Message("hello", keys=(("进度", "我的事"), ("更多",)))))

    assert stage.person().keyboard == [["进度", "我的事"], ["更多"]]


async def test_an_edit_changes_the_message_in_place(stage: Stage) -> None:
    await started(stage)
    await sent(stage, Send(WANG, Message("before", BUTTONS)))
    [card] = stage.person().replies

    fates = await sent(stage, Edit(WANG, card.id, Message("after")))

    assert fates == [Fate.SENT]
    assert [(one.id, one.text, one.labels) for one in stage.person().replies] == [
        (card.id, "after", [])
    ]


async def test_an_edit_that_changes_nothing_is_a_success(stage: Stage) -> None:
    await started(stage)
    await sent(stage, Send(WANG, Message("same", BUTTONS)))
    [card] = stage.person().replies

    fates = await sent(stage, Edit(WANG, card.id, Message("same", BUTTONS)))

    assert fates == [Fate.SENT]
    assert len(stage.person().replies) == 1


async def test_a_vanished_message_is_sent_anew(stage: Stage) -> None:
    last = await started(stage)

    fates = await sent(stage, Edit(WANG, last + 100, Message("card", BUTTONS)))

    assert fates == [Fate.SENT]
    [anew] = stage.person().replies
    assert (anew.text, anew.labels) == ("card", ["打开", "改", "复制"])


async def test_a_document_cannot_become_a_card_so_the_card_is_sent_anew(stage: Stage) -> None:
    await started(stage)
    sheet = SheetToFill("a.xlsx", "t", ())
    await sent(stage, SendDocument(WANG, sheet))
    [document] = stage.person().replies

    await sent(stage, Edit(WANG, document.id, Message("card")))

    assert [one.text for one in stage.person().replies] == ["", "card"]


async def test_an_edit_is_repeated_when_its_fate_is_unknown(stage: Stage) -> None:
    await started(stage)
    await sent(stage, send(WANG, "before"))
    [card] = stage.person().replies
    stage.chat.faults.plan("editMessageText", Drop(When.AFTER), Fault(502))

    fates = await sent(stage, Edit(WANG, card.id, Message("after")))

    assert fates == [Fate.SENT]
    assert stage.person().message(card.id).text == "after"


async def test_a_message_whose_fate_is_unknown_is_not_sent_twice(stage: Stage) -> None:
    await started(stage)
    stage.chat.faults.plan("sendMessage", Drop(When.AFTER))

    fates = await sent(stage, send(WANG, "once"))

    assert fates == [Fate.UNKNOWN]
    assert [one.text for one in stage.person().replies] == ["once"]


async def test_a_press_is_answered(stage: Stage) -> None:
    await started(stage)
    await sent(stage, Send(WANG, Message("card", BUTTONS)))
    wang = stage.person()
    press = await wang.press(wang.replies[0].id, "打开")

    fates = await sent(stage, Toast(press, "好"))

    assert fates == [Fate.SENT]
    assert [toast.text for toast in wang.toasts] == ["好"]


async def test_a_press_that_is_too_old_is_let_go(stage: Stage) -> None:
    await started(stage)

    fates = await sent(stage, Toast("12345", "好"))

    assert fates == [Fate.PERMANENT]


async def test_a_toast_that_is_too_long_is_cut(stage: Stage) -> None:
    await started(stage)
    await sent(stage, Send(WANG, Message("card", BUTTONS)))
    wang = stage.person()
    press = await wang.press(wang.replies[0].id, "打开")

    await sent(stage, Toast(press, "长" * 300))

    [toast] = wang.toasts
    assert length(toast.text) <= 200
    assert toast.text.endswith(ELLIPSIS)


async def test_a_person_who_blocked_us_is_given_up_quietly(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await started(stage)
    await stage.person().block()

    fates = await sent(stage, send(WANG, "hello"))

    assert fates == [Fate.PERMANENT]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_markup_the_server_refuses_is_sent_as_plain_text_once(stage: Stage) -> None:
    await started(stage)

    fates = await sent(stage, send(WANG, "<b>A &amp; B</i>"))

    assert fates == [Fate.SENT]
    assert [one.text for one in stage.person().replies] == ["A & B"]


async def test_a_text_that_is_too_long_is_cut_at_a_line_and_not_lost(stage: Stage) -> None:
    await started(stage)
    line = "<b>" + "行" * 99 + "</b>\n"

    fates = await sent(stage, send(WANG, line * 60))

    [shown] = stage.person().replies
    assert fates == [Fate.SENT]
    assert shown.text == ("行" * 99 + "\n") * 40 + ELLIPSIS


async def test_a_long_text_that_fits_without_its_markup_stays_whole(stage: Stage) -> None:
    await started(stage)
    line = "<b>" + "行" * 99 + "</b>\n"

    await sent(stage, send(WANG, line * 40))

    [shown] = stage.person().replies
    assert len(shown.text.splitlines()) == 40
    assert len(shown.wire["entities"]) == 40


async def test_a_file_of_the_evidence_box_is_sent_under_its_name(stage: Stage) -> None:
    await started(stage)
    given = stage.folder / "given"
    given.write_bytes(b"%PDF-1.4 x")
    with given.open("rb") as source:
        file = stage.box.put(source, "账号 表.pdf", "application/pdf")

    fates = await sent(stage, SendDocument(WANG, file, "<b>v1</b>"))

    [shown] = stage.person().replies
    assert fates == [Fate.SENT]
    assert (shown.wire["document"]["file_name"], shown.text) == ("账号 表.pdf", "v1")
    assert stage.person().file(shown.id) == b"%PDF-1.4 x"


async def test_a_sheet_is_made_and_sent(stage: Stage) -> None:
    await started(stage)

    await sent(stage, SendDocument(WANG, SheetToFill("表.xlsx", "T", (SheetColumn("h"),))))

    [shown] = stage.person().replies
    assert shown.wire["document"]["file_name"] == "表.xlsx"
    assert stage.person().file(shown.id) == "made 表.xlsx".encode()


async def test_a_trail_is_made_and_sent(stage: Stage) -> None:
    await started(stage)
    trail = TrailExport(CompanyId("acme"), TrailFormat.CSV, "记录.csv")

    await sent(stage, SendDocument(WANG, trail))

    [shown] = stage.person().replies
    assert stage.person().file(shown.id) == "made 记录.csv".encode()


async def test_a_file_that_is_gone_is_a_fault_for_the_one_who_asked(stage: Stage) -> None:
    await started(stage)
    gone = FileRef(FileId("gone"), "a.pdf", "application/pdf", 1, "")

    with pytest.raises(NoSuchItem):
        await sent(stage, SendDocument(WANG, gone))


async def test_a_refusal_of_the_server_is_loud_in_the_log(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await started(stage)

    fates = await sent(stage, send(WANG, ""))

    assert fates == [Fate.PERMANENT]
    assert "refused by the server" in [record.message for record in caplog.records]


def test_a_text_is_as_long_as_telegram_finds_it() -> None:
    assert length("a行🙂") == 4


def test_a_line_longer_than_all_is_cut_without_halving_a_sign() -> None:
    shown = cut("🙂" * 30, 21)

    assert shown == "🙂" * 9 + "\n" + ELLIPSIS
    assert length(shown) <= 21


def test_plain_text_keeps_what_only_looks_like_markup() -> None:
    assert plain("<b>1 &lt; 2</b> & 3 < 4") == "1 < 2 & 3 < 4"

"""Pictures on the screen: new, in the place of another, or in words where nothing can be drawn."""

from datetime import date
from typing import Any

import pytest

from chat.documents import NotDrawn, SeasonPicture, Theme
from chat.talk import Message, Press, SendPicture
from gateway.failures import Fate
from gateway.sender import Delivery, Sender
from localchat.faults import Drop, Fault, When
from tests.gateway.stage import Stage, made, send
from tests.localchat.pictures import png
from workflow.filing import FilingState
from workflow.ports import ChatId
from workflow.text import Text
from workflow.timeline import Timeline

pytestmark = pytest.mark.anyio

WANG = ChatId(1001)
DAY = date(2027, 2, 10)
NOTHING = Timeline(
    *("甲公司", Text("呼叫中心", "Call centre"), 2026, DAY, DAY, DAY, DAY, (), (), 0),
    *(FilingState.NOT_OPEN, None, 0, 0, 0),
    provisional=False,
)
SIZES = {Theme.LIGHT: 30, Theme.DARK: 40}


async def drawn(asked: SeasonPicture) -> bytes:
    return png(SIZES[asked.theme], 50)


async def broken(_: SeasonPicture) -> NotDrawn:
    return NotDrawn()


def picture(
    theme: Theme = Theme.LIGHT, replaces: int = 0, caption: str = "<b>甲</b>"
) -> SendPicture:
    message = Message(caption, ((Press("深色", "pt|c1|1|dark"),),))
    asked = SeasonPicture(NOTHING, "zh-CN", theme, "进度图.png")
    return SendPicture(WANG, asked, message, Message("没画出来:<b>甲</b>"), replaces)


async def shown(stage: Stage, *sent: SendPicture, draw: Any = drawn) -> list[Delivery]:  # noqa: ANN401 - a fake may be anything that draws
    sender = Sender(await stage.calls(), stage.box, made, stage.tell, draw)
    return [await sender.send(each) for each in sent]


async def test_a_picture_comes_with_its_words_and_buttons(stage: Stage) -> None:
    await stage.person().start()

    (delivery,) = await shown(stage, picture())

    [photo] = stage.person().replies
    assert (delivery.fate, delivery.message) == (Fate.SENT, photo.id)
    assert photo.wire["photo"][-1]["width"] == 30
    assert photo.wire["caption"] == "甲"
    assert photo.wire["caption_entities"][0]["type"] == "bold"
    assert photo.labels == ["深色"]


async def test_the_other_theme_stands_in_the_same_place(stage: Stage) -> None:
    await stage.person().start()
    (first,) = await shown(stage, picture())

    (delivery,) = await shown(stage, picture(Theme.DARK, first.message))

    [photo] = stage.person().replies
    assert (delivery.fate, photo.id) == (Fate.SENT, first.message)
    assert photo.wire["photo"][-1]["width"] == 40


async def test_where_the_earlier_picture_is_gone_a_new_one_is_sent(stage: Stage) -> None:
    last = await stage.person().start()

    await shown(stage, picture(Theme.DARK, replaces=last + 100))

    [photo] = stage.person().replies
    assert photo.wire["photo"][-1]["width"] == 40


async def test_what_cannot_be_drawn_is_told_in_words(stage: Stage) -> None:
    await stage.person().start()

    (delivery,) = await shown(stage, picture(), draw=broken)

    [told] = stage.person().replies
    assert delivery.fate is Fate.SENT
    assert told.text == "没画出来:甲"


async def test_without_anybody_who_draws_everything_is_told_in_words(stage: Stage) -> None:
    await stage.person().start()
    sender = await stage.sender()

    await sender.send(picture())

    assert [one.text for one in stage.person().replies] == ["没画出来:甲"]


async def test_a_picture_whose_fate_is_unknown_is_not_sent_twice(stage: Stage) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendPhoto", Drop(When.AFTER))

    (delivery,) = await shown(stage, picture())

    assert delivery.fate is Fate.UNKNOWN
    assert len(stage.person().replies) == 1


async def test_a_change_of_theme_is_repeated_when_its_fate_is_unknown(stage: Stage) -> None:
    await stage.person().start()
    (first,) = await shown(stage, picture())
    stage.chat.faults.plan("editMessageMedia", Drop(When.AFTER), Fault(502))

    (delivery,) = await shown(stage, picture(Theme.DARK, first.message))

    [photo] = stage.person().replies
    assert delivery.fate is Fate.SENT
    assert photo.wire["photo"][-1]["width"] == 40


async def test_words_too_long_for_a_caption_are_cut_not_lost(stage: Stage) -> None:
    await stage.person().start()

    (delivery,) = await shown(stage, picture(caption="<b>甲</b>\n" + "长" * 1100))

    [photo] = stage.person().replies
    assert delivery.fate is Fate.SENT
    assert photo.wire["caption"].startswith("甲\n")
    assert photo.wire["caption"].endswith("…")


async def test_a_text_goes_out_while_a_picture_is_drawn(stage: Stage) -> None:
    await stage.person().start()

    async def meanwhile(asked: SeasonPicture) -> bytes:
        await (await stage.sender()).send(send(WANG, "first"))
        return await drawn(asked)

    await shown(stage, picture(), draw=meanwhile)

    assert [one.text for one in stage.person().replies] == ["first", "甲"]

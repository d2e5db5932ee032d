"""What there is nothing to do about comes without a sound: the server is asked for that, and only then."""

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest, RequestData

from chat.documents import SheetToFill
from chat.talk import SendDocument
from gateway.calls import Calls, nothing_more
from gateway.pacing import UNPACED, Pace
from gateway.sender import Sender
from tests.gateway.stage import TOKEN, Stage, made, send
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

WANG = 1001


class Overheard(HTTPXRequest):
    """Asks the server, and remembers what it asked."""

    def __init__(self) -> None:
        super().__init__()
        self.silences: list[object] = []

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *args: object,
        **kwargs: object,
    ) -> tuple[int, bytes]:
        if "send" in url and request_data is not None:
            self.silences.append(request_data.parameters.get("disable_notification"))
        return await super().do_request(url, method, request_data, *args, **kwargs)  # type: ignore[arg-type]  # handed on


@pytest.mark.parametrize(("silent", "asked"), [(True, [True, True]), (False, [None, None])])
async def test_messages_and_files_of_a_silent_sender_do_not_ring(
    stage: Stage, asked: list[object], *, silent: bool
) -> None:
    await stage.person().start()
    heard = Overheard()
    calls = Calls(
        Bot(TOKEN, base_url=stage.chat.base_url, request=heard, get_updates_request=heard),
        Pace(UNPACED, stage.time, stage.time.sleep),
    )
    await calls.bot.initialize()
    sender = Sender(calls, stage.box, made, stage.tell, silent=silent).once_granted(nothing_more)

    await sender.send(send(WANG, "the head"))
    await sender.send(SendDocument(ChatId(WANG), SheetToFill("heads.xlsx", "heads", ())))
    await calls.bot.shutdown()

    assert heard.silences == asked

"""Keys, secrets, passwords and mailboxes never show: not in logs, not in words, not in text forms."""

import io
import logging
from collections.abc import Iterator
from typing import NoReturn

import pytest
from pydantic import SecretStr

from gateway.channel_config import ChannelsSection, MailSection
from gateway.channels.channels import ROBOTS, Channels
from gateway.failures import Fate
from gateway.logs import set_up
from tests.gateway.channels.conftest import NOW, PATIENCE
from tests.gateway.channels.post_office import PostOffice
from tests.gateway.channels.robots import Answer, Cut, Got, RobotServer
from tests.gateway.stage import VirtualTime
from workflow.channels import Address, ChannelKind

pytestmark = pytest.mark.anyio

KEY = "0e0c7b1e-key-of-a-robot"
SECRET = "SECsecret-of-a-robot"  # noqa: S105 - opens nothing
MAILBOX = "wang@corp.cn"
HIDDEN = (KEY, SECRET, "wang", "corp.cn", "sign=", "坐席")
EVERY_ROBOT = (
    Address(ChannelKind.WECOM, KEY),
    Address(ChannelKind.DINGTALK, KEY, SECRET),
    Address(ChannelKind.FEISHU, KEY, SECRET),
)


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """All that the program would log, at its most talkative."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    quieter = ("httpx", "httpcore", "asyncio", "mail.log", "telegram", "apscheduler", "uvicorn")
    levels = {name: logging.getLogger(name).level for name in quieter}
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # the test's own mail server
    out = io.StringIO()
    set_up("DEBUG", [], out)
    yield out
    logging.captureWarnings(capture=False)
    root.handlers[:] = before
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)


def shown(logged: io.StringIO, *said: object) -> list[str]:
    """What should not have shown."""
    everything = logged.getvalue() + "".join(f"{each!r}{each}" for each in said)
    return [hidden for hidden in HIDDEN if hidden in everything]


@pytest.mark.parametrize("robot", EVERY_ROBOT, ids=lambda each: each.kind)
@pytest.mark.parametrize("answer", ["refused", "echoed", "cut", "silent", "broken"])
async def test_whatever_a_robot_does_its_key_is_not_told(
    channels: Channels, server: RobotServer, stream: io.StringIO, robot: Address, answer: str
) -> None:
    async def say(got: Got) -> Answer:
        match answer:
            case "refused":
                return Answer({"errcode": 93000, "code": 19001, "errmsg": "no", "msg": "no"})
            case "echoed":
                words = f"no {robot.target} {robot.secret}"
                return Answer({"errcode": 1, "code": 1, "errmsg": words, "msg": words})
            case "silent":
                await server.never.wait()
            case "broken":
                return Answer(f"<html>{got.target}", 500)
        raise Cut

    server.script = say

    delivery = await channels.post(robot, "年报", "坐席 280")

    assert delivery.fate is not Fate.SENT
    assert shown(stream, delivery, robot, channels) == []
    assert f"channel={robot.kind} said=" in stream.getvalue()


async def test_a_fault_of_our_own_tells_no_key_in_its_traceback(
    server: RobotServer, stream: io.StringIO
) -> None:
    def fall_over() -> NoReturn:
        raise ZeroDivisionError

    robot, text, time = EVERY_ROBOT[1], "坐席 280", VirtualTime()
    post = ROBOTS[robot.kind].post("http://x/?k=", robot, text, NOW)
    channels = Channels(server.hosts, MailSection(), fall_over, time, time.sleep)

    with pytest.raises(ZeroDivisionError) as fallen:
        await channels.post(robot, "年报", text)
    await channels.close()
    logging.getLogger("room").error("unforeseen fault", exc_info=fallen.value)

    assert "ZeroDivisionError" in stream.getvalue()
    assert shown(stream, post, fallen.value) == []


async def test_a_mailbox_and_the_password_are_not_told(stream: io.StringIO) -> None:
    office, time = PostOffice(), VirtualTime()
    office.says["RCPT"] = f"550 5.1.1 <{MAILBOX}> unknown"
    await office.start()
    mail = MailSection(host="127.0.0.1", port=office.port, tls="none", sender="nb@bot.cn")
    address = Address(ChannelKind.MAIL, MAILBOX)

    channels = Channels(ChannelsSection(), mail, lambda: NOW, time, time.sleep, PATIENCE)
    delivery = await channels.post(address, "年报", "坐席 280")
    await channels.close()
    await office.stop()

    assert delivery.fate is Fate.PERMANENT
    assert shown(stream, delivery, address, channels) == []


async def test_the_password_is_not_told_by_the_settings() -> None:
    mail = MailSection(
        host="mail.test", user="bot", password=SecretStr("the-password"), sender="nb@bot.cn"
    )

    assert "the-password" not in repr(mail) + str(mail) + str(mail.model_dump())

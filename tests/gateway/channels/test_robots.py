"""Posts to the three robots: what goes over the wire, and what the answers mean."""

import base64
import hmac
from hashlib import sha256

import pytest

from gateway.channel_config import ChannelsSection, MailSection
from gateway.channels.channels import Channels
from gateway.failures import Fate
from gateway.sender import Delivery
from tests.gateway.channels.conftest import NOW
from tests.gateway.channels.robots import Answer, Cut, Got, RobotServer
from tests.gateway.stage import VirtualTime, free_port
from workflow.channels import Address, ChannelKind

pytestmark = pytest.mark.anyio

KEY = "693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa"
SECRET = "SECabcdef0123456789"  # noqa: S105 - opens nothing
WECOM = Address(ChannelKind.WECOM, KEY)
DINGTALK = Address(ChannelKind.DINGTALK, KEY)
FEISHU = Address(ChannelKind.FEISHU, KEY)
ROBOTS = pytest.mark.parametrize("robot", [WECOM, DINGTALK, FEISHU], ids=lambda each: each.kind)


# --- what goes out ----------------------------------------------------------------------


async def test_wecom_gets_a_text_under_its_key(channels: Channels, server: RobotServer) -> None:
    delivery = await channels.post(WECOM, "年报", "还差 3 项\n<b>甲</b>")

    [got] = server.got
    assert delivery == Delivery(Fate.SENT)
    assert got.target == f"/wecom?key={KEY}"
    assert got.json == {"msgtype": "text", "text": {"content": "年报\n还差 3 项\n<b>甲</b>"}}


async def test_dingtalk_gets_its_signature_in_the_address_encoded_once(
    channels: Channels, server: RobotServer
) -> None:
    robot = Address(ChannelKind.DINGTALK, KEY, SECRET)

    await channels.post(robot, "年报", "还差 3 项")

    [got] = server.got
    stamp = got.query["timestamp"]
    expected = hmac.new(SECRET.encode(), f"{stamp}\n{SECRET}".encode(), sha256).digest()
    assert base64.b64decode(got.query["sign"]) == expected
    assert stamp == "1764560000123"
    # Computed by another program (openssl), then encoded by hand: + and = but once.
    assert got.target.endswith("&sign=gd%2BSOXiMLztB8XHeE9kmayr7SN9%2BBvHybB8ykp2lel4%3D")
    assert got.query["access_token"] == KEY
    assert got.json == {"msgtype": "text", "text": {"content": "年报\n还差 3 项"}}


async def test_feishu_gets_its_signature_in_the_body(
    channels: Channels, server: RobotServer
) -> None:
    robot = Address(ChannelKind.FEISHU, KEY, SECRET)

    await channels.post(robot, "年报", "还差 3 项")

    [got] = server.got
    key = f"{got.json['timestamp']}\n{SECRET}".encode()
    assert base64.b64decode(got.json["sign"]) == hmac.new(key, b"", sha256).digest()
    assert got.json == {
        "timestamp": "1764560000",
        "sign": "lWJGmu1024HuOe7N2zJea1GLpI8092oIVw6gLZH9BDk=",  # by openssl
        "msg_type": "text",
        "content": {"text": "年报\n还差 3 项"},
    }
    assert got.target == f"/feishu/{KEY}"


async def test_without_a_secret_nothing_is_signed(channels: Channels, server: RobotServer) -> None:
    await channels.post(DINGTALK, "", "a")
    await channels.post(FEISHU, "", "a")

    dingtalk, feishu = server.got
    assert set(dingtalk.query) == {"access_token"}
    assert set(feishu.json) == {"msg_type", "content"}


@pytest.mark.parametrize(
    ("robot", "longest"),
    [(WECOM, 2048), (DINGTALK, 20_000), (FEISHU, 20_000)],
    ids=lambda each: getattr(each, "kind", ""),
)
async def test_a_text_too_long_for_a_robot_is_cut_to_its_limit(
    channels: Channels, server: RobotServer, robot: Address, longest: int
) -> None:
    lines = "\n".join(f"{n}. 坐席「总数」\\ \t第 {n} 项" for n in range(3000))

    await channels.post(robot, "年报", lines)

    [text] = server.texts
    size = server.got[0].body if robot is FEISHU else text.encode()
    assert longest * 0.8 < len(size) <= longest
    assert text.startswith("年报\n0. ")
    assert text.endswith(" 项\n…")


@ROBOTS
async def test_nobody_is_called_by_a_name_that_holds_a_command(
    channels: Channels, server: RobotServer, robot: Address
) -> None:
    await channels.post(robot, "甲<at user_id='all'>", "<AT id=all></at> <@all> a < b <b>")

    [text] = server.texts
    assert text == "甲＜at user_id='all'>\n＜AT id=all>＜/at> ＜@all> a < b <b>"


@ROBOTS
async def test_half_a_sign_is_no_reason_to_stay_silent(
    channels: Channels, server: RobotServer, robot: Address
) -> None:
    delivery = await channels.post(robot, "", "a\ud83d")

    assert delivery.fate is Fate.SENT
    assert server.texts == ["a?"]


# --- what the answers mean --------------------------------------------------------------

ANSWERS = {
    ChannelKind.WECOM: [
        ({"errcode": 0, "errmsg": "ok"}, Fate.SENT, 0),
        ({"errcode": 45009, "errmsg": "api freq out of limit"}, Fate.NOT_SENT, 60),
        ({"errcode": 45033, "errmsg": "api concurrent out of limit"}, Fate.NOT_SENT, 60),
        ({"errcode": -1, "errmsg": "system busy"}, Fate.UNKNOWN, 0),
        ({"errcode": 93000, "errmsg": "invalid webhook url"}, Fate.PERMANENT, 0),
        ({"errcode": 40058, "errmsg": "exceed max length"}, Fate.PERMANENT, 0),
        ({"errcode": 987654, "errmsg": "new to us"}, Fate.PERMANENT, 0),
    ],
    ChannelKind.DINGTALK: [
        ({"errcode": 0, "errmsg": "ok"}, Fate.SENT, 0),
        ({"errcode": 130101, "errmsg": "send too fast"}, Fate.NOT_SENT, 600),
        ({"errcode": 410100, "errmsg": "发送速度太快而限流"}, Fate.NOT_SENT, 600),
        ({"errcode": -1, "errmsg": "系统繁忙"}, Fate.UNKNOWN, 0),
        ({"errcode": 310000, "errmsg": "sign not match"}, Fate.PERMANENT, 0),
        ({"errcode": 310000, "errmsg": "keywords not in content"}, Fate.PERMANENT, 0),
        ({"errcode": 310000, "errmsg": "ip 1.2.3.4 not in whitelist"}, Fate.PERMANENT, 0),
        ({"errcode": 300001, "errmsg": "token is not exist"}, Fate.PERMANENT, 0),
        ({"errcode": 400102, "errmsg": "bot is stopped"}, Fate.PERMANENT, 0),
    ],
    ChannelKind.FEISHU: [
        ({"code": 0, "msg": "success", "StatusCode": 0}, Fate.SENT, 0),
        ({"StatusCode": 0, "StatusMessage": "success"}, Fate.SENT, 0),
        ({"code": 11232, "msg": "frequency limited"}, Fate.NOT_SENT, 60),
        ({"code": 9499, "msg": "too many request", "StatusCode": 0}, Fate.NOT_SENT, 60),
        ({"code": 9499, "msg": "Bad Request"}, Fate.PERMANENT, 0),
        ({"code": 19001, "msg": "access token invalid"}, Fate.PERMANENT, 0),
        ({"code": 19021, "msg": "sign match fail"}, Fate.PERMANENT, 0),
        ({"code": 19022, "msg": "Ip Not Allowed"}, Fate.PERMANENT, 0),
        ({"code": 19024, "msg": "Key Words Not Found"}, Fate.PERMANENT, 0),
        ({"code": 19007, "msg": "Bot Not Enabled", "StatusCode": 0}, Fate.PERMANENT, 0),
    ],
}


@pytest.mark.parametrize(
    ("kind", "answer", "fate", "wait"),
    [(kind, *row) for kind, rows in ANSWERS.items() for row in rows],
    ids=lambda each: str(next(iter(each.values()))) if isinstance(each, dict) else "",
)
async def test_the_code_in_the_answer_counts(
    channels: Channels,
    server: RobotServer,
    kind: ChannelKind,
    answer: dict[str, object],
    fate: Fate,
    wait: int,
) -> None:
    server.answer(Answer(answer))

    delivery = await channels.post(Address(kind, KEY), "", "a")

    assert (delivery.fate, delivery.wait) == (fate, wait)
    assert len(server.got) == 1


async def test_a_refusal_is_told_in_the_words_of_the_robot(
    channels: Channels, server: RobotServer
) -> None:
    server.answer(Answer({"errcode": 310000, "errmsg": "sign\nnot match " + "x" * 999}))

    delivery = await channels.post(DINGTALK, "", "a")

    assert delivery.why.startswith("310000 sign not match x")
    assert len(delivery.why) == 200


@pytest.mark.parametrize(
    ("answer", "fate", "wait"),
    [
        (Answer({}, 429), Fate.NOT_SENT, 60),
        (Answer({"code": 9499, "msg": "too many request"}, 400), Fate.NOT_SENT, 60),
        (Answer("not found", 404), Fate.PERMANENT, 0),
        (Answer({"errcode": 0, "code": 0}, 502), Fate.UNKNOWN, 0),
        (Answer("bad gateway", 500), Fate.UNKNOWN, 0),
        (Answer("moved", 302), Fate.UNKNOWN, 0),
        (Answer("<html>"), Fate.UNKNOWN, 0),
        (Answer([0]), Fate.UNKNOWN, 0),
        (Answer(0), Fate.UNKNOWN, 0),
        (Answer({"ok": True}), Fate.UNKNOWN, 0),
        (Answer({"errcode": "0", "code": False}), Fate.UNKNOWN, 0),
    ],
)
async def test_an_answer_without_a_code_is_no_success(
    channels: Channels, server: RobotServer, answer: Answer, fate: Fate, wait: int
) -> None:
    server.answer(answer)

    delivery = await channels.post(FEISHU, "", "a")

    assert (delivery.fate, delivery.wait) == (fate, wait)
    assert len(server.got) == 1, "no redirection was followed, nothing was repeated"


# --- when the network fails -------------------------------------------------------------


@ROBOTS
async def test_where_nobody_listens_nothing_was_sent(robot: Address, time: VirtualTime) -> None:
    url = f"http://127.0.0.1:{free_port()}/x?key="
    hosts = ChannelsSection(wecom=url, dingtalk=url, feishu=url)
    channels = Channels(hosts, MailSection(), lambda: NOW, time, time.sleep)

    delivery = await channels.post(robot, "", "a")
    await channels.close()

    assert delivery == Delivery(Fate.NOT_SENT, why="ConnectError")


@ROBOTS
async def test_a_connection_cut_behind_the_post_proves_nothing(
    channels: Channels, server: RobotServer, robot: Address
) -> None:
    async def cut(_: Got) -> Answer:
        raise Cut

    server.script = cut

    delivery = await channels.post(robot, "", "a")

    assert delivery == Delivery(Fate.UNKNOWN, why="RemoteProtocolError")
    assert len(server.got) == 1


@ROBOTS
async def test_an_answer_that_does_not_come_proves_nothing(
    channels: Channels, server: RobotServer, robot: Address
) -> None:
    async def say_nothing(_: Got) -> Answer:
        await server.never.wait()
        raise Cut

    server.script = say_nothing

    delivery = await channels.post(robot, "", "a")

    assert delivery == Delivery(Fate.UNKNOWN, why="ReadTimeout")


async def test_every_post_has_a_connection_of_its_own(
    channels: Channels, server: RobotServer
) -> None:
    """One kept open and closed by the server meanwhile would look like a post that was lost."""
    for robot in (WECOM, WECOM, FEISHU):
        await channels.post(robot, "", "a")

    assert (len(server.got), server.connections) == (3, 3)


async def test_no_proxy_serves_the_addresses_of_this_machine(
    server: RobotServer, time: VirtualTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    channels = Channels(server.hosts, MailSection(), lambda: NOW, time, time.sleep)

    delivery = await channels.post(WECOM, "", "a")
    await channels.close()

    assert delivery.fate is Fate.SENT


async def test_robots_are_served_always_and_mail_where_there_is_a_server(
    channels: Channels,
) -> None:
    served = {kind for kind in ChannelKind if channels.serves(kind)}

    assert served == {ChannelKind.WECOM, ChannelKind.DINGTALK, ChannelKind.FEISHU}

"""Letters to a real mail server: what it gets, and what its answers and silences mean."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from pydantic import SecretStr

from gateway.channel_config import ChannelsSection, MailSection
from gateway.channels.channels import Channels
from gateway.channels.mail import AT_ONCE
from gateway.failures import Fate
from gateway.sender import Delivery
from tests.gateway.channels.conftest import NOW, PATIENCE
from tests.gateway.channels.post_office import (
    CUT,
    MEET,
    SILENCE,
    PostOffice,
    certificate,
    served_with,
)
from tests.gateway.stage import VirtualTime, free_port
from workflow.channels import Address, ChannelKind

pytestmark = pytest.mark.anyio

WANG = Address(ChannelKind.MAIL, "wang@corp.cn")
SENDER = "nianbao@bot.cn"


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    made = PostOffice()
    yield made
    if made.port:
        await made.stop()


def section(
    port: int, tls: Literal["tls", "starttls", "none"] = "none", password: str = ""
) -> MailSection:
    return MailSection(
        host="127.0.0.1",
        port=port,
        tls=tls,
        user="bot" if password else "",
        password=SecretStr(password),
        sender=SENDER,
    )


async def posted(
    mail: MailSection, subject: str = "年报", text: str = "还差 3 项", patience: float = PATIENCE
) -> Delivery:
    """What becomes of one letter to Wang."""
    time = VirtualTime()
    channels = Channels(ChannelsSection(), mail, lambda: NOW, time, time.sleep, patience)
    delivery = await channels.post(WANG, subject, text)
    await channels.close()
    return delivery


# --- what goes out ----------------------------------------------------------------------


async def test_a_letter_comes_as_it_was_written(office: PostOffice) -> None:
    await office.start()

    delivery = await posted(section(office.port), "年报:还差 3 项", "甲公司\n. \n<b>3</b> 项")

    [envelope] = office.letters
    assert delivery == Delivery(Fate.SENT)
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["wang@corp.cn"])
    assert (office.letter()["From"], office.letter()["To"]) == (SENDER, "wang@corp.cn")
    assert office.letter()["Subject"] == "年报:还差 3 项"
    assert office.letter()["Date"].datetime == NOW.replace(microsecond=0)
    assert office.letter()["Auto-Submitted"] == "auto-generated"
    assert office.letter().get_content_type() == "text/plain"
    assert office.letter().get_content().splitlines() == ["甲公司", ". ", "<b>3</b> 项"]
    assert [name for name, _ in office.greeted] == ["bot.cn"]


@pytest.mark.parametrize(
    "subject",
    [
        "年报\r\nBcc: li@corp.cn",
        "年报\nBcc: li@corp.cn",
        "年报\n\nBcc: li@corp.cn",
        "年报\x0bBcc: li@corp.cn",
        "年报\u2028Bcc: li@corp.cn",
        "年报\x00 Bcc: li@corp.cn",
        "年报\x85Bcc: li@corp.cn\ud83d",
    ],
)
async def test_a_subject_never_becomes_another_header(office: PostOffice, subject: str) -> None:
    await office.start()

    delivery = await posted(section(office.port), subject)

    [envelope] = office.letters
    assert delivery.fate is Fate.SENT
    assert envelope.rcpt_tos == ["wang@corp.cn"]
    assert office.letter()["Bcc"] is None
    assert office.letter()["Subject"].rstrip("?") == "年报 Bcc: li@corp.cn"
    assert office.letter().get_content().splitlines() == ["还差 3 项"]


async def test_a_very_long_subject_is_cut(office: PostOffice) -> None:
    await office.start()

    await posted(section(office.port), "报" * 5000)

    assert office.letter()["Subject"] == "报" * 150


async def test_every_letter_has_a_number_of_its_own(office: PostOffice) -> None:
    await office.start()

    for text in ("one", "two", "two"):
        await posted(section(office.port), text=text)

    numbers = [office.letter(n)["Message-ID"] for n in range(3)]
    assert numbers[0] != numbers[1] == numbers[2]
    assert all(number.endswith("@bot.cn>") for number in numbers)


# --- what the server says ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "answer", "fate"),
    [
        ("RCPT", "550 5.1.1 no such user", Fate.PERMANENT),
        ("RCPT", "552 mailbox full for good", Fate.PERMANENT),
        ("RCPT", "450 4.2.0 greylisted, come again", Fate.NOT_SENT),
        ("RCPT", CUT, Fate.NOT_SENT),
        ("RCPT", SILENCE, Fate.NOT_SENT),
        ("MAIL", "550 5.7.1 sender not ours", Fate.NOT_SENT),
        ("MAIL", "451 try later", Fate.NOT_SENT),
        ("MAIL", CUT, Fate.NOT_SENT),
        ("DATA", "554 5.7.1 looks like spam", Fate.PERMANENT),
        ("DATA", "452 4.3.1 disk full", Fate.NOT_SENT),
        ("DATA", "251 what nobody knows", Fate.UNKNOWN),
        ("DATA", CUT, Fate.UNKNOWN),
        ("DATA", SILENCE, Fate.UNKNOWN),
    ],
)
async def test_until_the_text_was_given_nobody_has_the_letter(
    office: PostOffice, command: str, answer: str, fate: Fate
) -> None:
    await office.start()
    office.says[command] = answer

    delivery = await posted(section(office.port), patience=0.1)

    assert delivery.fate is fate
    assert len(office.letters) == (command == "DATA")


@pytest.mark.parametrize("answer", [CUT, SILENCE, "554 unfriendly"])
async def test_a_farewell_that_fails_takes_nothing_back(office: PostOffice, answer: str) -> None:
    await office.start()
    office.says["QUIT"] = answer

    delivery = await posted(section(office.port), patience=0.1)

    assert delivery == Delivery(Fate.SENT)


async def test_a_server_that_looks_a_letter_through_is_given_time(office: PostOffice) -> None:
    await office.start()
    office.says["DATA"] = SILENCE
    loop = asyncio.get_running_loop()
    began = loop.time()

    await posted(section(office.port), patience=0.1)

    assert loop.time() - began >= 0.4


async def test_a_mailbox_is_not_named_in_what_the_server_said(office: PostOffice) -> None:
    await office.start()
    office.says["RCPT"] = "550 5.1.1 <wang@corp.cn>: no such user"

    delivery = await posted(section(office.port))

    assert delivery.why == "550 5.1.1 <[hidden]>: no such user"


async def test_where_nobody_listens_nothing_was_sent() -> None:
    delivery = await posted(section(free_port()))

    assert delivery == Delivery(Fate.NOT_SENT, why="SMTPConnectError")


async def test_a_server_that_hangs_up_at_once_has_no_letter() -> None:
    def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with server:
        delivery = await posted(section(server.sockets[0].getsockname()[1]))

    assert delivery.fate is Fate.NOT_SENT


async def test_without_a_server_the_channel_is_closed() -> None:
    delivery = await posted(MailSection())

    assert delivery == Delivery(Fate.PERMANENT, why="no mail server")


async def test_no_more_letters_are_under_way_than_servers_like(office: PostOffice) -> None:
    await office.start()
    office.says["DATA"] = MEET
    time = VirtualTime()
    channels = Channels(ChannelsSection(), section(office.port), lambda: NOW, time, time.sleep, 9)
    people = [Address(ChannelKind.MAIL, f"p{n}@corp.cn") for n in range(AT_ONCE * 2)]

    posting = asyncio.gather(*(channels.post(one, "", "a") for one in people))
    await office.crowd.wait()
    under_way = len(office.greeted)
    await office.crowd.wait()
    deliveries = await posting
    await channels.close()

    assert under_way == AT_ONCE
    assert {delivery.fate for delivery in deliveries} == {Fate.SENT}
    assert channels.serves(ChannelKind.MAIL)


# --- TLS and passwords ------------------------------------------------------------------


async def test_name_and_password_go_under_tls(
    office: PostOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    await office.start(tls=served_with(path))

    delivery = await posted(section(office.port, "tls", "right-password"))

    assert delivery.fate is Fate.SENT
    assert office.names == [("bot", "right-password")]


async def test_starttls_comes_before_anything_is_said(
    office: PostOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    await office.start(starttls=served_with(path))

    delivery = await posted(section(office.port, "starttls", "right-password"))

    assert delivery.fate is Fate.SENT
    assert office.names == [("bot", "right-password")]
    assert [under_tls for _, under_tls in office.greeted] == [False, True]


@pytest.mark.parametrize("tls", ["tls", "starttls"])
async def test_a_server_that_cannot_prove_who_it_is_gets_neither_password_nor_letter(
    office: PostOffice, tmp_path: Path, tls: Literal["tls", "starttls"]
) -> None:
    await office.start(**{tls: served_with(certificate(tmp_path))})

    delivery = await posted(section(office.port, tls, "right-password"))

    assert delivery.fate is Fate.NOT_SENT
    assert (office.names, office.letters) == ([], [])


async def test_a_server_that_offers_no_starttls_gets_nothing(office: PostOffice) -> None:
    await office.start()

    delivery = await posted(section(office.port, "starttls", "right-password"))

    assert delivery.fate is Fate.NOT_SENT
    assert (office.names, office.letters) == ([], [])


async def test_a_password_that_is_refused_says_nothing_of_the_mailbox(
    office: PostOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    await office.start(tls=served_with(path))

    delivery = await posted(section(office.port, "tls", "wrong-password"))

    assert delivery.fate is Fate.NOT_SENT
    assert delivery.why.startswith("535 ")
    assert office.letters == []

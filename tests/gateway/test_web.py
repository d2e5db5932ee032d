"""The bot's own web server, asked over real HTTP: feeds, guesses, health, and how it ends."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest

from gateway.connect import NO_PROXY
from gateway.guesses import MOST, SECONDS, Guesses
from gateway.web import ILL_AFTER, Pages, pages_app, web_served
from gateway.web_config import OFF, WebSection

pytestmark = pytest.mark.anyio

SECRET = "s3cret" * 5
FEED = f"/feed/{SECRET}.ics"
WRONG = "/feed/" + "0" * 30 + ".ics"


@dataclass
class Office:
    """What stands behind the server, and the seconds that pass."""

    feeds: dict[str, bytes] = field(default_factory=lambda: {SECRET: "BEGIN:甲".encode()})
    age: float = 0.0
    seconds: float = 0.0

    def pages(self) -> Pages:
        return Pages(self.feeds.get, lambda: self.age, Guesses(lambda: self.seconds))


@asynccontextmanager
async def asking(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        web_served(WebSection(port=0), pages_app(office.pages())) as url,
        httpx.AsyncClient(base_url=url, mounts=NO_PROXY) as client,
    ):
        yield client


@pytest.fixture
def office() -> Office:
    return Office()


# --- feeds ------------------------------------------------------------------------------


async def test_a_feed_is_a_calendar_for_one_reader(office: Office) -> None:
    async with asking(office) as client:
        answer = await client.get(FEED)

    assert answer.status_code == 200
    assert answer.content == office.feeds[SECRET]
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-cache"


async def test_whoever_has_it_already_is_told_so_and_no_more(office: Office) -> None:
    async with asking(office) as client:
        tag = (await client.get(FEED)).headers["etag"]
        again = await client.get(FEED, headers={"If-None-Match": f'"other", W/{tag}'})
        office.feeds[SECRET] = b"BEGIN:B"
        changed = await client.get(FEED, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (changed.status_code, changed.content) == (200, b"BEGIN:B")


async def test_one_that_was_revoked_and_one_that_never_was_look_the_same(office: Office) -> None:
    async with asking(office) as client:
        await client.get(FEED)
        del office.feeds[SECRET]
        revoked, unknown = await client.get(FEED), await client.get(WRONG)
        elsewhere = await client.get("/no/such/page")

    told = {(a.status_code, a.content, str(a.headers)) for a in (revoked, unknown, elsewhere)}
    assert len(told) == 1
    assert revoked.status_code == 404


@pytest.mark.parametrize("path", [f"{FEED}/", "/feed/.ics", "/feed/", f"/feed/{SECRET}", "/"])
async def test_no_other_address_leads_to_a_feed(path: str, office: Office) -> None:
    async with asking(office) as client:
        answer = await client.get(path)

    assert answer.status_code == 404
    assert SECRET not in str(answer.headers)


async def test_a_feed_can_only_be_read(office: Office) -> None:
    async with asking(office) as client:
        answers = [await client.request(verb, FEED) for verb in ("POST", "PUT", "DELETE")]

    assert [answer.status_code for answer in answers] == [405] * 3


async def test_many_readers_at_once_all_get_it(office: Office) -> None:
    async with asking(office) as client:
        answers = await asyncio.gather(*(client.get(FEED) for _ in range(20)))

    assert [answer.status_code for answer in answers] == [200] * 20


# --- guesses ----------------------------------------------------------------------------


async def guesses(client: httpx.AsyncClient, count: int, **headers: str) -> list[int]:
    return [(await client.get(WRONG, headers=headers)).status_code for _ in range(count)]


async def test_whoever_guesses_waits_even_for_an_address_that_is_right(office: Office) -> None:
    async with asking(office) as client:
        told = await guesses(client, MOST + 1)
        right = await client.get(FEED)
        office.seconds += SECONDS
        later = await client.get(FEED)

    assert told == [404] * MOST + [429]
    assert (right.status_code, right.headers["retry-after"]) == (429, "60")
    assert later.status_code == 200


async def test_behind_a_proxy_one_that_guesses_does_not_shut_out_another(office: Office) -> None:
    async with asking(office) as client:
        await guesses(client, MOST, **{"X-Forwarded-For": "192.0.2.1"})
        same = await client.get(FEED, headers={"X-Forwarded-For": "10.0.0.9, 192.0.2.1"})
        other = await client.get(FEED, headers={"X-Forwarded-For": "192.0.2.2"})

    assert (same.status_code, other.status_code) == (429, 200)


def test_a_household_of_ipv6_counts_as_one() -> None:
    counted = Guesses(lambda: 0.0)

    for number in range(MOST):
        counted.add(f"2001:db8:1:2::{number:x}")

    assert counted.wait_of("2001:db8:1:2:ffff::1") == SECONDS
    assert counted.wait_of("2001:db8:1:3::1") == 0.0


def test_guesses_long_apart_are_no_guessing() -> None:
    now = [0.0]
    counted = Guesses(lambda: now[0])

    for _ in range(3 * MOST):
        counted.add("192.0.2.1")
        now[0] += SECONDS / (MOST - 1) + 1

    assert counted.wait_of("192.0.2.1") == 0.0


def test_whoever_begins_again_is_slowed_again() -> None:
    now = [0.0]
    counted = Guesses(lambda: now[0])
    counted.add("192.0.2.1")
    now[0] += 10 * SECONDS

    for _ in range(MOST):
        counted.add("192.0.2.1")

    assert counted.wait_of("192.0.2.1") == SECONDS


def test_strangers_beyond_number_are_forgotten_oldest_first() -> None:
    counted = Guesses(lambda: 0.0)
    for _ in range(MOST):
        counted.add("192.0.2.1")

    for number in range(5000):
        counted.add(f"host-{number}")

    assert counted.wait_of("192.0.2.1") == 0.0


# --- health -----------------------------------------------------------------------------


async def test_a_bot_that_wakes_up_is_well(office: Office) -> None:
    office.age = 12.34
    async with asking(office) as client:
        answer = await client.get("/health")

    assert answer.status_code == 200
    assert answer.json() == {"ok": True, "last_wake_seconds": 12.3}


async def test_two_minutes_without_a_wake_up_are_an_illness(office: Office) -> None:
    office.age = ILL_AFTER + 1
    async with asking(office) as client:
        answer = await client.get("/health")

    assert answer.status_code == 503
    assert answer.json() == {"ok": False, "last_wake_seconds": 121.0}


# --- beginning and end ------------------------------------------------------------------


async def test_off_nothing_is_served() -> None:
    async with web_served(WebSection(port=OFF), pages_app(Office().pages())) as url:
        assert url == ""


async def test_a_port_that_is_taken_is_told(office: Office) -> None:
    async with web_served(WebSection(port=0), pages_app(office.pages())) as url:
        section = WebSection(port=int(url.rpartition(":")[2]))
        with pytest.raises(OSError, match="in use"):
            await web_served(section, pages_app(office.pages())).__aenter__()


async def test_signals_stay_those_of_the_program(office: Office) -> None:
    before = signal.getsignal(signal.SIGTERM)

    async with asking(office) as client:
        await client.get(FEED)
        meanwhile = signal.getsignal(signal.SIGTERM)

    assert (meanwhile, signal.getsignal(signal.SIGTERM)) == (before, before)


async def test_after_the_end_nobody_answers(office: Office) -> None:
    async with asking(office) as client:
        url = client.base_url
        await client.get(FEED)

    async with httpx.AsyncClient(base_url=url, mounts=NO_PROXY) as late:
        with pytest.raises(httpx.ConnectError):
            await late.get(FEED)


async def test_no_secret_is_ever_logged(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: str) -> bytes | None:
        raise RuntimeError

    caplog.set_level(logging.DEBUG)
    pages = Pages(broken, lambda: 0.0)
    async with (
        asking(office) as client,
        web_served(WebSection(port=0), pages_app(pages)) as url,
    ):
        await client.get(FEED)
        failed = await client.get(f"{url}{FEED}")

    ours = [r for r in caplog.records if not r.name.startswith(("httpx", "httpcore"))]
    assert failed.status_code == 500
    assert any(r.exc_info for r in ours)
    assert SECRET not in "".join(logging.Formatter().format(r) for r in ours)

"""The heads of the day: told from the hour on, once, to those who keep them; nothing of nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from gateway.config import TrailSection
from running.heads import HeadTeller
from storage.heads import Heads
from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.samples import ACME, MANAGER, opened, ticked
from workflow.events import Notice
from workflow.ids import CompanyId, PersonId

NINE = datetime(2027, 1, 5, 1, 0, tzinfo=UTC)
"""In Shanghai."""
DAY = timedelta(days=1)
OTHER = CompanyId("other")
LI = PersonId("tg-2")

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[TinyHome]:
    home = TinyHome(tmp_path / "data")
    yield home
    home.close()


def teller(home: TinyHome, tell: Literal["manager", "off"] | int = "manager") -> HeadTeller:
    settings = TrailSection(tell=tell, hour=9)
    heads = Heads(home.inbox.database)
    return HeadTeller(home.store, heads, settings, ZoneInfo("Asia/Shanghai"))


def owed(home: TinyHome) -> list[Notice]:
    """What waits to be sent; it counts as sent from now on."""
    due = [each.notice for each in home.outbox.due(NINE + 30 * DAY, 99)]
    for notice in due:
        home.outbox.claim(notice.key, NINE + 30 * DAY)
        home.outbox.sent(notice.key, 1, NINE)
    return due


def grows(home: TinyHome, company: CompanyId = ACME) -> None:
    commit(home, ticked(read(home, company), 281))


async def test_at_nine_the_manager_is_told_how_far_the_trail_has_come(home: TinyHome) -> None:
    commit_company(home, ACME, 280)

    await teller(home).wake(NINE)

    (notice,) = owed(home)
    assert notice.to == MANAGER
    assert notice.why.startswith("acme:2:")


async def test_before_the_hour_nobody_is(home: TinyHome) -> None:
    commit_company(home, ACME)

    await teller(home).wake(NINE - timedelta(minutes=1))

    assert owed(home) == []


async def test_what_grows_after_that_waits_for_the_next_day(home: TinyHome) -> None:
    commit_company(home, ACME)
    await teller(home).wake(NINE)
    owed(home)

    grows(home)
    await teller(home).wake(NINE + timedelta(hours=5))
    same_day = owed(home)
    await teller(home).wake(NINE + DAY)

    assert same_day == []
    assert len(owed(home)) == 1


async def test_a_company_that_has_not_grown_is_not_told(home: TinyHome) -> None:
    commit_company(home, ACME)
    commit_company(home, OTHER)
    await teller(home).wake(NINE)
    owed(home)

    grows(home, OTHER)
    await teller(home).wake(NINE + DAY)
    told = owed(home)
    await teller(home).wake(NINE + 2 * DAY)

    assert [(notice.company, notice.count) for notice in told] == [(OTHER, 1)]
    assert owed(home) == []


async def test_of_many_companies_one_message_comes_to_each_person(home: TinyHome) -> None:
    companies = [CompanyId(f"c{number}") for number in range(45)]
    for company in companies[:44]:
        commit(home, opened(company))
    commit(home, opened(companies[44], person=LI))

    await teller(home).wake(NINE)

    assert sorted((notice.to, notice.count) for notice in owed(home)) == [(MANAGER, 44), (LI, 1)]


async def test_after_days_away_it_is_told_once(home: TinyHome) -> None:
    commit_company(home, ACME)
    await teller(home).wake(NINE)
    owed(home)
    grows(home)

    await teller(home).wake(NINE + 9 * DAY)
    await teller(home).wake(NINE + 9 * DAY + timedelta(minutes=1))

    assert len(owed(home)) == 1


async def test_a_day_that_nobody_woke_us_on_in_time_is_made_up_for_at_any_hour(
    home: TinyHome,
) -> None:
    commit_company(home, ACME)
    await teller(home).wake(NINE)
    owed(home)
    grows(home)

    await teller(home).wake(NINE + DAY - timedelta(hours=1))
    next_morning = owed(home)
    await teller(home).wake(NINE + 2 * DAY - timedelta(hours=1))

    assert next_morning == []
    assert len(owed(home)) == 1


def test_unless_told_otherwise_it_is_the_evening() -> None:
    assert TrailSection().hour == 18


async def test_a_chosen_chat_is_told_in_place_of_the_managers(home: TinyHome) -> None:
    commit_company(home, ACME)
    commit_company(home, OTHER)

    await teller(home, -100).wake(NINE)

    (notice,) = owed(home)
    assert (notice.to, notice.count) == ("-100", 2)


async def test_switched_off_nobody_is_told(home: TinyHome) -> None:
    commit_company(home, ACME)

    await teller(home, "off").wake(NINE)

    assert owed(home) == []


async def test_a_resting_company_is_told_when_it_is_whole_again(home: TinyHome) -> None:
    commit_company(home, ACME, 280)
    content = home.file(ACME).read_bytes()
    home.damage(ACME)
    await teller(home).wake(NINE)
    resting = owed(home)

    home.file(ACME).write_bytes(content)
    home.reopen()
    await teller(home).wake(NINE + DAY)

    assert resting == []
    assert len(owed(home)) == 1

"""Who was sent a reminder or a notice lately: the same on disk and in memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from storage.people_told import MemoryPeopleTold, SqlitePeopleTold
from tests.storage.homes import Home, MemoryHome, TinyHome, commit, commit_company
from tests.storage.reminding import REF, SECOND, claimed, owed, sending
from tests.storage.samples import ACME, NOON, telling, ticked
from workflow.ids import PersonId
from workflow.ledger import PeopleTold
from workflow.reminders import End, Ending, Recipient, SendRef

HOUR = timedelta(hours=1)
ONE, TWO = Recipient("1001"), Recipient("1002")


@pytest.fixture(params=["memory", "disk"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    if request.param == "memory":
        yield MemoryHome()
        return
    tiny = TinyHome(tmp_path / "data")
    yield tiny
    tiny.close()


def people(home: Home) -> PeopleTold:
    match home:
        case TinyHome():
            return SqlitePeopleTold(home.inbox.database)
        case MemoryHome():
            return MemoryPeopleTold(home.ledger, home.outbox)
    raise TypeError


def told(home: Home, limit: int = 9) -> list[PersonId]:
    return list(people(home).people_told(NOON, NOON + 2 * HOUR, limit))


def test_those_who_were_reminded_are_named_the_latest_first(home: Home) -> None:
    claimed(home, owed(ONE), folds=(owed(ONE, -3),))
    claimed(home, owed(TWO), ref=SECOND)
    home.ledger.sent(REF, 7, NOON)
    home.ledger.sent(SECOND, 8, NOON + 2 * HOUR)

    assert told(home) == ["1002", "1001"]
    assert told(home, limit=1) == ["1002"]


def test_so_are_those_who_had_a_notice_and_nobody_twice(home: Home) -> None:
    company = commit_company(home, ACME)
    noticed = commit(home, telling(ticked(company, 280), "1001", "1003"))
    keys = [f"acme:{noticed.event_seq}:{person}" for person in ("1001", "1003")]
    for key in keys:
        home.outbox.claim(key, NOON)
        home.outbox.sent(key, 5, NOON + HOUR)
    claimed(home, owed(ONE))
    home.ledger.sent(REF, 7, NOON)

    assert told(home) == ["1001", "1003"]


def test_what_is_not_out_or_was_long_ago_names_nobody(home: Home) -> None:
    claimed(home, owed(ONE))
    home.ledger.sent(REF, 7, NOON - HOUR)
    claimed(home, owed(TWO), ref=SECOND)
    home.ledger.refused(SECOND, End(Ending.UNREACHABLE), NOON + HOUR)
    company = commit_company(home, ACME)
    commit(home, telling(ticked(company, 280), "1003"))

    assert told(home) == []


def test_groups_robots_and_letters_have_no_buttons(home: Home) -> None:
    group, robot, mail = owed(Recipient("-100")), owed(Recipient("1#2")), owed(ONE)
    home.watches.owe([group, robot, mail])
    letter = replace(sending(mail, ref=SECOND), channel="mail")
    for number, one in enumerate(
        (sending(group), letter, replace(sending(robot), ref=SendRef("C")))
    ):
        assert home.ledger.claim(one, NOON)
        home.ledger.sent(one.ref, number, NOON)

    assert told(home) == []

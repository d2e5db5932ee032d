"""Looking for what is owed: in pieces, each company once, nothing lost where one cannot be seen."""

import asyncio
from datetime import datetime, timedelta

import pytest

from gateway.looks import PIECE, UNSEEN_RESTS
from gateway.pacing import UNPACED
from storage.database import Database, to_number
from tests.gateway.reminded import ACME, NINE, Reminded, ScriptedRounds, journal, owed
from tests.gateway.stage import Stage
from workflow.errors import CompanyDamaged
from workflow.ids import CompanyId
from workflow.reminders import Looked, Waking

pytestmark = pytest.mark.anyio

WANG = 1001
OTHERS = tuple(CompanyId(f"c{number:03}") for number in range(70))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def reminded(stage: Stage) -> Reminded:
    database = stage.held.enter_context(journal(stage.folder, ACME, *OTHERS))
    await stage.person().start()
    return Reminded(stage, await stage.calls(UNPACED), database)


def heard(stage: Stage) -> list[str]:
    return [one.text for one in stage.person().replies]


async def test_what_a_look_finds_goes_out_and_the_next_moment_is_told(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.rounds.found[ACME] = Looked((owed(WANG),), NINE + HOUR)

    moment = await reminded.work()

    assert heard(stage) == ["M1"]
    assert moment == NINE + HOUR
    assert {waking.company for waking in reminded.rounds.looks} == {ACME, *OTHERS}


async def test_where_nothing_changed_and_no_moment_came_nobody_is_looked_at(
    reminded: Reminded,
) -> None:
    await reminded.work()
    reminded.rounds.looks.clear()

    await reminded.work(after=HOUR)

    assert reminded.rounds.looks == []


async def test_a_damaged_company_is_looked_at_later_from_where_it_was(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.rounds.found[ACME] = CompanyDamaged()
    await reminded.work()
    reminded.rounds.found[ACME] = Looked((owed(WANG),), None)

    await reminded.work()
    assert heard(stage) == []
    await reminded.work(after=UNSEEN_RESTS)

    assert heard(stage) == ["M1"]
    assert reminded.rounds.looks[-1].looked == NINE - DAY


async def test_a_look_that_we_stumble_over_is_told_to_the_operator_and_holds_up_no_other(
    reminded: Reminded,
) -> None:
    reminded.rounds.found[ACME] = ZeroDivisionError()

    await reminded.work()
    await reminded.alarms.work()

    assert reminded.alarmed == ["alarm-look"]
    assert {waking.company for waking in reminded.rounds.looks} >= set(OTHERS)


class Changing(ScriptedRounds):
    """A company that changes again while it is looked at, as often as it is."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database

    def look(self, waking: Waking, now: datetime) -> Looked:
        assert now.tzinfo is not None
        self.looks.append(waking)
        if waking.company == ACME:
            self.database.tell("update watches set change = change + 1 where company = ?", (ACME,))
        return Looked((), None)


async def test_a_company_that_changes_while_it_is_looked_at_is_looked_at_again_in_a_minute(
    reminded: Reminded,
) -> None:
    changing = Changing(reminded.database)
    looks = reminded.looks(changing)

    await looks.look()

    assert [waking.company for waking in changing.looks].count(ACME) == 1
    assert reminded.watches.waking(NINE, 9) == ()
    assert [one.company for one in reminded.watches.waking(NINE + timedelta(minutes=1), 9)] == [
        ACME
    ]


class Slow(ScriptedRounds):
    """Takes a piece's time for a company, and notes who got a turn between."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.others = 0
        self.seen: list[int] = []

    def look(self, waking: Waking, now: datetime) -> Looked:
        assert now.tzinfo is not None
        self.looks.append(waking)
        self.seen.append(self.others)
        self.stage.time.seconds += 2 * PIECE
        return Looked((), None)


async def test_others_get_their_turn_after_each_piece(stage: Stage, reminded: Reminded) -> None:
    slow = Slow(stage)
    looks = reminded.looks(slow)

    async def count() -> None:
        while True:
            slow.others += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    await looks.look()
    counting.cancel()

    assert len(set(slow.seen)) == len(slow.seen) == 1 + len(OTHERS)


async def test_in_another_zone_all_are_looked_at_from_a_day_before_and_none_is_told_twice(
    stage: Stage, reminded: Reminded
) -> None:
    told, untold = owed(WANG, "M1"), owed(WANG, "M2")
    reminded.rounds.found[ACME] = Looked((told,), None)
    await reminded.work()
    reminded.database.tell("update watches set next_at = ?", (to_number(NINE + 300 * DAY),))
    reminded.zone.zone = "Europe/Berlin"
    reminded.rounds.looks.clear()
    reminded.rounds.found[ACME] = Looked((told, untold), None)

    await reminded.work(after=HOUR)
    await reminded.work()

    assert heard(stage) == ["M1", "M2"]
    assert {waking.looked for waking in reminded.rounds.looks} == {NINE - DAY}
    assert len(reminded.rounds.looks) == 1 + len(OTHERS)
    assert reminded.zone.zone == "Asia/Shanghai"


async def test_before_the_first_zone_was_kept_none_has_changed(reminded: Reminded) -> None:
    reminded.zone.zone = ""

    await reminded.work()

    assert {waking.looked for waking in reminded.rounds.looks} == {NINE - DAY}
    assert reminded.zone.zone == "Asia/Shanghai"

"""The store in memory keeps the promises."""

import pytest

from tests.storage.across_contract import MineContract, StandingsContract, TeamContract
from tests.storage.contract import DamageContract, StoreContract
from tests.storage.held_contract import HeldContract
from tests.storage.homes import MemoryHome
from tests.storage.inbox_contract import InboxContract
from tests.storage.posting_contract import BoardsContract, OutboxContract
from tests.storage.turning_contract import TurningContract


@pytest.fixture
def home() -> MemoryHome:
    return MemoryHome()


class TestMemoryStore(StoreContract):
    pass


class TestMemoryDamage(DamageContract):
    pass


class TestMemoryInbox(InboxContract):
    pass


class TestMemoryOutbox(OutboxContract, HeldContract):
    pass


class TestMemoryBoards(BoardsContract):
    pass


class TestMemoryTurning(TurningContract):
    pass


class TestMemoryTeam(TeamContract):
    pass


class TestMemoryMine(MineContract):
    pass


class TestMemoryStandings(StandingsContract):
    pass

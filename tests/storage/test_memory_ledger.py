"""The ledger in memory keeps the promises."""

import pytest

from tests.storage.homes import MemoryHome
from tests.storage.ledger_contract import OwingContract, SendingContract
from tests.storage.record_contract import RecordContract
from tests.storage.watches_contract import MomentsContract, WakingContract, WatchesContract


@pytest.fixture
def home() -> MemoryHome:
    return MemoryHome()


class TestMemoryOwing(OwingContract):
    pass


class TestMemorySending(SendingContract):
    pass


class TestMemoryRecord(RecordContract):
    pass


class TestMemoryWatches(WatchesContract):
    pass


class TestMemoryWaking(WakingContract):
    pass


class TestMemoryMoments(MomentsContract):
    pass

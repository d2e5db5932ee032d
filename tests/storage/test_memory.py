"""The store in memory keeps the promises."""

import pytest

from tests.storage.contract import DamageContract, StoreContract
from tests.storage.homes import MemoryHome
from tests.storage.inbox_contract import InboxContract


@pytest.fixture
def home() -> MemoryHome:
    return MemoryHome()


class TestMemoryStore(StoreContract):
    pass


class TestMemoryDamage(DamageContract):
    pass


class TestMemoryInbox(InboxContract):
    pass

"""How an item is handed in, and what stands for it, in words."""

from decimal import Decimal

import pytest

from chat.screens.how import how_to
from messages.telling import tell_value
from messages.wording import Wording
from tests.chat.stage import stage
from workflow.given import Number
from workflow.ids import ItemKey, PackRef


@pytest.mark.parametrize(
    ("key", "told"),
    [("mp_user_verify", "发一行:"), ("security_regime", "发一行、逗号隔开:责任人、")],
)
def test_a_line_of_one_column_needs_no_commas(key: str, told: str) -> None:
    house = stage().desk.house
    item = house.packs[PackRef("multi_party@2")].item(ItemKey(key))

    said = Wording(house.catalogue, "zh-CN", house.zone).plain(how_to(item))

    assert told in said


@pytest.mark.parametrize(
    ("key", "number", "told"),
    [
        ("mp_faults_major", "1", "1 time"),
        ("mp_faults_major", "2", "2 times"),
        ("mp_faults_major", "0", "0 times"),
        ("complaints", "1", "1 case"),
        ("mp_mttr_h", "1.00", "1.00 hours"),
        ("mp_mttr_h", "48.00", "48.00 hours"),
    ],
)
def test_one_of_a_thing_is_said_as_one_in_english(key: str, number: str, told: str) -> None:
    house = stage().desk.house
    spec = house.packs[PackRef("multi_party@2")].item(ItemKey(key)).spec

    said = Wording(house.catalogue, "en", house.zone).plain(
        tell_value(Number(Decimal(number)), spec)
    )

    assert said == told

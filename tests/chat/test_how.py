"""How an item is handed in, in words."""

import pytest

from chat.screens.how import how_to
from messages.wording import Wording
from tests.chat.stage import stage
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

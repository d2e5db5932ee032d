"""What stands in single cells of the list of differences."""

import pytest

from messages.wording import Wording
from reports.paper_cells import Cells
from tests.reports.papers import CALL_CENTRE, CATALOGUE, ZONE, data, filled, printed
from tests.reports.test_paper_words import finding
from workflow.given import Rows, Words
from workflow.ids import ItemKey


def test_a_practice_that_names_its_source_is_not_called_a_practice_twice() -> None:
    told = finding(printed(filled()), "400 席 → 280 席")

    assert told["依据"] == "非官方\n内部做法,未见官方出处"


@pytest.mark.parametrize(
    ("key", "locale", "said"),
    [
        ("shareholders", "zh-CN", "2 行"),
        ("shareholders", "en", "2 rows"),
        ("security_regime", "zh-CN", "已填"),
        ("security_regime", "en", "filled in"),
    ],
)
def test_a_list_without_tables_points_at_none_below(key: str, locale: str, said: str) -> None:
    cells = Cells(data(filled()), Wording(CATALOGUE, locale, ZONE))
    rows = Rows(((Words("张三"),), (Words("李四"),)))

    assert cells.with_unit(rows, CALL_CENTRE.item(ItemKey(key))) == said

"""What of a report is published: always, or as the company chooses."""

import pytest

from tests.workflow.crew import by, crew
from tests.workflow.firm import FIRST, PACKS, first_season, opened
from tests.workflow.transcribing_acts import BOOK
from workflow.errors import NoSuchItem
from workflow.ids import ItemKey
from workflow.publicity import choose_publicity, publicity

REVENUE = ItemKey("revenue_total")


def test_what_is_published_always_and_what_is_asked_about_come_in_the_book_s_order() -> None:
    season, pack = first_season(opened()), PACKS[first_season(opened()).pack]

    found = publicity(opened(), season, pack, BOOK)

    assert [each.item.key for each in found.always] == list(BOOK.published)
    assert [each.item.key for each in found.asked] == list(BOOK.asked)


def test_a_choice_is_kept_and_one_that_changes_nothing_is_no_event() -> None:
    company, pack = crew(), PACKS[first_season(crew()).pack]

    told = choose_publicity(company, FIRST, pack, BOOK, {REVENUE: False}, by=by())
    again = choose_publicity(told.company, FIRST, pack, BOOK, {REVENUE: False}, by=by())

    assert first_season(told.company).transcript.public == {REVENUE: False}
    assert [each.new for each in told.events] == ["off"]
    assert again.company is told.company
    assert again.events == ()


def test_of_what_is_published_always_there_is_no_choice() -> None:
    company, pack = crew(), PACKS[first_season(crew()).pack]

    with pytest.raises(NoSuchItem):
        choose_publicity(company, FIRST, pack, BOOK, {ItemKey("complaints"): False}, by=by())

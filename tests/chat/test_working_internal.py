"""Internal matters (内部事项): who may not see one meets only its number, wherever they look."""

import pytest

from chat.buttons import Verb
from chat.talk import Pressed, Toast, Typed
from tests.chat.markup import words
from tests.chat.stage import button
from tests.walls.town import (
    FINANCE,
    HERE,
    LAWYER,
    LAWYERS_ITEM,
    LENT_ITEM,
    MANAGER,
    VIEWER,
    A,
    Town,
    town,
)
from workflow.ids import CompanyId, ItemKey

STEP = button(Verb.STEP, *HERE, "M1", 0)


@pytest.fixture
def one() -> Town:
    return town()


def press(one: Town, person: int, data: str) -> str:
    return words(one.does(person, Pressed(data, 1, "p")))


def title(one: Town) -> str:
    """What the manager called the lawyers' matter."""
    season = one.store.companies[CompanyId(A)].seasons[0]
    return season.tailoring.renamed[ItemKey(LAWYERS_ITEM)]


@pytest.mark.parametrize("person", [FINANCE, VIEWER])
def test_its_step_says_only_how_many_there_are(one: Town, person: int) -> None:
    shown = press(one, person, STEP)

    assert "1 项内部事项" in shown
    assert title(one) not in shown


@pytest.mark.parametrize("person", [MANAGER, LAWYER])
def test_those_who_may_see_it_find_it_in_its_step(one: Town, person: int) -> None:
    shown = press(one, person, STEP)

    assert title(one) in shown
    assert "项内部事项" not in shown


@pytest.mark.parametrize("text", ["/upload", "/fill", "/todo", "/list", "/audit", "/status"])
@pytest.mark.parametrize("person", [FINANCE, VIEWER])
def test_no_list_names_it_to_others(one: Town, person: int, text: str) -> None:
    shown = words(one.does(person, Typed(text)))

    assert title(one) not in shown


def test_the_text_for_its_department_does_not_name_it_to_others(one: Town) -> None:
    request = button(Verb.REQUEST, *HERE, "LEG")

    assert title(one) in press(one, MANAGER, request)
    assert title(one) not in press(one, VIEWER, request)


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.ITEM, *HERE, LAWYERS_ITEM),
        button(Verb.MORE, *HERE, LAWYERS_ITEM),
        button(Verb.HISTORY, *HERE, LAWYERS_ITEM),
        button(Verb.DOWNLOAD, *HERE, LAWYERS_ITEM, 1, 0),
        button(Verb.TAKE, *HERE, LAWYERS_ITEM),
    ],
)
def test_its_buttons_read_like_those_of_an_item_that_is_not_there(one: Town, data: str) -> None:
    nowhere = data.replace(LAWYERS_ITEM, "no_such_item")

    answer = one.does(FINANCE, Pressed(data, 1, "p"))

    assert isinstance(answer[0], Toast)
    assert words(answer) == press(one.copy(), FINANCE, nowhere)


def test_to_whom_it_was_given_sees_it_until_it_is_given_to_another(one: Town) -> None:
    card = button(Verb.ITEM, *HERE, LENT_ITEM)
    before = press(one, FINANCE, card)

    one.presses(MANAGER, button(Verb.ASSIGN_TO, *HERE, LENT_ITEM, LAWYER))

    assert "话单样本" in before
    assert "话单样本" not in press(one, FINANCE, card)


def test_who_loses_it_is_told_without_its_name(one: Town) -> None:
    one.presses(MANAGER, button(Verb.ASSIGN_TO, *HERE, LENT_ITEM, LAWYER))
    owed = [each for each in one.store.outbox.due(one.now, 99) if each.notice.to == str(FINANCE)]

    told = one.desk.notices((owed[-1],), one.now).send

    assert told is not None
    assert "1 项内部事项」不再由您负责" in words((told,))
    assert "话单样本" not in words((told,))


def test_a_lost_step_of_it_is_not_told_to_others_of_a_damaged_company(one: Town) -> None:
    one.presses(MANAGER, button(Verb.ITEM, *HERE, LAWYERS_ITEM))
    one.types(MANAGER, "/cancel")
    one.presses(MANAGER, button(Verb.ASSIGN_TO, *HERE, LAWYERS_ITEM, LAWYER))
    one.store.damaged.add(CompanyId(A))

    assert title(one) in words(one.does(MANAGER, Typed("/status")))
    assert title(one) not in words(one.does(VIEWER, Typed("/status")))

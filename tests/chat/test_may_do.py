"""What stands on a card can be done by its reader: no button is there to be refused."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from chat.buttons import Verb
from chat.talk import Outgoing, Pressed, Typed
from tests.chat.markup import presses, words
from tests.chat.stage import VERB, button
from tests.walls.town import BOSS, CLERK, FINANCE, HERE, LAWYER, MANAGER, VIEWER, A, Town, town

COMMANDS = ("/status", "/todo", "/upload", "/list", "/members", "/more", "/help")
REFUSALS = ("没有做这件事的权限", "不归您或您的部门")
MOST_PRESSED = 250


def walked(person: int) -> Iterator[tuple[str, str]]:
    """Buttons that stand before the person, rarest kinds first, and what comes of pressing them."""
    whole = town()
    waiting = [(data, one) for one, data in _beginnings(whole, person)]
    seen = {data for data, _ in waiting}
    pressed: Counter[str] = Counter()
    while waiting and pressed.total() < MOST_PRESSED:
        data, before = min(waiting, key=lambda each: pressed[each[0][:VERB]])
        waiting.remove((data, before))
        pressed[data[:VERB]] += 1
        one = before.copy()
        answer = one.does(person, Pressed(data, 1, "p"))
        yield data, words(answer)
        fresh = [each for each in presses(answer) if each not in seen]
        seen.update(fresh)
        waiting += [(each, one) for each in fresh]


def _beginnings(whole: Town, person: int) -> Iterator[tuple[Town, str]]:
    for command in COMMANDS:
        one = whole.copy()
        for data in presses(one.does(person, Typed(command))):
            yield one, data


@pytest.mark.parametrize("person", [VIEWER, LAWYER, FINANCE, BOSS, CLERK])
def test_no_button_is_there_to_be_refused(person: int) -> None:
    refused = [data for data, said in walked(person) if any(each in said for each in REFUSALS)]

    assert refused == []


def press(one: Town, person: int, verb: Verb, *args: str | int) -> Sequence[Outgoing]:
    return one.does(person, Pressed(button(verb, *args), 1, "p"))


def verbs(answer: Sequence[Outgoing]) -> set[str]:
    return {data[:VERB] for data in presses(answer)}


def test_a_viewer_is_shown_how_far_an_item_is_and_nothing_to_do() -> None:
    one = town()

    card = one.does(VIEWER, Pressed(button(Verb.ITEM, *HERE, "trunk_contracts"), 1, "p"))

    assert verbs(card) == {Verb.HISTORY, Verb.STEP}


def test_only_who_may_hand_in_is_told_how() -> None:
    one = town()

    item = (Verb.ITEM, *HERE, "staff_total")
    mine, theirs = press(one, MANAGER, *item), press(one, VIEWER, *item)

    assert "发" in words(mine)
    assert "发" not in words(theirs)
    assert (Verb.MORE in verbs(mine), Verb.MORE in verbs(theirs)) == (True, False)


def test_who_hands_nothing_in_is_not_asked_to_fill_in() -> None:
    status = press(town(), VIEWER, Verb.STATUS, *HERE)

    assert {Verb.FILL, Verb.FACT}.isdisjoint(verbs(status))


def test_what_was_dropped_is_taken_up_again_by_those_who_may() -> None:
    one = town()
    press(one, MANAGER, Verb.ASK, *HERE, "drop_item", "complaint_reply_rate")
    one.types(MANAGER, "系统里没有")

    dropped = (Verb.DROPPED, *HERE)

    assert Verb.RESTORE_ITEM in verbs(press(one, MANAGER, *dropped))
    assert Verb.RESTORE_ITEM not in verbs(press(one, VIEWER, *dropped))


def test_an_archived_company_is_restored_by_those_who_may() -> None:
    one = town()
    press(one, MANAGER, Verb.TURN_COMPANY, A, "archived")

    company = (Verb.COMPANY, A)

    assert Verb.TURN_COMPANY in verbs(press(one, MANAGER, *company))
    assert Verb.TURN_COMPANY not in verbs(press(one, VIEWER, *company))


def test_a_clerk_gives_no_role_that_is_a_manager_s_to_give() -> None:
    one = town()

    roles = presses(press(one, CLERK, Verb.ROLES, A, LAWYER))
    invitations = presses(press(one, CLERK, Verb.INVITE, A))

    assert button(Verb.ROLE, A, LAWYER, "viewer", "on") in roles
    assert button(Verb.ROLE, A, LAWYER, "manager", "on") not in roles
    assert "manager" not in "".join(invitations)


def test_one_s_own_role_can_always_be_laid_down() -> None:
    roles = presses(press(town(), CLERK, Verb.ROLES, A, CLERK))

    assert button(Verb.ROLE, A, CLERK, "clerk", "off") in roles

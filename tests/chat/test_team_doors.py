"""Coming in, being out: what is said at the door, and what is left of a talk behind it."""

import pytest

from chat.buttons import Verb
from chat.note import Joining, read_note
from chat.talk import Pressed, Typed
from tests.chat.markup import words
from tests.chat.stage import button
from tests.walls.town import (
    GUEST,
    HERE,
    LAWYER,
    MANAGER,
    NAMES,
    VIEWER,
    A,
    Town,
    invite,
    town,
)
from workflow.ids import CompanyId
from workflow.ports import ChatId


@pytest.fixture
def one() -> Town:
    return town()


def opens_new_link(one: Town, person: int) -> str:
    invite(one, MANAGER, A, "contributor", "HR")
    return words(one.does(person, Typed(f"/start {one.links[-1]}")))


def test_a_name_that_is_too_long_is_asked_for_again(one: Town) -> None:
    opens_new_link(one, GUEST)

    refused = words(one.does(GUEST, Typed("长" * 90)))
    joined = words(one.does(GUEST, Typed("小张")))

    assert "太长" in refused
    assert "已加入" in joined


def test_a_link_that_went_bad_meanwhile_asks_for_no_other_name(one: Town) -> None:
    opens_new_link(one, GUEST)
    made = len(one.store.companies[CompanyId(A)].invitations)
    one.presses(MANAGER, button(Verb.REVOKE, A, made))

    refused = words(one.does(GUEST, Typed("小张")))

    assert "已作废" in refused
    assert one.store.notes[ChatId(GUEST)] == ""


def test_to_a_guest_a_damaged_company_shows_nothing_of_its_damage(one: Town) -> None:
    opens_new_link(one, GUEST)
    one.store.damaged.add(CompanyId(A))

    answer = words(one.does(GUEST, Typed("小张")))

    assert isinstance(read_note(one.store.notes[ChatId(GUEST)]), Joining | None)
    assert "副本" not in answer
    assert "ZQ" not in answer


def test_the_inviter_hears_at_once_that_the_link_is_their_own(one: Town) -> None:
    shown = opens_new_link(one, MANAGER)

    assert "您自己发的邀请" in shown
    assert not isinstance(read_note(one.store.notes[ChatId(MANAGER)]), Joining)


def test_what_a_removed_member_was_asked_is_forgotten_with_the_first_refusal(one: Town) -> None:
    one.presses(LAWYER, button(Verb.ITEM, *HERE, "legal_rep"))
    one.presses(MANAGER, button(Verb.REMOVE_SURE, A, LAWYER))

    refused = words(one.does(LAWYER, Typed("王五")))
    greeted = words(one.does(LAWYER, Typed("王五")))

    assert "找不到这家企业" in refused
    assert "找不到" not in greeted
    assert NAMES[A] not in refused + greeted


@pytest.mark.parametrize(
    "wanted",
    ["rename", "drop_item", "add_material", "licence_no", "behalf_name", "not_applicable"],
)
def test_who_may_only_look_is_refused_before_anything_is_asked(one: Town, wanted: str) -> None:
    data = button(Verb.ASK, *HERE, wanted, "legal_rep")

    answer = words(one.does(VIEWER, Pressed(data, 1, "p")))

    assert "没有做这件事的权限" in answer
    assert one.store.notes.get(ChatId(VIEWER), "") == ""

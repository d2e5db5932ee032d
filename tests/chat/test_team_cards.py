"""The team from day to day: roles told once, a second link, papers to accept, who is out of reach."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from chat.buttons import Verb
from chat.file_notes import Answering
from chat.note import read_note
from chat.talk import Outgoing, Pressed, SendDocument, Typed
from tests.chat.markup import presses, words
from tests.chat.stage import VERB, button, sent
from tests.walls.town import (
    BOSS,
    FINANCE,
    HERE,
    LAWYER,
    MANAGER,
    VIEWER,
    A,
    Town,
    invite,
    town,
)
from workflow.channels import Address, ChannelKind
from workflow.ids import PersonId
from workflow.ports import ChatId

MINUTE = timedelta(minutes=1)


@pytest.fixture
def one() -> Town:
    here = town()
    for owed in here.store.outbox.due(here.now, 1000):
        here.store.outbox.dead(owed.notice.key, "before", here.now)
    return here


def press(one: Town, person: int, verb: Verb, *args: str | int) -> Sequence[Outgoing]:
    return one.does(person, Pressed(button(verb, *args), 1, "p"))


def told(one: Town, after: timedelta = timedelta()) -> list[str]:
    """What the post says then, to whomever."""
    now = one.now + after
    sends = [one.desk.notices((owed,), now).send for owed in one.store.outbox.due(now, 100)]
    return [words([send]) for send in sends if send is not None]


# --- roles --------------------------------------------------------------------------------


def test_of_many_taps_on_roles_the_last_is_told_and_after_a_minute(one: Town) -> None:
    press(one, MANAGER, Verb.ROLE, A, LAWYER, "viewer", "on")
    press(one, MANAGER, Verb.DEPARTMENT, A, LAWYER, "HR", "on")
    press(one, MANAGER, Verb.ROLE, A, LAWYER, "viewer", "off")

    at_once, later = told(one), told(one, MINUTE)

    assert at_once == []
    assert len(later) == 1
    assert "现在是:经办人(人事、法务)" in later[0]


def test_changes_of_two_people_are_told_to_both(one: Town) -> None:
    press(one, MANAGER, Verb.ROLE, A, LAWYER, "viewer", "on")
    press(one, MANAGER, Verb.ROLE, A, FINANCE, "viewer", "on")

    assert len(told(one, MINUTE)) == 2


# --- a second link ------------------------------------------------------------------------


def test_a_member_who_opens_another_link_is_asked_for_no_name(one: Town) -> None:
    invite(one, MANAGER, A, "contributor", "HR")

    answer = words(one.does(LAWYER, Typed(f"/start {one.links[-1]}")))

    assert "经办人(人事、法务)" in answer
    assert "怎么称呼" not in answer
    assert one.store.notes.get(ChatId(LAWYER), "") == ""


# --- papers to accept ---------------------------------------------------------------------


def given(one: Town, *names: str) -> None:
    """The lawyer hands in contracts, which another person is to accept."""
    press(one, MANAGER, Verb.ASSIGN_TO, *HERE, "trunk_contracts", LAWYER)
    press(one, LAWYER, Verb.ITEM, *HERE, "trunk_contracts")
    for name in names:
        one.does(LAWYER, sent(name, name.encode(), album="a"))


def papers(answer: Sequence[Outgoing]) -> list[str]:
    return [data for data in presses(answer) if data.startswith(Verb.DOWNLOAD)]


def test_the_paper_to_be_accepted_is_one_tap_away(one: Town) -> None:
    given(one, "合同.pdf")

    card = press(one, MANAGER, Verb.ITEM, *HERE, "trunk_contracts")
    (paper,) = papers(card)
    answer = one.does(MANAGER, Pressed(paper, 1, "p"))

    assert "待验收" in words(card)
    assert [each.document.name for each in answer if isinstance(each, SendDocument)] == ["合同.pdf"]


def test_of_many_papers_the_first_stand_on_the_card(one: Town) -> None:
    given(one, *(f"{number}.pdf" for number in range(5)))

    assert len(papers(press(one, MANAGER, Verb.ITEM, *HERE, "trunk_contracts"))) == 3


@pytest.mark.parametrize("person", [LAWYER, VIEWER])
def test_who_does_not_accept_it_has_no_such_buttons(one: Town, person: int) -> None:
    given(one, "合同.pdf")

    card = press(one, person, Verb.ITEM, *HERE, "trunk_contracts")

    assert {Verb.ACCEPT, Verb.GIVE_BACK, Verb.DOWNLOAD}.isdisjoint(
        data[:VERB] for data in presses(card)
    )


# --- which item ---------------------------------------------------------------------------


def test_without_an_open_item_it_is_asked_which_one_is_given_away(one: Town) -> None:
    one.types(MANAGER, "/cancel")

    answer = one.does(MANAGER, Typed("/assign"))
    chosen = next(data for data in presses(answer) if data.startswith(Verb.ASSIGN))
    people = one.does(MANAGER, Pressed(chosen, 1, "p"))

    assert "要把哪一项交给别人?" in words(answer)
    assert "交给谁?" in words(people)


def test_with_an_open_item_there_is_a_way_to_another(one: Town) -> None:
    press(one, MANAGER, Verb.ITEM, *HERE, "staff_total")

    answer = one.does(MANAGER, Typed("/assign"))

    assert isinstance(read_note(one.store.notes[ChatId(MANAGER)]), Answering)
    assert button(Verb.ASSIGN_WHICH, *HERE, 0) in presses(answer)


@pytest.mark.parametrize("person", [LAWYER, BOSS])
def test_who_may_give_nothing_away_is_told_so(one: Town, person: int) -> None:
    one.types(person, "/cancel")

    assert "没有做这件事的权限" in words(one.does(person, Typed("/assign")))


def test_the_list_says_whose_an_item_is(one: Town) -> None:
    listed = words(press(one, MANAGER, Verb.ASSIGN_WHICH, *HERE, 0))

    assert " · 法务" in listed


def test_the_list_holds_nothing_that_its_reader_may_not_see(
    one: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chat.session.Session.sees", lambda *_: False)

    listed = words(press(one, MANAGER, Verb.ASSIGN_WHICH, *HERE, 0))

    assert "没有要交给别人的" in listed


# --- out of reach -------------------------------------------------------------------------


def blocks(one: Town, *people: int) -> None:
    for person in people:
        known = one.store.people[PersonId(str(person))]
        one.store.people[known.person] = replace(known, blocked=True)


def test_who_is_out_of_reach_is_a_tap_away_from_the_progress(one: Town) -> None:
    blocks(one, FINANCE)

    status = press(one, MANAGER, Verb.STATUS, *HERE)

    assert "联系不上" in words(status)
    assert button(Verb.MEMBER, A, FINANCE) in presses(status)


def test_who_is_reached_by_mail_or_a_robot_is_not_out_of_reach(one: Town) -> None:
    blocks(one, FINANCE)
    known = one.store.people[PersonId(str(FINANCE))]
    mailbox = Address(ChannelKind.MAIL, "finance@example.com")
    one.store.people[known.person] = replace(known, addresses=(mailbox,))

    assert "联系不上" not in words(press(one, MANAGER, Verb.STATUS, *HERE))


def test_where_several_are_out_of_reach_the_team_is(one: Town) -> None:
    blocks(one, FINANCE, LAWYER)

    status = press(one, MANAGER, Verb.STATUS, *HERE)

    assert button(Verb.MEMBERS, A, 0) in presses(status)


def test_where_everybody_can_be_reached_there_is_no_such_button(one: Town) -> None:
    status = press(one, MANAGER, Verb.STATUS, *HERE)

    assert {Verb.MEMBER, Verb.MEMBERS}.isdisjoint(data[:VERB] for data in presses(status))

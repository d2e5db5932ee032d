"""稍后: the same rungs once more, this once, and before they are due."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.note import Asking, Wanted
from chat.rounds import Digest
from chat.talk import Send, Toast, Typed
from tests.chat.agency import agency, verb_of
from tests.chat.morning import ME, at, presses_at, told, waiting
from tests.chat.papers import text
from tests.chat.stage import LI, OURS, WANG, Stage, button, incoming, stage
from tests.talk import ZONE
from workflow.reminders import Owed, Pending, Sending


def later(digest: Digest) -> str:
    """Data of 稍后."""
    assert isinstance(digest.send, Send)
    return verb_of([digest.send], Verb.LATER)


def reminded(one: Stage) -> list[Owed]:
    """What is owed again."""
    return [each.owed for each in one.store.ledger.kept.values() if each.owed.rung.later]


def test_later_owes_the_same_rungs_once_more_and_no_later_than_before_they_are_due() -> None:
    one = stage()
    now = at("03-24")
    digest = told(one, now)
    asked = presses_at(one, now, later(digest))

    presses_at(one, now, verb_of(asked, Verb.LATER_TO, 2))

    again = reminded(one)
    assert again
    assert {each.rung.later for each in again} == {1}
    assert {replace(each, at=now, rung=replace(each.rung, later=0)).key for each in again} <= {
        *digest.covers, *digest.folds
    }  # fmt: skip
    assert all(now < each.at for each in again)
    assert all(each.at.astimezone(ZONE).date() < each.rung.due for each in again if _is_ahead(each))


def _is_ahead(one: Owed) -> bool:
    return one.rung.due > at("03-24").date()


def test_what_is_put_off_twice_is_owed_three_times() -> None:
    one = stage()
    now = at("03-24")
    first = told(one, now)
    presses_at(one, now, verb_of(presses_at(one, now, later(first)), Verb.LATER_TO))
    soon = at("03-24", 13)
    second = told(one, soon, pending=[Pending(each) for each in reminded(one)])

    presses_at(one, soon, verb_of(presses_at(one, soon, later(second)), Verb.LATER_TO))

    assert {each.rung.later for each in reminded(one)} == {1, 2}


def test_of_many_companies_all_that_the_message_told_is_owed_once_more() -> None:
    one = agency(5)
    one.desk = replace(one.desk, house=replace(one.desk.house, record=one.store.ledger))
    now = at("03-12")
    owed = [each.owed for each in waiting(one, now)]
    one.store.ledger.owe(owed)
    digest = told(one, now, pending=[Pending(each) for each in owed])
    keys, folds = digest.covers, digest.folds
    one.store.ledger.claim(Sending(digest.ref, ME, "telegram", keys, folds), now)
    one.store.damaged.add(owed[0].company)

    asked = presses_at(one, now, button(Verb.LATER_ALL, digest.ref))
    presses_at(one, now, verb_of(asked, Verb.LATER_ALL_TO, 2))

    again = reminded(one)
    assert {each.company for each in again} == {each.company for each in owed}
    assert {(each.rung.subject, each.company) for each in again} == {
        (each.rung.subject, each.company) for each in owed if each.rung.due > now.date()
    }
    assert all(now < each.at for each in again)


@pytest.mark.parametrize(
    "data",
    [
        "zl|0|20270310|||",
        f"zl|0|10000101|{OURS}||",
        "zt|hour|0|20270310|nobody||",
        f"zt|never|0|20270310|{OURS}||",
        "zl|x|20270310|||",
        "zl|0|20279999|||",
        "zl|0|20270310",
        "za|00000000",
        "zb|tonight|00000000",
        "zd|00000000",
        "zb|never|00000000",
    ],
)
def test_a_button_that_leads_to_nothing_is_answered_and_owes_nothing(data: str) -> None:
    one = stage()

    answer = one.presses(LI, data)

    assert any(isinstance(each, Toast) for each in answer)
    assert reminded(one) == []


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("明天下午三点半", "2027-03-25 15:30"),
        ("周五 10点", "2027-03-26 10:00"),
        ("tomorrow at 3 pm", "2027-03-25 15:00"),
        ("两个工作日后", "2027-03-26 09:00"),
        ("今晚8点", "2027-03-24 20:00"),
    ],
)
def test_a_day_and_a_time_are_typed_in_one_breath(typed: str, when: str) -> None:
    one = stage()
    now = at("03-24")
    asked = presses_at(one, now, later(told(one, now)))
    presses_at(one, now, verb_of(asked, Verb.LATER_TYPE))

    one.desk.receive(replace(incoming(WANG, Typed(typed)), at=now))

    assert max(f"{each.at.astimezone(ZONE):%Y-%m-%d %H:%M}" for each in reminded(one)) == when


def test_a_time_typed_for_what_is_done_meanwhile_is_answered_all_the_same() -> None:
    one = stage()
    one.asks(WANG, Asking(Wanted.LATER_TIME, OURS, "1", extra="12345678"))

    assert text(one.types(WANG, "0")) != ""

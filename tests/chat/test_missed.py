"""Somebody may have pressed a button while we were gone: what they hear, and when."""

from dataclasses import replace
from datetime import datetime, timedelta

from chat.buttons import Verb
from chat.unasked import Notified
from tests.chat.markup import presses, require_sendable, words
from tests.chat.stage import NOON, OURS, SEASON, STRANGER, WANG, Stage, button, stage
from workflow.ids import PersonId
from workflow.ports import ChatId

MIDNIGHT = NOON + timedelta(hours=12)


def asked(one: Stage, at: datetime = NOON, person: int = WANG) -> Notified:
    return one.desk.maybe_missed(ChatId(person), at)


def started() -> Stage:
    """王 pressed Start the day before."""
    one = stage()
    known = one.store.people[PersonId(str(WANG))]
    one.store.people[known.person] = replace(known, seen=NOON - timedelta(days=1))
    return one


def test_they_are_told_that_a_press_may_be_lost_and_get_fresh_buttons() -> None:
    one = started()
    before = dict(one.store.people)

    told = asked(one)

    assert told.send is not None
    require_sendable([told.send])
    assert "如果您那时点过按钮" in words([told.send])
    assert presses([told.send]) == [button(Verb.TODO, 0), button(Verb.STATUS, OURS, SEASON)]
    assert one.store.people == before


def test_not_in_their_quiet_hours() -> None:
    told = asked(started(), MIDNIGHT)

    assert told.send is None
    assert told.not_before is not None
    assert told.not_before - MIDNIGHT == timedelta(hours=8)


def test_nothing_is_said_to_whoever_shut_us_out() -> None:
    one = started()
    known = one.store.people[PersonId(str(WANG))]
    one.store.people[known.person] = replace(known, blocked=True)

    assert asked(one) == Notified()


def test_nothing_is_said_to_strangers_and_to_who_works_on_no_company() -> None:
    one = started()
    one.types(STRANGER, "/start")

    assert asked(one, person=STRANGER) == Notified()
    assert asked(one, person=424242) == Notified()

"""通知记录: every way a notice can end has its words; filters; who cannot be told is named."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from chat.buttons import Verb
from chat.desk import Desk
from tests.chat.office import office
from tests.chat.papers import text
from tests.chat.stage import LI, NOON, OURS, SEASON, WANG, Stage, button
from workflow.asking_again import Why
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.posting import UNKNOWN_TWICE
from workflow.reminders import End, Ending, Owed, Recipient, Rung, RungKind, Sending, SendRef

REF = SendRef("A17")
HERE = (OURS, SEASON)


def owed(
    to: int | str = WANG, kind: RungKind = RungKind.INTERNAL, step: str = "M6", n: int = 0
) -> Owed:
    rung = Rung(SeasonId(SEASON), kind, step, date(2027, 3, 17), n, date(2027, 3, 10))
    return Owed(CompanyId(OURS), rung, Recipient(str(to)), NOON)


def recorded(*rungs: Owed, ends: Mapping[int, End] | None = None) -> Stage:
    """The record holds these; the ones that `ends` names by their place are over."""
    one = office()
    one.store.ledger.owe(rungs)
    one.store.ledger.end({rungs[n].key: end for n, end in (ends or {}).items()}, NOON)
    house = replace(one.desk.house, record=one.store.ledger)
    return Stage(one.store, Desk(house, one.store))


def record(one: Stage, verb: Verb = Verb.TOLD, *args: str | int) -> str:
    return text(one.presses(WANG, button(verb, *(args or (OURS, 0)))))


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (End(Ending.DONE, Why.REPORTED), "没发:已报"),
        (End(Ending.SUPERSEDED, Why.MOVED), "没发:日期改了"),
        (End(Ending.UNWANTED, Why.WANTS_LESS), "没发:本人只听法定提醒"),
        (End(Ending.UNREACHABLE, "Forbidden: bot was blocked"), "通知不到,改告知下一位"),
        (End(Ending.FAILED, UNKNOWN_TWICE), "没发成:两次都没有回执"),
    ],
)
def test_what_was_not_told_says_why_in_plain_words(end: End, told: str) -> None:
    shown = record(recorded(owed(), ends={0: end}))

    assert told in shown
    assert "Forbidden" not in shown


def test_what_was_told_says_by_which_channel_and_what_waits_says_so() -> None:
    one = recorded(owed(), owed(n=1), owed(LI))
    sending = Sending(REF, Recipient(str(WANG)), "wecom", (owed(n=1).key,), (owed().key,))
    assert one.store.ledger.claim(sending, NOON)
    one.store.ledger.sent(REF, 1, NOON)

    lines = record(one).splitlines()[2:5]

    assert "⏳ 待发" in lines[0]
    assert "✅ 企业微信机器人" in lines[1]
    assert "并在一条里,企业微信机器人" in lines[2]


@pytest.mark.parametrize("kind", RungKind)
def test_every_kind_of_notice_has_its_words(kind: RungKind) -> None:
    assert "2027-03-10 12:00" in record(recorded(owed(kind=kind)))


def test_a_step_or_place_that_is_gone_is_still_told_of() -> None:
    shown = record(recorded(owed("-77"), owed(f"{OURS}#9"), owed(step="gone")))

    assert shown.count("已撤掉的群或机器人") == 2
    assert "年报 内部" in shown


def test_the_record_is_picked_by_person_and_by_step() -> None:
    one = recorded(owed(), owed(LI), owed(step="M5"), owed(f"{OURS}#9"))

    by_person = record(one, Verb.TOLD_TO, OURS, LI, 0)
    by_step = record(one, Verb.TOLD_STEP, *HERE, "M5", 0)
    by_robot = record(one, Verb.TOLD_TO, OURS, "r9", 0)

    assert [each.count("⏳") for each in (by_person, by_step, by_robot)] == [1, 1, 1]
    assert "第5步" in by_step


def test_a_long_record_is_turned_over_to_its_end() -> None:
    one = recorded(*(owed(n=number) for number in range(8)))

    first, second, beyond = (record(one, Verb.TOLD, OURS, page) for page in (0, 1, 10**12))

    assert (first.count("⏳"), second.count("⏳")) == (6, 2)
    assert "还没有通知过" in beyond


def test_who_cannot_be_told_is_named_with_what_to_do() -> None:
    one = recorded()
    li = PersonId(str(LI))
    reached = record(one)

    one.store.people[li] = replace(one.store.people[li], blocked=True)

    assert "李会计 通知不到" in record(one)
    assert "通知不到" not in reached

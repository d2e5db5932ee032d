"""现在给我看看: what the next reminder would say, though nothing is told and nothing is changed."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from chat.buttons import Verb
from chat.rounds import Rounds
from chat.talk import Outgoing, Send
from tests.chat.agency import agency
from tests.chat.morning import ME, at, of_kind, presses_at, told, waiting
from tests.chat.papers import text
from tests.chat.stage import OURS, WANG, Stage, button, opens, stage
from workflow.habits import Habit, Wants
from workflow.ids import CompanyId, PersonId
from workflow.reminders import Owed, RungKind, Waking

NOT_SENT = "<b>预览</b>,没有发出"


def recorded(one: Stage) -> Stage:
    """The house looks into the ledger."""
    one.desk = replace(one.desk, house=replace(one.desk.house, record=one.store.ledger))
    return one


def previewed(one: Stage, now: datetime) -> Sequence[Outgoing]:
    """The manager has it shown then."""
    return presses_at(one, now, button(Verb.PREVIEW))


def lines(answer: Sequence[Outgoing]) -> list[str]:
    """What it would say, without the line that it is a preview."""
    return [line for line in text(answer).splitlines() if NOT_SENT not in line]


def hears(one: Stage, habit: Habit) -> None:
    """The manager wants to hear so."""
    me = one.store.people[PersonId(ME)]
    one.store.people[PersonId(ME)] = replace(me, habit=habit)


def owed_at(one: Stage, since: datetime, now: datetime) -> list[Owed]:
    """What a look of that moment finds for the manager."""
    looked = Rounds(one.desk.house, one.store).look(Waking(CompanyId(OURS), since), now)
    return [each for each in looked.owed if each.to == ME]


def test_it_says_what_the_next_digest_says_then_and_when() -> None:
    one = recorded(stage())

    shown = previewed(one, at("03-12"))

    assert f"{NOT_SENT}。现在没有要提醒您的;下一条 2027-03-15 09:00 来" in text(shown)
    one.store.ledger.owe(owed_at(one, at("03-12"), at("03-15", 9)))
    digest = told(one, at("03-15", 9), pending=one.store.ledger.pending(ME, at("03-15", 9)))
    assert digest.send is not None
    said = text([digest.send]).splitlines()
    assert lines(shown) == [said[0], *said[2:]]


def test_nothing_is_changed_by_it_and_nothing_in_it_can_be_pressed() -> None:
    one = recorded(stage())
    one.store.ledger.owe(each.owed for each in waiting(one, at("03-12")))
    before = deepcopy((one.store.ledger, one.store.watches, one.store.people, one.events))

    (_, shown) = previewed(one, at("03-12"))

    assert (one.store.ledger, one.store.watches, one.store.people, one.events) == before
    assert isinstance(shown, Send)
    assert [each.label for row in shown.message.buttons for each in row] == ["🔔 提醒设置"]


def test_what_waits_for_the_end_of_quiet_hours_is_shown_for_that_moment() -> None:
    one = recorded(stage())
    one.store.ledger.owe(each.owed for each in waiting(one, at("03-12")))

    shown = text(previewed(one, at("03-12", 22)))

    assert "下一条 2027-03-13 08:00 来" in shown


def test_what_is_just_about_to_be_told_is_shown_as_that() -> None:
    one = recorded(stage())
    one.store.ledger.owe(each.owed for each in waiting(one, at("03-12")))

    assert f"{NOT_SENT}。正要提醒您的:" in text(previewed(one, at("03-12")))


def test_who_hears_the_law_alone_is_shown_the_law_alone() -> None:
    one = recorded(stage())
    hears(one, Habit(wants=Wants.LEGAL_ONLY))

    shown = text(previewed(one, at("03-12")))

    assert "法定截止" in shown
    assert "内部" not in shown


def test_who_wants_a_message_for_each_company_is_shown_one() -> None:
    one = recorded(stage())
    opens(one, WANG, "三公司", "91110000802100433B")
    one.store.ledger.owe(of_kind(waiting(one, at("03-24")), RungKind.STATUTORY))
    together = text(previewed(one, at("03-24")))
    hears(one, Habit(digest=False))

    alone = text(previewed(one, at("03-24")))

    assert ("一公司" in together, "三公司" in together) == (True, True)
    assert ("一公司" in alone, "三公司" in alone) in {(True, False), (False, True)}


def test_of_very_many_companies_the_most_urgent_are_looked_at_and_that_is_said() -> None:
    one = recorded(agency(12))

    shown = text(previewed(one, at("03-12")))

    assert "只看了最急的 8 家" in shown
    assert "<b>8 家企业</b>" in shown


def test_a_damaged_company_is_left_out() -> None:
    one = recorded(stage())
    one.store.damaged.add(CompanyId(OURS))

    assert "现在没有要提醒您的,往后也没有排着的" in text(previewed(one, at("03-12")))

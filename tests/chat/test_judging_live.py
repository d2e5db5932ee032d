"""A finding through its life in the chat: every passage, and two people at one finding at once."""

from dataclasses import replace

from chat.buttons import Verb
from chat.note import read_note
from tests.chat.found import ADD_UP, DOWN, SEATS, finding, with_findings
from tests.chat.markup import presses, words
from tests.chat.office import HERE, ours
from tests.chat.stage import OURS, WANG, Stage, button, gives, sent
from workflow.findings import FindingRecord, FindingState
from workflow.ids import CompanyId, PersonId
from workflow.ports import ChatId
from workflow.rules import RuleKey
from workflow.team import Member, Role

BOSS = 4004

EXPLAIN, ACCEPT, RETRACT, LOOK, HISTORY = (
    Verb.EXPLAIN_FINDING,
    Verb.ACCEPT_FINDING,
    Verb.RETRACT_FINDING,
    Verb.FINDING,
    Verb.FINDING_HISTORY,
)


def with_boss() -> Stage:
    """The office with findings, and a boss who may answer for them."""
    one = with_findings()
    company = ours(one)
    boss = Member(PersonId(str(BOSS)), "赵总", (Role.BOSS,))
    one.store.companies[CompanyId(OURS)] = replace(company, members=(*company.members, boss))
    return one


def taps(one: Stage, person: int, verb: Verb, key: RuleKey = DOWN) -> str:
    return words(one.presses(person, button(verb, *HERE, key)))


def says(one: Stage, person: int, verb: Verb, *texts: str) -> str:
    """Press, and type the reason."""
    taps(one, person, verb)
    return words(one.types(person, *texts))


def record(one: Stage, key: RuleKey = DOWN) -> FindingRecord:
    found = finding(one, key)
    assert found is not None
    assert found.record is not None
    return found.record


def state(one: Stage, key: RuleKey = DOWN) -> FindingState:
    found = finding(one, key)
    assert found is not None
    return found.state


def reasons(one: Stage) -> list[str]:
    kept = record(one)
    return [each.reason for each in (*kept.former, kept.judgement) if each is not None]


# --- every passage ----------------------------------------------------------------------


def test_explained_for_other_figures_it_is_open_again_and_shows_what_was_said() -> None:
    one = with_findings()
    says(one, WANG, EXPLAIN, "合同到期")

    gives(one, WANG, HERE, {SEATS: "270"})

    assert state(one) is FindingState.OPEN
    assert "合同到期" in taps(one, WANG, LOOK)
    assert "数据已变" in taps(one, WANG, LOOK)


def test_explained_anew_it_keeps_what_was_said_before() -> None:
    one = with_findings()
    says(one, WANG, EXPLAIN, "合同到期")
    gives(one, WANG, HERE, {SEATS: "270"})

    says(one, WANG, EXPLAIN, "又退了 10 席")

    assert state(one) is FindingState.EXPLAINED
    assert reasons(one) == ["合同到期", "又退了 10 席"]


def test_fixed_and_raised_again_it_is_the_same_finding_and_says_when() -> None:
    one = with_findings()
    number = record(one).number

    gives(one, WANG, HERE, {SEATS: "390"})
    fixed = taps(one, WANG, LOOK)
    gives(one, WANG, HERE, {SEATS: "270"})

    assert "已消除" in fixed
    assert state(one) is FindingState.OPEN
    assert record(one).number == number
    assert record(one).fixed is None


def test_who_accepted_it_as_what_and_why_stands_on_its_card_and_in_its_history() -> None:
    one = with_findings()

    card = says(one, WANG, ACCEPT, "老板知情")

    assert "(合规负责人)" in card
    assert "接受:老板知情" in card
    assert "接受差异" in taps(one, WANG, HISTORY)
    assert "老板知情" in taps(one, WANG, HISTORY)


def test_an_explained_block_says_that_it_is_in_the_way_still() -> None:
    one = with_findings()
    taps(one, WANG, EXPLAIN, ADD_UP)

    answer = words(one.types(WANG, "还在核对"))
    check = words(one.presses(WANG, button(Verb.CHECK, *HERE, 0)))

    assert "仍挡着申报" in answer
    assert "未处理:⛔ 1 项" in check


def test_a_settled_finding_asks_for_nothing_any_more() -> None:
    one = with_findings()

    says(one, WANG, ACCEPT, "老板知情")
    card = one.presses(WANG, button(LOOK, *HERE, DOWN))

    assert "要改,或说明原因" not in words(card)
    assert button(ACCEPT, *HERE, DOWN) not in presses(card)


def test_signs_alone_are_no_reason() -> None:
    one = with_findings()

    answer = says(one, WANG, EXPLAIN, "?")

    assert state(one) is FindingState.OPEN
    assert "请写一句为什么是这样" in answer


def test_undone_figures_say_at_once_what_came_of_it() -> None:
    one = with_findings()
    gives(one, WANG, HERE, {SEATS: "390"})

    answer = words(one.types(WANG, "/undo"))

    assert "坐席总数 400 席 → 280 席" in answer


# --- two people at once -----------------------------------------------------------------


def test_the_question_shows_the_figures_that_the_answer_is_for() -> None:
    one = with_boss()

    assert "400 席 → 280 席" in taps(one, WANG, ACCEPT)


def test_figures_that_changed_while_the_reason_was_written_are_shown_first() -> None:
    one = with_boss()
    taps(one, BOSS, ACCEPT)
    gives(one, WANG, HERE, {SEATS: "200"})
    one.asks(WANG, None)

    first = words(one.types(BOSS, "知情"))
    before = state(one)
    second = words(one.types(BOSS, "知情,200 也可以"))

    assert "400 席 → 200 席" in first
    assert "没有记入" in first
    assert before is FindingState.OPEN
    assert "已接受" in second


def test_a_finding_fixed_while_the_reason_was_written_asks_for_nothing_more() -> None:
    one = with_boss()
    taps(one, BOSS, ACCEPT)
    gives(one, WANG, HERE, {SEATS: "390"})

    answer = words(one.types(BOSS, "知情"))

    assert "这条差异消除了" in answer
    assert read_note(one.store.notes.get(ChatId(BOSS), "")) is None


def test_a_paper_for_a_finding_fixed_meanwhile_is_asked_about_no_more() -> None:
    one = with_boss()
    taps(one, BOSS, EXPLAIN)
    gives(one, WANG, HERE, {SEATS: "390"})

    answer = words(one.does(BOSS, sent("合同.pdf")))

    assert "这条差异消除了" in answer
    assert read_note(one.store.notes.get(ChatId(BOSS), "")) is None


def test_who_was_quicker_is_heard_before_anything_is_kept_over_it() -> None:
    one = with_boss()
    taps(one, BOSS, ACCEPT)
    says(one, WANG, EXPLAIN, "合同到期")

    first = words(one.types(BOSS, "知情"))
    between = reasons(one)
    one.types(BOSS, "知情")

    assert "合同到期" in first
    assert between == ["合同到期"]
    assert reasons(one) == ["合同到期", "知情"]


def test_a_button_of_before_finds_it_accepted_already() -> None:
    one = with_boss()
    says(one, WANG, ACCEPT, "老板知情")

    answer = taps(one, BOSS, ACCEPT)

    assert "已经有人接受了" in answer
    assert "老板知情" in answer
    assert read_note(one.store.notes.get(ChatId(BOSS), "")) is None


def test_a_button_of_before_finds_it_fixed() -> None:
    one = with_boss()
    gives(one, WANG, HERE, {SEATS: "390"})

    answers = [taps(one, WANG, EXPLAIN), taps(one, WANG, ACCEPT)]

    assert all("不用再写" in each for each in answers)


def test_what_another_said_is_not_taken_back() -> None:
    one = with_boss()
    says(one, WANG, EXPLAIN, "合同到期")

    one.presses(BOSS, button(RETRACT, *HERE, DOWN))

    assert state(one) is FindingState.EXPLAINED


# --- what nobody could check ------------------------------------------------------------


def test_figures_of_earlier_years_are_a_tap_away() -> None:
    one = with_boss()

    answer = one.presses(WANG, button(Verb.UNCHECKED, *HERE, 0))

    assert "还缺往年的数" in words(answer)
    assert button(Verb.YEARS_SHEET, *HERE) in presses(answer)

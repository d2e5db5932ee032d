"""问经办人: who is asked, who reads the question, who answers; and what changed while one asked."""

from dataclasses import replace

from chat.buttons import Verb
from tests.chat.found import DOWN, SEATS, finding, season, with_findings
from tests.chat.markup import words
from tests.chat.office import HERE, ours
from tests.chat.stage import LI, OURS, WANG, Stage, button, gives
from tests.chat.test_signing_cards import belongs, hides, signer
from workflow.findings import FindingState
from workflow.ids import CompanyId, PersonId
from workflow.signatures import Question
from workflow.team import Department, Member, Role

ASK = button(Verb.SIGN_ABOUT_ITEM, *HERE, SEATS)
ANSWER = button(Verb.SIGN_ANSWER, *HERE, 1)
SIGN = button(Verb.SIGN_CARD, *HERE)
BOSS = 4004
WHY = "为什么少这么多"


def li_handed_in() -> Stage:
    """李 of the operations handed in the seats; 王 runs the work; he and 赵总 are to sign."""
    one = signer(with_findings(), WANG, Role.BOSS)
    boss = Member(PersonId(str(BOSS)), "赵总", (Role.BOSS,))
    company = ours(one)
    one.store.companies[CompanyId(OURS)] = replace(company, members=(*company.members, boss))
    turned(one, (Role.CONTRIBUTOR,), (Department.FIN, Department.OPS))
    gives(one, LI, HERE, {SEATS: "281"})
    one.asks(LI, None)
    return one


def turned(one: Stage, roles: tuple[Role, ...], departments: tuple[Department, ...]) -> None:
    """李 is that from now on."""
    company = ours(one)
    members = tuple(
        replace(each, roles=roles, departments=departments) if each.person == str(LI) else each
        for each in company.members
    )
    one.store.companies[CompanyId(OURS)] = replace(company, members=members)


def question(one: Stage) -> Question:
    """The only one."""
    (found,) = season(one).signing.questions
    return found


def test_who_handed_it_in_is_asked_and_answers() -> None:
    one = li_handed_in()

    one.presses(WANG, ASK)
    one.types(WANG, WHY)
    one.presses(LI, ANSWER)
    one.types(LI, "外包到期")

    assert question(one).to == PersonId(str(LI))
    assert question(one).reply is not None


def test_who_may_only_look_by_now_is_not_asked_but_who_runs_the_work() -> None:
    one = li_handed_in()
    turned(one, (Role.VIEWER,), ())

    one.presses(BOSS, ASK)
    one.types(BOSS, WHY)

    assert question(one).to == PersonId(str(WANG))


def test_who_does_not_see_it_any_more_is_not_asked_about_it() -> None:
    one = li_handed_in()
    hides(one, SEATS)
    turned(one, (Role.CONTRIBUTOR,), (Department.LEG,))

    one.presses(BOSS, ASK)
    one.types(BOSS, WHY)

    assert question(one).to == PersonId(str(WANG))


def test_what_became_an_internal_matter_is_not_read_through_the_question() -> None:
    one = li_handed_in()
    one.presses(WANG, ASK)
    one.types(WANG, WHY)
    hides(one, SEATS)
    turned(one, (Role.CONTRIBUTOR,), (Department.LEG,))

    shown = [one.presses(LI, ANSWER), one.presses(LI, SIGN)]

    assert all(WHY not in words(each) for each in shown)


def test_an_answer_that_was_begun_is_not_taken_from_who_sees_it_no_more() -> None:
    one = li_handed_in()
    one.presses(WANG, ASK)
    one.types(WANG, WHY)
    one.presses(LI, ANSWER)
    hides(one, SEATS)
    turned(one, (Role.CONTRIBUTOR,), (Department.LEG,))

    one.types(LI, "外包到期")

    assert question(one).reply is None


def test_a_question_that_was_begun_is_not_asked_by_who_sees_it_no_more() -> None:
    one = with_findings()
    belongs(one, LI)
    one.presses(LI, ASK)
    hides(one, SEATS)
    turned(one, (Role.CONTRIBUTOR,), (Department.LEG,))

    one.types(LI, WHY)

    assert season(one).signing.questions == ()


def test_nobody_answers_what_they_asked_themselves() -> None:
    one = with_findings()
    belongs(one, LI)
    one.presses(LI, ASK)
    one.types(LI, WHY)

    answer = one.presses(LI, ANSWER)
    one.types(LI, "因为我说了算")

    assert "不是问您的" in words(answer)
    assert question(one).reply is None


def test_a_finding_that_looks_at_an_internal_matter_is_only_counted_to_the_signer() -> None:
    one = with_findings()
    gives(one, WANG, HERE, {"complaints": "0", "calls_in": "150000", "calls_out": "20000"})
    hides(one, "calls_in")
    belongs(one, LI)

    card, page = one.presses(LI, SIGN), button(Verb.SIGN_ALL, *HERE, 0)
    every = words(card) + words(one.presses(LI, page))

    assert "业务量大而投诉为 0" not in every
    assert "1 项内部事项" in words(card)


def test_a_taken_back_explanation_is_called_by_what_it_explained() -> None:
    one = with_findings()
    one.presses(WANG, button(Verb.EXPLAIN_FINDING, *HERE, DOWN))
    one.types(WANG, "十二月外包合同到期")

    answer = words(one.types(WANG, "/undo"))

    assert "坐席总数减少达到 30%" in answer
    found = finding(one, DOWN)
    assert found is not None
    assert found.state is FindingState.OPEN

"""进度, 我的事 and switching for somebody with many companies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from chat.buttons import Verb
from chat.file_notes import Answering
from chat.note import Asking, Wanted
from chat.talk import Outgoing, Typed
from tests.chat.agency import agency, builds, companies
from tests.chat.lists import line
from tests.chat.markup import buttons, messages, presses, require_sendable, words
from tests.chat.stage import LI, NOON, STRANGER, WANG, button, empty_stage, incoming
from workflow.across import Sign
from workflow.ids import CompanyId, ItemKey, PersonId
from workflow.ports import ChatId


def labels(answer: Sequence[Outgoing]) -> list[str]:
    """What stands on the buttons of an answer."""
    return [each.label for each in buttons(messages(answer))]


def of(answer: Sequence[Outgoing], verb: Verb) -> list[str]:
    """Data of the buttons of that verb."""
    return [data for data in presses(answer) if data.partition("|")[0] == verb]


# --- 进度 -------------------------------------------------------------------------------


@pytest.mark.parametrize("clients", [1, 3])
def test_with_a_few_companies_progress_is_that_of_the_open_one(clients: int) -> None:
    answer = agency(clients).types(WANG, "进度")

    assert "还不能报" in words(answer)


def test_with_more_progress_is_counts_and_each_count_a_button() -> None:
    one = agency(5)

    answer = one.types(WANG, "进度")

    assert "5 家企业" in words(answer)
    assert f"{Verb.SIGN}|unreachable|0" in presses(answer)
    assert f"{Verb.SIGN}|ready|0" not in presses(answer)
    require_sendable(answer)


def test_a_count_opens_the_list_of_its_companies_in_pages() -> None:
    one = agency(11)

    first = one.presses(WANG, button(Verb.SIGN, Sign.UNREACHABLE, 0))
    second = one.presses(WANG, button(Verb.SIGN, Sign.UNREACHABLE, 1))

    pages = [of(page, Verb.OPEN_CLIENT) for page in (first, second)]
    assert [len(page) for page in pages] == [8, 3]
    assert set(pages[0]).isdisjoint(pages[1])
    assert button(Verb.SIGN, Sign.UNREACHABLE, 1) in presses(first)


def test_a_list_opens_no_company_that_is_not_on_it() -> None:
    """Damaged files are not even looked at: a list is drawn from what is kept beside them."""
    one = agency(5)
    one.store.damaged.update(one.store.companies)

    answers = [
        one.types(WANG, "进度"),
        one.presses(WANG, button(Verb.SIGN, Sign.UNREACHABLE, 0)),
        one.presses(WANG, button(Verb.COMPANIES, 0)),
    ]

    assert not any("读不出来" in words(answer) for answer in answers)


def test_one_tap_on_a_company_of_a_list_is_its_progress() -> None:
    one = agency(5)
    third = companies(one)[2]

    answer = one.presses(WANG, button(Verb.OPEN_CLIENT, third.id))

    assert words(answer).strip().startswith(f"<b>{third.name}</b>")
    assert f"▶️ {third.name}" in labels(one.types(WANG, "进度"))


def test_a_company_without_a_season_shows_its_own_card() -> None:
    one = agency(2)
    first = companies(one)[0]
    one.presses(WANG, button(Verb.TURN_CASE, first.id, "1", "archived"))

    answer = one.presses(WANG, button(Verb.OPEN_CLIENT, first.id))

    assert first.uscc in words(answer)


@pytest.mark.parametrize("person", [LI, STRANGER])
def test_no_button_opens_a_company_of_somebody_else(person: int) -> None:
    one = agency(5)
    theirs = companies(one)[0]

    answer = one.presses(person, button(Verb.OPEN_CLIENT, theirs.id))
    unknown = one.presses(person, button(Verb.OPEN_CLIENT, "co99999999"))

    listed = one.presses(person, button(Verb.SIGN, Sign.UNREACHABLE, 0))
    assert words(answer) == words(unknown)
    assert theirs.name not in words((*answer, *listed, *one.types(person, theirs.name[:3])))


# --- by name ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["客声2有限公司", "客声", "/status 客声", "  客声2 ", "客生2有限公司"]
)
def test_a_typed_name_opens_its_company(text: str) -> None:
    one = agency(5)

    answer = one.types(WANG, text)

    assert words(answer).startswith("<b>客声2有限公司</b>")


def test_a_name_that_several_have_asks_which() -> None:
    one = agency(5)

    answer = one.types(WANG, "有限公司")

    assert len(of(answer, Verb.OPEN_CLIENT)) == 5


@pytest.mark.parametrize("text", ["今年没做业务还要报吗", "？", "x", "好的", "a" * 500])
def test_other_words_open_nothing(text: str) -> None:
    one = agency(5)

    one.types(WANG, text)

    assert one.store.people[PersonId(str(WANG))].company is None


def test_a_name_typed_as_an_answer_stays_an_answer() -> None:
    one = agency(5)
    first = companies(one)[0]
    one.presses(WANG, button(Verb.ITEM, first.id, "1", "legal_rep"))

    one.types(WANG, "客声")

    facts = one.store.companies[first.id].facts[0].items
    assert facts[ItemKey("legal_rep")].live


@pytest.mark.parametrize(
    "asked", [Answering("", "1", "legal_rep"), Asking(Wanted.LICENCE_NO, "", "1")]
)
def test_what_was_asked_about_another_company_is_asked_no_more(asked: Answering | Asking) -> None:
    one = agency(5)
    first, second, *_ = companies(one)
    one.asks(WANG, replace(asked, company=first.id))

    one.presses(WANG, button(Verb.OPEN_CLIENT, first.id))
    kept = one.store.notes[ChatId(WANG)]
    one.presses(WANG, button(Verb.OPEN_CLIENT, second.id))

    assert kept
    assert not one.store.notes[ChatId(WANG)]


# --- 我的事 -------------------------------------------------------------------------------


def test_tasks_of_many_companies_come_soonest_first_with_their_names() -> None:
    one = agency(5)

    answer = one.types(WANG, "我的事")

    assert len(of(answer, Verb.ITEM)) == 6
    assert "先到期的在前" in words(answer)
    require_sendable(answer)


def test_the_pages_of_tasks_show_each_once() -> None:
    one = agency(2)
    seen: list[str] = []
    page, answer = 0, one.types(WANG, "我的事")
    while button(Verb.TODO, page + 1) in presses(answer):
        seen += of(answer, Verb.ITEM)
        page += 1
        answer = one.presses(WANG, button(Verb.TODO, page))
    seen += of(answer, Verb.ITEM)

    with one.store.begin(None) as work:
        assert len(seen) == len(set(seen)) == work.mine(PersonId(str(WANG)), 0, 1).total


def test_damaged_companies_hide_no_task_of_the_others() -> None:
    one = agency(2)
    first, second = companies(one)
    one.store.damaged.add(CompanyId(first.id))

    answer = one.types(WANG, "我的事")

    assert first.name in words(answer)
    assert {data.split("|")[1] for data in of(answer, Verb.ITEM)} == {second.id}


def test_somebody_with_nothing_to_do_is_told_so() -> None:
    one = empty_stage()

    assert "没有等您的事" in words(one.types(LI, "/start", "我的事"))


def test_silence_counts_from_seven_days_on() -> None:
    one = agency(5)

    answers = [
        one.desk.receive(replace(incoming(WANG, Typed("进度")), at=NOON + timedelta(days=days)))
        for days in (7, 8)
    ]

    assert [button(Verb.SIGN, Sign.SILENT, 0) in presses(each) for each in answers] == [False, True]


def test_an_import_of_one_more_counts_at_once() -> None:
    one = agency(4)

    builds(one, line(9))

    assert "5 家企业" in words(one.types(WANG, "进度"))

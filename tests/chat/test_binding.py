"""Binding a group: nothing goes to a group that the one who binds was not seen in."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.talk import BroughtIn, Incoming, Outgoing, Room, Send, Speaker, Typed, What
from storage.memory_work import MemoryWork
from tests.chat.agency import agency, verb_of
from tests.chat.markup import presses, words
from tests.chat.stage import NOON, OURS, SEASON, WANG, Stage, button, stage
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.ports import ChatId
from workflow.team import Group

ELSEWHERE = -1009
GROUP = ChatId(-1010)


def sent_to(answer: object, chat: int) -> list[Outgoing]:
    assert isinstance(answer, (list, tuple))
    return [each for each in answer if isinstance(each, Send) and each.chat == chat]


@pytest.fixture
def one() -> Stage:
    return stage()


def test_a_forged_press_says_nothing_in_a_group_one_was_not_seen_in(one: Stage) -> None:
    answer = one.presses(WANG, button(Verb.BIND_ASK, OURS, ELSEWHERE, "no"))

    assert sent_to(answer, ELSEWHERE) == []
    assert ChatId(ELSEWHERE) not in one.store.notes


def test_a_forged_link_does_not_even_ask_which_company(one: Stage) -> None:
    (answer,) = one.does(WANG, Typed(f"/start g{ELSEWHERE}"))

    assert isinstance(answer, Send)
    assert "在群里发 /bind" in answer.message.html


# --- many companies -----------------------------------------------------------------------


@pytest.fixture
def clerk() -> Stage:
    return agency(30)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[CompanyId]:
    """The companies whose files are read from now on."""
    found: list[CompanyId] = []
    whole = MemoryWork.company

    def counted(work: MemoryWork, company: CompanyId) -> Company:
        found.append(company)
        return whole(work, company)

    monkeypatch.setattr(MemoryWork, "company", counted)
    return found


def in_group(one: Stage, what: What) -> Sequence[Outgoing]:
    speaker = Speaker(PersonId(str(WANG)), "", "zh-hans")
    return one.desk.receive(Incoming(None, GROUP, speaker, NOON, what, room=Room("新群")))


def companies_on(answer: Sequence[Outgoing]) -> list[str]:
    return [data.split("|")[1] for data in presses(answer) if data.startswith(Verb.BIND_TO)]


def test_a_group_of_a_clerk_with_many_clients_is_met_without_reading_them(
    clerk: Stage, reads: list[CompanyId]
) -> None:
    met = words(in_group(clerk, BroughtIn(may_pin=False)))
    asked = words(in_group(clerk, Typed("/bind")))

    assert met == asked
    assert "请在私聊里选一下" in met
    assert len(reads) <= 2


def test_of_many_clients_those_are_read_that_are_shown(
    clerk: Stage, reads: list[CompanyId]
) -> None:
    in_group(clerk, Typed("/bind"))
    reads.clear()

    first = clerk.types(WANG, f"/start g{GROUP}")
    for_first = len(reads)
    second = clerk.presses(WANG, verb_of(first, Verb.BIND_WHICH))

    assert len({*companies_on(first), *companies_on(second)}) == 16
    assert for_first <= 12
    assert len(reads) - for_first <= 12


def test_the_pages_of_clients_have_an_end_and_lead_back(clerk: Stage) -> None:
    in_group(clerk, Typed("/bind"))
    last = clerk.presses(WANG, button(Verb.BIND_WHICH, GROUP, 24))

    back = clerk.presses(WANG, verb_of(last, Verb.BIND_WHICH))

    assert (len(companies_on(last)), len(companies_on(back))) == (6, 8)
    assert [data for data in presses(last) if data.startswith(Verb.BIND_WHICH)] == [
        button(Verb.BIND_WHICH, GROUP, 16)
    ]


def test_the_client_on_the_screen_is_offered_first(clerk: Stage) -> None:
    chosen = max(clerk.store.companies)
    clerk.presses(WANG, button(Verb.STATUS, chosen, SEASON))
    in_group(clerk, Typed("/bind"))

    offered = clerk.types(WANG, f"/start g{GROUP}")

    assert companies_on(offered)[0] == chosen


def test_a_group_one_was_not_seen_in_is_not_paged_for(clerk: Stage) -> None:
    answer = clerk.presses(WANG, button(Verb.BIND_WHICH, ELSEWHERE, 0))

    assert companies_on(answer) == []


def test_a_supergroup_that_comes_before_the_news_of_the_move_is_not_asked_about(
    one: Stage,
) -> None:
    company = one.store.companies[CompanyId(OURS)]
    group = Group(-1, "新群", has_outsiders=False)
    one.store.companies[CompanyId(OURS)] = replace(company, groups=(group,))

    assert in_group(one, BroughtIn(may_pin=False)) == []

"""导入客户: read first, built a company at a time, taken up again after a crash, never twice."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.documents import SheetToFill
from chat.session import Access, Door
from chat.talk import Edit, GoOn, Send, SendDocument, SentFile, Sheet, SheetUnreadable, Toast
from tests.chat.agency import agency, begins, builds, companies, reads, steps, verb_of
from tests.chat.lists import line, lines, the_list
from tests.chat.markup import presses, require_sendable, words
from tests.chat.stage import LI, WANG, Stage, button, empty_stage, incoming, opens, sent
from tests.workflow.client_lists import code
from workflow.events import NoticeKind
from workflow.ids import PersonId
from workflow.model import Lifecycle
from workflow.ports import ChatId
from workflow.team import Role

UNSEEN = "\u202e\u200b\u2066\x00"


@pytest.fixture
def one() -> Stage:
    started = empty_stage()
    started.types(WANG, "/start")
    return started


# --- reading ------------------------------------------------------------------------------


def test_a_list_that_is_read_builds_nothing_yet(one: Stage) -> None:
    answer = reads(one, *lines(3), line(4, year="2031"))

    assert "读到 4 家:可建 3,有误 1" in words(answer)
    assert one.store.companies == {}
    require_sendable(answer)


def test_whoever_may_not_open_companies_imports_none() -> None:
    shut = empty_stage(Access(Door.LISTED, frozenset({"7"})))

    shut.presses(WANG, button(Verb.IMPORT))
    answer = shut.does(WANG, the_list(*lines(2)))

    assert verb_of(shut.types(WANG, "/more"), Verb.COMPANIES)
    assert not [data for data in presses(answer) if data.startswith(Verb.IMPORT_BUILD)]
    assert shut.store.companies == {}


def test_the_template_has_the_headings_that_are_read(one: Stage) -> None:
    answer = one.presses(WANG, button(Verb.IMPORT_TEMPLATE))

    (document,) = [each for each in answer if isinstance(each, SendDocument)]
    assert isinstance(document.document, SheetToFill)
    headings = tuple(column.heading for column in document.document.columns)
    read = one.does(WANG, replace(the_list(), sheet=Sheet((headings,))))
    assert "表格是空的" in words(read)


@pytest.mark.parametrize(
    "file",
    [
        sent("clients.pdf"),
        replace(sent("big.xlsx"), sheet=SheetUnreadable("sheet-too-big")),
    ],
)
def test_what_cannot_be_read_is_told_and_asked_for_again(one: Stage, file: SentFile) -> None:
    one.presses(WANG, button(Verb.IMPORT))

    answer = one.does(WANG, file)

    assert "❗" in words(answer)
    assert verb_of(answer, Verb.IMPORT_TEMPLATE)
    assert "可建 2" in words(one.does(WANG, the_list(*lines(2))))


def test_a_newer_list_makes_the_buttons_of_the_older_old(one: Stage) -> None:
    older = verb_of(reads(one, *lines(2)), Verb.IMPORT_BUILD)
    newer = replace(the_list(line(5)), file=sent("new.xlsx", b"another").file)
    one.does(WANG, newer)

    answer = one.presses(WANG, older)

    assert any(isinstance(each, Toast) and each.text for each in answer)
    assert one.store.companies == {}


def test_nothing_can_be_put_into_a_list_by_a_forged_button(one: Stage) -> None:
    reads(one, line(0))

    one.presses(WANG, button(Verb.IMPORT_BUILD, "forged"), button(Verb.IMPORT_LOOK, "x", 9))

    assert one.store.companies == {}


@pytest.mark.parametrize("name", ["\u202e", "\u200b\u2066"])
def test_a_name_of_which_nothing_is_seen_is_no_name(one: Stage, name: str) -> None:
    answer = reads(one, line(1, name=name))

    assert not set(words(answer)) & set(UNSEEN)
    assert verb_of(answer, Verb.IMPORT_FAULTS)


@pytest.mark.parametrize("name", ["甲\u202e公司", "甲公司\x00"])
def test_what_is_not_seen_is_left_out_of_a_name(one: Stage, name: str) -> None:
    answer = reads(one, line(1, name=name))

    looked = one.presses(WANG, verb_of(answer, Verb.IMPORT_LOOK))

    assert not set(words(looked)) & set(UNSEEN)
    assert "甲公司" in words(looked)


# --- building -----------------------------------------------------------------------------


def test_companies_are_built_one_with_each_piece(one: Stage) -> None:
    answer = begins(one, *lines(3))
    counts = [len(one.store.companies) for said in steps(one, answer) if isinstance(said, GoOn)]

    assert counts == [0, 1, 2]
    assert {company.uscc for company in companies(one)} == {code(0), code(1), code(2)}
    assert {company.members[0].roles for company in companies(one)} == {(Role.CLERK,)}


def test_how_far_it_is_stands_in_one_message_that_changes(one: Stage) -> None:
    answer = builds(one, *lines(60))

    told = [each for each in answer if isinstance(each, Send)]
    assert [each.slot for each in told] == [told[0].slot] * 3
    assert told[0].slot
    assert ["25 / 60" in told[0].message.html, "50 / 60" in told[1].message.html] == [True, True]
    assert "新建 60 家" in told[2].message.html
    assert len([each for each in answer if isinstance(each, Edit)]) == 1
    require_sendable(told)


def test_the_same_list_again_builds_nothing_and_says_so(one: Stage) -> None:
    builds(one, *lines(3))
    before = dict(one.store.companies)

    answer = builds(one, *lines(3))

    assert "没有新的" in words(answer)
    assert one.store.companies == before


def test_a_season_that_is_missing_is_added_to_a_known_company(one: Stage) -> None:
    builds(one, line(0))

    builds(one, line(0), line(0, year="2025"))

    (company,) = companies(one)
    assert [season.year for season in company.seasons] == [2026, 2025]


def test_somebody_elses_company_of_that_code_reveals_nothing(one: Stage) -> None:
    opens(one, LI, "李家的公司", code(0))

    answer = reads(one, line(0))
    builds(one, line(0))

    assert "可建 1" in words(answer)
    assert "已经有" not in words(answer)
    mine, theirs = (company for company in companies(one) if company.uscc == code(0))
    assert {mine.members[0].person, theirs.members[0].person} == {str(WANG), str(LI)}


def test_an_archived_company_is_told_and_left_alone(one: Stage) -> None:
    builds(one, *lines(2))
    archived = companies(one)[0]
    one.presses(WANG, button(Verb.TURN_COMPANY, archived.id, "archived"))

    answer = builds(one, *(line(number, year="2025") for number in range(2)))

    assert "1 家没建成" in words(answer)
    assert archived.name in words(answer)
    assert {len(company.seasons) for company in companies(one)} == {1, 2}


def test_an_owner_is_a_clerk_too_and_hears_of_it_once(one: Stage) -> None:
    one.types(LI, "/start")
    opens(one, WANG, "代理公司", "91110108MA01A2B3CF")
    (agency_itself,) = companies(one)
    owner = replace(agency_itself.members[0], person=PersonId(str(LI)), name="小李")
    one.store.companies[agency_itself.id] = replace(
        agency_itself, members=(*agency_itself.members, owner)
    )

    builds(one, line(0, owner="小李"), line(1, owner=str(LI)), line(2))

    clerks = {company.uscc: [m.person for m in company.members] for company in companies(one)}
    assert clerks[code(0)] == clerks[code(1)] == [str(WANG), str(LI)]
    assert clerks[code(2)] == [str(WANG)]
    told = [kept.notice for kept in one.store.outbox.kept.values()]
    assert [(each.kind, each.to) for each in told] == [(NoticeKind.CLIENTS_GIVEN, str(LI))]


# --- interrupted ----------------------------------------------------------------------------


def interrupted(one: Stage) -> None:
    """A crash after two of five."""
    going = steps(one, begins(one, *lines(5)))
    while len(one.store.companies) < 2:
        next(going)


@pytest.mark.parametrize("touch", ["好的", "云呼", "/status"])
def test_after_a_crash_any_touch_says_what_is_left(one: Stage, touch: str) -> None:
    interrupted(one)

    answer = one.types(WANG, touch)

    assert "2 / 5,还有 3 家没建" in words(answer)


def test_after_a_crash_the_lost_answer_says_what_is_left(one: Stage) -> None:
    interrupted(one)

    answer = one.desk.again(incoming(WANG, the_list()))

    assert "还有 3 家没建" in words(answer)


def test_what_is_left_is_built_on_a_tap(one: Stage) -> None:
    interrupted(one)
    on = verb_of(one.types(WANG, "好的"), Verb.IMPORT_BUILD)

    answer = list(steps(one, one.presses(WANG, on)))

    assert "新建 5 家" in words(answer)
    assert len(one.store.companies) == 5


def test_a_file_in_between_does_not_push_it_aside(one: Stage) -> None:
    interrupted(one)

    answer = one.does(WANG, sent("report.pdf"))

    assert "还有 3 家没建" in words(answer)
    assert "先没有收" in words(answer)


def test_stopping_keeps_what_is_built_and_sending_again_goes_on(one: Stage) -> None:
    interrupted(one)

    answer = one.types(WANG, "/cancel")
    again = builds(one, *lines(5))

    assert "还有 3 家没建" in words(answer)
    assert "新建 3 家" in words(again)


def test_nothing_goes_on_where_nothing_was_begun(one: Stage) -> None:
    answer = one.desk.go_on(ChatId(WANG), PersonId(str(WANG)), incoming(WANG, the_list()).at)

    assert answer == []


# --- a list of all --------------------------------------------------------------------------


def test_archived_clients_are_not_asked_about_again() -> None:
    one = agency(2)
    for company in companies(one):
        one.presses(WANG, button(Verb.TURN_COMPANY, company.id, "archived"))

    assert {company.lifecycle for company in companies(one)} == {Lifecycle.ARCHIVED}
    assert "可建 0" in words(reads(one, *lines(2)))

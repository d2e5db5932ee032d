"""`@us …` in any chat: whose companies it shows, the switch, and what it costs."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.inline import MOST, Found
from tests.chat.agency import agency, companies
from tests.chat.inquiring import asked, keeper, renamed, titles
from tests.chat.office import ours
from tests.chat.papers import text as said
from tests.chat.stage import LI, STRANGER, THEIRS, WANG, button, stage
from workflow.elsewhere import Elsewhere, shows_elsewhere
from workflow.ids import CompanyId, PersonId
from workflow.model import Lifecycle
from workflow.team import Member, Role

# --- whose it is ----------------------------------------------------------------------------


def test_a_stranger_finds_nothing_and_stays_one() -> None:
    one = stage()
    people = dict(one.store.people)

    found = asked(one, STRANGER, "李家")

    assert found == Found((), "您还没有企业:打开年报管家", "start")
    assert one.store.people == people


def test_a_stranger_who_speaks_english_is_answered_in_it() -> None:
    found = asked(stage(), STRANGER, "", language="en")

    assert found.button == "You have no company yet: open Nianbao"


@pytest.mark.parametrize("text", ["", "李家的公司", "李家的公司 第三步", THEIRS])
def test_nobody_finds_the_company_of_others(text: str) -> None:
    found = asked(stage(), WANG, text)

    assert "李家" not in repr(found)
    assert THEIRS not in repr(found)


def test_asking_keeps_nothing() -> None:
    one = stage()
    before = (dict(one.store.people), dict(one.store.notes), one.events)

    asked(one, WANG, "第三步")
    asked(one, LI, "")

    assert (one.store.people, one.store.notes, one.events) == before


@pytest.mark.parametrize("life", [Lifecycle.ARCHIVED, Lifecycle.REMOVED])
def test_what_is_put_away_is_not_found(life: Lifecycle) -> None:
    one = stage()
    one.presses(LI, button(Verb.TURN_COMPANY, THEIRS, life))

    assert asked(one, LI).articles == ()


def test_a_damaged_company_is_passed_over() -> None:
    one = renamed(agency(2), "甲", "乙")
    one.store.damaged.add(companies(one)[1].id)

    assert titles(asked(one, WANG)) == ["乙"]


# --- agencies, and the switch ---------------------------------------------------------------


def test_an_agencys_clients_are_not_found_unless_its_clerk_wants_it() -> None:
    one = agency(5)

    before = asked(one, WANG)
    shown = said(one.presses(WANG, button(Verb.ELSEWHERE, Elsewhere.ALL)))
    after = asked(one, WANG)

    assert before == Found((), "代理的客户不在别处显示:去设置", "h")
    assert "💬 在别的聊天里 @我 查进度:<b>开</b>,含代理的客户" in shown
    assert len(after.articles) == 5


def test_a_clerks_own_company_is_found_among_the_clients_by_its_name() -> None:
    one = agency(5)
    mine = companies(one)[3]
    one.store.companies[mine.id] = replace(mine, members=(keeper(),))

    assert titles(asked(one, WANG, mine.name)) == [mine.name]
    assert titles(asked(one, WANG)) == [mine.name]


def test_who_turns_it_off_finds_nothing_and_a_way_back() -> None:
    one = stage()
    shown = said(one.presses(LI, button(Verb.ELSEWHERE, Elsewhere.NOTHING)))

    assert "💬 在别的聊天里 @我 查进度:<b>关</b>" in shown
    assert asked(one, LI) == Found((), "您关了在别处查进度:去打开", "h")
    assert "🔔 <b>提醒设置</b>" in said(one.types(LI, "/start h"))
    assert len(asked(one, WANG).articles) == 2


def test_only_a_clerk_is_asked_about_clients() -> None:
    plain, clerk = said(stage().types(LI, "/remind")), said(agency(5).types(WANG, "/remind"))

    assert "💬 在别的聊天里 @我 查进度:<b>开</b>\n" in f"{plain}\n"
    assert "含客户" not in repr(stage().types(LI, "/remind"))
    assert "💬 在别的聊天里 @我 查进度:<b>开</b>,代理的客户除外" in clerk
    assert "💬 @我 查,含客户" in repr(agency(5).types(WANG, "/remind"))


@pytest.mark.parametrize(
    ("chosen", "clerk", "shows"),
    [
        (Elsewhere.OWN, False, True),
        (Elsewhere.OWN, True, False),
        (Elsewhere.ALL, False, True),
        (Elsewhere.ALL, True, True),
        (Elsewhere.NOTHING, False, False),
        (Elsewhere.NOTHING, True, False),
    ],
)
def test_what_is_shown_follows_the_switch_and_the_role(
    chosen: Elsewhere,
    clerk: bool,  # noqa: FBT001 - a table
    shows: bool,  # noqa: FBT001 - a table
) -> None:
    role = Role.CLERK if clerk else Role.CONTRIBUTOR
    me, other = PersonId("1"), Member(PersonId("2"), "", (Role.CLERK,))
    company = replace(ours(stage()), members=(Member(me, "", (role,)), other))

    assert shows_elsewhere(me, company, chosen) is shows


# --- what it costs --------------------------------------------------------------------------


def test_however_many_companies_there_are_only_a_few_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = agency(60)
    one.presses(WANG, button(Verb.ELSEWHERE, Elsewhere.ALL))
    read: list[str] = []
    begin = one.store.begin
    work = type(begin(None).__enter__())
    company = work.company

    def counted(self: object, which: CompanyId) -> object:
        read.append(which)
        return company(self, which)  # type: ignore[arg-type] # whatever work that store has

    monkeypatch.setattr(work, "company", counted)

    found = [asked(one, WANG, text) for text in ("", "公司", "第三步", "zzz", "没有这一步")]

    assert max(len(each.articles) for each in found) == MOST
    assert len(read) <= 5 * MOST

"""The record on the screen: in words of every kind, filtered, paged, for those who may."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.screens.events import event_lines
from chat.session import Session
from chat.talk import SendDocument
from messages.catalogue import LOCALES
from tests.chat.markup import faults
from tests.chat.recorded import happens, joined, ours, record, text, toast
from tests.chat.stage import (
    LI,
    NOON,
    OURS,
    SEASON,
    SECOND,
    STRANGER,
    WANG,
    Stage,
    button,
    incoming,
    sent,
    stage,
)
from workflow.change import Doer, Done, outcome
from workflow.checklist import season_of
from workflow.events import Event, EventKind
from workflow.ids import PersonId, SeasonId
from workflow.permissions import TABLE, Action
from workflow.ports import Acquaintance
from workflow.record import ERASED_NAME, ERASED_PERSON, OPERATOR, Sort
from workflow.team import Colleague, Group, Role

ALIAS = PersonId(f"{ERASED_PERSON}k3n8p07xqa")


# --- looking ----------------------------------------------------------------------------


def test_the_newest_stand_first_five_on_a_page() -> None:
    one = stage()

    first, second = record(one), record(one, page=1)

    assert "国内多方通信服务" in first.splitlines()[1]
    assert "系统里没有" in first
    assert "事项改名" in second
    assert len(first.splitlines()) <= 12


def test_the_command_opens_the_record_of_the_company_on_the_screen() -> None:
    one = stage()

    assert text(one.types(WANG, "/audit")) == record(one)


@pytest.mark.parametrize(
    ("sort", "there", "away"),
    [
        (Sort.GIVEN, "交「", "新建"),
        (Sort.FILING, "系统已开放", "交「"),
        (Sort.PEOPLE, "没有符合的记录", "交「"),
        (Sort.SETTINGS, "新建", "交「"),
    ],
)
def test_events_are_filtered_by_their_sort(sort: Sort, there: str, away: str) -> None:
    shown = record(stage(), sort)

    assert there in shown
    assert away not in shown


def test_the_doings_of_one_person_can_be_looked_at() -> None:
    one = stage()
    happens(one, Done(EventKind.COMPANY_ARCHIVED), by=ALIAS)

    theirs = text(one.presses(WANG, button(Verb.AUDIT_OF, OURS, ALIAS, 0)))

    assert "已清除:归档企业" in theirs
    assert len(theirs.splitlines()) == 2


def test_from_an_item_one_comes_to_all_that_happened_to_it() -> None:
    one = stage()

    shown = text(one.presses(WANG, button(Verb.AUDIT_ITEM, OURS, SEASON, "number_report", 0)))

    assert "第 2 版" in shown
    assert "第 1 版" in shown
    assert "注册资本" not in shown


def test_a_company_item_has_one_record_in_all_seasons_of_the_year() -> None:
    one = stage()

    shown = text(one.presses(WANG, button(Verb.AUDIT_ITEM, OURS, SECOND, "staff_total", 0)))

    assert "从业人员总数" in shown


def test_for_whom_why_and_where_stand_below() -> None:
    one = stage()
    company = ours(one)
    group = Group(-100, "年报群", has_outsiders=False)
    one.store.companies[company.id] = replace(company, groups=(group,))
    with one.store.begin(None) as work:
        doer = Doer(PersonId(str(WANG)), NOON, NOON.date(), chat=-100)
        season = season_of(company, SeasonId(SEASON))
        done = Done(
            EventKind.HANDED_IN, season, "staff_total", 2, old="280", new="281", why="更正",
            behalf="小周",
        )  # fmt: skip
        work.save(outcome(ours(one), doer, done))
        work.commit()

    newest = record(one).splitlines()[1:3]

    assert "第 2 版:281 人(原:280 人)" in newest[0]
    assert newest[1].strip() == "替 小周 交、原因:更正、在群「年报群」里"


def test_a_signature_says_who_signed_which_content() -> None:
    one = stage()
    season = season_of(ours(one), SeasonId(SEASON))

    happens(
        one,
        Done(EventKind.SIGNED, season, "sign_draft", 1, new="赵总", digests=("5ea1" * 16,)),
        Done(EventKind.HANDED_IN, season, "account_custody", 1, digests=("f11e" * 16,)),
    )

    shown = record(one)
    assert "2027-03-10 12:00" in shown
    assert "签字「老板签字:年报初稿」第 1 版:赵总\n　内容指纹 5ea15ea15ea1" in shown
    assert "f11e" not in shown


# --- whose it is ------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
def test_only_those_the_table_names_look_at_the_record(role: Role) -> None:
    one = stage()
    joined(one, LI, role)

    shown = record(one, person=LI)

    assert ("🧾 记录" in shown) == (Action.AUDIT in TABLE[role])


def test_a_stranger_reads_the_same_as_for_a_company_that_is_not_there() -> None:
    one = stage()
    nowhere = button(Verb.AUDIT, "nowhere", "all", 0)

    answer = one.presses(STRANGER, button(Verb.AUDIT, OURS, "all", 0))

    assert toast(answer) == toast(one.presses(STRANGER, nowhere))
    assert "一公司" not in text(answer)


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.AUDIT_OF, OURS, WANG, 0),
        button(Verb.AUDIT_PEOPLE, OURS, 0),
        button(Verb.AUDIT_ITEM, OURS, SEASON, "staff_total", 0),
        button(Verb.EXPORT, OURS, "csv"),
    ],
)
def test_every_way_in_asks_who_is_there(data: str) -> None:
    one = stage()
    joined(one, LI, Role.CONTRIBUTOR)

    answer = one.presses(LI, data)

    assert "不能" in toast(answer) or "不可以" in toast(answer) or "请" in toast(answer)
    assert "记录 ·" not in text(answer)
    assert not any(isinstance(each, SendDocument) for each in answer)


def test_internal_matters_are_told_to_few_though_they_may_look_at_the_record() -> None:
    """No role of the table is like that today; the screen holds all the same."""
    one = stage()
    company = ours(one)
    season = season_of(company, SeasonId(SEASON))
    event = Event(
        99,
        NOON,
        PersonId(str(WANG)),
        EventKind.HANDED_IN,
        season.id,
        "consent_samples",
        1,
        new="a.pdf",
    )
    joined(one, LI, Role.VIEWER)

    assert "内部事项" in said(one, event, WANG_IS=LI)
    assert "a.pdf" not in said(one, event, WANG_IS=LI)
    assert "a.pdf" in said(one, event)


def said(one: Stage, event: Event, locale: str = "zh-CN", WANG_IS: int = WANG) -> str:  # noqa: N803
    """An event as that person reads it."""
    me = Acquaintance(PersonId(str(WANG_IS)), "n", locale)
    with one.store.begin(None) as work:
        s = Session(one.desk.house, work, incoming(WANG_IS, sent("x.pdf")), me)
        lines = [s.wording.html(line) for line in event_lines(s, ours(one), event)]
    assert [fault for line in lines for fault in faults(line)] == []
    return "\n".join(lines)


# --- every kind in words ----------------------------------------------------------------

KEPT: Mapping[EventKind, tuple[str, str, str]] = {
    EventKind.SEASON_CORRECTED: ("", "B2-1 11 full", "  statutory"),
    EventKind.INVITED: ("3", "", "contributor FIN HR"),
    EventKind.MEMBER_CHANGED: (str(LI), "viewer", "boss legal_rep"),
    EventKind.HANDED_OVER: (str(LI), "9", str(WANG)),
    EventKind.ASSIGNED: ("staff_total", str(LI), str(WANG)),
    EventKind.COLLEAGUE_ADDED: ("#7", "", "小周 FIN"),
    EventKind.NUDGED: ("#7", "", "called_no_answer"),
    EventKind.FILING_RECORDED: ("reported", "", "2027-03-01"),
    EventKind.FILING_WITHDRAWN: ("reported", "2027-03-01", ""),
    EventKind.DUE_MOVED: ("M1", "2027-01-15", ""),
    EventKind.DUE_RESTORED: ("M1", "", "2027-01-15"),
    EventKind.WORD_SAID: ("M6", "", "1"),
    EventKind.REVIEW_CHANGED: ("staff_total", "off", "on"),
    EventKind.SENSITIVITY_CHANGED: ("staff_total", "on", "off"),
    EventKind.PUBLICITY_CHOSEN: ("revenue_total", "", "on"),
    EventKind.PUBLICITY_RESTORED: ("revenue_total", "on", ""),
    EventKind.MATTER_RECORDED: ("own1", "", "2027-03-20"),
    EventKind.MATTER_TURNED: ("own1", "open", "answered"),
    EventKind.MATTER_TERM_SET: ("own1", "", "2027-03-26"),
    EventKind.MATTER_TERM_RESTORED: ("own1", "2027-03-26", "2027-03-20"),
    EventKind.MATTER_RESTORED: ("own1", "answered", "open"),
    EventKind.GROUP_BOUND: ("-100", "", "-100 0 team 年报 群"),
    EventKind.COPY_ADOPTED: ("", "", "2"),
    EventKind.ERASED: (ALIAS, "", "1 2 3"),
    EventKind.FILE_ERASED: ("", "", "a b"),
    EventKind.RETENTION_SET: ("", "5", "3"),
    EventKind.STEP_RENAMED: ("M1", "旧名", "新名"),
    EventKind.WITHDRAWN: ("staff_total", "280", ""),
    EventKind.EARLIER_GIVEN: ("staff_total", "2025 280", "290"),
    EventKind.EARLIER_WITHDRAWN: ("staff_total", "2025 290", ""),
}


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        (EventKind.EARLIER_GIVEN, "2025", "290", "记入「从业人员总数」2025 年的数,第 2 版:290 人"),
        (
            EventKind.EARLIER_GIVEN,
            "2025 280",
            "290",
            "记入「从业人员总数」2025 年的数,第 2 版:280 人 → 290 人",
        ),
        (EventKind.EARLIER_WITHDRAWN, "2025 290", "", "撤销「从业人员总数」2025 年的数:290 人"),
    ],
)
def test_a_figure_of_an_earlier_year_is_told_with_what_stood_before(
    kind: EventKind, old: str, new: str, told: str
) -> None:
    one = stage()
    by = PersonId(str(WANG))
    event = Event(9, NOON, by, kind, SeasonId(SEASON), "staff_total", 2, old, new)

    assert told in said(one, event)


NEVER_GONE: Mapping[EventKind, str] = {
    EventKind.FILING_RECORDED: "reported",
    EventKind.FILING_WITHDRAWN: "reported",
    EventKind.PAPER_TAKEN: "differences",
}
"""What an event is about, where that is one of a closed set and no words of a person."""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_is_said(kind: EventKind, locale: str) -> None:
    one = stage()
    joined(one, LI, Role.VIEWER)
    company = replace(ours(one), colleagues=(Colleague(7, "小周", ()),))
    one.store.companies[company.id] = company
    subject, old, new = KEPT.get(kind, ("staff_total", "280", "281"))

    event = Event(99, NOON, PersonId(str(WANG)), kind, SeasonId(SEASON), subject, 2, old, new)
    line = said(one, event, locale)

    assert "event-" not in line
    assert not any(
        code in line for code in ("legal_rep", "statutory", "FIN", "called_no", "B2-1 1")
    )


@pytest.mark.parametrize("kind", EventKind)
def test_an_event_whose_words_are_gone_is_said_too(kind: EventKind) -> None:
    event = Event(99, NOON, ALIAS, kind, SeasonId(SEASON), NEVER_GONE.get(kind, ""))

    assert "已清除:" in said(stage(), event)


def test_who_did_it_is_named_as_the_company_knows_them() -> None:
    one = stage()
    joined(one, LI, Role.VIEWER)

    operator = Event(99, NOON, OPERATOR, EventKind.FILE_ERASED, new="a b")
    former = Event(99, NOON, PersonId("77"), EventKind.COMPANY_ARCHIVED)
    marked = Event(99, NOON, PersonId(str(LI)), EventKind.ITEM_ADDED, new=ERASED_NAME)

    assert "运维人员:清除 2 个文件" in said(one, operator)
    assert "前成员:归档企业" in said(one, former)
    assert "李会计:加一项「已清除」" in said(one, marked)

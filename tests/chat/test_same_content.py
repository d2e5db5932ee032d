"""The same content handed in twice: said where it is within the company, never beyond it."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from tests.chat.papers import (
    HERE,
    INTERNAL,
    OTHER,
    PAPER,
    SCREENSHOT,
    gives,
    newest_event,
    ours,
    text,
)
from tests.chat.stage import LI, OURS, SEASON, WANG, Stage, button, sent, stage
from workflow.checklist import season_of
from workflow.events import EventKind
from workflow.ids import PersonId, SeasonId
from workflow.team import Department, Member, Role


def test_the_same_content_elsewhere_is_said_and_kept_all_the_same() -> None:
    one = stage()
    gives(one, PAPER, "a.pdf", b"same")

    answer = gives(one, OTHER, "b.pdf", b"same")

    assert "内容和「账号保管表」的文件一样" in text(answer)
    assert newest_event(one).kind is EventKind.HANDED_IN


def earlier(one: Stage, years: int, key: str, licence_no: str = "") -> None:
    """So many years before there was a report too, each with the paper that is sent now."""
    company = ours(one)
    now = season_of(company, SeasonId(SEASON))
    before = tuple(
        replace(now, id=SeasonId(f"9{n}"), year=now.year - n, items={}, licence_no=licence_no)
        for n in range(1, years + 1)
    )
    one.store.companies[company.id] = replace(company, seasons=(*reversed(before), now))
    for each in before:
        one.presses(WANG, button(Verb.ITEM, OURS, each.id, key))
        one.does(WANG, sent("a.pdf", b"same"))


@pytest.mark.parametrize(
    ("licence_no", "report"),
    [("", "2025 年度 · 呼叫中心"), ("京B2-20170206", "2025 年度 · 呼叫中心 京B2-20170206")],
)
def test_the_same_content_in_another_report_says_in_which(licence_no: str, report: str) -> None:
    one = stage()
    earlier(one, 1, PAPER, licence_no)

    answer = gives(one, SCREENSHOT, "b.pdf", b"same")

    assert f"内容和「账号保管表」的文件一样({report}),交对了吗?" in text(answer)


def test_of_many_reports_with_the_same_content_the_nearest_two_are_named() -> None:
    one = stage()
    earlier(one, 3, PAPER)

    answer = gives(one, SCREENSHOT, "b.pdf", b"same")

    assert text(answer).count("内容和「账号保管表」的文件一样") == 2
    assert "2025 年度" in text(answer)
    assert "2024 年度" in text(answer)


def test_an_internal_matter_of_another_year_is_not_named_to_who_may_not_see_it() -> None:
    one = stage()
    earlier(one, 1, INTERNAL)
    company = ours(one)
    li = Member(PersonId(str(LI)), "李法务", (Role.CONTRIBUTOR,), (Department.LEG,))
    one.store.companies[company.id] = replace(company, members=(*company.members, li))
    one.presses(LI, button(Verb.ITEM, *HERE, SCREENSHOT))

    theirs = one.does(LI, sent("b.pdf", b"same"))
    managers = gives(one, PAPER, "c.pdf", b"same")

    assert "b.pdf" in text(theirs)
    assert "一样" not in text(theirs)
    assert "一样(2025 年度" in text(managers)


def test_nothing_is_said_of_another_company_with_the_same_content() -> None:
    one = stage()
    one.presses(LI, button(Verb.ITEM, "co00000002", SEASON, PAPER))
    one.does(LI, sent("a.pdf", b"same"))

    answer = gives(one, PAPER, "a.pdf", b"same")

    assert "一样" not in text(answer)

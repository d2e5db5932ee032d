"""The good news as it is heard: the day it was filed, and nothing once it was taken back."""

from dataclasses import replace
from datetime import date

import pytest

from chat.talk import Send
from tests.chat.stage import LI, NOON, OURS, SEASON, WANG, Stage, stage
from workflow.change import Doer
from workflow.events import Notice, NoticeKind
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.model import FilingFact
from workflow.posting import OwedNotice
from workflow.records import record_filing, withdraw_filing
from workflow.team import Member, Role

WHO = Doer(PersonId(str(WANG)), NOON, NOON.date())


def filed(
    one: Stage, on: date, fact: FilingFact = FilingFact.REPORTED, due: date | None = None
) -> Notice:
    """What LI, the boss, is owed after it was recorded."""
    company = one.store.companies[CompanyId(OURS)]
    boss = Member(PersonId(str(LI)), "老周", (Role.BOSS,))
    company = replace(company, members=(*company.members, boss))
    done = record_filing(company, SeasonId(SEASON), fact, on, by=WHO, due=due)
    one.store.companies[company.id] = done.company
    return next(each for each in done.notices if each.to == str(LI))


def test_the_boss_hears_the_day_and_who_recorded_it() -> None:
    one = stage()
    notice = filed(one, NOON.date())

    told = one.desk.notices((OwedNotice(notice, 0, repeated=False),), NOON).send

    assert notice.kind is NoticeKind.REPORTED
    assert isinstance(told, Send)
    assert f"{NOON:%d}(周三) 已报 ✔" in told.message.html


def test_what_was_taken_back_is_no_news() -> None:
    one = stage()
    notice = filed(one, NOON.date())
    company = one.store.companies[CompanyId(OURS)]
    taken = withdraw_filing(company, SeasonId(SEASON), len(company.seasons[0].filings), by=WHO)
    one.store.companies[company.id] = taken.company

    assert one.desk.notices((OwedNotice(notice, 0, repeated=False),), NOON).send is None


@pytest.mark.parametrize("due", [date(2027, 4, 20), None])
def test_the_boss_hears_what_the_authority_wants_while_nothing_newer_stands(
    due: date | None,
) -> None:
    one = stage()
    notice = filed(one, NOON.date(), FilingFact.RETURNED, due)

    told = one.desk.notices((OwedNotice(notice, 0, repeated=False),), NOON).send

    assert notice.kind is NoticeKind.AUTHORITY
    assert isinstance(told, Send)
    assert "被退回修改" in told.message.html
    assert ("04-20" in told.message.html.replace("\N{NON-BREAKING HYPHEN}", "-")) == bool(due)
    filed(one, NOON.date())
    assert one.desk.notices((OwedNotice(notice, 0, repeated=False),), NOON).send is None

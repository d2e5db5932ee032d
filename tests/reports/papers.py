"""Seasons to print: a call centre that went from 400 seats to 280, an empty one, a crowded one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from messages.catalogue import load_catalogue
from messages.wording import Wording
from reports.paper import Paper
from reports.paper_words import worded
from tests.workflow.firm import (
    FIRST,
    MANAGER,
    PACKS,
    chooses,
    count,
    doer,
    first_season,
    founded,
    gave,
    paper,
    says,
    with_case,
)
from workflow.given import (
    AnswerGiven,
    Choices,
    Entry,
    FileRef,
    Given,
    ItemState,
    NotApplicable,
    Number,
    Origin,
    Rows,
    Words,
)
from workflow.ids import FileId, ItemKey, PackRef, PersonId
from workflow.judging import explain, settled
from workflow.model import Company, Outcome
from workflow.paper_content import paper_of
from workflow.paper_numbers import numbered
from workflow.papers import Outline, PaperData, PaperKind, Section
from workflow.rules import RuleKey
from workflow.team import Member, Role
from workflow.text import Text

CALL_CENTRE = PACKS[PackRef("call_centre@2")]
CATALOGUE = load_catalogue()
ZONE = ZoneInfo("Asia/Shanghai")
VIEWER = PersonId("p7")
NOTE = FileRef(FileId("f1"), "人员去向说明.pdf", "application/pdf", 9, "3fa9c1d2" * 8)
OUTLINE = Outline(
    sections=(
        Section(
            Text("企业基本情况表", "Company basics"),
            tuple(
                map(ItemKey, ("company_name", "uscc", "legal_rep", "shareholders", "staff_total"))
            ),
        ),
        Section(
            Text("企业经济效益表", "Finances"),
            (ItemKey("revenue_total"), ItemKey("revenue_telecom")),
        ),
        Section(
            Text("业务发展情况表", "Service development"),
            tuple(
                map(ItemKey, ("seats_total", "seats_self", "seats_outsourced", "outbound_share"))
            ),
        ),
        Section(Text("另一张表", "Another form"), (), Text("未开通,不用填", "Not opened")),
    ),
    published=frozenset({ItemKey("company_name")}),
    asked=frozenset({ItemKey("revenue_total")}),
)

OF_FINDINGS = (PaperKind.DIFFERENCES, PaperKind.DRAFT)
"""The papers that tell of what the rules found."""
GIVEN: tuple[tuple[str, Given], ...] = (
    ("legal_rep", says("张𠮷")),
    ("staff_total", count(320)),
    (
        "revenue_total",
        AnswerGiven(
            Number(Decimal("1860.50")), origin=Origin("利润表.xlsx", "不含税", date(2026, 12, 31))
        ),
    ),
    ("revenue_telecom", count(1700, estimate=True)),
    ("seats_self", count(200)),
    ("seats_outsourced", count(60)),
    ("outbound_share", count("48")),
    ("service_opened", chooses("opened")),
    ("client_industries", NotApplicable("没有外呼客户")),
    (
        "shareholders",
        AnswerGiven(
            Rows(
                (
                    (Words("张三"), Choices(("person",)), Number(Decimal(60))),
                    (Words("=李四"), Choices(("company",)), Number(Decimal(40))),
                )
            )
        ),
    ),
    ("account_custody", paper("账号保管表.pdf")),
    ("seats_total", count(280)),
)


def empty() -> Company:
    """A season just opened."""
    viewer = Member(VIEWER, "观察者", (Role.VIEWER,))
    company = founded()
    company = replace(company, name="北京甲呼叫科技有限公司", members=(*company.members, viewer))
    return with_case(company, CALL_CENTRE)


def filled() -> Company:
    """Seats 400 to 280, explained; parts that do not add up; an estimate; papers."""
    company = empty()
    season = replace(
        first_season(company),
        earlier={
            2025: {
                ItemKey("seats_total"): _state(count(400)),
                ItemKey("outbound_share"): _state(count(40)),
            }
        },
    )
    company = replace(company, seasons=(season,))
    for key, given in GIVEN:
        company = gave(company, ItemKey(key), given)
    company = _settled(company)
    done = explain(
        company,
        FIRST,
        CALL_CENTRE,
        RuleKey("seats_down"),
        "年底撤了一个外包职场",
        by=doer(),
        evidence=(NOTE,),
    )
    return done.company


def _settled(company: Company) -> Company:
    return settled(Outcome(company, ()), lambda season: PACKS[season.pack], doer()).company


def _state(given: AnswerGiven) -> ItemState:
    return ItemState((Entry(1, MANAGER, doer().at, given),))


def data(
    company: Company, kind: PaperKind = PaperKind.DIFFERENCES, reader: PersonId = MANAGER
) -> PaperData:
    """The paper of the first season."""
    return paper_of(kind, company, first_season(company), CALL_CENTRE, OUTLINE, reader=reader)


def printed(
    company: Company,
    kind: PaperKind = PaperKind.DIFFERENCES,
    reader: PersonId = MANAGER,
    locale: str = "zh-CN",
) -> Paper:
    """The same in words, under its number."""
    told = data(company, kind, reader)
    record = numbered(first_season(company), told, doer())
    return worded(told, record, Wording(CATALOGUE, locale, ZONE))

"""甲公司 with two managers, the released packs and the calendars: what these tests start from."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from storage.holidays import load_calendar
from storage.packs import load_packs
from workflow.actions import hand_in
from workflow.cases import open_company, open_season
from workflow.change import Doer
from workflow.checklist import Task, find_task, season_of
from workflow.given import AnswerGiven, Choices, FileRef, FilesGiven, Given, Number, Words
from workflow.ids import CompanyId, FileId, ItemKey, PackRef, PersonId, SeasonId
from workflow.model import Company, Coverage, Season
from workflow.pack import Pack
from workflow.progress import Overview, overview
from workflow.team import Member, Role

WORKFLOW = Path(__file__).parents[2] / "workflow"
CALENDAR = load_calendar([WORKFLOW / "holidays"])
PACKS = load_packs(WORKFLOW / "packs", CALENDAR)
CALL_CENTRE = PACKS[PackRef("call_centre@1")]
MULTI_PARTY = PACKS[PackRef("multi_party@1")]
SHANGHAI = timezone(timedelta(hours=8))

MANAGER = PersonId("p1")
COLLEAGUE = PersonId("p2")
STRANGER = PersonId("p9")
USCC = "9144030071526726XG"
FIRST = SeasonId("1")
SECOND = SeasonId("2")
OPENED = date(2027, 1, 4)

PLEDGE = ItemKey("pledge")
SEATS = ItemKey("seats_total")
STAFF = ItemKey("staff_total")
CUSTODY = ItemKey("account_custody")
SIGNATURE = ItemKey("sign_draft")
REGIME = ItemKey("security_regime")
PROOF = ItemKey("reported_screenshot")


def doer(today: date = OPENED, person: PersonId = MANAGER) -> Doer:
    """Somebody at nine in the morning of that day."""
    return Doer(person, datetime.combine(today, time(9), SHANGHAI), today)


def founded() -> Company:
    """The company with its two managers and no season yet."""
    company = open_company(CompanyId("c1"), "甲公司", USCC, by=doer(), called="王经理").company
    colleague = Member(COLLEAGUE, "李经理", (Role.MANAGER,))
    return replace(company, members=(*company.members, colleague))


def with_case(
    company: Company,
    pack: Pack = CALL_CENTRE,
    profile: str = "full",
    *,
    year: int = 2026,
    on: date = OPENED,
    licence_no: str = "B2-20170206",
) -> Company:
    """The company with one more season."""
    opened = open_season(
        company, pack, profile, year, licence_no=licence_no, coverage=Coverage(), by=doer(on)
    )
    return opened.company


def opened(pack: Pack = CALL_CENTRE, profile: str = "full", on: date = OPENED) -> Company:
    """The company with the season of 2026."""
    return with_case(founded(), pack, profile, on=on)


def first_season(company: Company) -> Season:
    """The season `opened` opens."""
    return season_of(company, FIRST)


def gave(company: Company, key: ItemKey, given: Given, *, by: Doer | None = None) -> Company:
    """The company after something was handed in for the first season."""
    pack = PACKS[first_season(company).pack]
    return hand_in(company, FIRST, pack, key, given, by=by or doer()).company


def task(company: Company, key: ItemKey, season: SeasonId = FIRST) -> Task:
    """The item as it stands in the season."""
    case = season_of(company, season)
    return find_task(company, case, PACKS[case.pack], key)


def look(company: Company, today: date = OPENED) -> Overview:
    """The first season on that day."""
    case = first_season(company)
    return overview(company, case, PACKS[case.pack], CALENDAR, today)


def count(number: int | str, *, estimate: bool = False) -> AnswerGiven:
    """A number as an answer."""
    return AnswerGiven(Number(Decimal(number)), estimate)


def says(text: str) -> AnswerGiven:
    """A text as an answer."""
    return AnswerGiven(Words(text))


def chooses(*keys: str) -> AnswerGiven:
    """Options as an answer."""
    return AnswerGiven(Choices(keys))


def paper(name: str = "a.pdf", album: str = "") -> FilesGiven:
    """A file whose content goes by its name."""
    digest = sha256(name.encode()).hexdigest()
    return FilesGiven((FileRef(FileId(digest[:8]), name, "application/pdf", 9, digest),), album)

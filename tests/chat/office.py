"""The stage with colleagues: a manager, somebody of finance, one without Telegram, and their sheets."""

from collections.abc import Sequence
from dataclasses import replace

from chat.buttons import Verb
from chat.documents import SheetToFill
from chat.talk import Outgoing, SendDocument, SentFile, Sheet
from tests.chat.stage import LI, OURS, SEASON, WANG, Stage, button, stage
from workflow.checklist import checklist, season_of
from workflow.events import Event
from workflow.given import FileRef, Origin
from workflow.ids import CompanyId, FileId, ItemKey, PersonId, SeasonId
from workflow.model import Company
from workflow.team import Colleague, Department, Member, Role

HERE = (OURS, SEASON)
ZHOU = "n900"
HEADINGS = ("事项", "要求", "填写", "备注")
MARK = "5ee7" * 2
FROM_SHEET = Origin("财务.xlsx (2027-03-10)")
"""出处 of what a sheet says without naming any: the file, and the day it came."""


def office() -> Stage:
    """王 runs the company, 李 answers for finance in it, 周会计 is not on Telegram."""
    one = stage()
    company = ours(one)
    li = Member(PersonId(str(LI)), "李会计", (Role.CONTRIBUTOR,), (Department.FIN,))
    zhou = Colleague(900, "周会计", (Department.FIN,))
    hired = replace(company, members=(*company.members, li), colleagues=(zhou,))
    one.store.companies[CompanyId(OURS)] = hired
    return one


def ours(one: Stage) -> Company:
    """The company as it is kept."""
    return one.store.companies[CompanyId(OURS)]


def events(one: Stage, since: int = 0) -> Sequence[Event]:
    """What the trail holds, from that many events on."""
    return one.store.trail[CompanyId(OURS)][since:]


def given(one: Stage, key: str) -> object:
    """What stands for an item."""
    company = ours(one)
    season = season_of(company, SeasonId(SEASON))
    pack = one.desk.house.packs[season.pack]
    task = next(each for each in checklist(company, season, pack) if each.item.key == ItemKey(key))
    return task.newest.given if task.newest else None


def filled(*rows: Sequence[str], headings: Sequence[str] = HEADINGS, mark: str = MARK) -> SentFile:
    """A sheet that came back: (title, answer) or (title, answer, remark) a row."""
    cells = tuple((title, "", answer, *(rest or ("",))) for title, answer, *rest in rows)
    file = FileRef(FileId(f"{mark}0000"), "财务.xlsx", "application/xlsx", 9, mark.ljust(64, "0"))
    return SentFile(file, sheet=Sheet((tuple(headings), *cells)))


def take(mark: str = MARK) -> str:
    """「全部记入」 of that sheet."""
    return button(Verb.SHEET_TAKE, mark)


def skip(mark: str = MARK) -> str:
    """Nobody in particular gave it."""
    return button(Verb.SHEET_GIVER, mark, "")


def asked_sheet(one: Stage, key: str, person: int = WANG) -> SheetToFill:
    """The sheet of a department or a person, as it is sent."""
    return sheet_in(one.presses(person, button(Verb.ITEMS_SHEET, *HERE, key)))


def sheet_in(answer: Sequence[Outgoing]) -> SheetToFill:
    """The sheet among what was answered."""
    (sheet,) = [each.document for each in answer if isinstance(each, SendDocument)]
    assert isinstance(sheet, SheetToFill)
    return sheet

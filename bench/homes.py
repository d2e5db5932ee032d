"""Data folders of a given size, filled the way the bot fills them."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from running.rooms import HOLIDAYS, PACKS, projector
from storage.holidays import load_calendar
from storage.journal import Journal
from storage.packs import load_packs
from storage.tiny import TinyStore
from workflow.across import Projector
from workflow.actions import hand_in
from workflow.cases import open_company, open_season
from workflow.change import Doer
from workflow.checklist import checklist, season_of
from workflow.given import AnswerGiven, Number
from workflow.ids import CompanyId, PackRef, PersonId, SeasonId
from workflow.model import Company, Coverage, Outcome
from workflow.pack import NumberSpec, Pack
from workflow.team import Member

AT = datetime(2027, 1, 5, 1, 10, tzinfo=UTC)
TODAY = date(2027, 1, 5)
SERVER = "local"
USCC = "9144030071526726XG"


def pack() -> Pack:
    """The call-centre pack, the larger of the two."""
    return load_packs(PACKS)[PackRef("call_centre@2")]


def grown(company: CompanyId, manager: PersonId, whole: Pack) -> Outcome:
    """A company in the middle of its season: opened, with its numbers answered."""
    by = Doer(manager, AT, TODAY)
    opened = open_company(company, f"公司{company}", USCC, by=by, called="经理")
    season = open_season(
        opened.company, whole, "full", 2026, licence_no="", coverage=Coverage(), by=by
    )
    done = opened.then(season)
    for task in checklist(done.company, season_of(done.company, SeasonId("1")), whole):
        if isinstance(task.item.spec, NumberSpec):
            value = task.item.spec.low or Decimal(10)
            given = AnswerGiven(Number(value))
            step = hand_in(done.company, SeasonId("1"), whole, task.item.key, given, by=by)
            done = done.then(step)
    return done


def fill(folder: Path, companies: int, managers: Callable[[int], PersonId]) -> None:
    """That many companies, each with its manager, through the store itself."""
    folder.mkdir(parents=True, exist_ok=True)
    names = itertools.count()
    journal = Journal(folder / "journal.sqlite", SERVER)
    store = TinyStore(folder, journal, lambda: f"b{next(names)}", projector=drawing(folder))
    whole = pack()
    template = grown(CompanyId("x"), PersonId("0"), whole)
    for number in range(companies):
        with store.begin(None) as work:
            work.save(_as(template, CompanyId(f"b{number:05}"), managers(number)))
            work.commit()


def drawing(folder: Path) -> Projector:
    """How the bot that opens this folder draws companies: so it draws none of them anew."""
    return projector(load_packs(PACKS), load_calendar((HOLIDAYS,)), folder / "holidays")


def _as(template: Outcome, company: CompanyId, manager: PersonId) -> Outcome:
    """The same history for another company and manager."""
    members = tuple(replace(member, person=manager) for member in template.company.members)
    return replace(template, company=_named(template.company, company, members))


def _named(template: Company, company: CompanyId, members: tuple[Member, ...]) -> Company:
    return replace(template, id=company, name=f"公司{company}", members=members)

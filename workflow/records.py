"""Recording what has happened with the authority: always possible, whatever is still owed."""

from dataclasses import replace
from datetime import date

from workflow.answers import check_day
from workflow.assigning import crew_of
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, InTheFuture, NothingToUndo
from workflow.events import EventKind, NoticeKind
from workflow.filing import live_filings
from workflow.ids import SeasonId
from workflow.model import Company, Filing, FilingFact, Outcome
from workflow.notify import telling
from workflow.permissions import Action, require


def record_filing(
    company: Company,
    season: SeasonId,
    fact: FilingFact,
    on: date,
    *,
    by: Doer,
    note: str = "",
    due: date | None = None,
) -> Outcome:
    """Record a fact for one licence's report, dated today or earlier.

    `due` is the term the authority set with an order or a return. InTheFuture for a later day,
    OutOfRange for one beyond all companies, AlreadyGiven if the newest fact says the same of the
    same day. Boss, legal representative and managers hear of 已报, of an order and a return.
    """
    require(by.person, Action.RECORD_FILING, company)
    case = season_of(company, season)
    require_active(company, case)
    for day in (on, due):
        if day is not None:
            check_day(day)
    if on > by.today:
        raise InTheFuture
    newest = next(reversed(live_filings(case)), None)
    if newest and (newest.fact, newest.on, newest.due) == (fact, on, due):
        raise AlreadyGiven
    filing = Filing(fact, on, by.person, by.at, note, due)
    done = Done(
        EventKind.FILING_RECORDED,
        season=case,
        subject=fact,
        version=len(case.filings) + 1,
        new=on.isoformat(),
        why=note,
    )
    changed = replace(case, filings=(*case.filings, filing))
    told = outcome(with_season(company, changed), by, done)
    kind = _NEWS.get(fact)
    return told if kind is None else _with_news(told, kind)


_NEWS = {
    FilingFact.REPORTED: NoticeKind.REPORTED,
    FilingFact.ORDERED: NoticeKind.AUTHORITY,
    FilingFact.RETURNED: NoticeKind.AUTHORITY,
}


def _with_news(told: Outcome, kind: NoticeKind) -> Outcome:
    """Who answers for the report with their name hears of it, and who runs the work."""
    crew = crew_of(told.company)
    return telling(told, (*crew.signers, *crew.keepers), kind)


def withdraw_filing(company: Company, season: SeasonId, version: int, *, by: Doer) -> Outcome:
    """Take back one's own newest fact (`version` counts from 1); NothingToUndo otherwise."""
    require(by.person, Action.RECORD_FILING, company)
    case = season_of(company, season)
    require_active(company, case)
    live = [number for number, each in enumerate(case.filings, start=1) if not each.withdrawn]
    if not live or live[-1] != version or case.filings[version - 1].by != by.person:
        raise NothingToUndo
    filing = case.filings[version - 1]
    filings = (
        *case.filings[: version - 1],
        replace(filing, withdrawn=True),
        *case.filings[version:],
    )
    done = Done(
        EventKind.FILING_WITHDRAWN,
        season=case,
        subject=filing.fact,
        version=version,
        old=filing.on.isoformat(),
    )
    return outcome(with_season(company, replace(case, filings=filings)), by, done)

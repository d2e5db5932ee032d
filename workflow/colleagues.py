"""Colleagues who are not on Telegram, and who was asked outside of it, how and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workflow.cases import company_name
from workflow.change import Doer, Done, outcome, require_active
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven
from workflow.events import EventKind
from workflow.ids import PersonId, SeasonId
from workflow.model import Company, Outcome
from workflow.permissions import Action, require
from workflow.team import Colleague, Department
from workflow.team_errors import NoSuchColleague, TooMany

MOST_COLLEAGUES = 200


def add_colleague(
    company: Company, name: str, departments: Iterable[Department], *, by: Doer
) -> Outcome:
    """Note somebody to be asked in WeChat; AlreadyGiven if they stand there so already.

    Raises TooMany, and for the name ReasonNeeded and TooLong.
    """
    require(by.person, Action.ASSIGN, company)
    require_active(company)
    name, asked = company_name(name), set(departments)
    known = tuple(each for each in Department if each in asked)
    if any((each.name, each.departments) == (name, known) for each in company.colleagues):
        raise AlreadyGiven
    if len(company.colleagues) >= MOST_COLLEAGUES:
        raise TooMany(what="colleagues", most=MOST_COLLEAGUES)
    # the number of its event: never given to another, so that an old button means nobody else
    fresh = Colleague(company.event_seq + 1, name, known)
    changed = replace(company, colleagues=(*company.colleagues, fresh))
    done = Done(
        EventKind.COLLEAGUE_ADDED, subject=colleague_key(fresh), new=" ".join((name, *known))
    )
    return outcome(changed, by, done)


def remove_colleague(company: Company, number: int, *, by: Doer) -> Outcome:
    """Strike a colleague off; NoSuchColleague. What was handed in for them stays."""
    require(by.person, Action.ASSIGN, company)
    require_active(company)
    gone = next((each for each in company.colleagues if each.number == number), None)
    if gone is None:
        raise NoSuchColleague
    left = tuple(each for each in company.colleagues if each.number != number)
    done = Done(
        EventKind.COLLEAGUE_REMOVED,
        subject=colleague_key(gone),
        old=" ".join((gone.name, *gone.departments)),
    )
    return outcome(replace(company, colleagues=left), by, done)


def colleague_key(colleague: Colleague) -> str:
    """How the trail and `nudge` name a colleague; no person and no department is called so."""
    return f"#{colleague.number}"


# --- asking outside ---------------------------------------------------------------------


class Nudge(StrEnum):
    """How somebody was asked outside of the chat."""

    WECHAT_SENT = "wechat_sent"
    CALLED_NO_ANSWER = "called_no_answer"
    CALLED = "called"


@dataclass(frozen=True, slots=True)
class Nudged:
    """The last time somebody was asked: how, when, and by whom."""

    how: Nudge
    at: datetime
    by: PersonId


def nudge(company: Company, season: SeasonId, whom: str, how: Nudge, *, by: Doer) -> Outcome:
    """Note that somebody was asked about a season; each time counts.

    `whom` is a department, a member's id, or a `colleague_key`; NoSuchColleague otherwise.
    """
    require(by.person, Action.ASSIGN, company)
    case = season_of(company, season)
    require_active(company, case)
    if whom not in _can_be_asked(company):
        raise NoSuchColleague
    return outcome(company, by, Done(EventKind.NUDGED, season=case, subject=whom, new=how))


def _can_be_asked(company: Company) -> set[str]:
    people = {each.person for each in company.members}
    return {*Department, *people, *map(colleague_key, company.colleagues)}


def last_nudges(company: Company, season: SeasonId) -> Mapping[str, Nudged]:
    """When each was last asked about that season, as far as the newest events tell."""
    return {
        event.subject: Nudged(Nudge(event.new), event.at, event.by)
        for event in company.recent
        if event.kind is EventKind.NUDGED and event.season == season
    }

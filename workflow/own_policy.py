"""How a company departs from the reminders of its packs: other ladders, the boss or groups left out."""

from dataclasses import replace

from workflow.change import Doer, Done, outcome, require_active
from workflow.errors import AlreadyGiven
from workflow.events import EventKind
from workflow.model import Company, Outcome
from workflow.permissions import Action, require
from workflow.policy import OwnPolicy
from workflow.reminder_errors import BadRungs, LegalRungsNeeded

MOST_RUNGS = 10
LONGEST_BEFORE = 120
"""Days before a date."""
LAST_DAYS = 7
"""Within so many days before the law's date it must be told at least once."""


def set_policy(company: Company, own: OwnPolicy, *, by: Doer) -> Outcome:
    """Remind as the company wants it: rungs in days before a date, in any order.

    BadRungs for more than `MOST_RUNGS`, or for days that lie after the date or further before it than
    `LONGEST_BEFORE`; LegalRungsNeeded if the law's date would not be told of in its last days;
    AlreadyGiven if it reminds so already.
    """
    require(by.person, Action.ADMINISTER, company)
    require_active(company)
    own = replace(own, internal=_ladder(own.internal), statutory=_ladder(own.statutory))
    if own.statutory is not None and all(each > LAST_DAYS for each in own.statutory):
        raise LegalRungsNeeded(days=LAST_DAYS)
    if own == company.policy:
        raise AlreadyGiven
    done = Done(EventKind.POLICY_SET, old=_plain(company.policy), new=_plain(own))
    return outcome(replace(company, policy=own), by, done)


def _ladder(before: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """The largest first, each once."""
    if before is None:
        return None
    days = tuple(sorted(set(before), reverse=True))
    if len(days) > MOST_RUNGS or any(not 0 <= each <= LONGEST_BEFORE for each in days):
        raise BadRungs(most=MOST_RUNGS, longest=LONGEST_BEFORE)
    return days


def _plain(own: OwnPolicy) -> str:
    """As the trail keeps it: short, exact, in no language."""
    ladders = (_days(own.internal), _days(own.statutory))
    return " ".join((*ladders, str(int(own.tells_boss)), str(int(own.monthly)), own.shared))


def _days(before: tuple[int, ...] | None) -> str:
    return "*" if before is None else ",".join(str(each) for each in before) or "-"

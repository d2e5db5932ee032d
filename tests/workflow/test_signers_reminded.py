"""A signature that was asked for, day by day: who hears of it, at which steps, and when no more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.crew import BOSS, CHIEF, LEGAL_REP
from tests.workflow.firm import FIRST
from tests.workflow.reminded import Ledger
from tests.workflow.reminding import EARS, ZONE, ears
from tests.workflow.reminding import at as hour_of
from tests.workflow.signatory import (
    PACK,
    asked,
    at,
    case,
    change,
    digest,
    firm,
    kept,
    signed,
)
from workflow.change import with_season
from workflow.checklist import checklist
from workflow.given import Entry, ItemState, NotApplicable
from workflow.hearers import Ears
from workflow.ids import PersonId
from workflow.model import Company, FilingFact
from workflow.pack import ItemKind
from workflow.records import record_filing
from workflow.reminders import Ending, Owed, RungKind
from workflow.signing import SEEN, return_unsigned, sign_on_paper, take_back_signatures
from workflow.team import Role

STEP = "M4"
DUE = date(2027, 2, 26)
START = hour_of(date(2027, 2, 20), 10)
TUESDAY = date(2027, 2, 23)
BEFORE = [TUESDAY, date(2027, 2, 25), DUE]
PAST = [date(2027, 3, 3), date(2027, 3, 8), date(2027, 3, 11)]
"""Of an inner date a signer hears from three days before on (packs/reminders@1.toml), and past it on
each third working day of the year."""
UNTIL = date(2027, 3, 12)


def only_signatures(company: Company) -> Company:
    """Everything else of the season is settled: what is told is told of signatures."""
    season = case(company)
    by = at(CHIEF)
    settled = Entry(1, by.person, by.at, NotApplicable("没有"))
    keys = [task.item.key for task in checklist(company, season, PACK) if _is_other(task.item.kind)]
    items = {**season.items, **dict.fromkeys(keys, ItemState((settled,)))}
    return with_season(company, replace(season, items=items))


def _is_other(kind: ItemKind) -> bool:
    return kind is not ItemKind.SIGN


def _is_of_it(each: Owed) -> bool:
    return each.rung.subject == STEP and each.rung.kind is RungKind.INTERNAL


def days(ledger: Ledger, last: date) -> None:
    """A look each morning through that day."""
    while ledger.now.astimezone(ZONE).date() < last:
        ledger.wakes(24)


def heard(ledger: Ledger, person: PersonId) -> list[date]:
    """The days on which they are told of the step with the signatures."""
    return [
        moment.astimezone(ZONE).date()
        for each, moment in ledger.told
        if str(each.to) == person and _is_of_it(each)
    ]


def ledger_of(company: Company, heard_by: Ears = EARS) -> Ledger:
    """On the Saturday before the week of the step's date."""
    return Ledger(company, heard_by, START, START)


def agreed(company: Company) -> Company:
    return signed(company)


def given_back(company: Company) -> Company:
    return kept(return_unsigned(company, FIRST, PACK, "坐席不对", by=at(BOSS)), at(BOSS))


def on_paper(company: Company) -> Company:
    return kept(sign_on_paper(company, FIRST, PACK, by=at(BOSS)), at(BOSS))


def filed(company: Company) -> Company:
    by = at(CHIEF)
    return kept(record_filing(company, FIRST, FilingFact.REPORTED, by.today, by=by), by)


# --- idle -------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [BOSS, LEGAL_REP])
def test_an_idle_signer_is_reminded_at_the_steps_promised_once_each(who: PersonId) -> None:
    ledger = ledger_of(asked(only_signatures(firm())))

    days(ledger, UNTIL)

    assert heard(ledger, who) == [*BEFORE, *PAST]
    assert ledger.twice == []


def test_a_signer_out_of_reach_is_told_to_the_manager_on_the_same_days() -> None:
    ledger = ledger_of(asked(only_signatures(firm(PACK, Role.LEGAL_REP))), ears(BOSS))

    days(ledger, DUE)

    ends = [end.ending for each, end in ledger.ends if str(each.to) == BOSS and _is_of_it(each)]
    assert ends == [Ending.UNREACHABLE] * len(BEFORE)
    instead = [
        each.instead_of for each, _ in ledger.told if str(each.to) == CHIEF and _is_of_it(each)
    ]
    assert instead == [BOSS] * len(BEFORE)
    assert heard(ledger, CHIEF) == BEFORE


# --- no more ----------------------------------------------------------------------------


@pytest.mark.parametrize("happens", [agreed, given_back, on_paper, filed])
def test_afterwards_no_signer_hears_of_it_any_more(
    happens: Callable[[Company], Company],
) -> None:
    ledger = ledger_of(asked(only_signatures(firm())))
    days(ledger, TUESDAY)

    ledger.company = happens(ledger.company)
    days(ledger, UNTIL)

    assert heard(ledger, BOSS) == heard(ledger, LEGAL_REP) == [TUESDAY]


@pytest.mark.parametrize("happens", [given_back, on_paper])
def test_what_goes_back_is_asked_of_those_who_run_the_work(
    happens: Callable[[Company], Company],
) -> None:
    ledger = ledger_of(asked(only_signatures(firm())))
    days(ledger, TUESDAY)

    ledger.company = happens(ledger.company)
    days(ledger, DUE)

    assert heard(ledger, CHIEF) == BEFORE[1:]


# --- anew -------------------------------------------------------------------------------


def asked_anew(company: Company) -> Company:
    return asked(given_back(company))


def taken_back(company: Company) -> Company:
    company = signed(company)
    seen = digest(company)[:SEEN]
    return kept(take_back_signatures(company, FIRST, PACK, seen, by=at(BOSS)), at(BOSS))


def put_aside(company: Company) -> Company:
    return change(signed(company), 290).company


@pytest.mark.parametrize("happens", [asked_anew, taken_back, put_aside])
def test_a_signature_that_is_wanted_anew_is_reminded_of_again(
    happens: Callable[[Company], Company],
) -> None:
    ledger = ledger_of(asked(only_signatures(firm())))
    days(ledger, TUESDAY)

    ledger.company = happens(ledger.company)
    days(ledger, DUE)

    assert heard(ledger, BOSS) == BEFORE


@pytest.mark.parametrize("happens", [asked_anew, taken_back, put_aside])
def test_what_was_signed_before_the_first_step_and_is_wanted_anew_misses_none(
    happens: Callable[[Company], Company],
) -> None:
    ledger = ledger_of(happens(asked(only_signatures(firm()))))

    days(ledger, UNTIL)

    assert heard(ledger, BOSS) == [*BEFORE, *PAST]

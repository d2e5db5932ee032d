"""Filed in time, and returned or opened since: after the statutory day too it is a correction, and no late report."""

from datetime import date

import pytest

from tests.chat.morning import at, message, of_kind, told, waiting
from tests.chat.office import office, ours
from tests.chat.stage import LI, OURS, SEASON, WANG, Stage
from workflow.change import Doer
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.model import FilingFact
from workflow.records import record_filing
from workflow.reminders import Pending, Recipient, RungKind


def filed(*facts: tuple[FilingFact, str], due: date | None = None) -> Stage:
    """王 recorded these, each on its day; the authority's term came with the last."""
    one = office()
    for fact, day in facts:
        moment = at(day)
        by = Doer(PersonId(str(WANG)), moment, moment.date())
        term = due if (fact, day) == facts[-1] else None
        done = record_filing(ours(one), SeasonId(SEASON), fact, moment.date(), by=by, due=term)
        one.store.companies[CompanyId(OURS)] = done.company
    return one


def reminder(one: Stage, day: str, person: int = WANG) -> str:
    to = Recipient(str(person))
    law = of_kind(waiting(one, at(day), to), RungKind.STATUTORY)
    ours = [Pending(each) for each in law if each.rung.season == SEASON and each.company == OURS]
    return message(told(one, at(day), to, ours)).html


IN_TIME = ((FilingFact.REPORTED, "03-12"), (FilingFact.RETURNED, "03-29"))
LATE = ((FilingFact.REPORTED, "04-01"), (FilingFact.RETURNED, "04-02"))


@pytest.mark.parametrize("facts", [IN_TIME, (IN_TIME[0], (FilingFact.REOPENED, "04-02"))])
def test_after_the_statutory_day_what_was_returned_or_opened_is_to_be_filed_again(
    facts: tuple[tuple[FilingFact, str], ...],
) -> None:
    said = reminder(filed(*facts), "04-06")

    assert "期限内报过" in said
    assert "重新提交" in said
    assert "补报" not in said
    assert "还没报" not in said


def test_whoever_owes_something_for_it_reads_the_same() -> None:
    said = reminder(filed(*IN_TIME), "04-06", LI)

    assert "您的这几项" in said
    assert "补报" not in said


def test_past_the_authority_s_term_it_is_no_late_report_either() -> None:
    said = reminder(filed(*IN_TIME, due=date(2027, 4, 5)), "04-07")

    assert "管局要求" in said
    assert "重新提交" in said
    assert "补报" not in said


@pytest.mark.parametrize(
    "facts",
    [
        LATE,
        (*IN_TIME, (FilingFact.ORDERED, "04-02")),
        (IN_TIME[0], (FilingFact.REOPENED, "03-29")),
        (),
    ],
)
def test_what_was_not_filed_in_time_is_a_late_report(
    facts: tuple[tuple[FilingFact, str], ...],
) -> None:
    assert "补报" in reminder(filed(*facts), "04-07")

"""「3/30 已报 ✔」: who answers for the report hears of it, and who runs the work."""

from datetime import date

import pytest

from tests.workflow.crew import BOSS, CHIEF, CLERK, LEGAL_REP, crew
from tests.workflow.firm import FIRST, doer
from workflow.events import NoticeKind
from workflow.model import FilingFact
from workflow.records import record_filing

DAY = date(2027, 3, 30)


def test_a_report_is_good_news_to_all_who_answer_for_it_but_to_who_recorded_it() -> None:
    done = record_filing(crew(), FIRST, FilingFact.REPORTED, DAY, by=doer(DAY, CHIEF))

    assert [(each.to, each.kind) for each in done.notices] == [
        (BOSS, NoticeKind.REPORTED),
        (LEGAL_REP, NoticeKind.REPORTED),
        (CLERK, NoticeKind.REPORTED),
    ]


@pytest.mark.parametrize("fact", [FilingFact.DRAFTED, FilingFact.REOPENED, FilingFact.PUBLISHED])
def test_no_other_fact_interrupts_the_boss(fact: FilingFact) -> None:
    assert record_filing(crew(), FIRST, fact, DAY, by=doer(DAY)).notices == ()

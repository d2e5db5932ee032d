"""Every field of a season and a company is said to be content or not, and proved by changing it."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest

from tests.workflow.crew import BOSS, CHIEF
from tests.workflow.firm import count
from tests.workflow.signatory import DRAFT, REVENUE, SEATS, at, case, digest, firm
from workflow.change import with_season
from workflow.given import Entry, ItemState
from workflow.ids import ItemKey, MilestoneKey
from workflow.model import Company, Coverage, MovedDue, Season, Tailoring, YearFacts
from workflow.signatures import Question, SignAsk
from workflow.transcript import Transcript

BY = at(CHIEF)
GIVEN = ItemState((Entry(1, CHIEF, BY.at, count(7)),))
STEP = MilestoneKey("M4")

SEASON: dict[str, Callable[[Season], Season]] = {
    "items": lambda s: replace(s, items={**s.items, SEATS: GIVEN}),
    "earlier": lambda s: replace(s, earlier={2025: {SEATS: GIVEN}}),
    "earlier, two years back": lambda s: replace(s, earlier={2024: {SEATS: GIVEN}}),
    "licence_no": lambda s: replace(s, licence_no="京B2-20250001"),
    "coverage": lambda s: replace(s, coverage=Coverage("11")),
    "tailoring": lambda s: replace(s, tailoring=Tailoring(dropped_items={SEATS: "没有"})),
}
COMPANY: dict[str, Callable[[Company], Company]] = {
    "name": lambda c: replace(c, name="乙公司"),
    "uscc": lambda c: replace(c, uscc="91310000MA1FL0YK3X"),
    "facts": lambda c: replace(c, facts=(YearFacts(2026, {REVENUE: GIVEN}),)),
    "facts of last year": lambda c: replace(c, facts=(YearFacts(2025, {REVENUE: GIVEN}),)),
}
NO_CONTENT: dict[str, Callable[[Season], Season]] = {
    "assigned": lambda s: replace(s, assigned={DRAFT: BOSS}),
    "moved": lambda s: replace(s, moved={STEP: MovedDue(date(2027, 2, 1), CHIEF)}),
    "opened_on": lambda s: replace(s, opened_on=date(2027, 1, 1)),
    "transcript": lambda s: replace(s, transcript=Transcript(public={REVENUE: True})),
    "signing": lambda s: replace(
        s, signing=replace(s.signing, asked={DRAFT: SignAsk(CHIEF, BY.at)})
    ),
    "signing, a question": lambda s: replace(
        s,
        signing=replace(s.signing, questions=(Question(1, SEATS, BOSS, CHIEF, BY.at, "为什么"),)),
    ),
    "tailoring, an inner name": lambda s: replace(
        s, tailoring=Tailoring(renamed={ItemKey("account_custody"): "保管表"})
    ),
}
ELSEWHERE = {
    "year": "its figures are those of another year",
    "findings": "test_content.py: the explanation, its reason and its papers",
    "pack": "another book of rules: its findings are content",
    "profile": "which items are asked: those are content",
    "triggered": "made from the figures",
}
"""Content that is proved elsewhere, or made from what is content."""
NOT_SAID = {"id", "filings", "lifecycle", "words", "matters", "papers"}
"""What happens to a report, and is no part of it."""


@pytest.mark.parametrize("change", SEASON.values(), ids=SEASON)
def test_what_a_season_says_is_content(change: Callable[[Season], Season]) -> None:
    before = firm()

    after = with_season(before, change(case(before)))

    assert digest(after) != digest(before)


@pytest.mark.parametrize("change", COMPANY.values(), ids=COMPANY)
def test_what_a_company_says_is_content(change: Callable[[Company], Company]) -> None:
    before = firm()

    after = change(before)

    assert digest(after) != digest(before)


@pytest.mark.parametrize("change", NO_CONTENT.values(), ids=NO_CONTENT)
def test_how_the_work_is_run_is_none(change: Callable[[Season], Season]) -> None:
    before = firm()

    after = with_season(before, change(case(before)))

    assert after != before
    assert digest(after) == digest(before)


def test_of_every_field_of_a_season_it_is_said_whether_it_is_content() -> None:
    said = {name.partition(",")[0] for name in (*SEASON, *NO_CONTENT)}

    assert said | ELSEWHERE.keys() | NOT_SAID == {each.name for each in fields(Season)}

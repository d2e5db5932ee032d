"""The simulated score: docs/domain.md section 8, held against tables that anybody can read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.firm import (
    CALENDAR,
    FIRST,
    PACKS,
    chooses,
    count,
    doer,
    first_season,
    gave,
    opened,
    with_case,
)
from tests.workflow.golden import told
from workflow.given import AnswerGiven, Choices, Day, Rows, Words
from workflow.ids import ItemKey, PackRef
from workflow.model import Company, FilingFact
from workflow.pack import TableSpec
from workflow.records import record_filing
from workflow.rules import RuleKey
from workflow.score import Part, Score, added_up, missing_inputs, score
from workflow.score_points import timely
from workflow.scoring import Component, Timely

GOLDEN = Path(__file__).parents[1] / "golden"
PACK = PACKS[PackRef("call_centre@2")]
assert PACK.score is not None
WEIGHTS = PACK.score.weights
LINE = PACK.score.veto_below
END = date(2027, 3, 31)
EARLY = date(2027, 3, 1)


def table(name: str) -> list[list[str]]:
    """The rows of a golden table, without remarks and heading."""
    lines = (GOLDEN / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def part(component: Component, written: str) -> Part:
    points = None if written in "-/" else Decimal(written)
    return Part(component, WEIGHTS[component], points, applies=written != "/")


@pytest.mark.parametrize("row", table("score.tsv"), ids=lambda row: row[0])
def test_the_total_is_as_the_table_says(row: list[str]) -> None:
    parts = tuple(map(part, Component, row[1:9]))

    found = added_up(parts, LINE, Decimal(row[9]) if row[9] else None)

    told = [found.total, found.weight, found.low, found.high]
    written = ["-" if each is None else f"{each:f}" for each in told]
    assert [*map(_plain, written), "yes" if found.is_vetoed else "no"] == [
        *map(_plain, row[10:14]),
        row[14],
    ]


def _plain(number: str) -> str:
    return number if number == "-" else f"{Decimal(number):.1f}"


@pytest.mark.parametrize("row", table("score_timely.tsv"), ids=lambda row: row[0])
def test_the_points_for_the_day_are_as_the_table_says(row: list[str]) -> None:
    assert timely(date.fromisoformat(row[0]), END, CALENDAR, Timely()) == Decimal(row[1])


# --- whatever the parts are -----------------------------------------------------------------

POINTS = st.none() | st.decimals(0, 100, places=2)
PARTS = st.tuples(*[st.tuples(POINTS, st.booleans())] * 8).map(
    lambda drawn: tuple(
        Part(component, WEIGHTS[component], points, applies)
        for component, (points, applies) in zip(Component, drawn, strict=True)
    )
)


@given(PARTS)
def test_the_total_lies_between_nothing_and_hundred_and_within_its_range(
    parts: tuple[Part, ...],
) -> None:
    found = added_up(parts, LINE)

    assert 0 <= found.low <= found.high <= 100
    assert found.total is None or found.low <= found.total <= found.high


@given(PARTS, st.sampled_from(Component), st.decimals(0, 100, places=2))
def test_more_points_for_a_component_never_lower_the_total(
    parts: tuple[Part, ...], which: Component, more: Decimal
) -> None:
    better = tuple(
        replace(each, points=max(each.points, more))
        if each.component is which and each.points is not None
        else each
        for each in parts
    )

    before, after = added_up(parts, LINE), added_up(better, LINE)
    assert (after.total or Decimal(0)) >= (before.total or Decimal(0))


# --- a whole season -------------------------------------------------------------------------


def season(*answers: tuple[str, AnswerGiven]) -> Company:
    """A season of the newest pack with these answers."""
    company = opened(PACK)
    for key, answer in answers:
        company = gave(company, ItemKey(key), answer)
    return company


def scored(company: Company, today: date = EARLY, *without: str) -> Score:
    keys = tuple(map(RuleKey, without))
    found = score(company, first_season(company), PACK, CALENDAR, today, keys)
    assert found is not None
    return found


def points(company: Company, component: Component, today: date = EARLY) -> Decimal | None:
    return next(p.points for p in scored(company, today).parts if p.component is component)


def recorded(company: Company, fact: FilingFact, on: date) -> Company:
    return record_filing(company, FIRST, fact, on, by=doer(date(2027, 6, 1))).company


def events(*days: date, kind: str = "penalty") -> AnswerGiven:
    """That many of them, in the columns of the pack."""
    spec = PACK.item(ItemKey("compliance_events")).spec
    assert isinstance(spec, TableSpec)

    def row(day: date) -> tuple[Day | Choices | Words, ...]:
        known: Mapping[str, Day | Choices] = {"on": Day(day), "kind": Choices((kind,))}
        return tuple(known.get(column.key, Words("x")) for column in spec.columns)

    return AnswerGiven(Rows(tuple(map(row, days))))


CLEAN = ("on_dishonest_list", chooses("no"))
NONE_EVER = ("compliance_events", events())
WRONG = (
    ("seats_total", count(400)),
    ("seats_self", count(300)),
    ("seats_outsourced", count(90)),
)


def test_where_nothing_is_answered_no_component_pretends_to_have_points() -> None:
    company = season()

    assert points(company, Component.LISTS) is None
    assert points(company, Component.TIMELINESS) is None
    assert points(company, Component.SERVICE) is None
    assert ItemKey("complaint_benchmark") in missing_inputs(
        company, first_season(company), PACK, scored(company)
    )


def test_a_report_not_filed_is_worth_nothing_only_once_its_last_day_is_over() -> None:
    company = season()

    assert points(company, Component.TIMELINESS, END) is None
    assert points(company, Component.TIMELINESS, date(2027, 4, 1)) == 0


def test_one_of_two_licences_filed_is_half_of_the_points() -> None:
    company = recorded(with_case(season(), PACK, licence_no="B2-2"), FilingFact.REPORTED, EARLY)

    assert points(company, Component.TIMELINESS) == 50


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), 100),
        ((date(2026, 5, 1),), 60),
        ((date(2026, 5, 1), date(2025, 5, 1), date(2024, 5, 1)), 0),
        ((date(2023, 12, 31),), 100),
        ((date(2024, 1, 1),), 60),
    ],
)
def test_a_penalty_of_three_years_costs_forty(days: tuple[date, ...], expected: int) -> None:
    company = season(CLEAN, ("compliance_events", events(*days)))

    assert points(company, Component.LISTS) == expected


def test_a_notice_is_no_penalty() -> None:
    company = season(CLEAN, ("compliance_events", events(date(2026, 5, 1), kind="notice")))

    assert points(company, Component.LISTS) == 100


def test_on_the_bad_list_the_total_is_capped_until_it_is_left() -> None:
    listed = recorded(season(CLEAN, NONE_EVER), FilingFact.BAD_LISTED, EARLY)
    left = recorded(listed, FilingFact.DELISTED, date(2027, 5, 1))

    assert scored(listed).high == 59
    assert scored(left).high > 59


def test_on_the_dishonest_list_the_total_is_nothing() -> None:
    company = season(("on_dishonest_list", chooses("yes")), NONE_EVER)

    assert scored(company).total == 0


def test_corrections_after_the_filing_cost_two_each() -> None:
    company = recorded(season(*WRONG), FilingFact.REPORTED, EARLY)
    before = points(company, Component.ACCURACY)
    assert before is not None

    again = recorded(company, FilingFact.REOPENED, date(2027, 3, 5))

    assert points(again, Component.ACCURACY) == before - 2


def test_an_open_block_costs_ten_and_what_it_would_gain_is_worked_out_again() -> None:
    company = season(*WRONG)

    now, fixed = scored(company), scored(company, EARLY, "r17")

    accuracy = [{p.component: p.points for p in each.parts} for each in (now, fixed)]
    assert accuracy[1][Component.ACCURACY] == (accuracy[0][Component.ACCURACY] or 0) + 10
    assert now.total is not None
    assert fixed.total is not None
    assert fixed.total > now.total


def test_without_numbers_their_component_does_not_apply() -> None:
    company = season(("access_numbers", AnswerGiven(Rows(()))))

    numbers = next(p for p in scored(company).parts if p.component is Component.NUMBERS)
    assert not numbers.applies


def test_complaints_at_the_benchmark_are_worth_fifty() -> None:
    company = season(
        ("complaints", count(20)),
        ("calls_connected", count(100_000)),
        ("complaint_benchmark", count(2)),
    )

    assert points(company, Component.COMPLAINTS) == 50


def test_an_older_pack_weighs_nothing() -> None:
    company = opened()

    pack = PACKS[first_season(company).pack]
    assert score(company, first_season(company), pack, CALENDAR, EARLY) is None


def test_one_change_costs_once_however_many_rules_say_so() -> None:
    sums = "坐席总数=280; 自营坐席数=280; 外包坐席数=0"
    now, before = "关键话术明细=甲,v2,是,您好,我们是甲", "去年关键话术明细=甲,v1,是,再见,我们是乙"
    company, _ = told(PACK, f"{sums}; {now}; {before}")

    found = points(company, Component.CONSISTENCY)

    assert found == 95

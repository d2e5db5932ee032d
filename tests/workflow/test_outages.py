"""Hours without service: exact, within the year, no hour counted twice, planned work apart."""

from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.logged import fault, log, minor
from workflow.given import Rows, Words
from workflow.ids import ItemKey
from workflow.measures import QualitySpec
from workflow.outages import FaultRecord, fault_record
from workflow.stamps import stamped

SPEC = QualitySpec(ItemKey("fault_log"), ItemKey("complaint_log"), ItemKey("survey"), {})
NEW_YEAR = datetime.fromisoformat("2026-01-01 00:00")


def record(rows: Rows, year: int = 2026) -> FaultRecord:
    return fault_record(rows, year, SPEC)


@pytest.mark.parametrize(("year", "hours"), [(2026, 8760), (2028, 8784), (2100, 8760)])
def test_a_year_has_8760_hours_and_a_leap_year_24_more(year: int, hours: int) -> None:
    assert record(log(), year).hours_of_year == hours


def test_a_fault_lasts_from_its_start_to_its_repair_over_days_and_february() -> None:
    found = record(log(fault("2028-02-28 12:00", "2028-03-01 12:00")), 2028)

    assert found.down == 48


def test_hours_that_overlap_are_counted_once() -> None:
    found = record(
        log(
            fault("2026-06-01 08:00", "2026-06-01 18:00"),
            fault("2026-06-01 12:00", "2026-06-01 20:00"),
            fault("2026-06-01 13:00", "2026-06-01 14:00"),
        )
    )

    assert found.down == 12


def test_each_repair_counts_for_itself_also_where_faults_overlap() -> None:
    found = record(
        log(
            fault("2026-06-01 08:00", "2026-06-01 18:00"),
            fault("2026-06-01 12:00", "2026-06-01 20:00"),
        )
    )

    assert found.repair == 18


def test_of_faults_that_overlap_the_widest_says_how_far_an_hour_reached() -> None:
    found = record(
        log(
            fault("2026-06-01 08:00", "2026-06-01 18:00", impact="50"),
            fault("2026-06-01 12:00", "2026-06-01 14:00", impact="20"),
            fault("2026-06-01 17:00", "2026-06-01 19:00", impact="100"),
        )
    )

    assert found.reached == 9 * Fraction(1, 2) + 2


def test_where_the_log_names_no_share_a_major_fault_hits_all_and_another_one_in_ten() -> None:
    found = record(
        log(
            fault("2026-06-01 00:00", "2026-06-01 10:00"),
            minor("2026-07-01 00:00", "2026-07-01 10:00"),
        )
    )

    assert found.reached == 11
    assert found.down == 10


def test_planned_maintenance_counts_nowhere_and_is_listed() -> None:
    found = record(
        log(
            fault("2026-06-01 00:00", "2026-06-01 10:00", planned=True),
            fault("2026-06-01 02:00", "2026-06-01 04:00"),
        )
    )

    assert [each.row for each in found.planned] == [1]
    assert [each.row for each in found.faults] == [2]
    assert [found.down, found.reached, found.repair] == [Fraction(2)] * 3


def test_only_what_lies_in_the_year_is_counted_and_a_fault_belongs_where_it_began() -> None:
    found = record(
        log(
            fault("2025-12-31 22:00", "2026-01-01 03:00"),
            fault("2026-12-31 23:00", "2027-01-01 05:00"),
            fault("2025-06-01 00:00", "2025-06-02 00:00"),
        )
    )

    assert found.down == 3 + 1
    assert [each.row for each in found.faults] == [2]
    assert found.repair == 6
    assert [each.row for each in found.outside] == [3]


def test_a_row_of_another_shape_is_left_out() -> None:
    assert record(Rows(((Words("2026-06-01 08:00"),), ()))).outages == ()


spans = st.tuples(st.integers(-9000, 540_000), st.integers(0, 20_000), st.integers(0, 100))


def rows_of(faults: list[tuple[int, int, int]]) -> Rows:
    return log(
        *(
            fault(
                stamped(NEW_YEAR + timedelta(minutes=start)),
                stamped(NEW_YEAR + timedelta(minutes=start + length)),
                impact=str(Decimal(impact)),
            )
            for start, length, impact in faults
        )
    )


@given(st.lists(spans, max_size=6), st.randoms(use_true_random=False))
def test_hours_lie_between_nothing_and_their_sum_whatever_the_order(
    faults: list[tuple[int, int, int]], chance: Random
) -> None:
    found = record(rows_of(faults))
    mixed = list(faults)
    chance.shuffle(mixed)
    other = record(rows_of(mixed))

    assert 0 <= found.reached <= found.down <= sum(Fraction(f[1], 60) for f in faults)
    assert found.down <= found.hours_of_year
    assert (found.down, found.reached) == (other.down, other.reached)


@given(st.lists(spans, min_size=1, max_size=5), st.integers(0, 20_000))
def test_a_fault_told_in_two_rows_lasts_no_longer(
    faults: list[tuple[int, int, int]], cut: int
) -> None:
    start, length, impact = faults[0]
    first = min(cut, length)
    parted = [(start, first, impact), (start + first, length - first, impact), *faults[1:]]

    whole, told_twice = record(rows_of(faults)), record(rows_of(parted))

    assert (whole.down, whole.reached) == (told_twice.down, told_twice.reached)

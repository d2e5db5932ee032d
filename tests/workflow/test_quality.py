"""The figures of the service quality report: what logs give, what was filled in, where they differ."""

from decimal import Decimal

import pytest

from tests.workflow.firm import FIRST, PACKS, doer, first_season, gave, look, opened
from tests.workflow.logged import asked, complaint, fault, log, minor
from workflow.given import AnswerGiven, Number, Rows
from workflow.ids import ItemKey, PackRef
from workflow.measures import Measure, Part
from workflow.model import Company
from workflow.quality import Quality, as_seen, quality
from workflow.tailoring import drop_item

MULTI = PACKS[PackRef("multi_party@2")]
CALLS = PACKS[PackRef("call_centre@2")]
FAULTS, LEDGER, SURVEY = ItemKey("fault_log"), ItemKey("complaint_log"), ItemKey("survey")
TWO_DAYS = fault("2026-06-03 00:00", "2026-06-05 00:00")


def with_answers(**answers: str | Rows) -> Company:
    """A multi-party provider that answered these."""
    company = opened(MULTI)
    for key, value in answers.items():
        given = value if isinstance(value, Rows) else Number(Decimal(value))
        company = gave(company, ItemKey(key), AnswerGiven(given))
    return company


def report(**answers: str | Rows) -> Quality:
    company = with_answers(**answers)
    found = quality(company, first_season(company), MULTI)
    assert found is not None
    return found


def worked(found: Quality, measure: Measure) -> Decimal | None:
    """The worked-out figure, as the item would have it written."""
    line = next((line for line in found.lines if line.measure is measure), None)
    return line.offered.value if line and line.offered else None


@pytest.mark.parametrize(
    ("rows", "available"),
    [
        (log(), "100.0000"),
        (log(TWO_DAYS), "99.4521"),
        (log(TWO_DAYS, fault("2026-09-01 00:00", "2026-09-03 00:00")), "98.9041"),
        (log(TWO_DAYS, fault("2026-06-03 12:00", "2026-06-04 12:00")), "99.4521"),
        (log(TWO_DAYS, minor("2026-09-01 00:00", "2026-09-03 00:00")), "99.4521"),
        (log(fault("2026-06-03 00:00", "2026-06-05 00:00", planned=True)), "100.0000"),
        (log(fault("2026-01-01 00:00", "2026-01-04 15:36")), "99.0000"),
    ],
)
def test_availability_is_the_year_without_the_hours_of_major_faults(
    rows: Rows, available: str
) -> None:
    assert worked(report(fault_log=rows), Measure.AVAILABILITY) == Decimal(available)


@pytest.mark.parametrize(
    ("rows", "ceiling"),
    [
        (log(), "100"),
        (log(TWO_DAYS), "99.65"),
        (log(fault("2026-06-03 00:00", "2026-06-05 00:00", impact="10")), "100"),
        (log(fault("2026-06-03 00:00", "2026-06-05 00:00", impact="50")), "99.93"),
        (log(TWO_DAYS, minor("2026-09-01 00:00", "2026-09-03 00:00")), "99.6"),
    ],
)
def test_no_connection_rate_lies_above_what_faults_leave(rows: Rows, ceiling: str) -> None:
    found = report(fault_log=rows).ceiling

    assert found is not None
    assert round(found.value, 2) == Decimal(ceiling)


def test_faults_are_counted_and_their_repairs_averaged() -> None:
    rows = log(TWO_DAYS, minor("2026-09-01 08:00", "2026-09-01 09:30"))

    found = report(fault_log=rows, mp_sla_mttr_h="24")

    assert worked(found, Measure.FAULTS) == 2
    assert worked(found, Measure.FAULTS_MAJOR) == 1
    assert worked(found, Measure.REPAIR_HOURS) == Decimal("24.75")
    assert worked(found, Measure.SLA_HIT) == Decimal("50.00")


def test_without_a_fault_there_is_no_repair_time_and_no_sla_rate() -> None:
    found = report(fault_log=log(), mp_sla_mttr_h="24")

    assert worked(found, Measure.FAULTS) == 0
    assert worked(found, Measure.REPAIR_HOURS) is None
    assert worked(found, Measure.SLA_HIT) is None


def test_a_repair_that_took_exactly_as_long_as_promised_was_in_time() -> None:
    assert worked(report(fault_log=log(TWO_DAYS), mp_sla_mttr_h="48"), Measure.SLA_HIT) == 100


def test_a_complaint_is_answered_in_time_on_the_fifteenth_day_and_not_on_the_sixteenth() -> None:
    rows = log(
        complaint("2026-03-01", "2026-03-16"),
        complaint("2026-03-01", "2026-03-17", "bureau"),
        complaint("2026-03-01", channel="hotline_12321"),
        complaint("2025-12-31", "2026-01-02"),
    )

    found = report(complaint_log=rows, mp_conferences="50000")

    assert worked(found, Measure.COMPLAINTS) == 3
    assert worked(found, Measure.REPLY_RATE) == Decimal("33.33")
    assert worked(found, Measure.COMPLAINT_RATE) == Decimal("0.60")
    assert found.complaints is not None
    assert found.complaints.by_channel == {"own": 1, "bureau": 1, "hotline_12321": 1}
    assert found.complaints.outside == (4,)


def test_without_a_ledger_the_complaint_rate_rests_on_what_was_filled_in() -> None:
    found = report(complaints="12", mp_conferences="40000")

    assert worked(found, Measure.COMPLAINT_RATE) == Decimal("3.00")
    rate = next(line for line in found.lines if line.measure is Measure.COMPLAINT_RATE)
    assert [each.item.key for each in rate.sources] == ["complaints", "mp_conferences"]


def test_without_conferences_there_is_no_complaint_rate() -> None:
    assert worked(report(complaints="12", mp_conferences="0"), Measure.COMPLAINT_RATE) is None


def test_satisfaction_is_of_those_who_answered_in_all_batches() -> None:
    found = report(survey=log(asked("2026-06-30", 40, 38), asked("2026-12-30", 20, 19)))

    assert worked(found, Measure.SATISFACTION) == Decimal("95.00")


def test_more_who_are_satisfied_than_answered_give_no_figure() -> None:
    assert worked(report(survey=log(asked("2026-06-30", 10, 38))), Measure.SATISFACTION) is None


def test_what_was_filled_in_stands_and_what_the_log_gives_is_offered() -> None:
    found = report(fault_log=log(TWO_DAYS), mp_availability="99.9", mp_faults_major="1")

    line = found.line_of(ItemKey("mp_availability"))
    major = found.line_of(ItemKey("mp_faults_major"))

    assert line is not None
    assert major is not None
    assert (line.differs, line.shown) == (True, Number(Decimal("99.9")))
    assert line.offered == Number(Decimal("99.4521"))
    assert (major.differs, major.is_to_take) == (False, False)
    assert [each.item.key for each in line.sources] == ["fault_log"]


def test_what_nothing_gives_is_missing() -> None:
    found = report(fault_log=log(TWO_DAYS))

    assert {line.measure for line in found.missing} == {
        Measure.CONNECT_RATE,
        Measure.DROP_RATE,
        Measure.COMPLAINTS,
        Measure.REPLY_RATE,
        Measure.COMPLAINT_RATE,
        Measure.COMPLAINT_TREND,
        Measure.SATISFACTION,
        Measure.SLA_HOURS,
        Measure.SLA_HIT,
    }


def test_what_only_rules_look_at_is_offered_and_never_missed() -> None:
    company = gave(opened(CALLS), FAULTS, AnswerGiven(log(TWO_DAYS)))

    found = quality(company, first_season(company), CALLS)

    assert found is not None
    assert worked(found, Measure.AVAILABILITY) == Decimal("99.4521")
    assert Measure.AVAILABILITY in {line.measure for line in found.to_take}
    assert {line.measure for line in found.missing} == {
        Measure.CONNECT_RATE,
        Measure.COMPLAINTS,
        Measure.REPLY_RATE,
        Measure.SATISFACTION,
    }


def test_a_figure_that_the_season_does_without_is_told_where_the_log_gives_it() -> None:
    company = drop_item(
        with_answers(fault_log=log(TWO_DAYS)),
        FIRST,
        MULTI,
        ItemKey("mp_availability"),
        "不填",
        by=doer(),
    ).company

    found = quality(company, first_season(company), MULTI)

    assert found is not None
    line = found.parts[Part.SERVICE][0]
    assert (line.measure, line.item) == (Measure.AVAILABILITY, None)
    assert line.shown == Number(Decimal("99.4521"))
    assert not line.is_to_take


def test_what_rests_on_an_item_that_is_not_seen_is_left_out() -> None:
    company = with_answers(fault_log=log(TWO_DAYS), mp_connect_rate="99")
    whole = quality(company, first_season(company), MULTI)
    assert whole is not None

    found = as_seen(whole, lambda item: item.key not in (FAULTS, "mp_connect_rate"))

    assert {line.measure for line in found.lines if line.shown} == set()
    assert (found.faults, found.ceiling, found.logs) == (None, None, ())
    assert Measure.CONNECT_RATE not in {line.measure for line in found.lines}


def test_a_pack_without_the_report_has_none() -> None:
    company = opened()

    assert quality(company, first_season(company), PACKS[PackRef("call_centre@1")]) is None


def test_the_logs_are_given_without_ever_being_owed() -> None:
    company = with_answers(fault_log=log(TWO_DAYS))

    assert len(look(company).missing) == len(look(opened(MULTI)).missing)

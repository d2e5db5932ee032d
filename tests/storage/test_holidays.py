"""Working-day calendars: what we ship, what is refused, and the import of an official year."""

import json
from datetime import date
from pathlib import Path

import pytest

from storage.holidays import HolidayFileFaulty, import_holiday_cn, load_calendar
from workflow.workdays import CalendarStatus

SHIPPED = Path(__file__).parents[2] / "workflow" / "holidays"
NOTICE = "https://www.gov.cn/a-notice"


def holiday_cn(year: int, *days: tuple[str, bool]) -> bytes:
    """A file as holiday-cn writes it."""
    listed = [{"name": "春节", "date": day, "isOffDay": off} for day, off in days]
    notice = {"$schema": "https://example.org/schema.json", "year": year, "papers": [NOTICE]}
    return json.dumps({**notice, "days": listed}).encode()


# --- what we ship -----------------------------------------------------------------------


def test_2026_is_official_and_2027_is_not_yet() -> None:
    years = load_calendar([SHIPPED]).years

    assert years[2026].status is CalendarStatus.OFFICIAL
    assert years[2027].status is CalendarStatus.PROVISIONAL


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 4), True),
        (date(2026, 2, 14), True),
        (date(2026, 2, 23), False),
        (date(2026, 2, 28), True),
        (date(2026, 4, 6), False),
        (date(2026, 5, 9), True),
        (date(2026, 9, 20), True),
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),
        (date(2027, 2, 4), True),
        (date(2027, 2, 5), False),
        (date(2027, 2, 10), False),
        (date(2027, 2, 11), True),
        (date(2027, 4, 5), False),
        (date(2027, 5, 4), False),
        (date(2027, 10, 5), False),
    ],
)
def test_the_days_are_those_of_the_notice_and_the_law(day: date, *, worked: bool) -> None:
    calendar = load_calendar([SHIPPED])

    assert calendar.is_workday(day) is worked


def test_no_swap_day_of_2027_is_guessed() -> None:
    year = load_calendar([SHIPPED]).years[2027]

    assert year.work == frozenset()
    assert len(year.off) == 1 + 6 + 1 + 4 + 1 + 1 + 5


def test_seven_working_days_lie_between_the_second_step_and_the_third() -> None:
    calendar = load_calendar([SHIPPED])

    days = calendar.between(date(2027, 1, 30), date(2027, 2, 15))

    assert len(days) == 7


# --- importing --------------------------------------------------------------------------


def test_an_imported_year_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    raw = holiday_cn(2027, ("2027-02-11", True), ("2027-01-30", False))

    year = import_holiday_cn(raw, tmp_path)

    calendar = load_calendar([SHIPPED, tmp_path])
    assert calendar.years[2027] == year
    assert year.status is CalendarStatus.OFFICIAL
    assert year.source == NOTICE
    assert year.off == {date(2027, 2, 11)}
    assert year.work == {date(2027, 1, 30)}
    assert 2026 in calendar.years


def test_an_import_leaves_one_file_and_replaces_an_earlier_one(tmp_path: Path) -> None:
    import_holiday_cn(holiday_cn(2027, ("2027-02-11", True)), tmp_path)

    import_holiday_cn(holiday_cn(2027, ("2027-02-12", True)), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["2027.toml"]
    assert load_calendar([tmp_path]).years[2027].off == {date(2027, 2, 12)}


def test_the_december_before_is_left_out_and_said(tmp_path: Path) -> None:
    raw = holiday_cn(2027, ("2026-12-31", True), ("2027-01-01", True))

    year = import_holiday_cn(raw, tmp_path)

    assert year.off == {date(2027, 1, 1)}
    assert "# of the year before, left out: 2026-12-31" in (tmp_path / "2027.toml").read_text()


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        pytest.param(
            holiday_cn(2027), "days: there are none; the notice for 2027 is not in it", id="empty"
        ),
        pytest.param(
            holiday_cn(2027, ("2028-01-01", True)), "2028-01-01 is not in 2027", id="other year"
        ),
        pytest.param(
            holiday_cn(2027, ("2027-02-05", True), ("2027-02-05", True)),
            "2027-02-05 stands there 2 times",
            id="twice",
        ),
        pytest.param(
            holiday_cn(2027, ("2027-02-05", True), ("2027-02-06", False), ("2027-02-06", True)),
            "2027-02-06 stands there 2 times",
            id="off and worked",
        ),
        pytest.param(
            holiday_cn(2027, ("2027-02-05", True), ("2027-02-12", False)),
            "2027-02-12 is no weekend: a make-up workday is one",
            id="make-up workday on a Friday",
        ),
        pytest.param(
            b"{", "Invalid JSON: EOF while parsing an object at line 1 column 1", id="cut"
        ),
        pytest.param(
            b'{"year": 2027, "days": [{"name": "", "date": "2027-02-30", "isOffDay": true}]}',
            "days.0.date: Input should be a valid date in the format YYYY-MM-DD, "
            "day value is outside expected range",
            id="no such day",
        ),
        pytest.param(b'{"year": 2027}', "days: Field required", id="no days"),
    ],
)
def test_a_file_that_is_no_official_year_is_refused(raw: bytes, fault: str, tmp_path: Path) -> None:
    with pytest.raises(HolidayFileFaulty) as refused:
        import_holiday_cn(raw, tmp_path)

    assert refused.value.faults == (fault,)
    assert list(tmp_path.iterdir()) == []


# --- reading ----------------------------------------------------------------------------


def test_every_fault_of_every_file_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "holidays"
    folder.mkdir()
    (folder / "2028.toml").write_text('year = 2028\nstatus = "sure"\noff = []\n')
    (folder / "2029.toml").write_text("year = ")
    (folder / "2030.toml").write_text(
        'year = 2031\nstatus = "official"\nsource = "x"\noff = [2031-01-01, 2032-01-01]\n'
    )

    with pytest.raises(HolidayFileFaulty) as refused:
        load_calendar([SHIPPED, folder])

    assert refused.value.faults == (
        "holidays/2028.toml: status: Input should be 'official' or 'provisional'",
        "holidays/2028.toml: source: Field required",
        "holidays/2028.toml: off: Tuple should have at least 1 item after validation, not 0",
        "holidays/2029.toml: Invalid value (at end of document)",
        "holidays/2030.toml: 2032-01-01 is not in 2031",
        "holidays/2030.toml: year: the file of 2031 is called 2031.toml",
    )


def test_a_folder_that_is_not_there_has_no_years(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"

    calendar = load_calendar([nowhere])

    assert calendar.years == {}

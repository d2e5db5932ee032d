"""Working-day calendars: read from `<year>.toml`, and imported from the holiday-cn format."""

import datetime as dt
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from storage.disk import Disk, make_folder
from workflow.workdays import SATURDAY, Calendar, CalendarStatus, YearCalendar

DECEMBER = 12
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class HolidayFileFaulty(Exception):
    """Holiday files cannot be used; `faults` has a line for each fault, file and path first."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class _YearShape(BaseModel):
    """A `<year>.toml`. `off` are the days off, `work` the weekend days that are worked."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    year: int = Field(ge=2000, le=2200)
    status: CalendarStatus
    source: str = Field(min_length=1)
    off: tuple[dt.date, ...] = Field(min_length=1)
    work: tuple[dt.date, ...] = ()

    def calendar(self) -> YearCalendar:
        """As the trade knows it."""
        off, work = frozenset(self.off), frozenset(self.work)
        return YearCalendar(self.year, self.status, self.source, off, work)


def _faults_of(shape: _YearShape) -> Iterator[str]:
    for day, times in Counter((*shape.off, *shape.work)).items():
        if times > 1:
            yield f"{day} stands there {times} times"
        if day.year != shape.year:
            yield f"{day} is not in {shape.year}"
    for day in shape.work:
        if day.weekday() < SATURDAY:
            yield f"{day} is no weekend: a make-up workday is one"


# --- reading ----------------------------------------------------------------------------


def load_calendar(folders: Sequence[Path]) -> Calendar:
    """The years of all folders; a later folder's year replaces an earlier one's.

    HolidayFileFaulty tells every fault of every file; a folder that is not there has no years.
    """
    faults: list[str] = []
    paths = [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    years = [_read(path, faults) for path in paths]
    if faults:
        raise HolidayFileFaulty(faults)
    return Calendar({year.year: year for year in years if year is not None})


def _read(path: Path, faults: list[str]) -> YearCalendar | None:
    where = f"{path.parent.name}/{path.name}"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        shape = _YearShape.model_validate(table)
    except ValidationError as error:
        faults.extend(f"{where}: {line}" for line in _lines(error))
        return None
    except (OSError, ValueError) as error:
        faults.append(f"{where}: {error}")
        return None
    faults.extend(f"{where}: {fault}" for fault in _faults_of(shape))
    if path.stem != str(shape.year):
        faults.append(f"{where}: year: the file of {shape.year} is called {shape.year}.toml")
    return shape.calendar()


def _lines(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        path = ".".join(str(step) for step in fault["loc"])
        yield f"{path}: {fault['msg']}" if path else fault["msg"]


# --- importing --------------------------------------------------------------------------


class _HolidayCnDay(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)

    name: str
    date: dt.date
    is_off: bool = Field(alias="isOffDay")


class _HolidayCn(BaseModel):
    """The JSON of holiday-cn: a year by the title of the State Council's notice."""

    model_config = ConfigDict(strict=True, frozen=True)

    year: int
    papers: tuple[str, ...] = ()
    days: tuple[_HolidayCnDay, ...]


def import_holiday_cn(raw: bytes, target: Path) -> YearCalendar:
    """Write the year of a holiday-cn JSON file into the folder `target`, as official.

    Days of the December before, which a notice may name too, are left out: the file is one year's.
    HolidayFileFaulty if the file has no days (the notice is not out), days of another year, or
    days told twice; nothing is written then. OSError if the disk refuses.
    """
    try:
        given = _HolidayCn.model_validate_json(raw.removeprefix(BYTE_ORDER_MARK))
        year = _official(given)
    except ValidationError as error:
        raise HolidayFileFaulty(tuple(_lines(error))) from None
    faults = tuple(_faults_of(year))
    if faults:
        raise HolidayFileFaulty(faults)
    left_out = [day.date for day in given.days if _is_before(day, given)]
    make_folder(target)
    _write(target / f"{year.year}.toml", _toml(year, left_out))
    return year.calendar()


def _official(given: _HolidayCn) -> _YearShape:
    if not given.days:
        raise HolidayFileFaulty([f"days: there are none; the notice for {given.year} is not in it"])
    own = [day for day in given.days if not _is_before(day, given)]
    return _YearShape(
        year=given.year,
        status=CalendarStatus.OFFICIAL,
        source=" ".join(given.papers) or f"holiday-cn {given.year}.json",
        off=tuple(day.date for day in own if day.is_off),
        work=tuple(day.date for day in own if not day.is_off),
    )


def _is_before(day: _HolidayCnDay, given: _HolidayCn) -> bool:
    return (day.date.year, day.date.month) == (given.year - 1, DECEMBER)


def _toml(year: _YearShape, left_out: Sequence[dt.date]) -> str:
    lines = [
        f"year = {year.year}",
        f'status = "{year.status}"',
        # a JSON string is a TOML string too
        f"source = {json.dumps(year.source, ensure_ascii=False)}",
        *_dates("off", year.off),
        *_dates("work", year.work),
        *(f"# of the year before, left out: {day}" for day in left_out),
    ]
    return "\n".join(lines) + "\n"


def _dates(name: str, days: Sequence[dt.date]) -> Iterator[str]:
    yield f"{name} = ["
    yield from (f"  {day}," for day in sorted(days))
    yield "]"


def _write(path: Path, text: str) -> None:
    """Put the file in its place in one instant, durably."""
    disk = Disk()
    fresh = path.with_name(path.name + ".new")
    try:
        disk.write_new(fresh, [text.encode()])
        disk.sync(fresh)
        disk.replace(fresh, path)
        disk.sync(path.parent)
    finally:
        disk.remove(fresh)

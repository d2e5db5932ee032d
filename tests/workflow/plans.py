"""Hypothesis strategies for plans: any calendar, any milestones, any day of opening."""

from datetime import date, timedelta

from hypothesis import strategies as st

from workflow.basis import Basis, Standing
from workflow.due_rules import DayOfYear, InternalDue, WorkdaysBefore
from workflow.ids import ItemKey, MilestoneKey, PackRef, SeasonId
from workflow.model import Coverage, Season
from workflow.pack import Milestone, Pack, Profile
from workflow.team import Department
from workflow.text import Text
from workflow.workdays import SATURDAY, Calendar, CalendarStatus, YearCalendar

years = st.integers(2020, 2040)
SUBMISSION = MilestoneKey("end")
WORDS = Text("步骤", "Step")
BASIS = Basis(Standing.INTERNAL)
END_OF_MARCH = DayOfYear(3, 31)

_stretches = st.lists(st.tuples(st.integers(0, 364), st.integers(1, 20)), max_size=5)
_days_of_year = st.dates(date(2001, 1, 1), date(2001, 12, 31)).map(
    lambda day: DayOfYear(day.month, day.day)
)
_internals: st.SearchStrategy[InternalDue] = _days_of_year | st.builds(
    WorkdaysBefore, st.integers(1, 120)
)


def _calendar(
    year: int, stretches: list[tuple[int, int]], worked: set[int], status: CalendarStatus
) -> Calendar:
    first = date(year, 1, 1)
    off = {first + timedelta(days=start + n) for start, length in stretches for n in range(length)}
    chosen = {first + timedelta(days=n) for n in worked}
    work = {day for day in chosen - off if day.weekday() >= SATURDAY}
    return Calendar({year: YearCalendar(year, status, "test", frozenset(off), frozenset(work))})


def calendars(year: int) -> st.SearchStrategy[Calendar]:
    """Breaks and make-up workdays anywhere in the year; other years without data."""
    return st.builds(
        _calendar,
        st.just(year),
        _stretches,
        st.sets(st.integers(0, 364), max_size=12),
        st.sampled_from(CalendarStatus),
    )


def _milestone(
    number: int, statutory: DayOfYear | None, internal: InternalDue | None, *, after: bool
) -> Milestone:
    return Milestone(
        key=MilestoneKey(f"s{number}"),
        number=number,
        title=WORDS,
        basis=BASIS,
        departments=(Department.LEG,),
        statutory=statutory,
        internal=internal,
        after_filing=after,
    )


def _pack(
    parts: list[tuple[DayOfYear | None, InternalDue | None, bool]], inner: InternalDue | None
) -> Pack:
    steps = [
        _milestone(number, statutory, internal, after=after)
        for number, (statutory, internal, after) in enumerate(parts, start=1)
    ]
    end = Milestone(SUBMISSION, 99, WORDS, BASIS, (Department.LEG,), END_OF_MARCH, inner)
    keys = tuple(step.key for step in (*steps, end))
    profile = Profile("full", WORDS, WORDS, keys, (), SUBMISSION)
    return Pack(
        ref=PackRef("any@1"),
        title=WORDS,
        licence_code="B24",
        submission=SUBMISSION,
        proof=ItemKey("proof"),
        milestones=(*steps, end),
        items=(),
        profiles=(profile,),
    )


packs = st.builds(
    _pack,
    st.lists(st.tuples(st.none() | _days_of_year, st.none() | _internals, st.booleans())),
    st.none() | _internals,
)
"""Packs of any milestones; the submission is due on 31 March, the others whenever."""


def season_of(pack: Pack, year: int, opened_on: date, profile: str = "full") -> Season:
    """A season of that pack, opened that day."""
    return Season(SeasonId("1"), pack.ref, profile, year, "", Coverage(), opened_on)


def opening_days(year: int) -> st.SearchStrategy[date]:
    """From the autumn before the report to the summer after it."""
    return st.dates(date(year, 10, 1), date(year + 1, 8, 31))

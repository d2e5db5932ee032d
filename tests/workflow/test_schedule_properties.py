"""What holds of every plan: over any calendar, any milestones, any year and day of opening."""

from dataclasses import dataclass
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.firm import CALENDAR, CALL_CENTRE, MULTI_PARTY
from tests.workflow.plans import calendars, opening_days, packs, season_of, years
from workflow.ids import MilestoneKey
from workflow.pack import Pack
from workflow.schedule import Due, Moved, Plan, Step, plan
from workflow.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan beside all it came from."""

    plan: Plan
    pack: Pack
    calendar: Calendar
    year: int
    opened_on: date

    def __repr__(self) -> str:
        """The dates only: a whole pack fills a screen."""
        dates = [
            f"{step.milestone.key} {step.statutory} {step.internal}" for step in self.plan.steps
        ]
        return "\n".join((f"{self.year}, opened {self.opened_on}, {self.calendar}", *dates))

    @property
    def internal(self) -> list[tuple[Step, Due]]:
        """The steps with an internal date, and that date."""
        return [(step, step.internal) for step in self.plan.steps if step.internal]


@st.composite
def _planned(draw: st.DrawFn, any_pack: st.SearchStrategy[Pack]) -> Planned:
    pack, year = draw(any_pack), draw(years)
    calendar, opened_on = draw(calendars(year + 1)), draw(opening_days(year))
    dated = plan(season_of(pack, year, opened_on), pack, calendar)
    return Planned(dated, pack, calendar, year, opened_on)


unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
of_any_pack = _planned(packs)
of_released_packs = _planned(st.sampled_from([CALL_CENTRE, MULTI_PARTY]))


@unhurried
@given(of_any_pack | of_released_packs)
def test_an_internal_date_is_never_on_a_day_off(planned: Planned) -> None:
    off = [due.day for _, due in planned.internal if not planned.calendar.is_workday(due.day)]

    assert off == []


@unhurried
@given(of_any_pack | of_released_packs)
def test_an_internal_date_is_never_after_the_statutory_one(planned: Planned) -> None:
    end = planned.plan.statutory
    late = [
        (step.milestone.key, due.day)
        for step, due in planned.internal
        if due.day > (step.statutory or date.max)
        or (due.day > end and not step.milestone.after_filing)
    ]

    assert late == []


@unhurried
@given(of_any_pack | of_released_packs)
def test_no_internal_date_is_before_the_opening_day(planned: Planned) -> None:
    assert [due.day for _, due in planned.internal if due.day < planned.opened_on] == []


@unhurried
@given(of_any_pack | of_released_packs)
def test_the_statutory_date_never_moves(planned: Planned) -> None:
    rules = {step.key: step.statutory for step in planned.pack.milestones}

    dates = {step.milestone.key: step.statutory for step in planned.plan.steps}

    assert planned.plan.statutory == date(planned.year + 1, 3, 31)
    assert dates == {
        key: rule and date(planned.year + 1, rule.month, rule.day) for key, rule in rules.items()
    }


@unhurried
@given(of_any_pack | of_released_packs)
def test_a_date_that_is_not_the_packs_says_why(planned: Planned) -> None:
    moved = [due for _, due in planned.internal if due.moved]
    kept = [due for _, due in planned.internal if not due.moved]

    assert [due for due in kept if due.day != due.nominal] == []
    assert [due for due in moved if due.moved is not Moved.LATE and due.day == due.nominal] == []


@unhurried
@given(of_released_packs)
def test_every_step_of_a_plan_stands_in_the_order_of_its_date(planned: Planned) -> None:
    dates = [step.due or date.max for step in planned.plan.steps]

    assert dates == sorted(dates)


@unhurried
@given(st.sampled_from([CALL_CENTRE, MULTI_PARTY]), opening_days(2026))
def test_whoever_starts_late_keeps_the_order_of_the_steps(pack: Pack, opened_on: date) -> None:
    dated = plan(season_of(pack, 2026, opened_on), pack, CALENDAR)

    steps = [dated.step(milestone.key) for milestone in pack.milestones]

    dates = [step.internal.day for step in steps if step and step.internal]
    assert dates == sorted(dates)


@unhurried
@given(years, st.data())
def test_the_report_of_a_call_centre_is_due_on_31_march_in_every_year(
    year: int, data: st.DataObject
) -> None:
    calendar, opened_on = data.draw(calendars(year + 1)), data.draw(opening_days(year))
    profile = data.draw(st.sampled_from(["statutory", "full"]))

    dated = plan(season_of(CALL_CENTRE, year, opened_on, profile), CALL_CENTRE, calendar)

    step = dated.step(MilestoneKey("M6"))
    assert step is not None
    assert step.statutory == dated.statutory == date(year + 1, 3, 31)

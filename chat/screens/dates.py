"""改日期: an inner date is moved; the law's is not. What moves is shown before anything does."""

from collections.abc import Iterator
from datetime import date, timedelta

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.days import day_when
from chat.screens.progress import headed, step_name
from chat.screens.steps import due_fact, page_taps
from chat.screens.team import in_rows
from chat.session import Case, Session
from messages.say import Fact, ShortDay, say
from workflow.errors import NoSuchMilestone
from workflow.progress import StepRow, StepState
from workflow.schedule import last_day

STEPS_A_PAGE = 8
OFFERED = (-7, -3, -1, 1, 3, 7, 14)
"""Days from the date there is, as they are offered; on a day off the working day before."""
TAPS_A_ROW = 3
WARNED = 2


def row_of(s: Session, case: Case, step: str) -> StepRow:
    """The step; NoSuchMilestone if the season does not have it."""
    row = next((row for row in s.overview(case).rows if row.key == step), None)
    if row is None:
        raise NoSuchMilestone
    return row


def is_movable(row: StepRow) -> bool:
    """Whether it has a date of the company's own."""
    return row.step.milestone.internal is not None


def which_step_card(s: Session, case: Case, page: int) -> Card:
    """Ask of which step."""
    here = (case.company.id, case.season.id)
    rows = [row for row in s.overview(case).rows if is_movable(row)]
    shown = rows[page * STEPS_A_PAGE : (page + 1) * STEPS_A_PAGE]
    taps = tuple((Tap(step_name(row.step), ref(Verb.DUE, *here, row.key)),) for row in shown)
    turn = page_taps(page, len(rows), STEPS_A_PAGE, lambda to: ref(Verb.DUES, *here, to))
    return Card((*headed(case, None), say("due-which")), (*taps, turn))


def due_card(s: Session, case: Case, row: StepRow, lead: Fact | None = None) -> Card:
    """Ask to which day: a button, or typed. A date of the law alone is kindly refused."""
    here = (case.company.id, case.season.id, row.key)
    lines = [*headed(case, lead), say("due-now", step=step_name(row.step), due=due_fact(row.step))]
    back = Tap(say("tap-step"), ref(Verb.STEP, *here, 0))
    if not is_movable(row):
        lines.append(say("due-law", day=row.step.statutory or s.overview(case).plan.statutory))
        return Card((*lines, say("due-law-instead")), ((back,),))
    lines += [*_why(case, row), say("due-ask")]
    taps = [
        Tap(ShortDay(day), ref(Verb.DUE_TO, *here, day.isoformat())) for day in _days(s, case, row)
    ]
    plans = (Tap(say("tap-due-plan"), ref(Verb.DUE_BACK, *here)),)
    moved = plans if row.step.milestone.key in case.season.moved else ()
    return Card(tuple(lines), (*in_rows(taps, TAPS_A_ROW), (*moved, back)))


def _why(case: Case, row: StepRow) -> Iterator[Fact]:
    moved = case.season.moved.get(row.step.milestone.key)
    if moved is not None and moved.why:
        yield say("due-why", why=moved.why)


def _days(s: Session, case: Case, row: StepRow) -> list[date]:
    """Working days before and after the date there is, none past and none beyond the law's."""
    start = max(row.step.internal.day if row.step.internal else s.today, s.today)
    last = last_day(row.step.milestone, case.pack, case.season.year) or date.max
    calendar = s.house.calendar
    found = {calendar.on_or_before(start + timedelta(days=each)) for each in OFFERED}
    return sorted(day for day in found - {start} if s.today <= day <= last)


def preview_card(
    s: Session, case: Case, row: StepRow, asked: date, *, why: str = "", lead: Fact | None = None
) -> Card:
    """What would move if it were that day; nothing has moved yet."""
    here = (case.company.id, case.season.id, row.key)
    day = s.house.calendar.on_or_before(asked)
    lines = [*headed(case, lead), say("due-now", step=step_name(row.step), due=due_fact(row.step))]
    if day != asked:
        lines.append(say("due-off", asked=asked, day=ShortDay(day)))
    when = day_when(s, case, day)
    lines += [say("due-preview", day=day, when=when), say("due-preview-reminders")]
    lines += list(_clashes(s, case, row, day))[:WARNED]
    lines.append(say("due-why", why=why) if why else say("due-ask-why"))
    sure = Tap(say("tap-due-sure", day=ShortDay(day)), ref(Verb.DUE_SURE, *here, day.isoformat()))
    other = Tap(say("tap-due-other"), ref(Verb.DUE, *here))
    return Card(tuple(lines), ((sure,), (other, Tap(say("tap-step"), ref(Verb.STEP, *here, 0)))))


def _clashes(s: Session, case: Case, row: StepRow, day: date) -> Iterator[Fact]:
    """Steps that need this one earlier, and those this one waits for longer. A warning, no lock."""
    for other in s.overview(case).rows:
        due = other.step.due
        if due is None or other.state is StepState.DONE:
            continue
        facts = {"step": step_name(other.step), "due": ShortDay(due)}
        if row.key in other.step.milestone.depends_on and due < day:
            yield say("due-needed-before", **facts)
        if other.key in row.step.milestone.depends_on and due > day:
            yield say("due-waits-for", **facts)


def readings_card(case: Case, step: str, days: tuple[date, ...]) -> Card:
    """Ask which day is meant, where a date can be read in two ways."""
    here = (case.company.id, case.season.id, step)
    taps = tuple((Tap(day, ref(Verb.DUE_TO, *here, day.isoformat())),) for day in days)
    return Card((*headed(case, None), say("unsure-date")), taps)

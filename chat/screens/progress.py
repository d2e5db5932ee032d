"""进度: one screen that says first whether it can be filed, then what is next."""

from chat.buttons import Verb, ref
from chat.card import Card, CopyTap, Tap
from chat.screens.matters import matters_line, matters_tap
from chat.screens.risks import Unreachable, unreachable
from chat.screens.system_errors import error_lines, error_rows
from chat.session import Case, Session
from messages.say import Fact, Say, ShortDay, say
from workflow.assigning import may_hand_in
from workflow.filing import FilingState, live_filings
from workflow.ids import PersonId
from workflow.model import Lifecycle
from workflow.pack import ItemKind, Milestone
from workflow.permissions import Action, may
from workflow.progress import Overview, StepRow
from workflow.schedule import Step
from workflow.signing import waiting_for

SCREEN_LINES = 12
SHOWN_NEXT = 3
SHOWN_OVERDUE = 2


def status_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """The case on one screen of a phone, at most twelve lines."""
    view = s.overview(case)
    risk = unreachable(s, case, view)
    lines = headed(case, lead)
    lines.append(verdict(case, view))
    lines.append(statutory_line(view))
    lines.extend(_term(s, case, view))
    lines.extend(matters_line(s, case))
    lines.extend(error_lines(s, case))
    lines.append(say("progress-done", done=view.done, total=view.total, percent=view.percent))
    lines.extend(_overdue(view))
    room = SCREEN_LINES - len(lines) - (1 if lead is None else 2)  # heading and lead have two each
    remarks = _remarks(s, case, view, risk)[:room]
    lines.extend(_coming(view, room - len(remarks)))
    lines.extend(remarks)
    risky = () if risk is None else (risk.tap,)
    return Card(tuple(lines), (_sign_row(s, case), risky, *_status_rows(s, case, view)))


def heading(case: Case) -> Say:
    """Company first, then which case of it."""
    return say(
        "case-heading",
        company=case.company.name,
        year=str(case.season.year),
        licence=case.pack.title,
    )


def headed(case: Case, lead: Fact | None) -> list[Fact]:
    """The first lines of a card: the company, then what has just happened, if anything did."""
    return [heading(case)] if lead is None else [heading(case), lead]


def name_of(case: Case, person: PersonId) -> Fact:
    """What the company calls the person, also one who left."""
    known = (*case.company.members, *case.company.former)
    return next((each.name for each in known if each.person == person), say("somebody"))


def verdict(case: Case, view: Overview) -> Say:
    """Whether it can be filed, or what became of it: always the first thing said."""
    filed = [f for f in case.season.filings if not f.withdrawn]
    if view.is_reported and filed:
        on = max(f.on for f in filed)
        return say(f"verdict-{_id(view.filing)}", day=ShortDay(on), missing=view.lacking)
    if view.filing in (FilingState.NOT_OPEN, FilingState.OPEN):
        return _readiness(view)
    return say(f"verdict-{_id(view.filing)}", missing=view.lacking)


def _readiness(view: Overview) -> Say:
    return say("verdict-ready") if view.is_ready else say("verdict-missing", n=view.lacking)


def _id(state: FilingState) -> str:
    return state.replace("_", "-")


def statutory_line(view: Overview) -> Say:
    """The clock that never moves."""
    days = view.days_to_statutory
    if view.is_reported:
        return say("statutory-kept", day=view.plan.statutory)
    if days < 0:
        return say("statutory-past", day=view.plan.statutory, days=-days)
    return say("statutory-left", day=view.plan.statutory, days=days)


def _term(s: Session, case: Case, view: Overview) -> list[Fact]:
    """What the authority set with its order or return, while that stands."""
    newest = live_filings(case.season)[-1:]
    if view.filing not in (FilingState.ORDERED, FilingState.RETURNED) or not newest[0].due:
        return []
    days = (newest[0].due - s.today).days
    return [say("term-left" if days >= 0 else "term-past", due=newest[0].due, days=abs(days))]


def _overdue(view: Overview) -> list[Fact]:
    shown = [say(_overdue_kind(row), **_step_facts(row)) for row in view.overdue[:SHOWN_OVERDUE]]
    rest = len(view.overdue) - SHOWN_OVERDUE
    if rest > 0:
        shown.append(say("overdue-more", count=rest))
    return list(shown)


def _overdue_kind(row: StepRow) -> str:
    """The two clocks look different."""
    return "step-overdue" if row.step.internal else "step-overdue-statutory"


def _coming(view: Overview, room: int) -> list[Fact]:
    shown = view.coming(min(SHOWN_NEXT, room))
    return [say("step-coming", **_step_facts(row)) for row in shown]


def _step_facts(row: StepRow) -> dict[str, Fact]:
    days = row.days_left or 0
    return {
        "step": step_name(row.step),
        "day": ShortDay(row.step.due) if row.step.due else "",
        "days": abs(days),
        "done": row.done,
        "total": row.total,
    }


def step_name(step: Step) -> Fact:
    """第3步 底表抽取; a watched date has no number."""
    return step_label(step.milestone)


def step_label(milestone: Milestone) -> Fact:
    """The same for a step without its dates."""
    if milestone.number is None:
        return milestone.title
    return say("step-name", number=milestone.number, title=milestone.title)


def _remarks(s: Session, case: Case, view: Overview, risk: Unreachable | None) -> list[Fact]:
    remarks: list[Fact] = [] if risk is None else [risk.line]
    if is_late(view) and s.today == case.season.opened_on:  # its days are counted from then
        remarks.append(late_line(view))
    if view.in_the_way:
        remarks.append(say("progress-findings", count=len(view.in_the_way)))
    if view.estimates or view.waiting:
        remarks.append(say("progress-unsure", estimates=view.estimates, waiting=view.waiting))
    if any(row.step.internal and row.step.internal.provisional for row in view.rows):
        remarks.append(say("dates-provisional", year=str(view.plan.statutory.year)))
    return remarks


def is_late(view: Overview) -> bool:
    """Whether the steps were compressed into the days that were left."""
    return view.late is not None and view.late.workdays > 0


def late_line(view: Overview) -> Say:
    """「起步较晚:剩 16 个工作日(含今天),已压缩步骤」, as it was on the opening day."""
    assert view.late is not None  # noqa: S101 - asked only for a late start
    return say("late-start", workdays=view.late.workdays, steps=len(view.late.compressed))


def _status_rows(s: Session, case: Case, view: Overview) -> tuple[tuple[Tap | CopyTap, ...], ...]:
    ids = (case.company.id, case.season.id)
    rows: list[tuple[Tap | CopyTap, ...]] = [
        (
            Tap(say("tap-todo"), ref(Verb.TODO, 0)),
            Tap(say("tap-steps"), ref(Verb.STEPS, *ids, 0)),
            Tap(say("tap-picture"), ref(Verb.PICTURE, *ids)),
        ),
        _doing_row(s, case, view),
        _check_row(case, view),
    ]
    if not view.is_reported and view.filing not in (FilingState.NOT_OPEN, FilingState.OPEN):
        rows.append((Tap(say("tap-filings"), ref(Verb.FILINGS, *ids)),))
    rows += [matters_tap(s, case), *error_rows(s, case)[:1]]
    cards = [card for card in s.companies() if card.lifecycle is Lifecycle.ACTIVE]
    if len(cards) + len(case.company.seasons) > SHOWN_ALONE:
        only = ref(Verb.COMPANY, case.company.id)
        rows.append((Tap(say("tap-switch"), ref(Verb.COMPANIES, 0) if cards[1:] else only),))
    return tuple(rows)


def _check_row(case: Case, view: Overview) -> tuple[Tap, ...]:
    """预检, with how many findings are in the way; none where the pack has no rules."""
    to = ref(Verb.CHECK, case.company.id, case.season.id, 0)
    found = len(view.in_the_way)
    label = say("tap-check-found", count=found) if found else say("tap-check")
    return (Tap(label, to),) if view.checks else ()


def _doing_row(s: Session, case: Case, view: Overview) -> tuple[Tap, ...]:
    """What the speaker may do here; who only looks sees no more than what was filed."""
    ids = (case.company.id, case.season.id)
    row: list[Tap] = []
    if _has_fields(s, case, view):
        row.append(Tap(say("tap-fill"), ref(Verb.FILL, *ids)))
    if not view.is_reported and s.house.forms.forms:
        again = view.filing is FilingState.REOPENED
        row.append(
            Tap(say("tap-transcribe"), ref(Verb.FORM_CHANGES if again else Verb.FORMS, *ids))
        )
    if view.is_reported:
        row.append(Tap(say("tap-filings"), ref(Verb.FILINGS, *ids)))
    elif may(s.me.person, Action.RECORD_FILING, case.company):
        row.append(Tap(say("tap-record-reported"), ref(Verb.FACT, *ids, "reported")))
    return tuple(row)


def _has_fields(s: Session, case: Case, view: Overview) -> bool:
    """Whether 逐项填报 leads anywhere: a boss signs, and has nothing to fill in."""
    tasks = (task for row in view.rows for task in row.tasks)
    return any(
        may_hand_in(s.me.person, case.company, case.season, task.item)
        for task in tasks
        if task.item.kind is ItemKind.ANSWER
    )


def _sign_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """「✍️ 去签字」 before all else, for whom somebody asked to sign."""
    asked = case.season.signing.asked
    mine = waiting_for(case.company, case.season, case.pack, s.me.person) if asked else ()
    if not any(task.item.key in asked for task in mine):
        return ()
    return (Tap(say("tap-signing-sign"), ref(Verb.SIGN_CARD, case.company.id, case.season.id)),)


SHOWN_ALONE = 2
"""One company with one season: nothing to switch to."""

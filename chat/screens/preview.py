"""The dated plan of a case that is not there yet: what 创建 would make."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.note import FIELDS, NewCase
from chat.screens.companies import coverage_name
from chat.screens.progress import is_late, late_line, step_name
from chat.screens.steps import due_fact
from chat.session import Case, Session
from messages.say import Fact, Say, say
from workflow.cases import open_company
from workflow.ids import CompanyId, PackRef, SeasonId
from workflow.model import Company, Coverage, Season
from workflow.progress import Overview, overview

SCREEN_LINES = 12
HEADING_AND_REMARKS = 3
"""Lines of the preview beside the steps: the second of the heading, the rest, the remark."""


def _draft(s: Session, note: NewCase) -> Case:
    """The case as it would be, without keeping anything."""
    company = s.company(CompanyId(note.company)) if note.company else _fresh(s, note)
    season = Season(
        id=SeasonId(""),
        pack=PackRef(note.pack),
        profile=note.profile,
        year=note.year,
        licence_no=note.licence,
        coverage=Coverage(note.province),
        opened_on=s.today,
    )
    return s.case_of(company, season)


def _fresh(s: Session, note: NewCase) -> Company:
    return open_company(CompanyId(""), note.name, note.uscc, by=s.doer, called=s.me.name).company


def preview_card(s: Session, note: NewCase, lead: Fact | None, *, amending: bool = False) -> Card:
    """The plan with its dates and 创建; behind 修改 the fields that can still be changed."""
    case = _draft(s, note)
    view = overview(case.company, case.season, case.pack, s.house.calendar, s.today)
    lines: list[Fact] = [_preview_heading(case, note)]
    lines += [] if lead is None else [lead]
    lines.append(_preview_statutory(view))
    lines += [late_line(view)] if is_late(view) else []
    lines += _preview_steps(view, SCREEN_LINES - len(lines) - HEADING_AND_REMARKS)
    if any(row.step.internal and row.step.internal.provisional for row in view.rows):
        lines.append(say("dates-provisional", year=str(view.plan.statutory.year)))
    rows = _amend_rows(note) if amending else _preview_rows()
    return Card(tuple(lines), rows)


def _preview_steps(view: Overview, room: int) -> list[Fact]:
    """The numbered steps, as many as the screen has room for."""
    numbered = [row for row in view.rows if row.step.milestone.number is not None][:room]
    shown: list[Fact] = [
        say("new-step", step=step_name(row.step), due=due_fact(row.step)) for row in numbered
    ]
    rest = len(view.rows) - len(numbered)
    return [*shown, say("new-more-steps", count=rest)] if rest else shown


def _preview_statutory(view: Overview) -> Say:
    if view.days_to_statutory < 0:
        return say("new-statutory-past", day=view.plan.statutory)
    return say("new-statutory", day=view.plan.statutory, days=view.days_to_statutory)


def _preview_heading(case: Case, note: NewCase) -> Say:
    return say(
        "new-preview",
        company=case.company.name,
        licence=case.pack.title,
        year=str(note.year),
        coverage=coverage_name(note.province),
        profile=case.pack.profile(note.profile).title,
    )


def _preview_rows() -> tuple[tuple[Tap, ...], ...]:
    create = Tap(say("tap-create"), ref(Verb.CREATE))
    amend = Tap(say("tap-change"), ref(Verb.NEW_FIELD, "any"))
    return ((create,), (amend, Tap(say("tap-cancel"), ref(Verb.CANCEL))))


def _amend_rows(note: NewCase) -> tuple[tuple[Tap, ...], ...]:
    fields = FIELDS[2:] if note.company else FIELDS
    taps = [Tap(say(f"tap-amend-{each}"), ref(Verb.NEW_FIELD, each)) for each in fields]
    rows = [tuple(taps[n : n + 4]) for n in range(0, len(taps), 4)]
    return (*rows, (Tap(say("tap-back"), ref(Verb.RESUME)),))

"""/new: from a name to a dated plan; nothing is created before 创建."""

import re
from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.note import EnterCode, NewCase
from chat.screens.companies import coverage_name
from chat.screens.menu import door_card
from chat.screens.progress import late_line, step_name
from chat.screens.requests import requests_card
from chat.screens.steps import due_fact
from chat.session import Case, Door, Session
from messages.say import Fact, Say, say
from messages.values import credit_code
from workflow.cases import company_name, open_company, open_season
from workflow.credit_code import check_credit_code
from workflow.model import Company, CompanyId, Coverage, Outcome, PackRef, Season, SeasonId
from workflow.opening import fill_in_known
from workflow.pack import Pack
from workflow.progress import Overview, overview
from workflow.provinces import PROVINCES

FIELDS = ("name", "uscc", "pack", "licence", "coverage", "year", "profile")
SCREEN_LINES = 12
HEADING_AND_REMARKS = 3
"""Lines of the preview beside the steps: the second of the heading, the rest, the remark."""
COUNT_SEASON = 10
"""From October on the report of the running year is the one people prepare."""
WRONG_CODES = 10
LICENCE = re.compile(r"[\u4e00-\u9fa5]?[AB][12](\.[AB][12])*-\d{6,}")
"""Form of a licence number (domain.md field 4): a warning, never a refusal."""


def begin(s: Session, company: str = "") -> Replies:
    """Ask the first field; an existing company goes on with the licence type."""
    if not s.house.access.admits(s.me):
        return _at_the_door(s)
    if company:
        name = s.company(CompanyId(company)).name
        return _ask(s, NewCase(asking="pack", company=company, name=name))
    return _ask(s, NewCase())


def _at_the_door(s: Session) -> Replies:
    if s.house.access.door is Door.CODE and s.me.tries < WRONG_CODES:
        s.keep(EnterCode())
        return (Card((say("code-ask"),)),)
    return (door_card(s),)


def code_typed(s: Session, text: str) -> Replies:
    """The code of the configuration opens the door; after ten wrong ones it stays shut."""
    if text.strip() == s.house.access.code and s.me.tries < WRONG_CODES:
        s.remember(replace(s.me, admitted=True, tries=0))
        return begin(s)
    s.remember(replace(s.me, tries=s.me.tries + 1))
    return (Card((say("code-wrong"),)),) if s.me.tries < WRONG_CODES else (door_card(s),)


# --- questions --------------------------------------------------------------------------


def _ask(s: Session, note: NewCase, lead: Fact | None = None) -> Replies:
    s.keep(note)
    return (question(s, note, lead),)


def question(s: Session, note: NewCase, lead: Fact | None = None) -> Card:
    """The field being asked, or the preview when all are known."""
    if note.asking == "preview":
        return _preview(s, note, lead)
    named = note.name and note.asking != "name"
    lines: list[Fact] = [say("new-heading", name=note.name)] if named else []
    lines += [say(f"new-{note.asking}")] if lead is None else [lead, say(f"new-{note.asking}")]
    cancel = Tap(say("tap-cancel"), ref(Verb.CANCEL))
    return Card(tuple(lines), (*_answers(s, note), (cancel,)))


def _answers(s: Session, note: NewCase) -> tuple[tuple[Tap, ...], ...]:
    match note.asking:
        case "pack":
            return tuple((_answer(p.title, p.ref),) for p in _newest_packs(s))
        case "licence":
            return ((_answer(say("tap-skip-now"), "skip"),),)
        case "coverage":
            return _coverage_answers()
        case "year":
            newest = s.today.year if s.today.month >= COUNT_SEASON else s.today.year - 1
            years = (newest, newest - 1)
            return tuple(
                (_answer(say("new-year-of", year=str(y), next=str(y + 1)), y),) for y in years
            )
        case "profile":
            pack = s.house.packs[PackRef(note.pack)]
            return tuple((_answer(p.title, p.key),) for p in pack.profiles)
        case _:
            return ()


def _answer(label: Fact, value: str | int) -> Tap:
    return Tap(label, ref(Verb.NEW_ANSWER, value))


def _coverage_answers() -> tuple[tuple[Tap, ...], ...]:
    taps = [_answer(coverage_name(code), code) for code in PROVINCES]
    rows = [tuple(taps[n : n + 4]) for n in range(0, len(taps), 4)]
    return ((_answer(say("coverage-nationwide"), "all"),), *rows)


def _newest_packs(s: Session) -> tuple[Pack, ...]:
    """The newest version of each pack."""
    newest: dict[str, Pack] = {}
    for pack in s.house.packs.values():
        name, _, version = pack.ref.partition("@")
        known = newest.get(name)
        if known is None or int(version) > int(known.ref.partition("@")[2]):
            newest[name] = pack
    return tuple(newest.values())


# --- answers ----------------------------------------------------------------------------


def typed(s: Session, note: NewCase, text: str) -> Replies:
    """A typed answer to the field being asked."""
    match note.asking:
        case "name":
            return _go_on(s, replace(note, name=company_name(text)))
        case "uscc":
            return _code(s, note, credit_code(text))
        case "licence":
            return _licence(s, note, text)
        case _:
            return _typed_option(s, note, text)


def _code(s: Session, note: NewCase, code: str) -> Replies:
    check_credit_code(code)
    mine = next((card for card in s.companies() if card.uscc == code), None)
    if mine is not None:
        lead = say("new-already-yours", name=mine.name)
        add = Tap(say("tap-add-case"), ref(Verb.ADD_CASE, mine.id))
        look = Tap(say("tap-company"), ref(Verb.COMPANY, mine.id))
        return (Card((lead,), ((look, add), (Tap(say("tap-cancel"), ref(Verb.CANCEL)),))),)
    return _go_on(s, replace(note, uscc=code))


def _licence(s: Session, note: NewCase, text: str) -> Replies:
    number = "".join(text.split())[:60].upper()
    warning = None if LICENCE.fullmatch(number) else say("new-licence-odd", number=number)
    return _go_on(s, replace(note, licence=number), warning)


def _typed_option(s: Session, note: NewCase, text: str) -> Replies:
    """A button's label typed instead of pressed."""
    said = text.strip().casefold()
    for row in _answers(s, note):
        for tap in row:
            if said and said in s.wording.plain(tap.label).casefold():
                return answered(s, tap.ref.args[0])
    return _ask(s, note, say("please-press"))


def answered(s: Session, value: str) -> Replies:
    """A pressed answer to the field being asked."""
    note = s.note
    if not isinstance(note, NewCase):
        return (Toasted(say("toast-old-button")),)
    allowed = {tap.ref.args[0] for row in _answers(s, note) for tap in row}
    if value not in allowed:
        return (Toasted(say("toast-old-button")), question(s, note))
    return _go_on(s, _with_answer(note, value))


def _with_answer(note: NewCase, value: str) -> NewCase:
    match note.asking:
        case "pack":
            return replace(note, pack=value)
        case "licence":
            return replace(note, licence="")
        case "coverage":
            return replace(note, province="" if value == "all" else value)
        case "year":
            return replace(note, year=int(value))
        case _:
            return replace(note, profile=value)


def _go_on(s: Session, note: NewCase, lead: Fact | None = None) -> Replies:
    """To the next field, or back to the preview when one field was put right."""
    if note.amending or note.asking == FIELDS[-1]:
        return _ask(s, replace(note, asking="preview", amending=False), lead)
    following = FIELDS[FIELDS.index(note.asking) + 1]
    return _ask(s, replace(note, asking=following), lead)


def amend(s: Session, field: str) -> Replies:
    """From the preview back to one field."""
    note = s.note
    known = {"name", "uscc"} if isinstance(note, NewCase) and note.company else set()
    if not isinstance(note, NewCase) or field not in FIELDS or field in known:
        return (Toasted(say("toast-old-button")),)
    return _ask(s, replace(note, asking=field, amending=field != "pack"))


# --- preview and 创建 -------------------------------------------------------------------


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


def _preview(s: Session, note: NewCase, lead: Fact | None) -> Card:
    case = _draft(s, note)
    view = overview(case.company, case.season, case.pack, s.house.calendar, s.today)
    lines: list[Fact] = [_preview_heading(case, note)]
    lines += [] if lead is None else [lead]
    lines.append(_preview_statutory(view))
    lines += [late_line(view)] if view.late else []
    lines += _preview_steps(view, SCREEN_LINES - len(lines) - HEADING_AND_REMARKS)
    if any(row.step.internal and row.step.internal.provisional for row in view.rows):
        lines.append(say("dates-provisional", year=str(view.plan.statutory.year)))
    return Card(tuple(lines), _preview_rows(note))


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


def _preview_rows(note: NewCase) -> tuple[tuple[Tap, ...], ...]:
    fields = FIELDS[2:] if note.company else FIELDS
    taps = [Tap(say(f"tap-amend-{each}"), ref(Verb.NEW_FIELD, each)) for each in fields]
    rows = [tuple(taps[n : n + 4]) for n in range(0, len(taps), 4)]
    create = Tap(say("tap-create"), ref(Verb.CREATE))
    return ((create,), *rows, (Tap(say("tap-cancel"), ref(Verb.CANCEL)),))


def create(s: Session) -> Replies:
    """Open the company and its season, once, however often the button is pressed."""
    note = s.note
    if not isinstance(note, NewCase) or note.asking != "preview":
        return (Toasted(say("toast-already-created")),)
    opened = _company_at_hand(s, note)
    season = open_season(
        opened.company,
        s.house.packs[PackRef(note.pack)],
        note.profile,
        note.year,
        licence_no=note.licence,
        coverage=Coverage(note.province),
        by=s.doer,
    )
    fresh = s.case_of(season.company, season.company.seasons[-1])
    known = fill_in_known(season.company, fresh.season.id, fresh.pack, by=s.doer)
    s.keep(None)
    whole = Outcome(known.company, (*opened.events, *season.events, *known.events))
    case = s.saved(fresh, whole)
    s.look_at(case.company.id, case.season.id)
    return (requests_card(s, case, say("new-created")),)


def _company_at_hand(s: Session, note: NewCase) -> Outcome:
    """The known company as it is, or a new one opened."""
    if note.company:
        return Outcome(s.company(CompanyId(note.company)), ())
    fresh = CompanyId(s.house.new_id())
    return open_company(fresh, note.name, note.uscc, by=s.doer, called=s.me.name)

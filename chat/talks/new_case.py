"""/new: from a name to a dated plan; nothing is created before 创建."""

import re
from dataclasses import replace
from datetime import date, timedelta
from hmac import compare_digest
from math import ceil

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.note import FIELDS, EnterCode, NewCase
from chat.screens.companies import coverage_name
from chat.screens.door import door_card
from chat.screens.menu import keys_card
from chat.screens.preview import preview_card
from chat.screens.requests import requests_card
from chat.session import Door, Session
from messages.say import Fact, say
from messages.values import credit_code
from workflow.cases import company_name, open_company, open_season
from workflow.credit_code import check_credit_code
from workflow.ids import CompanyId, PackRef
from workflow.model import Coverage, Outcome
from workflow.opening import fill_in_known
from workflow.pack import Pack
from workflow.provinces import PROVINCES

COUNT_SEASON = 10
"""From October on the report of the running year is the one people prepare."""
WRONG_CODES = 10
FORGIVEN_AFTER = timedelta(minutes=15)
"""So long nobody's code is looked at who sent that many wrong ones; then they count anew."""
LICENCE = re.compile(r"[\u4e00-\u9fa5]?[AB][12](\.[AB][12])*-\d{6,}")
"""Form of a licence number (docs/domain.md section 4.1, field 4): a warning, never a refusal."""


def begin(s: Session, company: str = "") -> Replies:
    """Ask the first field; an existing company goes on with the licence type."""
    if not s.house.access.admits(s.me):
        return at_the_door(s)
    if company:
        name = s.company(CompanyId(company)).name
        return _ask(s, NewCase(asking="pack", company=company, name=name))
    return _ask(s, NewCase())


def typed_new(s: Session) -> Replies:
    """/new, typed: maybe the first thing somebody says here, so the four keys come along."""
    return (keys_card(), *begin(s))


def at_the_door(s: Session) -> Replies:
    """To whom the door is shut: the code is asked where one opens it."""
    if s.house.access.door is not Door.CODE:
        return (door_card(s),)
    s.keep(EnterCode())
    return (code_asked(s),)


def code_typed(s: Session, text: str) -> Replies:
    """The code of the configuration opens the door; after ten wrong ones there is a rest."""
    if _rest(s):
        return (code_asked(s),)
    if compare_digest(text.strip().encode(), s.house.access.code.encode()):
        s.remember(replace(s.me, admitted=True, tries=0, tried=None))
        return begin(s)
    tries = 1 if _is_forgiven(s) else s.me.tries + 1
    s.remember(replace(s.me, tries=tries, tried=s.incoming.at))
    return (code_asked(s, say("code-wrong")),)


def code_asked(s: Session, line: Fact | None = None) -> Card:
    """The code is asked, or how long nobody looks at one; one may leave it."""
    lines = (line or say("code-ask"),)
    if rest := _rest(s):
        minutes = ceil(rest / timedelta(minutes=1))
        lines = (say("code-rest", most=WRONG_CODES, minutes=minutes, person=s.me.person),)
    return Card(lines, ((Tap(say("tap-cancel"), ref(Verb.CANCEL)),),))


def _rest(s: Session) -> timedelta:
    """How long to wait until a code is looked at again; nothing but zero means now."""
    if s.me.tries < WRONG_CODES or s.me.tried is None or _is_forgiven(s):
        return timedelta()
    return s.me.tried + FORGIVEN_AFTER - s.incoming.at


def _is_forgiven(s: Session) -> bool:
    """Whether the last wrong code was long ago, or before anybody looked at the clock."""
    return s.me.tried is None or not timedelta() <= s.incoming.at - s.me.tried < FORGIVEN_AFTER


# --- questions --------------------------------------------------------------------------


def _ask(s: Session, note: NewCase, lead: Fact | None = None) -> Replies:
    s.keep(note)
    return (question(s, note, lead),)


def question(s: Session, note: NewCase, lead: Fact | None = None) -> Card:
    """The field being asked, or the preview when all are known."""
    if note.asking == "preview":
        return preview_card(s, note, lead)
    named = note.name and note.asking != "name"
    lines: list[Fact] = [say("new-heading", name=note.name)] if named else []
    lines += [say(f"new-{note.asking}")] if lead is None else [lead, say(f"new-{note.asking}")]
    cancel = Tap(say("tap-cancel"), ref(Verb.CANCEL))
    return Card(tuple(lines), (*_answers(s, note), (cancel,)))


def _answers(s: Session, note: NewCase) -> tuple[tuple[Tap, ...], ...]:
    match note.asking:
        case "pack":
            return tuple((_answer(p.title, p.ref),) for p in newest_packs(s))
        case "licence":
            return ((_answer(say("tap-skip-now"), "skip"),),)
        case "coverage":
            return _coverage_answers()
        case "year":
            return tuple(
                (_answer(say("new-year-of", year=str(y), next=str(y + 1)), y),)
                for y in years(s.today)
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


def years(today: date) -> tuple[int, int]:
    """The reporting years that are asked about on that day, the likelier first."""
    newest = today.year if today.month >= COUNT_SEASON else today.year - 1
    return newest, newest - 1


def newest_packs(s: Session) -> tuple[Pack, ...]:
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
    """From the preview back to one field, or (`any`) to the choice of one."""
    note = s.note
    known = {"name", "uscc"} if isinstance(note, NewCase) and note.company else set()
    if isinstance(note, NewCase) and note.asking == "preview" and field == "any":
        return (preview_card(s, note, None, amending=True),)
    if not isinstance(note, NewCase) or field not in FIELDS or field in known:
        return (Toasted(say("toast-old-button")),)
    if note.asking != "preview" and not note.amending:
        return (Toasted(say("toast-old-button")), question(s, note))
    return _ask(s, replace(note, asking=field, amending=field != "pack"))


# --- 创建 ------------------------------------------------------------------------------


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
    whole = opened.then(season).then(known)
    case = s.saved(fresh, whole)
    s.look_at(case.company.id, case.season.id)
    return (requests_card(s, case, say("new-created")),)


def _company_at_hand(s: Session, note: NewCase) -> Outcome:
    """The known company as it is, or a new one opened."""
    if note.company:
        return Outcome(s.company(CompanyId(note.company)), ())
    fresh = CompanyId(s.house.new_id())
    return open_company(fresh, note.name, note.uscc, by=s.doer, called=s.me.name)

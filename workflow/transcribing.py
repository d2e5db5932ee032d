"""誊录: the report is typed over into the platform line by line; who typed what, and what it said."""

from collections.abc import Mapping
from dataclasses import replace

from workflow.assigning import crew_of, may_see
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.errors import (
    AlreadyGiven,
    Blank,
    ItemChanged,
    NoSuchItem,
    TooLong,
)
from workflow.events import Event, EventKind, NoticeKind
from workflow.form_lines import Line, LineState, Sheet, line_of, sheets
from workflow.forms import FormBook
from workflow.handling import those_who_may
from workflow.ids import SeasonId
from workflow.model import Company, Outcome, Season
from workflow.notify import telling
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.text import tidied
from workflow.transcript import FormKey, LineKey, Said, Saved, Transcript, Typed

LONGEST_SAID = 300
LONGEST_PLEDGE = 2000
"""Characters: it stands on one card."""


def type_over(
    company: Company,
    season: SeasonId,
    pack: Pack,
    book: FormBook,
    key: str,
    mark: str,
    *,
    by: Doer,
) -> Outcome:
    """已填: this value (of that mark) was typed into the platform; what it had said is settled.

    A row that is gone was deleted there. ItemChanged if another value stands here now,
    AlreadyGiven if somebody said so before, NoSuchItem for a line one may not see.
    """
    case, _, line = _at(company, season, pack, book, key, by)
    if line.state is LineState.TYPED:
        raise AlreadyGiven
    if line.mark != mark or line.state is LineState.MISSING:
        raise ItemChanged
    told = case.transcript
    entry = Typed(by.person, by.at, line.value, line.refused, line.otherwise)
    typed = {**told.typed, line.key: entry}
    if line.state is LineState.GONE:
        del typed[line.key]
    settled = replace(
        told,
        typed=typed,
        refused=_without(told.refused, line.key),
        otherwise=_without(told.otherwise, line.key),
    )
    old = line.typed.value if line.typed else ""
    done = Done(EventKind.TYPED_OVER, case, line.item.key, line.row, old=old, new=line.value)
    return _with(company, case, settled, by, done)


def _at(
    company: Company, season: SeasonId, pack: Pack, book: FormBook, key: str, by: Doer
) -> tuple[Season, Sheet, Line]:
    """The line, if who asks may touch it."""
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    found = line_of(sheets(company, case, pack, book), key)
    if found is None or not may_see(by.person, company, case, found[1].item):
        raise NoSuchItem
    return case, *found


def _without(said: Mapping[LineKey, Said], key: LineKey) -> Mapping[LineKey, Said]:
    return {each: what for each, what in said.items() if each != key}


def _with(company: Company, case: Season, told: Transcript, by: Doer, *done: Done) -> Outcome:
    return outcome(with_season(company, replace(case, transcript=told)), by, *done)


def take_out(
    company: Company, season: SeasonId, pack: Pack, book: FormBook, key: str, *, by: Doer
) -> Outcome:
    """Not typed after all; what the platform had said of it is open again.

    AlreadyGiven if it is not said to be typed.
    """
    case, sheet, line = _at(company, season, pack, book, key, by)
    if line.typed is None:
        raise AlreadyGiven
    typed = {each: one for each, one in case.transcript.typed.items() if each != line.key}
    done = Done(EventKind.NOT_TYPED_OVER, case, line.item.key, line.row, old=line.typed.value)
    told = replace(
        case.transcript,
        typed=typed,
        refused=_again(case.transcript.refused, line.key, line.typed.refused),
        otherwise=_again(case.transcript.otherwise, line.key, line.typed.otherwise),
        saved=_unsaved(case, sheet),
    )
    return _with(company, case, told, by, done)


def _again(
    said: Mapping[LineKey, Said], key: LineKey, settled: Said | None
) -> Mapping[LineKey, Said]:
    """With what was settled; something said since stands."""
    return said if settled is None or key in said else {**said, key: settled}


def line_key(event: Event) -> LineKey:
    """The line that such an event is about."""
    return LineKey(f"{event.subject}.{event.version}" if event.version else event.subject)


def _unsaved(case: Season, sheet: Sheet) -> Mapping[FormKey, Saved]:
    """The form is to be saved again: not all of it stands in the platform as it does here."""
    return {key: each for key, each in case.transcript.saved.items() if key != sheet.form.key}


def refuse(
    company: Company,
    season: SeasonId,
    pack: Pack,
    book: FormBook,
    key: str,
    said: str,
    *,
    by: Doer,
) -> Outcome:
    """系统报错: what the platform said stays with the line until it is typed, or its value another.

    Those who run the work hear of it once, and whose the item is. Blank, TooLong; AlreadyGiven
    where the same was said.
    """
    case, sheet, line = _at(company, season, pack, book, key, by)
    said = tidied(said)
    if not said:
        raise Blank
    if len(said) > LONGEST_SAID:
        raise TooLong(longest=LONGEST_SAID)
    if line.refused and line.refused.text == said:
        raise AlreadyGiven
    refused = {**case.transcript.refused, line.key: Said(by.person, by.at, said, line.mark)}
    done = Done(
        EventKind.SYSTEM_REFUSED, case, line.item.key, line.row, old=_mark_of(sheet), why=said
    )
    told = replace(case.transcript, refused=refused, saved=_unsaved(case, sheet))
    refusal = _with(company, case, told, by, done)
    if line.refused is not None:
        return refusal
    people = (*those_who_may(Action.ASSIGN, company), *crew_of(company).persons(case, line.item))
    seeing = [each for each in people if may_see(each, company, case, line.item)]
    return telling(refusal, seeing, NoticeKind.SYSTEM_REFUSED, subject=line.key, why=said)


def _mark_of(sheet: Sheet) -> str:
    """Of the saving that stands."""
    return sheet.saved.mark if sheet.saved else ""


# --- a whole form -------------------------------------------------------------------------


def save_form(
    company: Company,
    season: SeasonId,
    pack: Pack,
    book: FormBook,
    key: str,
    mark: str,
    *,
    by: Doer,
) -> Outcome:
    """The form was saved in the platform with the values of that mark.

    ItemChanged if others stand here now, AlreadyGiven if that was said, NoSuchItem for no form.
    """
    case, sheet = _form(company, season, pack, book, key, by)
    if sheet.mark != mark or not sheet.is_typed:
        raise ItemChanged
    if sheet.is_saved:
        raise AlreadyGiven
    saved = {**case.transcript.saved, sheet.form.key: Saved(by.person, by.at, mark)}
    done = Done(EventKind.FORM_SAVED, case, sheet.form.key, new=mark)
    return _with(company, case, replace(case.transcript, saved=saved), by, done)


def _form(
    company: Company, season: SeasonId, pack: Pack, book: FormBook, key: str, by: Doer
) -> tuple[Season, Sheet]:
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    for sheet in sheets(company, case, pack, book):
        if sheet.form.key == key and not sheet.is_left_out:
            return case, sheet
    raise NoSuchItem


def read_back(
    company: Company,
    season: SeasonId,
    pack: Pack,
    book: FormBook,
    key: str,
    held: Mapping[LineKey, str],
    *,
    by: Doer,
) -> Outcome:
    """What the saved form holds in these lines: the same as here was typed, other words stay open.

    Lines that one may not see, or that have no value, are passed over.
    """
    case, sheet = _form(company, season, pack, book, key, by)
    told, typed = case.transcript, dict(case.transcript.typed)
    otherwise, refused, events = dict(told.otherwise), dict(told.refused), []
    for line in _readable(company, case, sheet, held, by):
        text = tidied(held[line.key])[:LONGEST_SAID]
        if held[line.key] == line.value:
            if line.state is LineState.TYPED:
                continue
            settled = (refused.pop(line.key, None), otherwise.pop(line.key, None))
            typed[line.key] = Typed(by.person, by.at, line.value, *settled, is_read=True)
        else:
            otherwise[line.key] = Said(by.person, by.at, text)
            place = (line.item.key, line.row, line.value, text)
            events.append(Done(EventKind.SAVED_OTHERWISE, case, *place))
    old = _mark_of(sheet) if events else ""
    done = Done(EventKind.READ_BACK, case, sheet.form.key, old=old, new=str(len(events)))
    saved = _unsaved(case, sheet) if events else told.saved
    changed = replace(told, typed=typed, otherwise=otherwise, refused=refused, saved=saved)
    return _with(company, case, changed, by, done, *events)


def _readable(
    company: Company, case: Season, sheet: Sheet, held: Mapping[LineKey, str], by: Doer
) -> tuple[Line, ...]:
    return tuple(
        line
        for line in sheet.lines
        if line.key in held and line.value and may_see(by.person, company, case, line.item)
    )


# --- the pledge ---------------------------------------------------------------------------


def keep_pledge(
    company: Company, season: SeasonId, pack: Pack, book: FormBook, text: str, *, by: Doer
) -> Outcome:
    """The platform's own words, sign by sign; only blank lines around them are cut off.

    Blank, TooLong, AlreadyGiven if they stand there; NoSuchItem where no form is a pledge.
    """
    pledges = [form.lines[0].item for form in book.forms if form.is_pledge]
    if not pledges:
        raise NoSuchItem
    case, _, line = _at(company, season, pack, book, pledges[0], by)
    text = text.replace("\r\n", "\n").strip("\n")
    if not text.strip():
        raise Blank
    if len(text) > LONGEST_PLEDGE:
        raise TooLong(longest=LONGEST_PLEDGE)
    if text == case.transcript.pledge:
        raise AlreadyGiven
    done = Done(EventKind.PLEDGE_KEPT, case, line.item.key, old=case.transcript.pledge, new=text)
    return _with(company, case, replace(case.transcript, pledge=text), by, done)

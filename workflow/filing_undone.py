"""撤销 on the day of filing: what was typed, saved, read back, refused, pledged or let be published.

Each is taken back by who said it, while it stands as they said it; else NothingToUndo.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.errors import NoSuchItem, NothingToUndo
from workflow.events import Event, EventKind
from workflow.forms import FormBook
from workflow.ids import ItemKey
from workflow.model import Company, Outcome, Season
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.transcribing import line_key, take_out
from workflow.transcript import FormKey, LineKey, Saved, Transcript, Typed

FILING_STEPS = frozenset({
    EventKind.TYPED_OVER, EventKind.FORM_SAVED, EventKind.READ_BACK, EventKind.SYSTEM_REFUSED,
    EventKind.PLEDGE_KEPT, EventKind.PUBLICITY_CHOSEN,
})  # fmt: skip
"""The steps of that day."""


def filing_step_taken_back(
    company: Company, case: Season, pack: Pack, book: FormBook, event: Event, *, by: Doer
) -> Outcome:
    """Take one of them back; NothingToUndo where it stands no more as one said it."""
    is_public = event.kind is EventKind.PUBLICITY_CHOSEN
    require(by.person, Action.RECORD_FILING if is_public else Action.HAND_IN_MINE, company)
    require_active(company, case)
    match event.kind:
        case EventKind.FORM_SAVED:
            return _saving(company, case, event, by)
        case EventKind.READ_BACK:
            return _reading(company, case, book, event, by)
        case EventKind.SYSTEM_REFUSED:
            return _refusal(company, case, book, event, by)
        case EventKind.PLEDGE_KEPT:
            return _pledge(company, case, event, by)
        case EventKind.PUBLICITY_CHOSEN:
            return _publicity(company, case, event, by)
        case _:
            return _typing(company, case, pack, book, event, by)


def _with(company: Company, case: Season, told: Transcript, by: Doer, *done: Done) -> Outcome:
    return outcome(with_season(company, replace(case, transcript=told)), by, *done)


# --- typed, saved ---------------------------------------------------------------------------


def _typing(
    company: Company, case: Season, pack: Pack, book: FormBook, event: Event, by: Doer
) -> Outcome:
    """What was typed; of a row that was deleted in the platform: it is there again."""
    key = line_key(event)
    typed = case.transcript.typed.get(key)
    if not event.new:
        return _row_back(company, case, book, event, key, by)
    if typed is None or (typed.by, typed.at) != (event.by, event.at):
        raise NothingToUndo
    try:
        return take_out(company, case.id, pack, book, key, by=by)
    except NoSuchItem:  # the licence, or who asks, has that line no more
        raise NothingToUndo from None


def _row_back(
    company: Company, case: Season, book: FormBook, event: Event, key: LineKey, by: Doer
) -> Outcome:
    if key in case.transcript.typed or not event.old:
        raise NothingToUndo
    typed = {**case.transcript.typed, key: Typed(event.by, event.at, event.old)}
    forms = {form.key for form in book.forms for line in form.lines if line.item == event.subject}
    saved = {each: what for each, what in case.transcript.saved.items() if each not in forms}
    done = Done(EventKind.NOT_TYPED_OVER, case, event.subject, event.version, new=event.old)
    return _with(company, case, replace(case.transcript, typed=typed, saved=saved), by, done)


def _saving(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    key = FormKey(event.subject)
    stands = case.transcript.saved.get(key)
    if stands is None or (stands.by, stands.mark) != (event.by, event.new):
        raise NothingToUndo
    saved = {each: one for each, one in case.transcript.saved.items() if each != key}
    done = Done(EventKind.FORM_NOT_SAVED, case, key)
    return _with(company, case, replace(case.transcript, saved=saved), by, done)


# --- read back, refused -------------------------------------------------------------------


def _reading(company: Company, case: Season, book: FormBook, event: Event, by: Doer) -> Outcome:
    """All lines that stand as that reading left them; the form counts as saved if it did before."""
    told, keys = case.transcript, _items(book, event)
    typed = {
        key: each
        for key, each in told.typed.items()
        if _item(key) in keys and each.is_read and (each.by, each.at) == (event.by, event.at)
    }
    others = {
        key: each
        for key, each in told.otherwise.items()
        if _item(key) in keys and (each.by, each.at) == (event.by, event.at)
    }
    settled = {key: each.otherwise for key, each in typed.items() if each.otherwise}
    refused = {key: each.refused for key, each in typed.items() if each.refused}
    changed = replace(
        told,
        typed=_less(told.typed, typed),
        otherwise={**_less(told.otherwise, others), **settled},
        refused={**refused, **told.refused},
        saved=_saved_again(told, FormKey(event.subject), event),
    )
    return _with(company, case, changed, by, Done(EventKind.READING_WITHDRAWN, case, event.subject))


def _refusal(company: Company, case: Season, book: FormBook, event: Event, by: Doer) -> Outcome:
    key, told = line_key(event), case.transcript
    stands = told.refused.get(key)
    if stands is None or (stands.by, stands.at) != (event.by, event.at):
        raise NothingToUndo
    forms = [form.key for form in book.forms if _item(key) in {line.item for line in form.lines}]
    saved = _saved_again(told, forms[0], event) if forms else told.saved
    changed = replace(told, refused=_less(told.refused, (key,)), saved=saved)
    done = Done(EventKind.SYSTEM_WITHDRAWN, case, event.subject, event.version)
    return _with(company, case, changed, by, done)


def _items(book: FormBook, event: Event) -> frozenset[str]:
    form = book.form(event.subject)
    return frozenset(line.item for line in form.lines) if form else frozenset()


def _item(key: LineKey) -> str:
    return key.partition(".")[0]


Value = TypeVar("Value")


def _less(kept: Mapping[LineKey, Value], gone: Collection[LineKey]) -> Mapping[LineKey, Value]:
    return {key: each for key, each in kept.items() if key not in gone}


def _saved_again(told: Transcript, key: FormKey, event: Event) -> Mapping[FormKey, Saved]:
    """With the saving that the step put out (`old` has its mark), unless it was saved since."""
    if not event.old or key in told.saved:
        return told.saved
    return {**told.saved, key: Saved(event.by, event.at, event.old)}


# --- the pledge, what is published ----------------------------------------------------------


def _pledge(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    if case.transcript.pledge != event.new:
        raise NothingToUndo
    changed = replace(case.transcript, pledge=event.old)
    return _with(company, case, changed, by, Done(EventKind.PLEDGE_RESTORED, case, event.subject))


def _publicity(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """All figures that were decided with one press, as they were decided before."""
    public = dict(case.transcript.public)
    done = []
    for each in _pressed_together(company, event):
        key = ItemKey(each.subject)
        if public.get(key) is not _WORDS.get(each.new):
            raise NothingToUndo
        before = _WORDS.get(each.old)
        public = {item: chosen for item, chosen in public.items() if item != key}
        public |= {} if before is None else {key: before}
        done.append(Done(EventKind.PUBLICITY_RESTORED, case, key, old=each.new, new=each.old))
    return _with(company, case, replace(case.transcript, public=public), by, *done)


_WORDS = {"on": True, "off": False}


def _pressed_together(company: Company, event: Event) -> tuple[Event, ...]:
    """That choice and those just before it of the same moment, each of another figure."""
    found: list[Event] = []
    for each in reversed(company.recent):
        if each.seq > event.seq:
            continue
        alike = (each.kind, each.by, each.at, each.season) == (
            *(event.kind, event.by, event.at, event.season),
        )
        if not alike or each.subject in {one.subject for one in found}:
            break
        found.append(each)
    return tuple(found)

"""The day's digest of one person: everything owed to them in one message, the soonest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chat.buttons import Ref, Verb, ref
from chat.card import Card, Tap
from chat.screens.clients import clients_card, glance_of
from chat.screens.later import Occurrence
from chat.screens.progress import SCREEN_LINES
from chat.screens.steps import task_label
from chat.screens.things import STATUTORY, Thing, is_named, may_record, thing_lines
from chat.screens.which import licence_of
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.reminders import RungKind, SendRef

BUTTONS = 3
NAME_ON_TAP = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a message is known again; `doubted` are those that may have told some of it already."""

    ref: SendRef
    doubted: tuple[SendRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """In place of a mark: it is no message yet; the line says when it would be one."""

    line: Say


def digest_card(s: Session, things: Sequence[Thing], mark: Mark) -> Card:
    """What one person hears of a few companies; `things` are at least one, in their order."""
    lines = digest_lines(s, things, mark, private=True)
    return Card(lines, (*_rows(s, things), _last_row(s, things)))


def digest_lines(
    s: Session, things: Sequence[Thing], mark: Mark | Preview, *, private: bool
) -> tuple[Fact, ...]:
    """Company by company; what does not fit on a screen is counted."""
    marks = mark_lines(s, mark)
    room = SCREEN_LINES - len(marks) - 1  # one is for what does not fit
    told: list[Fact] = []
    left = 0
    for case, mine in _by_case(things):
        for number, each in enumerate(mine):
            heading = () if number else (_case_line(case),)
            lines = (*heading, *thing_lines(s, each, private=private))
            if left or len(told) + len(lines) > room:
                left += 1
            else:
                told += lines
    more = (say("digest-more", count=left),) if left else ()
    return (told[0], *marks, *told[1:], *more)


def mark_lines(s: Session, mark: Mark | Preview) -> tuple[Say, ...]:
    """The day and the number of the message; and that it may be a second copy, or is none yet."""
    if isinstance(mark, Preview):
        return (mark.line,)
    return say("digest-day", day=ShortDay(s.today), ref=mark.ref), *doubt_lines(mark)


def doubt_lines(mark: Mark) -> tuple[Say, ...]:
    """That some of it may have been told already."""
    if not mark.doubted:
        return ()
    return (say("digest-repeated", refs=Listed(tuple(mark.doubted))),)


def _case_line(case: Case) -> Say:
    year, licence = str(case.season.year), licence_of(case)
    return say("digest-case", company=case.company.name, year=year, licence=licence)


def _by_case(things: Sequence[Thing]) -> Iterator[tuple[Case, list[Thing]]]:
    """In the order of the soonest of each."""
    found: dict[tuple[str, str], list[Thing]] = {}
    for each in things:
        found.setdefault((each.case.company.id, each.case.season.id), []).append(each)
    for mine in found.values():
        yield mine[0].case, mine


# --- of many companies --------------------------------------------------------------------


def many_card(
    s: Session, things: Sequence[Thing], mark: Mark, *, companies: int, count: int
) -> Card:
    """Of many companies counts with buttons; the three soonest `things` of `count` by name."""
    lines = many_lines(s, things, mark, companies=companies, count=count)
    counted = clients_card(s, s.work.standings_of(glance_of(s)))
    later = Tap(say("tap-later"), ref(Verb.LATER_ALL, mark.ref))
    todo = Tap(say("tap-todo"), ref(Verb.TODO, 0))
    return Card(lines, (*counted.rows, (later, todo)))


def many_lines(
    s: Session, things: Sequence[Thing], mark: Mark | Preview, *, companies: int, count: int
) -> tuple[Fact, ...]:
    """What such a message says above its buttons."""
    lines: list[Fact] = [say("digest-many", count=companies), *mark_lines(s, mark)]
    for each in things[:BUTTONS]:
        line = thing_lines(s, each, private=True)[0]
        lines.append(say("digest-of", company=each.case.company.name, line=line))
    rest = count - len(things[:BUTTONS])
    lines += [say("digest-more", count=rest)] if rest > 0 else []
    return tuple(lines)


# --- buttons ------------------------------------------------------------------------------


def _rows(s: Session, things: Sequence[Thing]) -> tuple[tuple[Tap, ...], ...]:
    """One row for each of the first three things; the room that is left goes to their next items."""
    is_single = len({each.case.company.id for each in things}) == 1
    offered = [_taps(s, each, is_single=is_single) for each in things[:BUTTONS]]
    rows = [rows[0] for rows in offered if rows]
    rows += [row for rows in offered for row in rows[1:]]
    once = {row[0].ref: row for row in reversed(rows)}
    return tuple(row for row in rows if once[row[0].ref] is row)[:BUTTONS]


def _taps(s: Session, thing: Thing, *, is_single: bool) -> tuple[tuple[Tap, ...], ...]:
    case = thing.case
    here = (case.company.id, case.season.id)
    status = (Tap(say("tap-status"), ref(Verb.STATUS, *here)),)
    match thing.kind:
        case RungKind.WARNING:
            step = thing.owed.rung.subject
            handle = Tap(say("tap-handle"), ref(Verb.HANDLE, *here, step))
            word = Tap(say("tap-say-word"), ref(Verb.SAY_WORD, *here, step))
            return ((handle, word),)
        case RungKind.COUNT_DAY:
            upload = Tap(say("tap-count-upload"), ref(Verb.UPLOAD, *here, 0))
            return ((upload, Tap(say("tap-trial"), ref(Verb.TRIAL, *here))),)
        case RungKind.TO_BOSS | RungKind.MONTH | RungKind.MONTHLY:
            return (status,)
        case RungKind.TO_MANAGER | RungKind.TO_AGENCY:
            step = thing.owed.rung.subject
            name = thing.row.step.milestone.title if thing.row else ""
            return ((Tap(say("tap-look-step", step=name), ref(Verb.STEP, *here, step, 0)),),)
        case kind if kind in STATUTORY and thing.is_report and may_record(s, thing):
            return ((_recorded(case, is_single=is_single),), *_items(s, thing))
        case _:
            return _items(s, thing) or (status,)


def _recorded(case: Case, *, is_single: bool) -> Tap:
    to = ref(Verb.FACT, case.company.id, case.season.id, "reported")
    if is_single:
        return Tap(say("tap-record-reported"), to)
    return Tap(say("tap-record-reported-of", company=case.company.name[:NAME_ON_TAP]), to)


def _items(s: Session, thing: Thing) -> tuple[tuple[Tap, ...], ...]:
    """To the items; whoever hears in another's place may not know each of them by its name."""
    here = (thing.case.company.id, thing.case.season.id)
    named = [task for task in thing.tasks if is_named(s, thing, task, private=True)]
    return tuple(
        (Tap(task_label(task), ref(Verb.ITEM, *here, task.item.key)),) for task in named[:BUTTONS]
    )


def _last_row(s: Session, things: Sequence[Thing]) -> tuple[Tap, ...]:
    """Later, and everything that waits; the line of the month is no work at all."""
    if all(each.kind is RungKind.MONTH for each in things):
        return ()
    todo = Tap(say("tap-todo"), ref(Verb.TODO, 0))
    return (Tap(say("tap-later"), later_ref(s, things)), todo)


def later_ref(s: Session, things: Sequence[Thing]) -> Ref:
    """By what a press knows what to put off."""
    first = min(each.owed.at.astimezone(s.house.zone).date() for each in things)
    later = max(each.owed.rung.later for each in things)
    companies = tuple(dict.fromkeys(str(each.case.company.id) for each in things))
    return ref(Verb.LATER, *Occurrence(later, first, companies).args)

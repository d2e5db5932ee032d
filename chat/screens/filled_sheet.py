"""A filled sheet that came back: who gave it, what was read, and what of it was recorded."""

from collections.abc import Iterator, Sequence
from itertools import islice

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.filled_units import unit_lines
from chat.screens.filled_values import answer_lines, tasks_of
from chat.screens.progress import headed, heading
from chat.screens.steps import page_taps
from chat.screens.team import in_rows
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, Unclear
from messages.say import Fact, Listed, Say, say
from workflow.events import Event
from workflow.ids import ItemKey
from workflow.model import Company
from workflow.team import Department

LINES_A_PAGE = 6
GIVERS, GIVERS_A_ROW = 8, 2
LEFT_OUT_SHOWN, TAKEN_SHOWN = 4, 4


def counted(sheet: FilledSheet) -> Say:
    """「读到 12 项:可记 10,看不懂 1,已有 1」; where all can be recorded, just how many."""
    if len(sheet.answers) == sheet.count:
        return say("sheet-read-all", name=sheet.name, count=sheet.count)
    return say(
        "sheet-read",
        name=sheet.name,
        count=sheet.count,
        good=len(sheet.answers),
        unclear=sheet.not_understood,
        already=sheet.already,
    )


# --- who gave it --------------------------------------------------------------------------


def giver_card(s: Session, case: Case, sheet: FilledSheet, lead: Fact | None = None) -> Card:
    """「这份谁给的?」: people of the departments it is about; a name can be typed as well."""
    known = tuple(_givers(s, case, sheet))[:GIVERS]
    taps = [Tap(name, ref(Verb.SHEET_GIVER, sheet.mark, key)) for key, name in known]
    skip = Tap(say("tap-giver-skip"), ref(Verb.SHEET_GIVER, sheet.mark, ""))
    lines = (*headed(case, lead), counted(sheet), say("sheet-giver-ask"))
    return Card(lines, (*in_rows(taps, GIVERS_A_ROW), (skip,), (_drop_tap(sheet),)))


def _drop_tap(sheet: FilledSheet) -> Tap:
    return Tap(say("tap-sheet-drop"), ref(Verb.SHEET_DROP, sheet.mark))


def _givers(s: Session, case: Case, sheet: FilledSheet) -> Iterator[tuple[str, str]]:
    """Colleagues before members, each with how a button names them; the speaker left out."""
    asked = _departments(case, sheet)
    company: Company = case.company
    for colleague in company.colleagues:
        if not asked.isdisjoint(colleague.departments):
            yield f"n{colleague.number}", colleague.name
    for member in company.members:
        if not asked.isdisjoint(member.departments) and member.person != s.me.person:
            yield member.person, member.name


def _departments(case: Case, sheet: FilledSheet) -> frozenset[Department]:
    tasks = tasks_of(case)
    read = (tasks[ItemKey(each.key)] for each in sheet.answers if each.key in tasks)
    return frozenset(department for task in read for department in task.item.departments)


# --- what was read ------------------------------------------------------------------------


def read_card(case: Case, sheet: FilledSheet, page: int = 0, lead: Fact | None = None) -> Card:
    """What would be recorded, with units, after what was not understood and why."""
    lines = [
        *unit_lines(case, sheet),
        *_unclear_lines(sheet),
        *answer_lines(case, sheet),
        *_same_line(sheet),
    ]
    shown = lines[page * LINES_A_PAGE : (page + 1) * LINES_A_PAGE]
    top = [*headed(case, lead), counted(sheet)]
    top += [say("sheet-given-by", name=sheet.behalf)] if sheet.behalf else []
    top += (*_page_line(sheet), *_source_line(sheet))
    turn = page_taps(
        page, len(lines), LINES_A_PAGE, lambda to: ref(Verb.SHEET_PAGE, sheet.mark, to)
    )
    take = Tap(say("tap-sheet-take", count=len(sheet.answers)), ref(Verb.SHEET_TAKE, sheet.mark))
    return Card((*top, *shown), (turn, (take,), (_drop_tap(sheet),)))


def _same_line(sheet: FilledSheet) -> list[Say]:
    """Which cells say what stands already."""
    if not sheet.same:
        return []
    return [say("years-same", cells=Listed(sheet.same), more=sheet.already - len(sheet.same))]


def _page_line(sheet: FilledSheet) -> list[Say]:
    """Which page was read, where others had something in them, too."""
    if not sheet.left_out:
        return []
    return [say("sheet-page", page=sheet.page, count=sheet.left_out)]


def _source_line(sheet: FilledSheet) -> list[Say]:
    """What becomes the 出处 of the answers that name none."""
    unsaid = any(not (each.origin and each.origin.source) for each in sheet.answers)
    return [say("sheet-source", source=sheet.source)] if sheet.source and unsaid else []


def unread_card(case: Case, sheet: FilledSheet) -> Card:
    """Nothing of it can be recorded: what was not understood, and why."""
    lines = (*_unclear_lines(sheet), *_same_line(sheet))[:LINES_A_PAGE]
    said = counted(sheet) if sheet.count else say("sheet-not-filled", name=sheet.name)
    status = Tap(say("tap-status"), ref(Verb.STATUS, case.company.id, case.season.id))
    return Card((heading(case), said, *_page_line(sheet), *lines), ((status,),))


def _unclear_lines(sheet: FilledSheet) -> Iterator[Say]:
    for each in sheet.unclear:
        yield say("sheet-unclear", title=each.title, why=each.why)


# --- what was recorded --------------------------------------------------------------------


def taken_card(
    case: Case,
    sheet: FilledSheet,
    taken: Sequence[ReadAnswer],
    left_out: Sequence[Unclear],
    events: Sequence[Event],
    came: Fact | None = None,
) -> Card:
    """How much was recorded, what came of it, what was not recorded and why; each item a button."""
    lines: list[Fact] = [heading(case), _taken_line(sheet, len(taken))]
    lines += [] if came is None else [came]
    lines += [
        say("sheet-left-out", title=each.title, why=each.why) for each in left_out[:LEFT_OUT_SHOWN]
    ]
    lines += _not_read(sheet)
    earlier = sum(bool(each.year) for each in taken)
    lines += [say("years-taken", count=earlier)] if earlier else []
    ids = (case.company.id, case.season.id)
    status = Tap(say("tap-status"), ref(Verb.STATUS, *ids))
    if not events:
        return Card(tuple(lines), ((status,),))
    lines.append(say("sheet-undo-hint"))
    now = dict.fromkeys(each.key for each in taken if not each.year)
    tasks = tasks_of(case)
    taps = tuple(
        (Tap(tasks[ItemKey(key)].item.title, ref(Verb.ITEM, *ids, key)),)
        for key in islice(now, TAKEN_SHOWN)
    )
    undo = ref(Verb.SHEET_UNDO, *ids, events[0].seq, events[-1].seq)
    back = Tap(say("tap-sheet-undo", count=len(taken)), undo)
    check = (Tap(say("tap-check"), ref(Verb.CHECK, *ids, 0)),) if came is not None else ()
    return Card(tuple(lines), (check, *taps, (back, status)))


def _not_read(sheet: FilledSheet) -> list[Fact]:
    """Which cells nobody could read, said once more: their reasons went with the preview."""
    if not sheet.unclear:
        return []
    names = Listed(tuple(each.title for each in sheet.unclear[:LEFT_OUT_SHOWN]))
    more = max(len(sheet.unclear) - LEFT_OUT_SHOWN, 0)
    return [say("sheet-not-read", count=len(sheet.unclear), cells=names, more=more)]


def _taken_line(sheet: FilledSheet, count: int) -> Say:
    if not count:
        return say("sheet-none-taken")
    if sheet.behalf:
        return say("sheet-taken-for", count=count, name=sheet.behalf)
    return say("sheet-taken", count=count)

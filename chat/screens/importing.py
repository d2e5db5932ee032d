"""Bringing in a list of clients: what was read, what is wrong with it, how far it is built."""

from collections.abc import Mapping, Sequence

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.client_notes import Building, ClientsRead
from chat.documents import SheetColumn, SheetToFill
from chat.screens.companies import coverage_name
from chat.screens.steps import page_taps
from chat.session import Session
from messages.say import Fact, Listed, Say, say
from workflow.client_errors import ClientWordUnknown
from workflow.client_list import NEEDED, BadLine, Column
from workflow.clients import Client

FAULTS_SHOWN = 3
CLIENTS_A_PAGE = 8
REFUSED_SHOWN = 5

Options = Mapping[Column, Sequence[Fact]]
"""What can be chosen in a column, where that is a closed set."""


def asked_card(lead: Fact | None = None) -> Card:
    """The list is asked for, with a template to fill."""
    lines = (say("import-heading"), *(() if lead is None else (lead,)), say("import-ask"))
    template = Tap(say("tap-import-template"), ref(Verb.IMPORT_TEMPLATE))
    return Card(lines, ((template,), (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)))


def read_card(s: Session, note: ClientsRead, options: Options, lead: Fact | None = None) -> Card:
    """「读到 400 家:可建 391,有误 9」, and what can be done with it."""
    known = {card.uscc for card in s.companies()}
    there = sum(client.uscc in known for client in note.clients)
    fresh = len(note.clients) - there
    lines: list[Fact] = [say("import-heading"), *(() if lead is None else (lead,))]
    read = len(note.clients) + len(note.bad)
    lines.append(say("import-read", count=read, ready=fresh, bad=len(note.bad)))
    lines += [say("import-known", count=there)] if there else []
    lines += [_fault_line(each, options) for each in note.bad[:FAULTS_SHOWN]]
    more = len(note.bad) - FAULTS_SHOWN
    lines += [say("import-more-faults", count=more)] if more > 0 else []
    return Card(tuple(lines), _read_rows(note, fresh))


def _read_rows(note: ClientsRead, fresh: int) -> tuple[tuple[Tap, ...], ...]:
    """Where all are known there is still to be looked whether a season of them is missing."""
    look = Tap(say("tap-import-look"), ref(Verb.IMPORT_LOOK, note.list, 0))
    build = Tap(say("tap-import-build", count=fresh), ref(Verb.IMPORT_BUILD, note.list))
    faults = Tap(say("tap-import-faults"), ref(Verb.IMPORT_FAULTS, note.list))
    cancel = Tap(say("tap-cancel"), ref(Verb.CANCEL))
    return ((look, build) if note.clients else (), (faults,) if note.bad else (), (cancel,))


def _fault_line(each: BadLine, options: Options) -> Say:
    name = each.cells[0] or say("value-empty")
    return say("import-fault", line=each.line, name=name, why=fault(each, options))


def fault(each: BadLine, options: Options) -> Say:
    """What is wrong with a line, in which column, and what could stand there."""
    why: Fact = Say(each.sentence, each.facts)
    if each.sentence == ClientWordUnknown.sentence:
        why = say("import-word-hint", why=why, hint=_hint(each.column, options))
    return say("import-fault-why", column=_heading(each.column), why=why)


def look_card(s: Session, note: ClientsRead, page: int) -> Card:
    """The companies that would be built, with their licences."""
    shown = note.clients[page * CLIENTS_A_PAGE : (page + 1) * CLIENTS_A_PAGE]
    lines = (say("import-heading"), *(_client_line(s, each) for each in shown))
    turn = page_taps(
        page,
        len(note.clients),
        CLIENTS_A_PAGE,
        lambda to: ref(Verb.IMPORT_LOOK, note.list, to),
    )
    back = Tap(say("tap-import-back"), ref(Verb.IMPORT_BACK, note.list))
    return Card(lines, (turn, (back,)))


def _client_line(s: Session, client: Client) -> Say:
    licences = tuple(
        say(
            "import-licence",
            licence=s.house.packs[each.pack].title,
            coverage=coverage_name(each.province),
            year=str(each.year),
        )
        for each in client.seasons
    )
    return say("import-client", name=client.name, licences=Listed(licences), owner=client.called)


# --- building -----------------------------------------------------------------------------


def begun_card(note: Building) -> Card:
    """Building has begun; how far it is comes in a message of its own."""
    return Card((say("import-heading"), say("import-begun", count=len(note.left))))


def progress_card(note: Building) -> Card:
    """「已建 120 / 391」, in one message that changes."""
    line = say("import-progress", done=note.done, total=note.total)
    return Card((say("import-heading"), line), fresh=True, slot=f"import-{note.list}")


def waiting_card(note: Building, lead: Fact | None = None) -> Card:
    """「还有 271 家没建」: it was interrupted."""
    left = say("import-left", count=len(note.left), done=note.done, total=note.total)
    on = Tap(say("tap-import-on"), ref(Verb.IMPORT_BUILD, note.list))
    stop = Tap(say("tap-import-stop"), ref(Verb.CANCEL))
    return Card((say("import-heading"), *(() if lead is None else (lead,)), left), ((on, stop),))


def built_card(note: Building) -> Card:
    """What came of the whole list."""
    nothing = not (note.built or note.completed)
    lines: list[Fact] = [say("import-heading")]
    facts: dict[str, Fact] = {"built": note.built, "completed": note.completed}
    lines.append(say("import-nothing-new") if nothing else say("import-done", **facts))
    lines += [say("import-done-known", count=note.known)] if note.known else []
    if note.refused:
        names = Listed(note.refused[:REFUSED_SHOWN])
        lines.append(say("import-done-refused", count=len(note.refused), names=names))
    faults = Tap(say("tap-import-faults"), ref(Verb.IMPORT_FAULTS, note.list))
    clients = Tap(say("tap-clients"), ref(Verb.CLIENTS))
    rows = ((clients, faults) if note.bad else (clients,),)
    return Card(tuple(lines), rows, fresh=True, slot=f"import-{note.list}")


# --- sheets -------------------------------------------------------------------------------


def template_sheet(s: Session, options: Options) -> SheetToFill:
    """The list to fill in."""
    title = s.wording.plain(say("import-sheet"))
    columns = tuple(_column(s, column, options) for column in Column)
    return SheetToFill(f"{title}.xlsx", title, columns)


def fault_sheet(s: Session, bad: Sequence[BadLine], options: Options) -> SheetToFill:
    """The bad lines as they were sent, each with what is wrong: put right, it can be sent again."""
    title = s.wording.plain(say("import-fault-sheet"))
    columns = tuple(_column(s, column, options) for column in Column)
    wrong = SheetColumn(s.wording.plain(say("import-fault-column")))
    rows = tuple((*each.cells, s.wording.plain(fault(each, options))) for each in bad)
    return SheetToFill(f"{title}.xlsx", title, (*columns, wrong), rows)


def _column(s: Session, column: Column, options: Options) -> SheetColumn:
    heading = s.wording.plain(_heading(column))
    needed = say("column-required" if column in NEEDED else "column-optional")
    hint = say("import-column-hint", needed=needed, hint=_hint(column, options))
    choices = tuple(s.wording.plain(each) for each in options.get(column, ()))
    return SheetColumn(heading, s.wording.plain(hint), choices)


def _heading(column: Column) -> Say:
    return say(f"client-column-{column.replace('_', '-')}")


def _hint(column: Column, options: Options) -> Say:
    """What could stand there; of a province only the first are named."""
    named = Listed(tuple(options.get(column, ())[:FAULTS_SHOWN]))
    return say(f"client-hint-{column.replace('_', '-')}", options=named)

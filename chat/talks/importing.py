"""导入客户: a list is sent, read, looked at, and built a company at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from chat.card import Handout, KeepGoing, Replies, Toasted
from chat.client_notes import Building, ClientsAsked, ClientsRead
from chat.screens.clients import active_clients
from chat.screens.companies import coverage_name
from chat.screens.door import door_card
from chat.screens.importing import (
    Options,
    asked_card,
    begun_card,
    built_card,
    fault_sheet,
    look_card,
    progress_card,
    read_card,
    template_sheet,
    waiting_card,
)
from chat.session import Session
from chat.talk import SentFile, Sheet, SheetUnreadable
from chat.talks.new_case import at_the_door, newest_packs, years
from messages.catalogue import LOCALES
from messages.say import Fact, Say, say
from messages.values import credit_code
from messages.wording import Wording
from workflow.client_errors import NoClientColumns
from workflow.client_list import Column, Words, folded, read_clients
from workflow.clients import Client, build_client, complete_client
from workflow.errors import CompanyDamaged, NotSaved, WorkflowError
from workflow.events import Notice, NoticeKind
from workflow.ids import CompanyId, PersonId
from workflow.model import Outcome
from workflow.pack import Pack
from workflow.provinces import PROVINCES
from workflow.team import Member, Role

LOOKED_INTO = 40
"""Among the members of so many companies an owner is looked for, those of the open one first."""
TOLD_EVERY = 25
"""Companies between two words on how far it is."""


# --- the list -----------------------------------------------------------------------------


def begin(s: Session) -> Replies:
    """Ask for the list, of those who may open companies here; one that is being built goes on."""
    if not s.house.access.admits(s.me):
        return at_the_door(s)
    note = s.note
    if isinstance(note, Building):
        return (waiting_card(note),)
    s.keep(ClientsAsked())
    return (asked_card(),)


def template(s: Session) -> Replies:
    """The sheet to fill in."""
    s.keep(ClientsAsked())
    sheet = template_sheet(s, options(s))
    return (Toasted(say("toast-sending")), Handout(sheet, say("import-template-caption")))


def list_came(s: Session, sent: SentFile) -> Replies:
    """Read the list and say what is in it; nothing is built yet."""
    if not s.house.access.admits(s.me):
        return (door_card(s),)
    match sent.sheet:
        case Sheet(rows):
            return _read(s, sent, rows)
        case SheetUnreadable(sentence):
            return (asked_card(say("import-refused", why=Say(sentence))),)
        case None:
            return (asked_card(say("import-refused", why=say("import-no-sheet"))),)


def _read(s: Session, sent: SentFile, rows: tuple[tuple[str, ...], ...]) -> Replies:
    try:
        found = read_clients(rows, _words(s))
    except NoClientColumns as fault:
        return (asked_card(say("import-refused", why=Say(fault.sentence))),)
    if not found.ready and not found.bad:
        return (asked_card(say("import-refused", why=say("sheet-empty"))),)
    mark = f"{sent.file.id[:8]}{s.incoming.at:%H%M%S}"
    note = ClientsRead(mark, found.ready, found.bad)
    s.keep(note)
    return (read_card(s, note, options(s)),)


def shown(s: Session, note: ClientsRead | Building | ClientsAsked, lead: Fact | None) -> Replies:
    """Where it stands, below what has just happened."""
    match note:
        case ClientsAsked():
            return (asked_card(lead),)
        case ClientsRead():
            return (read_card(s, note, options(s), lead),)
        case Building():
            return (waiting_card(note, lead),)


def look(s: Session, mark: str, page: int) -> Replies:
    """[先看]."""
    note = s.note
    if not isinstance(note, ClientsRead) or note.list != mark:
        return (Toasted(say("toast-old-button")),)
    return (look_card(s, note, page),)


def back(s: Session, mark: str) -> Replies:
    """From the look at it back to what can be done with it."""
    note = s.note
    if not isinstance(note, ClientsRead) or note.list != mark:
        return (Toasted(say("toast-old-button")),)
    return (read_card(s, note, options(s)),)


def faults(s: Session, mark: str) -> Replies:
    """[下载错误行]."""
    note = s.note
    if not isinstance(note, ClientsRead | Building) or note.list != mark:
        return (Toasted(say("toast-old-button")),)
    sheet = fault_sheet(s, note.bad, options(s))
    return (Toasted(say("toast-sending")), Handout(sheet, say("import-faults-caption")))


# --- what the words of a list mean ----------------------------------------------------------


def options(s: Session) -> Options:
    """What can be chosen, as it is shown: kinds, coverage, years, profiles."""
    packs = newest_packs(s)
    profiles = {each.title.zh: each.title for pack in packs for each in pack.profiles}
    return {
        Column.KIND: tuple(pack.title for pack in packs),
        Column.COVERAGE: tuple(coverage_name(code) for code in ("", *PROVINCES)),
        Column.YEAR: tuple(str(year) for year in years(s.today)),
        Column.PROFILE: tuple(profiles.values()),
    }


def _words(s: Session) -> Words:
    return Words(
        columns={
            name: column
            for column in Column
            for name in _in_any(s, say(f"client-column-{column.replace('_', '-')}"))
        },
        packs=_packs(s),
        provinces=_provinces(s),
        years=years(s.today),
        owners=_owners(s),
        importer=_importer(s),
        code=credit_code,
    )


def _in_any(s: Session, fact: Fact) -> Iterable[str]:
    """What it is called in each language, as it is looked up."""
    wordings = (Wording(s.house.catalogue, locale, s.house.zone) for locale in LOCALES)
    return (folded(wording.plain(fact)) for wording in wordings)


def _packs(s: Session) -> Mapping[str, Pack]:
    return {
        folded(name): pack
        for pack in newest_packs(s)
        for name in (pack.title.zh, pack.title.en, pack.licence_code)
    }


def _provinces(s: Session) -> Mapping[str, str]:
    ends = ("", *s.words("words-province-ends"))
    found = {
        name + folded(end): code
        for code in PROVINCES
        for name in _in_any(s, coverage_name(code))
        for end in ends
    }
    return found | {folded(word): "" for word in s.words("words-nationwide")}


def _importer(s: Session) -> Member:
    return Member(s.me.person, s.me.name, (Role.CLERK,))


def _owners(s: Session) -> Mapping[str, tuple[Member, ...]]:
    """The speaker's colleagues by name and by id; a name may be that of several."""
    people: dict[PersonId, Member] = {s.me.person: _importer(s)}
    for company in _companies_looked_into(s):
        try:
            people = {each.person: each for each in s.company(company).members} | people
        except CompanyDamaged:
            continue
    found: dict[str, tuple[Member, ...]] = {}
    for member in people.values():
        for name in {folded(member.name), folded(member.person)}:
            found[name] = (*found.get(name, ()), member)
    return found


def _companies_looked_into(s: Session) -> Iterable[CompanyId]:
    cards = sorted(active_clients(s), key=lambda card: card.id != s.me.company)
    return (card.id for card in islice(cards, LOOKED_INTO))


# --- building -----------------------------------------------------------------------------


def build(s: Session, mark: str) -> Replies:
    """[建 391 家] or [接着建]: begin, and go on a company at a time."""
    note = s.note
    if not s.house.access.admits(s.me):
        return (door_card(s),)
    if isinstance(note, ClientsRead) and note.list == mark and note.clients:
        note = Building(mark, len(note.clients), note.clients, note.bad)
        s.keep(note)
    if not isinstance(note, Building) or note.list != mark:
        return (Toasted(say("toast-old-button")),)
    return (begun_card(note), KeepGoing())


def build_next(s: Session) -> Replies:
    """The next company of the list that is being built: it and what is left, in one commit."""
    note = s.note
    if not isinstance(note, Building) or not s.house.access.admits(s.me):
        return ()
    client, *left = note.left
    after = replace(_built(s, note, client), left=tuple(left))
    if not left:
        s.keep(ClientsRead(note.list, (), note.bad) if note.bad else None)
        return (built_card(after),)
    s.keep(after)
    told = (progress_card(after),) if after.done % TOLD_EVERY == 0 else ()
    return (*told, KeepGoing())


def _built(s: Session, note: Building, client: Client) -> Building:
    """One company built or completed, and counted."""
    mine = next((card for card in s.companies() if card.uscc == client.uscc), None)
    try:
        if mine is not None:
            outcome = complete_client(s.company(mine.id), client, s.house.packs, by=s.doer)
            return _saved(s, outcome, replace(note, completed=note.completed + 1), note)
        fresh = CompanyId(s.house.new_id())
        built = build_client(fresh, client, s.house.packs, by=s.doer, called=s.me.name)
    except NotSaved:
        raise
    except WorkflowError:
        return replace(note, refused=(*note.refused, client.name))
    _tell_owner(s, note, client, built)
    return _saved(s, built, replace(note, built=note.built + 1), note)


def _saved(s: Session, outcome: Outcome | None, counted: Building, before: Building) -> Building:
    if outcome is None:
        return before
    s.save(outcome)
    return counted


def _tell_owner(s: Session, note: Building, client: Client, built: Outcome) -> None:
    """Once for a list, however many of its companies are theirs."""
    if client.owner != s.me.person:
        key = f"import:{note.list}:{client.owner}"
        company = built.company.id
        s.work.owe(Notice(key, client.owner, NoticeKind.CLIENTS_GIVEN, company, s.me.person))

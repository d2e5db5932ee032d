"""What is open while the bot runs: data folder, packs, calendar, sentences, tied together."""

import functools
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from chat.desk import Desk
from chat.group_routes import COMMANDS_IN_GROUPS
from chat.routes import COMMANDS
from chat.session import Access, House
from gateway.config import Config
from gateway.given import Given
from gateway.greeting import Commands
from gateway.ports import Clock, MakeDocument, Reminding
from messages.catalogue import WRITTEN, load_catalogue
from messages.say import Say
from messages.secret import holds_secret
from messages.wording import Wording
from running.agendas import AgendaMaker
from running.documents import DocumentMaker
from running.heads import HeadTeller
from running.papers import PaperMaker
from running.pictures import PictureMaker
from running.reminding import reminding
from sheets.worker import SheetReader
from storage.boards import SqliteBoards
from storage.cipher import Keys
from storage.evidence import FileBox
from storage.forms import load_forms
from storage.heads import Heads
from storage.holidays import load_calendar
from storage.journal import Journal
from storage.notice_record import SqliteNoticeRecord
from storage.outbox import SqliteOutbox
from storage.packs import load_packs
from storage.people_told import SqlitePeopleTold
from storage.policies import load_policies
from storage.questions import load_questions
from storage.tiny import TinyStore
from workflow.across import Projector
from workflow.ids import PackRef
from workflow.pack import Pack
from workflow.projecting import RULES, project
from workflow.workdays import Calendar

HERE = Path(__file__).parents[1]
PACKS = HERE / "workflow" / "packs"
HOLIDAYS = HERE / "workflow" / "holidays"


def new_id() -> str:
    """A name nobody can guess, short enough for a button: ten letters and digits, 50 bits."""
    return "".join(secrets.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(10))


def real_clock() -> datetime:
    """The present."""
    return datetime.now(UTC)


def is_local(config: Config) -> bool:
    """Without a Telegram token the local chat takes Telegram's place."""
    return not config.telegram.token.get_secret_value()


def own_holidays(config: Config) -> Path:
    """Where imported holiday files stand."""
    return config.data.folder / "holidays"


def open_journal(config: Config) -> Journal:
    """The journal in the data folder; JournalUnusable if it is damaged or too new."""
    path, server = config.data.folder / "journal.sqlite", _server(config)
    return Journal(path, server, is_secret=holds_secret)


def _server(config: Config) -> str:
    """The Bot API and the bot on it: update ids mean something only there."""
    if is_local(config):
        return "local"
    number = config.telegram.token.get_secret_value().partition(":")[0]
    return f"{config.telegram.base_url}{number}"


@dataclass(frozen=True, slots=True)
class Rooms:
    """What is open while the bot runs."""

    journal: Journal
    box: FileBox
    desk: Desk
    outbox: SqliteOutbox
    boards: SqliteBoards
    heads: HeadTeller
    make_document: MakeDocument
    agendas: AgendaMaker
    reminding: Reminding


def open_rooms(config: Config, access: Access) -> Rooms:
    """Open the data folder; the caller holds its lock."""
    journal = open_journal(config)
    calendar = load_calendar((HOLIDAYS, own_holidays(config)))
    packs = load_packs(PACKS, calendar)
    house = House(
        catalogue=load_catalogue(),
        packs=packs,
        calendar=calendar,
        access=access,
        zone=ZoneInfo(config.time.zone),
        default_locale=config.language.default,
        new_id=new_id,
        public_url=config.web.public_url,
        has_mail=bool(config.mail.host),
        policies=load_policies(PACKS),
        questions=load_questions(PACKS),
        forms=load_forms(PACKS),
        record=SqliteNoticeRecord(journal.database),
    )
    # The store first: it writes down which key is in use before anything is sealed with it.
    store = open_store(config, journal, projector(packs, calendar, own_holidays(config)))
    agendas = AgendaMaker(config.data.folder, keys_of(config), house)
    return Rooms(
        journal=journal,
        box=open_box(config),
        desk=Desk(house, store),
        outbox=SqliteOutbox(journal.database),
        boards=SqliteBoards(journal.database),
        heads=HeadTeller(store, Heads(journal.database), config.trail, house.zone),
        make_document=DocumentMaker(config.data.folder, keys_of(config), agendas),
        agendas=agendas,
        reminding=reminding(config.data.folder, journal.database, house, store),
    )


def open_store(config: Config, journal: Journal, drawing: Projector | None = None) -> TinyStore:
    """The companies; KeyMissing if files may be sealed with a key that is not at hand."""
    keys = keys_of(config)
    return TinyStore(config.data.folder, journal, new_id, keys=keys, projector=drawing)


def open_box(config: Config) -> FileBox:
    """The files handed in."""
    return FileBox(config.data.folder / "evidence", new_id, keys=keys_of(config))


def keys_of(config: Config) -> Keys:
    """The keys of the configuration; none leaves everything as it is."""
    return Keys(config.encryption.present, config.encryption.older)


def projector(packs: Mapping[PackRef, Pack], calendar: Calendar, own: Path) -> Projector:
    """How companies are drawn for looking across them; new packs or holidays draw all anew.

    `own` is the folder of imported holiday files.
    """
    digest = sha256(str(RULES).encode())
    for folder in (PACKS, HOLIDAYS, own):
        for path in sorted(folder.glob("*")):
            digest.update(path.name.encode() + path.read_bytes())
    return Projector(functools.partial(project, packs=packs, calendar=calendar), digest.hexdigest())


def given(rooms: Rooms, clock: Clock) -> Given:
    """What the gateway stands between."""
    house = rooms.desk.house
    return Given(
        desk=rooms.desk,
        inbox=rooms.journal,
        box=rooms.box,
        make_document=rooms.make_document,
        read_sheet=SheetReader().read_sheet,
        clock=clock,
        new_number=functools.partial(secrets.token_hex, 3),
        commands=_menu(house, COMMANDS),
        group_commands=_menu(house, COMMANDS_IN_GROUPS),
        met=house.identity.meet,
        unreachable=rooms.desk.unreachable,
        outbox=rooms.outbox,
        boards=rooms.boards,
        wake=rooms.heads.wake,
        reminding=rooms.reminding,
        people_told=SqlitePeopleTold(rooms.journal.database),
        draw=PictureMaker(house.catalogue, house.zone),
        write=PaperMaker(house.zone),
        word=Wording(house.catalogue, house.default_locale, house.zone).html,
    )


def _menu(house: House, commands: Iterable[str]) -> Commands:
    """Commands with their descriptions, for one of Telegram's menus."""
    return {
        locale: tuple(
            (name, Wording(house.catalogue, locale, house.zone).plain(Say(f"command-{name}")))
            for name in commands
        )
        for locale in WRITTEN
    }

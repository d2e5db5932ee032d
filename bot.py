"""Nianbao's composition root: reads the configuration, introduces the rooms to each other, runs.

python bot.py                          the bot; without a Telegram token, the local chat
python bot.py --check [--all]          load configuration, packs (and every company file)
python bot.py holidays import FILE     take over an official holiday file (holiday-cn JSON)
python bot.py backup DIR               also while the bot runs
python bot.py restore DIR              only while it does not
"""

import argparse
import asyncio
import functools
import os
import secrets
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from chat.desk import Desk
from chat.routes import COMMANDS
from chat.session import Access, Door, House
from gateway.app import Commands, Gateway, Given
from gateway.config import Config, ConfigFaulty, load
from gateway.failures import TokenRevoked
from gateway.logs import set_up
from gateway.ports import Clock
from localchat.clock import ShiftedClock
from localchat.server import LocalChat, Settings
from messages.catalogue import LOCALES, CatalogueFaulty, load_catalogue
from messages.say import Say
from messages.wording import Wording
from sheets.template import make_sheet
from sheets.worker import SheetReader
from storage.backup import BackupRefused, backup, restore
from storage.database import JournalUnusable
from storage.evidence import FileBox
from storage.holidays import HolidayFileFaulty, import_holiday_cn, load_calendar
from storage.journal import Journal
from storage.lock import FolderInUse, FolderLock
from storage.packs import PacksFaulty, load_packs
from storage.tiny import TinyStore
from workflow.errors import NotSaved

HERE = Path(__file__).parent
PACKS = HERE / "workflow" / "packs"
HOLIDAYS = HERE / "workflow" / "holidays"
DEFAULT_CONFIG = Path("config.toml")
LOCAL_GUESTS = 1
"""Of the local chat's people the second is an outsider, to see how one is refused."""

EXPECTED = (
    ConfigFaulty,
    PacksFaulty,
    HolidayFileFaulty,
    CatalogueFaulty,
    FolderInUse,
    JournalUnusable,
    BackupRefused,
    TokenRevoked,
    OSError,
)
"""What the operator can put right: one clear line, no traceback."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; 0 when it went well, 1 with the faults told on stderr."""
    told = _parser().parse_args(arguments)
    try:
        return _do(told)
    except NotSaved:
        print("the disk refused to write; is it full, or read-only?", file=sys.stderr)
        return 1
    except EXPECTED as fault:
        print(fault, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bot.py", description="Nianbao, the annual report bot.")
    parser.add_argument("--config", type=Path, help="settings (default: config.toml, if there)")
    parser.add_argument("--check", action="store_true", help="load everything, tell all faults")
    parser.add_argument("--all", action="store_true", help="with --check: every company file too")
    words = parser.add_subparsers(dest="word")
    holidays = words.add_parser("holidays", help="holiday calendars").add_subparsers(
        dest="deed", required=True
    )
    holidays.add_parser("import", help="an official year").add_argument("file", type=Path)
    words.add_parser("backup", help="copy all data").add_argument("folder", type=Path)
    words.add_parser("restore", help="bring a backup back").add_argument("folder", type=Path)
    return parser


def _do(told: argparse.Namespace) -> int:
    path = told.config or (DEFAULT_CONFIG if DEFAULT_CONFIG.exists() else None)
    config = _placed(load(path, os.environ))
    match told.word:
        case "holidays":
            year = import_holiday_cn(told.file.read_bytes(), _own_holidays(config))
            print(f"{year.year}: {year.status}, {len(year.off)} days off, {len(year.work)} worked")
            return 0
        case "backup":
            backup(config.data.folder, told.folder)
            print(f"backup written: {told.folder}")
            return 0
        case "restore":
            aside = restore(told.folder, config.data.folder)
            print(f"restored: {config.data.folder}" + (f"; before: {aside}" if aside else ""))
            return 0
    if told.check:
        return _check(config, every_company=told.all)
    set_up(config.log.level, config.secrets)
    return asyncio.run(_serve(config))


def is_local(config: Config) -> bool:
    """Without a Telegram token the local chat takes Telegram's place."""
    return not config.telegram.token.get_secret_value()


def _placed(config: Config) -> Config:
    """Trying things out never touches the data of the real bot."""
    if not is_local(config):
        return config
    folder = config.data.folder / "local"
    return config.model_copy(update={"data": config.data.model_copy(update={"folder": folder})})


def _own_holidays(config: Config) -> Path:
    return config.data.folder / "holidays"


def _check(config: Config, *, every_company: bool) -> int:
    """Everything that can be wrong before a start, all told at once."""
    faults = list(_faults(config, every_company=every_company))
    for fault in faults:
        print(fault, file=sys.stderr)
    print("not in order" if faults else "all in order")
    return 1 if faults else 0


def _faults(config: Config, *, every_company: bool) -> Iterator[str]:
    loaders = (
        lambda: load_packs(PACKS),
        lambda: load_calendar((HOLIDAYS, _own_holidays(config))),
        load_catalogue,
    )
    for loader in loaders:
        try:
            loader()
        except (PacksFaulty, HolidayFileFaulty, CatalogueFaulty) as fault:
            yield from str(fault).splitlines()
    if every_company and config.data.folder.exists():
        with FolderLock(config.data.folder):
            journal = Journal(config.data.folder / "journal.sqlite", _server(config))
            yield from TinyStore(config.data.folder, journal, new_id).check()


def new_id() -> str:
    """A name nobody can guess, short enough for a button: ten letters and digits, 50 bits."""
    return "".join(secrets.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(10))


def _server(config: Config) -> str:
    """The Bot API and the bot on it: update ids mean something only there."""
    if is_local(config):
        return "local"
    number = config.telegram.token.get_secret_value().partition(":")[0]
    return f"{config.telegram.base_url}{number}"


def real_clock() -> datetime:
    """The present."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Rooms:
    """What is open while the bot runs."""

    journal: Journal
    box: FileBox
    desk: Desk


def _open(config: Config, access: Access) -> Rooms:
    """Open the data folder; the caller holds its lock."""
    folder = config.data.folder
    journal = Journal(folder / "journal.sqlite", _server(config))
    house = House(
        catalogue=load_catalogue(),
        packs=load_packs(PACKS),
        calendar=load_calendar((HOLIDAYS, _own_holidays(config))),
        access=access,
        zone=ZoneInfo(config.time.zone),
        default_locale=config.language.default,
        new_id=new_id,
    )
    desk = Desk(house, TinyStore(folder, journal, new_id))
    return Rooms(journal, FileBox(folder / "evidence", new_id), desk)


async def _serve(config: Config) -> int:
    with ExitStack() as stack:
        config.data.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stack.enter_context(FolderLock(config.data.folder))
        if is_local(config):
            return await _serve_locally(config)
        rooms = _open(config, _access(config))
        await Gateway(config, _given(rooms, real_clock)).run()
    return 0


async def _serve_locally(config: Config) -> int:
    """Telegram's place taken by a server of our own, with a page to talk on."""
    async with local_house(config, ShiftedClock()) as house:
        print(f"Nianbao · local chat: {house.chat.url}", flush=True)
        await house.gateway.run()
    return 0


@dataclass(frozen=True, slots=True)
class LocalHouse:
    """The local chat, serving, and the bot that will talk in it once its gateway runs."""

    chat: LocalChat
    gateway: Gateway


@asynccontextmanager
async def local_house(config: Config, clock: ShiftedClock) -> AsyncIterator[LocalHouse]:
    """Everything tied together without Telegram; the caller holds the folder's lock."""
    settings = Settings(
        host=config.local_chat.host,
        port=config.local_chat.port,
        # Beside the bot's data: a restore must not turn back the numbers of its updates.
        state=config.data.folder.with_name(f"{config.data.folder.name}-chat"),
        zone=config.time.zone,
    )
    rooms = _open(config, _local_access(config, settings))
    chat = LocalChat(settings, clock)
    await chat.start()
    here = config.on_server(settings.token, chat.base_url, chat.base_file_url)
    gateway = Gateway(here, _given(rooms, clock))
    clock.on_move(lambda _old, _new: gateway.poke())
    try:
        yield LocalHouse(chat, gateway)
    finally:
        await chat.stop()
        rooms.journal.close()


def _given(rooms: Rooms, clock: Clock) -> Given:
    return Given(
        desk=rooms.desk,
        inbox=rooms.journal,
        box=rooms.box,
        make_sheet=make_sheet,
        read_sheet=SheetReader().read_sheet,
        clock=clock,
        new_number=functools.partial(secrets.token_hex, 3),
        commands=_commands(rooms.desk.house),
    )


def _commands(house: House) -> Commands:
    """All commands with their descriptions, for Telegram's menu."""
    return {
        locale: tuple(
            (name, Wording(house.catalogue, locale, house.zone).plain(Say(f"command-{name}")))
            for name in COMMANDS
        )
        for locale in LOCALES
    }


def _access(config: Config) -> Access:
    return Access(
        Door(config.access.open),
        frozenset(str(person) for person in config.access.people),
        config.access.code.get_secret_value(),
    )


def _local_access(config: Config, settings: Settings) -> Access:
    """As configured; where anybody may, the local chat's outsider still stays outside."""
    access = _access(config)
    if access.door is not Door.ANYBODY:
        return access
    insiders = frozenset(
        str(person.id) for n, person in enumerate(settings.people) if n != LOCAL_GUESTS
    )
    return Access(Door.LISTED, insiders)


if __name__ == "__main__":
    sys.exit(main())

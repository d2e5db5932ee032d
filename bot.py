"""Nianbao's composition root: reads the configuration, introduces the rooms to each other, runs.

python bot.py                          the bot; without a Telegram token, the local chat
python bot.py --check [--all]          load configuration, packs (and every company file)
python bot.py holidays import FILE     take over an official holiday file (holiday-cn JSON)
python bot.py backup DIR               also while the bot runs
python bot.py restore DIR              only while it does not
python bot.py verify                   prove that nobody has changed the trail or the files handed in
python bot.py export COMPANY DIR       one company's trail as .csv and .jsonl
python bot.py erase PERSON             take a person out of everything kept here
python bot.py retention [--delete]     list, or delete, evidence past its term
python bot.py rotate                   bring every file under the present key
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gateway.config import Config, ConfigFaulty, load
from gateway.failures import TokenRevoked
from gateway.logs import set_up
from messages.catalogue import CatalogueFaulty
from running import errands, records
from running.serving import serve
from storage.backup import BackupRefused
from storage.cipher import KeyMissing
from storage.database import JournalUnusable
from storage.erasure import ErasureRefused
from storage.holidays import HolidayFileFaulty
from storage.lock import FolderInUse
from storage.packs import PacksFaulty
from workflow.errors import NotSaved
from workflow.heads import head_of

DEFAULT_CONFIG = Path("config.toml")

EXPECTED = (
    ConfigFaulty,
    PacksFaulty,
    HolidayFileFaulty,
    CatalogueFaulty,
    FolderInUse,
    JournalUnusable,
    KeyMissing,
    BackupRefused,
    ErasureRefused,
    records.NoSuchCompanyHere,
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
    _add_records(words)
    return parser


def _add_records(words: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The words about the trail and the evidence."""
    proving = words.add_parser("verify", help="prove the trail and the files handed in")
    proving.add_argument(
        "--head", type=head_of, action="append", default=[], help="COMPANY:NUMBER:LINK, as told"
    )
    export = words.add_parser("export", help="one company's trail as .csv and .jsonl")
    export.add_argument("company", help="its id, name or credit code")
    export.add_argument("folder", type=Path)
    erasing = words.add_parser("erase", help="take a person out of everything kept here")
    erasing.add_argument("person", help="their id, as exports show it")
    erasing.add_argument("--file", action="append", default=[], help="a file that goes with them")
    retention = words.add_parser("retention", help="list evidence past its term")
    retention.add_argument("--delete", action="store_true", help="and delete it")
    words.add_parser("rotate", help="bring every file under the present key")


def _do(told: argparse.Namespace) -> int:
    path = told.config or (DEFAULT_CONFIG if DEFAULT_CONFIG.exists() else None)
    config = errands.placed(load(path, os.environ))
    match told.word:
        case "holidays":
            errands.import_holidays(config, told.file)
        case "backup":
            errands.back_up(config, told.folder)
        case "restore":
            errands.bring_back(config, told.folder)
        case "verify" | "export" | "erase" | "retention" | "rotate":
            return _look_after(told, config)
        case _ if told.check:
            return errands.check(config, every_company=told.all)
        case _:
            set_up(config.log.level, config.secrets)
            return asyncio.run(serve(config))
    return 0


def _look_after(told: argparse.Namespace, config: Config) -> int:
    match told.word:
        case "verify":
            return records.prove(config, told.head)
        case "export":
            records.export(config, told.company, told.folder)
        case "erase":
            return records.erase(config, told.person, told.file)
        case "retention":
            return records.tidy_evidence(config, really=told.delete)
        case "rotate":
            return records.bring_under_key(config)
    return 0


if __name__ == "__main__":
    sys.exit(main())

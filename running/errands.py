"""What an operator does beside running the bot: check, import holidays, back up, restore."""

import sys
from collections.abc import Iterator
from pathlib import Path

from gateway.config import Config
from messages.catalogue import CatalogueFaulty, load_catalogue
from running.rooms import (
    HOLIDAYS,
    PACKS,
    is_local,
    open_journal,
    open_store,
    own_holidays,
    real_clock,
)
from storage.backup import backup, restore
from storage.cipher import KeyMissing
from storage.forms import load_forms
from storage.holidays import HolidayFileFaulty, import_holiday_cn, load_calendar
from storage.lock import FolderLock
from storage.packs import PacksFaulty, load_packs
from storage.policies import load_policies
from storage.questions import load_questions


def placed(config: Config) -> Config:
    """Trying things out never touches the data of the real bot."""
    if not is_local(config):
        return config
    folder = config.data.folder / "local"
    return config.model_copy(update={"data": config.data.model_copy(update={"folder": folder})})


def import_holidays(config: Config, file: Path) -> None:
    """Take over an official year (holiday-cn JSON)."""
    year = import_holiday_cn(file.read_bytes(), own_holidays(config))
    print(f"{year.year}: {year.status}, {len(year.off)} days off, {len(year.work)} worked")


def back_up(config: Config, folder: Path) -> None:
    """Copy all data; also while the bot runs."""
    backup(config.data.folder, folder)
    print(f"backup written: {folder}")


def bring_back(config: Config, folder: Path) -> None:
    """Bring a backup back; refused while the bot runs."""
    aside = restore(folder, config.data.folder, real_clock())
    print(f"restored: {config.data.folder}" + (f"; before: {aside}" if aside else ""))


def check(config: Config, *, every_company: bool) -> int:
    """Everything that can be wrong before a start, all told at once."""
    faults = list(_faults(config, every_company=every_company))
    for fault in faults:
        print(fault, file=sys.stderr)
    print("not in order" if faults else "all in order")
    return 1 if faults else 0


def _faults(config: Config, *, every_company: bool) -> Iterator[str]:
    loaders = (
        lambda: load_packs(PACKS),
        lambda: load_policies(PACKS),
        lambda: load_questions(PACKS),
        lambda: load_forms(PACKS),
        lambda: load_calendar((HOLIDAYS, own_holidays(config))),
        load_catalogue,
    )
    for loader in loaders:
        try:
            loader()
        except (PacksFaulty, HolidayFileFaulty, CatalogueFaulty) as fault:
            yield from str(fault).splitlines()
    if every_company and config.data.folder.exists():
        yield from _faults_of_companies(config)


def _faults_of_companies(config: Config) -> Iterator[str]:
    with FolderLock(config.data.folder):
        try:
            yield from open_store(config, open_journal(config)).check()
        except KeyMissing as fault:
            yield str(fault)

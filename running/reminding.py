"""Reminding tied together: the ledger in the journal, the rounds over the companies, addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chat.ears import person_of
from chat.rounds import Rounds
from chat.session import House
from gateway.ports import Reminding
from storage.database import Database
from storage.disk import Disk
from storage.ledger import SqliteLedger
from storage.watches import SqliteWatches
from workflow.channels import Address
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.hearers import robot_of
from workflow.ids import CompanyId
from workflow.ports import Store
from workflow.reminders import Recipient

ZONE = "zone"


def reminding(folder: Path, journal: Database, house: House, store: Store) -> Reminding:
    """Over an open data folder; made once, for what was claimed before it counts as unknown."""
    return Reminding(
        watches=SqliteWatches(journal),
        ledger=SqliteLedger(journal, house.zone),
        rounds=Rounds(house, store),
        addresses=AddressBook(store),
        last_zone=ZoneNote(folder),
    )


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Where people and robots are reached beside Telegram."""

    store: Store

    def __call__(self, to: Recipient) -> Sequence[Address]:
        """In the order to be tried; none of a group, nor of a robot that was taken away."""
        if (person := person_of(to)) is not None:
            with self.store.begin(None) as work:
                known = work.acquaintance(person)
                return known.addresses if known else ()
        return self._robot(to)

    def _robot(self, to: Recipient) -> Sequence[Address]:
        company_id, is_robot, _ = to.partition("#")
        if not is_robot:
            return ()
        with self.store.begin(None) as work:
            try:
                company = work.company(CompanyId(company_id))
            except (NoSuchCompany, CompanyDamaged):
                return ()
            return [one.address for one in company.robots if robot_of(company.id, one) == to]


@dataclass(frozen=True, slots=True)
class ZoneNote:
    """The zone of the last run, in a small file; a backup goes without it."""

    folder: Path

    def read(self) -> str:
        """Empty before the first run."""
        path = self.folder / ZONE
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def keep(self, zone: str) -> None:
        """Written beside and renamed: it is the old one or the new one."""
        disk, path = Disk(), self.folder / ZONE
        partial = path.with_suffix(".partial")
        disk.write_new(partial, [zone.encode()])
        disk.sync(partial)
        disk.replace(partial, path)
        disk.sync(self.folder)

"""People's calendars made from what is on the disk, in any thread, while the bot works."""

import logging
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from chat.session import House
from messages.wording import Wording
from reports.ics import as_ics
from storage.atomic import FileDamaged
from storage.backup import JOURNAL
from storage.cipher import Keys
from storage.companies import CompanyFiles
from storage.database import JournalReader
from storage.disk import Disk
from storage.subscriptions import companies_of, known, subscriber
from workflow.agenda import agenda, shown
from workflow.errors import NoSuchCompany
from workflow.ids import CompanyId, PersonId
from workflow.inviting import digest_of
from workflow.model import Company
from workflow.ports import Acquaintance

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AgendaMaker:
    """Makes calendars; with readers of its own, so that nobody else waits for it."""

    folder: Path
    keys: Keys
    house: House

    def of(self, person: PersonId) -> bytes:
        """The calendar of somebody we know; NoSuchCompany of a stranger."""
        with closing(JournalReader(self.folder / JOURNAL)) as journal:
            them = known(journal, person)
            if them is None:
                raise NoSuchCompany
            return self._ics(journal, them)

    def feed(self, secret: str) -> bytes | None:
        """The calendar behind an address, as it is now; None if no live feed has that secret."""
        with closing(JournalReader(self.folder / JOURNAL)) as journal:
            them = subscriber(journal, digest_of(secret))
            return None if them is None else self._ics(journal, them)

    def _ics(self, journal: JournalReader, them: Acquaintance) -> bytes:
        house, companies = self.house, companies_of(journal, them.person)
        files = CompanyFiles(self.folder, Disk(), self.keys)
        entries = [
            entry
            for company in companies
            if (found := _read(files, company)) is not None
            for entry in agenda(found, house.packs, house.calendar, them.person)
        ]
        wording = Wording(house.catalogue, them.locale, house.zone)
        return as_ics(shown(entries, len(companies)), wording, alarms=them.calendar_alarms)


def _read(files: CompanyFiles, company: CompanyId) -> Company | None:
    """As it is; of a company that rests the copy before, so that its dates do not vanish."""
    for read in (files.read, files.read_previous):
        with suppress(FileDamaged):
            stored = read(company)
            return None if stored is None else stored.company
    log.warning("calendar without a company that rests", extra={"company": company})
    return None

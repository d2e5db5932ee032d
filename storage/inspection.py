"""A look at everything kept: what `--check --all` prints, a line for each fault."""

from collections.abc import Iterator

from storage.atomic import FileDamaged
from storage.cipher import KeyMissing
from storage.codec import StoredCompany
from storage.companies import CompanyFiles
from storage.database import Database
from storage.directory import Directory, card_of
from storage.trail import Trail
from workflow.ids import CompanyId
from workflow.ports import CompanyCard


class Inspection:
    """Reads every file, changes none. The lines are for operators, in English."""

    def __init__(
        self, files: CompanyFiles, directory: Directory, trail: Trail, database: Database
    ) -> None:
        self._files = files
        self._directory = directory
        self._trail = trail
        self._database = database

    def faults(self) -> Iterator[str]:
        """One line for each fault, each beginning with its path."""
        yield from (f"{self._database.path}: {line}" for line in self._database.faults())
        known = {card.id: card for card in self._directory.cards()}
        for company in self._files.ids():
            yield from self._file_faults(company, known.pop(company, None))
        for company in known:
            yield f"{self._files.path(company)}: missing, though the directory names it"

    def _file_faults(self, company: CompanyId, card: CompanyCard | None) -> Iterator[str]:
        if card is None:
            yield f"{self._files.path(company)}: unknown to the directory"
        try:
            stored = self._files.read(company)
        except (FileDamaged, KeyMissing) as error:
            yield str(error)
        else:
            yield from self._differences(stored, card)
        try:
            self._files.read_previous(company)
        except (FileDamaged, KeyMissing) as error:
            yield str(error)

    def _differences(self, stored: StoredCompany | None, card: CompanyCard | None) -> Iterator[str]:
        if stored is None or card is None:
            return
        company = stored.company
        if card_of(company) != card:
            yield f"{self._files.path(card.id)}: the directory says otherwise of it"
        head = self._trail.head(card.id)
        if company.event_seq != head:
            yield f"{self._files.path(card.id)}: at event {company.event_seq}, the trail at {head}"

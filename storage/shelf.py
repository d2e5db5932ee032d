"""The companies at hand: read from their files when asked for, the latest kept decoded."""

import logging
from collections import OrderedDict

from storage.atomic import FileDamaged, FileTooNew
from storage.codec import StoredCompany
from storage.companies import CompanyFiles
from storage.directory import Directory
from storage.trail import Trail
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.ports import CompanyCard, PreviousCopy

AT_HAND = 64
"""So many companies stay decoded in memory."""

log = logging.getLogger(__name__)


class Shelf:
    """Reads companies; knows which of them rest because their file is damaged."""

    def __init__(self, files: CompanyFiles, directory: Directory, trail: Trail) -> None:
        self._files = files
        self._directory = directory
        self._trail = trail
        self._at_hand: OrderedDict[CompanyId, StoredCompany] = OrderedDict()

    def company(self, company: CompanyId) -> Company:
        """The company as its file holds it; NoSuchCompany, CompanyDamaged."""
        return self.stored(company).company

    def stored(self, company: CompanyId) -> StoredCompany:
        """All that its file holds; NoSuchCompany, CompanyDamaged."""
        stored = self._at_hand.get(company) or self._read(self.card(company))
        self.put(stored)
        return stored

    def card(self, company: CompanyId) -> CompanyCard:
        """The company's line of the directory; NoSuchCompany."""
        card = self._directory.card(company)
        if card is None:
            raise NoSuchCompany
        return card

    def put(self, stored: StoredCompany) -> None:
        """Keep what the file is known to hold at hand, and let the longest unused one go."""
        self._at_hand[stored.company.id] = stored
        self._at_hand.move_to_end(stored.company.id)
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)

    def forget(self, company: CompanyId) -> None:
        """Read the file again the next time."""
        self._at_hand.pop(company, None)

    def previous_copy(self, company: CompanyId) -> PreviousCopy:
        """The last good copy of a resting company; NoSuchCompany if there is none."""
        self._require_resting(company)
        try:
            copy = self._files.read_previous(company)
        except FileDamaged:
            raise NoSuchCompany from None
        if copy is None:
            raise NoSuchCompany
        missing = self._trail.after(company, copy.company.event_seq)
        return PreviousCopy(copy.company, missing)

    def _require_resting(self, company: CompanyId) -> None:
        """A file of a later version is whole: nothing older may take its place."""
        card = self.card(company)
        try:
            self._files.read(company)
            self._read(card)
        except FileTooNew:
            raise NoSuchCompany from None
        except (FileDamaged, CompanyDamaged):
            return
        raise NoSuchCompany

    def _read(self, card: CompanyCard) -> StoredCompany:
        try:
            stored = self._files.read(card.id)
        except FileDamaged as error:
            log.exception("company file damaged", extra={"company": card.id})
            raise CompanyDamaged(company=card.id, name=card.name) from error
        if stored is None or stored.company.event_seq < self._trail.head(card.id):
            log.error("company file missing or older than its trail", extra={"company": card.id})
            raise CompanyDamaged(company=card.id, name=card.name)
        return stored

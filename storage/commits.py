"""The order of a commit: intent in the journal, company file, the rest in the journal.

A crash or a full disk may stop it anywhere; `repair` ends it, or finds that it never began.
"""

import logging
from collections.abc import Callable

from storage.atomic import FileDamaged
from storage.chain import FIRST, chained, new_salt, text_of
from storage.cipher import KeyMissing
from storage.codec import StoredCompany
from storage.companies import CompanyFiles
from storage.intents import Intent, Intents, Rest
from storage.shelf import Shelf
from storage.trail import Trail
from workflow.errors import CompanyDamaged, NotSaved
from workflow.ids import CompanyId
from workflow.model import Outcome

log = logging.getLogger(__name__)


class Commits:
    """Makes works durable. Every method raises NotSaved if the disk refuses."""

    def __init__(
        self,
        files: CompanyFiles,
        shelf: Shelf,
        trail: Trail,
        intents: Intents,
        new_id: Callable[[], str],
    ) -> None:
        self._files = files
        self._shelf = shelf
        self._trail = trail
        self._intents = intents
        self._new_id = new_id
        self._in_order = False

    def keep(self, rest: Rest) -> None:
        """Commit a work that saves no company."""
        self._intents.keep(rest)

    def create(self, outcome: Outcome, rest: Rest) -> None:
        """Commit the first state of a new company."""
        self._write(outcome, rest, FIRST, self._files.create)

    def replace(self, outcome: Outcome, rest: Rest) -> None:
        """Commit the next state of a company; CompanyDamaged if its file no longer is whole."""
        company = outcome.company.id
        # the file's head, not the trail's: a trail that was rewritten must not be gone on from
        before = self._shelf.stored(company).head or self._trail.sealed_head(company, new_salt)
        self._write(outcome, rest, before, self._files.replace)

    def adopt(self, outcome: Outcome, rest: Rest) -> None:
        """Commit the state that goes on from the previous copy; the damaged file is kept."""
        aside = self._new_id()
        before = self._trail.sealed_head(outcome.company.id, new_salt)
        self._write(outcome, rest, before, lambda stored: self._files.adopt_previous(stored, aside))

    def repair(self) -> None:
        """End every commit that was begun, or forget it if its file was never written."""
        if self._in_order:
            return
        for intent in self._intents.open():
            self._repair(intent)
        self._in_order = True

    def _write(
        self, outcome: Outcome, rest: Rest, before: str, write: Callable[[StoredCompany], None]
    ) -> None:
        company = outcome.company
        self._files.path(company.id)  # an id that can be no file name is refused here, not later
        # sealed here and kept in the file, so that a repair adds these very seals to the trail
        texts = ((event.seq, text_of(event)) for event in outcome.events)
        pending = chained(company.id, before, texts, new_salt)
        self._shelf.forget(company.id)
        self._in_order = False
        intent = self._intents.announce(company.id, company.event_seq, rest)
        stored = StoredCompany(company, intent.id, pending, pending[-1].link if pending else before)
        try:
            write(stored)
        except FileDamaged as error:
            raise CompanyDamaged(company=company.id, name=company.name) from error
        except OSError as error:
            raise NotSaved from error
        self._shelf.put(stored)
        self._settle(intent, stored)

    def _settle(self, intent: Intent, stored: StoredCompany) -> None:
        """The change is durable by now: a journal that refuses the rest gets it at the repair."""
        try:
            self._intents.settle(intent, stored)
        except NotSaved:
            log.exception("commit not settled yet", extra={"company": intent.company})
            return
        self._in_order = True

    def _repair(self, intent: Intent) -> None:
        try:
            stored = self._present(intent.company)
        except (FileDamaged, KeyMissing):
            # whether the effect is in it cannot be told before it can be read, or its copy is adopted
            return
        if stored is not None and intent.is_in(stored):
            self._intents.settle(intent, stored)
        else:
            self._intents.drop(intent)

    def _present(self, company: CompanyId) -> StoredCompany | None:
        try:
            self._files.tidy(company)
            return self._files.read(company)
        except OSError as error:
            raise NotSaved from error

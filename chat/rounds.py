"""The rounds: what reminders are owed now, and what each who is owed something hears.

Like the desk it reads the store and says; it changes nothing: the ledger is kept by the gateway.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat.digests import Digest, Telling
from chat.ears import ears_of
from chat.rules import rules_of
from chat.session import House
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.owing import next_in_chain, owed
from workflow.ports import Store
from workflow.reminders import (
    Looked,
    Owed,
    Pending,
    Recipient,
    Waking,
)

__all__ = ["Digest", "Rounds"]


@dataclass(frozen=True, slots=True)
class Rounds:
    """Finds what is owed, and says it."""

    house: House
    store: Store

    def look(self, waking: Waking, now: datetime) -> Looked:
        """What came to be owed since the company was looked at; raises CompanyDamaged."""
        with self.store.begin(None) as work:
            try:
                company = work.company(waking.company)
            except NoSuchCompany:
                return Looked((), None)
            ears = ears_of(work, company)
            return owed(company, rules_of(self.house), ears, waking.looked, now)

    def passed_on(self, refused: Owed) -> tuple[Owed, ...]:
        """Who hears it where it could not be told; nobody if there is no company to ask."""
        with self.store.begin(None) as work:
            try:
                company = work.company(refused.company)
            except (NoSuchCompany, CompanyDamaged):
                return ()
            return next_in_chain(company, refused, ears_of(work, company))

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        """What they hear now; None if they are owed nothing."""
        if not pending:
            return None
        with self.store.begin(None) as work:
            return Telling(self.house, work, to, now).digest(pending)

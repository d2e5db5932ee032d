"""The ledger of reminders as ports: what is owed, what went out, what became of it.

On disk before anything leaves; every change raises NotSaved if the disk refuses.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.reminders import (
    End,
    Looked,
    Owed,
    Pending,
    Recipient,
    RungKey,
    Sending,
    SendRef,
    Told,
    Waking,
)


class Watches(Protocol):
    """Which companies are to be looked at, and what the looks found."""

    def waking(self, now: datetime, limit: int) -> tuple[Waking, ...]:
        """Companies that changed, or whose next rung's moment came, the longest waiting first."""
        ...

    def looked(self, waking: Waking, looked: Looked, now: datetime) -> None:
        """Keep what the look found, each key once, and when to look again; one transaction.

        A company that changed since it was looked at stays waking.
        """
        ...

    def again(self, waking: Waking, at: datetime) -> None:
        """It could not be looked at: look then, from where it was looked at last."""
        ...

    def owe(self, owed: Iterable[Owed]) -> None:
        """Owe these too: who hears in another's place."""
        ...

    def next_moment(self, now: datetime) -> datetime | None:
        """The first moment after now at which there is something to do."""
        ...

    def turn_back(self, now: datetime) -> int:
        """The clock went back a long way: what was done in its future counts as not done.

        Gives how many rungs that was.
        """
        ...


class Ledger(Protocol):
    """What goes out; sends that were claimed before a start read as unknown."""

    def due(self, now: datetime, limit: int) -> tuple[Recipient, ...]:
        """Those who are owed something now and to whom nothing is on its way, urgent ones first."""
        ...

    def pending(self, to: Recipient, now: datetime) -> tuple[Pending, ...]:
        """All that this recipient is owed by now, in the order of their moments."""
        ...

    def end(self, ends: Mapping[RungKey, End], now: datetime) -> None:
        """These will not be sent, each for its reason; what is not pending is left alone."""
        ...

    def put_off(self, keys: Collection[RungKey], until: datetime) -> None:
        """Not before that moment: quiet hours."""
        ...

    def claim(self, sending: Sending, now: datetime) -> bool:
        """Say on disk that this is about to leave; False if any of it is not pending any more."""
        ...

    def sent(self, ref: SendRef, message: int, now: datetime) -> None:
        """It is out: what it covers is SENT, what it folds FOLDED, naming it."""
        ...

    def not_sent(self, ref: SendRef, again_at: datetime) -> None:
        """It is provably not out: pending again then. What was a repeat stays one."""
        ...

    def unknown(self, ref: SendRef, now: datetime, morning: datetime) -> None:
        """It may be out. Near rungs are pending again a minute from now, far ones at `morning`.

        Each is repeated once, marked; after the second time it ends as FAILED.
        """
        ...

    def refused(self, ref: SendRef, end: End, now: datetime) -> tuple[Owed, ...]:
        """It cannot be sent: all of it ends so; gives back what it covered, for the next in the chain."""
        ...

    def purge(self, before: datetime) -> int:
        """Forget what ended before that moment; how many."""
        ...


class PeopleTold(Protocol):
    """Who has messages with buttons that they did not ask for."""

    def people_told(self, start: datetime, end: datetime, limit: int) -> tuple[PersonId, ...]:
        """To whom a reminder or notice went by Telegram then, both ends included; each once.

        At most `limit` of them, those told last.
        """
        ...


@dataclass(frozen=True, slots=True)
class Picked:
    """Which lines of the record are asked for; what is empty asks for all."""

    to: Recipient | None = None
    season: SeasonId | None = None
    step: str = ""
    """The milestone they are about."""

    def holds(self, owed: Owed) -> bool:
        """Whether the line of this rung is one of them."""
        return (
            self.to in (None, owed.to)
            and self.season in (None, owed.rung.season)
            and self.step in ("", owed.rung.subject)
        )


ALL_LINES = Picked()


class NoticeRecord(Protocol):
    """What people look at: who was told what, when, by which channel."""

    def told(
        self, company: CompanyId, offset: int, count: int, picked: Picked = ALL_LINES
    ) -> tuple[Told, ...]:
        """The newest lines of a company's record of notices that are picked, newest first."""
        ...

    def carried(self, to: Recipient, ref: SendRef) -> tuple[Owed, ...]:
        """What the message of that number told them, in the order of its moments; arrived or not."""
        ...

    def failed(self, limit: int) -> tuple[Told, ...]:
        """What ended as FAILED or UNREACHABLE, newest first: for the operator."""
        ...


class NothingTold:
    """The record where nobody has been told anything."""

    def told(
        self,
        company: CompanyId,  # noqa: ARG002 - whatever is asked for
        offset: int,  # noqa: ARG002
        count: int,  # noqa: ARG002
        picked: Picked = ALL_LINES,  # noqa: ARG002
    ) -> tuple[Told, ...]:
        """Nothing."""
        return ()

    def carried(self, to: Recipient, ref: SendRef) -> tuple[Owed, ...]:  # noqa: ARG002
        """Nothing."""
        return ()

    def failed(self, limit: int) -> tuple[Told, ...]:  # noqa: ARG002 - whatever is asked for
        """Nothing."""
        return ()

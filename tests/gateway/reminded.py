"""What the tests of reminders stand on: the journal's own ledger, and rounds that do as told."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from chat.rounds import Digest
from chat.screens.plain_digest import Plain
from gateway.alarms import Alarms
from gateway.calls import AtTurn, Calls, nothing_more
from gateway.failures import Fate
from gateway.looks import Looks
from gateway.pacing import Rank
from gateway.ports import Reminding
from gateway.reminders import Reminders
from gateway.sender import Delivery
from gateway.telling import Teller
from gateway.ways import Ways
from messages.say import Say
from storage.database import Database
from storage.ledger import SqliteLedger
from storage.watches import SqliteWatches
from tests.gateway.stage import Stage, send
from workflow.channels import Address, ChannelKind
from workflow.ids import CompanyId, SeasonId
from workflow.reminders import (
    End,
    Looked,
    Owed,
    Pending,
    Recipient,
    Rung,
    RungKey,
    RungKind,
    Sending,
    SendRef,
    Waking,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NINE = datetime(2027, 3, 1, 1, tzinfo=UTC)
"""09:00 in Shanghai."""
ACME = CompanyId("acme")
MAILBOX = Address(ChannelKind.MAIL, "wang@example.com")


def owed(
    to: int | str,
    subject: str = "M1",
    offset: int = -7,
    *,
    company: CompanyId = ACME,
    kind: RungKind = RungKind.INTERNAL,
    at: datetime = NINE,
) -> Owed:
    """A far rung of an inner date, unless said otherwise."""
    rung = Rung(SeasonId("s1"), kind, subject, date(2027, 3, 8), offset, date(2027, 3, 1))
    return Owed(company, rung, Recipient(str(to)), at)


@contextmanager
def journal(folder: Path, *companies: CompanyId) -> Iterator[Database]:
    """A journal that watches companies, looked at a day ago."""
    database = Database(folder / "journal.sqlite")
    for company in companies:
        database.tell(
            "insert into directory(company, name, uscc, lifecycle) values(?, 'A', '', 'active')",
            (company,),
        )
        database.tell(
            "insert into watches(company, looked, next_at) values(?, ?, 0)",
            (company, round((NINE - timedelta(days=1)).timestamp() * 1_000_000)),
        )
    try:
        yield database
    finally:
        database.close()


class ScriptedRounds:
    """Finds what the test put there, and says the subjects of what is pending."""

    def __init__(self) -> None:
        self.found: dict[CompanyId, Looked | Exception] = {}
        self.looks: list[Waking] = []
        self.ends: dict[RungKey, End] = {}
        self.not_before: datetime | None = None
        self.trouble: Exception | None = None
        self.chain: dict[Recipient, Recipient] = {}
        self.numbers = 0

    def look(self, waking: Waking, now: datetime) -> Looked:
        assert now.tzinfo is not None
        self.looks.append(waking)
        found = self.found.get(waking.company, Looked((), None))
        if isinstance(found, Exception):
            raise found
        return found

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        assert now.tzinfo is not None
        if self.trouble:
            raise self.trouble
        told = [one for one in pending if one.owed.key not in self.ends]
        keys = tuple(one.owed.key for one in told)
        ends = {one.owed.key: self.ends[one.owed.key] for one in pending if one not in told}
        if self.not_before or not told:
            return Digest(keys, ends=ends, not_before=self.not_before)
        doubted = [one.doubted for one in told if one.doubted]
        self.numbers += 1
        text = " ".join(one.owed.rung.subject for one in told) + (" (again)" if doubted else "")
        return Digest(
            covers=keys,
            ends=ends,
            ref=doubted[0] if doubted else SendRef(f"R{self.numbers}"),
            is_repeat=bool(doubted),
            send=None if "#" in to else send(int(to), text),
            plain=Plain("subject", text),
        )

    def passed_on(self, refused: Owed) -> tuple[Owed, ...]:
        if refused.to not in self.chain:
            return ()
        return (owed(self.chain[refused.to], refused.rung.subject, at=refused.at),)


class TroubledLedger(SqliteLedger):
    """The real one; it does not claim, or settle what is sent or refused, where a test says so."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, SHANGHAI)
        self.trouble: BaseException | None = None
        self.claim_trouble: Exception | None = None
        self.claimed = asyncio.Event()

    def claim(self, sending: Sending, now: datetime) -> bool:
        trouble, self.claim_trouble = self.claim_trouble, None
        if trouble:
            raise trouble
        is_claimed = super().claim(sending, now)
        self.claimed.set()
        return is_claimed

    def sent(self, ref: SendRef, message: int, now: datetime) -> None:
        self._stumble()
        super().sent(ref, message, now)

    def refused(self, ref: SendRef, end: End, now: datetime) -> tuple[Owed, ...]:
        self._stumble()
        return super().refused(ref, end, now)

    def _stumble(self) -> None:
        trouble, self.trouble = self.trouble, None
        if trouble:
            raise trouble


@dataclass
class Posts:
    """The channels beyond Telegram: remembers, and answers as told."""

    fates: dict[str, Fate] = field(default_factory=dict)
    posted: list[tuple[str, str]] = field(default_factory=list)

    def serves(self, kind: ChannelKind) -> bool:
        return kind is ChannelKind.MAIL

    async def post(
        self, address: Address, subject: str, text: str, at_turn: AtTurn = nothing_more
    ) -> Delivery:
        assert subject
        at_turn()
        self.posted.append((address.target, text))
        return Delivery(self.fates.get(address.target, Fate.SENT), why="as told")


@dataclass
class KeptZone:
    """The zone of the last run."""

    zone: str = "Asia/Shanghai"

    def read(self) -> str:
        return self.zone

    def keep(self, zone: str) -> None:
        self.zone = zone


class Reminded:
    """Reminders over a journal; their clock goes as fast as the stage's virtual seconds."""

    def __init__(self, stage: Stage, calls: Calls, database: Database) -> None:
        self.stage = stage
        self.database = database
        self.rounds = ScriptedRounds()
        self.posts = Posts()
        self.addresses: dict[Recipient, tuple[Address, ...]] = {}
        self.zone = KeptZone()
        self.told: list[Say] = []
        self.watches = SqliteWatches(database)
        self.ledger = TroubledLedger(database)
        self.reminding = Reminding(
            self.watches,
            self.ledger,
            self.rounds,
            lambda to: self.addresses.get(to, ()),
            self.zone,
        )
        self.alarms = Alarms(self._post, stage.time)
        self._calls = calls.without_waiting()
        self.reminders = self.make()

    def make(self) -> Reminders:
        """As after a start."""
        clock, calls = self.clock, self._calls
        urgent = self.stage.sender_over(calls.ranked(Rank.URGENT))
        usual = self.stage.sender_over(calls.ranked(Rank.USUAL))
        ways = Ways(urgent, usual, self.posts, self.reminding.addresses)
        teller = Teller(self.reminding, ways, clock, SHANGHAI, self.alarms)
        return Reminders(self.reminding, self.looks(self.rounds), teller, clock)

    def looks(self, rounds: ScriptedRounds) -> Looks:
        reminding = replace(self.reminding, rounds=rounds)
        return Looks(reminding, self.clock, "Asia/Shanghai", self.stage.time, self.alarms)

    def clock(self) -> datetime:
        return NINE + timedelta(seconds=self.stage.time.seconds)

    async def work(self, after: timedelta = timedelta()) -> datetime | None:
        self.stage.time.seconds += after.total_seconds()
        return await self.reminders.work()

    def owe(self, *ones: Owed) -> None:
        self.watches.owe(ones)

    def fate(self, subject: str) -> tuple[str, str | None]:
        """How the rung of that subject stands on disk: its state and how it ended."""
        rows = self.database.ask("select state, ending, owed from rungs order by id")
        found = [(state, ending) for state, ending, raw in rows if f'"{subject}"' in str(raw)]
        return found[-1]

    @property
    def alarmed(self) -> list[str]:
        return [said.sentence for said in self.told]

    async def _post(self, alarm: Say) -> bool:
        self.told.append(alarm)
        return True

"""Rungs, looks and sends to keep, made without the rules that plan them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from storage.doubts import morning_after
from tests.storage.homes import SHANGHAI, Home
from tests.storage.samples import ACME, NOON
from workflow.ids import CompanyId, SeasonId
from workflow.reminders import (
    Looked,
    Owed,
    Recipient,
    Rung,
    RungKind,
    Sending,
    SendRef,
    Waking,
)

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
LI = Recipient("li")
WANG = Recipient("wang")
REF = SendRef("A17")
SECOND = SendRef("B18")
MORNING = morning_after(NOON, SHANGHAI)
EVER = NOON + 900 * DAY


def owed(
    to: Recipient = LI,
    offset: int = -7,
    *,
    subject: str = "M1",
    kind: RungKind = RungKind.INTERNAL,
    company: CompanyId = ACME,
    season: str = "s1",
    at: datetime = NOON,
) -> Owed:
    """A far rung of an inner date, unless said otherwise."""
    due = date(2027, 1, 4) - timedelta(days=offset)
    rung = Rung(SeasonId(season), kind, subject, due, offset, date(2027, 1, 4))
    return Owed(company, rung, to, at)


def put_off(at: datetime) -> Owed:
    """The same, put off by its reader until that moment."""
    one = owed()
    return replace(one, at=at, rung=replace(one.rung, later=1))


def near(to: Recipient = LI, subject: str = "M1", at: datetime = NOON) -> Owed:
    """A rung whose date is near."""
    return owed(to, -1, subject=subject, at=at)


def sending(*covers: Owed, ref: SendRef = REF, folds: tuple[Owed, ...] = ()) -> Sending:
    """One message to whomever the first of them is owed to."""
    keys = tuple(one.key for one in covers)
    return Sending(ref, covers[0].to, "telegram", keys, tuple(one.key for one in folds))


def claimed(home: Home, *covers: Owed, ref: SendRef = REF, folds: tuple[Owed, ...] = ()) -> None:
    """These are owed, and on their way."""
    home.watches.owe((*covers, *folds))
    assert home.ledger.claim(sending(*covers, ref=ref, folds=folds), NOON)


def waiting(home: Home, to: Recipient = LI, at: datetime = EVER) -> list[Owed]:
    """What is still to be told to somebody by then."""
    return [one.owed for one in home.ledger.pending(to, at)]


def doubted(home: Home, to: Recipient = LI, at: datetime = EVER) -> list[SendRef | None]:
    """The references under which it may be out already."""
    return [one.doubted for one in home.ledger.pending(to, at)]


def awake(home: Home, at: datetime = NOON) -> list[CompanyId]:
    """The companies to be looked at then."""
    return [waking.company for waking in home.watches.waking(at, 99)]


def look(
    home: Home, *found: Owed, again_at: datetime | None = None, now: datetime = NOON
) -> Waking:
    """Look at the company that waits longest, and find these."""
    (waking,) = home.watches.waking(now, 1)
    home.watches.looked(waking, Looked(found, again_at), now)
    return waking

"""A morning before the stage: what is owed to somebody by then, and what they hear."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from chat.rounds import Digest, Rounds
from chat.talk import Message, Outgoing, Pressed
from tests.chat.markup import require_sendable
from tests.chat.stage import WANG, Stage, incoming
from tests.talk import ZONE
from workflow.reminders import Owed, Pending, Recipient, RungKind, Waking

ME = Recipient(str(WANG))


def at(day: str, hour: int = 12) -> datetime:
    """That day of 2027 in China."""
    return datetime.combine(datetime.fromisoformat(f"2027-{day}"), time(hour), ZONE)


OPENED = at("03-10", 13)


def waiting(one: Stage, now: datetime, to: Recipient = ME) -> tuple[Pending, ...]:
    """What looks at all companies find for them by now."""
    rounds = Rounds(one.desk.house, one.store)
    found = (rounds.look(Waking(company, OPENED), now).owed for company in one.store.companies)
    return tuple(Pending(each) for owed in found for each in owed if each.to == to)


def told(one: Stage, now: datetime, to: Recipient = ME, pending: Sequence[Pending] = ()) -> Digest:
    """What they hear then."""
    owed = pending or waiting(one, now, to)
    digest = Rounds(one.desk.house, one.store).digest(to, owed, now)
    assert digest is not None
    return digest


def message(digest: Digest) -> Message:
    """What is sent in Telegram."""
    assert digest.send is not None
    require_sendable([digest.send])
    return digest.send.message


def labels(digest: Digest) -> list[str]:
    """What its buttons read."""
    return [each.label for row in message(digest).buttons for each in row]


def of_kind(owed: Sequence[Pending], kind: RungKind) -> list[Owed]:
    """Those of one kind."""
    return [each.owed for each in owed if each.owed.rung.kind is kind]


def presses_at(one: Stage, now: datetime, data: str) -> Sequence[Outgoing]:
    """The manager presses it then."""
    pressed = incoming(WANG, Pressed(data, 1, "p"))
    return one.desk.receive(replace(pressed, at=now))

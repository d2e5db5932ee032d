"""稍后: when a reminder is to be said again, this once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from chat.buttons import Ref, Verb, ref
from chat.card import Card, Tap
from chat.route import Args
from chat.session import Session
from messages.say import Fact, say
from workflow.reminders import SendRef

TONIGHT = time(20)
"""今晚; also the last moment before the day something is due."""
_SOON = timedelta(hours=1)
COMPANIES = 3
"""A message of more companies than these holds counts: it is known again by its number."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A message that was told: by this a press knows again what was in it."""

    later: int
    """How often it was put off before."""
    since: date
    """The day on which the oldest of it came to be owed."""
    companies: tuple[str, ...]

    @property
    def args(self) -> tuple[str, ...]:
        """As a button carries it."""
        empty = ("",) * (COMPANIES - len(self.companies))
        return (str(self.later), f"{self.since:%Y%m%d}", *self.companies, *empty)

    def until(self, choice: str) -> Ref:
        """Put off until one of the times that can be chosen."""
        return ref(Verb.LATER_TO, choice, *self.args)

    @property
    def until_typed(self) -> Ref:
        """Put off until a time that is typed."""
        return ref(Verb.LATER_TYPE, *self.args)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A message of many companies that was told, by the number it bears."""

    number: SendRef

    @property
    def args(self) -> tuple[str, ...]:
        """As a button carries it."""
        return (self.number,)

    def until(self, choice: str) -> Ref:
        """Put off until one of the times that can be chosen."""
        return ref(Verb.LATER_ALL_TO, choice, *self.args)

    @property
    def until_typed(self) -> Ref:
        """Put off until a time that is typed."""
        return ref(Verb.LATER_ALL_TYPE, *self.args)


ToldBefore = Occurrence | Numbered

OCCURRENCE_ARGS = 2 + COMPANIES


def occurrence(args: Args) -> Occurrence:
    """As a button carried it; OldButton for what was none of ours."""
    return Occurrence(args.number(0), args.day(1), tuple(filter(None, args[2:])))


def told_before(args: Args) -> ToldBefore:
    """As a note carried it, whichever it was."""
    return Numbered(SendRef(args[0])) if len(args) == 1 else occurrence(args)


def later_card(s: Session, whose: Fact, told: ToldBefore) -> Card:
    """The times that can be chosen now; `told` goes with each press."""
    now = s.incoming.at.astimezone(s.house.zone)
    in_an_hour = now + _SOON
    is_quiet = s.me.habit.may_hear(in_an_hour, s.house.zone, is_last_days=False) != in_an_hour
    offered = {
        "hour": say("tap-later-hour") if not is_quiet else None,
        "tonight": say("tap-later-tonight")
        if in_an_hour.time() < TONIGHT and not is_quiet
        else None,
        "workday": say("tap-later-workday"),
    }
    taps = [Tap(label, told.until(name)) for name, label in offered.items() if label]
    other = Tap(say("tap-later-other"), told.until_typed)
    return Card((whose, say("later-ask")), (tuple(taps[:2]), (*taps[2:], other)))


def put_off_card(whose: Fact, asked: datetime, moments: Sequence[datetime], count: int) -> Card:
    """When it is said again; what is due before that is said earlier, or was not put off."""
    last, first = max(moments), min(moments)
    lines: list[Fact] = [whose, say("later-set", at=last)]
    if last < asked:
        lines.append(say("later-capped"))
    if first != last:
        lines.append(say("later-earlier", at=first))
    if len(moments) < count:
        lines.append(say("later-not-all", count=count - len(moments)))
    return Card(tuple(lines))

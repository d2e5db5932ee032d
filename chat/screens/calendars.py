"""日历: the dates as a file, and the private address that keeps a calendar up to date by itself."""

from chat.buttons import Verb, ref
from chat.card import Card, CopyTap, Tap
from chat.session import Session
from messages.say import Fact, say
from workflow.agenda import MOST_IN_FULL
from workflow.model import Lifecycle

MARK = 8
"""So many letters of a feed's digest tell it from the one before."""


def mark_of_feed(s: Session) -> str:
    """Which feed the speaker has now; empty without one."""
    return s.me.feed[:MARK]


def calendar_card(s: Session, lead: Fact | None = None) -> Card:
    """What there is, and what can be had."""
    alarms = s.me.calendar_alarms
    lines: list[Fact] = [say("calendar-title")]
    if lead is not None:
        lines.append(lead)
    lines += [*_about_file(s), _about_feed(s)]
    lines.append(say("calendar-alarms-on" if alarms else "calendar-alarms-off"))
    turn = Tap(
        say("tap-alarms-off" if alarms else "tap-alarms-on"),
        ref(Verb.CALENDAR_ALARMS, "off" if alarms else "on"),
    )
    again = Tap(say("tap-calendar-file"), ref(Verb.CALENDAR))
    return Card(tuple(lines), (_feed_row(s), (turn, again)))


def _about_file(s: Session) -> tuple[Fact, ...]:
    sent = say("calendar-sent")
    if sum(card.lifecycle is Lifecycle.ACTIVE for card in s.companies()) <= MOST_IN_FULL:
        return (sent,)
    return (sent, say("calendar-statutory-only", most=MOST_IN_FULL))


def _about_feed(s: Session) -> Fact:
    if not s.house.public_url:
        return say("calendar-file-only")
    return say("calendar-feed-live" if s.me.feed else "calendar-feed-none")


def _feed_row(s: Session) -> tuple[Tap, ...]:
    """One that is live can be switched off even where no new one can be had."""
    off = Tap(say("tap-feed-off"), ref(Verb.FEED_OFF))
    make = say("tap-feed-renew" if s.me.feed else "tap-feed-make")
    row = (Tap(make, ref(Verb.FEED_MAKE, mark_of_feed(s))),) if s.house.public_url else ()
    return (*row, off) if s.me.feed else row


def address_card(address: str) -> Card:
    """The address, this once.

    No button that comes back stands under it: the messenger would send us the secret with each press.
    """
    lines = (
        say("calendar-feed-made"),
        say("calendar-feed-address", address=address),
        say("calendar-feed-secret"),
        say("calendar-feed-how"),
    )
    return Card(lines, ((CopyTap(say("tap-feed-copy"), address),),), fresh=True)

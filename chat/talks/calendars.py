"""/calendar: the file, the feed's address made, changed and switched off, alarms on and off."""

from dataclasses import replace

from chat.card import Handout, Replies, Toasted
from chat.documents import CalendarFile
from chat.screens.calendars import address_card, calendar_card, mark_of_feed
from chat.screens.door import nothing_yet_card
from chat.session import Session
from messages.say import say
from workflow.inviting import digest_of

SECRET_PARTS = 3
"""Ids put together to a secret: 150 bits."""


def calendar(s: Session) -> Replies:
    """The dates of the speaker's companies as a file, and what else can be had."""
    if not s.companies():
        return (nothing_yet_card(s),)
    name = f"{s.wording.plain(say('calendar-file'))}.ics"
    file = Handout(CalendarFile(s.me.person, name), say("calendar-caption"))
    return (file, calendar_card(s))


def make_feed(s: Session, mark: str) -> Replies:
    """A new address in place of the one of that mark; its secret is shown this once, kept nowhere."""
    if mark != mark_of_feed(s):  # tapped twice: the address that stands on the screen stays good
        return (Toasted(say("toast-feed-changed")),)
    if not s.house.public_url:
        return (calendar_card(s),)
    secret = "".join(s.house.new_id() for _ in range(SECRET_PARTS))
    s.remember(replace(s.me, feed=digest_of(secret)))
    return (calendar_card(s), address_card(f"{s.house.public_url}/feed/{secret}.ics"))


def end_feed(s: Session) -> Replies:
    """The address is good for nothing from now on."""
    s.remember(replace(s.me, feed=""))
    return (calendar_card(s, say("calendar-feed-off")),)


def turn_alarms(s: Session, *, on: bool) -> Replies:
    """Whether the file and the feed ring the day before."""
    s.remember(replace(s.me, calendar_alarms=on))
    return (calendar_card(s),)

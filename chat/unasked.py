"""What one person hears of what others did: not while they rest, and then in one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat.card import Card, Handout, render
from chat.screens.heads import OF_HEADS
from chat.screens.notice import Told
from chat.screens.notices import notice_told
from chat.screens.plain_digest import Plain, keepers_named, plain
from chat.screens.several_notices import several_card
from chat.session import Session
from chat.talk import Send, SendDocument
from messages.say import Fact, Listed, say
from workflow.errors import WorkflowError
from workflow.events import Notice
from workflow.filing import reported
from workflow.model import Company
from workflow.posting import OwedNotice
from workflow.presence import are_last_days, heard_at
from workflow.reminders import Recipient


@dataclass(frozen=True, slots=True)
class Notified:
    """What one person hears now, and what becomes of the rest, by the keys of the notices.

    With `not_before` nothing is sent now: `covers` are to be held until then.
    """

    covers: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    """There is nothing to say of them any more."""
    not_before: datetime | None = None
    send: Send | SendDocument | None = None
    """In Telegram; None where nothing is sent now."""
    plain: Plain | None = None
    """For other channels; None for a sheet, and for whoever is reached in Telegram alone."""
    is_silent: bool = False
    """It comes without a sound: there is nothing to do."""


def notified(s: Session, owed: Sequence[OwedNotice]) -> Notified:
    """Of what is owed to the speaker, at least one notice: what can be heard now in one message."""
    moments = {one.notice.key: _heard_at(s, one.notice) for one in owed}
    heard = [one for one in owed if moments[one.notice.key] <= s.incoming.at]
    if not heard:
        return Notified(tuple(moments), not_before=min(moments.values()))
    return _said(s, _together(heard))


def _heard_at(s: Session, notice: Notice) -> datetime:
    zone, at = s.house.zone, s.incoming.at
    known = s.work.acquaintance(notice.to)
    usual = heard_at(known, at, zone, is_last_days=False)
    if usual <= at or not _is_of_last_days(s, notice):
        return usual
    return heard_at(known, at, zone, is_last_days=True)


def _is_of_last_days(s: Session, notice: Notice) -> bool:
    """Whether it is about a season that has to be filed within two days."""
    if notice.season is None:
        return False
    try:
        case = s.case_at(s.work.company(notice.company), notice.season)
    except WorkflowError:
        return False
    is_near = are_last_days(s.plan(case).statutory, s.incoming.at, s.house.zone)
    return is_near and reported(case.season) is None


def _together(heard: Sequence[OwedNotice]) -> Sequence[OwedNotice]:
    """What was held goes together, what may be a second copy apart; anything else goes alone."""
    first = heard[0]
    if not _waited(first):
        return heard[:1]
    return [one for one in heard if _waited(one) and one.repeated == first.repeated]


def _waited(one: OwedNotice) -> bool:
    return one.held and one.notice.kind not in OF_HEADS


# --- saying it ----------------------------------------------------------------------------


def _said(s: Session, owed: Sequence[OwedNotice]) -> Notified:
    told = {one.notice: _told(s, one.notice, private=True) for one in owed}
    covers = tuple(notice.key for notice, said in told.items() if said is not None)
    over = tuple(notice.key for notice, said in told.items() if said is None)
    if not covers:
        return Notified(over=over)
    is_silent = all(notice.kind in OF_HEADS for notice in told)
    send = _send(s, [each for each in told.values() if each is not None], owed[0])
    return Notified(covers, over, None, send, _plain(s, owed), is_silent)


def _told(s: Session, notice: Notice, *, private: bool) -> Told | Handout | None:
    """As it is said now; of a damaged company, which rests, there is nothing to say."""
    try:
        return notice_told(s, notice, private=private)
    except WorkflowError:
        return None


def _send(s: Session, told: Sequence[Told | Handout], owed: OwedNotice) -> Send | SendDocument:
    first, chat = told[0], s.incoming.chat
    if isinstance(first, Handout):
        return SendDocument(chat, first.document, s.wording.html(first.caption))
    cards = [each for each in told if isinstance(each, Told)]
    return Send(chat, render(_card(cards, is_repeat=owed.repeated), s.wording))


def _card(told: Sequence[Told], *, is_repeat: bool) -> Card:
    """One alone as it is, several in a list; and that it may be a second copy."""
    card = told[0].card if len(told) == 1 else several_card(told)
    if not is_repeat:
        return card
    first, *others = card.lines
    return Card((first, say("notice-repeated"), *others), card.rows)


def _plain(s: Session, owed: Sequence[OwedNotice]) -> Plain | None:
    """For where no internal matter may be named; None for whoever is reached here alone."""
    if not s.me.addresses:
        return None
    told = [_told(s, one.notice, private=False) for one in owed]
    cards = [each for each in told if isinstance(each, Told)]
    if not cards:
        return None
    card = _card(cards, is_repeat=owed[0].repeated)
    companies = {each.company.id: each.company for each in cards}
    return _as_text(s, [*companies.values()], card.lines)


def _as_text(s: Session, companies: Sequence[Company], lines: Sequence[Fact]) -> Plain:
    """The lines, and who can tell more to somebody who cannot open the bot."""
    subject = say("notice-subject", company=companies[0].name, count=len(companies))
    who = keepers_named(companies, Recipient(s.me.person))
    how = say("notice-how", who=Listed(who)) if who else say("notice-how-alone")
    return Plain(plain(s, subject), "\n".join(plain(s, line) for line in (*lines, how)))

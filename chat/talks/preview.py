"""现在给我看看: what the next reminder would say, worked out from what is kept and changing none of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from chat.card import Replies
from chat.digests import MOST_READ, Telling, newest_of
from chat.ears import ears_of
from chat.rules import rules_of
from chat.saying import Saying
from chat.screens.habits import preview_card
from chat.session import Session
from messages.say import Fact, say
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.ids import CompanyId
from workflow.ledger import Picked
from workflow.model import Company, Lifecycle
from workflow.owing import owed
from workflow.reminders import Owed, Pending, Recipient

SPANS = (timedelta(days=10), timedelta(days=60), timedelta(days=400))
"""How far ahead the next reminder is looked for: nearly always it is soon."""
WAITING = 500
"""Newest lines of a company's record among which those are that wait."""
ITEMS = 200
"""Items among which the nearest companies are found."""
MOST_MORNINGS = 8
"""So many moments are tried: what is owed at one may make sense no more."""


def preview(s: Session) -> Replies:
    """What the next reminder would say as things stand, and when; nothing is told by it."""
    companies = tuple(_near(s))
    waiting = [each for one in companies for each in _waiting(s, one)]
    for span in SPANS:
        planned = [each for one in companies for each in _planned(s, one, span)]
        said = _first_said(s, [*waiting, *planned])
        if said is not None:
            return (preview_card(said),)
    return (preview_card(None),)


def _near(s: Session) -> Iterator[Company]:
    """Theirs; of many those with the nearest work."""
    mine = [card.id for card in s.companies() if card.lifecycle is Lifecycle.ACTIVE]
    if len(mine) > MOST_READ:
        rows = s.work.mine(s.me.person, 0, ITEMS).rows
        mine = list(dict.fromkeys([*(row.company for row in rows), *mine]))[:MOST_READ]
    for each in mine:
        if (company := _read(s, each)) is not None:
            yield company


def _read(s: Session, company: CompanyId) -> Company | None:
    try:
        return s.company(company)
    except (NoSuchCompany, CompanyDamaged):
        return None


def _waiting(s: Session, company: Company) -> Iterator[Owed]:
    """What is owed already and not told: put off, or kept until quiet hours are over."""
    told = s.house.record.told(company.id, 0, WAITING, Picked(to=Recipient(s.me.person)))
    return (each.owed for each in told if each.end is None)


def _planned(s: Session, company: Company, span: timedelta) -> Iterator[Owed]:
    """What comes to be owed in that time. What a boss is to hear follows from a warning told."""
    now = s.incoming.at
    looked = owed(company, rules_of(s.house), ears_of(s.work, company), now, now + span)
    return (each for each in looked.owed if each.to == Recipient(s.me.person) and each.is_reachable)


def _first_said(s: Session, ahead: Sequence[Owed]) -> tuple[Fact, ...] | None:
    """What is said at the first of their moments at which anything is."""
    at: datetime | None = s.incoming.at
    ahead = sorted(ahead, key=lambda each: each.at)
    for _ in range(MOST_MORNINGS):
        if at is None:
            break
        telling = Telling(s.house, s.work, Recipient(s.me.person), at)
        sound = _sound(telling, ahead)
        heard_at = [telling.heard_at(each.owed) for each in sound]
        if heard_at and min(heard_at) <= at:
            return _said(s, telling, sound)
        at = min((*heard_at, *(each.at for each in ahead if each.at > at)), default=None)
    return None


def _sound(telling: Telling, ahead: Sequence[Owed]) -> Sequence[Pending]:
    """What makes sense of all that is owed by that moment."""
    due = [Pending(each) for each in ahead if each.at <= telling.now]
    return telling.sound(due) if due else ()


def _said(s: Session, telling: Telling, sound: Sequence[Pending]) -> tuple[Fact, ...]:
    """What they say together, as far as it may be heard then."""
    now = [each for each in sound if telling.heard_at(each.owed) <= telling.now]
    some = MOST_READ if len(s.companies()) > MOST_READ else 0
    line = say("preview-next", at=telling.now, some=some)
    if telling.now <= s.incoming.at:
        line = say("preview-now", some=some)
    companies, told = telling.companies, newest_of(now)
    return Saying(s.house, s.work, telling.to, telling.now, companies, told).preview(line)

"""Many companies: counts to sort them by, the lists behind them, and whose a file is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.file_notes import WhoseFiles
from chat.screens.steps import page_taps
from chat.session import Session
from messages.say import Fact, Listed, Say, say
from workflow.across import Glance, Sign, SignCounts
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.ids import CompanyId
from workflow.model import Company, Lifecycle
from workflow.ports import CompanyCard

SILENCE = timedelta(days=7)
CLIENTS_A_PAGE = 8
_SHOWN = (Sign.READY, Sign.ONE_MISSING, Sign.OVERDUE, Sign.SILENT, Sign.UNREACHABLE)


def glance_of(s: Session) -> Glance:
    """The speaker looking now."""
    return Glance(s.me.person, s.today, s.incoming.at - SILENCE)


def active_clients(s: Session) -> tuple[CompanyCard, ...]:
    """The speaker's companies that are not archived."""
    return tuple(card for card in s.companies() if card.lifecycle is Lifecycle.ACTIVE)


def clients_card(s: Session, counts: SignCounts, lead: Fact | None = None) -> Card:
    """How many companies show which sign, each count a button; the open one a tap away."""
    here = _open_company(s)
    lines: list[Fact] = [say("clients-here", company=here.name)] if here else []
    lines += [] if lead is None else [lead]
    lines.append(say("clients-count", count=counts.companies))
    shown = [(sign, counts.showing.get(sign, 0)) for sign in _SHOWN]
    taps = [Tap(_label(sign, n), ref(Verb.SIGN, sign, 0)) for sign, n in shown if n]
    rows = [tuple(taps[n : n + 2]) for n in range(0, len(taps), 2)]
    if here:
        rows.append((Tap(say("tap-open-client", name=here.name), ref(Verb.OPEN_CLIENT, here.id)),))
    rows.append((Tap(say("tap-all-clients"), ref(Verb.COMPANIES, 0)),))
    return Card(tuple(lines), tuple(rows))


def _open_company(s: Session) -> Company | None:
    """The one on the screen, if it is still there; all of them are never read for it."""
    try:
        found = s.company(s.me.company) if s.me.company else None
    except (NoSuchCompany, CompanyDamaged):
        return None
    return found if found and found.lifecycle is Lifecycle.ACTIVE else None


def _label(sign: Sign, count: int) -> Say:
    return say(f"tap-sign-{sign.replace('_', '-')}", count=count, days=SILENCE.days)


def sign_card(s: Session, sign: Sign, page: int) -> Card:
    """The companies that show one sign, by name, each a tap to its progress."""
    glance = glance_of(s)
    total = s.work.standings_of(glance).showing.get(sign, 0)
    shown = s.work.showing(sign, glance, page * CLIENTS_A_PAGE, CLIENTS_A_PAGE)
    turn = page_taps(page, total, CLIENTS_A_PAGE, lambda to: ref(Verb.SIGN, sign, to))
    back = (Tap(say("tap-clients"), ref(Verb.CLIENTS)),)
    heading = say(f"sign-{sign.replace('_', '-')}", count=total, days=SILENCE.days)
    return Card((heading,), (*company_taps(shown), turn, back))


def company_taps(cards: Sequence[CompanyCard]) -> tuple[tuple[Tap, ...], ...]:
    """Each company by its name, a tap to its progress."""
    return tuple((Tap(card.name, ref(Verb.OPEN_CLIENT, card.id)),) for card in cards)


def which_card(cards: Sequence[CompanyCard]) -> Card:
    """Several companies could be meant."""
    return Card((say("client-which"),), company_taps(cards))


# --- whose a file is ----------------------------------------------------------------------


def whose_card(s: Session, note: WhoseFiles, lead: Fact | None = None) -> Card:
    """「文件里是『乙公司』,现在开着『甲公司』」: nothing is bound before a tap."""
    names = {card.id: card.name for card in s.companies()}
    here = names.get(CompanyId(note.company), "")
    named = {each: names[CompanyId(each)] for each in note.named if each in names}
    first = note.asked[0].parcel.files[0].name
    count = sum(len(each.parcel.files) for each in note.asked)
    asked = say("whose-ask", name=first, count=count, named=_quoted(named), company=here)
    waiting = sum(len(each.parcel.files) for each in note.others)
    more = [say("whose-more", count=waiting)] if waiting else []
    lines = (say("clients-here", company=here), *([] if lead is None else [lead]), asked, *more)
    theirs = [(_whose(name, company, note.mark),) for company, name in named.items()]
    stays = Tap(say("tap-whose-here", name=here), ref(Verb.WHOSE, note.company, note.mark))
    cancel = Tap(say("tap-cancel"), ref(Verb.CANCEL))
    card = Card(lines, (*theirs, (stays,), (cancel,)))
    return replace(card, slot=note.asked[-1].parcel.album)


def _quoted(named: Mapping[str, str]) -> Fact:
    return Listed(tuple(say("whose-name", name=name) for name in named.values()))


def _whose(name: str, company: str, mark: str) -> Tap:
    return Tap(say("tap-whose-there", name=name), ref(Verb.WHOSE, company, mark))

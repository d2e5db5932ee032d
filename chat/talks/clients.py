"""Many companies: which one is meant, by button or by name; and whose a file is."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from chat.card import Replies
from chat.file_notes import Answering
from chat.note import Asking
from chat.screens.clients import active_clients, clients_card, glance_of, sign_card, which_card
from chat.screens.companies import company_card
from chat.screens.progress import status_card
from chat.session import Case, Session
from chat.talk import Typed
from chat.talks import general
from messages.catalogue import LOCALES
from messages.say import Fact, say
from messages.wording import Wording
from workflow.across import Sign
from workflow.ids import CompanyId
from workflow.model import Company, Lifecycle, Season
from workflow.naming import Common, distinctive, plain
from workflow.ports import CompanyCard
from workflow.provinces import PROVINCES

FEW = 3
"""Up to so many companies 进度 shows the open one; of more it shows the counts."""
LONGEST_NAME, SHORTEST_NAME, ALIKE = 40, 2, 80
MOST_ALIKE = 8


# --- 进度 -------------------------------------------------------------------------------


def typed_status(s: Session) -> Replies:
    """/status, or 进度; with a name behind it, that company's."""
    what = s.incoming.what
    name = what.text.strip().partition(" ")[2].strip() if isinstance(what, Typed) else ""
    if not name:
        return status(s)
    found = _called(s, name)
    return _switched_to(s, found) if found else status(s, say("client-not-found", name=name[:40]))


def status(s: Session, lead: Fact | None = None) -> Replies:
    """The counts of many companies; the progress of the open one of a few."""
    counts = s.work.standings_of(glance_of(s))
    if counts.companies <= FEW:
        return general.status(s, lead)
    return (clients_card(s, counts, lead),)


def signs(s: Session, sign: Sign, page: int) -> Replies:
    """The companies that show one sign."""
    return (sign_card(s, sign, page),)


# --- switching ----------------------------------------------------------------------------


def open_client(s: Session, company: str) -> Replies:
    """Its progress: the season that was on the screen, else the newest; without one its own card."""
    found = s.company(CompanyId(company))
    season = _at_hand(s, found)
    if season is None:
        return (company_card(s, found),)
    return switched(s, s.case(found.id, season.id))


def switched(s: Session, case: Case) -> Replies:
    """The progress of that season; what was asked about another company is asked no more."""
    note = s.note
    if isinstance(note, Answering | Asking) and note.company != case.company.id:
        s.keep(None)
    return (status_card(s, case),)


def _at_hand(s: Session, company: Company) -> Season | None:
    going = [each for each in company.seasons if each.lifecycle is Lifecycle.ACTIVE]
    shown = [each for each in going if (company.id, each.id) == (s.me.company, s.me.season)]
    return next(iter((*shown, *reversed(going))), None)


def by_name(s: Session, text: str) -> Replies | None:
    """The company that an unasked text names, opened; None if it names none."""
    found = _called(s, text)
    return _switched_to(s, found) if found else None


def _switched_to(s: Session, found: Sequence[CompanyCard]) -> Replies:
    return open_client(s, found[0].id) if len(found) == 1 else (which_card(found),)


def _called(s: Session, text: str) -> Sequence[CompanyCard]:
    """Those called exactly that, else those whose name holds it, else those that are like it."""
    said, cards = plain(text), active_clients(s)
    if not SHORTEST_NAME <= len(said) <= LONGEST_NAME or not cards[1:]:
        return ()
    names = [plain(card.name) for card in cards]
    exact = [card for card, name in zip(cards, names, strict=True) if name == said]
    holding = [card for card, name in zip(cards, names, strict=True) if said in name]
    return (exact or holding or _alike(s, said, cards))[:MOST_ALIKE]


def _alike(s: Session, said: str, cards: Sequence[CompanyCard]) -> Sequence[CompanyCard]:
    """A slip of the pen in the name, or in the part by which people know the company."""
    common = common_words(s)
    parts = {
        (place, part): part
        for place, card in enumerate(cards)
        for part in (plain(card.name), distinctive(card.name, common))
    }
    hits = process.extract(said, parts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_ALIKE)
    places = dict.fromkeys(place for _, _, (place, _) in hits)
    return [cards[place] for place in places]


def common_words(s: Session) -> Common:
    """What many companies' names begin and end with."""
    provinces = {
        Wording(s.house.catalogue, locale, s.house.zone).plain(say(f"province-{code}"))
        for locale in LOCALES
        for code in PROVINCES
    }
    return Common(
        frozenset(provinces) | s.words("words-company-places"), s.words("words-company-ends")
    )

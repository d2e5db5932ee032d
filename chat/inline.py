"""Inline mode: what `@us …`, typed in any chat, is answered: progress of the asker's own companies.

What is chosen lands in that chat, maybe before strangers, so it says no more than a board in a
group with outsiders. Nothing here is kept: whoever asks is asked nothing and stays as they were.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz, process

from chat.card import render
from chat.naming import step_named
from chat.screens.board import active
from chat.screens.clients import active_clients
from chat.screens.inline import Shown, progress_shown, step_shown, title_of
from chat.screens.plain_digest import plain as plain_text
from chat.session import Case, Session
from chat.talk import Message, Speaker
from messages.plain_words import plain_words
from messages.say import Say, say
from messages.script import simplified
from messages.typed import LONGEST, tidy
from workflow.elsewhere import Elsewhere, shows_elsewhere
from workflow.errors import WorkflowError
from workflow.model import Company
from workflow.naming import plain
from workflow.ports import CompanyCard
from workflow.progress import StepRow

MOST = 10
"""So many results, and so many companies looked into, however many somebody keeps."""
SHORTEST, ALIKE = 2, 75
START, SETTING = "start", "h"
"""With what the private chat is started: to say hello, or at the switch."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Somebody types `@us` and this text, anywhere."""

    speaker: Speaker
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One result: its two lines in the list, and the message that it drops."""

    title: str
    about: str
    message: Message


@dataclass(frozen=True, slots=True)
class Found:
    """The results, best first; without any a button says why, and starts the private chat."""

    articles: tuple[Article, ...]
    button: str = ""
    start: str = START


@dataclass(frozen=True, slots=True)
class _Sought:
    """The companies that are meant, best first, and the step, as it was named; empty: all of it."""

    cards: Sequence[CompanyCard]
    step: str = ""


def found(s: Session, text: str) -> Found:
    """What the speaker finds by this text."""
    cards = active_clients(s)
    if not cards:
        return _nothing(s, say("inline-hello"))
    if s.me.elsewhere is Elsewhere.NOTHING:
        return _nothing(s, say("inline-off"), SETTING)
    sought = _sought(s, cards, text[:LONGEST].strip())
    companies = list(_companies(s, sought.cards[:MOST]))
    told = [each for each in companies if shows_elsewhere(s.me.person, each, s.me.elsewhere)]
    shown = [each for company in told for each in _shown(s, company, sought.step)]
    if not shown and len(told) < len(companies):
        return _nothing(s, say("inline-clients-off"), SETTING)
    if not shown:
        return _nothing(s, say("inline-nothing"))
    return Found(tuple(_article(s, *each) for each in shown[:MOST]))


def _nothing(s: Session, why: Say, start: str = START) -> Found:
    return Found((), s.wording.plain(why), start)


def _article(s: Session, case: Case, shown: Shown) -> Article:
    title, about = plain_text(s, title_of(case)), plain_text(s, shown.about)
    return Article(title, about, render(shown.card, s.wording))


def _companies(s: Session, cards: Sequence[CompanyCard]) -> Iterator[Company]:
    """Those that can be read; a damaged one is told of in private."""
    for card in cards:
        try:
            yield s.company(card.id)
        except WorkflowError:
            continue


def _shown(s: Session, company: Company, step: str) -> Iterator[tuple[Case, Shown]]:
    """Each season of it; of a step only where it has one of that name."""
    cases = [s.case_of(company, season) for season in active(company)]
    on_screen = (s.me.company, s.me.season)
    for case in sorted(cases, key=lambda each: (company.id, each.season.id) != on_screen):
        one = _of_case(s, case, step)
        if one is not None:
            yield case, one


def _of_case(s: Session, case: Case, step: str) -> Shown | None:
    if not step:
        return progress_shown(s, case)
    row = step_named(s, case, step) or _holding(s, case, tidy(step))
    return None if row is None else step_shown(s, case, row)


def _holding(s: Session, case: Case, said: str) -> StepRow | None:
    """The step whose title holds it; of a single sign anything might."""
    rows = s.overview(case).rows if len(said) >= SHORTEST else ()
    title = s.wording.plain
    return next((row for row in rows if said in tidy(title(row.step.milestone.title))), None)


# --- what is meant ------------------------------------------------------------------------


def _sought(s: Session, cards: Sequence[CompanyCard], text: str) -> _Sought:
    """A company by its name, a step by its number or title, or both; of nothing at all everything.

    What is a company's name is never taken for anything else.
    """
    at_hand = sorted(cards, key=lambda card: card.id != s.me.company)
    if not text or _asks_for_progress(text):
        return _Sought(at_hand)
    called = _called(cards, text)
    if called:
        return _Sought(called)
    for name, step in _parted(text):
        of = _called(cards, name) if name else at_hand
        if of:
            return _Sought(of, step)
    alike = _alike(cards, text)
    return _Sought(alike) if alike else _Sought(at_hand, text)


def _asks_for_progress(text: str) -> bool:
    return any(meant.meaning == "status" for meant in plain_words().read(text).sure)


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """How a text may consist of a company's name and a step: a number first, then a title."""
    said = tidy(text)
    for cut in range(len(said) + 1):
        ahead, behind = said[:cut].strip(), said[cut:].strip()
        for name, step in ((ahead, behind), (behind, ahead)):
            if plain_words().step(step) is not None:
                yield name, step
    ahead, _, behind = text.partition(" ")
    if behind:
        yield ahead, behind.strip()


def _called(cards: Sequence[CompanyCard], text: str) -> Sequence[CompanyCard]:
    """Those called exactly that, then those whose name begins with it, then those that hold it."""
    said = {plain(text), plain(simplified(text))} - {""}
    held = [card for card in cards if any(each in plain(card.name) for each in said)]
    return sorted(held, key=lambda card: min(_place(plain(card.name), each) for each in said))


def _place(name: str, said: str) -> tuple[bool, int]:
    """Where in the name it stands; the whole name comes first."""
    at = name.find(said)
    return name != said, at if at >= 0 else len(name)


def _alike(cards: Sequence[CompanyCard], text: str) -> Sequence[CompanyCard]:
    """Those in whose name there is something very like it: a slip of the pen."""
    names = {place: plain(card.name) for place, card in enumerate(cards)}
    said = plain(simplified(text))
    hits = process.extract(said, names, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=MOST)
    return [cards[place] for _, _, place in hits]

"""Plain words answered: by the cards that the keys show; what is unsure is offered as buttons."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.naming import department_named, item_titled, items_named, step_named
from chat.screens.law import question_card
from chat.screens.missing import missing_card
from chat.screens.progress import headed, heading, status_card
from chat.screens.requests import request_card, requests_card
from chat.screens.steps import step_card, task_taps
from chat.session import Case, Session
from chat.talk import Typed
from chat.talks import answering, plain_facts, transcribing
from chat.talks.years_sheet import years_sheet
from messages.plain_words import QUESTION, Meant
from messages.say import Fact, say
from workflow.permissions import Action, may

Named = Mapping[str, str]
Commands = Mapping[str, Callable[[Session], Replies]]
MOST_OFFERED = 3


def understood(s: Session, text: str, commands: Commands) -> Replies | None:
    """What is surely meant, done or shown; None where nothing is sure."""
    for meant in s.house.words.read(text).sure:
        replies = _meaning(s, meant, commands)
        if replies is not None:
            return replies
    return None


def _meaning(s: Session, meant: Meant, commands: Commands) -> Replies | None:
    """The answer; None where nobody and nothing is called so."""
    if meant.meaning.startswith(QUESTION):
        return (question_card(s, s.house.questions[meant.meaning.removeprefix(QUESTION)]),)
    command = s.house.words.commands.get(meant.meaning)
    if command is not None:
        s.incoming = replace(s.incoming, what=Typed(f"/{command}"))  # with no name behind it
        return commands[command](s)
    case = s.current()
    if case is None:
        return None if meant.named else commands["status"](s)
    return ABOUT_A_CASE[meant.meaning](s, case, meant.named)


def chosen(s: Session, meaning: str, commands: Commands) -> Replies:
    """One of the suggestions was pressed."""
    if meaning not in s.house.words.whole.values():
        return (Toasted(say("toast-old-button")),)
    return _meaning(s, Meant(meaning), commands) or commands["status"](s)


# --- about the case on the screen ----------------------------------------------------------


def _missing(s: Session, case: Case, _: Named) -> Replies:
    return (missing_card(s, case, 0),)


def _owing(s: Session, case: Case, _: Named) -> Replies:
    return (requests_card(s, case),)


def _chase(s: Session, case: Case, named: Named) -> Replies | None:
    department = department_named(s, named["department"])
    return None if department is None else (request_card(s, case, department),)


def _next(s: Session, case: Case, _: Named) -> Replies:
    """The first step that is not done: an overdue one before those to come."""
    view = s.overview(case)
    row = next(iter((*view.overdue, *view.coming(1))), None)
    if row is None:
        return (missing_card(s, case, 0),)
    return (step_card(s, case, row.step.milestone.key, 0),)


def _step(s: Session, case: Case, named: Named) -> Replies | None:
    row = step_named(s, case, named["step"])
    return None if row is None else (step_card(s, case, row.step.milestone.key, 0),)


def _item(s: Session, case: Case, named: Named) -> Replies | None:
    found = items_named(s, case, named["item"])
    if found.sure is not None:
        return answering.open_item(s, case, found.sure.item.key)
    if found.maybe:
        return (Card((heading(case), say("plain-which")), tuple(task_taps(case, found.maybe))),)
    return None


def _years(s: Session, case: Case, _: Named) -> Replies:
    """The sheet; a toast answers no text, so where there is none a card says so."""
    replies = years_sheet(s, case)
    return tuple(
        status_card(s, case, each.text) if isinstance(each, Toasted) else each for each in replies
    )


ABOUT_A_CASE: Mapping[str, Callable[[Session, Case, Named], Replies | None]] = {
    "missing": _missing,
    "owing": _owing,
    "chase": _chase,
    "next": _next,
    "step": _step,
    "item": _item,
    "reported": plain_facts.reported,
    "waiting": plain_facts.waiting,
    "take_all": plain_facts.take_all,
    "left": plain_facts.left,
    "quiet": plain_facts.quiet,
    "authority": plain_facts.authority,
    "transcribe": lambda s, case, _: transcribing.forms(s, case),
    "years": _years,
}
"""Meanings that are no command: what they are called in plain_words.toml -> who answers them."""


def opened_by_title(s: Session, text: str) -> Replies | None:
    """The card of the item of just that title."""
    case = s.current()
    if case is None or not may(s.me.person, Action.LOOK, case.company):
        return None
    found = item_titled(s, case, text)
    return None if found is None else answering.open_item(s, case, found.item.key)


# --- what is not sure ------------------------------------------------------------------------


def unsure(s: Session, text: str) -> Replies:
    """The item of just that title; else up to three buttons for what may be meant, items or questions."""
    titled = opened_by_title(s, text)
    if titled is not None:
        return titled
    case, asked = s.current(), say("plain-unsure")
    taps = (*_items_like(s, text), *_meanings_like(s, text))[:MOST_OFFERED]
    if not taps:
        return ()
    return (Card((asked,) if case is None else tuple(headed(case, asked)), taps),)


def offered_too(s: Session, text: str, replies: Replies) -> Replies:
    """The answer with buttons for what else may be meant, on its card."""
    taps = tuple(_meanings_like(s, text))[:MOST_OFFERED]
    return tuple(
        replace(each, rows=(*taps, *each.rows)) if isinstance(each, Card) else each
        for each in replies
    )


def _items_like(s: Session, text: str) -> Iterator[tuple[Tap, ...]]:
    case = s.current()
    if case is None or not may(s.me.person, Action.LOOK, case.company):
        return
    found = items_named(s, case, text)
    yield from task_taps(case, (found.sure,) if found.sure else found.maybe)


def _meanings_like(s: Session, text: str) -> Iterator[tuple[Tap, ...]]:
    for meaning in s.house.words.read(text).guesses:
        yield (Tap(_offered(s, meaning), ref(Verb.PLAIN, meaning)),)


def _offered(s: Session, meaning: str) -> Fact:
    question = s.house.questions.get(meaning.removeprefix(QUESTION))
    if question is not None and meaning.startswith(QUESTION):
        return say("offer-question", title=question.title)
    return say(f"offer-{meaning.replace('_', '-')}")

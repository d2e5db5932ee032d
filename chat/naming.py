"""What somebody names in a sentence: an item or a step of the case, a department."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from chat.screens.team import department_name
from chat.session import Case, Session
from messages.catalogue import WRITTEN
from messages.plain_words import plain_words
from messages.say import Fact
from messages.typed import tidy
from messages.wording import Wording
from workflow.checklist import Task, input_tasks
from workflow.pack import Item
from workflow.progress import StepRow
from workflow.team import Department

SURE, LIKE = 84, 66
"""Scores from which a name is meant, and from which it may be."""
APART = 8
"""So much the best must be better than the next, or it is asked."""
PART_COUNTS = 0.9
"""How much of a score a name gets that is only part of a title, or holds one."""
PROVES = 88
"""The score of a name that is none of a title, but of a paper that proves the item."""
SHORTEST = 2
MOST = 3

_SEVERAL = re.compile(r" *[\u3001,;] *")


@dataclass(frozen=True, slots=True)
class Found:
    """Items of that name: the one that is meant, or those that may be."""

    sure: Task | None = None
    maybe: tuple[Task, ...] = ()


def items_named(s: Session, case: Case, name: str) -> Found:
    """The items whose titles are like the name, in any language, best first."""
    said = _without(plain_words().articles, tidy(name))
    if len(said) < SHORTEST:
        return Found()
    said = tidy(plain_words().names.get(said, said))
    tasks = s.seen(case, (task for row in s.overview(case).rows for task in row.tasks))
    scored = [(_likeness_of(s, said, task.item), task) for task in tasks]
    ranked = sorted((one for one in scored if one[0][0] >= LIKE), key=lambda one: one[0])[::-1]
    if not ranked or ranked[0][0][1] < SURE:
        asked_by_rules = _input_called(s, case, said)
        if asked_by_rules is not None:
            return Found(sure=asked_by_rules)
    if not ranked:
        return Found()
    best, runner_up = ranked[0][0][0], ranked[1][0][0] if ranked[1:] else 0
    if best >= SURE and best - runner_up >= APART:
        return Found(sure=ranked[0][1])
    return Found(maybe=tuple(task for _, task in ranked[:MOST]))


def item_titled(s: Session, case: Case, text: str) -> Task | None:
    """The one item of just that title, in any language."""
    found, said = items_named(s, case, text).sure, tidy(text)
    return found if found and said in _titles(s, found.item.title) else None


def _input_called(s: Session, case: Case, said: str) -> Task | None:
    """What only the rules need, by its whole title: a part of one would say little."""
    inputs = s.seen(case, input_tasks(case.company, case.season, case.pack))
    return next((each for each in inputs if said in _titles(s, each.item.title)), None)


def step_named(s: Session, case: Case, name: str) -> StepRow | None:
    """The step of that number, or of very much that title."""
    said, rows = tidy(name), s.overview(case).rows
    number = plain_words().step(said)
    if number is not None:
        return next((row for row in rows if row.step.milestone.number == number), None)
    return _called_so(s, said, rows)


def _called_so(s: Session, said: str, rows: Sequence[StepRow]) -> StepRow | None:
    scored = [
        (max(fuzz.ratio(said, title) for title in _titles(s, row.step.milestone.title)), row)
        for row in rows
    ]
    score, best = max(scored, key=lambda pair: pair[0])
    return best if score >= SURE else None


def department_named(s: Session, name: str) -> Department | None:
    """By its name in any language, or by what else people call it."""
    code = plain_words().department(name)
    if code is not None:
        return Department(code)
    said = tidy(name)
    return next((each for each in Department if said in _titles(s, department_name(each))), None)


class _Named(Protocol):
    @property
    def name(self) -> str:
        """What people call them."""
        ...


Person = TypeVar("Person", bound=_Named)


def called_so(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """Those of that name; else those in whose name it stands, 小 and 老 before it left out."""
    said = tidy(name)
    pairs = [(tidy(each.name), each) for each in people]
    exact = tuple(each for own, each in pairs if own == said)
    bare = _without(plain_words().familiar, said)
    return exact or tuple(each for own, each in pairs if bare in own)[:MOST]


def _without(words: Iterable[str], said: str) -> str:
    """The name without the first of the words that stands before it."""
    ahead = next((each for each in words if said.startswith(each)), "")
    return said.removeprefix(ahead) or said


def _titles(s: Session, title: Fact) -> frozenset[str]:
    """In all languages, as a tidy text, which has simplified characters, is compared."""
    wordings = (Wording(s.house.catalogue, locale, s.house.zone) for locale in WRITTEN)
    return frozenset(tidy(wording.plain(title)) for wording in wordings)


def _likeness_of(s: Session, said: str, item: Item) -> tuple[float, float]:
    """By its title; or, not quite as much, by a paper that proves it."""
    likeness = _likeness(said, _titles(s, item.title))
    listed = _titles(s, item.evidence) if item.evidence else ()
    papers = {paper for each in listed for paper in _SEVERAL.split(each)}
    if said not in papers:
        return likeness
    return max(likeness, _score(PROVES, 0))


def _likeness(said: str, titles: Iterable[str]) -> tuple[float, float]:
    """How alike they are; of those that hold the name alike, the shorter title is the likelier."""
    return max(_score(fuzz.ratio(said, each), fuzz.partial_ratio(said, each)) for each in titles)


def _score(whole: float, part: float) -> tuple[float, float]:
    return max(whole, PART_COUNTS * part), whole

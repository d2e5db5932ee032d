"""The rules of a pack run over a season: what passed, what fired, what nobody could check."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from operator import is_

from workflow.figures import Figures
from workflow.ids import ItemKey
from workflow.leaves import Year
from workflow.looking import Look
from workflow.model import Company, Season
from workflow.pack import Pack
from workflow.quotes import Quoted, quoted
from workflow.reckoning import holds, reckon
from workflow.rules import Quote, Rule


class Verdict(StrEnum):
    """What a rule came to."""

    PASSED = "passed"
    FIRED = "fired"
    UNCHECKED = "unchecked"
    """An input is missing: nobody can say (未检查)."""
    APART = "apart"
    """It does not concern this company."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule held against the figures."""

    rule: Rule
    verdict: Verdict
    numbers: Mapping[str, Decimal]
    """What the message names, as far as it is known."""
    quotes: Mapping[str, Quoted]
    """The words that it names, as far as they are known."""
    missing: tuple[tuple[ItemKey, Year], ...]
    """The inputs that nobody gave; where all are there, the tables whose rows do not say it."""
    seen: tuple[object, ...]
    """What was looked at, as it stood."""

    @property
    def stands_on(self) -> str:
        """A mark of it: the same figures and papers have the same, others another."""
        return sha256(repr(self.seen).encode()).hexdigest()[:16]


def run(company: Company, season: Season, pack: Pack) -> tuple[Check, ...]:
    """Every rule of the pack, in its order. Never raises; the order of rules changes nothing.

    One update asks for the same several times over: the latest are remembered. Companies are
    values that never change, so the very same objects looked at mean the very same checks.
    """
    looked_at = _looked_at(company, season, pack)
    for known, checks in tuple(_latest):
        if len(known) == len(looked_at) and all(map(is_, known, looked_at)):
            return checks
    figures = Figures(company, season, pack)
    hidden = _hidden(figures)
    checks = tuple(_checked(rule, figures, hidden) for rule in pack.rules)
    _latest.append((looked_at, checks))
    return checks


_latest: deque[tuple[tuple[object, ...], tuple[Check, ...]]] = deque(maxlen=8)
"""More than one company has seasons under way."""


def _looked_at(company: Company, season: Season, pack: Pack) -> tuple[object, ...]:
    """All that `Figures` reads; of the season itself only where figures stand."""
    own = (season.pack, season.licence_no, season.year, season.items, season.earlier)
    others = (each for each in company.seasons if each.id != season.id)
    return (pack, company.facts, *own, *others)


def _hidden(figures: Figures) -> frozenset[ItemKey]:
    """The fields that are off the form (未开通): nothing is asked of them."""
    taken = (each.items for each in figures.pack.hides if holds(each.when, figures))
    return frozenset().union(*taken)


def _checked(rule: Rule, figures: Figures, hidden: frozenset[ItemKey]) -> Check:
    is_hidden = not rule.even_hidden and any(look.item in hidden for look in rule.looks)
    verdict = Verdict.APART if is_hidden else _verdict(rule, figures)
    missing = [look for look in rule.looks if _is_missing(look, figures)]
    if verdict is Verdict.UNCHECKED and not missing:
        missing = [look for look in rule.looks if _has_rows(look, figures)]
    return Check(
        rule,
        verdict,
        _numbers(rule, figures),
        _quotes(rule, figures),
        tuple(dict.fromkeys((look.item, look.year) for look in missing)),
        tuple((look.item, look.year, _seen(look, figures)) for look in rule.looks),
    )


def _has_rows(look: Look, figures: Figures) -> bool:
    """Whether it is a table: then a row of it may not say what the rule looks at."""
    return look.is_needed and bool(figures.rows(look.item, look.year))


def _numbers(rule: Rule, figures: Figures) -> Mapping[str, Decimal]:
    told = {name: said.value for name, said in rule.says.items()}
    known = {
        name: reckon(value, figures) for name, value in told.items() if not isinstance(value, Quote)
    }
    return {name: number for name, number in known.items() if number is not None}


def _quotes(rule: Rule, figures: Figures) -> Mapping[str, Quoted]:
    told = {name: said.value for name, said in rule.says.items()}
    known = {
        name: quoted(value, figures) for name, value in told.items() if isinstance(value, Quote)
    }
    return {name: words for name, words in known.items() if words is not None}


def _is_missing(look: Look, figures: Figures) -> bool:
    return look.is_needed and figures.entry(look.item, look.year) is None


def _verdict(rule: Rule, figures: Figures) -> Verdict:
    applies = True if rule.applies is None else holds(rule.applies, figures)
    if applies is False:
        return Verdict.APART
    fires = holds(rule.fires, figures)
    if applies is None or fires is None:
        return Verdict.UNCHECKED
    return Verdict.FIRED if fires else Verdict.PASSED


def _seen(look: Look, figures: Figures) -> object:
    return figures.papers(look.item) if look.is_paper else figures.value(look.item, look.year)

"""Plain words: what somebody means who types a sentence instead of pressing a key.

The sentences are data (plain_words.toml). One that is said whole is sure; one that is only like
them is no more than a guess, for the person to choose from. Nothing here does anything.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from messages.numerals import NotANumeral, numeral
from messages.typed import LONGEST, tidy

TABLE: Final = Path(__file__).parent / "plain_words.toml"
ALIKE: Final = 65
"""From which score of rapidfuzz on a sentence is near enough to be offered."""
MOST_GUESSES: Final = 3
QUESTION: Final = "question-"
"""What the meaning of a question begins with; its key follows."""

_SLOT: Final = re.compile(r"<(\w+)>")
_BESIDE: Final = "__"
_ENDS: Final = " ,.;:!?~、,。;:!?~…"
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Meant:
    """One sure reading: a meaning, and what is named in the sentence, as it was typed."""

    meaning: str
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text may mean: sure readings, the likeliest first, and the nearest meanings."""

    sure: tuple[Meant, ...] = ()
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The table, read."""

    whole: Mapping[str, str]
    """Sentences that name nothing -> their meaning."""
    naming: Sequence[tuple[re.Pattern[str], str]]
    """Those that name something."""
    before: re.Pattern[str]
    after: re.Pattern[str]
    """Words of courtesy, and the rest of the text."""
    commands: Mapping[str, str]
    """Meanings that are a command."""
    departments: Mapping[str, str]
    """What a department is called -> its code."""
    steps: Sequence[re.Pattern[str]]
    """How a step is named by its number."""
    familiar: tuple[str, ...]
    """What people put before a family name."""
    names: Mapping[str, str]
    """What items are called for short -> their Chinese titles."""
    articles: tuple[str, ...]
    """What people put before a thing."""

    @property
    def meanings(self) -> frozenset[str]:
        """All there are."""
        return frozenset((*self.whole.values(), *(meaning for _, meaning in self.naming)))

    def read(self, text: str) -> Heard:
        """What the text may mean; nothing for one that is too long to be a question or a wish."""
        if len(text) > LONGEST:
            return Heard()
        said = _bare(text)
        forms = self._forms(said)
        for said in forms:
            if said in self.whole:
                return Heard((Meant(self.whole[said]),))
        return Heard(tuple(self._naming(forms)), self._guesses(forms))

    def asking(self, questions: Mapping[str, str]) -> "PlainWords":
        """With these sentences more, each a question of its key; what stands already stays."""
        asked = {_listed(said): f"{QUESTION}{key}" for said, key in questions.items()}
        return replace(self, whole={**asked, **self.whole})

    def department(self, name: str) -> str | None:
        """The code of the department that is called so."""
        return self.departments.get(_bare(name))

    def step(self, name: str) -> int | None:
        """The number of the step that is named by it: 第三步, step 3."""
        said = _bare(name)
        for numbered in self.steps:
            if match := numbered.fullmatch(said):
                return _whole(match["number"])
        return None

    def _forms(self, said: str) -> tuple[str, ...]:
        """The text, and the same without words of courtesy before and after it, the longest first."""
        found = {said: None}
        waiting = [said]
        while waiting:
            form = waiting.pop()
            matches = (self.before.fullmatch(form), self.after.fullmatch(form))
            shorter = [match["rest"].strip(_ENDS) for match in matches if match]
            waiting += [each for each in shorter if each not in found]
            found.update(dict.fromkeys(shorter))
        return tuple(sorted(found, key=len, reverse=True))

    def _naming(self, forms: Iterable[str]) -> Iterator[Meant]:
        """Whether there is anything of such a name only who knows the names can tell."""
        for said in forms:
            for sentence, meaning in self.naming:
                if match := sentence.fullmatch(said):
                    yield from (Meant(meaning, named) for named in _named(match.groupdict()))

    def _guesses(self, forms: Sequence[str]) -> tuple[str, ...]:
        found = (
            hit
            for said in forms
            for hit in process.extract(
                said, self.whole.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=8
            )
        )
        ranked = sorted(found, key=lambda hit: -hit[1])
        return tuple(dict.fromkeys(self.whole[hit[0]] for hit in ranked))[:MOST_GUESSES]


@cache
def plain_words() -> PlainWords:
    """The table that comes with the program."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    sentences = [
        (_bare(sentence), each["name"])
        for each in table["meaning"]
        for sentence in (*each["zh"], *each["en"])
    ]
    naming = [(said, name) for said, name in sentences if _SLOT.search(said)]
    return PlainWords(
        whole={said: name for said, name in sentences if not _SLOT.search(said)},
        naming=[(_naming(said), name) for said, name in naming],
        before=re.compile(f"(?:{_any(table['courtesy']['before'], '{} ')})(?P<rest>.+)"),
        after=re.compile(f"(?P<rest>.+?)(?:{_any(table['courtesy']['after'], ' {}')})"),
        commands={each["name"]: each["command"] for each in table["meaning"] if "command" in each},
        names={_bare(short): title for title, shorts in table["names"].items() for short in shorts},
        articles=tuple(table["familiar"]["articles"]),
        steps=[_naming(_bare(numbered)) for numbered in table["steps"]["numbered"]],
        familiar=tuple(table["familiar"]["before"]),
        departments={name: code for code, names in table["departments"].items() for name in names},
    )


def _whole(text: str) -> int | None:
    """The number if it is one, and no part of one."""
    try:
        number = numeral(text)
    except NotANumeral:
        return None
    return int(number) if number == int(number) else None


def _bare(text: str) -> str:
    return " ".join(tidy(text).split()).strip(_ENDS)


@cache
def _listed(sentence: str) -> str:
    """The same of a sentence of the packs: there are a few hundred, and they stay as they are."""
    return _bare(sentence)


def _named(groups: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """What stands in each slot; of two side by side each parting, the first as short as can be."""
    for slots, said in groups.items():
        first, _, second = slots.partition(_BESIDE)
        if second:
            yield from ({first: said[:n], second: said[n:]} for n in range(1, len(said)))
            return
    yield groups


def _naming(sentence: str) -> re.Pattern[str]:
    """A name is short; it may be anything else."""
    parts = _SLOT.split(sentence.replace("><", _BESIDE))  # text, slot, text, slot, text
    texts = [re.escape(part) for part in parts[::2]]
    slots = [f"(?P<{slot}>.{{1,{_LONGEST_NAME}}}?)" for slot in parts[1::2]]
    return re.compile(
        "".join(part for pair in zip(texts, [*slots, ""], strict=True) for part in pair)
    )


def _any(words: Iterable[str], apart: str) -> str:
    """English words end at a blank; Chinese ones run on."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(apart.format(word) if word.isascii() else word for word in longest_first)

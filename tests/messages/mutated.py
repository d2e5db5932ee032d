"""Phrases near to those of a corpus: cut, doubled, swapped, joined, with a sign that does not belong."""

import random
from collections.abc import Iterator, Sequence

LONGEST_PHRASE = 70  # a little beyond what is looked at
_SIGNS = (
    "0123456789零一二三四五六七八九十百廿卅两半初正腊号日月年周天底前后内上下个本这明今去第最"
    "点时分刻早晚中午到至或~-/.:：，,（）() \u3000\u200b年工作日节春秋国庆元宵"
    "abdefhmnoprstuwy²①٣é\U0001f600%+*\\\"'\n\t"
)


def mutated(phrases: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """So many of them, the same for the same seed; each is made when it is asked for."""
    dice = random.Random(seed)  # noqa: S311 - a campaign, not a secret
    for _ in range(count):
        phrase = dice.choice(phrases)
        for _ in range(dice.randint(1, 4)):
            phrase = dice.choice(_CHANGES)(dice, phrase, dice.choice(phrases))
        yield phrase[:LONGEST_PHRASE]


def _cut(dice: random.Random, phrase: str, _: str) -> str:
    start = dice.randint(0, len(phrase))
    return phrase[:start] + phrase[start + dice.randint(1, 3) :]


def _doubled(dice: random.Random, phrase: str, _: str) -> str:
    start = dice.randint(0, len(phrase))
    end = start + dice.randint(1, 4)
    return phrase[:end] + phrase[start:]


def _with_a_sign(dice: random.Random, phrase: str, _: str) -> str:
    place = dice.randint(0, len(phrase))
    return phrase[:place] + dice.choice(_SIGNS) + phrase[place + dice.randint(0, 1) :]


def _swapped(dice: random.Random, phrase: str, _: str) -> str:
    place = dice.randint(0, max(0, len(phrase) - 2))
    return phrase[:place] + phrase[place : place + 2][::-1] + phrase[place + 2 :]


def _joined(dice: random.Random, phrase: str, other: str) -> str:
    return phrase[: dice.randint(0, len(phrase))] + other[dice.randint(0, len(other)) :]


_CHANGES = (_cut, _doubled, _with_a_sign, _with_a_sign, _swapped, _joined)

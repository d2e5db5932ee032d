"""The simulated score: wherever it stands it says that it is one; readiness knows nothing of it."""

from pathlib import Path

import pytest

from chat.buttons import Verb
from chat.talk import Message
from messages.catalogue import WRITTEN
from tests.chat.found import with_findings
from tests.chat.markup import messages, presses
from tests.chat.office import HERE
from tests.chat.stage import WANG, Stage, button
from tests.messages.sentences import sentences

LABELS = {"zh-CN": ("模拟", "非官方"), "en": ("imulat", "not official")}
POINTED = ("score-total", "score-no-data", "score-none", "command-score", "offer-score")
"""Whatever tells the score as a whole, or leads to it by its name."""
ROOT = Path(__file__).parents[2]


def shown(one: Stage, verb: Verb) -> Message:
    args = (*HERE, 0) if verb is Verb.CHECK else HERE
    return messages(one.presses(WANG, button(verb, *args)))[-1]


@pytest.mark.parametrize("locale", WRITTEN)
@pytest.mark.parametrize("name", POINTED)
def test_a_sentence_that_tells_the_score_says_that_it_is_simulated_and_not_official(
    name: str, locale: str
) -> None:
    words = sentences(locale)[name].words

    assert all(label in words for label in LABELS[locale])


@pytest.mark.parametrize("locale", WRITTEN)
def test_what_a_repair_would_gain_is_said_to_be_simulated(locale: str) -> None:
    assert LABELS[locale][0] in sentences(locale)["score-if"].words


def test_the_command_and_the_button_show_one_and_the_same_card() -> None:
    one = with_findings()

    typed = messages(one.types(WANG, "/score"))[-1]

    assert typed.html == shown(one, Verb.SCORE).html
    assert "模拟评分,非官方" in typed.html


@pytest.mark.parametrize("verb", [Verb.STATUS, Verb.CHECK])
def test_readiness_is_told_without_a_score(verb: Verb) -> None:
    card = shown(with_findings(), verb)

    assert "评分" not in card.html
    assert "模拟" not in card.html


def test_no_paper_tells_a_score() -> None:
    """Where it stands on a paper, it would need its label there, too."""
    papers = [*(ROOT / "reports").rglob("*.py"), *(ROOT / "chat" / "screens").glob("paper*.py")]

    assert papers
    assert not [path.name for path in papers if "score" in path.read_text("utf-8").lower()]


def test_what_would_change_the_score_is_offered_as_buttons() -> None:
    one = with_findings()

    offered = presses(one.presses(WANG, button(Verb.SCORE, *HERE)))

    assert any(each.startswith(Verb.ITEM) for each in offered)

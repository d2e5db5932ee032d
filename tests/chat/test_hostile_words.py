"""Words that were written to break something, in every place of a report where people write freely."""

from collections.abc import Iterator, Sequence

import pytest

from chat.buttons import Verb
from chat.talk import Outgoing
from tests.chat.found import DOWN, SEATS, with_findings
from tests.chat.markup import messages, require_sendable
from tests.chat.office import HERE
from tests.chat.stage import WANG, Stage, button
from tests.chat.test_signing_cards import signer
from workflow.team import Role

LONGEST_MESSAGE = 4096
MOST_LINES = 12
WORDS = {
    "markup": "<b>&lt;/b><script>&amp;&quot; *_`[x](tg://user?id=1)`_*",
    "typst": '#read("/etc/passwd") $x$ #import "@preview/a:1" \\ @ref <label> ``` = 标题',
    "xml": "]]><w:p/><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "formula": "=cmd|'/c calc'!A1",
    "turned round": "\u202e坐席\u2066合同\u200b到期\u200d\ufeff\u061c",
    "emoji": "👨‍👩‍👧‍👦🏳️‍🌈" * 20,
    "controls": "合同\0到期\x07\x1b[31m\x85\u2028\u2029完",
    "many lines": "\n".join("行行行" for _ in range(20)),
    "combining": "Z" + "\u0301" * 250,
    "long": "长" * 4096,
    "nothing seen": "\u200b\u2060\u00ad",
    "nobody's": "合同\ufffe\uffff\U000fffff到期",
}
PLACES = (
    *(button(Verb.EXPLAIN_FINDING, *HERE, DOWN), button(Verb.ACCEPT_FINDING, *HERE, DOWN)),
    *(button(Verb.SIGN_RETURN, *HERE), button(Verb.SIGN_ABOUT_ITEM, *HERE, SEATS)),
    *(button(Verb.SYSTEM_SAYS, *HERE, SEATS), button(Verb.PLEDGE_TEXT, *HERE)),
    *(button(Verb.READ_BACK, *HERE, "basics"), button(Verb.ITEM, *HERE, "legal_rep")),
    *(button(Verb.MATTER_ON, *HERE, "call", "2027-03-09"), button(Verb.MATTER_LINK, *HERE, 1)),
    *(button(Verb.MATTER_TERM, *HERE, 1), button(Verb.ITEM, *HERE, SEATS)),
)
"""What asks for words: a reason, a question, what was said, what was saved, an answer, a day."""
AFTERWARDS = (
    *(button(Verb.CHECK, *HERE, 0), button(Verb.FINDING, *HERE, DOWN)),
    *(button(Verb.FINDING_HISTORY, *HERE, DOWN), button(Verb.SIGN_CARD, *HERE)),
    *(button(Verb.SIGN_ALL, *HERE, 0), button(Verb.FORMS, *HERE), button(Verb.MATTERS, *HERE)),
    *(button(Verb.FORM_LINE, *HERE, SEATS), button(Verb.FORM_LINE, *HERE, "pledge")),
    *(button(Verb.MATTER, *HERE, 1), button(Verb.AUDIT, HERE[0], "all", 0)),
    *(button(Verb.PUBLISHED, *HERE, 0), button(Verb.SCORE, *HERE), button(Verb.QUALITY, *HERE)),
)


def at_work() -> Stage:
    """王 runs the company and signs; the authority has called once."""
    one = signer(with_findings(), WANG, Role.BOSS)
    one.presses(WANG, button(Verb.MATTER_ON, *HERE, "call", "2027-03-09"))
    one.types(WANG, "张老师:坐席数要改", "2027-03-20")
    return one


def too_much(answer: Sequence[Outgoing]) -> Iterator[str]:
    """What the messenger would not take, or a phone would not show."""
    require_sendable(answer)
    for message in messages(answer):
        html = message.html
        html.encode()
        if len(html) > LONGEST_MESSAGE or len(html.splitlines()) > MOST_LINES:
            yield html


def goes_through(one: Stage, words: str) -> Iterator[Sequence[Outgoing]]:
    """The words at every place, then all that shows them; each answer."""
    for place in PLACES:
        one.presses(WANG, place)
        yield one.types(WANG, words)
    for data in AFTERWARDS:
        yield one.presses(WANG, data)
    for text in ("/check", "/sign", "/report", "/audit", "/undo", "/todo", "/cancel"):
        yield one.types(WANG, text)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
def test_nothing_that_is_written_breaks_a_card(words: str) -> None:
    answers = list(goes_through(at_work(), words))

    assert [found for answer in answers for found in too_much(answer)] == []

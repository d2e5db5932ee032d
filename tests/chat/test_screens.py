"""Every screen, with the strangest names: what a person typed never becomes markup."""

import html
import re

import pytest

from chat.buttons import Verb
from chat.talk import Copy, SendDocument
from messages.catalogue import LOCALES
from tests.chat.markup import buttons, faults, messages, require_sendable
from tests.chat.stage import NASTY, OURS, SEASON, WANG, Stage, button, copied, every_button, stage
from workflow.model import FilingFact

LONGEST_LABEL = 40
FIRST_LINES = 12


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_can_be_sent_and_its_labels_fit_on_a_phone(locale: str) -> None:
    """Names that people gave may be longer; Telegram shortens them."""
    long: set[str] = set()

    for data, before in every_button().items():
        one = copied(before)
        one.presses(WANG, button(Verb.SPEAK, locale))
        answer = one.presses(WANG, data)
        require_sendable(answer)
        labels = {each.label for each in buttons(messages(answer))}
        long |= {label for label in labels if len(label) > LONGEST_LABEL and NASTY not in label}

    assert long == set()


def test_what_a_person_typed_is_escaped_on_every_screen() -> None:
    escaped = html.escape(NASTY, quote=False)
    seen = 0

    for data, before in every_button().items():
        for message in messages(copied(before).presses(WANG, data)):
            assert NASTY not in message.html
            seen += escaped in message.html

    assert seen > len(every_button()) // 2


def test_what_a_person_typed_is_escaped_in_a_caption() -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.DOWNLOAD, OURS, SEASON, "number_report", 1, 0))

    captions = [each.caption for each in answer if isinstance(each, SendDocument)]
    assert captions
    assert html.escape(NASTY, quote=False) in captions[0]


def test_a_text_to_copy_is_whole_sentences_of_at_most_what_a_button_holds() -> None:
    one = stage()

    shown = buttons(messages(one.presses(WANG, button(Verb.REQUESTS, OURS, SEASON))))

    texts = [each.text for each in shown if isinstance(each, Copy)]
    assert texts
    assert all(len(text) <= 256 and text.endswith("谢谢!") for text in texts)


# --- whatever has happened with the authority -------------------------------------------


@pytest.mark.parametrize("first", FilingFact)
@pytest.mark.parametrize("then", FilingFact)
def test_progress_can_be_told_after_any_two_facts(first: FilingFact, then: FilingFact) -> None:
    one = stage()

    for fact in (first, then):
        one.presses(WANG, button(Verb.FACT_TERM, OURS, SEASON, fact, "2027-03-10"))
        require_sendable(one.presses(WANG, button(Verb.FILINGS, OURS, SEASON)))

    require_sendable(one.presses(WANG, button(Verb.STATUS, OURS, SEASON)))
    assert one.events == stage().events + 2 - (first is then)


def test_the_checker_itself_is_strict() -> None:
    assert faults("<b>a &lt; b</b> <i>c</i>") == []
    assert faults("a < b") == ["loose <"]
    assert faults("a & b") == ["loose &"]
    assert faults("&nbsp;") == ["loose &"]
    assert faults("<b>a") == ["never closed: b"]
    assert faults("<b><i>a</b></i>") == ["unfitting </b>", "unfitting </i>"]
    assert faults("</b>") == ["unfitting </b>"]
    assert faults("<u><script></script></u>") == ["unknown tag script", "unknown tag script"]
    assert faults('<a href="x">') == ["loose <", "loose >"]


def first_line(one: Stage, data: str) -> str:
    shown = messages(one.presses(WANG, data))
    return re.sub("<[^>]+>", "", shown[0].html.splitlines()[0])


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.STATUS, OURS, SEASON),
        button(Verb.STEPS, OURS, SEASON, 0),
        button(Verb.STEP, OURS, SEASON, "M3", 0),
        button(Verb.ITEM, OURS, SEASON, "staff_total"),
        button(Verb.MORE, OURS, SEASON, "staff_total"),
        button(Verb.HISTORY, OURS, SEASON, "number_report"),
        button(Verb.FILINGS, OURS, SEASON),
        button(Verb.REQUESTS, OURS, SEASON),
        button(Verb.CASE, OURS, SEASON),
        button(Verb.COMPANY, OURS),
        button(Verb.DROPPED, OURS, SEASON),
        button(Verb.FILL, OURS, SEASON),
        button(Verb.UPLOAD, OURS, SEASON, 0),
    ],
)
def test_a_screen_names_the_company_first_and_fits(data: str) -> None:
    one = stage()

    assert html.unescape(first_line(one, data)) == f"{NASTY}一公司"
    assert messages(one.presses(WANG, data))[0].html.count("\n") < FIRST_LINES + 2

"""What every message of the bot keeps to, in every conversation: short, named, finished, pressable."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from chat.buttons import LONGEST, Verb, decode
from chat.talk import Button, Press
from tests.screens import Shown

SCREEN_LINES = 12
LONGEST_LABEL = 40
LONGEST_TOAST = 200
_CODES = re.compile(r"(?<![\w·@])(?:[MSP]\d{1,2}|D\d\d)(?!\w)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_BOTH_LANGUAGES = ("京B2-20170206", "万元", "已报", "中文", "用哪种语言?")
"""Chinese that stands in English sentences on purpose."""
_TAPPED = re.compile(
    r"点一下|点「|点下面|按钮|t\.me|\b(?:tap|taps|press|button|buttons)\b", re.IGNORECASE
)
"""Words that lead nowhere outside the messenger."""
_OPENS_A_COMPANY = frozenset({Verb.COMPANY, Verb.ADD_CASE, Verb.OPEN_CLIENT})
"""Buttons of a list of companies: they name the company themselves."""


def message_faults(
    shown: Shown, companies: Mapping[str, str], language: str, said: Collection[str]
) -> Iterator[str]:
    """What a message does wrong, in words; `companies` by id, `said` is what people themselves said."""
    lines = shown.text.splitlines()
    if len(lines) > SCREEN_LINES:
        yield f"{len(lines)} lines, more than a screen of {SCREEN_LINES}"
    yield from _unnamed(lines, shown.buttons, companies)
    yield from _label_faults(shown.buttons)
    texts = (*lines, *shown.labels)
    yield from chain.from_iterable(text_faults(text, language, said) for text in texts)


def post_faults(
    shown: Shown, companies: Mapping[str, str], language: str, said: Collection[str]
) -> Iterator[str]:
    """What a text for robots and mail does wrong: it has a subject, and nothing can be tapped there."""
    subject, *lines = shown.text.splitlines()
    if not any(name in subject for name in companies.values()):
        yield f"the subject names no company: {subject}"
    if not lines or shown.buttons:
        yield f"no text, or buttons where there are none: {subject}"
    for text in (subject, *lines):
        if _TAPPED.search(_without(text, said)):
            yield f"nothing can be tapped there: {text}"
        yield from text_faults(text, language, said)


def text_faults(text: str, language: str, said: Collection[str]) -> Iterator[str]:
    """What any text for people does wrong."""
    ours = _without(text, said)
    if "{" in ours or "}" in ours:
        yield f"not filled in: {text}"
    if _CODES.search(ours):
        yield f"a code on the screen: {text}"
    if language == "en" and _CHINESE.search(_without(ours, _BOTH_LANGUAGES)):
        yield f"Chinese in an English message: {text}"


def toast_faults(text: str, language: str, said: Collection[str]) -> Iterator[str]:
    """A toast is a line; the messenger cuts a longer one."""
    if len(text) > LONGEST_TOAST:
        yield f"a toast of {len(text)} characters"
    yield from text_faults(text, language, said)


def _unnamed(
    lines: list[str], buttons: list[Button], companies: Mapping[str, str]
) -> Iterator[str]:
    """A card about one company says which in its first line; a list says it on each line."""
    meant = [company for button in buttons for company in _company(button, companies)]
    if len(set(meant)) != 1:
        return
    name = companies[meant[0]]
    is_list = len(meant) > 1 and sum(name in line for line in lines) >= len(meant)
    if name not in lines[0] and not is_list:
        yield f"the company's name is not on the first line: {lines[0]}"


def _company(button: Button, companies: Mapping[str, str]) -> Iterator[str]:
    to = decode(button.data) if isinstance(button, Press) else None
    if to is not None and to.verb not in _OPENS_A_COMPANY and to.args and to.args[0] in companies:
        yield to.args[0]


def _label_faults(buttons: list[Button]) -> Iterator[str]:
    for button in buttons:
        if len(button.label) > LONGEST_LABEL:
            yield f"a label of {len(button.label)} characters: {button.label}"
        if isinstance(button, Press) and len(button.data.encode()) > LONGEST:
            yield f"a button with {len(button.data.encode())} bytes: {button.label}"


def _without(text: str, parts: Collection[str]) -> str:
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, "")
    return text

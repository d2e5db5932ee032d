"""One language for a process that says little and ends: a sentence is read when it is first said."""

import re
from collections.abc import Mapping
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import FluentParser

from messages.catalogue import FOLDER, SOURCE, TRADITIONAL, Catalogue
from messages.script import traditional

_SENTENCE = re.compile(r"^([a-z][\w-]*) *=.*\n(?:(?:[ }].*)?\n)*", re.MULTILINE)
"""It begins a line with its name; its other lines are set in, empty, or end a choice."""


def load_language(locale: str, folder: Path = FOLDER) -> Catalogue:
    """As `load_catalogue` has it, of sentences that were found sound there: nothing is checked."""
    written = SOURCE if locale == TRADITIONAL else locale
    texts: dict[str, str] = {}
    for path in (folder / written).glob("*.ftl"):
        texts |= _sentences(path.read_text(encoding="utf-8"))
    return Catalogue({locale: _ReadLater(locale, texts)}, folder)


def _sentences(text: str) -> dict[str, str]:
    return {found[1]: found[0] for found in _SENTENCE.finditer(text)}


class _ReadLater(FluentBundle):
    def __init__(self, locale: str, texts: Mapping[str, str]) -> None:
        super().__init__([locale], use_isolating=False)
        self._texts = texts

    def has_message(self, message_id: str) -> bool:
        return message_id in self._texts

    def get_message(self, message_id: str) -> Message:
        """LookupError if the language has none of that name."""
        if not super().has_message(message_id):
            text = self._texts[message_id]
            text = traditional(text) if self.locales == [TRADITIONAL] else text
            self.add_resource(FluentParser(with_spans=False).parse(text))
        return super().get_message(message_id)

"""Reading parse_mode HTML as Telegram does: text, entities counted in UTF-16 units, its errors."""

import re
import sys
from dataclasses import dataclass, field
from typing import NoReturn

from localchat.wire import Wire, refuse, utf16_units

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
SURROGATES = range(0xD800, 0xE000)
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_REFERENCE = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_MARK = re.compile(r"[<&]")
_START = re.compile(r"<([^\s>]*)")
_END = re.compile(r"</([^\s>]*)\s*")
_ATTRIBUTE = re.compile(r"\s*([^\s=>/\"']+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+))?)?")
_CLOSE = re.compile(r"\s*>")
_LINK = re.compile(r"(?:https?://|tg://)?[^\s/:.]+[^\s]*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text without its tags, and the entities that stood in them."""

    text: str
    entities: list[Wire]


def parse_html(source: str) -> Formatted:
    """Text and entities of a source in parse_mode HTML; raises ApiError 400 for bad HTML."""
    if not _MARK.search(source):
        return trimmed(Formatted(source, []))
    return trimmed(_Reading(source).run())


def trimmed(whole: Formatted) -> Formatted:
    """Without white space at both ends, and without entities that hold nothing."""
    text = whole.text.strip()
    front = utf16_units(whole.text) - utf16_units(whole.text.lstrip())
    length = utf16_units(text)
    clipped = (_clip(entity, front, length) for entity in whole.entities)
    kept = [entity for entity in clipped if entity["length"] > 0]
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(text, kept)


def _clip(entity: Wire, front: int, length: int) -> Wire:
    start = max(0, entity["offset"] - front)
    end = min(length, entity["offset"] + entity["length"] - front)
    return {**entity, "offset": start, "length": end - start}


def _unescaped(text: str) -> str:
    return _REFERENCE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    is_character = 0 < code <= sys.maxunicode and code not in SURROGATES
    return chr(code) if is_character else found.group()


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end: where it began, in the source (byte) and in the text."""

    tag: str
    attributes: dict[str, str]
    unit: int
    piece: int


@dataclass(slots=True)
class _Reading:
    """One pass over a source; `at` is the place in it, `units` the length of the text so far."""

    source: str
    at: int = 0
    units: int = 0
    pieces: list[str] = field(default_factory=list)
    tags: list[_Open] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def run(self) -> Formatted:
        while mark := _MARK.search(self.source, self.at):
            self._take(self.source[self.at : mark.start()])
            self.at = mark.start()
            self._step()
        self._take(self.source[self.at :])
        if self.tags:
            _cannot(f'Can\'t find end tag corresponding to start tag "{self.tags[-1].tag}"')
        return Formatted("".join(self.pieces), self.entities)

    def _step(self) -> None:
        if self.source[self.at] == "&":
            self._reference()
        elif self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _take(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.units += utf16_units(text)

    def _reference(self) -> None:
        found = _REFERENCE.match(self.source, self.at)
        self._take(_character(found) if found else "&")
        self.at = found.end() if found else self.at + 1

    def _byte(self) -> int:
        return len(self.source[: self.at].encode())

    def _start_tag(self) -> None:
        name = _START.match(self.source, self.at)
        if name is None or name.end() == len(self.source):
            _cannot(f"Unclosed start tag at byte offset {self._byte()}")
        tag = name.group(1).lower()
        if tag not in KINDS:
            _cannot(f'Unsupported start tag "{tag}" at byte offset {self._byte()}')
        attributes, after = self._attributes(tag, name.end())
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte()}')
        self.tags.append(_Open(tag, attributes, self.units, len(self.pieces)))
        self.at = after

    def _attributes(self, tag: str, at: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while not (close := _CLOSE.match(self.source, at)):
            found = _ATTRIBUTE.match(self.source, at)
            if not self.source[at:].strip():
                _cannot(f'Unclosed start tag "{tag}" at byte offset {self._byte()}')
            if found is None:
                why = f'Empty attribute name in the tag "{tag}" at byte offset {self._byte()}'
                _cannot(why)
            value = next((group for group in found.groups()[1:] if group is not None), "")
            attributes[found.group(1).lower()] = _unescaped(value)
            at = found.end()
        return attributes, close.end()

    def _end_tag(self) -> None:
        if not self.tags:
            _cannot(f"Unexpected end tag at byte offset {self._byte()}")
        found = _END.match(self.source, self.at)
        if found is None or not self.source.startswith(">", found.end()):
            _cannot(f"Unclosed end tag at byte offset {self._byte()}")
        opened, name = self.tags[-1], found.group(1).lower()
        if name not in ("", opened.tag):
            why = f"Unmatched end tag at byte offset {self._byte()}, "
            _cannot(f'{why}expected "</{opened.tag}>", found "</{name}>"')
        self.tags.pop()
        self._close(opened)
        self.at = found.end() + 1

    def _close(self, opened: _Open) -> None:
        entity: Wire = {
            "type": KINDS[opened.tag],
            "offset": opened.unit,
            "length": self.units - opened.unit,
        }
        match opened.tag:
            case "a":
                self._close_link(opened, entity)
            case "code":
                self._close_code(opened, entity)
            case "blockquote" if "expandable" in opened.attributes:
                self.entities.append({**entity, "type": "expandable_blockquote"})
            case _:
                self.entities.append(entity)

    def _close_link(self, opened: _Open, entity: Wire) -> None:
        """Where a link leads nowhere, Telegram shows plain text."""
        url = opened.attributes.get("href") or "".join(self.pieces[opened.piece :])
        if _LINK.match(url):
            self.entities.append({**entity, "url": url if "://" in url else f"http://{url}"})

    def _close_code(self, opened: _Open, entity: Wire) -> None:
        """Code that names a language and fills a pre gives the pre its language."""
        language = opened.attributes.get("class", "")
        outer = self.tags[-1] if self.tags else None
        if not outer or outer.tag != "pre" or not language.startswith("language-"):
            self.entities.append(entity)
            return
        self.entities.append({**entity, "type": "pre", "language": language[9:]})
        outer.unit = self.units


def _cannot(why: str) -> NoReturn:
    refuse(f"can't parse entities: {why}")

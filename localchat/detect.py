"""Finding what Telegram finds in a text by itself: commands, links, mentions, mail addresses."""

import re

from localchat.entities import Formatted
from localchat.wire import Wire, utf16_units

_FOUND = re.compile(
    r"(?P<url>(?:https?://|\bt\.me/)[^\s<>\"，。；！？、（）【】《》「」]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/@.])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w/@.])(?P<mention>@[A-Za-z]\w{3,31})\b",
)
_MAY_HOLD = re.compile(r"[/@]")
_CLOSED = frozenset({"code", "pre", "text_link"})


def detected(whole: Formatted) -> Formatted:
    """The same text with the entities Telegram adds by itself, outside code and links."""
    if not _MAY_HOLD.search(whole.text):
        return whole
    closed = [entity for entity in whole.entities if entity["type"] in _CLOSED]
    found = [_entity(match) for match in _FOUND.finditer(whole.text)]
    added = [entity for entity in found if not any(_overlap(entity, other) for other in closed)]
    everything = [*whole.entities, *added]
    everything.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(whole.text, everything)


def _entity(match: re.Match[str]) -> Wire:
    return {
        "type": match.lastgroup,
        "offset": utf16_units(match.string[: match.start()]),
        "length": utf16_units(match.group()),
    }


def _overlap(one: Wire, other: Wire) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"],
    )

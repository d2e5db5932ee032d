"""Secrets inside an update (of invitations, calendar feeds, robots, people): taken out as soon as it is done.

Whoever opens a link sends its secret, and the messenger repeats it with every press under the card
that shows the link. An update that is still to be worked on keeps it: it is what has to be done.
"""

import json
import re
from collections.abc import Callable
from functools import partial

MARK = "***"

_SECRET = re.compile(r"(start(?:@\w+)?(?:%3d|\\u\w{4}|\\.|[\s=])+i)[\w-]{16,}", re.IGNORECASE)
"""`/start i…` as it is typed, and `start=i…` as it stands in links, escaped as JSON or in a URL.

Ours have 30 signs (chat/talks/team.py); no word of a sentence is as long as half of that.
"""
_FEED = re.compile(r"(feed(?:%2f|\\u\w{4}|\\?/))[\w-]{16,}", re.IGNORECASE)
"""The private address of a calendar, sent on or quoted in a reply (gateway/web.py)."""

_ROBOT = re.compile(
    r"((?:\bkey|access_token)(?:%3d|\\u\w{4}|=)|hook(?:%2f|\\u\w{4}|\\?/)|\bSEC)[\w-]{20,}",
    re.IGNORECASE,
)
"""The key in a robot's webhook, and what it signs with (workflow/channels.py)."""


def without_secrets(body: str) -> str:
    """The update with a mark in the place of each secret; the very same text if it holds none."""
    for secret in (_SECRET, _FEED, _ROBOT):
        body = secret.sub(rf"\g<1>{MARK}", body)
    return body


_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
"""A text of the update as JSON writes it, whatever it is the text of."""


def blanked(body: str, is_secret: Callable[[str], bool]) -> str:
    """The update with a mark in the place of each whole text that is secret.

    Texts that are quoted in it, or stand in captions and names of files, are texts like others.
    """
    return _TEXT.sub(partial(_blanked, is_secret), body)


def _blanked(is_secret: Callable[[str], bool], written: re.Match[str]) -> str:
    try:
        text = json.loads(written[0])
    except ValueError:
        text = written[0]
    return f'"{MARK}"' if is_secret(text) else written[0]

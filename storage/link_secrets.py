"""Secrets inside an update (of invitations, calendar feeds, robots): taken out as soon as the update is done.

Whoever opens a link sends its secret, and the messenger repeats it with every press under the card
that shows the link. An update that is still to be worked on keeps it: it is what has to be done.
"""

import re

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

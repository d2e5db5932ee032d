"""The same facts as plain text, for robots and mail: they make sense to whoever has no Telegram."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from chat.session import Session
from messages.say import Fact, Listed, say
from workflow.assigning import crew_of
from workflow.model import Company
from workflow.reminders import Recipient

_TAG = re.compile(r"</?(?:b|i|s|code|pre)>")
"""All the markup that a catalogue may hold."""
NAMED = 2


@dataclass(frozen=True, slots=True)
class Plain:
    """A text for a channel that knows no buttons; the subject is one line."""

    subject: str
    text: str


def plain_digest(
    s: Session, companies: Sequence[Company], lines: Sequence[Fact], to: Recipient
) -> Plain:
    """The lines, and to whom one turns who cannot open the bot."""
    first = companies[0].name
    subject = say("digest-subject", company=first, count=len(companies))
    keepers = keepers_named(companies, to)
    how = say("digest-how", who=Listed(keepers)) if keepers else say("digest-how-alone")
    text = "\n".join(plain(s, line) for line in (*lines, how))
    return Plain(plain(s, subject), text)


def plain(s: Session, fact: Fact) -> str:
    """The fact without markup, as it would be typed."""
    shown = html.unescape(_TAG.sub("", s.wording.html(fact)))
    return shown.replace("\N{NON-BREAKING HYPHEN}", "-")


def keepers_named(companies: Sequence[Company], to: Recipient) -> tuple[str, ...]:
    """Who runs the work and can hand in for others, the first few; not the reader."""
    names = [
        each.name
        for company in companies
        for each in company.members
        if each.person in crew_of(company).keepers and Recipient(each.person) != to
    ]
    return tuple(dict.fromkeys(names))[:NAMED]

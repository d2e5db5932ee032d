"""Papers on the stage: handed in, and what is said and kept of them."""

from collections.abc import Sequence
from html import unescape

from chat.buttons import Verb
from chat.talk import Edit, Outgoing, Send, SendDocument, Toast
from tests.chat.stage import OURS, SEASON, WANG, Stage, button, sent
from workflow.events import Event
from workflow.ids import CompanyId
from workflow.model import Company

HERE = (OURS, SEASON)
PAPER = "account_custody"
OTHER = "security_regime"
SCREENSHOT = "login_screenshot"
INTERNAL = "consent_samples"
REPORT = "number_report"
"""Has two versions on the stage."""


def text(answer: Sequence[Outgoing]) -> str:
    shown = [each.message.html for each in answer if isinstance(each, Send | Edit)]
    return unescape("\n".join(shown)).replace("\N{NON-BREAKING HYPHEN}", "-")


def labels(answer: Sequence[Outgoing]) -> list[str]:
    cards = [each.message for each in answer if isinstance(each, Send | Edit)]
    return [one.label for card in cards for row in card.buttons for one in row]


def toast(answer: Sequence[Outgoing]) -> str:
    return next(each.text for each in answer if isinstance(each, Toast))


def documents(answer: Sequence[Outgoing]) -> list[str]:
    return [each.document.name for each in answer if isinstance(each, SendDocument)]


def ours(one: Stage) -> Company:
    return one.store.companies[CompanyId(OURS)]


def newest_event(one: Stage) -> Event:
    return one.store.trail[CompanyId(OURS)][-1]


def gives(one: Stage, key: str, name: str, content: bytes, caption: str = "") -> Sequence[Outgoing]:
    """王 opens the item and sends a file."""
    one.presses(WANG, button(Verb.ITEM, *HERE, key))
    return one.does(WANG, sent(name, content, caption))

"""「出处」 of a typed answer: one text says the source, the basis, the day."""

import re
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.file_notes import Answering
from chat.note import Asking
from chat.screens.item import item_card
from chat.screens.progress import headed
from chat.session import Case, Session
from messages.dates import Tense, UnderstoodDate, read_date
from messages.say import say
from workflow.given import Origin
from workflow.ids import ItemKey
from workflow.origins import origin_of, say_origin

_PARTING = re.compile(r"[;；|｜]")
_LABEL = re.compile(r"([^::]{1,8})[::](.*)")
MOST_PARTS = 3


def said(s: Session, case: Case, note: Asking, text: str) -> Replies:
    """The text came: noted as a new version of the answer, whose value stays."""
    key = ItemKey(note.subject)
    task = s.task(case, key)
    origin = _origin(s, text)
    if origin is None:
        cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
        return (Card((*headed(case, say("origin-unsure")), say("ask-origin")), (cancel,)),)
    s.keep(Answering(case.company.id, case.season.id, key))
    outcome = say_origin(case.company, case.season.id, case.pack, key, origin, by=s.doer)
    now = s.saved(case, outcome)
    lead = say("said-origin", title=task.item.title)
    return (item_card(s, now, s.task(now, key), lead=lead),)


def _origin(s: Session, text: str) -> Origin | None:
    """Source, basis and day in this order, a label before any of them; None where that fails."""
    parts = [part.strip() for part in _PARTING.split(text) if part.strip()]
    if not 1 <= len(parts) <= MOST_PARTS:
        return None
    words: dict[str, str] = {}
    day: date | None = None
    for part in parts:
        found = read_date(part, s.today, Tense.ANY) if len(parts) > 1 else None
        if isinstance(found, UnderstoodDate) and day is None:
            day = found.value
            continue
        name, told = _labelled(s, part)
        name = name or ("meaning" if "source" in words else "source")
        if name in words:
            return None
        words[name] = told
    return origin_of(words.get("source", ""), words.get("meaning", ""), day)


def _labelled(s: Session, part: str) -> tuple[str, str]:
    """「口径:合并」 says which it is; else the words alone."""
    found = _LABEL.fullmatch(part)
    if found is None:
        return "", part
    label, told = found[1].strip(), found[2].strip()
    if s.is_word("words-origin-labels", label):
        return "source", told
    return ("meaning", told) if s.is_word("words-meaning-labels", label) else ("", part)

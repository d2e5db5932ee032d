"""Papers sent back, explained, and used again from the year before."""

from chat.card import Handout, Replies, Toasted
from chat.file_notes import Answering
from chat.note import Asking
from chat.screens.done import done_card, said_back
from chat.screens.evidence import former_of, look_again_card
from chat.screens.item import item_card
from chat.session import Case, Session
from messages.say import say
from workflow.errors import NoSuchItem
from workflow.evidence import explain, file_of, reuse, sent_out
from workflow.model import Outcome


def download(s: Session, case: Case, key: str, version: int, index: int) -> Replies:
    """One file of one version, sent back; the record says to whom."""
    task = s.task(case, key)
    file = file_of(task.state, version, index)
    _note(s, sent_out(case.company, case.season, task.item.key, version, [file], s.doer))
    caption = say("download-caption", title=task.item.title, version=version)
    return (Toasted(say("toast-sending")), Handout(file, caption))


def _note(s: Session, sent: Outcome) -> None:
    """Keep what was sent, if there is anything new to keep."""
    if sent.events:
        s.save(sent)


def explained(s: Session, case: Case, note: Asking, reason: str) -> Replies:
    """The reason why a version replaced the one before came."""
    key = s.task(case, note.subject).item.key
    outcome = explain(case.company, case.season.id, case.pack, key, reason, by=s.doer)
    now = s.saved(case, outcome)
    s.keep(Answering(now.company.id, now.season.id, key))
    return (item_card(s, now, s.task(now, key), lead=say("said-explained", why=reason)),)


def look_again(s: Session, case: Case, key: str) -> Replies:
    """Last year's papers of an item, to be looked at before they are used again."""
    task = s.task(case, key)
    former = former_of(s, case, task)
    if former is None:
        raise NoSuchItem
    version, year = former.entry.version, str(former.season.year)
    item = task.item.key
    _note(s, sent_out(case.company, former.season, item, version, former.files, s.doer))
    caption = say("reuse-caption", title=task.item.title, year=year)
    papers = (Handout(file, caption) for file in former.files)
    return (Toasted(say("toast-sending")), *papers, look_again_card(case, task, former))


def used_again(s: Session, case: Case, key: str) -> Replies:
    """「看过了,沿用」: handed in for this year."""
    task = s.task(case, key)
    if former_of(s, case, task) is None:
        raise NoSuchItem
    outcome = reuse(case.company, case.season.id, case.pack, task.item.key, by=s.doer)
    now = s.saved(case, outcome)
    given = s.task(now, key)
    s.keep(Answering(now.company.id, now.season.id, key))
    return (done_card(s, now, given, said_back(given)),)

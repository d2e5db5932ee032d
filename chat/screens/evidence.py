"""What a card says and offers about the papers of an item: the same elsewhere, why, used again."""

from collections.abc import Iterator
from itertools import groupby, islice

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import heading
from chat.session import Case, Session
from messages.say import Fact, Listed, say
from workflow.assigning import may_hand_in
from workflow.checklist import Task, takes_files
from workflow.evidence import Former, doubles, last_years, may_explain
from workflow.given import FilesGiven
from workflow.permissions import Action, may
from workflow.scanned import scans_of

Row = tuple[Tap, ...]

SEASONS_SAID = 2
"""Of those that hold the same content, with this one: a card is short."""


def _here(case: Case, task: Task) -> tuple[str, str, str]:
    return case.company.id, case.season.id, task.item.key


def paper_lines(s: Session, case: Case, task: Task) -> Iterator[Fact]:
    """Of the newest version: why it replaced another, and where the same content stands too."""
    newest = task.newest
    if newest is None or not isinstance(newest.given, FilesGiven):
        return
    if newest.reason:
        yield say("evidence-reason", why=newest.reason)
    yield from islice(_same_lines(s, case, task, newest.given), SEASONS_SAID)


def _same_lines(s: Session, case: Case, task: Task, given: FilesGiven) -> Iterator[Fact]:
    """A line for each season in which it stands too, this one first."""
    twins = doubles(case.company, case.season, s.house.packs, task.item, given.files)
    along = {each.item.key for each, _ in scans_of(case.company, case.season, case.pack, task)}
    others = (x for x in twins if x.season.id != case.season.id or x.item.key not in along)
    seen = (each for each in others if s.sees(s.case_of(case.company, each.season), each.item))
    for season, those in groupby(seen, lambda twin: twin.season):
        titles = Listed(tuple(each.item.title for each in those))
        if season.id == case.season.id:
            yield say("evidence-same", titles=titles)
        else:
            report = _report(s.case_of(case.company, season))
            yield say("evidence-same-elsewhere", titles=titles, report=report)


def _report(case: Case) -> Fact:
    """Which report of the company it is."""
    told: dict[str, Fact] = {"year": str(case.season.year), "licence": case.pack.title}
    if not case.season.licence_no:
        return say("evidence-report", **told)
    return say("season-line", **told, number=case.season.licence_no)


def reason_row(s: Session, case: Case, task: Task) -> Row:
    """To say why one's own newest version replaced the one before."""
    if not may_explain(task.state, s.doer):
        return ()
    company, season, key = _here(case, task)
    label = say("tap-reason-again" if task.newest and task.newest.reason else "tap-reason")
    return (Tap(label, ref(Verb.ASK, company, season, "explain", key)),)


def located_row(s: Session, case: Case, task: Task) -> Row:
    """An internal matter need not be uploaded: the first choice is to say where it is kept."""
    if not task.item.sensitive or not task.is_owed or not _may_give(s, case, task):
        return ()
    company, season, key = _here(case, task)
    return (Tap(say("tap-located"), ref(Verb.ASK, company, season, "located", key)),)


def reuse_row(s: Session, case: Case, task: Task) -> Row:
    """What stood for the item the year before, where there is anything."""
    if not _may_give(s, case, task) or former_of(s, case, task) is None:
        return ()
    return (Tap(say("tap-reuse"), ref(Verb.REUSE, *_here(case, task))),)


def _may_give(s: Session, case: Case, task: Task) -> bool:
    allowed = may_hand_in(s.me.person, case.company, case.season, task.item)
    return allowed and takes_files(task.item)


def former_of(s: Session, case: Case, task: Task) -> Former | None:
    """The papers of the year before, if the speaker may see them too."""
    former = last_years(case.company, case.season, task.item)
    if former is None or not s.sees(s.case_of(case.company, former.season), task.item):
        return None
    return former


def record_row(s: Session, case: Case, task: Task) -> Row:
    """All that happened to the item."""
    if not may(s.me.person, Action.AUDIT, case.company):
        return ()
    return (Tap(say("tap-audit"), ref(Verb.AUDIT_ITEM, *_here(case, task), 0)),)


def look_again_card(case: Case, task: Task, former: Former) -> Card:
    """Below last year's papers: what to look for before they are used again."""
    line = say(
        "reuse-look",
        title=task.item.title,
        year=str(former.season.year),
        count=len(former.files),
    )
    sure = Tap(say("tap-reuse-sure"), ref(Verb.REUSE_SURE, *_here(case, task)))
    back = Tap(say("tap-item"), ref(Verb.ITEM, *_here(case, task)))
    # below the papers, not above them
    return Card((heading(case), line), ((sure,), (back,)), fresh=True)

"""What a change did, said at once: against last year, findings raised and put right, papers wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.screens.finding import last_year
from chat.screens.finding_taps import judge_taps, upload_taps
from chat.screens.found import look_tap, papers_wanted, seen_findings
from chat.screens.matters import close_tap, closings, matter_name
from chat.session import Case, Session
from messages.findings import tell_message
from messages.say import Fact, Listed, Say, say
from workflow.checklist import Task
from workflow.figures import Figures
from workflow.findings import FindingState
from workflow.given import AnswerGiven
from workflow.judging import Finding
from workflow.pack import Item, NumberSpec
from workflow.rules import RuleKey

SHOWN = 3
"""Lines under what was said back; the rest is behind the button."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """Lines for under the said-back and the buttons of the first finding; empty where nothing came."""

    lines: tuple[Fact, ...] = ()
    rows: tuple[tuple[Tap, ...], ...] = ()

    def under(self, said: Fact) -> Fact:
        """The said-back with the most important line below it, where there is room for no more."""
        return say("said-and", said=said, more=self.lines[0]) if self.lines else said


NOTHING_CAME = Consequences()


def consequences(s: Session, before: Case, now: Case, task: Task | None = None) -> Consequences:
    """What came of going from the one to the other; `task` is what was handed in."""
    raised, fixed = _raised(s, before, now), _fixed(s, before, now)
    lines: list[Fact] = []
    if raised:
        lines.append(_raised_line(s, now, raised))
    if fixed:
        names = Listed(tuple(say("finding-number", number=each) for each in fixed))
        lines.append(say("after-fixed", findings=names))
    lines += _rested(s, before, now)
    lines += _last_year(now, task) if task is not None else []
    closing = closings(s, now, task) if task is not None and not task.is_owed else ()
    lines += [say("after-matter-paper", what=matter_name(each)) for each in closing]
    taps = tuple((close_tap(now, each),) for each in closing)
    rows = _rows(s, now, raised) if raised or not fixed else (_check_row(now),)
    return Consequences(tuple(lines[:SHOWN]), (*rows, *taps))


def counted(s: Session, before: Case, now: Case) -> Say | None:
    """「引出差异 2 项,消除 1 项」 of many changes at once; None where nothing came of them."""
    raised, fixed = _raised(s, before, now), _fixed(s, before, now)
    if len(raised) == 1 and not fixed:
        return _raised_line(s, now, raised)
    if not raised and not fixed:
        return None
    return say("after-many", raised=len(raised), fixed=len(fixed))


def _raised(s: Session, before: Case, now: Case) -> tuple[Finding, ...]:
    """Open now and not before: new, come again, or explained for figures that changed."""
    return tuple(
        each
        for each in seen_findings(s, now)
        if each.state is FindingState.OPEN and not _was_open(s, before, each.key)
    )


def _was_open(s: Session, before: Case, key: RuleKey) -> bool:
    """As it was written down; only where something was said of it are the rules asked again."""
    record = before.season.findings.get(key)
    if record is None or record.fixed is not None:
        return False
    if record.judgement is None:
        return True
    return any(
        each.key == key and each.state is FindingState.OPEN for each in s.overview(before).findings
    )


def _fixed(s: Session, before: Case, now: Case) -> tuple[int, ...]:
    """The numbers of those that fire no more."""
    known = before.season.findings
    return tuple(
        each.record.number
        for each in seen_findings(s, now)
        if each.record and each.state is FindingState.FIXED
        if each.key in known and known[each.key].fixed is None
    )


def _raised_line(s: Session, now: Case, raised: tuple[Finding, ...]) -> Say:
    first = raised[0]
    wanted = [each for each in papers_wanted(s, now, first) if each.is_owed]
    return say(
        "after-raised",
        mark=say(f"severity-mark-{first.severity}"),
        finding=say("finding-number", number=first.record.number if first.record else 0),
        message=tell_message(first.check, now.pack, s.wording),
        papers=_wanted(wanted) if wanted else "",
        more=len(raised) - 1,
    )


def _wanted(papers: Sequence[Task]) -> Say:
    """「,需要《人员去向说明》等 6 份材料」."""
    first = say("paper-named", title=papers[0].item.title)
    return say("after-papers", first=first, count=len(papers))


def _rested(s: Session, before: Case, now: Case) -> list[Fact]:
    """Papers that a change called for which stands no more: what was handed in is kept."""
    gone = before.season.triggered - now.season.triggered
    items = [
        item
        for item in now.pack.items
        if not gone.isdisjoint(item.opened_by)
        if now.season.triggered.isdisjoint(item.opened_by)
    ]
    seen = [say("paper-named", title=item.title) for item in items if s.sees(now, item)]
    return [say("after-rested", first=seen[0], count=len(seen))] if seen else []


def _last_year(now: Case, task: Task) -> list[Fact]:
    newest = task.newest
    if newest is None or not isinstance(newest.given, AnswerGiven):
        return []
    return _beside_last(now, task.item) if isinstance(task.item.spec, NumberSpec) else []


def _beside_last(now: Case, item: Item) -> list[Fact]:
    told = last_year(Figures(now.company, now.season, now.pack), item)
    return [] if told is None else [say("after-last-year", before=told)]


def _check_row(now: Case) -> tuple[Tap, ...]:
    """To what is still found: who put one right came from there as a rule."""
    return (Tap(say("tap-check"), ref(Verb.CHECK, now.company.id, now.season.id, 0)),)


def _rows(s: Session, now: Case, raised: tuple[Finding, ...]) -> tuple[tuple[Tap, ...], ...]:
    """To upload what is wanted now, to explain, and to all that was raised."""
    if not raised:
        return ()
    first, look = raised[0], look_tap(now, raised)
    explain = [each for each in judge_taps(s, now, first) if each.ref.verb is Verb.EXPLAIN_FINDING]
    return (*((tap,) for tap in upload_taps(s, now, first)[:1]), (*explain, look))

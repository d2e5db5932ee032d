"""预检: whether it can be filed, what was found, and what nobody could check for want of a figure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.events import event_lines
from chat.screens.finding_events import FINDING_KINDS
from chat.screens.found import finding_label, finding_line, finding_name, label, seen_findings
from chat.screens.progress import SCREEN_LINES, headed, heading, verdict
from chat.screens.steps import page_taps
from chat.screens.years import years_row
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.assigning import may_hand_in
from workflow.checklist import find_task
from workflow.checks import Verdict
from workflow.concerns import can_be_answered, wanted_inputs
from workflow.findings import FindingState
from workflow.ids import ItemKey
from workflow.judging import Finding
from workflow.pack import Item
from workflow.record import Sought
from workflow.rules import Severity, Year
from workflow.signing import waiting_for

A_PAGE = 5
INPUTS_A_PAGE = 6
EVENTS_SHOWN = 5
BROKEN = 2
"""Lines that the heading and a lead take beyond one."""


def check_card(s: Session, case: Case, page: int = 0, lead: Fact | None = None) -> Card:
    """「还不能报:差 6 项」 first, then how much was found, each finding a button."""
    view = s.overview(case)
    seen = seen_findings(s, case)
    lines = [*headed(case, lead), verdict(case, view)]
    lines.append(say("check-split", items=len(view.missing), findings=len(view.in_the_way)))
    lines += _counted(seen)
    verdicts = Counter(each.verdict for each in view.checks)
    unchecked = verdicts[Verdict.UNCHECKED]
    lines.append(_rules_line(verdicts))
    if len(view.findings) > len(seen):
        lines.append(say("check-internal", count=len(view.findings) - len(seen)))
    shown = seen[page * A_PAGE : (page + 1) * A_PAGE]
    lines += _told(s, case, shown)[: SCREEN_LINES - len(lines) - BROKEN]
    ids = (case.company.id, case.season.id)
    taps = tuple(
        (Tap(finding_label(s, case, each), ref(Verb.FINDING, *ids, each.key)),) for each in shown
    )
    turn = page_taps(page, len(seen), A_PAGE, lambda to: ref(Verb.CHECK, *ids, to))
    return Card(tuple(lines), (*taps, turn, *_ways_on(s, case, len(view.missing), unchecked)))


def _told(s: Session, case: Case, shown: Sequence[Finding]) -> list[Fact]:
    """What is wrong, with its figures: the buttons name where to look."""
    return [finding_line(s, case, each) for each in shown if each.state is not FindingState.FIXED]


def _rules_line(verdicts: Counter[Verdict]) -> Say:
    """How many passed; while most of them still lack their figures, that more quietly."""
    passed, unchecked = verdicts[Verdict.PASSED], verdicts[Verdict.UNCHECKED]
    if unchecked > passed + verdicts[Verdict.FIRED]:
        return say("check-rules-early", passed=passed)
    return say("check-rules", passed=passed, unchecked=unchecked)


def _counted(seen: Sequence[Finding]) -> list[Fact]:
    """How many stand open, by how grave they are, and what became of the others."""
    waiting = [each for each in seen if each.state is FindingState.OPEN or each.is_in_the_way]
    grave = Counter(each.severity for each in waiting)
    states = Counter(each.state for each in seen if each not in waiting)
    lines: list[Fact] = []
    if grave:
        kinds = tuple(_grave(each, grave[each]) for each in Severity if grave[each])
        lines.append(say("check-open", kinds=Listed(kinds)))
    if states:
        lines.append(
            say(
                "check-judged",
                explained=states[FindingState.EXPLAINED],
                accepted=states[FindingState.ACCEPTED],
                fixed=states[FindingState.FIXED],
            )
        )
    return lines or [say("check-nothing-found")]


def _grave(severity: Severity, count: int) -> Say:
    """「🔴 2(要改,或说明原因)」."""
    mark = say(f"severity-mark-{severity}")
    return say("check-severity", mark=mark, count=count, severity=say(f"severity-{severity}"))


def _ways_on(s: Session, case: Case, missing: int, unchecked: int) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    row = []
    if unchecked:
        row.append(Tap(say("tap-unchecked-list"), ref(Verb.UNCHECKED, *ids, 0)))
    if missing:
        row.append(Tap(say("tap-missing", count=missing), ref(Verb.MISSING, *ids, 0)))
    onward = [Tap(say("tap-status"), ref(Verb.STATUS, *ids))]
    if waiting_for(case.company, case.season, case.pack, s.me.person):
        onward.append(Tap(say("tap-signing-sign"), ref(Verb.SIGN_CARD, *ids)))
    return (tuple(row), tuple(onward))


def history_card(s: Session, case: Case, finding: Finding) -> Card:
    """What became of one finding, newest first."""
    sought = Sought(FINDING_KINDS, None, frozenset({case.season.id}), finding.key)
    lines: list[Fact] = [heading(case), finding_name(s, case, finding)]
    for event in s.work.events(case.company.id, EVENTS_SHOWN, 0, sought):
        lines += event_lines(s, case.company, event)
    here = (case.company.id, case.season.id, finding.key)
    return Card(tuple(lines), ((Tap(say("tap-finding"), ref(Verb.FINDING, *here)),),))


# --- what nobody could check -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lack:
    """What rules miss: this year's items with how many rules want each, and what lies elsewhere."""

    items: tuple[tuple[Item, int], ...]
    earlier: int
    """Figures of earlier years."""
    not_asked: int
    """Items that this season does not ask for, or not the speaker."""


def _lack(s: Session, case: Case) -> _Lack:
    unchecked = [each for each in s.overview(case).checks if each.verdict is Verdict.UNCHECKED]
    wants = Counter(lacking for check in unchecked for lacking in check.missing)
    mine: list[tuple[Item, int]] = []
    not_asked = 0
    for (key, year), count in wants.items():
        item = _asked_of_me(s, case, key) if year is Year.THIS else None
        if item is not None:
            mine.append((item, count))
        elif year is Year.THIS:
            not_asked += 1
    earlier = sum(year is not Year.THIS for _, year in wants)
    return _Lack(tuple(mine), earlier, not_asked)


def _asked_of_me(s: Session, case: Case, key: ItemKey) -> Item | None:
    if not can_be_answered(case.company, case.season, case.pack, key):
        return None
    item = find_task(case.company, case.season, case.pack, key).item
    return item if may_hand_in(s.me.person, case.company, case.season, item) else None


def unchecked_card(s: Session, case: Case, page: int, lead: Fact | None = None) -> Card:
    """What is 未检查, never passed: the inputs it lacks, each a button."""
    count = sum(each.verdict is Verdict.UNCHECKED for each in s.overview(case).checks)
    lack = _lack(s, case)
    shown = lack.items[page * INPUTS_A_PAGE : (page + 1) * INPUTS_A_PAGE]
    lines = [*headed(case, lead), say("unchecked-title", count=count)]
    lines += [say("unchecked-line", title=item.title, count=rules) for item, rules in shown]
    lines += [say("unchecked-earlier", count=lack.earlier)] if lack.earlier else []
    lines += [say("unchecked-not-asked", count=lack.not_asked)] if lack.not_asked else []
    ids = (case.company.id, case.season.id)
    taps = tuple((Tap(label(s, item.title), ref(Verb.ITEM, *ids, item.key)),) for item, _ in shown)
    size = len(lack.items)
    turn = page_taps(page, size, INPUTS_A_PAGE, lambda to: ref(Verb.UNCHECKED, *ids, to))
    fill = (Tap(say("tap-fill-inputs"), ref(Verb.FILL_INPUTS, *ids)),) if size else ()
    check = Tap(say("tap-check"), ref(Verb.CHECK, *ids, 0))
    years = years_row(s, case) if lack.earlier else ()
    return Card(tuple(lines), (*taps, turn, years, (*fill, check)))


def inputs(s: Session, case: Case) -> tuple[Item, ...]:
    """What the rules look at and the speaker may answer, in the order of the rules."""
    wanted = wanted_inputs(case.season, case.pack, s.overview(case).checks)
    me, company = s.me.person, case.company
    return tuple(each for each in wanted if may_hand_in(me, company, case.season, each))


def reason_card(s: Session, case: Case, finding: Finding, lead: Say, papers: int) -> Card:
    """Why it is so is asked, or why somebody answers for it; papers may come first."""
    here = (case.company.id, case.season.id, finding.key)
    lines: list[Fact] = [heading(case), finding_line(s, case, finding), lead]
    if papers:
        lines.append(say("finding-papers-wait", count=papers))
    return Card(tuple(lines), ((Tap(say("tap-finding"), ref(Verb.FINDING, *here)),),))

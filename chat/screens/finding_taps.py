"""Buttons of a finding: put it right, hand in its papers, say why, and on to the next."""

from chat.buttons import Ref, Verb, ref
from chat.card import Tap
from chat.screens.found import PAPERS_SHOWN, label, papers_wanted, seen_findings
from chat.screens.matters import finding_matter_taps
from chat.session import Case, Session
from messages.say import say
from workflow.assigning import may_hand_in
from workflow.checklist import Task, find_task, takes_files
from workflow.concerns import can_be_answered, may_put_right
from workflow.findings import FindingState
from workflow.judging import Finding
from workflow.pack import Item
from workflow.permissions import Action, may
from workflow.rules import Severity

ITEMS_SHOWN = 3


def finding_rows(s: Session, case: Case, finding: Finding) -> tuple[tuple[Tap, ...], ...]:
    """What can be done about it, then the ways on."""
    ids = (case.company.id, case.season.id)
    history = Tap(say("tap-history"), ref(Verb.FINDING_HISTORY, *ids, finding.key))
    check = Tap(say("tap-check"), ref(Verb.CHECK, *ids, 0))
    if finding.state is FindingState.FIXED:
        return (_turn(s, case, finding), (history, check))
    return (
        *((tap,) for tap in upload_taps(s, case, finding)),
        *((tap,) for tap in change_taps(s, case, finding)),
        judge_taps(s, case, finding),
        *((tap,) for tap in finding_matter_taps(s, case, finding.key)),
        _turn(s, case, finding),
        (history, check),
    )


def upload_taps(s: Session, case: Case, finding: Finding) -> tuple[Tap, ...]:
    """「📎 上传:人员去向说明」: to the papers it calls for that are still owed."""
    owed = (each for each in papers_wanted(s, case, finding) if each.is_owed)
    return tuple(
        Tap(label(s, say("tap-upload-paper", title=each.item.title)), _item(case, each.item))
        for each in owed
        if may_hand_in(s.me.person, case.company, case.season, each.item)
    )[:PAPERS_SHOWN]


def change_taps(s: Session, case: Case, finding: Finding) -> tuple[Tap, ...]:
    """「✏️ 修改:坐席总数」: to what puts it right, where the speaker may hand it in; a paper that is not there, 「上传」."""
    company, season, pack = case.company, case.season, case.pack
    keys = (
        each for each in finding.check.rule.items if can_be_answered(company, season, pack, each)
    )
    tasks = (find_task(company, season, pack, key) for key in keys)
    return tuple(
        Tap(label(s, say(_to_be_done(each), title=each.item.title)), _item(case, each.item))
        for each in tasks
        if may_hand_in(s.me.person, company, season, each.item)
    )[:ITEMS_SHOWN]


def _to_be_done(task: Task) -> str:
    lacks_paper = takes_files(task.item) and not task.state.live
    return "tap-upload-paper" if lacks_paper else "tap-change-item"


def _item(case: Case, item: Item) -> Ref:
    return ref(Verb.ITEM, case.company.id, case.season.id, item.key)


def judge_taps(s: Session, case: Case, finding: Finding) -> tuple[Tap, ...]:
    """说明, 接受, or what one said oneself taken back."""
    here = (case.company.id, case.season.id, finding.key)
    me, company = s.me.person, case.company
    taps = []
    if may_put_right(me, company, case.season, case.pack, finding.check.rule):
        taps.append(Tap(say("tap-explain-finding"), ref(Verb.EXPLAIN_FINDING, *here)))
    is_done = finding.severity is Severity.BLOCK or finding.state is FindingState.ACCEPTED
    if not is_done and may(me, Action.REVIEW, company):
        taps.append(Tap(say("tap-accept-finding"), ref(Verb.ACCEPT_FINDING, *here)))
    said = finding.record.judgement if finding.record else None
    if said is not None and said.by == me and finding.state is not FindingState.OPEN:
        taps.append(Tap(say("tap-retract-finding"), ref(Verb.RETRACT_FINDING, *here)))
    return tuple(taps)


def _turn(s: Session, case: Case, finding: Finding) -> tuple[Tap, ...]:
    """To the finding before and the one after, in the order of the list."""
    keys = [each.key for each in seen_findings(s, case)]
    place = keys.index(finding.key)
    ids = (case.company.id, case.season.id)
    taps = []
    if place > 0:
        taps.append(Tap(say("tap-finding-before"), ref(Verb.FINDING, *ids, keys[place - 1])))
    if place + 1 < len(keys):
        taps.append(Tap(say("tap-finding-after"), ref(Verb.FINDING, *ids, keys[place + 1])))
    return tuple(taps)

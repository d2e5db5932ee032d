"""Which findings somebody sees, what they are called, and which papers they call for."""

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.screens.finding_events import sees_rule
from chat.session import Case, Session
from messages.findings import tell_message
from messages.say import Fact, Say, say
from workflow.checklist import Task, find_task
from workflow.concerns import can_be_answered
from workflow.findings import FindingState
from workflow.ids import ItemKey
from workflow.judging import Finding

LONGEST_LABEL = 38
PAPERS_SHOWN = 2


def seen_findings(s: Session, case: Case) -> tuple[Finding, ...]:
    """Those the speaker may see: in the way first, then open, then what was said or put right."""
    seen = [each for each in s.overview(case).findings if sees_finding(s, case, each)]
    return tuple(sorted(seen, key=_rank))


def sees_finding(s: Session, case: Case, finding: Finding) -> bool:
    """Whether the speaker may see all that it looks at."""
    return sees_rule(s, case, finding.check.rule)


def _rank(finding: Finding) -> tuple[bool, bool, bool]:
    state = finding.state
    return (
        not finding.is_in_the_way,
        state is FindingState.FIXED,
        state is not FindingState.OPEN,
    )


def finding_name(s: Session, case: Case, finding: Finding) -> Say:
    """What is wrong while it stands; put right, by the rule that is kept again."""
    if finding.state is FindingState.FIXED:
        return say("finding-name", title=finding.check.rule.title, **_number(finding))
    return finding_line(s, case, finding)


def finding_label(s: Session, case: Case, finding: Finding) -> str:
    """「⛔ 差异 3:坐席总数」 on a button, by the figure to look at first: what is wrong stands above."""
    company, season, pack = case.company, case.season, case.pack
    keys = finding.check.rule.items
    asked = next((key for key in keys if can_be_answered(company, season, pack, key)), None)
    item = find_task(company, season, pack, asked).item if asked else None
    title = item.title if item else finding.check.rule.title
    return label(s, say("finding-label", title=title, **_number(finding)))


def finding_line(s: Session, case: Case, finding: Finding) -> Say:
    """「⛔ 差异 3:坐席总数 280 席,自营加外包是 260 席」: what is wrong, not what should be."""
    message = tell_message(finding.check, case.pack, s.wording)
    return say("finding-line", message=message, **_number(finding))


def finding_number(finding: Finding) -> Say:
    """「⛔ 差异 3」, where what is wrong stands below it."""
    return say("finding-marked", **_number(finding))


def _number(finding: Finding) -> dict[str, Fact]:
    number = finding.record.number if finding.record else 0
    return {"mark": finding_mark(finding), "number": number}


def finding_mark(finding: Finding) -> Say:
    """How grave it is while it stands; else what became of it."""
    if finding.state is FindingState.OPEN or finding.is_in_the_way:
        return say(f"severity-mark-{finding.severity}")
    return say(f"finding-mark-{finding.state}")


def papers_wanted(s: Session, case: Case, finding: Finding) -> tuple[Task, ...]:
    """The papers that a substantive change opened and the speaker may see, those still owed first."""
    keys = finding.check.rule.opens if finding.key in case.season.triggered else ()
    company, season, pack = case.company, case.season, case.pack
    open_now = (key for key in keys if can_be_answered(company, season, pack, key))
    tasks = s.seen(case, (find_task(company, season, pack, key) for key in open_now))
    return tuple(sorted(tasks, key=lambda task: not task.is_owed))


def look_taps(s: Session, case: Case, key: ItemKey) -> tuple[Tap, ...]:
    """「🔎 看差异」: from an item back to what stands on its figure, or calls for this paper."""
    standing = [
        each
        for each in seen_findings(s, case)
        if each.state is not FindingState.FIXED and _concerns(case, each, key)
    ]
    return (look_tap(case, tuple(standing)),) if standing else ()


def look_tap(case: Case, found: tuple[Finding, ...]) -> Tap:
    """To the one finding, or to the list where there are several."""
    ids = (case.company.id, case.season.id)
    if len(found) == 1:
        return Tap(say("tap-look-finding"), ref(Verb.FINDING, *ids, found[0].key))
    return Tap(say("tap-look-findings", count=len(found)), ref(Verb.CHECK, *ids, 0))


def _concerns(case: Case, finding: Finding, key: ItemKey) -> bool:
    rule = finding.check.rule
    return key in rule.items or (key in rule.opens and finding.key in case.season.triggered)


def label(s: Session, fact: Fact) -> str:
    """As a button holds it: a longer one is cut."""
    told = s.wording.plain(fact)
    return told if len(told) <= LONGEST_LABEL else f"{told[: LONGEST_LABEL - 1]}…"

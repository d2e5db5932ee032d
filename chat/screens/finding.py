"""One finding on a card: the figures, the rule, whose it is, what was said of it, and what to do."""

from collections.abc import Iterator

from chat.card import Card
from chat.screens.finding_taps import ITEMS_SHOWN, finding_rows
from chat.screens.found import PAPERS_SHOWN, finding_name, finding_number, papers_wanted
from chat.screens.matters import finding_matters
from chat.screens.progress import headed, name_of
from chat.screens.team import department_name, role_name
from chat.session import Case, Session
from messages.findings import tell_change, tell_message, tell_reason
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_value
from workflow.assigning import owner_of
from workflow.basis import Basis, Standing
from workflow.checklist import Task, find_task
from workflow.concerns import can_be_answered
from workflow.figures import Figures
from workflow.findings import FindingState, Judgement
from workflow.given import Number
from workflow.ids import ItemKey
from workflow.judging import Finding
from workflow.pack import Item, NumberSpec
from workflow.permissions import TABLE, Action
from workflow.rules import Year

LINES = 12


def finding_card(s: Session, case: Case, finding: Finding, lead: Fact | None = None) -> Card:
    """All that is known of it on one screen."""
    top: list[Fact] = [*headed(case, lead), *_what(s, case, finding)]
    below = [*_rule_lines(s, case, finding), *_state_lines(s, case, finding)]
    below += finding_matters(s, case, finding.key)
    room = LINES - len(top) - len(below) - (lead is not None)
    figures = list(_figure_lines(s, case, finding))[: max(room, 0)]
    return Card((*top, *figures, *below), finding_rows(s, case, finding))


def _what(s: Session, case: Case, finding: Finding) -> Iterator[Fact]:
    """What is wrong, below what is to be done about it; put right, only the rule that is kept."""
    if finding.state is FindingState.FIXED:
        yield say("finding-title-settled", name=finding_name(s, case, finding))
        return
    name = finding_number(finding)
    if finding.state is FindingState.OPEN or finding.is_in_the_way:
        yield say("finding-title", name=name, severity=say(f"severity-{finding.severity}"))
    else:
        yield say("finding-title-settled", name=name)
    yield tell_message(finding.check, case.pack, s.wording)


# --- the figures ------------------------------------------------------------------------


def _figure_lines(s: Session, case: Case, finding: Finding) -> Iterator[Say]:
    """「坐席总数:280 席(去年 400 席,−30.0 %)」."""
    figures = Figures(case.company, case.season, case.pack)
    for key in finding.check.rule.items[:ITEMS_SHOWN]:
        item = asked_item(case, key)
        if item is not None and s.sees(case, item):
            yield figure_line(figures, item)


def figure_line(figures: Figures, item: Item) -> Say:
    """What stands for the item this year, beside last year's where that is known."""
    value = figures.value(item.key)
    now = tell_value(value, item.spec) if value is not None else say("value-empty")
    before = last_year(figures, item)
    if before is None:
        return say("finding-figure", title=item.title, now=now)
    return say("finding-figure-last", title=item.title, now=now, before=before)


def last_year(figures: Figures, item: Item) -> Fact | None:
    """「去年 400 席,−30.0 %」; None where last year is not known."""
    before = figures.value(item.key, Year.LAST)
    if before is None:
        return None
    told = tell_value(before, item.spec)
    change = _change(figures, item)
    if change is None:
        return say("last-year", before=told)
    return say("last-year-change", before=told, change=change)


def _change(figures: Figures, item: Item) -> Fact | None:
    now, before = figures.value(item.key), figures.value(item.key, Year.LAST)
    if not isinstance(item.spec, NumberSpec):
        return None
    if not isinstance(now, Number) or not isinstance(before, Number):
        return None
    return tell_change(now.value, before.value, item.spec)


def asked_item(case: Case, key: ItemKey) -> Item | None:
    """The item as the season has it, else as the pack does."""
    if can_be_answered(case.company, case.season, case.pack, key):
        return find_task(case.company, case.season, case.pack, key).item
    return case.pack.find(key)


# --- the rule, and what became of it ----------------------------------------------------


def _rule_lines(s: Session, case: Case, finding: Finding) -> Iterator[Fact]:
    rule = finding.check.rule
    yield say("finding-rule", rule=tell_reason(finding.check, case.pack, s.wording))
    if rule.also is not None:
        yield say("finding-also", text=rule.also)
    yield say(
        "finding-basis",
        standing=_standing(rule.basis),
        source=rule.basis.source or say("value-empty"),
        who=_whose(case, finding),
    )


def _standing(basis: Basis) -> Fact:
    """Of a practice that names its source no more is said than that it is not official."""
    is_named = basis.standing is Standing.PRACTICE and basis.source is not None
    return say("standing-practice-named" if is_named else f"standing-{basis.standing}")


def _whose(case: Case, finding: Finding) -> Fact:
    """Whose the likeliest item is: its owner, else its departments."""
    for key in finding.check.rule.items:
        item = asked_item(case, key)
        if item is None:
            continue
        owner = owner_of(case.company, case.season, item)
        if owner is not None:
            return name_of(case, owner)
        if item.departments:
            return Listed(tuple(department_name(each) for each in item.departments))
    return say("missing-nobody")


def _state_lines(s: Session, case: Case, finding: Finding) -> Iterator[Fact]:
    record = finding.record
    if record is None:
        yield say("finding-new")
        return
    if finding.state is FindingState.FIXED and record.fixed and record.fixed_by:
        yield say("finding-fixed", at=record.fixed, who=name_of(case, record.fixed_by))
    else:
        raised = name_of(case, record.by)
        yield say(f"finding-{finding.state}", at=record.raised, who=raised)
    if record.judgement is not None:
        yield said_line(case, finding, record.judgement)
    wanted = papers_wanted(s, case, finding)
    if wanted:
        yield say(
            "finding-papers",
            papers=Listed(tuple(_paper(each) for each in wanted[:PAPERS_SHOWN])),
            more=max(len(wanted) - PAPERS_SHOWN, 0),
        )


def _paper(task: Task) -> Say:
    return say(
        "finding-paper-open" if task.is_owed else "finding-paper-here", title=task.item.title
    )


def said_line(case: Case, finding: Finding, said: Judgement) -> Say:
    """Who said what of it and as what; struck through where the figures are others by now."""
    name = "finding-accepted-by" if said.accepted else "finding-explained-by"
    is_stale = finding.state is FindingState.OPEN
    told = say(
        name,
        who=_with_role(case, said),
        at=said.at,
        why=said.reason,
        papers=len(said.evidence),
    )
    return say("finding-said-stale", said=told) if is_stale else told


def _with_role(case: Case, said: Judgement) -> Fact:
    """王经理(合规负责人), as what they said it, whatever they are by now."""
    names = tuple(role_name(each) for each in said.roles if Action.HAND_IN_MINE in TABLE[each])
    who = name_of(case, said.by)
    return say("who-as", who=who, role=Listed(names)) if names else who

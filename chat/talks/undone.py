"""撤销 said back: what was taken back by its name, on the card where it can be done again."""

from datetime import date

from chat.card import Replies
from chat.screens.authority import finding_name
from chat.screens.consequences import consequences
from chat.screens.filings import fact_name
from chat.screens.finding_events import rule_of, sees_rule
from chat.screens.form_line import form_told
from chat.screens.matters import OF_MATTERS, matter_name
from chat.screens.progress import status_card
from chat.screens.publicity import publicity_card
from chat.screens.sign_scans import several_withdrawn
from chat.session import Case, Session
from chat.talks import authority, transcribing
from messages.say import Fact, ShortDay, say
from workflow.authority import matter_of
from workflow.checklist import known_items, season_of
from workflow.events import Event, EventKind
from workflow.ids import ItemKey, MilestoneKey
from workflow.milestones import milestones_of
from workflow.model import FilingFact, Outcome
from workflow.rules import RuleKey
from workflow.transcribing import line_key

_OF_LINES = frozenset({
    EventKind.NOT_TYPED_OVER, EventKind.SYSTEM_WITHDRAWN, EventKind.PLEDGE_RESTORED,
})  # fmt: skip
_OF_FORMS = frozenset({EventKind.FORM_NOT_SAVED, EventKind.READING_WITHDRAWN})


def said_undone(s: Session, case: Case, decided: Outcome) -> Replies:
    """The card of what is open again; 进度 with what came of it for all that has none."""
    event = decided.events[0]
    season = season_of(decided.company, event.season) if event.season else case.season
    now = s.case_of(decided.company, season)
    what = _undone(s, now, event, len(decided.events))
    if event.kind is EventKind.WITHDRAWN:
        what = several_withdrawn(what, decided.events)
    lead = say("said-undone", what=what)
    if event.kind in _OF_LINES:
        return transcribing.line(s, now, line_key(event), lead)
    if event.kind in _OF_FORMS:
        return transcribing.form(s, now, event.subject, 0, lead)
    if event.kind is EventKind.PUBLICITY_RESTORED:
        return (publicity_card(s, now, lead),)
    if event.kind is EventKind.MATTER_LINK_RESTORED:
        number = next(each.number for each in season.matters if each.step == event.subject)
        return authority.one(s, now, matter_of(season, number).number, lead)
    before = s.case_of(case.company, season_of(case.company, season.id))
    return (status_card(s, now, consequences(s, before, now).under(lead)),)


_NAMED = {
    EventKind.SYSTEM_WITHDRAWN: "undone-system",
    EventKind.FORM_NOT_SAVED: "undone-saved",
    EventKind.READING_WITHDRAWN: "undone-reading",
    EventKind.MATTER_LINK_RESTORED: "undone-link",
}


def _undone(s: Session, case: Case, event: Event, count: int) -> Fact:
    """What was taken back, by the name people know it under."""
    name = _name(s, case, event)
    if event.kind is EventKind.PUBLICITY_RESTORED:
        return say("undone-publicity", what=name, count=count)
    return say(_NAMED[event.kind], what=name) if event.kind in _NAMED else name


def _name(s: Session, case: Case, event: Event) -> Fact:
    if event.kind is EventKind.FILING_WITHDRAWN:
        return fact_name(FilingFact(event.subject))
    form = form_told(s, event)
    if form is not None:
        return form
    items = {item.key: item for item in known_items(case.season, case.pack)}
    if event.subject in items:
        item = items[ItemKey(event.subject)]
        return item.title if s.sees(case, item) else say("internal-matter")
    if event.kind is EventKind.FINDING_RETRACTED:
        rule = rule_of(case, event)
        is_seen = rule is None or sees_rule(s, case, rule)
        return finding_name(case, RuleKey(event.subject)) if is_seen else say("internal-matter")
    if event.kind in OF_MATTERS:
        return next(matter_name(m) for m in case.season.matters if m.step == event.subject)
    step = milestones_of(case.season, case.pack)[MilestoneKey(event.subject)].title
    if event.kind is EventKind.DUE_RESTORED:
        day = ShortDay(date.fromisoformat(event.new)) if event.new else say("due-none")
        return say("undone-due", step=step, day=day)
    return step

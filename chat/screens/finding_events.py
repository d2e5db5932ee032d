"""Events of findings in the record: which rule one is about, and who may know of it."""

from chat.session import Case, Session
from workflow.concerns import may_see_rule
from workflow.events import Event, EventKind
from workflow.rules import Rule

FINDING_KINDS = frozenset({
    EventKind.FINDING_RAISED, EventKind.FINDING_FIXED, EventKind.FINDING_EXPLAINED,
    EventKind.FINDING_ACCEPTED, EventKind.FINDING_RETRACTED,
})  # fmt: skip


def rule_of(case: Case | None, event: Event) -> Rule | None:
    """The rule whose finding it is about; None for any other event."""
    if case is None or event.kind not in FINDING_KINDS:
        return None
    return next((each for each in case.pack.rules if each.key == event.subject), None)


def sees_rule(s: Session, case: Case, rule: Rule) -> bool:
    """Whether the speaker may see all that it looks at."""
    return may_see_rule(s.me.person, case.company, case.season, case.pack, rule)

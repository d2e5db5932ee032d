"""/check, and what is said of findings: explained with papers, accepted by who may, taken back."""

from dataclasses import replace

from chat.card import Card, Replies
from chat.check_notes import Judging
from chat.screens.check import check_card, history_card, reason_card
from chat.screens.door import nothing_yet_card
from chat.screens.finding import finding_card, said_line
from chat.screens.found import seen_findings
from chat.session import Case, Session
from chat.talk import SentFile
from messages.say import Fact, Say, say
from workflow.errors import ReasonNeeded
from workflow.finding_errors import CannotBeAccepted, NoSuchFinding
from workflow.findings import FindingState
from workflow.judging import Finding, accept, explain, retract
from workflow.model import Outcome
from workflow.permissions import Action, require
from workflow.rules import RuleKey, Severity

MOST_PAPERS = 10


def check(s: Session) -> Replies:
    """/check: the season on the screen; where there is none, how to open one."""
    case = s.current()
    return (nothing_yet_card(s) if case is None else check_card(s, case),)


def found(s: Session, case: Case, key: str) -> Finding:
    """The finding of that rule; NoSuchFinding also where the speaker may not see it."""
    for each in seen_findings(s, case):
        if each.key == key:
            return each
    raise NoSuchFinding


def show(s: Session, case: Case, key: str, lead: Fact | None = None) -> Replies:
    """One finding; what was asked about one before is asked no more."""
    if isinstance(s.note, Judging):
        s.keep(None)
    return (finding_card(s, case, found(s, case, key), lead),)


def history(s: Session, case: Case, key: str) -> Replies:
    """What became of it."""
    return (history_card(s, case, found(s, case, key)),)


# --- asked ------------------------------------------------------------------------------


def begin_explain(s: Session, case: Case, key: str) -> Replies:
    """说明: ask why it is so."""
    require(s.me.person, Action.HAND_IN_MINE, case.company)
    finding = found(s, case, key)
    if finding.state is FindingState.FIXED:
        return show(s, case, key, say("finding-gone"))
    return _ask(s, case, Judging(case.company.id, case.season.id, finding.key), finding)


def begin_accept(s: Session, case: Case, key: str) -> Replies:
    """接受: ask why one answers for it."""
    require(s.me.person, Action.REVIEW, case.company)
    finding = found(s, case, key)
    match finding.state:
        case FindingState.FIXED:
            return show(s, case, key, say("finding-gone"))
        case FindingState.ACCEPTED:
            return show(s, case, key, say("finding-accepted-already"))
        case _ if finding.severity is Severity.BLOCK:
            raise CannotBeAccepted
    asked = Judging(case.company.id, case.season.id, finding.key, accepts=True)
    return _ask(s, case, asked, finding)


def _ask(
    s: Session, case: Case, note: Judging, finding: Finding, lead: Fact | None = None
) -> tuple[Card, ...]:
    """The question under what it is about, as it stands now: that is what the answer is for."""
    s.keep(replace(note, stands_on=finding.check.stands_on, said=_times_said(finding)))
    asked = say("finding-ask-accept" if note.accepts else "finding-ask-explain")
    told = asked if lead is None else say("finding-ask-again", lead=lead, asked=asked)
    return (reason_card(s, case, finding, told, len(note.files)),)


def _times_said(finding: Finding) -> int:
    record = finding.record
    return 0 if record is None or record.judgement is None else 1 + len(record.former)


def asked_again(s: Session, note: Judging, lead: Fact | None) -> tuple[Card, ...]:
    """The question that still waits; where nothing is left to say, what became of it."""
    case = s.case(note.company, note.season)
    finding = _standing(s, case, note)
    if finding is None:
        return _gone(s, case, note)
    return _ask(s, case, note, finding, lead)


def _standing(s: Session, case: Case, note: Judging) -> Finding | None:
    """What is asked about, unless it was put right meanwhile, or is not for the speaker any more."""
    for each in seen_findings(s, case):
        if each.key == note.rule and each.state is not FindingState.FIXED:
            return each
    return None


def _gone(s: Session, case: Case, note: Judging) -> tuple[Card, ...]:
    """It was put right while the reason was being written: nothing is asked any more."""
    s.keep(None)
    for each in seen_findings(s, case):
        if each.key == note.rule:
            return (finding_card(s, case, each, say("finding-gone")),)
    return (check_card(s, case, lead=Say(NoSuchFinding.sentence)),)


# --- answered ---------------------------------------------------------------------------


def typed(s: Session, note: Judging, text: str) -> Replies:
    """The reason came, for what was shown with the question; a thank-you is none."""
    case = s.case(note.company, note.season)
    finding = _standing(s, case, note)
    if finding is None:
        return _gone(s, case, note)
    if s.is_word("words-thanks", text):
        return _ask(s, case, note, finding, Say(ReasonNeeded.sentence))
    moved = _moved(case, note, finding)
    if moved is not None:
        return _ask(s, case, note, finding, moved)
    return _said(s, case, note, finding, text)


def _moved(case: Case, note: Judging, finding: Finding) -> Say | None:
    """What happened to it since the question: other figures, or another's word."""
    if finding.check.stands_on != note.stands_on:
        return say("finding-moved")
    said = finding.record.judgement if finding.record else None
    if said is None or _times_said(finding) == note.said:
        return None
    return say("finding-said-meanwhile", said=said_line(case, finding, said))


def _said(s: Session, case: Case, note: Judging, finding: Finding, text: str) -> Replies:
    key = finding.key
    if note.accepts:
        outcome = accept(case.company, case.season.id, case.pack, key, text, by=s.doer)
        return _judged(s, case, outcome, key, say("finding-said-accepted"))
    outcome = explain(
        case.company, case.season.id, case.pack, key, text, by=s.doer, evidence=note.files
    )
    is_block = finding.severity is Severity.BLOCK
    lead = say("finding-said-explained-block" if is_block else "finding-said-explained")
    return _judged(s, case, outcome, key, lead)


def _judged(s: Session, case: Case, outcome: Outcome, key: RuleKey, lead: Say) -> Replies:
    now = s.saved(case, outcome)
    s.keep(None)
    return show(s, now, key, lead)


def file_came(s: Session, note: Judging, sent: SentFile) -> Replies:
    """A paper for the explanation: it waits for the reason."""
    case = s.case(note.company, note.season)
    finding = _standing(s, case, note)
    if finding is None:
        return _gone(s, case, note)
    if note.accepts:
        return _ask(s, case, note, finding, say("finding-no-paper"))
    files = (*note.files, sent.file)[-MOST_PAPERS:]
    asked = _ask(s, case, replace(note, files=files), finding)
    return tuple(replace(each, slot=sent.album) for each in asked)


def take_back(s: Session, case: Case, key: str) -> Replies:
    """What one said oneself is taken back."""
    found(s, case, key)
    outcome = retract(case.company, case.season.id, RuleKey(key), by=s.doer)
    return _judged(s, case, outcome, RuleKey(key), say("finding-said-retracted"))

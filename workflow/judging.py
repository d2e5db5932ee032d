"""What becomes of findings: raised and fixed by what people hand in, explained, accepted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.checks import Check, Verdict, run
from workflow.concerns import may_put_right, may_see_rule
from workflow.errors import NothingToUndo, ReasonNeeded, TooLong
from workflow.events import EventKind
from workflow.finding_errors import CannotBeAccepted, NoSuchFinding
from workflow.findings import FindingRecord, FindingState, Judgement
from workflow.given import FileRef
from workflow.ids import SeasonId
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.pack import Pack
from workflow.permissions import Action, member, require
from workflow.rules import RuleKey, Severity
from workflow.team_errors import NotYours
from workflow.text import tidied

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fires, or did: with what people said of it."""

    check: Check
    record: FindingRecord | None
    """None where it was not written down yet."""
    state: FindingState

    @property
    def key(self) -> RuleKey:
        """The rule's."""
        return self.check.rule.key

    @property
    def severity(self) -> Severity:
        """The rule's."""
        return self.check.rule.severity

    @property
    def is_in_the_way(self) -> bool:
        """Whether filing waits for it: a block that fires, an error nobody has explained."""
        if self.state is FindingState.FIXED:
            return False
        if self.severity is Severity.BLOCK:
            return True
        return self.severity is Severity.ERROR and self.state is FindingState.OPEN


_ORDER = list(Severity)


def findings(company: Company, season: Season, pack: Pack) -> tuple[Finding, ...]:
    """All that fires, the gravest first, then what was fixed; in the pack's order among equals."""
    return judged(season, run(company, season, pack))


def judged(season: Season, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """The same of checks that are at hand."""
    found = [_found(check, season.findings.get(check.rule.key)) for check in checks]
    known = [each for each in found if each is not None]
    return tuple(
        sorted(known, key=lambda f: (f.state is FindingState.FIXED, _ORDER.index(f.severity)))
    )


def _found(check: Check, record: FindingRecord | None) -> Finding | None:
    if check.verdict is Verdict.FIRED:
        return Finding(check, record, _state(check, record))
    if record is None:
        return None
    return Finding(check, record, FindingState.FIXED)


def _state(check: Check, record: FindingRecord | None) -> FindingState:
    judgement = record.judgement if record else None
    if judgement is None or judgement.stands_on != check.stands_on:
        return FindingState.OPEN
    return FindingState.ACCEPTED if judgement.accepted else FindingState.EXPLAINED


# --- raised and fixed -------------------------------------------------------------------


def settled(done: Outcome, pack_of: Callable[[Season], Pack], by: Doer) -> Outcome:
    """The outcome with what it does to findings written down, and papers opened or let rest.

    To be called once for what a person did, with all that they did in it.
    """
    for season in done.company.seasons:
        if season.lifecycle is Lifecycle.ACTIVE and pack_of(season).rules:
            done = done.then(_settled(done.company, season, pack_of(season), by))
    return done


def _settled(company: Company, season: Season, pack: Pack, by: Doer) -> Outcome:
    records, events = dict(season.findings), []
    checks = run(company, season, pack)
    for check in checks:
        key, record = check.rule.key, records.get(check.rule.key)
        fires = check.verdict is Verdict.FIRED
        if fires and (record is None or record.fixed):
            records[key] = _raised(record, len(records) + 1, by)
            events.append(Done(EventKind.FINDING_RAISED, season=season, subject=key))
        elif not fires and record is not None and record.fixed is None:
            records[key] = replace(record, fixed=by.at, fixed_by=by.person)
            events.append(Done(EventKind.FINDING_FIXED, season=season, subject=key))
    triggered = frozenset(
        each.rule.key for each in checks if each.rule.opens and each.verdict is Verdict.FIRED
    )
    if not events and triggered == season.triggered:
        return Outcome(company, ())
    changed = replace(season, findings=records, triggered=triggered)
    return outcome(with_season(company, changed), by, *events)


def _raised(before: FindingRecord | None, number: int, by: Doer) -> FindingRecord:
    if before is None:
        return FindingRecord(number, by.at, by.person)
    return FindingRecord(before.number, by.at, by.person, before.judgement, before.former)


# --- said -------------------------------------------------------------------------------


def explain(
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: RuleKey,
    reason: str,
    *,
    by: Doer,
    evidence: tuple[FileRef, ...] = (),
) -> Outcome:
    """说明: why it is so, by who may put it right. ReasonNeeded, TooLong, NoSuchFinding, NotAllowed."""
    require(by.person, Action.HAND_IN_MINE, company)
    judgement = _judgement(reason, by, accepted=False, evidence=evidence)
    case, finding = _standing(company, season, pack, key, by)
    if not may_put_right(by.person, company, case, pack, finding.check.rule):
        raise NotYours
    return _judged(company, case, finding, judgement, by)


def accept(
    company: Company, season: SeasonId, pack: Pack, key: RuleKey, reason: str, *, by: Doer
) -> Outcome:
    """接受: somebody answers for it. CannotBeAccepted for a block, else as `explain`."""
    require(by.person, Action.REVIEW, company)
    judgement = _judgement(reason, by, accepted=True)
    case, finding = _standing(company, season, pack, key, by)
    if finding.severity is Severity.BLOCK:
        raise CannotBeAccepted
    return _judged(company, case, finding, judgement, by)


def retract(company: Company, season: SeasonId, key: RuleKey, *, by: Doer) -> Outcome:
    """Take back what one said last of it: what was said before holds again. NothingToUndo."""
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    record = case.findings.get(key)
    said = record.judgement if record else None
    if record is None or said is None or said.by != by.person:
        raise NothingToUndo
    before = record.former[-1] if record.former else None
    changed = replace(record, judgement=before, former=record.former[:-1])
    done = Done(EventKind.FINDING_RETRACTED, season=case, subject=key, old=said.reason)
    return outcome(with_season(company, _with_record(case, key, changed)), by, done)


def _judgement(
    reason: str, by: Doer, *, accepted: bool, evidence: tuple[FileRef, ...] = ()
) -> Judgement:
    reason = tidied(reason)
    if not any(each.isalnum() for each in reason):
        raise ReasonNeeded
    if len(reason) > LONGEST_REASON:
        raise TooLong(longest=LONGEST_REASON)
    return Judgement(accepted, by.person, by.at, reason, "", evidence)


def _standing(
    company: Company, season: SeasonId, pack: Pack, key: RuleKey, by: Doer
) -> tuple[Season, Finding]:
    """The finding that stands, if the person may see it."""
    case = season_of(company, season)
    require_active(company, case)
    found = {each.key: each for each in findings(company, case, pack)}
    if key not in found or found[key].state is FindingState.FIXED:
        raise NoSuchFinding
    if not may_see_rule(by.person, company, case, pack, found[key].check.rule):
        raise NoSuchFinding
    return case, found[key]


def _judged(company: Company, case: Season, finding: Finding, said: Judgement, by: Doer) -> Outcome:
    record = finding.record or FindingRecord(len(case.findings) + 1, by.at, by.person)
    roles = member(by.person, company).roles
    said = replace(said, stands_on=finding.check.stands_on, roles=roles)
    former = (*record.former, record.judgement) if record.judgement else record.former
    changed = _with_record(case, finding.key, replace(record, judgement=said, former=former))
    done = Done(
        EventKind.FINDING_ACCEPTED if said.accepted else EventKind.FINDING_EXPLAINED,
        season=case,
        subject=finding.key,
        why=said.reason,
        digests=tuple(file.sha256 for file in said.evidence),
    )
    return outcome(with_season(company, changed), by, done)


def _with_record(case: Season, key: RuleKey, record: FindingRecord) -> Season:
    return replace(case, findings={**case.findings, key: record})

"""What is being signed in a few lines: findings with their figures, or what changed since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chat.session import Case, Session
from messages.findings import tell_change, tell_message
from messages.say import Fact, Say, say
from messages.telling import tell_given, tell_value
from workflow.checks import Verdict, run
from workflow.concerns import may_see_rule
from workflow.content import Place, changed, content, marks_of, place_of, signed_items
from workflow.figures import Figures
from workflow.findings import FindingState
from workflow.given import Entry, Number, Value
from workflow.ids import ItemKey
from workflow.judging import Finding, findings
from workflow.pack import Item, NumberSpec
from workflow.rules import Rule, Severity, Year
from workflow.signatures import Seal

MARKS: Mapping[Severity, str] = {
    Severity.BLOCK: "⛔",
    Severity.ERROR: "🔴",
    Severity.WARN: "🟡",
    Severity.INFO: "▫️",
}


@dataclass(frozen=True, slots=True)
class Told:
    """Lines that may be shown, and how many are internal matters to this reader."""

    lines: tuple[Fact, ...]
    hidden: int = 0


# --- findings ---------------------------------------------------------------------------


def standing_findings(case: Case) -> tuple[Finding, ...]:
    """Those that fire: substantive changes first, then the gravest."""
    found = findings(case.company, case.season, case.pack)
    firing = [each for each in found if each.state is not FindingState.FIXED]
    return tuple(sorted(firing, key=lambda each: not each.check.rule.opens))


def reds(found: tuple[Finding, ...]) -> int:
    """What stands in the way of filing."""
    return sum(each.is_in_the_way for each in found)


def yellows(found: tuple[Finding, ...]) -> int:
    """What was explained or accepted, and what only warns."""
    shown = [each for each in found if each.severity is not Severity.INFO]
    return len(shown) - reds(found)


def unchecked(case: Case) -> int:
    """Rules that nobody could check, for want of a figure."""
    checks = run(case.company, case.season, case.pack)
    return sum(each.verdict is Verdict.UNCHECKED for each in checks)


def finding_lines(s: Session, case: Case, found: tuple[Finding, ...]) -> Told:
    """A line each, of those whose figures the reader may see."""
    lines = tuple(_finding_line(s, case, each) for each in found if _sees(s, case, each.check.rule))
    return Told(lines, len(found) - len(lines))


def _sees(s: Session, case: Case, rule: Rule) -> bool:
    """As the difference list: whatever it looks at, not only what puts it right."""
    return may_see_rule(s.me.person, case.company, case.season, case.pack, rule)


def _finding_line(s: Session, case: Case, finding: Finding) -> Say:
    """With its figure; where there is none, as of a paper that is not here, what is wrong in words."""
    state = say(f"signing-state-{finding.state}")
    figures = _figures(case, finding.check.rule)
    if figures is None:
        told = tell_message(finding.check, case.pack, s.wording)
        return say("signing-finding-told", mark=_mark(finding), message=told, state=state)
    title = finding.check.rule.title
    return say("signing-finding", mark=_mark(finding), title=title, figures=figures, state=state)


def _mark(finding: Finding) -> str:
    """Red for what counts as red: what was explained stands in nobody's way."""
    if finding.is_in_the_way or finding.severity is Severity.INFO:
        return MARKS[finding.severity]
    return MARKS[Severity.WARN]


def _figures(case: Case, rule: Rule) -> Fact | None:
    """The figure that can put it right, beside last year's where that is known."""
    items = (case.pack.find(key) for key in rule.items)
    first = next((item for item in items if item is not None), None)
    if first is None or Figures(case.company, case.season, case.pack).value(first.key) is None:
        return None
    return figure(case, first)


def figure(case: Case, item: Item) -> Fact:
    """What stands for an item, from what it was: 400 席 → 280 席(−30.0 %)."""
    figures = Figures(case.company, case.season, case.pack)
    now, before = figures.value(item.key), figures.value(item.key, Year.LAST)
    told = tell_value(now, item.spec) if now is not None else say("value-empty")
    if before is None or before == now:
        return told
    was = tell_value(before, item.spec)
    moved = _moved(now, before, item)
    if moved is None:
        return say("signing-from-to", old=was, new=told)
    return say("signing-moved", old=was, new=told, change=moved)


def _moved(now: Value | None, before: Value, item: Item) -> Fact | None:
    """By how much, as the difference list says it."""
    if not isinstance(now, Number) or not isinstance(before, Number):
        return None
    spec = item.spec
    return tell_change(now.value, before.value, spec) if isinstance(spec, NumberSpec) else None


# --- what changed since -----------------------------------------------------------------


def changes_since(s: Session, case: Case, seal: Seal) -> Told:
    """A line for each thing that says something else than when it was sealed."""
    now = marks_of(content(case.company, case.season, case.pack))
    keys = changed(seal.marks, now)
    lines = [_change(s, case, key, seal.marks.get(key, ""), now.get(key, "")) for key in keys]
    seen = tuple(line for line in lines if line is not None)
    return Told(seen, len(lines) - len(seen))


def _change(s: Session, case: Case, key: str, before: str, now: str) -> Fact | None:
    """None where the reader may not see it."""
    place = place_of(key)
    if place is None:
        return say("signing-case-changed")
    if place.rule is not None:
        return _finding_change(s, case, place, before, now)
    item = _item(case, place)
    if item is None or not s.sees(case, item):
        return None
    told = say(
        "signing-from-to",
        old=_then(case, item, place, before),
        new=_then(case, item, place, now),
    )
    return say("signing-change", title=_title(case, item, place), figures=told)


def _item(case: Case, place: Place) -> Item | None:
    known = {item.key: item for item in signed_items(case.season, case.pack)}
    key = place.item or ItemKey("")
    return known.get(key) or case.pack.find(key)


def _title(case: Case, item: Item, place: Place) -> Fact:
    if place.year is Year.THIS:
        return item.title
    year = case.season.year - (1 if place.year is Year.LAST else 2)
    return say("signing-of-year", title=item.title, year=str(year))


def _then(case: Case, item: Item, place: Place, mark: str) -> Fact:
    """What the entry of that version said; nothing where there was none."""
    entry = _entry(case, item, place, mark.partition(".")[0])
    return tell_given(entry.given, item) if entry else say("value-empty")


def _entry(case: Case, item: Item, place: Place, version: str) -> Entry | None:
    figures = Figures(case.company, case.season, case.pack)
    kept = figures.state(item.key, place.year).entries
    entries = kept or case.season.items.get(item.key, figures.state(item.key)).entries
    return next((each for each in entries if str(each.version) == version), None)


def _finding_change(s: Session, case: Case, place: Place, before: str, now: str) -> Fact | None:
    rule = next((each for each in case.pack.rules if each.key == place.rule), None)
    if rule is None or not _sees(s, case, rule):
        return None
    states = [_state(mark) for mark in (before, now)]
    told = say("signing-from-to", old=states[0], new=states[1])
    return say("signing-change", title=rule.title, figures=told)


def _state(mark: str) -> Fact:
    """How a finding stood; where there was none it did not fire."""
    state = mark.partition(".")[0]
    return say(f"signing-state-{state}") if state else say("signing-state-none")


# --- all of it --------------------------------------------------------------------------


def every_line(s: Session, case: Case) -> Iterator[Fact]:
    """All that is signed and that the reader may see: findings first, then the answers and papers."""
    told = finding_lines(s, case, standing_findings(case))
    hidden = told.hidden
    yield from told.lines
    for item in signed_items(case.season, case.pack):
        what = _what_stands(case, item)
        if what is not None and s.sees(case, item):
            yield say("signing-change", title=item.title, figures=what)
        hidden += what is not None and not s.sees(case, item)
    if hidden:
        yield say("internal-matters", count=hidden)


def _what_stands(case: Case, item: Item) -> Fact | None:
    figures = Figures(case.company, case.season, case.pack)
    if figures.value(item.key) is not None:
        return figure(case, item)
    state = figures.state(item.key)
    return tell_given(state.live[-1].given, item) if state.live else None

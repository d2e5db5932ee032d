"""服务质量: the figures of the year's service in three parts, what the logs give beside them."""

from collections.abc import Iterator

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed
from chat.screens.report import paper_tap
from chat.session import Case, Session
from messages.quality_words import ceiling_of, name_of_line, tell_figure
from messages.say import Fact, Listed, Say, say
from workflow.assigning import may_hand_in
from workflow.checklist import Task
from workflow.ids import ItemKey
from workflow.measures import Measure, Part
from workflow.papers import PaperKind
from workflow.quality import Line, Quality, as_seen, log_of, paper_of, quality

SHOWN_OFFERS = 3
"""Figures that can be taken with a button of their own."""
SHOWN_MISSING = 4
SCREEN_LINES = 12


def quality_of(s: Session, case: Case) -> Quality | None:
    """The figures that the speaker may see; None where the pack knows of no such report."""
    found = quality(case.company, case.season, case.pack)
    return None if found is None else as_seen(found, lambda item: s.sees(case, item))


def quality_tap(case: Case) -> Tap:
    """To the card."""
    return Tap(say("tap-quality"), ref(Verb.QUALITY, case.company.id, case.season.id))


def quality_card(s: Session, case: Case, found: Quality, lead: Fact | None = None) -> Card:
    """What stands in each part, where a log says something else, what is still missing."""
    lines = headed(case, lead)
    lines.append(say("quality-title", year=str(case.season.year)))
    lines += [_part_line(part, found) for part in Part]
    lines.append(_logs_line(case, found))
    last = [*_can_fill(found), *_ceiling(found), *_missing(found)]
    lines += _offers(found, SCREEN_LINES - len(lines) - len(last) - 1)  # the heading has two lines
    lines += last
    return Card(tuple(lines), (*_take_rows(s, case, found), *_log_rows(case), _paper_row(case)))


def _part_line(part: Part, found: Quality) -> Say:
    told = tuple(_figure(line) for line in found.parts[part] if line.shown is not None)
    figures: Fact = Listed(told) if told else say("quality-nothing")
    return say(f"quality-part-{part}", figures=figures)


def _figure(line: Line) -> Say:
    return say("quality-figure", name=name_of_line(line), value=tell_figure(line, line.shown))


def _logs_line(case: Case, found: Quality) -> Say:
    """Which logs there are; the others by name, as what could still come."""
    given = {source.item.key: source for source in found.logs}
    told = tuple(
        say("quality-log-given", title=given[key].item.title, version=given[key].entry.version)
        if key in given
        else say("quality-log-missing", title=case.pack.item(key).title)
        for key in found.spec.logs
    )
    return say("quality-logs", logs=Listed(told))


# --- what the logs give -----------------------------------------------------------------


def _offers(found: Quality, room: int) -> Iterator[Fact]:
    """Those that differ, as many as there is room for; the rest is counted."""
    differing = [line for line in found.lines if line.differs]
    shown = len(differing) if len(differing) <= room else room - 1
    for line in differing[:shown]:
        yield offer_line(line)
    if differing[shown:]:
        yield say("quality-offers-more", count=len(differing) - shown)


def _can_fill(found: Quality) -> Iterator[Fact]:
    open_ones = tuple(name_of_line(each) for each in found.to_take if each.number is None)
    if open_ones:
        yield say("quality-can-fill", names=Listed(open_ones))


def offer_line(line: Line) -> Say:
    """「按故障日志算得可用率 99.4521 %,填的是 99.9 %」."""
    logs = Listed(tuple(source.item.title for source in line.sources))
    facts: dict[str, Fact] = {
        "logs": logs,
        "name": name_of_line(line),
        "value": tell_figure(line, line.offered),
    }
    if line.number is None:
        return say("quality-offer-open", **facts)
    return say("quality-offer", filled=tell_figure(line, line.number), **facts)


def _ceiling(found: Quality) -> Iterator[Fact]:
    """「按故障记录,接通率不会高于 99.65 %」; nothing where the faults leave room for all."""
    ceiling = ceiling_of(found)
    if ceiling is not None:
        yield say("quality-ceiling", ceiling=ceiling)


def _missing(found: Quality) -> Iterator[Fact]:
    names = tuple(name_of_line(line) for line in found.missing)
    if names:
        more = max(0, len(names) - SHOWN_MISSING)
        yield say("quality-missing", names=Listed(names[:SHOWN_MISSING]), more=more)


# --- buttons ----------------------------------------------------------------------------


def _take_rows(s: Session, case: Case, found: Quality) -> Iterator[tuple[Tap, ...]]:
    mine = [line for line in found.to_take if is_theirs(s, case, line)]
    for line in mine[:SHOWN_OFFERS]:
        yield (take_tap(case, line),)
    if len(mine) > 1:
        here = ref(Verb.QUALITY_TAKE_ALL, case.company.id, case.season.id)
        yield (Tap(say("tap-quality-take-all", count=len(mine)), here),)


def is_theirs(s: Session, case: Case, line: Line) -> bool:
    """Whether the speaker may fill in the figure."""
    return line.item is not None and may_hand_in(s.me.person, case.company, case.season, line.item)


def take_tap(case: Case, line: Line) -> Tap:
    """「改用算得的 99.4521 %」, with the version that it would follow."""
    item: ItemKey = line.item.key if line.item else ItemKey("")
    seen = line.filled.version if line.filled else 0
    value = tell_figure(line, line.offered)
    label = say("tap-quality-take", name=name_of_line(line), value=value)
    return Tap(label, ref(Verb.QUALITY_TAKE, case.company.id, case.season.id, item, seen))


def _log_rows(case: Case) -> tuple[tuple[Tap, ...], ...]:
    logs = case.pack.quality.logs if case.pack.quality else ()
    ids = (case.company.id, case.season.id)
    taps = tuple(Tap(case.pack.item(key).title, ref(Verb.ITEM, *ids, key)) for key in logs)
    return (taps,)


def _paper_row(case: Case) -> tuple[Tap, ...]:
    status = Tap(say("tap-status"), ref(Verb.STATUS, case.company.id, case.season.id))
    return (_paper_tap(case), status)


def _paper_tap(case: Case) -> Tap:
    """To the report as a paper."""
    return paper_tap(case, PaperKind.QUALITY, say("tap-quality-paper"))


# --- on the card of an item -------------------------------------------------------------


def quality_lines(s: Session, case: Case, task: Task) -> Iterator[Fact]:
    """What the logs say of the figure that the item asks for."""
    found = quality_of(s, case) if _is_measured(case, task.item.key) else None
    line = found.line_of(task.item.key) if found else None
    if found is None or line is None:
        return
    if line.is_to_take:
        yield offer_line(line)
    if line.measure is Measure.CONNECT_RATE:
        yield from _ceiling(found)


def given_lines(s: Session, case: Case, task: Task) -> Iterator[Fact]:
    """The same of what has just been handed in; of a log, what it gives."""
    if not log_of(case.pack, task.item.key):
        yield from quality_lines(s, case, task)
        return
    found = quality_of(s, case)
    if found is not None:
        yield from _given_by(found, task.item.key)


def _given_by(found: Quality, log: ItemKey) -> Iterator[Fact]:
    """How many figures the log gives, and how many of them say something else than is filled in."""
    given = [line for line in found.lines if log in (each.item.key for each in line.sources)]
    if given:
        others = sum(1 for line in given if line.differs)
        yield say("quality-log-gives", count=len(given), others=others)


def quality_rows(s: Session, case: Case, task: Task) -> Iterator[tuple[Tap, ...]]:
    """To take what the logs give; from a log and from the paper to all the figures."""
    key = task.item.key
    if log_of(case.pack, key) or paper_of(case.pack, key):
        yield (quality_tap(case),)
    if paper_of(case.pack, key):
        yield (_paper_tap(case),)
    found = quality_of(s, case) if _is_measured(case, key) else None
    line = found.line_of(key) if found else None
    if line and line.is_to_take and is_theirs(s, case, line):
        yield (take_tap(case, line),)


def _is_measured(case: Case, key: ItemKey) -> bool:
    return case.pack.quality is not None and key in case.pack.quality.fields.values()

"""服务质量报告: the figures of a year's service in three parts, each with what it rests on.

What was filled in stands; what the logs give stands beside it and is only ever offered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from workflow.checklist import Task, asked_items, find_task, inputs_of
from workflow.figures import Figures
from workflow.given import AnswerGiven, Entry, Number
from workflow.ids import ItemKey
from workflow.measures import PARTS, Measure, Part, QualitySpec
from workflow.model import Company, Season
from workflow.outages import FaultRecord
from workflow.pack import Duty, Item, NumberSpec, Pack
from workflow.worked import Complaints, Logs, Survey, Worked, rounded

WHOLE, PERCENT, HOURS = 0, 4, 2
_DECIMALS = {
    Measure.FAULTS: WHOLE,
    Measure.FAULTS_MAJOR: WHOLE,
    Measure.COMPLAINTS: WHOLE,
    Measure.REPAIR_HOURS: HOURS,
    Measure.SLA_HOURS: HOURS,
}
"""How a figure is written down that no item asks for; shares have four decimals."""


@dataclass(frozen=True, slots=True)
class Source:
    """An answer that a figure rests on: who gave it when, and out of which file."""

    item: Item
    entry: Entry


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the report."""

    measure: Measure
    item: Item | None
    """What asks for it; None where nothing does."""
    filled: Entry | None
    """What was filled in, an estimate too."""
    worked: Worked | None
    """What the logs give."""
    sources: tuple[Source, ...]
    """What the worked-out figure rests on."""

    @property
    def number(self) -> Number | None:
        """What was filled in."""
        given = self.filled.given if self.filled else None
        value = given.value if isinstance(given, AnswerGiven) else None
        return value if isinstance(value, Number) else None

    @property
    def offered(self) -> Number | None:
        """The worked-out figure as the item would have it written."""
        if self.worked is None:
            return None
        spec = self.item.spec if self.item else None
        usual = _DECIMALS.get(self.measure, PERCENT)
        decimals = spec.decimals if isinstance(spec, NumberSpec) else usual
        return Number(rounded(self.worked.value, decimals))

    @property
    def differs(self) -> bool:
        """Whether the two say something else; not where one is missing."""
        return None not in (self.number, self.offered) and self.number != self.offered

    @property
    def is_to_take(self) -> bool:
        """Whether an item asks for it that says something else, or nothing."""
        return self.item is not None and self.offered is not None and self.number != self.offered

    @property
    def shown(self) -> Number | None:
        """What stands in the report: what was filled in, else what the logs give."""
        return self.number or self.offered


def _is_owed(line: Line) -> bool:
    return line.item is not None and line.item.duty is not Duty.CHECKING


@dataclass(frozen=True, slots=True)
class Quality:
    """All that a service quality report is made of."""

    spec: QualitySpec
    parts: Mapping[Part, tuple[Line, ...]]
    ceiling: Worked | None
    """Of the connection rate (rule R01), in percent."""
    faults: FaultRecord | None
    complaints: Complaints | None
    survey: Survey | None
    logs: tuple[Source, ...]
    """The logs that were handed in."""
    assurance: tuple[Task, ...]
    """Papers and facts of the third part, as they stand."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Of all parts."""
        return tuple(line for lines in self.parts.values() for line in lines)

    @property
    def to_take(self) -> tuple[Line, ...]:
        """Those whose worked-out figure is offered."""
        return tuple(line for line in self.lines if line.is_to_take)

    @property
    def missing(self) -> tuple[Line, ...]:
        """Those that are asked for and nothing gives; what only rules look at is never missed."""
        return tuple(line for line in self.lines if line.shown is None and _is_owed(line))

    def line_of(self, item: ItemKey) -> Line | None:
        """The figure that the item asks for."""
        return next((line for line in self.lines if line.item and line.item.key == item), None)


def quality(company: Company, season: Season, pack: Pack) -> Quality | None:
    """The report's figures as they stand; None for a pack that knows of no such report."""
    if pack.quality is None:
        return None
    spec, figures = pack.quality, Figures(company, season, pack)
    logs = Logs(figures, spec)
    items = (*asked_items(season, pack), *inputs_of(season, pack))
    asked = {item.key: item for item in items}
    desk = _Desk(figures, spec, asked, logs.worked_out())
    return Quality(
        spec=spec,
        parts={part: desk.lines(measures) for part, measures in PARTS.items()},
        ceiling=logs.ceiling,
        faults=logs.faults,
        complaints=logs.complaints,
        survey=logs.survey,
        logs=_sources(spec.logs, figures),
        assurance=_tasks(company, season, pack),
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """What lines are made of; an item that the season does without asks for nothing."""

    figures: Figures
    spec: QualitySpec
    asked: Mapping[ItemKey, Item]
    worked: Mapping[Measure, Worked]

    def lines(self, measures: tuple[Measure, ...]) -> tuple[Line, ...]:
        """Those that an item asks for, or the logs give."""
        lines = (self._line(measure) for measure in measures)
        return tuple(line for line in lines if line.item or line.worked)

    def _line(self, measure: Measure) -> Line:
        item = self.asked.get(self.spec.fields.get(measure, ItemKey("")))
        worked = self.worked.get(measure)
        return Line(
            measure,
            item,
            self.figures.entry(item.key) if item else None,
            worked,
            _sources(worked.sources, self.figures) if worked else (),
        )


def _sources(keys: tuple[ItemKey, ...], figures: Figures) -> tuple[Source, ...]:
    found = ((figures.pack.find(key), figures.entry(key)) for key in keys)
    return tuple(Source(item, entry) for item, entry in found if item and entry)


def _tasks(company: Company, season: Season, pack: Pack) -> tuple[Task, ...]:
    """What the company does without is not told of."""
    asked = {item.key for item in asked_items(season, pack)}
    wanted = pack.quality.assurance if pack.quality else ()
    return tuple(find_task(company, season, pack, key) for key in wanted if key in asked)


def as_seen(found: Quality, sees: Callable[[Item], bool]) -> Quality:
    """Without what rests on items that somebody may not see."""
    logs = tuple(source for source in found.logs if sees(source.item))
    known = {source.item.key for source in logs}
    return replace(
        found,
        parts={
            part: tuple(e for e in lines if _is_seen(e, sees))
            for part, lines in found.parts.items()
        },
        ceiling=found.ceiling if found.spec.faults in known else None,
        faults=found.faults if found.spec.faults in known else None,
        complaints=found.complaints if found.spec.complaints in known else None,
        survey=found.survey if found.spec.survey in known else None,
        logs=logs,
        assurance=tuple(task for task in found.assurance if sees(task.item)),
    )


def hidden(found: Quality, sees: Callable[[Item], bool]) -> int:
    """How many items that the report rests on somebody may not see."""
    items = [item for line in found.lines for item in _items(line)]
    items += [source.item for source in found.logs]
    items += [task.item for task in found.assurance]
    return sum(not sees(item) for item in {item.key: item for item in items}.values())


def _is_seen(line: Line, sees: Callable[[Item], bool]) -> bool:
    return all(sees(item) for item in _items(line))


def _items(line: Line) -> tuple[Item, ...]:
    """What asks for the figure, and what the worked-out one rests on."""
    sources = tuple(source.item for source in line.sources)
    return (*sources, line.item) if line.item else sources


def paper_of(pack: Pack, key: ItemKey) -> bool:
    """Whether the item is the paper that the report is."""
    return pack.quality is not None and pack.quality.report == key


def log_of(pack: Pack, key: ItemKey) -> bool:
    """Whether the item is one of the logs."""
    return pack.quality is not None and key in pack.quality.logs

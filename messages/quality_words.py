"""Figures of the service in words: what they are called, how they were worked out, where from."""

from decimal import Decimal

from messages.say import Fact, Listed, Percent, Say, say
from messages.telling import tell_cell
from workflow.given import AnswerGiven, Number
from workflow.measures import Measure
from workflow.quality import Line, Quality, Source
from workflow.worked import rounded

CEILING_DECIMALS, SHOWN_DECIMALS = 2, 4
EVERYTHING = Decimal(100)
_HOURS = (Measure.REPAIR_HOURS, Measure.SLA_HOURS)
_COUNTS = (Measure.FAULTS, Measure.FAULTS_MAJOR, Measure.COMPLAINTS)


def name_of_line(line: Line) -> Fact:
    """What the figure is called: as its item is."""
    return line.item.title if line.item else say(f"measure-{_id(line.measure)}")


def tell_figure(line: Line, number: Number | None) -> Fact:
    """The number with its unit; a figure that no item asks for is a share, hours or a count."""
    if number is None:
        return say("value-empty")
    if line.item is not None:
        return tell_cell(number, line.item.spec)
    if line.measure in _HOURS:
        return say("quality-in-hours", number=counted(number.value))
    if line.measure in _COUNTS:
        return say("quality-in-times", number=counted(number.value))
    return Percent(number.value)


def ceiling_of(found: Quality) -> Fact | None:
    """The most the connection rate can be, as percent; None where the faults leave room for all."""
    if found.ceiling is None or found.ceiling.value == EVERYTHING:
        return None
    return Percent(rounded(found.ceiling.value, CEILING_DECIMALS))


def reckoned(line: Line) -> Say:
    """How the figure was worked out, with the numbers in it."""
    of = line.worked.of if line.worked else {}
    facts: dict[str, Fact] = {name: counted(short(number)) for name, number in of.items()}
    return say(f"reckoned-{_id(line.measure)}", **facts)


def counted(number: Decimal) -> Decimal | int:
    """One as a whole number, by which a sentence chooses its plural."""
    return 1 if number == 1 else number


def short(number: Decimal) -> Decimal:
    """At most four decimals, without zeros behind."""
    cut = rounded(number, SHOWN_DECIMALS)
    return cut.quantize(Decimal(1)) if cut == cut.to_integral_value() else cut.normalize()


def told_sources(line: Line) -> Fact:
    """The logs and fields that the worked-out figure rests on."""
    return Listed(tuple(told_source(each) for each in line.sources))


def told_source(source: Source) -> Say:
    """A log or a field, its version, and the file it came from."""
    given = source.entry.given
    origin = given.origin if isinstance(given, AnswerGiven) else None
    facts: dict[str, Fact] = {"title": source.item.title, "version": source.entry.version}
    if origin is None or not origin.source:
        return say("quality-source", **facts)
    return say("quality-source-from", origin=origin.source, **facts)


def _id(measure: Measure) -> str:
    return measure.replace("_", "-")

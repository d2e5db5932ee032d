"""The service quality report (服务质量报告) put into words: three parts, then what they rest on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from messages.quality_words import (
    ceiling_of,
    name_of_line,
    reckoned,
    short,
    tell_figure,
    told_sources,
)
from messages.say import Fact, Listed, Percent, Say, say
from messages.telling import tell_given
from messages.wording import Wording
from reports.paper import Facts, Heading, Paper, PaperColumn, Paragraph, Table
from reports.paper import Part as Piece
from workflow.arithmetic import decimal_of
from workflow.checklist import Task
from workflow.given import AnswerGiven, Entry, FilesGiven
from workflow.measures import Part
from workflow.outages import HUNDRED, Outage
from workflow.pack import ChoiceSpec, TableSpec
from workflow.paper_record import PaperRecord, number_of
from workflow.quality import Line
from workflow.quality_data import QualityData
from workflow.record import ERASED_NAME
from workflow.stamps import stamped

CHANNEL = "channel"


def quality_paper(data: QualityData, record: PaperRecord, wording: Wording) -> Paper:
    """The paper under its number. Figures that nobody filled in say that they were worked out."""
    scribe = _Scribe(data, record, wording)
    return Paper(
        title=scribe.text(say("paper-quality-title", year=str(data.year))),
        parts=tuple(scribe.pieces()),
        footer=scribe.text(say("paper-quality-footer", company=data.company)),
        locale=wording.locale,
    )


@dataclass(frozen=True, slots=True)
class _Scribe:
    data: QualityData
    record: PaperRecord
    wording: Wording

    def text(self, fact: Fact) -> str:
        return self.wording.plain(fact)

    def pieces(self) -> Iterator[Piece]:
        yield self.head()
        yield self.basis()
        if self.data.left_out:
            yield Paragraph(self.text(say("paper-left-out", count=self.data.left_out)))
        yield from self.unsettled()
        yield from self.service()
        yield from self.feedback()
        yield from self.assurance()
        yield from self.rests_on()

    def head(self) -> Facts:
        data = self.data
        number: Fact = data.licence_no or say("value-empty")
        facts: tuple[tuple[Fact, Fact], ...] = (
            (say("paper-quality-company"), data.company),
            (say("paper-quality-code"), data.uscc),
            (say("paper-quality-licence"), data.licence),
            (say("paper-quality-number"), number),
            (say("paper-quality-year"), str(data.year)),
            (say("paper-cover-number"), number_of(data.year, self.record)),
            (say("paper-quality-on"), self.record.at.astimezone(self.wording.zone).date()),
        )
        return Facts(tuple((self.text(name), self.text(fact)) for name, fact in facts))

    def basis(self) -> Paragraph:
        """How the figures are to be read."""
        major, minor = (
            Percent(short(share))
            for share in (self.data.found.spec.impact_major, self.data.found.spec.impact_minor)
        )
        return Paragraph(self.text(say("paper-quality-how", major=major, minor=minor)))

    def unsettled(self) -> Iterator[Piece]:
        """Where two numbers stand against each other, and what nobody knows yet."""
        for line in self.data.found.lines:
            if line.differs:
                yield Paragraph(self.text(self._offer(line)), emphasis=True)
        missing = tuple(name_of_line(line) for line in self.data.found.missing)
        if missing:
            told = say("paper-quality-missing", names=Listed(missing))
            yield Paragraph(self.text(told), emphasis=True)

    @staticmethod
    def _offer(line: Line) -> Fact:
        return say(
            "paper-quality-differs",
            logs=Listed(tuple(source.item.title for source in line.sources)),
            name=name_of_line(line),
            value=tell_figure(line, line.offered),
            filled=tell_figure(line, line.number),
        )

    # --- the three parts ----------------------------------------------------------------

    def service(self) -> Iterator[Piece]:
        yield self.heading(Part.SERVICE)
        yield self.figures(Part.SERVICE)
        ceiling = ceiling_of(self.data.found)
        if ceiling is not None:
            yield Paragraph(self.text(say("paper-quality-ceiling", ceiling=ceiling)))
        faults = self.data.found.faults
        if faults and faults.planned:
            yield Heading(self.text(say("paper-quality-planned")), 2)
            yield self.outages(faults.planned)

    def feedback(self) -> Iterator[Piece]:
        yield self.heading(Part.FEEDBACK)
        yield self.figures(Part.FEEDBACK)
        complaints, survey = self.data.found.complaints, self.data.found.survey
        if complaints and complaints.by_channel:
            yield Heading(self.text(say("paper-quality-channels")), 2)
            columns = self.columns(("paper-quality-channel", 3), ("paper-quality-cases", 1))
            titles = self._channels()
            rows = [(titles.get(key, key), str(n)) for key, n in complaints.by_channel.items()]
            yield Table(columns, tuple(rows))
        if survey:
            told = say(
                "paper-quality-survey",
                batches=survey.batches,
                sample=survey.answered,
                satisfied=survey.satisfied,
            )
            yield Paragraph(self.text(told))

    def assurance(self) -> Iterator[Piece]:
        yield self.heading(Part.ASSURANCE)
        yield self.figures(Part.ASSURANCE)
        faults = self.data.found.faults
        if faults and faults.faults:
            yield Heading(self.text(say("paper-quality-faults")), 2)
            yield self.outages(faults.faults)
        if self.data.found.assurance:
            yield Heading(self.text(say("paper-quality-assured")), 2)
            columns = self.columns(("paper-quality-item", 3), ("paper-quality-state", 4))
            stand = self.data.found.assurance
            yield Table(columns, tuple((self.text(t.item.title), self._stands(t)) for t in stand))

    def heading(self, part: Part) -> Heading:
        return Heading(self.text(say(f"paper-quality-{part}")))

    # --- tables -------------------------------------------------------------------------

    def columns(self, *named: tuple[str, int]) -> tuple[PaperColumn, ...]:
        return tuple(PaperColumn(self.text(Say(name)), share) for name, share in named)

    def figures(self, part: Part) -> Table:
        """What stands, what the logs give and how, and who gave it."""
        columns = self.columns(
            ("paper-quality-figure", 4),
            ("paper-quality-filled", 3),
            ("paper-quality-worked", 3),
            ("paper-quality-reckoned", 6),
            ("paper-quality-source", 6),
        )
        lines = self.data.found.parts[part]
        return Table(columns, tuple(self._row(line) for line in lines))

    def _row(self, line: Line) -> tuple[str, ...]:
        return (
            self.text(name_of_line(line)),
            self.text(self._filled(line)),
            self.text(tell_figure(line, line.offered)),
            self.text(reckoned(line) if line.worked else say("value-empty")),
            self.text(self._source(line)),
        )

    def _filled(self, line: Line) -> Fact:
        given = line.filled.given if line.filled else None
        told = tell_figure(line, line.number)
        is_estimate = isinstance(given, AnswerGiven) and given.estimate
        return say("given-estimate", value=told) if is_estimate else told

    def _source(self, line: Line) -> Fact:
        """Who filled it in and from what; of a figure that is only worked out, from which log."""
        if line.filled is not None:
            return self._given(line.filled)
        return told_sources(line) if line.worked else say("value-empty")

    def _given(self, entry: Entry) -> Fact:
        """Who gave it when, and where it is from as far as that was said."""
        who = self.data.names.get(entry.by, "")
        told = say("paper-quality-given", who=who, at=entry.at, version=entry.version)
        given = entry.given
        origin = given.origin if isinstance(given, AnswerGiven) else None
        if origin is None or not origin.source:
            return told
        return say("paper-quality-given-from", given=told, origin=origin.source)

    def outages(self, outages: tuple[Outage, ...]) -> Table:
        columns = self.columns(
            ("paper-quality-start", 4),
            ("paper-quality-end", 4),
            ("paper-quality-hours", 2),
            ("paper-quality-share", 2),
            ("paper-quality-major", 2),
            ("paper-quality-cause", 5),
        )
        return Table(columns, tuple(self._outage(each) for each in outages))

    def _outage(self, each: Outage) -> tuple[str, ...]:
        return (
            stamped(each.start),
            stamped(each.end),
            self.text(short(decimal_of(each.hours))),
            self.text(Percent(short(decimal_of(each.share * HUNDRED)))),
            self.text(say("paper-quality-yes" if each.is_major else "paper-quality-no")),
            each.note,
        )

    def rests_on(self) -> Iterator[Piece]:
        """The logs, each with its version, who handed it in, and the file it was read from."""
        yield Heading(self.text(say("paper-quality-logs")))
        columns = self.columns(("paper-quality-log", 2), ("paper-quality-source", 5))
        given = {source.item.key: source for source in self.data.found.logs}
        rows = []
        for key in self.data.found.spec.logs:
            source = given.get(key)
            told = self._given(source.entry) if source else say("paper-quality-no-log")
            rows.append((self.text(self.data.pack.item(key).title), self.text(told)))
        yield Table(columns, tuple(rows))
        outside = self.data.found.faults.outside if self.data.found.faults else ()
        if outside:
            yield Paragraph(self.text(say("paper-quality-outside", count=len(outside))))

    def _stands(self, task: Task) -> str:
        newest = task.newest
        if newest is None:
            return self.text(say("paper-quality-nothing"))
        return self.text(
            say(
                "paper-quality-stands",
                what=_handed(newest, task),
                given=self._given(newest),
            )
        )

    def _channels(self) -> Mapping[str, str]:
        """What the ways are called by which complaints came."""
        spec = self.data.pack.item(self.data.found.spec.complaints).spec
        columns = spec.columns if isinstance(spec, TableSpec) else ()
        return {
            option.key: self.text(option.title)
            for column in columns
            if column.key == CHANNEL and isinstance(column.spec, ChoiceSpec)
            for option in column.spec.options
        }


def _handed(entry: Entry, task: Task) -> Fact:
    """What was handed in; of files every name: nobody can press a paper to see the others."""
    if not isinstance(entry.given, FilesGiven):
        return tell_given(entry.given, task.item)
    names = (each.name for each in entry.given.files)
    return Listed(tuple(say("audit-erased") if name == ERASED_NAME else name for name in names))

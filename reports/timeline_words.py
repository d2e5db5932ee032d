"""A timeline put into the reader's words, ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from messages.say import Fact, Say, ShortDay, say
from messages.wording import Wording
from reports.drawing import Drawing, Key, Row, Sign, Tag, Tone
from workflow.filing import FilingState
from workflow.pack import Milestone
from workflow.timeline import Mark, Point, Timeline

_NOT_FILED = frozenset({FilingState.NOT_OPEN, FilingState.OPEN})
_TROUBLE = frozenset(
    {FilingState.OVERDUE, FilingState.ORDERED, FilingState.RETURNED, FilingState.REOPENED}
    | {FilingState.BAD_LISTED}
)
LONGEST = 120
"""Letters of any one word on the picture; what does not fit is cut again where it is measured."""


def worded(timeline: Timeline, wording: Wording, theme: str) -> Drawing:
    """All that stands on the picture, in the reader's language."""
    scribe = _Scribe(timeline, wording)
    return Drawing(
        theme=theme,
        title=timeline.company[:LONGEST],
        subtitle=scribe.text(
            say("timeline-season", licence=timeline.licence, year=str(timeline.year))
        ),
        verdict=scribe.text(_verdict(timeline)),
        tone=_tone(timeline),
        countdown="" if timeline.reported_on else scribe.text(_countdown(timeline)),
        progress=scribe.text(say("timeline-done", done=timeline.done, total=timeline.total)),
        percent=scribe.text(say("timeline-percent", percent=timeline.percent)),
        share=timeline.done / timeline.total if timeline.total else 0.0,
        days=scribe.number(timeline.last) + 1,
        months=tuple(scribe.months()),
        off=tuple((scribe.number(run.first), scribe.number(run.last)) for run in timeline.off),
        today=scribe.tag("timeline-today", timeline.today),
        statutory=scribe.tag("timeline-statutory", timeline.statutory),
        rows=tuple(scribe.row(point) for point in timeline.points),
        legend=tuple(scribe.legend()),
        notes=tuple(scribe.notes()),
    )


@dataclass(frozen=True, slots=True)
class _Scribe:
    timeline: Timeline
    wording: Wording

    def text(self, fact: Fact) -> str:
        return self.wording.plain(fact)[:LONGEST]

    def number(self, day: date) -> int:
        """Counted from the first day shown."""
        return (day - self.timeline.first).days

    def tag(self, sentence: str, day: date) -> Tag:
        return Tag(self.number(day), self.text(Say(sentence, {"day": ShortDay(day)})))

    def months(self) -> Iterator[Tag]:
        """Where a month begins; the one the picture begins in at its left edge."""
        day = self.timeline.first
        while day <= self.timeline.last:
            yield Tag(self.number(day), self.text(say("timeline-month", month=day.month)))
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)

    def row(self, point: Point) -> Row:
        return Row(
            sign=Sign(point.mark),
            name=self.text(_name(point.step)),
            when=self.text(_when(point)),
            count=self.count(point),
            due=self._maybe(point.due),
            nominal=self._maybe(point.nominal),
            statutory=self._maybe(point.statutory),
            share=_share(point),
        )

    def count(self, point: Point) -> str:
        """Done of all; beside how late it is there is no room, and the bar shows it."""
        if not point.total or point.late:
            return ""
        return self.text(say("timeline-count", done=point.done, total=point.total))

    def _maybe(self, day: date | None) -> int | None:
        return None if day is None else self.number(day)

    def legend(self) -> Iterator[Key]:
        """Only what the picture shows."""
        shown = {point.mark for point in self.timeline.points}
        for mark in Mark:
            if mark in shown:
                word = self.text(say(f"timeline-mark-{mark.replace('_', '-')}"))
                yield Key(Sign(mark), word)
        if any(point.statutory for point in self.timeline.points):
            yield Key(Sign.STATUTORY, self.text(say("timeline-own-statutory")))
        if any(point.nominal for point in self.timeline.points):
            yield Key(Sign.NOMINAL, self.text(say("timeline-nominal")))
        if self.timeline.off:
            yield Key(Sign.DAY_OFF, self.text(say("timeline-day-off")))

    def notes(self) -> Iterator[str]:
        if self.timeline.left_out:
            yield self.text(say("timeline-left-out", count=self.timeline.left_out))
        if self.timeline.provisional:
            year = str(self.timeline.statutory.year)
            yield self.text(say("timeline-provisional", year=year))


def _name(step: Milestone) -> Fact:
    if step.number is None:
        return step.title
    return say("step-name", number=step.number, title=step.title)


def _verdict(timeline: Timeline) -> Say:
    """Whether it can be filed, or what became of it."""
    state = say(f"state-{timeline.filing.replace('_', '-')}")
    if timeline.reported_on:
        return say("timeline-reported", state=state, day=ShortDay(timeline.reported_on))
    if timeline.filing not in _NOT_FILED:
        return say("timeline-filing", state=state)
    if timeline.missing:
        return say("timeline-missing", n=timeline.missing)
    return say("timeline-ready")


def _tone(timeline: Timeline) -> Tone:
    if timeline.filing in _TROUBLE:
        return Tone.BAD
    if timeline.reported_on or not timeline.missing:
        return Tone.GOOD
    return Tone.PLAIN


def _countdown(timeline: Timeline) -> Say:
    days = (timeline.statutory - timeline.today).days
    return say("timeline-left", days=days) if days >= 0 else say("timeline-past", days=-days)


def _when(point: Point) -> Fact:
    if point.due is None:
        return say("timeline-no-date")
    if point.late:
        return say("timeline-late", day=ShortDay(point.due), days=point.late)
    return ShortDay(point.due)


def _share(point: Point) -> float:
    if point.mark in (Mark.DONE, Mark.REPORTED, Mark.NOT_APPLICABLE):
        return 1.0
    return point.done / point.total if point.total else 0.0

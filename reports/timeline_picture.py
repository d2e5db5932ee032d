"""A season drawn as a line of days for a phone: what is drawn goes in, a PNG comes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from reports.canvas import WIDTH, Canvas, fitted, width
from reports.drawing import Drawing, Key, Row, Sign, Tag
from reports.lettering import writable
from reports.palette import PALETTES, TONE_OF, Palette
from reports.signs import draw_sign

EDGE = 18.0
LEFT, RIGHT = EDGE, WIDTH - EDGE
HEAD = 128.0
AXIS = 64.0
ROW = 47.0
TRACK_DOWN = 33.0
"""From the top of a row to the middle of its track."""
LEGEND_LINE = 22.0
NOTE = 18.0
FOOT = 12.0
TITLE, NAME, WORD, SMALL = 18.0, 14.0, 12.5, 11.5
"""Sizes of letters, in points."""
BAR = 5.0
GAP = 10.0


def as_png(drawing: Drawing) -> bytes:
    """The picture; its height follows from its steps."""
    lines = list(_legend_lines(drawing.legend))
    below = len(lines) * LEGEND_LINE + len(drawing.notes) * NOTE + FOOT + 10
    height = HEAD + AXIS + len(drawing.rows) * ROW + below
    palette = PALETTES[drawing.theme]
    picture = _Picture(drawing, palette, Canvas(height, palette.ground))
    picture.head()
    picture.days()
    for number, row in enumerate(drawing.rows):
        picture.row(row, HEAD + AXIS + number * ROW)
    picture.foot(lines)
    return picture.canvas.png()


@dataclass(frozen=True, slots=True)
class _Picture:
    drawing: Drawing
    palette: Palette
    canvas: Canvas

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return HEAD + AXIS + len(self.drawing.rows) * ROW

    def x(self, day: float) -> float:
        """Where a day begins."""
        return LEFT + (RIGHT - LEFT) * day / self.drawing.days

    def middle(self, day: int) -> float:
        """The middle of a day; of one that is not shown, the edge."""
        return min(max(self.x(day + 0.5), LEFT), RIGHT)

    # --- the head -----------------------------------------------------------------------

    def head(self) -> None:
        """Company, season, whether it can be filed, how much is done."""
        drawing, palette, whole = self.drawing, self.palette, RIGHT - LEFT
        self.say((LEFT, 27), drawing.title, TITLE, palette.ink, whole, bold=True)
        self.say((LEFT, 49), drawing.subtitle, WORD, palette.faint, whole)
        self.say((LEFT, 77), drawing.verdict, 16, palette.tones[drawing.tone], whole, bold=True)
        done = f"{drawing.progress} · {drawing.percent}"
        room = whole - width(drawing.countdown, WORD) - GAP
        self.say((LEFT, 99), done, WORD, palette.faint, room)
        self.canvas.write((RIGHT, 99), drawing.countdown, WORD, palette.faint, anchor="rm")
        self.canvas.box((LEFT, 112), (RIGHT, 118), palette.line, 3)
        done_at = LEFT + whole * drawing.share
        if drawing.share:
            done_at = max(done_at, LEFT + 6)
        self.canvas.box((LEFT, 112), (done_at, 118), palette.tones[TONE_OF[Sign.DONE]], 3)

    # --- the days -----------------------------------------------------------------------

    def days(self) -> None:
        """Days off shaded, months named, the statutory day and today across all rows."""
        top = HEAD + 44
        for first, last in self.drawing.off:
            self.canvas.box(
                (self.x(first), top), (self.x(last + 1), self.bottom), self.palette.shade
            )
        self._months(HEAD + 54)
        for tag, y, colour, ink in (
            (self.drawing.statutory, 34, self.palette.statutory, self.palette.statutory_ink),
            (self.drawing.today, 13, self.palette.today, self.palette.today_ink),
        ):
            self._tag(tag, HEAD + y, colour, ink)

    def _months(self, y: float) -> None:
        begun = 0.0
        for month in self.drawing.months:
            at = self.x(month.day)
            if month.day:
                self.canvas.line([(at, y - 6), (at, y + 6)], self.palette.line, 1)
            word = writable(month.word)
            if at >= begun and at + 4 + width(word, SMALL) <= RIGHT:
                self.canvas.write((at + 4, y), word, SMALL, self.palette.faint)
                begun = at + width(word, SMALL) + 8

    def _tag(self, tag: Tag, y: float, colour: str, ink: str) -> None:
        """A word over its day, and a line down from it."""
        if not 0 <= tag.day < self.drawing.days:
            return
        at = self.middle(tag.day)
        word = writable(tag.word)
        half = width(word, SMALL) / 2 + 7
        mid = min(max(at, LEFT + half), RIGHT - half)
        self.canvas.line([(at, y), (at, self.bottom)], colour, 1.3)
        self.canvas.box((mid - half, y - 9), (mid + half, y + 9), colour, 9)
        self.canvas.write((mid, y), word, SMALL, ink, anchor="mm")

    # --- a step -------------------------------------------------------------------------

    def row(self, row: Row, top: float) -> None:
        """Sign, name, date and count; below them the track with the share done."""
        palette, tone = self.palette, TONE_OF[row.sign]
        y = top + 14
        when_colour = palette.tones[tone] if row.sign is Sign.OVERDUE else palette.faint
        self.canvas.box((LEFT, y - 9), (RIGHT, y + 9), palette.ground)
        draw_sign(self.canvas, palette, row.sign, (LEFT + 8, y))
        when = writable(row.when)
        self.canvas.write((RIGHT, y), when, WORD, when_colour, anchor="rm")
        count_at = RIGHT - width(when, WORD) - GAP
        self.canvas.write((count_at, y), row.count, SMALL, palette.faint, anchor="rm")
        room = count_at - width(row.count, SMALL) - GAP - (LEFT + 23)
        self.say((LEFT + 23, y), row.name, NAME, palette.ink, room)
        self._track(row, top + TRACK_DOWN)

    def _track(self, row: Row, y: float) -> None:
        palette, tone = self.palette, TONE_OF[row.sign]
        self.canvas.box((LEFT, y - 0.5), (RIGHT, y + 0.5), palette.line)
        if row.due is None:
            return
        end = self.middle(row.due)
        if row.sign is not Sign.WATCHED:
            self._bar(y, end, palette.pale[tone])
            self._bar(y, LEFT + (end - LEFT) * row.share, palette.tones[tone])
        if self._shows(row.nominal):
            draw_sign(self.canvas, palette, Sign.NOMINAL, (self.middle(row.nominal), y))
        if self._shows(row.statutory):
            draw_sign(self.canvas, palette, Sign.STATUTORY, (self.middle(row.statutory), y))
        self._end(row, end, y)

    def _bar(self, y: float, end: float, colour: str) -> None:
        self.canvas.box((LEFT, y - BAR / 2), (end, y + BAR / 2), colour, BAR / 2)

    def _shows(self, day: int | None) -> TypeGuard[int]:
        return day is not None and 0 <= day < self.drawing.days

    def _end(self, row: Row, at: float, y: float) -> None:
        """A ring on its day, or an arrow to one beyond the edge."""
        colour = self.palette.tones[TONE_OF[row.sign]]
        if not self._shows(row.due):
            tip = 2 if row.due and row.due > 0 else -2
            self.canvas.shape(
                [(at - 3.5 * tip, y - 6), (at + tip, y), (at - 3.5 * tip, y + 6)], colour
            )
        elif row.sign is Sign.WATCHED:
            draw_sign(self.canvas, self.palette, row.sign, (at, y))
        elif row.due == row.statutory:
            draw_sign(self.canvas, self.palette, Sign.STATUTORY, (at, y))
        else:
            self.canvas.ring((at, y), 5.5, colour, 2.2)

    # --- the foot -----------------------------------------------------------------------

    def foot(self, lines: Sequence[Sequence[Key]]) -> None:
        """What the signs mean, and what is to be known of the dates."""
        y = self.bottom + 8
        self.canvas.line([(LEFT, y), (RIGHT, y)], self.palette.line, 1)
        for line in lines:
            y += LEGEND_LINE
            at = LEFT
            for key in line:
                draw_sign(self.canvas, self.palette, key.sign, (at + 8, y - 4))
                self.canvas.write((at + 20, y - 4), key.word, SMALL, self.palette.faint)
                at += _key_width(key)
        for note in self.drawing.notes:
            y += NOTE
            self.say((LEFT, y), note, SMALL, self.palette.faint, RIGHT - LEFT)

    def say(
        self,
        at: tuple[float, float],
        text: str,
        size: float,
        colour: str,
        room: float,
        *,
        bold: bool = False,
    ) -> None:
        """A text as far as there is room for it."""
        self.canvas.write(at, fitted(writable(text), size, room), size, colour, bold=bold)


def _key_width(key: Key) -> float:
    return 20 + width(key.word, SMALL) + 14


def _legend_lines(legend: Sequence[Key]) -> Iterator[list[Key]]:
    """As many keys on a line as go there."""
    line: list[Key] = []
    taken = 0.0
    for key in legend:
        if line and taken + _key_width(key) - 14 > RIGHT - LEFT:
            yield line
            line, taken = [], 0.0
        line.append(key)
        taken += _key_width(key)
    if line:
        yield line

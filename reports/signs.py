"""The signs of the picture, drawn: colour never says anything alone."""

from collections.abc import Callable, Mapping

from reports.canvas import Canvas, Point
from reports.drawing import Sign
from reports.palette import TONE_OF, Colour, Palette

RADIUS = 7.5
"""Of a step's sign, in points."""


def draw_sign(canvas: Canvas, palette: Palette, sign: Sign, at: Point) -> None:
    """The sign around that point."""
    colour = palette.tones[TONE_OF[sign]]
    within = _FILLED.get(sign)
    if within is not None:
        canvas.disc(at, RADIUS, colour)
        within(canvas, at, palette.sign_ink)
    elif sign in _RINGS:
        canvas.ring(at, RADIUS, colour, 1.5)
        _in_ring(canvas, sign, at, colour)
    else:
        _small(canvas, palette, sign, at)


def _in_ring(canvas: Canvas, sign: Sign, at: Point, colour: Colour) -> None:
    if sign is Sign.STARTED:
        canvas.disc(at, 3.4, colour)
    elif sign is Sign.NOT_APPLICABLE:
        canvas.line([(at[0] - 3.4, at[1]), (at[0] + 3.4, at[1])], colour, 1.6)


def _small(canvas: Canvas, palette: Palette, sign: Sign, at: Point) -> None:
    """What stands on a track, or behind all."""
    x, y = at
    match sign:
        case Sign.WATCHED:
            _diamond(canvas, at, 5, palette.tones[TONE_OF[sign]])
            _diamond(canvas, at, 3.2, palette.ground)
        case Sign.STATUTORY:
            _diamond(canvas, at, 5.5, palette.statutory)
        case Sign.NOMINAL:
            canvas.ring(at, 3.6, palette.faint, 1.2)
        case _:
            canvas.box((x - 7, y - 7), (x + 7, y + 7), palette.shade, 3)


def _diamond(canvas: Canvas, at: Point, half: float, colour: Colour) -> None:
    """Stood on its corner."""
    x, y = at
    canvas.shape([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], colour)


def _tick(canvas: Canvas, at: Point, colour: Colour) -> None:
    x, y = at
    canvas.line([(x - 3.4, y + 0.3), (x - 1, y + 2.8), (x + 3.6, y - 2.6)], colour, 1.9)


def _flag(canvas: Canvas, at: Point, colour: Colour) -> None:
    x, y = at
    canvas.line([(x - 2.6, y - 4), (x - 2.6, y + 4.2)], colour, 1.5)
    canvas.shape([(x - 2.2, y - 4.2), (x + 4.4, y - 1.7), (x - 2.2, y + 0.9)], colour)


def _exclamation(canvas: Canvas, at: Point, colour: Colour) -> None:
    x, y = at
    canvas.line([(x, y - 3.8), (x, y + 0.6)], colour, 2)
    canvas.disc((x, y + 3.7), 1.25, colour)


def _dots(canvas: Canvas, at: Point, colour: Colour) -> None:
    x, y = at
    for shift in (-3.6, 0, 3.6):
        canvas.disc((x + shift, y), 1.25, colour)


_FILLED: Mapping[Sign, Callable[[Canvas, Point, Colour], None]] = {
    Sign.DONE: _tick,
    Sign.REPORTED: _flag,
    Sign.OVERDUE: _exclamation,
    Sign.WAITING: _dots,
}
_RINGS = frozenset({Sign.STARTED, Sign.OPEN, Sign.NOT_APPLICABLE})

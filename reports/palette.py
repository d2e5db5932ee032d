"""Colours of the two themes, by what they mean. Texts keep a contrast of 4.5 on what is behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.drawing import Sign, Tone

Colour = str
"""#RRGGBB."""


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme."""

    ground: Colour
    shade: Colour
    """Behind days off."""
    line: Colour
    """Hairlines and empty tracks."""
    ink: Colour
    faint: Colour
    """Words of second rank."""
    today: Colour
    today_ink: Colour
    """On a tag of the colour `today`."""
    statutory: Colour
    statutory_ink: Colour
    sign_ink: Colour
    """Within a filled sign."""
    tones: Mapping[Tone, Colour]
    pale: Mapping[Tone, Colour]
    """The part of a bar that is not done."""


PALETTES: Mapping[str, Palette] = {
    "light": Palette(
        ground="#FFFFFF",
        shade="#EBEEF4",
        line="#DDE1E8",
        ink="#1B2330",
        faint="#5A6474",
        today="#1F5FBF",
        today_ink="#FFFFFF",
        statutory="#B3261E",
        statutory_ink="#FFFFFF",
        sign_ink="#FFFFFF",
        tones={
            Tone.GOOD: "#1B7A45",
            Tone.BAD: "#B3261E",
            Tone.BUSY: "#1F5FBF",
            Tone.WAITING: "#8A5300",
            Tone.QUIET: "#5A6474",
            Tone.PLAIN: "#1B2330",
        },
        pale={
            Tone.GOOD: "#C7E6D3",
            Tone.BAD: "#F6CFCB",
            Tone.BUSY: "#CBDDF6",
            Tone.WAITING: "#F2DDB8",
            Tone.QUIET: "#DDE1E8",
            Tone.PLAIN: "#DDE1E8",
        },
    ),
    "dark": Palette(
        ground="#17212B",
        shade="#263543",
        line="#354454",
        ink="#F2F5F8",
        faint="#A6B3C1",
        today="#7DB4FF",
        today_ink="#0E1720",
        statutory="#FF8A80",
        statutory_ink="#2A0F0D",
        sign_ink="#101A23",
        tones={
            Tone.GOOD: "#6FD79B",
            Tone.BAD: "#FF8A80",
            Tone.BUSY: "#7DB4FF",
            Tone.WAITING: "#F2C46D",
            Tone.QUIET: "#A6B3C1",
            Tone.PLAIN: "#F2F5F8",
        },
        pale={
            Tone.GOOD: "#2C5240",
            Tone.BAD: "#5E3434",
            Tone.BUSY: "#2E4867",
            Tone.WAITING: "#57492B",
            Tone.QUIET: "#354454",
            Tone.PLAIN: "#354454",
        },
    ),
}

TONE_OF: Mapping[Sign, Tone] = {
    Sign.DONE: Tone.GOOD,
    Sign.REPORTED: Tone.GOOD,
    Sign.OVERDUE: Tone.BAD,
    Sign.WAITING: Tone.WAITING,
    Sign.STARTED: Tone.BUSY,
    Sign.OPEN: Tone.QUIET,
    Sign.NOT_APPLICABLE: Tone.QUIET,
    Sign.WATCHED: Tone.QUIET,
    Sign.DAY_OFF: Tone.QUIET,
    Sign.NOMINAL: Tone.QUIET,
    Sign.STATUTORY: Tone.BAD,
}

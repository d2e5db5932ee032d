"""What is being asked about settings and dates, as notes that outlive a restart. No key stands in one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class ChoosingHour:
    """The hour of the day's digest is asked: pressed or typed."""

    tag: Literal["choosing_hour"] = "choosing_hour"


class Setting(StrEnum):
    """What of a company's reminders, or of one's own, is typed."""

    HOUR = "hour"
    NIGHT = "night"
    """One's own quiet hours."""
    LADDER = "ladder"
    ROBOT = "robot"
    """Where a robot of the company leads."""
    NAME = "name"
    SIGNATURE = "signature"
    """The secret of a robot's signatures."""
    ADDRESS = "address"
    """Where oneself is reached beside Telegram."""


@dataclass(frozen=True, slots=True)
class Typing:
    """One setting is wanted, about `subject`: a clock, a group or robot; of nobody's company if one's own."""

    setting: Setting
    company: str = ""
    subject: str = ""
    tag: Literal["typing"] = "typing"


@dataclass(frozen=True, slots=True)
class MovingDate:
    """An inner date is to be moved: the day is asked; once there is one, the reason may be typed."""

    company: str
    season: str
    step: str
    day: str = ""
    """In ISO form."""
    why: str = ""
    tag: Literal["moving_date"] = "moving_date"

"""提醒设置: when and how much one person hears, and what can be chosen."""

from collections.abc import Sequence
from datetime import time

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.elsewhere import elsewhere_taps, keeps_clients
from chat.session import Session
from messages.say import Fact, ShortDay, say
from workflow.habits import Habit, Wants

HOURS = tuple(time(hour) for hour in range(7, 21))
NIGHTS = (
    (time(20), time(8)),
    (time(21), time(8)),
    (time(22), time(8)),
    (time(22), time(7)),
    (time(19), time(9)),
)
A_ROW = 5


def habit_card(s: Session, lead: Fact | None = None) -> Card:
    """What holds now."""
    habit = s.me.habit
    lines: list[Fact] = [say("habit-heading"), *([] if lead is None else [lead])]
    lines += [*_hour_lines(s, habit), _night(habit), say("habit-night-last")]
    lines += [say(f"habit-wants-{_id(habit.wants)}"), say(_digest_id(habit))]
    clients = int(keeps_clients(s))
    lines.append(say(f"elsewhere-{s.me.elsewhere}", clients=clients))
    rows = (
        (
            Tap(say("tap-habit-hour"), ref(Verb.HABIT_HOURS)),
            Tap(say("tap-habit-night"), ref(Verb.HABIT_NIGHTS)),
        ),
        tuple(
            Tap(say(f"tap-wants-{_id(each)}"), ref(Verb.HABIT_WANTS, each))
            for each in Wants
            if each is not habit.wants
        ),
        (
            Tap(say("tap-preview"), ref(Verb.PREVIEW)),
            Tap(say(_turned_digest_id(habit)), ref(Verb.HABIT_DIGEST, int(not habit.digest))),
        ),
        elsewhere_taps(s.me.elsewhere, clients),
        (
            Tap(say("tap-addresses"), ref(Verb.ADDRESSES)),
            Tap(say("tap-menu"), ref(Verb.MENU)),
        ),
    )
    return Card(tuple(lines), rows)


def hours_card(s: Session, lead: Fact | None = None) -> Card:
    """Ask for the hour: a button, or typed."""
    taps = [Tap(clock(each), ref(Verb.HABIT_HOUR, f"{each:%H%M}")) for each in HOURS]
    lines = [say("habit-heading"), *([] if lead is None else [lead])]
    lines += [*_hour_lines(s, s.me.habit), say("habit-ask-hour")]
    return Card(tuple(lines), (*_rows(taps), _back()))


def nights_card(s: Session, lead: Fact | None = None) -> Card:
    """Ask which hours are quiet: a button, or typed."""
    taps = [
        Tap(f"{clock(start)}-{clock(end)}", ref(Verb.HABIT_NIGHT, f"{start:%H%M}", f"{end:%H%M}"))
        for start, end in NIGHTS
    ]
    lines = [say("habit-heading"), *([] if lead is None else [lead])]
    lines += [_night(s.me.habit), say("habit-ask-night")]
    return Card(tuple(lines), (*_rows(taps, 2), _back()))


def preview_card(said: tuple[Fact, ...] | None) -> Card:
    """What the next reminder would say; None if none is in sight. Nothing in it can be pressed."""
    lines = (say("habit-heading"), say("preview-none")) if said is None else said
    return Card(lines, (_back(),), fresh=said is not None)


def clock(at: time) -> str:
    """9:30, as it is read in every language."""
    return f"{at.hour}:{at.minute:02}"


def _hour_lines(s: Session, habit: Habit) -> list[Fact]:
    if habit.since <= s.today:
        return [say("habit-hour", hour=clock(habit.hour))]
    return [
        say("habit-hour", hour=clock(habit.earlier)),
        say("habit-hour-from", hour=clock(habit.hour), day=ShortDay(habit.since)),
    ]


def _night(habit: Habit) -> Fact:
    return say("habit-night", start=clock(habit.quiet_from), end=clock(habit.quiet_to))


def _digest_id(habit: Habit) -> str:
    return "habit-digest" if habit.digest else "habit-each"


def _turned_digest_id(habit: Habit) -> str:
    return "tap-habit-digest-not" if habit.digest else "tap-habit-each-not"


def _id(wants: Wants) -> str:
    return wants.replace("_", "-")


def _back() -> tuple[Tap, ...]:
    return (Tap(say("tap-habits"), ref(Verb.HABIT)),)


def _rows(taps: Sequence[Tap], a_row: int = A_ROW) -> tuple[tuple[Tap, ...], ...]:
    return tuple(tuple(taps[place : place + a_row]) for place in range(0, len(taps), a_row))

"""进度图: the season as a picture, and the same facts in words under it."""

from collections.abc import Iterator

from chat.buttons import Verb, ref
from chat.card import Card, Pictured, Tap
from chat.documents import SeasonPicture, Theme
from chat.screens.progress import headed, statutory_line, step_label, verdict
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.timeline import Mark, Point, Timeline, timeline

SHOWN_NAMED = 4
"""Steps of one state that are named; of more the rest is counted."""
_MARKS = (
    Mark.OVERDUE,
    Mark.REPORTED,
    Mark.DONE,
    Mark.STARTED,
    Mark.WAITING,
    Mark.OPEN,
    Mark.NOT_APPLICABLE,
)


def season_picture(s: Session, case: Case, *, in_place: bool = False) -> Pictured:
    """The season drawn as the speaker likes pictures; `in_place` of the one that was pressed."""
    drawn = timeline(
        case.company, case.season, case.pack, s.house.calendar, s.overview(case), s.today
    )
    theme = Theme.DARK if s.me.dark_pictures else Theme.LIGHT
    name = f"{s.wording.plain(say('picture-file'))}.png"
    lines = tuple(_in_words(s, case, drawn))
    return Pictured(
        SeasonPicture(drawn, s.me.locale, theme, name),
        Card(lines, (_under_picture(s, case),)),
        Card((*headed(case, say("picture-failed")), *lines[1:]), (_instead(case),)),
        in_place=in_place,
    )


def _under_picture(s: Session, case: Case) -> tuple[Tap, ...]:
    ids = (case.company.id, case.season.id)
    other = Theme.LIGHT if s.me.dark_pictures else Theme.DARK
    turn = Tap(say(f"tap-picture-{other}"), ref(Verb.PICTURE_AS, *ids, other))
    return (turn, Tap(say("tap-steps"), ref(Verb.STEPS, *ids, 0)))


def _instead(case: Case) -> tuple[Tap, ...]:
    ids = (case.company.id, case.season.id)
    again = Tap(say("tap-picture-again"), ref(Verb.PICTURE, *ids))
    return (again, Tap(say("tap-steps"), ref(Verb.STEPS, *ids, 0)))


def _in_words(s: Session, case: Case, drawn: Timeline) -> Iterator[Fact]:
    """All that the picture shows, for whoever does not see it."""
    view = s.overview(case)
    yield from headed(case, None)
    yield verdict(case, view)
    yield statutory_line(view)
    yield say("progress-done", done=view.done, total=view.total, percent=view.percent)
    for mark in _MARKS:
        points = [point for point in drawn.points if point.mark is mark]
        if points:
            yield _line(mark, points)
    if drawn.provisional:
        yield say("dates-provisional", year=str(drawn.statutory.year))


def _line(mark: Mark, points: list[Point]) -> Say:
    named = Listed(tuple(_named(point) for point in points[:SHOWN_NAMED]))
    more = max(len(points) - SHOWN_NAMED, 0)
    return say(f"picture-words-{mark.replace('_', '-')}", steps=named, more=more)


def _named(point: Point) -> Fact:
    step = step_label(point.step)
    return say("picture-step", step=step, day=ShortDay(point.due)) if point.due else step

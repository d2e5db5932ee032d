"""服务质量: what the logs give is taken over for the fields, when somebody says so."""

from chat.card import Replies, Toasted
from chat.screens.consequences import consequences
from chat.screens.item import item_card
from chat.screens.quality import is_theirs, quality_card, quality_of
from chat.session import Case, Session
from messages.quality_words import name_of_line, reckoned, tell_figure, told_sources
from messages.say import Fact, Say, say
from workflow.actions import hand_in
from workflow.errors import ItemChanged
from workflow.given import AnswerGiven, Origin
from workflow.model import Outcome
from workflow.quality import Line


def open_quality(s: Session, case: Case, lead: Fact | None = None) -> Replies:
    """The card; of a pack that knows no such report: that it is so."""
    found = quality_of(s, case)
    if found is None:
        return (Toasted(say("toast-no-quality")),)
    return (quality_card(s, case, found, lead),)


def take(s: Session, case: Case, key: str, seen: int) -> Replies:
    """「改用算得的」 for one figure; a button that saw another version says so."""
    task = s.task(case, key)
    found = quality_of(s, case)
    line = found.line_of(task.item.key) if found else None
    if line is None or not line.is_to_take:
        return (Toasted(say("toast-quality-same")), item_card(s, case, task))
    if seen != (line.filled.version if line.filled else 0):
        raise ItemChanged
    now = s.saved(case, _taken(s, case, Outcome(case.company, ()), line))
    said = say("quality-taken", name=name_of_line(line), value=tell_figure(line, line.offered))
    return (*_came(s, case, now), *open_quality(s, now, said))


def take_all(s: Session, case: Case) -> Replies:
    """All that is offered to the speaker, in one step."""
    found = quality_of(s, case)
    lines = [line for line in found.to_take if is_theirs(s, case, line)] if found else []
    if not lines:
        return (Toasted(say("toast-quality-same")), *open_quality(s, case))
    outcome = Outcome(case.company, ())
    for line in lines:
        outcome = outcome.then(_taken(s, case, outcome, line))
    now = s.saved(case, outcome)
    said = say("quality-taken-all", count=len(lines))
    return (*_came(s, case, now), *open_quality(s, now, said))


def _came(s: Session, before: Case, now: Case) -> tuple[Toasted, ...]:
    """What it did to findings, over the screen: the card has no room for it."""
    lines = consequences(s, before, now).lines[:1]
    return tuple(Toasted(line) for line in lines if isinstance(line, Say))


def _taken(s: Session, case: Case, outcome: Outcome, line: Line) -> Outcome:
    assert line.item is not None and line.offered is not None  # noqa: S101, PT018 - it is to take
    return hand_in(
        outcome.company,
        case.season.id,
        case.pack,
        line.item.key,
        AnswerGiven(line.offered, origin=_origin(s, line)),
        by=s.doer,
    )


def _origin(s: Session, line: Line) -> Origin:
    """Where it is from, and how it was reckoned, in the words of whoever took it."""
    return Origin(
        source=s.wording.plain(told_sources(line)),
        meaning=s.wording.plain(reckoned(line)),
        as_of=s.today,
    )

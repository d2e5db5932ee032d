"""What a season knows on its first day: nobody is asked twice for what they said at 创建."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workflow.actions import hand_in
from workflow.change import Doer
from workflow.checklist import Task, checklist, season_of
from workflow.events import EventKind
from workflow.given import AnswerGiven, Words
from workflow.ids import SeasonId
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.pack import Pack, TextCheck, TextSpec


def fill_in_known(company: Company, season: SeasonId, pack: Pack, *, by: Doer) -> Outcome:
    """Answer the fields for name, credit code and licence number that stand empty."""
    return _fill(company, season, pack, {}, by)


def correct_known(
    before: Company, after: Outcome, pack_of: Callable[[Season], Pack], *, by: Doer
) -> Outcome:
    """A correction reaches the answers that still say what was corrected, and no others."""
    for season in after.company.seasons:
        if season.lifecycle is Lifecycle.ACTIVE:
            outdated = _known(before, season_of(before, season.id))
            step = _fill(after.company, season.id, pack_of(season), outdated, by)
            after = after.then(step)
    return after


def _known(company: Company, case: Season) -> Mapping[TextCheck, str]:
    return {
        TextCheck.COMPANY_NAME: company.name,
        TextCheck.USCC: company.uscc,
        TextCheck.LICENCE_NO: case.licence_no,
    }


def _fill(
    company: Company, season: SeasonId, pack: Pack, outdated: Mapping[TextCheck, str], by: Doer
) -> Outcome:
    """Answer what stands empty, or still says the outdated text."""
    case = season_of(company, season)
    known = _known(company, case)
    filled = Outcome(company, ())
    for task in checklist(company, case, pack):
        text, old = known.get(_check(task), ""), outdated.get(_check(task))
        said = _said(task)
        if text and text != said and said in (None, old):
            given = AnswerGiven(Words(text))
            step = hand_in(filled.company, season, pack, task.item.key, given, by=by)
            filled = filled.then(step)
    return _as_known(filled)


def _said(task: Task) -> str | None:
    """The text that stands; None where nothing does."""
    given = task.state.live[-1].given if task.state.live else None
    if isinstance(given, AnswerGiven) and isinstance(given.value, Words):
        return given.value.text
    return None if given is None else ""


def _as_known(filled: Outcome) -> Outcome:
    """Its events told apart from what somebody handed in: no step to take back or go on from."""
    if not filled.events:
        return filled
    events = tuple(replace(event, kind=EventKind.KNOWN_FILLED) for event in filled.events)
    recent = filled.company.recent
    before = recent[: len(recent) - len(events)]
    # Nobody is told of what the bot filled in by itself.
    return Outcome(replace(filled.company, recent=(*before, *events)), events)


def _check(task: Task) -> TextCheck:
    return task.item.spec.check if isinstance(task.item.spec, TextSpec) else TextCheck.ANY

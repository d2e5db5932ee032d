"""What a season knows on its first day: nobody is asked twice for what they said at 创建."""

from dataclasses import replace

from workflow.actions import hand_in
from workflow.change import Doer
from workflow.checklist import Task, checklist, season_of
from workflow.given import AnswerGiven, Words
from workflow.ids import SeasonId
from workflow.model import Company, EventKind, Outcome
from workflow.pack import Pack, TextCheck, TextSpec


def fill_in_known(company: Company, season: SeasonId, pack: Pack, *, by: Doer) -> Outcome:
    """Answer the fields for name, credit code and licence number that stand empty."""
    case = season_of(company, season)
    known = {
        TextCheck.COMPANY_NAME: company.name,
        TextCheck.USCC: company.uscc,
        TextCheck.LICENCE_NO: case.licence_no,
    }
    filled = Outcome(company, ())
    for task in checklist(company, case, pack):
        text = known.get(_check(task), "")
        if text and not task.state.live:
            given = AnswerGiven(Words(text))
            step = hand_in(filled.company, season, pack, task.item.key, given, by=by)
            filled = Outcome(step.company, (*filled.events, *step.events))
    return _as_known(filled)


def _as_known(filled: Outcome) -> Outcome:
    """Its events told apart from what somebody handed in: no step to take back or go on from."""
    events = tuple(replace(event, kind=EventKind.KNOWN_FILLED) for event in filled.events)
    recent = filled.company.recent
    before = recent[: len(recent) - len(events)]
    return Outcome(replace(filled.company, recent=(*before, *events)), events)


def _check(task: Task) -> TextCheck:
    return task.item.spec.check if isinstance(task.item.spec, TextSpec) else TextCheck.ANY

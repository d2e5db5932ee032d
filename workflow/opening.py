"""What a season knows on its first day: nobody is asked twice for what they said at 创建."""

from workflow.actions import hand_in
from workflow.change import Doer
from workflow.checklist import Task, checklist, season_of
from workflow.model import AnswerGiven, Company, Outcome, SeasonId, Words
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
    return filled


def _check(task: Task) -> TextCheck:
    return task.item.spec.check if isinstance(task.item.spec, TextSpec) else TextCheck.ANY

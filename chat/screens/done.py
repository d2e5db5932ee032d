"""Something was handed in: what was understood, what came of it, and what the step wants next."""

from collections.abc import Iterable, Sequence
from itertools import islice

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.consequences import NOTHING_CAME, Consequences
from chat.screens.found import look_taps
from chat.screens.item import step_tap
from chat.screens.progress import heading
from chat.screens.quality import given_lines, quality_rows
from chat.session import Case, Session
from messages.say import Fact, say
from messages.telling import tell_given
from workflow.answers import is_large
from workflow.assigning import may_hand_in
from workflow.checklist import Condition, Task
from workflow.given import AnswerGiven, FilesGiven, WaitingUntil
from workflow.pack import Duty, FormSpec


def said_back(task: Task) -> Fact:
    """「✔ 坐席总数:280 席」; an estimate or a wait says that it is still owed."""
    newest = task.state.live[-1]
    told = tell_given(newest.given, task.item)
    match newest.given:
        case WaitingUntil():
            name = "said-waiting"
        case AnswerGiven(estimate=True):
            name = "said-estimate"
        case _ if task.condition is Condition.IN_REVIEW:
            name = "said-in-review"
        case _ if task.is_owed:
            name = "said-half"
        case _:
            name = "said-done"
    said = say(name, title=task.item.title, what=told, version=newest.version)
    match newest.given:
        case AnswerGiven(value) if is_large(value, task.item.spec):
            return say("said-large", said=said)
        case _:
            return said


def done_card(
    s: Session, case: Case, task: Task, lead: Fact, after: Consequences = NOTHING_CAME
) -> Card:
    """What was understood and what came of it, with 修改, 撤销 and what the step wants next."""
    here = (case.company.id, case.season.id, task.item.key)
    newest = task.state.live[-1]
    view = s.overview(case)
    row = next((row for row in view.rows if row.key == task.item.milestone), None)
    is_asked = task.item.duty is not Duty.CHECKING
    owed = _owed_after(task, s.seen(case, row.tasks)) if row and is_asked else []
    lines: list[Fact] = [heading(case), lead, *after.lines]
    if isinstance(task.item.spec, FormSpec) and task.condition is Condition.OPEN:
        lacks_line = isinstance(newest.given, FilesGiven)
        lines.append(say("form-wants-line" if lacks_line else "form-wants-files"))
    if is_asked:
        lines.append(say("step-left", count=len(owed)) if owed else say("step-all-done"))
    change = Tap(say("tap-change"), ref(Verb.ITEM, *here))
    undo = Tap(say("tap-withdraw"), ref(Verb.WITHDRAW, *here, newest.version))
    following = tuple(
        Tap(say("tap-next-item", title=each.item.title), ref(Verb.ITEM, *here[:2], each.item.key))
        for each in _for_me(s, case, owed)
    )
    rows = (*quality_rows(s, case, task), following, (step_tap(s, case, task),))
    found = after.rows or (look_taps(s, case, task.item.key),)
    return Card((*lines, *given_lines(s, case, task)), (*found, (change, undo), *rows))


def _owed_after(task: Task, tasks: Sequence[Task]) -> list[Task]:
    """What the step still owes, the next after this one first."""
    keys = [each.item.key for each in tasks]
    place = keys.index(task.item.key) + 1 if task.item.key in keys else 0
    return [each for each in (*tasks[place:], *tasks[:place]) if each.is_owed]


def _for_me(s: Session, case: Case, owed: Sequence[Task]) -> Iterable[Task]:
    """The first of them that the speaker may hand in, if there is one."""
    mine = (
        each
        for each in owed
        if each.condition is not Condition.IN_REVIEW
        and may_hand_in(s.me.person, case.company, case.season, each.item)
    )
    return islice(mine, 1)

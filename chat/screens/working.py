"""Whose an item is, who accepts it, and for whom it is handed in: lines and buttons of its card."""

from collections.abc import Iterable

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.papers import file_rows
from chat.screens.progress import heading, name_of
from chat.screens.steps import page_taps, task_label
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.assigning import may_hand_in, owner_of
from workflow.checklist import Condition, Task, takes_files
from workflow.given import FilesGiven
from workflow.handling import hands
from workflow.ids import PersonId
from workflow.model import Company
from workflow.pack import FormSpec
from workflow.permissions import TABLE, Action, may
from workflow.team import Member

PEOPLE_A_PAGE = 6
ITEMS_A_PAGE = 6
PAPERS_SHOWN = 3
"""So many files stand on a card; all of them are in its history."""


def _here(case: Case, task: Task) -> tuple[str, str, str]:
    return case.company.id, case.season.id, task.item.key


def working_lines(case: Case, task: Task) -> list[Fact]:
    """Who has it, whether it waits for somebody's word, and why it was given back."""
    lines: list[Fact] = []
    owner = owner_of(case.company, case.season, task.item)
    if owner is not None:
        lines.append(say("item-owner", who=name_of(case, owner)))
    if task.given_back:
        by = name_of(case, task.given_back.by)
        lines.append(say("item-given-back", who=by, why=task.given_back.reason))
    if task.condition is Condition.IN_REVIEW:
        checks = Listed(task.item.checks)
        lines.append(say("item-in-review", checks=checks) if task.item.checks else _plainly())
    return lines


def _plainly() -> Say:
    return say("item-in-review-plain")


def working_rows(s: Session, case: Case, task: Task) -> tuple[tuple[Tap, ...], ...]:
    """To accept or give back, and to take it where nobody has it."""
    rows: list[tuple[Tap, ...]] = []
    if may_judge(s, case, task):
        here = (*_here(case, task), task.state.version)
        accept = Tap(say("tap-accept"), ref(Verb.ACCEPT, *here))
        back = Tap(say("tap-give-back"), ref(Verb.GIVE_BACK, *here))
        rows += [(accept, back), *_papers_rows(case, task)]
    if _may_take(s, case, task):
        rows.append((Tap(say("tap-take"), ref(Verb.TAKE, *_here(case, task))),))
    return tuple(rows)


def _papers_rows(case: Case, task: Task) -> tuple[tuple[Tap, ...], ...]:
    """What is to be looked at before it is accepted; a form's papers also beside newer lines."""
    live = task.state.live if isinstance(task.item.spec, FormSpec) else task.state.live[-1:]
    papers = [entry for entry in live if isinstance(entry.given, FilesGiven)]
    rows = [row for entry in papers[-1:] for row in file_rows(case, task, entry)]
    return tuple(rows[:PAPERS_SHOWN])


def may_judge(s: Session, case: Case, task: Task) -> bool:
    """Whether the item waits for the reader's word: accepted or given back."""
    if task.condition is not Condition.IN_REVIEW or s.me.person in hands(task.item, task.state):
        return False
    return may(s.me.person, Action.REVIEW, case.company)


def _may_take(s: Session, case: Case, task: Task) -> bool:
    if not task.is_owed or task.condition is Condition.IN_REVIEW:
        return False
    if not case.company.members[1:]:  # alone, there is nobody to take it from
        return False
    if owner_of(case.company, case.season, task.item) is not None:
        return False
    return may_hand_in(s.me.person, case.company, case.season, task.item)


def more_rows(s: Session, case: Case, task: Task) -> tuple[tuple[Tap, ...], ...]:
    """Behind 更多 of an item: give it to somebody, hand in for somebody, how it is handled."""
    company, here, person = case.company, _here(case, task), s.me.person
    rows: list[tuple[Tap, ...]] = []
    if may(person, Action.ASSIGN, company) and company.members[1:]:
        rows.append((Tap(say("tap-assign"), ref(Verb.ASSIGN, *here, 0)),))
    elif owner_of(company, case.season, task.item) == person:
        rows.append((Tap(say("tap-lay-down"), ref(Verb.ASSIGN_TO, *here, "")),))
    if may(person, Action.HAND_IN, company):
        rows.append((Tap(say("tap-behalf"), ref(Verb.BEHALF, *here, 0)),))
    if takes_files(task.item) and may_hand_in(person, company, case.season, task.item):
        rows.append((Tap(say("tap-located"), ref(Verb.ASK, *here[:2], "located", here[2])),))
    if may(person, Action.TAILOR, company):
        rows += _handling_rows(here, task)
    return tuple(rows)


def _handling_rows(here: tuple[str, str, str], task: Task) -> tuple[tuple[Tap, ...], ...]:
    """How the item is handled here, each to be turned round."""
    review = "tap-not-reviewed" if task.item.reviewed else "tap-reviewed"
    matter = "tap-not-sensitive" if task.item.sensitive else "tap-sensitive"
    reviewed = ref(Verb.REVIEWED, *here, "no" if task.item.reviewed else "yes")
    sensitive = ref(Verb.SENSITIVE, *here, "no" if task.item.sensitive else "yes")
    return ((Tap(say(review), reviewed),), (Tap(say(matter), sensitive),))


def people_card(case: Case, task: Task, page: int) -> Card:
    """Asks to whom the item is given."""
    here = _here(case, task)
    able = [each for each in case.company.members if _can_do(each)]
    shown = able[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    taps = tuple((Tap(each.name, ref(Verb.ASSIGN_TO, *here, each.person)),) for each in shown)
    turn = page_taps(page, len(able), PEOPLE_A_PAGE, lambda to: ref(Verb.ASSIGN, *here, to))
    back = (
        Tap(say("tap-back-to-department"), ref(Verb.ASSIGN_TO, *here, "")),
        Tap(say("tap-item"), ref(Verb.ITEM, *here)),
    )
    other = (Tap(say("tap-assign-other"), ref(Verb.ASSIGN_WHICH, *here[:2], 0)),)
    line = say("assign-ask", title=task.item.title)
    return Card((heading(case), line), (*taps, turn, back, other))


def which_item_card(s: Session, case: Case, page: int) -> Card:
    """Asks which item is to be given to somebody: all that is owed, and whose it is now."""
    open_ones = [task for row in s.overview(case).rows for task in row.tasks if task.is_owed]
    tasks = s.seen(case, open_ones)
    shown = tasks[page * ITEMS_A_PAGE : (page + 1) * ITEMS_A_PAGE]
    lines = [say("assign-line", title=each.item.title, who=whose(case, each)) for each in shown]
    taps = tuple(
        (Tap(task_label(each), ref(Verb.ASSIGN, *_here(case, each), 0)),) for each in shown
    )
    ids = (case.company.id, case.season.id)
    turn = page_taps(page, len(tasks), ITEMS_A_PAGE, lambda to: ref(Verb.ASSIGN_WHICH, *ids, to))
    asked = say("assign-which") if tasks else say("assign-nothing")
    return Card((heading(case), asked, *lines), (*taps, turn))


def whose(case: Case, task: Task) -> Fact:
    """To whom it was given, else its departments."""
    owner = owner_of(case.company, case.season, task.item)
    if owner is not None:
        return name_of(case, owner)
    names = tuple(say(f"department-{each.lower()}") for each in task.item.departments)
    return Listed(names) if names else say("board-nobody")


def _can_do(each: Member) -> bool:
    return any(Action.HAND_IN_MINE in TABLE[role] for role in each.roles)


def behalf_card(case: Case, task: Task, page: int) -> Card:
    """「这份谁给的?」: members, colleagues without Telegram, or a name typed."""
    here = _here(case, task)
    known = list(_givers(case.company))
    shown = known[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    taps = tuple((Tap(name, ref(Verb.BEHALF_OF, *here, key)),) for key, name in shown)
    turn = page_taps(page, len(known), PEOPLE_A_PAGE, lambda to: ref(Verb.BEHALF, *here, to))
    other = Tap(say("tap-behalf-other"), ref(Verb.ASK, *here[:2], "behalf_name", here[2]))
    back = Tap(say("tap-item"), ref(Verb.ITEM, *here))
    line = say("behalf-ask", title=task.item.title)
    return Card((heading(case), line), (*taps, turn, (other, back)))


def _givers(company: Company) -> Iterable[tuple[str, str]]:
    yield from ((each.person, each.name) for each in company.members)
    yield from ((f"n{each.number}", each.name) for each in company.colleagues)


def giver_name(company: Company, key: str) -> str:
    """The name that a button of `behalf_card` stands for; empty if they are gone."""
    return dict(_givers(company)).get(key, "")


def assigned_line(case: Case, task: Task, to: PersonId | None) -> Say:
    """What was done."""
    if to is None:
        return say("said-back-to-department", title=task.item.title)
    return say("said-assigned", title=task.item.title, who=name_of(case, to))

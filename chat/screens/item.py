"""The card of one item: what is asked, its basis, when, the versions, and how to hand it in."""

from chat.buttons import Ref, Verb, ref
from chat.card import Card, Tap
from chat.screens.evidence import located_row, reuse_row
from chat.screens.found import look_taps
from chat.screens.how import how_to
from chat.screens.matters import item_matter_taps, item_matters
from chat.screens.origin import may_have_origin, origin_lines
from chat.screens.progress import headed, heading, name_of, step_name
from chat.screens.publicity import comparing_lines, comparing_rows
from chat.screens.quality import quality_lines, quality_rows
from chat.screens.signing import sign_lines, sign_row
from chat.screens.steps import ITEMS_A_PAGE, short_due
from chat.screens.working import may_judge, more_rows, working_lines, working_rows
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_given
from workflow.assigning import may_hand_in
from workflow.checklist import Condition, Task, checklist
from workflow.given import Entry
from workflow.pack import ChoiceSpec, Duty, FormSpec, Item, ItemKind, TableSpec
from workflow.permissions import Action, may

TYPED_OPTIONS = 40
"""More options than this are typed, not pressed."""

FEW_OPTIONS = 12
WIDE, NARROW = 2, 4
"""Buttons in a row while options are few, and when they are many."""


def item_card(
    s: Session,
    case: Case,
    task: Task,
    *,
    lead: Fact | None = None,
    filling: bool = False,
    picked: tuple[str, ...] = (),
    is_refusal: bool = False,
) -> Card:
    """The item as it stands; `lead` is what has just happened to it, or (`is_refusal`) has not."""
    lines = headed(case, lead)
    lines.append(_title(s, case, task))
    if task.item.hint:
        lines.append(say("item-hint", text=task.item.hint))
    lines.append(_standing(case, task))
    lines += () if is_refusal else origin_lines(task)  # what was wrong needs the room
    lines += comparing_lines(s, case, task)
    lines += working_lines(case, task)
    lines += item_matters(s, case, task.item.key)
    lines += quality_lines(s, case, task) if lead is None else ()
    lines += sign_lines(case, task)
    lines.append(_basis(task.item))
    is_theirs = may_hand_in(s.me.person, case.company, case.season, task.item)
    if is_theirs and not _is_settled(task) and not may_judge(s, case, task):
        lines.append(how_to(task.item))
    return Card(
        tuple(lines),
        (
            *working_rows(s, case, task),
            sign_row(s, case, task),
            located_row(s, case, task),
            *quality_rows(s, case, task),
            *comparing_rows(s, case, task),
            *(_give_rows(case, task, picked) if is_theirs else ()),
            item_matter_taps(s, case, task.item.key),
            () if filling else look_taps(s, case, task.item.key),
            *_more_rows(s, case, task, filling=filling),
        ),
    )


def _is_settled(task: Task) -> bool:
    """Confirmed: there is nothing to press any more."""
    return task.item.kind is ItemKind.CONFIRM and task.condition is Condition.DONE


def _title(s: Session, case: Case, task: Task) -> Say:
    step = s.plan(case).step(task.item.milestone)
    return say(
        "item-title",
        title=task.item.title,
        step=step_name(step) if step else "",
        due=short_due(step) if step else say("due-none"),
    )


def _standing(case: Case, task: Task) -> Say:
    """What there is now: the newest version, who gave it and when; or that there is nothing."""
    live = task.state.live
    if not live:
        return say("item-empty")
    newest = live[-1]
    return say(
        "item-given",
        what=tell_given(newest.given, task.item),
        version=newest.version,
        who=giver_of(case, newest),
        at=newest.at,
    )


def giver_of(case: Case, entry: Entry) -> Fact:
    """Who handed it in; where it was for somebody else, both (代交)."""
    who = name_of(case, entry.by)
    return say("given-for", giver=entry.behalf, who=who) if entry.behalf else who


def _basis(item: Item) -> Say:
    facts: dict[str, Fact] = {
        "standing": say(f"standing-{item.basis.standing}"),
        "departments": _departments(item),
    }
    if item.evidence is None:
        return say("item-basis", **facts)
    return say("item-basis-evidence", evidence=item.evidence, **facts)


def _departments(item: Item) -> Fact:
    if not item.departments:
        return say("value-empty")
    return Listed(tuple(say(f"department-{each.lower()}") for each in item.departments))


# --- buttons ----------------------------------------------------------------------------


def _give_rows(case: Case, task: Task, picked: tuple[str, ...]) -> tuple[tuple[Tap, ...], ...]:
    """The button that does the thing, where a button can."""
    here = (case.company.id, case.season.id, task.item.key)
    version = task.state.version
    match task.item.kind, task.item.spec:
        case ItemKind.CONFIRM, _ if _is_settled(task):
            return ()
        case ItemKind.CONFIRM, _:
            return ((Tap(say("tap-confirm"), ref(Verb.CONFIRM, *here, version)),),)
        case ItemKind.SIGN, _:
            return ((Tap(say("tap-signed"), _ask(case, "sign_name", task.item)),),)
        case _, ChoiceSpec() as spec:
            return _option_rows(case, task, spec, picked)
        case _, TableSpec():
            none = Tap(say("tap-none"), ref(Verb.NONE_OF_TABLE, *here, version))
            return ((Tap(say("tap-template"), ref(Verb.TEMPLATE, *here)), none),)
        case _, FormSpec():
            return ((Tap(say("tap-template"), ref(Verb.TEMPLATE, *here)),),)
        case _:
            return ()


def _option_rows(
    case: Case, task: Task, spec: ChoiceSpec, picked: tuple[str, ...]
) -> tuple[tuple[Tap, ...], ...]:
    here = (case.company.id, case.season.id, task.item.key)
    if len(spec.options) > TYPED_OPTIONS:
        return ()
    taps = [
        Tap(
            say("option-picked", title=option.title) if option.key in picked else option.title,
            ref(Verb.CHOOSE, *here, option.key, task.state.version),
        )
        for option in spec.options
    ]
    width = NARROW if len(taps) > FEW_OPTIONS else WIDE
    rows = [tuple(taps[n : n + width]) for n in range(0, len(taps), width)]
    if spec.many:
        done = ref(Verb.CHOSEN, *here, task.state.version)
        rows.append((Tap(say("tap-chosen", count=len(picked)), done),))
    return tuple(rows)


def _more_rows(s: Session, case: Case, task: Task, *, filling: bool) -> tuple[tuple[Tap, ...], ...]:
    here = (case.company.id, case.season.id, task.item.key)
    live = task.state.live
    row = [Tap(say("tap-more"), ref(Verb.MORE, *here))] if _more_taps(s, case, task) else []
    if live:
        row.insert(0, Tap(say("tap-history"), ref(Verb.HISTORY, *here)))
    if live and live[-1].by == s.me.person:
        row.insert(0, Tap(say("tap-withdraw"), ref(Verb.WITHDRAW, *here, live[-1].version)))
    if not filling:
        return (tuple(row), (step_tap(s, case, task),))
    back, skip = ref(Verb.BACK, *here), ref(Verb.SKIP, *here)
    return ((Tap(say("tap-back"), back), Tap(say("tap-skip"), skip)), tuple(row))


def step_tap(s: Session, case: Case, task: Task) -> Tap:
    """To the step of the item, on the page where it stands; of 校验数据 to what is not checked."""
    if task.item.duty is Duty.CHECKING:
        return Tap(
            say("tap-unchecked-list"), ref(Verb.UNCHECKED, case.company.id, case.season.id, 0)
        )
    step = task.item.milestone
    tasks = s.seen(case, checklist(case.company, case.season, case.pack))
    mates = [each.item.key for each in tasks if each.item.milestone == step]
    page = mates.index(task.item.key) // ITEMS_A_PAGE if task.item.key in mates else 0
    return Tap(say("tap-step"), ref(Verb.STEP, case.company.id, case.season.id, step, page))


def _ask(case: Case, wanted: str, item: Item) -> Ref:
    return ref(Verb.ASK, case.company.id, case.season.id, wanted, item.key)


def more_card(s: Session, case: Case, task: Task) -> Card:
    """What else can be said of an item: not yet, not for us, another name, not in our form."""
    back = (Tap(say("tap-item"), ref(Verb.ITEM, case.company.id, case.season.id, task.item.key)),)
    lines = (heading(case), say("item-more", title=task.item.title))
    return Card(lines, (*_more_taps(s, case, task), back))


def _more_taps(s: Session, case: Case, task: Task) -> tuple[tuple[Tap, ...], ...]:
    here = (case.company.id, case.season.id, task.item.key)
    rows: list[tuple[Tap, ...]] = []
    is_theirs = may_hand_in(s.me.person, case.company, case.season, task.item)
    is_open = task.item.kind is ItemKind.ANSWER and task.condition is not Condition.DONE
    if is_theirs and is_open:
        rows.append((Tap(say("tap-estimate"), ref(Verb.ESTIMATE, *here)),))
    if is_theirs and may_have_origin(task):
        rows.append((Tap(say("tap-origin"), _ask(case, "origin", task.item)),))
    rows.append(reuse_row(s, case, task))
    rows += more_rows(s, case, task)
    if is_theirs:
        rows.append((Tap(say("tap-wait"), _ask(case, "wait_day", task.item)),))
        rows.append((Tap(say("tap-not-applicable"), _ask(case, "not_applicable", task.item)),))
    if may(s.me.person, Action.TAILOR, case.company):
        rows.append((Tap(say("tap-rename"), _ask(case, "rename", task.item)),))
        rows.append((Tap(say("tap-drop-item"), _ask(case, "drop_item", task.item)),))
    return tuple(filter(None, rows))

"""The authority's matters in few words: their names, and where other cards speak of them."""

from collections.abc import Iterable

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.session import Case, Session
from messages.say import Fact, Say, ShortDay, say
from workflow.authority import may_see_matters, open_matters
from workflow.checklist import Task
from workflow.events import Event, EventKind
from workflow.ids import ItemKey
from workflow.matters import Matter, MatterKind, MatterState
from workflow.model import Company
from workflow.permissions import Action, may
from workflow.rules import RuleKey

SHOWN_OF_THE_TEXT = 160
"""Signs of what was said that stand on another card than its own."""


def kind_name(kind: MatterKind) -> Say:
    """管局来电, 约谈, 退回, 现场核查."""
    return say(f"matter-kind-{kind}")


def matter_name(matter: Matter) -> Say:
    """「管局来电 03-12(周五)」."""
    return say("matter-name", kind=kind_name(matter.kind), day=ShortDay(matter.on))


OF_MATTERS = frozenset({
    *(EventKind.MATTER_RECORDED, EventKind.MATTER_WITHDRAWN, EventKind.MATTER_LINKED),
    *(EventKind.MATTER_TURNED, EventKind.MATTER_RESTORED),
    *(EventKind.MATTER_TERM_SET, EventKind.MATTER_TERM_RESTORED),
    EventKind.MATTER_LINK_RESTORED,
})  # fmt: skip
"""Events whose subject is a matter's step."""


def matter_told_of(case: Case, event: Event) -> Fact:
    """The matter that such an event is about, taken back or not."""
    found = (each for each in case.season.matters if each.step == event.subject)
    return next(map(matter_name, found), say("value-empty"))


def state_word(_: Company, kept: str) -> Fact:
    """未答复, 已答复, 已办结."""
    return say(f"matter-word-{kept}")


def day_of(case: Case, matter: Matter) -> Fact:
    """By when: the authority's term, else the company's own day, which says so."""
    return ShortDay(matter.due) if matter.due else say("matter-own-day", day=own_day(case, matter))


def own_day(case: Case, matter: Matter) -> Fact:
    """The day of its own step."""
    moved = case.season.moved.get(matter.step)
    own = [each.day for each in case.season.tailoring.added_steps if each.key == matter.step]
    days = [moved.day] if moved else own
    return ShortDay(days[0]) if days else say("due-none")


def clipped(said: str) -> str:
    """The beginning of a long text."""
    return said if len(said) <= SHOWN_OF_THE_TEXT else f"{said[: SHOWN_OF_THE_TEXT - 1]}…"


def matters_line(s: Session, case: Case) -> tuple[Say, ...]:
    """「2 件管局事项没办完」 for 进度, while there are any, and for who may know."""
    found = _open(s, case)
    if not found:
        return ()
    first = min(found, key=lambda each: each.due or each.on)
    due = day_of(case, first)
    return (say("matters-open", count=len(found), what=matter_name(first), due=due),)


def matters_tap(s: Session, case: Case) -> tuple[Tap, ...]:
    """To them."""
    ids = (case.company.id, case.season.id)
    return (Tap(say("tap-matters"), ref(Verb.MATTERS, *ids)),) if _open(s, case) else ()


def _open(s: Session, case: Case) -> tuple[Matter, ...]:
    return open_matters(case.season) if may_see_matters(s.me.person, case.company) else ()


# --- on the cards of what it is about ---------------------------------------------------------


def item_matters(s: Session, case: Case, key: ItemKey) -> tuple[Say, ...]:
    """That the authority asks about this item; on its closing paper, what it said."""
    papers = [each for each in open_matters(case.season) if each.paper == key]
    wanted = tuple(
        say("item-matter-paper", what=matter_name(each), said=clipped(each.said)) for each in papers
    )
    about = (each for each in open_matters(case.season) if key in each.items)
    return (*wanted, *_asked_about(s, case, about))


def finding_matters(s: Session, case: Case, key: RuleKey) -> tuple[Say, ...]:
    """That the authority asks about what this finding says."""
    about = (each for each in open_matters(case.season) if key in each.findings)
    return tuple(_asked_about(s, case, about))


def _asked_about(s: Session, case: Case, about: Iterable[Matter]) -> tuple[Say, ...]:
    """Who may not read what was said hears only that it is looked at, and by when."""
    if not may_see_matters(s.me.person, case.company):
        return tuple(say("item-matter-inside", due=day_of(case, each)) for each in about)
    return tuple(
        say("item-matter", what=matter_name(each), due=day_of(case, each)) for each in about
    )


def item_matter_taps(s: Session, case: Case, key: ItemKey) -> tuple[Tap, ...]:
    """To the matters that ask about the item, or for it."""
    return tuple(
        matter_tap(case, each) for each in _open(s, case) if key in (*each.items, each.paper)
    )


def finding_matter_taps(s: Session, case: Case, key: RuleKey) -> tuple[Tap, ...]:
    """To the matters that ask about the finding."""
    return tuple(matter_tap(case, each) for each in _open(s, case) if key in each.findings)


def closings(s: Session, case: Case, task: Task) -> tuple[Matter, ...]:
    """The open matters whose closing paper that is, for who may say that they are over."""
    if not may(s.me.person, Action.RECORD_FILING, case.company):
        return ()
    return tuple(each for each in open_matters(case.season) if each.paper == task.item.key)


def close_tap(case: Case, matter: Matter) -> Tap:
    """[办结]: handing the paper in says nothing of what the authority thinks of it."""
    here = (case.company.id, case.season.id, matter.number)
    return Tap(say("tap-turn-closed"), ref(Verb.MATTER_TURN, *here, MatterState.CLOSED))


def matter_tap(case: Case, matter: Matter) -> Tap:
    """To its card."""
    to = ref(Verb.MATTER, case.company.id, case.season.id, matter.number)
    return Tap(say("tap-matter", what=matter_name(matter)), to)

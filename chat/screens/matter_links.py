"""Which fields, papers and findings a matter of the authority's is about: pressed, or typed by name."""

from collections.abc import Iterable, Sequence

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.authority import finding_name
from chat.screens.matters import matter_name
from chat.screens.progress import headed
from chat.session import Case, Session
from messages.catalogue import WRITTEN
from messages.say import Fact, say
from messages.wording import Wording
from workflow.checklist import Task, checklist
from workflow.ids import ItemKey
from workflow.judging import findings
from workflow.matters import Matter
from workflow.pack import Item
from workflow.rules import RuleKey

SUGGESTED = 4
SHORTEST = 2
ITEM, FINDING = "i", "f"
"""What a button links; a 1 after it says that it does, a 0 that it unlinks."""


def link_card(
    s: Session, case: Case, matter: Matter, named: Sequence[Task] = (), lead: Fact | None = None
) -> Card:
    """What it is about already, and what it may be about: what was named, found, or said in it."""
    tasks = s.seen(case, checklist(case.company, case.season, case.pack))
    titles = {each.item.key: each.item for each in tasks if each.item.key != matter.paper}
    linked = [titles[key] for key in matter.items if key in titles]
    offered = [each.item for each in (*named, *_mentioned(s, matter, tasks))]
    keys = dict.fromkeys(each.key for each in offered if each.key in titles)
    fresh = [titles[key] for key in keys if key not in matter.items][:SUGGESTED]
    rows = [
        *(_item_row(case, matter, each, is_linked=True) for each in linked),
        *(_item_row(case, matter, each, is_linked=False) for each in fresh),
        *(_finding_row(case, matter, key) for key in _findings(case, matter)),
    ]
    done = ref(Verb.MATTER, case.company.id, case.season.id, matter.number)
    lines = (*headed(case, lead), say("matter-link-ask", what=matter_name(matter)))
    return Card(lines, (*rows, (Tap(say("tap-matter-linked"), done),)))


def _mentioned(s: Session, matter: Matter, tasks: Iterable[Task]) -> Iterable[Task]:
    """Items whose title stands in what was said, in whichever language."""
    said = matter.said.casefold()
    return (each for each in tasks if any(name in said for name in _names(s, each.item)))


def _names(s: Session, item: Item) -> tuple[str, ...]:
    wordings = (Wording(s.house.catalogue, locale, s.house.zone) for locale in WRITTEN)
    names = (wording.plain(item.title).casefold() for wording in wordings)
    return tuple(name for name in names if len(name) >= SHORTEST)


def _findings(case: Case, matter: Matter) -> tuple[RuleKey, ...]:
    known = [each.key for each in findings(case.company, case.season, case.pack) if each.record]
    return tuple(dict.fromkeys((*matter.findings, *known[:SUGGESTED])))


def _item_row(case: Case, matter: Matter, item: Item, *, is_linked: bool) -> tuple[Tap, ...]:
    return (_toggle(case, matter, ITEM, ItemKey(item.key), item.title, is_linked=is_linked),)


def _finding_row(case: Case, matter: Matter, key: RuleKey) -> tuple[Tap, ...]:
    is_linked = key in matter.findings
    return (_toggle(case, matter, FINDING, key, finding_name(case, key), is_linked=is_linked),)


def _toggle(
    case: Case, matter: Matter, sort: str, key: str, title: Fact, *, is_linked: bool
) -> Tap:
    here = (case.company.id, case.season.id, matter.number)
    label = say("option-picked", title=title) if is_linked else title
    return Tap(label, ref(Verb.MATTER_TOGGLE, *here, f"{sort}{int(not is_linked)}", key))

"""问经办人: about which line one asks, and of whom."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import heading, name_of
from chat.screens.sign_lines import standing_findings
from chat.screens.steps import page_taps
from chat.session import Case, Session
from messages.say import say
from workflow.content import signed_items
from workflow.ids import ItemKey
from workflow.pack import Item, ItemKind
from workflow.signer_questions import whom_to_ask

ITEMS_A_PAGE = 6


def which_card(s: Session, case: Case, page: int) -> Card:
    """Every answer, those that findings are about first, each with who would be asked."""
    here = (case.company.id, case.season.id)
    items = _in_order(s, case)
    page = max(0, min(page, (len(items) - 1) // ITEMS_A_PAGE))
    shown = items[page * ITEMS_A_PAGE : (page + 1) * ITEMS_A_PAGE]
    taps = tuple((_tap(s, case, item),) for item in shown)
    turn = page_taps(page, len(items), ITEMS_A_PAGE, lambda to: ref(Verb.SIGN_ABOUT, *here, to))
    back = (Tap(say("tap-signing-back"), ref(Verb.SIGN_CARD, *here)),)
    line = say("signing-ask-about") if items else say("signing-ask-nothing")
    return Card((heading(case), line), (*taps, turn, back))


def _in_order(s: Session, case: Case) -> tuple[Item, ...]:
    """What was handed in and may be seen."""
    weighty = [key for each in standing_findings(case) for key in each.check.rule.items]
    given = [item for item in signed_items(case.season, case.pack) if _is_askable(s, case, item)]
    order = {key: place for place, key in enumerate(dict.fromkeys(weighty))}
    return tuple(sorted(given, key=lambda item: order.get(item.key, len(order))))


def _is_askable(s: Session, case: Case, item: Item) -> bool:
    if item.kind not in (ItemKind.ANSWER, ItemKind.MATERIAL) or not s.sees(case, item):
        return False
    return bool(s.task(case, item.key).state.live)


def _tap(s: Session, case: Case, item: Item) -> Tap:
    to = whom_to_ask(case.company, case.season, case.pack, ItemKey(item.key), s.me.person)
    who = name_of(case, to) if to else say("somebody")
    label = say("tap-signing-about", title=item.title, who=who)
    return Tap(label, ref(Verb.SIGN_ABOUT_ITEM, case.company.id, case.season.id, item.key))

"""What a rule concerns: the items it looks at, whose they are, and who may see what it found."""

from collections.abc import Iterable, Iterator

from workflow.assigning import may_hand_in, may_see
from workflow.checklist import asked_items, find_task, inputs_of, item_of
from workflow.checks import Check, Verdict
from workflow.errors import NoSuchItem
from workflow.ids import ItemKey, PersonId
from workflow.leaves import Year
from workflow.looking import looked_at
from workflow.model import Company, Season
from workflow.pack import Item, Pack
from workflow.permissions import Action, may
from workflow.rules import Rule


def concerned(rule: Rule) -> tuple[ItemKey, ...]:
    """Whatever it looks at or names, each once, the likeliest to be put right first."""
    conditions = [rule.fires] if rule.applies is None else [rule.fires, rule.applies]
    seen = [look.item for each in conditions for look in looked_at(each)]
    told = [look.item for each in rule.says.values() for look in looked_at(each.value)]
    return tuple(dict.fromkeys((*rule.items, *seen, *told)))


def _items(season: Season, pack: Pack, keys: Iterable[ItemKey]) -> Iterator[Item]:
    """Those of the keys that the pack knows, as the season has them where it asks for them."""
    for key in keys:
        item = item_of(season, pack, key) or pack.find(key)
        if item is not None:
            yield item


def may_see_rule(
    person: PersonId, company: Company, season: Season, pack: Pack, rule: Rule
) -> bool:
    """Whether the person may see what it found: all that it looks at. NoSuchCompany for a stranger."""
    if may(person, Action.LOOK_SENSITIVE, company):
        return may(person, Action.LOOK, company)
    items = _items(season, pack, concerned(rule))
    return all(may_see(person, company, season, item) for item in items)


def may_put_right(
    person: PersonId, company: Company, season: Season, pack: Pack, rule: Rule
) -> bool:
    """Whether the person may hand in something that puts it right, and so may say why it is so."""
    items = _items(season, pack, rule.items)
    return any(may_hand_in(person, company, season, item) for item in items)


def can_be_answered(company: Company, season: Season, pack: Pack, key: ItemKey) -> bool:
    """Whether the season asks for the item: no profile, no doing without, keeps it away."""
    try:
        find_task(company, season, pack, key)
    except NoSuchItem:
        return False
    return True


def wanted_inputs(season: Season, pack: Pack, checks: Iterable[Check]) -> tuple[Item, ...]:
    """What the rules look at in this year's figures and the season asks for, each once.

    Also what is answered already; of rules that do not concern the company nothing.
    """
    asked = {each.key: each for each in (*asked_items(season, pack), *inputs_of(season, pack))}
    keys = (
        look.item
        for check in checks
        if check.verdict is not Verdict.APART
        for look in looked_at(check.rule.fires)
        if look.year is Year.THIS and not look.is_paper
    )
    return tuple(asked[key] for key in dict.fromkeys(keys) if key in asked)

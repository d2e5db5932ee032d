"""How a season handles an item: is it an internal matter, must another person accept it, and who."""

from workflow.given import AnswerGiven, FilesGiven, ItemState, Located
from workflow.ids import PersonId
from workflow.model import Company, Season
from workflow.pack import FormSpec, Item
from workflow.permissions import Action, may


def is_sensitive(season: Season, item: Item) -> bool:
    """Whether it is an internal matter (内部事项): the company's word over the pack's."""
    return season.tailoring.sensitive.get(item.key, item.sensitive)


def needs_review(season: Season, item: Item) -> bool:
    """Whether another person is to accept it (验收): the company's word over the pack's."""
    return season.tailoring.reviewed.get(item.key, item.reviewed)


def hands(item: Item, state: ItemState) -> frozenset[PersonId]:
    """Who handed in what stands for the item: of a form, who gave its lines and its files."""
    live = state.live
    newest = [entry.by for entry in live[-1:]]
    if not isinstance(item.spec, FormSpec):
        return frozenset(newest)
    lines = [entry.by for entry in live if isinstance(entry.given, AnswerGiven)]
    papers = [entry.by for entry in live if isinstance(entry.given, FilesGiven | Located)]
    return frozenset((*newest, *lines[-1:], *papers[-1:]))


def reviewers(
    company: Company, season: Season, item: Item, state: ItemState
) -> tuple[PersonId, ...]:
    """Who is asked to accept what stands: never those who handed it in.

    Those who run the company's work. The others who may accept, such as the boss, are left alone,
    unless the company itself asked for this review and nobody else is there.
    """
    own = hands(item, state)
    running = tuple(each for each in those_who_may(Action.ASSIGN, company) if each not in own)
    if running or not season.tailoring.reviewed.get(item.key):
        return running
    return tuple(each for each in those_who_may(Action.REVIEW, company) if each not in own)


def those_who_may(action: Action, company: Company) -> tuple[PersonId, ...]:
    """The members whose roles allow it."""
    return tuple(each.person for each in company.members if may(each.person, action, company))


def awaits_review(company: Company, season: Season, item: Item, state: ItemState) -> bool:
    """Whether the newest version still wants somebody's word.

    What only the pack asks for is no burden on a company of one: two are needed where there are
    two. What the company asked for itself holds always.
    """
    if state.live[-1].review is not None or not needs_review(season, item):
        return False
    asked_by_company = season.tailoring.reviewed.get(item.key, False)
    return asked_by_company or bool(reviewers(company, season, item, state))

"""What of a report is published: some of it always, some if the company lets it (公示)."""

from dataclasses import dataclass, replace

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import Task, checklist, season_of
from workflow.errors import NoSuchItem
from workflow.events import EventKind
from workflow.forms import FormBook
from workflow.ids import ItemKey, SeasonId
from workflow.model import Company, Outcome, Season
from workflow.pack import Pack
from workflow.permissions import Action, require


@dataclass(frozen=True, slots=True)
class Publicity:
    """What everybody can read once the report is published (docs/domain.md sections 1 and 2)."""

    always: tuple[Task, ...]
    asked: tuple[Task, ...]
    """The figures beside which the platform asks 是否公示."""


def publicity(company: Company, season: Season, pack: Pack, book: FormBook) -> Publicity:
    """The items of both sorts, in the book's order, as far as the season has them."""
    tasks = {task.item.key: task for task in checklist(company, season, pack)}
    return Publicity(
        tuple(tasks[key] for key in book.published if key in tasks),
        tuple(tasks[key] for key in book.asked if key in tasks),
    )


def choose_publicity(
    company: Company,
    season: SeasonId,
    pack: Pack,
    book: FormBook,
    chosen: dict[ItemKey, bool],
    *,
    by: Doer,
) -> Outcome:
    """公示 or 不公示 for each of these figures; one said before changes nothing.

    NoSuchItem for a figure about which the platform does not ask.
    """
    require(by.person, Action.RECORD_FILING, company)
    case = season_of(company, season)
    require_active(company, case)
    asked = {task.item.key for task in publicity(company, case, pack, book).asked}
    if not chosen.keys() <= asked:
        raise NoSuchItem
    known = case.transcript.public
    fresh = {key: is_public for key, is_public in chosen.items() if known.get(key) != is_public}
    events = tuple(
        Done(
            EventKind.PUBLICITY_CHOSEN,
            season=case,
            subject=key,
            old=_word(known.get(key)),
            new=_word(is_public),
        )
        for key, is_public in fresh.items()
    )
    transcript = replace(case.transcript, public={**known, **fresh})
    changed = with_season(company, replace(case, transcript=transcript))
    return outcome(changed if fresh else company, by, *events)


def _word(chosen: bool | None) -> str:  # noqa: FBT001 - what was chosen
    """As the trail keeps it: nothing for what was not decided."""
    return "" if chosen is None else "on" if chosen else "off"

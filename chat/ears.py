"""Who of a company hears how: the habits of its people, and who can be reached at all."""

from collections.abc import Iterable

from workflow.assigning import crew_of
from workflow.hearers import Ears
from workflow.ids import PersonId
from workflow.model import Company
from workflow.ports import Acquaintance, Work
from workflow.reminders import Recipient


def ears_of(work: Work, company: Company) -> Ears:
    """As they are now; who never started us has no habits and is not reached."""
    known = (work.acquaintance(each.person) for each in company.members)
    people = [each for each in known if each is not None]
    reached = frozenset(each.person for each in people if is_reached(each))
    return Ears(reached, {each.person: each.habit for each in people})


def is_reached(person: Acquaintance) -> bool:
    """Whether anything leads to them: Telegram, or another address."""
    return not person.blocked or bool(person.addresses)


def tongue_of(work: Work, companies: Iterable[Company]) -> str:
    """What those speak who run the work, for a robot that has no language; "" if it is unknown."""
    keepers = (each for company in companies for each in crew_of(company).keepers)
    known = (work.acquaintance(each) for each in keepers)
    return next((each.locale for each in known if each is not None), "")


def person_of(to: Recipient) -> PersonId | None:
    """The person, if it is one: neither a group nor a robot."""
    return None if to.startswith("-") or "#" in to else PersonId(to)

"""Links that open the private chat: an invitation, an item, a company, its papers, a group, settings."""

from chat.card import Replies
from chat.route import whole
from chat.screens.progress import status_card
from chat.screens.tasks import upload_card
from chat.session import Case, Session
from chat.talks import answering, binding, general, habits, joining
from messages.say import Say
from workflow.errors import NoSuchCompany, NoSuchItem, NoSuchSeason
from workflow.ids import CompanyId
from workflow.model import Lifecycle
from workflow.team_errors import NoSuchGroup

LEADS_NOWHERE = (NoSuchCompany, NoSuchSeason, NoSuchItem, NoSuchGroup)
"""There is no such thing, or it is none of the speaker's: said in the same words."""


def opened(s: Session, payload: str) -> Replies:
    """Go where the link leads; one that leads nowhere shows what /start shows."""
    kind, rest = payload[0], payload[1:]
    try:
        match kind:
            case "i":
                return joining.opened_link(s, rest)
            case "t":
                company, season, key = rest.removeprefix("-").split("-", 2)
                return answering.open_item(s, s.case(company, season), key)
            case "c":
                case = _newest_case(s, rest.removeprefix("-"))
                return (status_card(s, case),)
            case "u":
                case = _newest_case(s, rest.removeprefix("-"))
                return (upload_card(s, case, 0),)
            case "h" if not rest:
                return habits.habits(s)
            case "g":
                return binding.opened_from_group(s, whole(rest))
    except ValueError:
        return general.start(s)
    except LEADS_NOWHERE as refused:
        return general.status(s, Say(refused.sentence, refused.facts))
    return general.start(s)


def _newest_case(s: Session, company: str) -> Case:
    """The newest season that is going on."""
    found = s.company(CompanyId(company))
    going = [each for each in found.seasons if each.lifecycle is Lifecycle.ACTIVE]
    if not going:
        raise NoSuchCompany
    return s.case(company, going[-1].id)

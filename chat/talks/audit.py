"""Looking through the record, and taking it away; only for those who may (Action.AUDIT)."""

from chat.card import Handout, Replies, Toasted
from chat.documents import TrailExport, TrailFormat
from chat.screens.audit import (
    ALL,
    View,
    audit_card,
    audit_people_card,
    item_view,
    person_view,
    sort_view,
    whole_view,
)
from chat.session import Case, Session
from chat.talks import general
from messages.say import say
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.permissions import Action, require
from workflow.record import Sort


def typed_audit(s: Session) -> Replies:
    """/audit: of the company on the screen."""
    case = s.current()
    if case is None:
        return general.status(s)
    return _page(s, _auditable(s, case.company.id), whole_view(case.company), 0)


def by_sort(s: Session, company: str, sort: str, page: int) -> Replies:
    """All events, or those of one sort."""
    found = _auditable(s, company)
    if sort == ALL:
        return _page(s, found, whole_view(found), page)
    if sort not in set(Sort):
        return (Toasted(say("toast-old-button")),)
    return _page(s, found, sort_view(found, Sort(sort)), page)


def by_person(s: Session, company: str, person: str, page: int) -> Replies:
    """What one person did."""
    found = _auditable(s, company)
    return _page(s, found, person_view(found, PersonId(person)), page)


def people(s: Session, company: str, page: int) -> Replies:
    """Ask whose deeds."""
    return (audit_people_card(_auditable(s, company), page),)


def of_item(s: Session, case: Case, key: str, page: int) -> Replies:
    """What happened to one item."""
    found = _auditable(s, case.company.id)
    return _page(s, found, item_view(case, s.task(case, key)), page)


def export(s: Session, company: str, how: str) -> Replies:
    """The whole record as a file; it holds internal matters too."""
    found = _auditable(s, company)
    require(s.me.person, Action.LOOK_SENSITIVE, found)
    if how not in set(TrailFormat):
        return (Toasted(say("toast-old-button")),)
    title = s.wording.plain(say("audit-file", company=found.name, day=s.today.isoformat()))
    # what a name may hold is no path
    document = TrailExport(found.id, TrailFormat(how), f"{title.replace('/', ' ')}.{how}")
    return (Toasted(say("toast-sending")), Handout(document, say("audit-caption")))


def _auditable(s: Session, company: str) -> Company:
    """The company, for somebody who may look through its record."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.AUDIT, found)
    return found


def _page(s: Session, company: Company, view: View, page: int) -> Replies:
    return (audit_card(s, company, view, page),)

"""What somebody hears who did not ask: worded when it is sent, as things are then."""

from chat.buttons import Verb, ref
from chat.card import Card, Handout, Tap
from chat.screens.heads import OF_HEADS, heads_told
from chat.screens.matter_notice import matter_told
from chat.screens.notice import Told
from chat.screens.progress import heading, name_of
from chat.screens.sign_notices import OF_SIGNING, signing_told
from chat.screens.system_notice import error_told
from chat.screens.team import company_line, standing_of
from chat.session import Case, Session
from messages.say import Fact, ShortDay, say
from workflow.checklist import find_task
from workflow.errors import NoSuchCompany, NoSuchItem, NoSuchSeason
from workflow.events import Notice, NoticeKind
from workflow.filing import live_filings, reported
from workflow.handling import is_sensitive
from workflow.ids import ItemKey, PersonId
from workflow.membership import is_told_later
from workflow.model import Company, FilingFact, Lifecycle
from workflow.permissions import member

OUTSIDE = frozenset({NoticeKind.REMOVED})
"""Said also to those who are no members any more."""


def notice_told(s: Session, notice: Notice, *, private: bool) -> Told | Handout | None:
    """The card or the file; None when there is nothing to say any more.

    Where it is not `private`, in a mail or a robot's group, no internal matter is named. Raises
    CompanyDamaged.
    """
    if notice.kind in OF_HEADS:
        return heads_told(s, notice)
    try:
        company = s.work.company(notice.company)
        card = _card(s, company, notice, private=private)
    except (NoSuchCompany, NoSuchSeason, NoSuchItem):
        return None
    return None if card is None else Told(notice.kind, company, card)


def _card(s: Session, company: Company, notice: Notice, *, private: bool) -> Card | None:
    if company.lifecycle is not Lifecycle.ACTIVE:
        return None
    if notice.kind in OUTSIDE:
        return Card((company_line(company), say("notice-removed", who=_who(company, notice.by))))
    member(notice.to, company)
    if notice.kind is NoticeKind.REPORTED:
        return _good_news(s, company, notice)
    if notice.kind is NoticeKind.AUTHORITY:
        return _authority(s, company, notice, private=private)
    if notice.kind in OF_SIGNING:
        case = s.case_at(company, str(notice.season))
        return signing_told(s, case, notice, private=private)
    if notice.kind is NoticeKind.SYSTEM_REFUSED:
        case = s.case_at(company, str(notice.season))
        return error_told(s, case, notice, private=private)
    if notice.kind in OF_THE_WORK:
        return _of_work(s, company, notice, private=private)
    return _of_team(company, notice)


def _who(company: Company, person: PersonId) -> Fact:
    """By the name the company knows, also of those who left."""
    known = (*company.members, *company.former)
    return next((each.name for each in known if each.person == person), say("somebody"))


# --- the work -----------------------------------------------------------------------------


def _of_work(s: Session, company: Company, notice: Notice, *, private: bool) -> Card | None:
    case = s.case_at(company, str(notice.season))
    if notice.count > 1 and notice.kind in _MANY:
        who = name_of(case, notice.by)
        line = say(_MANY[notice.kind], count=notice.count, who=who)
        return Card((heading(case), line), ((Tap(say("tap-todo"), ref(Verb.TODO, 0)),),))
    task = find_task(company, case.season, case.pack, ItemKey(notice.subject))
    is_seen = s.sees(case, task.item)
    is_open = private or not is_sensitive(case.season, task.item)
    facts: dict[str, Fact] = {
        "title": task.item.title if is_seen and is_open else say("internal-matter"),
        "who": name_of(case, notice.by),
        "why": notice.why if is_open else say("notice-why-inside"),
        **_due(s, case, ItemKey(notice.subject)),
    }
    here = ref(Verb.ITEM, case.company.id, case.season.id, notice.subject)
    rows = ((Tap(say("tap-open-item"), here),),) if is_seen else ()
    return Card((heading(case), say(_ONE[notice.kind], **facts)), rows)


_ONE = {
    NoticeKind.ASSIGNED: "notice-assigned",
    NoticeKind.UNASSIGNED: "notice-unassigned",
    NoticeKind.GIVEN_BACK: "notice-given-back",
    NoticeKind.TO_REVIEW: "notice-to-review",
}
_MANY = {
    NoticeKind.ASSIGNED: "notice-assigned-many",
    NoticeKind.UNASSIGNED: "notice-unassigned-many",
}
OF_THE_WORK = frozenset(_ONE)


def _due(s: Session, case: Case, key: ItemKey) -> dict[str, Fact]:
    for row in s.overview(case).rows:
        if row.step.due and any(task.item.key == key for task in row.tasks):
            return {"due": ShortDay(row.step.due), "dated": 1}
    return {"due": "", "dated": 0}


def _good_news(s: Session, company: Company, notice: Notice) -> Card | None:
    """That it is filed, if it still is: what was recorded may have been taken back since."""
    case = s.case_at(company, str(notice.season))
    filing = reported(case.season)
    if filing is None:
        return None
    line = say("notice-reported", day=ShortDay(filing.on), who=name_of(case, filing.by))
    status = Tap(say("tap-status"), ref(Verb.STATUS, company.id, case.season.id))
    return Card((heading(case), line), ((status,),))


def _authority(s: Session, company: Company, notice: Notice, *, private: bool) -> Card | None:
    """What the authority wants, while nothing newer was recorded."""
    case = s.case_at(company, str(notice.season))
    if notice.subject not in set(FilingFact):
        return matter_told(case, notice, private=private)
    newest = next(reversed(live_filings(case.season)), None)
    if newest is None or newest.fact != notice.subject:
        return None
    facts: dict[str, Fact] = {
        "what": say(f"fact-{newest.fact}"),
        "day": ShortDay(newest.on),
        "due": ShortDay(newest.due) if newest.due else "",
        "dated": int(newest.due is not None),
        "who": name_of(case, newest.by),
    }
    status = Tap(say("tap-status"), ref(Verb.STATUS, company.id, case.season.id))
    return Card((heading(case), say("notice-authority", **facts)), ((status,),))


# --- the team -----------------------------------------------------------------------------


def _of_team(company: Company, notice: Notice) -> Card | None:
    who = _who(company, notice.by)
    todo = (Tap(say("tap-todo"), ref(Verb.TODO, 0)),)
    team = (Tap(say("tap-team"), ref(Verb.MEMBERS, company.id, 0)),)
    match notice.kind:
        case NoticeKind.JOINED:
            them = member(notice.by, company)
            standing = standing_of(them.roles, them.departments)
            line = say("notice-joined", who=who, standing=standing)
            return Card((company_line(company), line), (team,))
        case NoticeKind.LEFT:
            return Card((company_line(company), say("notice-left", who=who)), (team,))
        case NoticeKind.HANDED_OVER if notice.count:
            line = say("notice-handed-over", who=who, count=notice.count)
            return Card((company_line(company), line), (todo,))
        case NoticeKind.ROLE_CHANGED if is_told_later(company, notice):
            return None
        case NoticeKind.ROLE_CHANGED | NoticeKind.HANDED_OVER:
            me = member(notice.to, company)
            standing = standing_of(me.roles, me.departments)
            return Card((company_line(company), say("notice-role", who=who, standing=standing)))
        case NoticeKind.CLIENTS_GIVEN:
            clients = (Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),)
            line = say("notice-clients-given", who=who)
            return Card((company_line(company), line), (clients,))
        case _:
            return None

"""The heads of the day: one company's in a message, several in a sheet to keep."""

from collections.abc import Iterator

from chat.card import Card, Handout
from chat.documents import SheetColumn, SheetToFill
from chat.screens.notice import Told
from chat.session import Session
from messages.say import say
from workflow.errors import WorkflowError
from workflow.events import Notice, NoticeKind
from workflow.heads import Head, head_of
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.permissions import Action, may

OF_HEADS = frozenset({NoticeKind.TRAIL_HEAD, NoticeKind.TRAIL_HEAD_KEPT})


def heads_told(s: Session, notice: Notice) -> Told | Handout | None:
    """What the notice says; of companies whose record the reader may no longer see nothing."""
    heads = [head_of(line) for line in notice.why.splitlines()]
    told = [(company, head) for head in heads for company in _told(s, notice, head.company)]
    if not told:
        return None
    if len(told) > 1:
        return Handout(_sheet(s, told), say("notice-trail-heads", count=len(told)))
    ((company, head),) = told
    line = say("notice-trail-head", seq=str(head.seq), head=str(head))
    card = Card((say("record-heading", company=company.name), line))
    return Told(notice.kind, company, card)


def _told(s: Session, notice: Notice, company: CompanyId) -> Iterator[Company]:
    """The company, if it is there and the reader may hear of it."""
    try:
        found = s.work.company(company)
        is_kept = notice.kind is NoticeKind.TRAIL_HEAD_KEPT
        if is_kept or may(PersonId(notice.to), Action.AUDIT, found):
            yield found
    except WorkflowError:
        return


def _sheet(s: Session, told: list[tuple[Company, Head]]) -> SheetToFill:
    columns = ("heads-company", "heads-number", "heads-head")
    return SheetToFill(
        name=f"{s.wording.plain(say('heads-file', day=s.today))}.xlsx",
        title=s.wording.plain(say("heads-file", day=s.today)),
        columns=tuple(SheetColumn(s.wording.plain(say(each))) for each in columns),
        rows=tuple((company.name, str(head.seq), str(head)) for company, head in told),
    )

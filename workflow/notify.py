"""Who else must hear of what an action did: its outcome with notices to them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from workflow.events import Notice, NoticeKind
from workflow.ids import PersonId
from workflow.model import Outcome


def telling(
    outcome: Outcome,
    people: Iterable[PersonId],
    kind: NoticeKind,
    *,
    subject: str = "",
    why: str = "",
    count: int = 0,
    settles: timedelta | None = None,
) -> Outcome:
    """The outcome with a notice of its first event to each of the people, once.

    What `settles` is told only after so long: more of the same may follow. Who did it is left out: nobody is told what they did themselves.
    """
    event, company = outcome.events[0], outcome.company.id
    notices = tuple(
        Notice(
            key=f"{company}:{event.seq}:{person}",
            to=person,
            kind=kind,
            company=company,
            by=event.by,
            season=event.season,
            subject=subject or event.subject,
            why=why,
            count=count,
            event=event.seq,
            not_before=None if settles is None else event.at + settles,
        )
        for person in dict.fromkeys(people)
        if person != event.by
    )
    return replace(outcome, notices=(*outcome.notices, *notices))

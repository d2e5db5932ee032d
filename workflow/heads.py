"""How far the trails have come, told to those who keep it outside: one message a person and day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflow.events import Notice, NoticeKind
from workflow.ids import CompanyId, PersonId
from workflow.membership import keepers
from workflow.model import Company
from workflow.record import OPERATOR
from workflow.team import Role

_HEAD = re.compile(r"([A-Za-z0-9_-]{1,64}):([1-9][0-9]{0,9}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Head:
    """A company's newest event as it is told to somebody: its number and its link."""

    company: CompanyId
    seq: int
    link: str

    def __str__(self) -> str:
        """As it is told, and as `head_of` reads it."""
        return f"{self.company}:{self.seq}:{self.link}"


def head_of(text: str) -> Head:
    """The head written as COMPANY:NUMBER:LINK; ValueError for anything else."""
    told = _HEAD.fullmatch(text)
    if told is None:
        message = f"not COMPANY:NUMBER:LINK: {text}"
        raise ValueError(message)
    return Head(CompanyId(told[1]), int(told[2]), told[3])


def hears_head(company: Company) -> tuple[PersonId, ...]:
    """Who keeps the head of a company: its managers; where there is none, who looks after it."""
    managers = tuple(each.person for each in company.members if Role.MANAGER in each.roles)
    return managers or keepers(company)


def owed_to_people(
    grown: Iterable[tuple[Head, Iterable[PersonId]]], day: date
) -> tuple[Notice, ...]:
    """One notice to each of the people, of all the heads that they hear."""
    heads: dict[PersonId, list[Head]] = {}
    for head, people in grown:
        for person in people:
            heads.setdefault(person, []).append(head)
    return tuple(
        _notice(NoticeKind.TRAIL_HEAD, person, theirs, day) for person, theirs in heads.items()
    )


def owed_to_chat(heads: Iterable[Head], chat: int, day: date) -> tuple[Notice, ...]:
    """One notice of all heads to a chat that the operator chose; none where there is no head."""
    told = list(heads)
    if not told:
        return ()
    return (_notice(NoticeKind.TRAIL_HEAD_KEPT, PersonId(str(chat)), told, day),)


def _notice(kind: NoticeKind, to: PersonId, heads: list[Head], day: date) -> Notice:
    return Notice(
        key=f"heads:{day.isoformat()}:{to}",
        to=to,
        kind=kind,
        company=heads[0].company,
        by=OPERATOR,
        why="\n".join(map(str, heads)),
        count=len(heads),
    )

"""How what is owed to one recipient is worded: a card in Telegram, plain text elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chat.card import Card, render
from chat.ears import ears_of, person_of, tongue_of
from chat.screens.digest import (
    Mark,
    Preview,
    digest_card,
    digest_lines,
    many_card,
    many_lines,
)
from chat.screens.group_digest import Hearers, group_card
from chat.screens.later import COMPANIES as FEW_COMPANIES
from chat.screens.plain_digest import Plain, plain_digest
from chat.screens.things import Thing, thing_of
from chat.session import House, Session
from chat.talk import Incoming, Room, Send, Speaker, Typed
from messages.say import Fact, Say
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.ports import Acquaintance, ChatId, Work
from workflow.reminders import Owed, Recipient
from workflow.team import Group


@dataclass(slots=True)
class Saying:
    """What one recipient is `told` at a moment; of companies that are not at hand only counts."""

    house: House
    work: Work
    to: Recipient
    now: datetime
    companies: Mapping[CompanyId, Company]
    told: Sequence[Owed]
    session: Session = field(init=False)
    things: Sequence[Thing] = field(init=False)
    """The soonest first."""

    def __post_init__(self) -> None:
        """Look at everything once."""
        self.session = self._as_spoken_to()
        known = (one for one in self.told if one.company in self.companies)
        things = (thing_of(self.session, self.companies[one.company], one) for one in known)
        self.things = sorted(things, key=lambda each: each.order)

    def send(self, mark: Mark) -> Send | None:
        """The message in Telegram; None for a robot."""
        if "#" in self.to:
            return None
        message = render(self._card(mark), self.session.wording)
        return Send(self.session.incoming.chat, message, topic=self.session.topic)

    def preview(self, line: Say) -> tuple[Fact, ...]:
        """What a person would read, with that line in the place of its day and number."""
        if self._is_of_many:
            return many_lines(self.session, self.things, Preview(line), **self._counts)
        return digest_lines(self.session, self.things, Preview(line), private=True)

    def plain(self, mark: Mark) -> Plain | None:
        """For where no internal matter may be named; None for whoever is reached here alone."""
        if person_of(self.to) is not None:
            if not self.session.me.addresses or not self.things:
                return None
            lines = digest_lines(self.session, self.things, mark, private=False)
        elif "#" in self.to:
            lines = self._card(mark).lines
        else:
            return None
        companies = {each.case.company.id: each.case.company for each in self.things}
        return plain_digest(self.session, [*companies.values()], lines, self.to)

    def _card(self, mark: Mark) -> Card:
        if person_of(self.to) is None:
            return self._group_card(mark)
        if self._is_of_many:
            return many_card(self.session, self.things, mark, **self._counts)
        return digest_card(self.session, self.things, mark)

    @property
    def _is_of_many(self) -> bool:
        return self._counts["companies"] > FEW_COMPANIES

    @property
    def _counts(self) -> dict[str, int]:
        return {"companies": len({one.company for one in self.told}), "count": len(self.told)}

    def _group_card(self, mark: Mark) -> Card:
        company = self.things[0].case.company
        group = _group(company, self.to)
        reached = ears_of(self.work, company).reachable
        hearers = Hearers(has_outsiders=bool(group and group.has_outsiders), reachable=reached)
        return group_card(self.session, company, self.things, hearers, mark)

    def _locale(self, group: Group | None) -> str:
        """Of the group; a robot speaks as those do who run the work."""
        known = group.locale if group else tongue_of(self.work, self.companies.values())
        return known or self.house.default_locale

    def _as_spoken_to(self) -> Session:
        person = person_of(self.to)
        group = None if person else _group(next(iter(self.companies.values())), self.to)
        speaker = Speaker(person or PersonId(self.to), "")
        known = self.work.acquaintance(person) if person else None
        me = known or Acquaintance(speaker.person, "", self._locale(group))
        room = None if person else Room("", group.topic if group else 0)
        chat = ChatId(0 if "#" in self.to else int(self.to))
        incoming = Incoming(None, chat, speaker, self.now, Typed(""), room=room)
        return Session(self.house, self.work, incoming, me)


def _group(company: Company, to: Recipient) -> Group | None:
    return next((each for each in company.groups if str(each.chat) == to), None)

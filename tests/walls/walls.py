"""The town with its walls: after every step nobody has read or changed what the law does not allow."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from chat.note import Joining, read_note
from chat.talk import GroupMoved, Outgoing, Pressed, PutOut, SendDocument, Toast, Typed, What
from tests.chat.markup import words
from tests.walls import law
from tests.walls.seen import (
    Landed,
    Seen,
    came_in,
    is_asked,
    item_at,
    opened_for_colleagues,
    pack_of,
    was_asked,
)
from tests.walls.town import NAMES, Town
from workflow.events import Event, EventKind, NoticeKind
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.permissions import Action
from workflow.ports import ChatId

TOKEN = re.compile(r"ZQ\d+Q")
TITLES = frozenset({
    EventKind.ITEM_ADDED, EventKind.ITEM_RENAMED, EventKind.STEP_ADDED, EventKind.STEP_RENAMED,
})  # fmt: skip


class WallBroken(AssertionError):
    """Somebody read or changed what is none of theirs."""


@dataclass
class Walls:
    """A town whose every step is judged."""

    town: Town
    landed: dict[str, Landed] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    """Who said a canary first: to them it may always be said back."""

    def __post_init__(self) -> None:
        """Know where the canaries stand that are there already."""
        for company in self.town.store.companies.values():
            self._land(company, self.town.store.trail[company.id])

    def does(self, person: int, what: What, group: int = 0) -> tuple[Outgoing, ...]:
        """One update; WallBroken if it went through a wall."""
        said = TOKEN.findall(repr(what))
        self.authors.update({token: person for token in said if token not in self.authors})
        return self._judged(person, what, group, lambda: self.town.does(person, what, group))

    def goes_on(self, person: int) -> tuple[Outgoing, ...]:
        """The next piece of what somebody began; judged as what they do."""
        return self._judged(person, Typed(""), 0, lambda: self.town.goes_on(person))

    def _judged(
        self, person: int, what: What, group: int, done: Callable[[], tuple[Outgoing, ...]]
    ) -> tuple[Outgoing, ...]:
        before, notes = dict(self.town.store.companies), dict(self.town.store.notes)
        answer = done()
        seen = Seen(before, dict(self.town.store.companies), {**notes, **self.town.store.notes})
        self._judge_changes(person, what, group, seen, notes)
        for outgoing in answer:
            chat = person if isinstance(outgoing, Toast) else int(outgoing.chat)
            self._judge_words(chat, outgoing, seen)
        return answer

    def post(self) -> None:
        """What is owed to others goes out."""
        store, now = self.town.store, self.town.now
        seen = Seen(store.companies, store.companies, store.notes)
        for owed in store.outbox.due(now, 100):
            store.outbox.claim(owed.notice.key, now)
            send = self.town.desk.notice(owed, now)
            store.outbox.sent(owed.notice.key, 1, now)
            if send is not None and owed.notice.kind is not NoticeKind.REMOVED:
                self._judge_words(int(send.chat), send, seen)
                self.town.learn((send,))
        for board in store.boards.stale(100):
            store.boards.shown(board)
            view = self.town.desk.board(board, now)
            if view is not None:
                self._judge_text(int(board.chat), repr(view.message), seen)

    # --- what was changed ---------------------------------------------------------------

    def _judge_changes(
        self, person: int, what: What, group: int, seen: Seen, notes: Mapping[ChatId, str]
    ) -> None:
        changed = [each for each in seen.after.values() if seen.before.get(each.id) is not each]
        _demand(len(changed) <= 1, "several companies were changed at once")
        for after in changed:
            before = seen.before.get(after.id)
            events = [e for e in after.recent if before is None or e.seq > before.event_seq]
            _demand(bool(events), "changed without an event")
            self._land(after, events)
            _demand(any(law.KEEPERS & set(m.roles) for m in after.members), "nobody keeps it")
            if before is None:
                is_theirs = opened_for_colleagues(person, after, seen.before)
                _demand(is_theirs, "opened in somebody's name")
                continue
            for event in events:
                _demand(event.by == str(person), f"in another's name: {event}")
                allowed = self._may_have(event, before, after)
                if event.kind in (EventKind.GROUP_UNBOUND, EventKind.GROUP_CHANGED):
                    allowed = allowed or (bool(group) and isinstance(what, PutOut | GroupMoved))
                if group and isinstance(what, Pressed):
                    allowed = allowed and was_asked(event, group, after, notes)
                _demand(allowed, f"not allowed: {event}")

    def _may_have(self, event: Event, before: Company, after: Company) -> bool:
        """Whether the law lets the person have done this."""
        person = event.by
        if event.kind in law.NEEDED:
            moved = law.moved_roles(person, before, after) | law.offered(event)
            return law.may(person, law.NEEDED[event.kind], before) and (
                not moved & law.KEEPERS or law.gives(person, moved, before)
            )
        match event.kind:
            case EventKind.MEMBER_JOINED:
                return came_in(event, before, after)
            case EventKind.MEMBER_LEFT:
                return event.subject == person and bool(law.roles_of(person, before))
            case EventKind.UNASSIGNED:
                lays_down = event.old == person
                return lays_down or law.may(person, Action.ASSIGN, before)
            case EventKind.ASSIGNED:
                return law.may(person, Action.ASSIGN, before)
        return self._may_touch(event, before)

    def _may_touch(self, event: Event, before: Company) -> bool:
        """Of an event about an item: only what they see, and only what is theirs to do."""
        if event.season is None:
            return False
        pack = pack_of(before, event.season)
        found = law.item_of(before, event.season, event.subject, pack)
        if found is None:
            return False
        season, item = found
        sees = law.sees(event.by, before, season, item)
        state = law.state_in(before, season, item)
        match event.kind:
            case EventKind.HANDED_IN | EventKind.TAKEN | EventKind.REUSED:
                return sees and law.hands_in(event.by, before, season, item)
            case EventKind.WITHDRAWN | EventKind.EXPLAINED:
                own = any(e.version == event.version and e.by == event.by for e in state.entries)
                return own and law.may(event.by, Action.HAND_IN_MINE, before)
            case EventKind.ACCEPTED | EventKind.GIVEN_BACK:
                return sees and law.judges(event, before, state)
            case EventKind.DOWNLOADED:
                return sees
            case _:
                return False

    # --- what was read ------------------------------------------------------------------

    def _judge_words(self, chat: int, outgoing: Outgoing, seen: Seen) -> None:
        _demand(chat > 0 or not isinstance(outgoing, SendDocument), "a file in a group")
        self._judge_text(chat, words((outgoing,)), seen)

    def _judge_text(self, chat: int, text: str, seen: Seen) -> None:
        judge = self._group_may_read if chat < 0 else self._may_read
        for token in dict.fromkeys(TOKEN.findall(text)):
            is_own = chat > 0 and self.authors.get(token) == chat
            _demand(
                is_own or judge(chat, token, seen),
                f"{chat} reads {token} of {self.landed.get(token)}:\n{text}",
            )
        for company, name in NAMES.items():
            if name[:4] in text:
                known = self._knows(chat, CompanyId(company), seen)
                _demand(known, f"{chat} reads of {company}:\n{text}")

    def _knows(self, chat: int, company: CompanyId, seen: Seen) -> bool:
        """Whether the chat may know that there is this company."""
        if chat < 0:
            bound = any(group.chat == chat for each in seen.of(company) for group in each.groups)
            return bound or is_asked(chat, company, seen)
        person = PersonId(str(chat))
        is_member = any(law.roles_of(person, each) for each in seen.of(company))
        return is_member or self._is_invited(chat, company, seen)

    def _is_invited(self, chat: int, company: CompanyId, seen: Seen) -> bool:
        notes = (self.town.store.notes.get(ChatId(chat), ""), seen.notes.get(ChatId(chat), ""))
        digests = [n.digest for note in notes if isinstance(n := read_note(note), Joining)]
        return any(i.digest in digests for each in seen.of(company) for i in each.invitations)

    def _may_read(self, chat: int, token: str, seen: Seen) -> bool:
        home = self.landed.get(token)
        if home is None:
            return False
        person = PersonId(str(chat))
        if home.is_name:
            return self._knows(chat, home.company, seen)
        if not home.item:
            return any(law.roles_of(person, each) for each in seen.of(home.company))
        return any(self._sees(person, each, home) for each in seen.of(home.company))

    def _sees(self, person: PersonId, company: Company, home: Landed) -> bool:
        found = item_at(company, home)
        return found is not None and law.sees(person, company, *found)

    def _group_may_read(self, chat: int, token: str, seen: Seen) -> bool:
        """Titles of what is no internal matter, and names: in the company's own group without outsiders."""
        home = self.landed.get(token)
        if home is None or not (home.is_title or home.is_name):
            return False
        for company in seen.of(home.company):
            is_internal = home.is_title and self._is_internal(company, home)
            groups = (each for each in company.groups if each.chat == chat)
            if not is_internal and any(not each.has_outsiders for each in groups):
                return True
        return False

    def _is_internal(self, company: Company, home: Landed) -> bool:
        found = item_at(company, home) if home.item else None
        if found is None:
            return False
        season, item = found
        return season.tailoring.sensitive.get(item.key, item.sensitive)

    # --- where canaries stand -----------------------------------------------------------

    def _land(self, company: Company, events: Iterable[Event]) -> None:
        for event in events:
            said = f"{event.new} {event.why} {event.behalf} {event.subject}"
            is_title = event.kind in TITLES
            season = event.season
            key = event.subject if self._is_item(company, event) else ""
            for token in TOKEN.findall(said):
                self.landed.setdefault(token, Landed(company.id, season, key, is_title))
        people = (*company.members, *company.former)
        for name in (*(each.name for each in people), *(each.name for each in company.colleagues)):
            for token in TOKEN.findall(name):
                self.landed.setdefault(token, Landed(company.id, is_name=True))

    def _is_item(self, company: Company, event: Event) -> bool:
        if event.season is None:
            return False
        pack = pack_of(company, event.season)
        return law.item_of(company, event.season, event.subject, pack) is not None


def _demand(kept: bool, otherwise: str) -> None:  # noqa: FBT001 - the question is the argument
    if not kept:
        raise WallBroken(otherwise)

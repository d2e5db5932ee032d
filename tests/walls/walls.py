"""The town with its walls: after every step nobody has read or changed what the law does not allow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from chat.errands import Came, Tried, TryOut
from chat.rounds import Rounds
from chat.talk import GroupMoved, Outgoing, Pressed, PutOut, Toast, Typed, What
from tests.reminding import told_at
from tests.walls import law
from tests.walls.reading import Reading
from tests.walls.seen import (
    Seen,
    WallBroken,
    came_in,
    demand,
    opened_for_colleagues,
    pack_of,
    was_asked,
)
from tests.walls.town import Town
from workflow.errors import NoSuchCompany
from workflow.events import Event, EventKind, NoticeKind
from workflow.model import Company
from workflow.permissions import Action
from workflow.ports import ChatId


@dataclass
class Walls:
    """A town whose every step is judged."""

    town: Town
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        """Know where the canaries stand that are there already."""
        self.reading = Reading(self.town.store)
        for company in self.town.store.companies.values():
            self.reading.land(company, self.town.store.trail[company.id])

    def does(self, person: int, what: What, group: int = 0) -> tuple[Outgoing, ...]:
        """One update; WallBroken if it went through a wall."""
        self.reading.said(person, what)
        return self._judged(person, what, group, lambda: self.town.does(person, what, group))

    def goes_on(self, person: int) -> tuple[Outgoing, ...]:
        """The next piece of what somebody began; judged as what they do."""
        return self._judged(person, Typed(""), 0, lambda: self.town.goes_on(person))

    def comes_back(self, person: int) -> tuple[Outgoing, ...]:
        """What was pressed while we were away was lost; they are shown where they stand."""
        return self._judged(person, Typed(""), 0, lambda: self.town.comes_back(person))

    def _judged(
        self, person: int, what: What, group: int, done: Callable[[], tuple[Outgoing, ...]]
    ) -> tuple[Outgoing, ...]:
        before, notes = dict(self.town.store.companies), dict(self.town.store.notes)
        answer = done()
        seen = Seen(before, dict(self.town.store.companies), {**notes, **self.town.store.notes})
        self._judge_changes(person, what, group, seen, notes)
        for outgoing in answer:
            chat = person if isinstance(outgoing, Toast) else int(outgoing.chat)
            self.reading.judge(chat, outgoing, seen)
            if isinstance(outgoing, TryOut):
                told = self.town.desk.tried(outgoing, Tried(Came.TAKEN), self.town.now)
                self.reading.judge(int(told.chat), told, seen)
        return answer

    def asks_elsewhere(self, person: int, text: str) -> None:
        """What is found may land before strangers, and whoever asks is not even remembered."""
        store = self.town.store
        before = (dict(store.companies), dict(store.people), dict(store.notes))
        found = self.town.asks_elsewhere(person, text)
        demand(
            (store.companies, store.people, store.notes) == before,
            f"something was kept of {text!r}",
        )
        seen = Seen(store.companies, store.companies, store.notes)
        self.reading.judge_found(person, repr(found), seen)

    def post(self) -> None:
        """What is owed to others goes out."""
        store, now = self.town.store, self.town.now
        seen = Seen(store.companies, store.companies, store.notes)
        for owed in store.outbox.due(now, 100):
            store.outbox.claim(owed.notice.key, now)
            send = self.town.desk.notices((owed,), now).send
            store.outbox.sent(owed.notice.key, 1, now)
            if send is not None and owed.notice.kind is not NoticeKind.REMOVED:
                self.reading.judge(int(send.chat), send, seen)
                self.town.learn((send,))
        for board in store.boards.stale(100):
            store.boards.shown(board)
            view = self.town.desk.board(board, now)
            if view is not None:
                self.reading.judge_text(int(board.chat), repr(view.message), seen)

    def morning(self) -> None:
        """Everybody is told what they are owed by now."""
        store = self.town.store
        rounds = Rounds(self.town.desk.house, store)
        seen = Seen(store.companies, store.companies, store.notes)
        try:
            for to, digest in told_at(store, rounds, self.town.now):
                self.reading.judge_digest(to, digest, seen)
                self.town.hear(digest)
        except NoSuchCompany as stranger:
            what = "somebody is owed a reminder of a company they left"
            raise WallBroken(what) from stranger

    def looks_at_calendar(self, person: int) -> None:
        """Theirs, as a file or by the address they were given."""
        store = self.town.store
        self.reading.judge_calendar(person, Seen(store.companies, store.companies, store.notes))

    # --- what was changed ---------------------------------------------------------------

    def _judge_changes(
        self, person: int, what: What, group: int, seen: Seen, notes: Mapping[ChatId, str]
    ) -> None:
        changed = [each for each in seen.after.values() if seen.before.get(each.id) is not each]
        demand(len(changed) <= 1, "several companies were changed at once")
        for after in changed:
            before = seen.before.get(after.id)
            events = [e for e in after.recent if before is None or e.seq > before.event_seq]
            demand(bool(events), "changed without an event")
            self.reading.land(after, events)
            demand(any(law.KEEPERS & set(m.roles) for m in after.members), "nobody keeps it")
            if before is None:
                is_theirs = opened_for_colleagues(person, after, seen.before)
                demand(is_theirs, "opened in somebody's name")
                continue
            for event in events:
                demand(event.by == str(person), f"in another's name: {event}")
                allowed = self._may_have(event, before, after)
                if event.kind in (EventKind.GROUP_UNBOUND, EventKind.GROUP_CHANGED):
                    allowed = allowed or (bool(group) and isinstance(what, PutOut | GroupMoved))
                if group and isinstance(what, Pressed):
                    allowed = allowed and was_asked(event, group, after, notes)
                demand(allowed, f"not allowed: {event}")

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
            case EventKind.HANDED_IN | EventKind.TAKEN | EventKind.REUSED | EventKind.EARLIER_GIVEN:
                return sees and law.hands_in(event.by, before, season, item)
            case EventKind.WITHDRAWN | EventKind.EXPLAINED | EventKind.SIGN_WITHDRAWN:
                own = any(e.version == event.version and e.by == event.by for e in state.entries)
                return own and law.may(event.by, Action.HAND_IN_MINE, before)
            case EventKind.EARLIER_WITHDRAWN:
                return law.may(event.by, Action.HAND_IN_MINE, before)
            case EventKind.ACCEPTED | EventKind.GIVEN_BACK:
                return sees and law.judges(event, before, state)
            case EventKind.DOWNLOADED:
                return sees
            case _ if event.kind in law.TYPING_OVER:
                return sees and law.may(event.by, Action.HAND_IN_MINE, before)
            case _:
                return sees and law.may_sign(event, before, season, pack)

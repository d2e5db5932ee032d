"""Two companies that know nothing of each other, everybody there is, and the groups they talk in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache

from chat.buttons import Verb, encode, ref
from chat.desk import Desk
from chat.identity import Identity
from chat.inline import Found, Inquiry
from chat.rounds import Digest
from chat.session import House
from chat.talk import (
    BroughtIn,
    Copy,
    Incoming,
    Link,
    Outgoing,
    Press,
    Pressed,
    Room,
    SentFile,
    Speaker,
    Typed,
    What,
)
from storage.memory import MemoryInbox, MemoryStore
from storage.memory_ledger import MemoryLedger
from storage.memory_posting import MemoryBoards, MemoryOutbox
from tests.chat.markup import buttons, messages, presses
from tests.chat.stage import CODES, LongIds, button, sent
from tests.screens import PAYLOAD
from tests.talk import AS_IN_LIFE, house
from workflow.across import Projection, Projector
from workflow.channels import OFFICIAL, ChannelKind
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.ports import ChatId

A, B, NOBODYS = "co00000001", "co00000002", "co99999999"
NAMES = {A: "NAMA甲公司", B: "NAMB乙公司"}
HERE = (A, "1")
MANAGER, BOSS, LEGAL, FINANCE, LAWYER, VIEWER = 1001, 1002, 1003, 1004, 1005, 1006
OTHERS_MANAGER, OTHERS_ENGINEER, OTHERS_VIEWER = 2001, 2002, 2003
CLERK, REMOVED, STRANGER, GUEST = 3001, 3002, 3003, 3004
PEOPLE = (
    *(MANAGER, BOSS, LEGAL, FINANCE, LAWYER, VIEWER),
    *(OTHERS_MANAGER, OTHERS_ENGINEER, OTHERS_VIEWER, CLERK, REMOVED, STRANGER, GUEST),
)
SEATS = (
    *((each, A) for each in (MANAGER, BOSS, LEGAL, FINANCE, LAWYER, VIEWER, CLERK)),
    *((each, B) for each in (OTHERS_MANAGER, OTHERS_ENGINEER, OTHERS_VIEWER, CLERK)),
)
OFFICES = ((MANAGER, A), (CLERK, A), (OTHERS_MANAGER, B), (CLERK, B))
GROUP_A, GROUP_B, GROUP_OF_STRANGERS = -11, -22, -33
GROUPS = (GROUP_A, GROUP_B, GROUP_OF_STRANGERS)
LAWYERS_ITEM = "legal_rep_check"
"""An internal matter of the lawyers, due among the first."""
LENT_ITEM = "cdr_extract"
"""An internal matter of the engineers that was given to the finance person."""
FOUND, MARKED = "f18", "staff_tech"
"""More technicians than people: found from the start; the first number is an internal matter here."""
KEYS = (LAWYERS_ITEM, LENT_ITEM, "login_screenshot", "trunk_contracts")
"""The items that most is done with."""
MOST_TRIED = 220
"""So many of the manager's buttons are tried beforehand, to know where they lead."""


@dataclass
class Lately:
    """Draws a company as in life, and the same one not twice: here people look more than they do."""

    drawn: dict[CompanyId, tuple[Company, Projection]] = field(default_factory=dict)

    def __call__(self, company: Company) -> Projection:
        """As it is looked at across companies."""
        known = self.drawn.get(company.id)
        if known is None or known[0] is not company:
            known = self.drawn[company.id] = (company, AS_IN_LIFE.project(company))
        return known[1]


AS_LATELY = Projector(Lately(), "as in life")


@dataclass
class Town:
    """The real desk over a store in memory, and every button and link that anybody ever saw."""

    store: MemoryStore
    desk: Desk
    now: datetime = datetime(2027, 3, 10, 4, 0, tzinfo=UTC)
    buttons: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    shown: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The buttons that each person was shown, the latest at the end."""
    tokens: int = 0
    """How many canaries were given out."""

    def token(self) -> str:
        """A canary that nobody has said before."""
        self.tokens += 1
        return f"ZQ{self.tokens}Q"

    def does(self, person: int, what: What, group: int = 0) -> tuple[Outgoing, ...]:
        """Let somebody do it, in private or in that group; what is shown is learnt."""
        answer = tuple(self.desk.receive(self.incoming(person, what, group)))
        self.learn(answer)
        if not group:
            self._show(person, answer)
        return answer

    def asks_elsewhere(self, person: int, text: str) -> Found:
        """What they find who type our name and that text in some chat."""
        return self.desk.inquired(Inquiry(self.incoming(person, Typed("")).speaker, self.now, text))

    def hear(self, digest: Digest) -> None:
        """A morning's message has come; its buttons can be pressed."""
        if digest.send is not None:
            self.learn((digest.send,))
            self._show(int(digest.send.chat), (digest.send,))

    def _show(self, person: int, answer: tuple[Outgoing, ...]) -> None:
        fresh = presses(answer)
        own = [each for each in self.shown.get(person, ()) if each not in fresh]
        self.shown = {**self.shown, person: (*own, *fresh)}

    def goes_on(self, person: int) -> tuple[Outgoing, ...]:
        """The next piece of what they began; what is shown is learnt."""
        going_on = self.desk.go_on(ChatId(person), PersonId(str(person)), self.now)
        self.learn(tuple(going_on))
        return tuple(going_on)

    def comes_back(self, person: int) -> tuple[Outgoing, ...]:
        """What somebody is shown who pressed while we were away."""
        shown = self.desk.after_outage(ChatId(person), PersonId(str(person)), self.now)
        self.learn(tuple(shown))
        return tuple(shown)

    def incoming(self, person: int, what: What, group: int = 0) -> Incoming:
        """What the gateway would hand over."""
        speaker = Speaker(PersonId(str(person)), f"P{person}", "zh-hans")
        room = Room("群") if group else None
        return Incoming(None, ChatId(group or person), speaker, self.now, what, room=room)

    def learn(self, answer: tuple[Outgoing, ...]) -> None:
        """Remember each new button and link."""
        shown = buttons(messages(answer))
        data = [each.data for each in shown if isinstance(each, Press)]
        texts = [each.url if isinstance(each, Link) else each.text for each in shown
                 if isinstance(each, Link | Copy)]  # fmt: skip
        payloads = [found for text in texts for found in PAYLOAD.findall(text)]
        self.buttons = tuple(dict.fromkeys((*self.buttons, *data)))
        self.links = tuple(dict.fromkeys((*self.links, *payloads)))

    def types(self, person: int, *texts: str) -> None:
        """One text after the other."""
        for text in texts:
            self.does(person, Typed(text))

    def presses(self, person: int, *datas: str) -> None:
        """One button after the other."""
        for data in datas:
            self.does(person, Pressed(data, 1, "p"))

    def copy(self) -> "Town":
        """The same, apart: what is kept consists of values."""
        kept = self.store
        store = MemoryStore(
            MemoryInbox(),
            dict(kept.companies),
            dict(kept.previous),
            set(kept.damaged),
            dict(kept.trail),
            dict(kept.people),
            dict(kept.notes),
            MemoryOutbox(dict(kept.outbox.kept)),
            MemoryBoards(dict(kept.boards.boards), list(kept.boards.waiting)),
            MemoryLedger(kept.ledger.zone, dict(kept.ledger.kept), dict(kept.ledger.sends)),
            projector=AS_LATELY,
        )
        store.watches.watches.update(kept.watches.watches)
        return replace(self, store=store, desk=Desk(_house(store, 1000 + self.tokens), store))


def _house(store: MemoryStore, given: int = 0) -> House:
    ids = LongIds(given)
    return replace(house(), new_id=ids, identity=Identity("bot"), record=store.ledger)


def town() -> Town:
    """Both companies at work; each call gives a copy that can be broken."""
    return _built().copy()


@cache
def _built() -> Town:
    store = MemoryStore(MemoryInbox(), projector=AS_LATELY)
    built = Town(store, Desk(_house(store), store))
    _open(built, MANAGER, NAMES[A], CODES[0])
    _open(built, OTHERS_MANAGER, NAMES[B], CODES[1])
    _gather(built)
    _work(built)
    for chat, manager, company in ((GROUP_A, MANAGER, A), (GROUP_B, OTHERS_MANAGER, B)):
        _bind(built, chat, manager, company)
    for each in (MANAGER, OTHERS_MANAGER, CLERK, FINANCE):
        for text in (
            "/status",
            "/more",
            "/todo",
            "/upload",
            "/list",
            "/members",
            "/help",
            "/audit",
        ):
            built.types(each, text)
    for data in built.buttons[:MOST_TRIED]:
        tried = built.copy()
        tried.presses(MANAGER, data)
        built.buttons = tuple(dict.fromkeys((*built.buttons, *tried.buttons)))
    return built


def _open(one: Town, person: int, name: str, code: str) -> None:
    one.types(person, "/start", "/new", name, code)
    answers = ("call_centre@2", "skip", "all", "2026", "full")
    one.presses(person, *(button(Verb.NEW_ANSWER, each) for each in answers))
    one.presses(person, button(Verb.CREATE))


def _gather(one: Town) -> None:
    """Everybody comes in by a link, under a name that is a canary."""
    newcomers = (
        (MANAGER, A, BOSS, "boss", ""),
        (MANAGER, A, LEGAL, "legal_rep", ""),
        (MANAGER, A, FINANCE, "contributor", "FIN"),
        (MANAGER, A, LAWYER, "contributor", "LEG"),
        (MANAGER, A, VIEWER, "viewer", ""),
        (MANAGER, A, CLERK, "clerk", ""),
        (MANAGER, A, REMOVED, "contributor", "HR"),
        (OTHERS_MANAGER, B, OTHERS_ENGINEER, "contributor", "IT"),
        (OTHERS_MANAGER, B, OTHERS_VIEWER, "viewer", ""),
        (OTHERS_MANAGER, B, CLERK, "clerk", ""),
    )
    for inviter, company, guest, role, department in newcomers:
        invite(one, inviter, company, role, department)
        one.types(guest, f"/start {one.links[-1]}", one.token())
    invite(one, MANAGER, A, "contributor", "HR")  # these two wait to be used
    invite(one, OTHERS_MANAGER, B, "manager", "")


def invite(one: Town, inviter: int, company: str, role: str, department: str) -> None:
    """A link that leads into the company."""
    asked = one.does(inviter, Pressed(button(Verb.INVITE, company), 1, "p"))
    wanted = button(Verb.INVITE_AS, company, role, department)
    one.presses(inviter, next(each for each in presses(asked) if each.startswith(wanted)))


def _work(one: Town) -> None:
    """Both managers hand in canaries, some of them for internal matters; one member is removed."""
    for manager, company in ((MANAGER, A), (OTHERS_MANAGER, B)):
        here = (company, "1")
        for key in (
            LAWYERS_ITEM,
            LENT_ITEM,
            "login_screenshot",
            "account_custody",
            "trunk_contracts",
        ):
            one.presses(manager, encode(ref(Verb.ITEM, *here, key)))
            one.does(manager, paper(one.token()))
        one.presses(manager, button(Verb.ITEM, *here, "legal_rep"))
        one.types(manager, one.token())
        one.presses(manager, button(Verb.ASK, *here, "rename", LAWYERS_ITEM))
        one.types(manager, one.token())
        one.presses(manager, button(Verb.WITHDRAW, *here, LAWYERS_ITEM, 1))
        _finds(one, manager, company)
        _adds_a_robot(one, manager, company)
    for manager, company, owner in ((MANAGER, A, LAWYER), (OTHERS_MANAGER, B, OTHERS_ENGINEER)):
        one.presses(manager, button(Verb.ASSIGN_TO, company, "1", "window_open", owner))
    one.presses(MANAGER, button(Verb.ASSIGN_TO, *HERE, LENT_ITEM, FINANCE))
    one.presses(MANAGER, button(Verb.ASSIGN_TO, *HERE, "staff_total", REMOVED))
    one.presses(REMOVED, button(Verb.ITEM, *HERE, "staff_total"))
    one.types(REMOVED, "280", "/cancel")
    one.presses(MANAGER, button(Verb.REMOVE_SURE, A, REMOVED))


def _finds(one: Town, manager: int, company: str) -> None:
    """Two numbers that cannot both be right."""
    one.presses(manager, button(Verb.SENSITIVE, company, "1", MARKED, "yes"))
    for key, number in ((MARKED, "30"), ("staff_vas", "20")):
        one.presses(manager, button(Verb.ITEM, company, "1", key))
        one.types(manager, number, "/cancel")


def _adds_a_robot(one: Town, manager: int, company: str) -> None:
    """Its name is a canary, and so is the key in its address."""
    one.presses(manager, button(Verb.ADD_ROBOT, company))
    one.types(manager, address(one.token()))
    (robot,) = one.store.companies[CompanyId(company)].robots
    one.presses(manager, button(Verb.RENAME_ROBOT, company, robot.number))
    one.types(manager, one.token())


def _bind(one: Town, chat: int, manager: int, company: str) -> None:
    one.does(manager, BroughtIn(may_pin=True), chat)
    one.presses(manager, button(Verb.BIND_ASK, company, chat, "no"))
    one.does(manager, Pressed(button(Verb.BIND_HERE), 1, "p"), chat)


def paper(name: str) -> SentFile:
    """A file of that name, with content of its own."""
    return sent(f"{name}.pdf", name.encode())


def address(key: str) -> str:
    """Where a robot is told, as somebody pastes it."""
    return f"{OFFICIAL[ChannelKind.WECOM]}{key:->16}"


def forged(data: str, place: int, part: str) -> str:
    """The button with one of its parts exchanged."""
    parts = data.split("|")
    parts[1 + place % max(len(parts) - 1, 1) : 2 + place % max(len(parts) - 1, 1)] = [part]
    return "|".join(parts)


def strange_parts() -> Iterator[str]:
    """What is put into buttons: ids of the other company, of people, items, versions, groups."""
    yield from (A, B, NOBODYS, "1", "2", "0", "3", "yes", "no", "manager", "clerk", "FIN", "")
    yield from (LAWYERS_ITEM, LENT_ITEM, "login_screenshot", "legal_rep", "staff_total", "removed")
    yield from (str(each) for each in (*PEOPLE, *GROUPS))

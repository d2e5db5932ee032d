"""What anybody can try in private: say, press, forge, send, open a link. Each is a rule of the machine."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from chat.buttons import Verb
from chat.talk import Outgoing, Pressed, Typed
from tests.chat.markup import require_sendable, words
from tests.chat.stage import button
from tests.walls.kinds import MOST_PARTS, Stand, made
from tests.walls.seen import WallBroken
from tests.walls.town import (
    CLERK,
    GROUPS,
    KEYS,
    MANAGER,
    NAMES,
    NOBODYS,
    OFFICES,
    OTHERS_MANAGER,
    PEOPLE,
    SEATS,
    A,
    B,
    forged,
    paper,
    strange_parts,
    town,
)
from tests.walls.walls import Walls
from workflow.errors import NoSuchCompany
from workflow.ids import CompanyId, PersonId
from workflow.permissions import member

people = st.sampled_from(PEOPLE)
groups = st.sampled_from(GROUPS)
picks = st.integers(0, 10_000)
companies = st.sampled_from((A, B))
places = st.one_of(st.sampled_from(SEATS), st.tuples(people, companies))
"""Somebody and a company: as often as not their own."""
parted = st.tuples(*(picks for _ in range(MOST_PARTS)))
"""What decides the parts of a button."""
rarely = st.integers(0, 4).map(lambda drawn: drawn == 0)
keepers = st.sampled_from((MANAGER, OTHERS_MANAGER, CLERK))
offices = st.one_of(st.sampled_from(OFFICES), st.tuples(keepers, companies))
"""Somebody who keeps a company, and one: as often as not that one."""
keys = st.sampled_from(KEYS)
TEXTS = (
    *("/start", "/status", "/todo", "/upload", "/list", "/fill", "/more", "/help", "/undo"),
    *("/members", "/invite", "/bind", "/board", "/assign", "/audit", "/cancel", "/language"),
    *("/new", "/remind", "/calendar", "/due", "/picture", "/sign", "/check", "/report"),
    *("/authority", "/score"),
    *("小李离职了", "别再发了", "财务的我交", "还差什么", "审计报告三月底才出", "管局来电话让改"),
    *("进度", "我的事", "交材料", "更多", "280", "1.2", "2027-03-20"),
    *("是", "无", "收到", "昨天已经报了"),
)
SOUGHT = ("", *NAMES.values(), "NAM", "公司 第三步", "第一步", "step 7", "ZQ", "进度")
"""What is typed behind our name in other chats."""


class Moves(RuleBasedStateMachine):
    """Each rule is one thing that somebody does; the walls judge it."""

    def __init__(self) -> None:
        super().__init__()
        self.walls = Walls(town())
        self.town = self.walls.town

    def _does(self, answer: tuple[Outgoing, ...]) -> None:
        require_sendable(answer)

    @rule(person=people, text=st.sampled_from(TEXTS))
    def says(self, person: int, text: str) -> None:
        """A command, a key, an answer."""
        self._does(self.walls.does(person, Typed(text)))

    @rule(person=people)
    def says_something_new(self, person: int) -> None:
        """A canary: an answer, a reason, a title, a name, as the talk stands."""
        self._does(self.walls.does(person, Typed(self.town.token())))

    @rule(person=people, pick=picks)
    def presses(self, person: int, pick: int) -> None:
        """Any button that anybody ever saw."""
        data = self.town.buttons[-1 - pick % len(self.town.buttons)]
        self._does(self.walls.does(person, Pressed(data, 1, "p")))

    @rule(person=people, pick=st.integers(0, 12))
    def goes_on(self, person: int, pick: int) -> None:
        """One of the latest buttons on their own screen."""
        own = self.town.shown.get(person, ())
        if own:
            self._does(self.walls.does(person, Pressed(own[-1 - pick % len(own)], 1, "p")))

    @rule(person=people, pick=st.integers(0, 12))
    def goes_on_and_answers(self, person: int, pick: int) -> None:
        """What the button asks is answered, or misunderstood."""
        self.goes_on(person, pick)
        self.says_something_new(person)

    @rule(person=people, pick=picks)
    def looks_up_what_others_do(self, person: int, pick: int) -> None:
        """A button of their own, older than what is on the screen."""
        own = self.town.shown.get(person, ())
        if own:
            self._does(self.walls.does(person, Pressed(own[pick % len(own)], 1, "p")))

    @rule(person=people, pick=st.integers(0, 12))
    def presses_what_is_new(self, person: int, pick: int) -> None:
        """One of the latest buttons, whoever saw it."""
        data = self.town.buttons[-1 - pick]
        self._does(self.walls.does(person, Pressed(data, 1, "p")))

    @rule(
        person=people,
        pick=picks,
        place=st.integers(0, 3),
        part=st.sampled_from(tuple(strange_parts())),
    )
    def forges(self, person: int, pick: int, place: int, part: str) -> None:
        """A button with something else in it."""
        data = forged(self.town.buttons[pick % len(self.town.buttons)], place, part)
        self._does(self.walls.does(person, Pressed(data, 1, "p")))

    @rule(person=people, pick=st.integers(0, 30))
    def opens_a_link(self, person: int, pick: int) -> None:
        """Any link that anybody ever saw, new ones first."""
        payload = self.town.links[-1 - pick % len(self.town.links)]
        self._does(self.walls.does(person, Typed(f"/start {payload}")))

    @rule(person=people, pick=picks)
    def comes_in(self, person: int, pick: int) -> None:
        """By any invitation that was ever shown, under a name that is a canary."""
        invitations = [each for each in self.town.links if each.startswith("i")]
        payload = invitations[-1 - pick % len(invitations)]
        self._does(self.walls.does(person, Typed(f"/start {payload}")))
        self.says_something_new(person)

    @rule(office=offices, pick=picks)
    def invites(self, office: tuple[int, str], pick: int) -> None:
        """Some role, for whoever comes by the link."""
        keeper, company = office
        self._presses(keeper, Verb.INVITE, company)
        made = len(self.town.store.companies[CompanyId(company)].invitations)
        like = [each for each in self.town.buttons if each.startswith(f"ia|{company}|")]
        *parts, _ = like[pick % len(like)].split("|")
        data = "|".join((*parts, str(made)))
        self._does(self.walls.does(keeper, Pressed(data, 1, "p")))

    @rule(person=people, company=st.sampled_from((A, B, NOBODYS)), key=st.sampled_from(
        ("legal_rep_check", "cdr_extract", "login_screenshot", "legal_rep", "staff_total")))  # fmt: skip
    def opens_an_item(self, person: int, company: str, key: str) -> None:
        """By a link like those on a board."""
        self._does(self.walls.does(person, Typed(f"/start t-{company}-1-{key}")))

    @rule(person=people, company=st.sampled_from((A, B, NOBODYS)), kind=st.sampled_from("cu"))
    def opens_a_company(self, person: int, company: str, kind: str) -> None:
        """By a link like those under a morning in a group, or under a text for a department."""
        self._does(self.walls.does(person, Typed(f"/start {kind}-{company}")))

    @rule(person=people, text=st.sampled_from(SOUGHT))
    def asks_elsewhere(self, person: int, text: str) -> None:
        """Our name and a word, typed in a chat of strangers."""
        self.walls.asks_elsewhere(person, text)

    @rule(person=people)
    def sends_a_file(self, person: int) -> None:
        """Its name is a canary."""
        self._does(self.walls.does(person, paper(self.town.token())))

    @rule(person=people, company=companies, pick=picks)
    def knocks(self, person: int, company: str, pick: int) -> None:
        """To a stranger a company that is there looks like one that is not."""
        if self._belongs(person, company):
            return
        data = self.town.buttons[pick % len(self.town.buttons)]
        theirs, nobodys = forged(data, 0, company), forged(data, 0, NOBODYS)
        if company not in data:
            return
        other = self.town.copy()
        there = words(self.walls.does(person, Pressed(theirs, 1, "p")))
        nowhere = words(other.does(person, Pressed(nobodys, 1, "p")))
        if there != nowhere:
            message = f"{theirs} is told from {nobodys}:\n{there}\n---\n{nowhere}"
            raise WallBroken(message)

    def _belongs(self, person: int, company: str) -> bool:
        try:
            member(PersonId(str(person)), self.town.store.companies[CompanyId(company)])
        except NoSuchCompany:
            return False
        return True

    def _makes(self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]) -> None:
        """A button of that kind, for that company, whether anybody was shown it or not."""
        person, company = place
        data = made(Stand(self.town, person, company), verb, parts)
        self._does(self.walls.does(person, Pressed(data, 1, "p")))

    def _presses(self, person: int, verb: Verb, *args: str | int) -> None:
        self._does(self.walls.does(person, Pressed(button(verb, *args), 1, "p")))

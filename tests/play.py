"""Plays a transcript: people type, press and send before the real desk over a real store."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from chat.desk import Desk
from chat.session import Access, Door, House
from tests.deeds import does
from tests.manners import message_faults, post_faults, toast_faults
from tests.screens import Screen, Shown
from tests.storage.homes import Home, TinyHome
from tests.talk import AS_IN_LIFE, PACKS, ZONE, Group, Person, Town, house
from tests.transcript import Answer, Line, Unlike, as_rows, demand, expect_board, read_lines
from workflow.ids import CompanyId, PersonId
from workflow.ports import ChatId
from workflow.reminders import Recipient
from workflow.repacking import version_of

ACT = re.compile(
    r"(?P<who>[^@>↪\[]+?)(?: @ (?P<where>[^>↪\[]+?))?(?: ↪ (?P<to>.+?))? > (?P<deed>.+)"
)
SAID = re.compile(
    r"(?P<what>bot|board|post) @ (?P<where>.+?) (?P<words>[<\[∅].*|without .+|goes out)"
)
CLOCK = re.compile(r"(?:时钟|clock) > (?P<moment>.+)")
HEARS = re.compile(r"(?P<who>[^@<>↪\[]+?) hears (?P<words>.+)")


@dataclass
class Play:
    """People before one desk over one home; `pages` holds transcripts, `desktop` what files hold."""

    home: Home
    pages: Path
    desktop: Path
    language: str
    house: House = field(default_factory=house)
    people: dict[str, Person] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    """What came with the last thing done: "" for who did it, else by the name of who heard it."""
    said: set[str] = field(default_factory=set)
    """Texts and names that come from people, in whatever language."""
    town: Town = field(init=False)

    def __post_init__(self) -> None:
        """Before the desk; companies are drawn as in life."""
        self.home.project_by(AS_IN_LIFE)
        self.town = Town(self._desk(), self.home)

    def _desk(self) -> Desk:
        """Over what is kept now; a restart opens it anew."""
        return Desk(replace(self.house, record=self.home.record), self.home.store)

    def play(self, name: str) -> None:
        """Play it to the end; Unlike at the first line the bot does not keep to."""
        for line in read_lines(self.pages / name):
            try:
                self._line(line)
            except (Unlike, LookupError) as unlike:
                told = f"{line.place}: {line.words}\n  {unlike}\nthe bot said:\n{self._so_far()}"
                raise Unlike(told) from None
        self._leave()

    def _so_far(self) -> str:
        boards = [
            "\n".join((f"board @ {name} < {shown.text}", *as_rows(f"board @ {name}", shown)))
            for name in self.groups
            if (shown := self._board(name)) is not None
        ]
        told = [str(answer) for answer in self.answers.values()]
        return "\n".join(filter(None, (*told, *boards))) or "bot ∅"

    def _line(self, line: Line) -> None:
        if passes := CLOCK.fullmatch(line.words):
            self._leave()
            self.town.passes(_moment(passes["moment"]))
            self._listen(None)
            self._mind_manners()
            return
        match line.words.split(" ", 1):
            case ["@", moment]:
                self.town.now = _moment(moment)
            case ["—", words]:
                self._leave()
                self._stage(words.removesuffix("—").strip())
            case ["bot" | "toast" | "found" | "board" | "post", words]:
                self._said(line.words, words)
            case _:
                self._act(line)

    def _said(self, line: str, words: str) -> None:
        elsewhere = SAID.fullmatch(line)
        if elsewhere is None:
            self._answer("").expect(words)
        elif elsewhere["what"] == "board":
            expect_board(self._board(elsewhere["where"]), elsewhere["words"])
        else:
            sign = "post" if elsewhere["what"] == "post" else ""
            self._answer(f"{sign}@ {elsewhere['where']}").expect(elsewhere["words"])

    def _answer(self, name: str) -> Answer:
        if name not in self.answers:
            message = "nobody has done anything yet" if self.answers == {} else f"who is {name}?"
            raise Unlike(message)
        return self.answers[name]

    def _board(self, name: str) -> Shown | None:
        """The board of a group, while it is one of ours."""
        number = self._group(name).number
        if self.home.boards.of(ChatId(number)) is None:
            return None
        return self.town.boards.get(number)

    # --- what people do -----------------------------------------------------------------

    def _act(self, line: Line) -> None:
        if hears := HEARS.fullmatch(line.words):
            self._answer(hears["who"]).expect(hears["words"])
            return
        found = ACT.fullmatch(line.words)
        if found is None:
            message = "neither something done nor something said"
            raise Unlike(message)
        self._leave()
        person = self._person(found["who"])
        group = self._group(found["where"]) if found["where"] else None
        if group and person.name not in group.members:
            message = f"{person.name} is not in {group.title}"
            raise Unlike(message)
        self.said.update((found["deed"], *line.below, person.name))
        does(self, person, found["deed"], line.below, group, found["to"])
        self._listen(person)
        self._mind_manners()

    def _listen(self, person: Person | None) -> None:
        """What everybody has heard of it; nobody did it where time went by."""
        self.answers = {} if person is None else {"": Answer(person.screen)}
        for name, other in self.people.items():
            if other is not person:
                self.answers[name] = Answer(other.screen, f"{name} hears")
        for title, group in self.groups.items():
            self.answers[f"@ {title}"] = Answer(group.screen, f"bot @ {title}")
        for to, screen in self.town.posts.items():
            self.answers[f"post@ {self._name(to)}"] = Answer(screen, f"post @ {self._name(to)}")

    def _person(self, name: str) -> Person:
        if name not in self.people:
            number = 1001 + len(self.people)
            self.people[name] = Person(self.town, number, name, self.language)
            self.town.screens[number] = Screen()
        return self.people[name]

    def _name(self, to: Recipient) -> str:
        """Of whom something was posted to: a robot or mailbox of a company, or a person."""
        company, _, number = to.partition("#")
        if not number:
            return next(each.name for each in self.people.values() if str(each.number) == to)
        with self.home.store.begin(None) as work:
            robots = work.company(CompanyId(company)).robots
        return next(each.name for each in robots if str(each.number) == number)

    def _group(self, title: str) -> Group:
        if title not in self.groups:
            message = f"there is no group {title}"
            raise Unlike(message)
        return self.groups[title]

    # --- what happens around them -------------------------------------------------------

    def _stage(self, words: str) -> None:
        match words.split(" ", 1):
            case ["after", name]:
                self.play(name)
            case ["restart"]:
                if isinstance(self.home, TinyHome):
                    self.home.reopen()
            case ["damaged", name]:
                self.home.damage(next(c for c, known in self._companies().items() if known == name))
            case ["code", code]:
                self.house = replace(self.house, access=Access(Door.CODE, code=code))
            case ["listed", name]:
                people = frozenset({str(self._person(name).number)})
                self.house = replace(self.house, access=Access(Door.LISTED, people))
            case ["rules", newest]:
                packs = {ref: pack for ref, pack in PACKS.items() if version_of(ref) <= int(newest)}
                self.house = replace(self.house, packs=packs)
            case ["quietly", rest]:
                self.town.passes(_moment(rest))
                self._forget()
            case ["group", rest]:
                self._gather(*rest.split(" of "))
            case _:
                message = "no such stage direction"
                raise Unlike(message)
        self.town.desk = self._desk()

    def _gather(self, title: str, names: str) -> None:
        """A group of these people; the bot is not in it yet."""
        number = -2001 - len(self.groups)
        members = tuple(names.split(", "))
        for name in members:
            self._person(name)
        self.groups[title] = Group(self.town, number, title, members)
        self.town.screens[number] = Screen()
        self.said.add(title)

    def _companies(self) -> dict[CompanyId, str]:
        with self.home.store.begin(None) as work:
            numbers = [PersonId(str(person.number)) for person in self.people.values()]
            return {card.id: card.name for one in numbers for card in work.companies_of(one)}

    # --- what the bot says --------------------------------------------------------------

    def _leave(self) -> None:
        """Before something else is done: nothing of what was said was passed over."""
        unread = [each for answer in self.answers.values() for each in answer.unread]
        demand(not unread, "the transcript passes over:\n" + "\n---\n".join(unread))
        self._forget()

    def _forget(self) -> None:
        self.answers = {}
        for screen in (*self.town.screens.values(), *self.town.posts.values()):
            screen.heard = []

    def _mind_manners(self) -> None:
        companies = {str(company): name for company, name in self._companies().items()}
        language = "en" if self.language == "en" else "zh"
        faults: list[str] = []
        for name, answer in self.answers.items():
            faults_of = post_faults if name.startswith("post") else message_faults
            for shown in answer.messages:
                faults += faults_of(shown, companies, language, self.said)
            for toast in (each for each in answer.screen.heard if isinstance(each, str)):
                faults += toast_faults(toast, language, self.said)
        for shown in self.town.boards.values():
            faults += message_faults(shown, companies, language, self.said)
        demand(not faults, "; ".join(faults))


def _moment(words: str) -> datetime:
    """As a transcript writes it, in China."""
    return datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)

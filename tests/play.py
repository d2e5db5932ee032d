"""Plays a transcript: people type, press and send before the real desk over a real store."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from chat.desk import Desk
from chat.session import Access, Door, House
from chat.talk import Pressed, RefusedFile
from gateway.config import FilesSection
from gateway.content import look_into
from gateway.files import rules_of
from gateway.incoming import OfferedFile
from gateway.kinds import kind_of
from tests.manners import message_faults, toast_faults
from tests.storage.homes import Home, TinyHome
from tests.talk import ZONE, Person, house
from tests.transcript import Answer, Line, Unlike, copied, read_lines
from workflow.ids import CompanyId, PersonId

RULES = rules_of(FilesSection())
UNITS = {"B": 1, "KB": 1024, "MB": 1024 * 1024}
INSIDE = {".exe": b"MZ\x90\x00"}
ACT = re.compile(r"(?P<who>[^>↪\[]+?)(?: ↪ (?P<to>.+?))? > (?P<deed>.+)")
PRESS = re.compile(r"\[(?P<label>.+)\](?: ×(?P<times>\d+))?")
UNUSUAL = re.compile(r"«(?P<kind>[^:»]+)(?:: (?P<rest>.+))?»")


@dataclass
class Play:
    """People before one desk over one home; `pages` holds transcripts, `desktop` what files hold."""

    home: Home
    pages: Path
    desktop: Path
    language: str
    house: House = field(default_factory=house)
    people: dict[str, Person] = field(default_factory=dict)
    now: datetime | None = None
    answer: Answer | None = None
    said: set[str] = field(default_factory=set)
    """Texts and names that come from people, in whatever language."""

    def play(self, name: str) -> None:
        """Play it to the end; Unlike at the first line the bot does not keep to."""
        for line in read_lines(self.pages / name):
            try:
                self._line(line)
            except (Unlike, LookupError) as unlike:
                told = f"{line.place}: {line.words}\n  {unlike}\nthe bot said:\n{self.answer}"
                raise Unlike(told) from None
        self._leave()

    def _line(self, line: Line) -> None:
        match line.words.split(" ", 1):
            case ["@", moment]:
                self.now = datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
            case ["—", words]:
                self._leave()
                self._stage(words.removesuffix("—").strip())
            case ["bot" | "toast", words]:
                self._bot(words)
            case _:
                self._act(line)

    # --- what people do -----------------------------------------------------------------

    def _act(self, line: Line) -> None:
        found = ACT.fullmatch(line.words)
        if found is None:
            message = "neither something done nor something said"
            raise Unlike(message)
        self._leave()
        person = self._person(found["who"])
        reply_to = _message(person, found["to"]) if found["to"] else None
        self.said.update((found["deed"], *line.below, person.name))
        self._does(person, found["deed"], line.below, reply_to)
        self.answer = Answer(person)
        self._mind_manners(person)

    def _person(self, name: str) -> Person:
        if name not in self.people:
            desk = Desk(self.house, self.home.store)
            number = 1001 + len(self.people)
            self.people[name] = Person(desk, self.home.inbox, number, name, self.language)
        person = self.people[name]
        person.now = self.now or person.now
        return person

    def _does(
        self, person: Person, deed: str, below: tuple[str, ...], reply_to: int | None
    ) -> None:
        if pressed := PRESS.fullmatch(deed):
            _presses(person, pressed["label"], int(pressed["times"] or 1))
        elif unusual := UNUSUAL.fullmatch(deed):
            self._unusual(person, unusual["kind"], unusual["rest"] or "", below, reply_to)
        else:
            person.types("\n".join((deed, *below)), reply_to)

    def _unusual(
        self, person: Person, kind: str, rest: str, below: tuple[str, ...], reply_to: int | None
    ) -> None:
        match kind:
            case "file":
                self._sends(person, rest, below, reply_to)
            case "voice":
                person.speaks()
            case "edited":
                person.edits(rest)
            case "old button":
                person.does(person.kept[rest])
            case "forged button":
                person.presses_data(rest)
            case _:
                owner = self.people[kind.removeprefix("button of ")]
                person.does(Pressed(owner.button(rest)[1], 1, "press"))

    def _sends(
        self, person: Person, rest: str, below: tuple[str, ...], reply_to: int | None
    ) -> None:
        """`name.pdf, 12 KB, caption …, album …, really .exe`; the rows of a sheet stand below."""
        name, size, *more = rest.split(", ")
        told = dict(each.split(" ", 1) for each in more)
        caption = told.get("caption", "")
        self.said.update((name, name.rpartition(".")[0], caption))
        count, unit = size.split()
        offer = OfferedFile("", name, "", int(count) * UNITS[unit], caption, "")
        refused = RULES.refuse_offer(offer) or self._look_into(name, told.get("really", ""))
        if refused is not None:
            person.is_refused(refused.sentence, **refused.facts)
            return
        content = name.encode().ljust(offer.size or 0, b".")
        rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in below] or None
        album = told.get("album", "")
        person.sends(name, content, caption=caption, album=album, rows=rows, reply_to=reply_to)

    def _look_into(self, name: str, really: str) -> RefusedFile | None:
        """A file under another name than its own is refused by its bytes."""
        if not really:
            return None
        path = self.desktop / "arriving"
        path.write_bytes(INSIDE[really])
        return RULES.refuse_content(name, kind_of(name, ""), look_into(path))

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
            case _:
                message = "no such stage direction"
                raise Unlike(message)
        self._seat()

    def _seat(self) -> None:
        """Everybody before the desk as it is now."""
        for person in self.people.values():
            person.desk, person.inbox = Desk(self.house, self.home.store), self.home.inbox

    def _companies(self) -> dict[CompanyId, str]:
        with self.home.store.begin(None) as work:
            numbers = [PersonId(str(person.number)) for person in self.people.values()]
            return {card.id: card.name for one in numbers for card in work.companies_of(one)}

    # --- what the bot says --------------------------------------------------------------

    def _bot(self, words: str) -> None:
        answer = self.answer
        if answer is None:
            message = "nobody has done anything yet"
            raise Unlike(message)
        if words.startswith("["):
            _expect_buttons(answer, words)
        elif words.startswith("without "):
            _expect_without(answer, words.removeprefix("without "))
        elif words == "∅":
            _demand(not answer.pieces, "it was not silent")
        else:
            found = answer.find(words.removeprefix("< "))
            _demand(found, "not said (any more) in this answer")

    def _leave(self) -> None:
        """Before something else is done: nothing of the answer was passed over."""
        unread = self.answer.unread if self.answer else []
        self.answer = None
        _demand(not unread, "the transcript passes over:\n" + "\n---\n".join(unread))

    def _mind_manners(self, person: Person) -> None:
        companies = {str(company): name for company, name in self._companies().items()}
        language = "en" if self.language == "en" else "zh"
        faults: list[str] = []
        for heard in person.heard:
            if isinstance(heard, int):
                shown = person.screen[heard]
                faults += message_faults(shown, companies, language, self.said)
            elif isinstance(heard, str):
                faults += toast_faults(heard, language, self.said)
        _demand(not faults, "; ".join(faults))


def _message(person: Person, words: str) -> int:
    """The newest message in which the words stand."""
    for number in reversed(person.screen):
        if words in person.screen[number].text:
            return number
    message = f"no message with {words!r} to reply to"
    raise LookupError(message)


def _presses(person: Person, label: str, times: int) -> None:
    """Press it so often; what is heard is all that came of it."""
    number, data = person.button(label)
    heard = []
    for _ in range(times):
        heard += person.presses_data(data, number).heard
    person.heard = list(dict.fromkeys(heard))


def _expect_buttons(answer: Answer, words: str) -> None:
    """`[label] [label]`: they are there; `[label] < words`: it copies them."""
    shown = answer.shown
    buttons, _, copies = words.partition("] < ")
    for label in re.findall(r"\[([^\]]+)", buttons):
        _demand(shown is not None and shown.button(label) is not None, f"no button [{label}]")
        if copies and shown:
            _demand(copies in copied(shown, label), f"[{label}] copies: {copied(shown, label)}")


def _expect_without(answer: Answer, words: str) -> None:
    """Neither said nor on a button."""
    labels = [label for shown in answer.messages for label in shown.labels]
    told = [*labels, *(line for piece in answer.pieces for line in piece)]
    _demand(all(words not in each for each in told), f"{words!r} is there")


def _demand(kept: bool, otherwise: str) -> None:  # noqa: FBT001 - the question is the argument
    if not kept:
        raise Unlike(otherwise)

"""What anybody can send as a spreadsheet: filled sheets, tables, lists of clients."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from chat.file_notes import MARK
from chat.talk import GoOn, Pressed, SentFile, Sheet
from tests.chat.lists import HEADINGS as OF_A_LIST
from tests.chat.lists import line
from tests.chat.office import HEADINGS as OF_A_SHEET
from tests.chat.stage import CODES, sent
from tests.walls.moves import Moves, picks, places, rarely
from tests.walls.town import PEOPLE

WORDS = ("企业名称", "法定代表人", "许可证编号", "注册住所")
"""Items that are answered in words: canaries."""
TABLES = {
    "branches": (("名称", "所在省份", "是否开展业务"), ("北京", "是")),
    "shareholders": (("股东名称", "类型", "持股比例"), ("自然人", "100%")),
}
"""The second is an internal matter."""
somebody = st.sampled_from(("", *map(str, PEOPLE)))


class Sheets(Moves):
    """Each is read, asked about, and taken by whoever may."""

    @rule(place=places, pick=picks, giver=somebody, lets_go=rarely)
    def fills_a_sheet(self, place: tuple[int, str], pick: int, giver: str, lets_go: bool) -> None:  # noqa: FBT001
        """A department's sheet comes back; mostly all of it is recorded."""
        person, company = place
        self._presses(person, Verb.STATUS, company, "1")
        rows = [(title, "", self.town.token(), self.town.token()) for title in WORDS[pick % 4 :]]
        sheet = self._sheet((OF_A_SHEET, *rows))
        self._does(self.walls.does(person, sheet))
        self._presses(person, Verb.SHEET_GIVER, sheet.file.id[:MARK], giver)
        if not lets_go:
            self._presses(person, Verb.SHEET_TAKE, sheet.file.id[:MARK])

    @rule(place=places, pick=picks)
    def types_who_gave_it(self, place: tuple[int, str], pick: int) -> None:
        """A sheet given by somebody whom nobody knows."""
        person, company = place
        self._presses(person, Verb.STATUS, company, "1")
        row = (WORDS[pick % len(WORDS)], "", self.town.token())
        sheet = self._sheet((OF_A_SHEET[:3], row))
        self._does(self.walls.does(person, sheet))
        self.says_something_new(person)
        self._presses(person, Verb.SHEET_TAKE, sheet.file.id[:MARK])

    @rule(place=places, key=st.sampled_from(tuple(TABLES)))
    def sends_a_table(self, place: tuple[int, str], key: str) -> None:
        """Branches or shareholders, below the card of the item."""
        person, company = place
        headings, cells = TABLES[key]
        self._presses(person, Verb.ITEM, company, "1", key)
        self._does(self.walls.does(person, self._sheet((headings, (self.town.token(), *cells)))))

    @rule(place=places, owner=somebody, code=st.sampled_from(CODES), now=rarely)
    def brings_in_clients(self, place: tuple[int, str], owner: str, code: str, now: bool) -> None:  # noqa: FBT001
        """A new one, and one that is there, whosoever it is; else only read."""
        person, company = place
        self._presses(person, Verb.STATUS, company, "1")
        self._presses(person, Verb.IMPORT)
        fresh = line(self.town.tokens, name=self.town.token(), owner=owner)
        there = self._of(code, "2025")
        self._does(self.walls.does(person, self._sheet((OF_A_LIST, fresh, there))))
        if now:
            self._builds(person)

    def _of(self, code: str, year: str) -> tuple[str, ...]:
        name, _, *wanted = line(0, name=self.town.token(), year=year)
        return (name, code, *wanted)

    def _builds(self, person: int) -> None:
        """To the end, if there is anything to build."""
        own = self.town.shown.get(person, ())
        for data in [each for each in own if each.startswith(f"{Verb.IMPORT_BUILD}|")][-1:]:
            answer = self.walls.does(person, Pressed(data, 1, "p"))
            while any(isinstance(each, GoOn) for each in answer):
                answer = self.walls.goes_on(person)
                self._does(answer)

    def _sheet(self, rows: tuple[tuple[str, ...], ...]) -> SentFile:
        """Its name is a canary too; no two have one mark."""
        name = self.town.token()
        file = sent(f"{name}.xlsx", f"{self.town.tokens:04}00".encode())
        return replace(file, sheet=Sheet(rows))

"""A list of clients as an agency sends it: its lines read, and the faults of the bad ones told."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from workflow.cases import company_name
from workflow.client_errors import (
    ClientCellEmpty,
    ClientNamedOtherwise,
    ClientTwice,
    ClientWordUnknown,
    NoClientColumns,
    NoSuchOwner,
    OwnerUnclear,
)
from workflow.clients import Client, Wanted, kind_of
from workflow.credit_code import check_credit_code
from workflow.errors import Fact, WorkflowError
from workflow.pack import Pack
from workflow.team import Member
from workflow.text import tidied

LONGEST_LICENCE = 60
HEADINGS_WITHIN = 3
"""Above the headings a title may stand."""
Meaning = TypeVar("Meaning")
_MARKS = re.compile(r"[\s*·]|[(（].*[)）]")


class Column(StrEnum):
    """What a column of the list says, in the order of the template."""

    NAME = "name"
    USCC = "uscc"
    KIND = "kind"
    LICENCE_NO = "licence_no"
    COVERAGE = "coverage"
    YEAR = "year"
    PROFILE = "profile"
    OWNER = "owner"


NEEDED = tuple(each for each in Column if each not in (Column.LICENCE_NO, Column.OWNER))
"""Without an owner a client is the importer's own; a licence number can come later."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a list mean, each `folded`; made of the catalogues by whoever has them."""

    columns: Mapping[str, Column]
    packs: Mapping[str, Pack]
    provinces: Mapping[str, str]
    """Code of the province; empty for the whole country."""
    years: Sequence[int]
    """Those that can be reported now."""
    owners: Mapping[str, tuple[Member, ...]]
    """The people a client can be given to, by name and by id; the importer among them."""
    importer: Member
    code: Callable[[str], str]
    """A credit code as it is kept, of one as it was typed."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be taken: which, what it says, in which column it is wrong and why."""

    line: int
    """Counted from 1 below the headings."""
    cells: tuple[str, ...]
    """In the order of Column."""
    column: Column
    sentence: str
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class ClientList:
    """A list as it was read: the clients of its good lines, and its bad lines."""

    ready: tuple[Client, ...]
    bad: tuple[BadLine, ...]


def folded(text: str) -> str:
    """A word of a sheet so that it can be looked up: no blanks, marks, brackets or capitals."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


@dataclass(slots=True)
class _Line:
    """One line being read; `column` is the one looked at last: where its fault is, if it has one."""

    cells: Mapping[Column, str]
    words: Words
    column: Column = Column.NAME

    def client(self) -> Client:
        """What the line asks for; a WorkflowError says what is wrong with it."""
        name = company_name(self._needed(Column.NAME))
        uscc = self.words.code(self._needed(Column.USCC))
        check_credit_code(uscc)
        wanted = self._season()
        owner = self._owner()
        return Client(name, uscc, owner.person, owner.name, (wanted,))

    def text(self, column: Column) -> str:
        """What stands in that column."""
        self.column = column
        return self.cells[column]

    def _needed(self, column: Column) -> str:
        text = self.text(column)
        if not text:
            raise ClientCellEmpty
        return text

    def _season(self) -> Wanted:
        pack = self._meant(Column.KIND, self.words.packs)
        number = "".join(self.text(Column.LICENCE_NO).split())[:LONGEST_LICENCE].upper()
        province = self._meant(Column.COVERAGE, self.words.provinces)
        year = self._year()
        profile = self._meant(Column.PROFILE, _profiles(pack))
        return Wanted(pack.ref, profile, year, number, province)

    def _meant(self, column: Column, meanings: Mapping[str, Meaning]) -> Meaning:
        text = self._needed(column)
        if folded(text) not in meanings:
            raise ClientWordUnknown(word=text)
        return meanings[folded(text)]

    def _year(self) -> int:
        text = self._needed(Column.YEAR)
        for year in self.words.years:
            if str(year) in folded(text):
                return year
        raise ClientWordUnknown(word=text)

    def _owner(self) -> Member:
        text = self.text(Column.OWNER)
        if not text:
            return self.words.importer
        found = self.words.owners.get(folded(text), ())
        if not found:
            raise NoSuchOwner(name=text)
        if len(found) > 1:
            raise OwnerUnclear(name=text)
        return found[0]


def _profiles(pack: Pack) -> Mapping[str, str]:
    return {
        folded(name): profile.key
        for profile in pack.profiles
        for name in (profile.title.zh, profile.title.en)
    }


# --- the whole list -----------------------------------------------------------------------

_Case = tuple[str, str, int, str]
"""What makes two lines ask for the same season: company, licence, year."""


def _case(uscc: str, wanted: Wanted) -> _Case:
    return uscc, kind_of(wanted.pack), wanted.year, wanted.licence_no


@dataclass(slots=True)
class _Reading:
    """A list as far as it has been read."""

    clients: dict[str, Client] = field(default_factory=dict)
    bad: list[BadLine] = field(default_factory=list)
    companies: dict[str, int] = field(default_factory=dict)
    """By credit code the first line of a company."""
    cases: dict[_Case, int] = field(default_factory=dict)
    """By season the line that asks for it."""

    def take(self, number: int, line: _Line) -> None:
        """Take one line among the good ones, or keep it as a bad one."""
        try:
            self._join(number, line, line.client())
        except WorkflowError as fault:
            cells = tuple(line.cells[column] for column in Column)
            self.bad.append(BadLine(number, cells, line.column, fault.sentence, fault.facts))

    def _join(self, number: int, line: _Line, fresh: Client) -> None:
        known = self.clients.get(fresh.uscc, replace(fresh, seasons=()))
        if (known.name, known.owner) != (fresh.name, fresh.owner):
            line.column = Column.USCC
            raise ClientNamedOtherwise(line=self.companies[fresh.uscc])
        (wanted,) = fresh.seasons
        case = _case(fresh.uscc, wanted)
        if case in self.cases:
            line.column = Column.LICENCE_NO
            raise ClientTwice(line=self.cases[case])
        self.cases[case] = number
        self.companies.setdefault(fresh.uscc, number)
        self.clients[fresh.uscc] = replace(known, seasons=(*known.seasons, wanted))


def read_clients(rows: Sequence[Sequence[str]], words: Words) -> ClientList:
    """The list below its headings; NoClientColumns if these do not name all that is needed.

    Columns of other names are passed over. Each bad line is told with its first fault; the good
    lines of the same company are taken all the same.
    """
    order, body = _ordered(rows, words.columns)
    reading = _Reading()
    for number, row in enumerate(body, start=1):
        texts = dict(zip(order, row, strict=False))
        cells = {column: tidied(texts.get(column, "")) for column in Column}
        reading.take(number, _Line(cells, words))
    return ClientList(tuple(reading.clients.values()), tuple(reading.bad))


def _ordered(
    rows: Sequence[Sequence[str]], columns: Mapping[str, Column]
) -> tuple[Sequence[Column | None], Sequence[Sequence[str]]]:
    """What each cell of a line is, and the lines; a title may stand above the headings."""
    for above, row in enumerate(rows[:HEADINGS_WITHIN]):
        order = [columns.get(folded(cell)) for cell in row]
        if set(NEEDED) <= set(order):
            return order, rows[above + 1 :]
    raise NoClientColumns

"""三年对照表 come back: each cell of the three years read as if typed, refused by its name: D7."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from chat.file_notes import MARK
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, Unclear
from chat.sheet_reading import (
    MOST_UNCLEAR,
    TOP,
    Trouble,
    bare,
    by_title,
    cell_at,
    cell_trouble_of,
    named_in,
    on_page,
    place_of,
    unclear,
    value_of,
)
from chat.talk import Sheet
from messages.dates import Tense, UnderstoodDate, read_date
from messages.say import Fact, Listed, Say, say
from workflow.checklist import Task
from workflow.earlier import earlier_of, is_of_own_report, years_of
from workflow.errors import AlreadyGiven, NoSuchItem, WorkflowError
from workflow.figure_errors import NoSuchYear, OwnReport
from workflow.fitting import require_fits
from workflow.given import AnswerGiven, FileRef, Origin
from workflow.origins import is_of_file, of_file, origin_of

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
LONGEST_HEADING = 24
MOST_SAME = 12
"""Cells that are named, of those that say nothing new."""


@dataclass(frozen=True, slots=True)
class YearsLayout:
    """Where the headings stand: their row, and the place of each column."""

    row: int
    title: int
    years: Mapping[int, tuple[int, ...]]
    """The columns of each year: one, unless somebody made two."""
    said: Mapping[str, int]
    """The columns of where this year's figure is from, by their headings."""


SAID = ("years-source", "years-meaning", "years-as-of", "years-estimate")


def years_layout(s: Session, sheet: Sheet) -> YearsLayout | None:
    """Where our headings stand, in whatever order and language; None if it is not one of ours."""
    for number, cells in enumerate(sheet.rows[:TOP]):
        title = place_of(s, "years-item", cells)
        years: dict[int, tuple[int, ...]] = {}
        for place, cell in enumerate(cells):
            found = _YEAR.search(cell) if len(cell) <= LONGEST_HEADING else None
            if found:
                years[int(found[1])] = (*years.get(int(found[1]), ()), place)
        if title is not None and years:
            places = {each: place_of(s, each, cells) for each in SAID}
            said = {name: place for name, place in places.items() if place is not None}
            return YearsLayout(number, title, years, said)
    return None


@dataclass(slots=True)
class _Reading:
    """One sheet on the way through its cells."""

    s: Session
    case: Case
    sheet: Sheet
    layout: YearsLayout
    count: int = 0
    already: list[str] = field(default_factory=list)
    answers: dict[tuple[str, int], ReadAnswer] = field(default_factory=dict)
    unclear: list[Unclear] = field(default_factory=list)

    def refuse(self, cell: str, title: str, why: Fact) -> None:
        """One cell is not taken."""
        self.unclear.append(unclear(self.s, cell, title, why))

    def all(self) -> None:
        """Every row, then the columns that are none of ours."""
        known = by_title(self.s, self.case)
        asked = years_of(self.case.season)
        good = {year: at[0] for year, at in self.layout.years.items() if len(at) == 1}
        for row in range(self.layout.row + 1, len(self.sheet.rows)):
            cells = self.sheet.rows[row]
            title = bare(cell_at(cells, self.layout.title))
            filled = [year for year in asked if year in good and self._is_filled(row, good[year])]
            if not filled:
                continue
            tasks = named_in(known, title)
            if len(tasks) != 1:
                self.count += 1
                why = say("row-two-items") if tasks else say(NoSuchItem.sentence)
                self.refuse(self.sheet.places.name(row, self.layout.title), title, why)
                continue
            for year in filled:
                self.count += 1
                self._cell(row, good[year], year, tasks[0])
        self._columns(asked)

    def _is_filled(self, row: int, column: int) -> bool:
        text = cell_at(self.sheet.rows[row], column)
        return bool(text) or cell_trouble_of(self.sheet, row, column) is not None

    def _columns(self, asked: Sequence[int]) -> None:
        """Columns of other years, or two of the same year: nothing of them is taken."""
        for year, places in self.layout.years.items():
            names = [self.sheet.places.name(self.layout.row, each) for each in places]
            if len(places) > 1:
                self.count += 1
                self.refuse("", str(year), say("column-doubled", cells=Listed(tuple(names))))
            elif year not in asked and any(
                cell_at(cells, places[0]) for cells in self.sheet.rows[self.layout.row + 1 :]
            ):
                self.count += 1
                first, last = str(asked[0]), str(asked[-2])
                self.refuse(names[0], str(year), say(NoSuchYear.sentence, first=first, last=last))

    def _cell(self, row: int, column: int, year: int, task: Task) -> None:
        cell = self.sheet.places.name(row, column)
        title = self.s.wording.plain(task.item.title)
        read = self._read(row, column, year, task, cell)
        if isinstance(read, ReadAnswer) and (read.key, year) in self.answers:
            read = Trouble(say("row-twice"))
        match read:
            case None:
                self.already.append(cell)
            case Trouble(why):
                self.refuse(cell, title, why)
            case _:
                self.answers[read.key, year] = read

    def _read(
        self, row: int, column: int, year: int, task: Task, cell: str
    ) -> ReadAnswer | Trouble | None:
        """What the cell says; None where it says what stands already."""
        wrong = cell_trouble_of(self.sheet, row, column)
        text = cell_at(self.sheet.rows[row], column)
        value = Trouble(wrong) if wrong else value_of(self.s, self.case, task, text)
        if isinstance(value, Trouble):
            return value
        company, season = self.case.company, self.case.season
        is_now = year == season.year
        origin = self._origin(row, _standing(task), with_day=is_now)
        if isinstance(origin, Trouble):
            return origin
        if not is_now:
            task = earlier_of(company, season, task.item, year)
        said = self._said(row, task, AnswerGiven(value, origin=origin), is_now=is_now)
        if isinstance(said, Trouble):
            return said
        try:
            require_fits(task, said, self.s.today)
            if not is_now and is_of_own_report(company, season, task.item, year):
                raise OwnReport(year=str(year))
        except AlreadyGiven:
            return None
        except WorkflowError as refused:
            return Trouble(Say(refused.sentence, refused.facts))
        version = task.state.version
        far = 0 if is_now else year
        return ReadAnswer(task.item.key, value, version, "", far, cell, said.estimate, said.origin)

    # --- where it is from -----------------------------------------------------------------

    def _said(
        self, row: int, task: Task, given: AnswerGiven, *, is_now: bool
    ) -> AnswerGiven | Trouble:
        """With where it is from: said of this year's figure, and of an earlier one that is new."""
        stands = _standing(task)
        is_same = stands is not None and stands.value == given.value
        if not is_now:
            return replace(given, origin=None) if is_same else given
        estimate = self._estimate(row, task, given)
        if isinstance(estimate, Trouble):
            return estimate
        former = stands.origin if stands and is_same else None
        return AnswerGiven(given.value, estimate, _with_former_source(given.origin, former))

    def _text(self, row: int, heading: str) -> tuple[str, str]:
        """What stands under the heading, and in which cell."""
        place = self.layout.said.get(heading)
        if place is None:
            return "", ""
        return cell_at(self.sheet.rows[row], place), self.sheet.places.name(row, place)

    def _origin(
        self, row: int, now: AnswerGiven | None, *, with_day: bool
    ) -> Origin | Trouble | None:
        text, cell = self._text(row, "years-as-of")
        found = read_date(text, self.s.today, Tense.ANY) if text and with_day else None
        if found is not None and not isinstance(found, UnderstoodDate):
            return Trouble(say("cell-no-day", cell=cell))
        (source, _), (meaning, _) = (
            self._text(row, "years-source"),
            self._text(row, "years-meaning"),
        )
        if now and now.origin and source == now.origin.source and is_of_file(source):
            source = ""  # as we wrote it there: nobody says it of the figure beside it
        try:
            return origin_of(source, meaning, found.value if found else None)
        except WorkflowError as refused:
            return Trouble(Say(refused.sentence, refused.facts))

    def _estimate(self, row: int, task: Task, given: AnswerGiven) -> bool | Trouble:
        """Whether 暂估 is said; without that column it stays what it was."""
        text, cell = self._text(row, "years-estimate")
        if not cell:
            stands = _standing(task)
            return stands is not None and stands.value == given.value and stands.estimate
        if not text or self.s.is_word("words-no-estimate", text):
            return False
        if self.s.is_word("words-estimate", text):
            return True
        return Trouble(say("cell-no-estimate", cell=cell))


def _standing(task: Task) -> AnswerGiven | None:
    given = task.newest.given if task.newest else None
    return given if isinstance(given, AnswerGiven) else None


def _with_former_source(said: Origin | None, former: Origin | None) -> Origin | None:
    """Of a figure that stays what it was: it is from where it was, unless another source is said."""
    if said is None or former is None:
        return said or former
    return said if said.source else replace(said, source=former.source)


def read_years(
    s: Session, case: Case, file: FileRef, sheet: Sheet, layout: YearsLayout
) -> FilledSheet:
    """All that was filled in, judged as if it were typed now; nothing is recorded."""
    reading = _Reading(s, case, sheet, layout)
    reading.all()
    read = FilledSheet(
        mark=file.id[:MARK],
        name=file.name,
        company=case.company.id,
        season=case.season.id,
        count=reading.count,
        answers=tuple(reading.answers.values()),
        unclear=tuple(islice(reading.unclear, MOST_UNCLEAR)),
        already=len(reading.already),
        source=of_file(file.name, s.today),
        same=tuple(reading.already[:MOST_SAME]),
    )
    return on_page(read, sheet)

"""What stands on a paper for one reader, put together from the season."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workflow.assigning import may_see, owner_of
from workflow.checklist import Task, checklist, inputs_of, state_of
from workflow.checks import Check, Verdict, run
from workflow.concerns import may_see_rule
from workflow.figures import Figures
from workflow.given import Entry, FileRef, FilesGiven, Located
from workflow.ids import ItemKey, PersonId
from workflow.judging import Finding, judged
from workflow.model import Company, Season
from workflow.pack import Duty, Item, ItemKind, Pack
from workflow.papers import (
    Difference,
    Differences,
    Filled,
    Line,
    Outline,
    PaperData,
    PaperKind,
    Part,
    Publicity,
    Unchecked,
)
from workflow.permissions import Action, require
from workflow.rules import Rule, Year


def paper_of(
    kind: PaperKind,
    company: Company,
    season: Season,
    pack: Pack,
    outline: Outline,
    *,
    reader: PersonId,
) -> PaperData:
    """The paper as far as the reader may see it; NotAllowed, or NoSuchCompany for a stranger."""
    require(reader, Action.LOOK, company)
    desk = _desk(company, season, pack, outline, reader)
    differences, hidden = desk.differences()
    is_draft = kind is PaperKind.DRAFT
    parts = tuple(desk.parts()) if is_draft else ()
    return PaperData(
        kind=kind,
        company=company.name,
        uscc=company.uscc,
        licence_no=season.licence_no,
        year=season.year,
        pack=pack,
        names=_named(company, differences, parts),
        differences=differences,
        parts=parts,
        materials=tuple(desk.materials()) if is_draft else (),
        left_out=hidden + (desk.unseen() if is_draft else 0),
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """A season as one reader may see it."""

    company: Company
    season: Season
    pack: Pack
    outline: Outline
    reader: PersonId
    figures: Figures
    tasks: Mapping[ItemKey, Task]
    inputs: tuple[Item, ...]

    def sees(self, item: Item) -> bool:
        return may_see(self.reader, self.company, self.season, item)

    def sees_rule(self, rule: Rule) -> bool:
        return may_see_rule(self.reader, self.company, self.season, self.pack, rule)

    def item(self, key: ItemKey) -> Item | None:
        """As the season has it, else as the pack does."""
        task = self.tasks.get(key)
        return task.item if task else self.pack.find(key)

    # --- lines --------------------------------------------------------------------------

    def line(self, item: Item) -> Line:
        live = state_of(self.company, self.season, item).live
        return Line(
            item,
            self.figures.answer(item.key),
            live[-1] if live else None,
            self.figures.value(item.key, Year.LAST),
            owner_of(self.company, self.season, item),
            self._publicity(item.key),
            self.figures.entry(item.key),
        )

    def _publicity(self, key: ItemKey) -> Publicity:
        if key in self.outline.published:
            return Publicity.ALWAYS
        if key not in self.outline.asked:
            return Publicity.KEPT
        chosen = {None: Publicity.ASKED, True: Publicity.ALWAYS, False: Publicity.WITHHELD}
        return chosen[self.season.transcript.public.get(key)]

    def parts(self) -> Iterator[Filled]:
        """The forms, the answers that stand in none, and what only the rules look at."""
        asked = {key: task.item for key, task in self.tasks.items() if _is_answer(task.item)}
        placed: set[ItemKey] = set()
        for section in self.outline.sections:
            items = [asked[key] for key in section.items if key in asked]
            placed |= {item.key for item in items}
            shown = () if section.left_out else tuple(self._lines(items))
            if shown or section.left_out:
                yield Filled(Part.FORM, shown, section)
        others = tuple(self._lines(asked[key] for key in asked if key not in placed))
        if others:
            yield Filled(Part.OTHERS, others)
        checking = tuple(line for line in self._lines(self.inputs) if line.now or line.before)
        if checking:
            yield Filled(Part.CHECKING, checking)

    def _lines(self, items: Iterable[Item]) -> Iterator[Line]:
        return (self.line(item) for item in items if self.sees(item))

    def unseen(self) -> int:
        return sum(not self.sees(task.item) for task in self.tasks.values())

    def materials(self) -> Iterator[tuple[Item, FilesGiven | Located]]:
        """The papers that stand, each item's newest."""
        for task in self.tasks.values():
            given = [e.given for e in task.state.live if isinstance(e.given, FilesGiven | Located)]
            if given and not task.given_back and self.sees(task.item):
                yield task.item, given[-1]

    # --- findings -----------------------------------------------------------------------

    def differences(self) -> tuple[Differences, int]:
        """What the reader may see of them, and how many not."""
        checks = run(self.company, self.season, self.pack)
        found = judged(self.season, checks)
        unchecked = [each for each in checks if each.verdict is Verdict.UNCHECKED]
        shown = tuple(self._difference(each) for each in found if self.sees_rule(each.check.rule))
        missing = tuple(self._unchecked(each) for each in unchecked if self.sees_rule(each.rule))
        passed = sum(each.verdict is Verdict.PASSED for each in checks)
        hidden = len(found) - len(shown) + len(unchecked) - len(missing)
        return Differences(shown, missing, passed), hidden

    def _difference(self, finding: Finding) -> Difference:
        items = [self.item(key) for key in finding.check.rule.items]
        lines = tuple(self.line(item) for item in items if item is not None)
        return Difference(finding, lines, tuple(dict.fromkeys(self._evidence(finding))))

    def _evidence(self, finding: Finding) -> Iterator[FileRef]:
        """Given with the explanation, the papers that the change calls for, those of its items."""
        judgement = finding.record.judgement if finding.record else None
        yield from judgement.evidence if judgement else ()
        for key in (*finding.check.rule.opens, *finding.check.rule.items):
            item = self.item(key)
            if item is not None and self.sees(item):
                yield from _files(state_of(self.company, self.season, item).live)

    def _unchecked(self, check: Check) -> Unchecked:
        missing = [(self.item(key), year) for key, year in check.missing]
        return Unchecked(check.rule, tuple((item, year) for item, year in missing if item))


def _desk(
    company: Company, season: Season, pack: Pack, outline: Outline, reader: PersonId
) -> _Desk:
    return _Desk(
        company,
        season,
        pack,
        outline,
        reader,
        Figures(company, season, pack),
        {task.item.key: task for task in checklist(company, season, pack)},
        inputs_of(season, pack),
    )


def _named(
    company: Company, differences: Differences, parts: tuple[Filled, ...]
) -> Mapping[PersonId, str]:
    """Who is named on the paper, by the names the company knows; also those who left."""
    known = {each.person: each.name for each in (*company.members, *company.former)}
    lines = [line for filled in parts for line in filled.lines]
    lines += [line for each in differences.found for line in each.lines]
    named = {line.owner for line in lines}
    named |= {line.answered.by for line in lines if line.answered}
    for record in (each.finding.record for each in differences.found):
        if record is not None:
            named |= {record.by, record.fixed_by}
            named |= {record.judgement.by} if record.judgement else set()
    return {person: name for person, name in known.items() if person in named}


def _is_answer(item: Item) -> bool:
    return item.kind is ItemKind.ANSWER and item.duty is not Duty.CHECKING


def _files(live: tuple[Entry, ...]) -> tuple[FileRef, ...]:
    """Of the newest version that has some."""
    given = [entry.given for entry in live if isinstance(entry.given, FilesGiven)]
    return given[-1].files if given else ()

"""What a signature is bound to: all that a report says, as lines in one canonical form, and its hash.

Who handed something in, when, in which version and order, and who looked, is no content.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflow.canonical import Plain, canonical, digested, hashes
from workflow.checklist import asked_items, inputs_of
from workflow.figures import Figures
from workflow.findings import FindingState, Judgement
from workflow.given import Entry, FilesGiven, ItemState, Located
from workflow.ids import ItemKey
from workflow.judging import Finding, findings
from workflow.model import Company, Season
from workflow.pack import Item, ItemKind, Pack
from workflow.rules import RuleKey, Year

SHORT = 16
"""Signs of a line's mark."""
CASE = "case"
"""The line of whose report it is, and for which licence."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the content."""

    key: str
    """`seats_total`, `seats_total@last`, `!r17`, or `case`."""
    says: Plain
    version: str = ""
    """Where the line before a change can be looked up: an entry's number, a finding's state."""

    @property
    def mark(self) -> str:
        """By what the line is known later; the part after the point goes by the content alone."""
        return f"{self.version}.{digested(self.says)[:SHORT]}"


@dataclass(frozen=True, slots=True)
class Place:
    """What a line is about, read from its key."""

    item: ItemKey | None = None
    year: Year = Year.THIS
    rule: RuleKey | None = None


def content_digest(company: Company, season: Season, pack: Pack) -> str:
    """SHA-256 of the content, in hex: another exactly where anything of it is another."""
    return digest_of(content(company, season, pack))


def digest_of(lines: tuple[Line, ...]) -> str:
    """The same of lines at hand, in whatever order they are."""
    ordered = sorted(lines, key=lambda each: each.key)
    return digested([[each.key, each.says] for each in ordered])


def content(company: Company, season: Season, pack: Pack) -> tuple[Line, ...]:
    """All that is signed: answers, papers, figures of earlier years, findings as they stand."""
    figures = Figures(company, season, pack)
    return (
        Line(CASE, _case(company, season)),
        *(line for item in signed_items(season, pack) for line in _lines(item, figures)),
        *(_finding(each) for each in findings(company, season, pack) if _stands(each)),
    )


def marks_of(lines: tuple[Line, ...]) -> Mapping[str, str]:
    """The lines by their marks, as a seal keeps them."""
    return {each.key: each.mark for each in lines}


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the lines that say something else now, in the order of now, then what is gone."""
    keys = (*now, *(key for key in before if key not in now))
    return tuple(key for key in keys if _said(before.get(key)) != _said(now.get(key)))


def _said(mark: str | None) -> str | None:
    return None if mark is None else mark.partition(".")[2]


def place_of(key: str) -> Place | None:
    """What the line of that key is about; None for the case itself."""
    if key == CASE:
        return None
    if key.startswith("!"):
        return Place(rule=RuleKey(key[1:]))
    item, _, year = key.partition("@")
    return Place(ItemKey(item), Year(year) if year else Year.THIS)


def signed_items(season: Season, pack: Pack) -> Iterator[Item]:
    """What is signed: every answer, and the papers up to the step in which it is signed.

    Papers of later steps, such as the screenshot of 已报, come after the signature and change
    nothing of what was signed.
    """
    steps = [step.key for step in pack.milestones]
    signing = [steps.index(item.milestone) for item in pack.items if item.kind is ItemKind.SIGN]
    before = set(steps[: max(signing, default=len(steps)) + 1])
    for item in (*asked_items(season, pack), *inputs_of(season, pack)):
        packed = pack.find(item.key)
        step = packed.milestone if packed else item.milestone
        is_early = step in before or item.kind is ItemKind.ANSWER or bool(item.opened_by)
        if item.kind is not ItemKind.SIGN and is_early:
            yield item


# --- lines ------------------------------------------------------------------------------


def _case(company: Company, season: Season) -> Plain:
    return [company.name, company.uscc, season.licence_no, season.coverage.province, season.year]


_YEARS = {Year.THIS: "", Year.LAST: "@last", Year.BEFORE: "@before"}


def _lines(item: Item, figures: Figures) -> Iterator[Line]:
    years = _YEARS if item.kind is ItemKind.ANSWER else (Year.THIS,)
    for year in years:
        state = _state(item, figures, year)
        standing = tuple(_standing(state))
        if standing:
            says: list[Plain] = [canonical(each.given, item.spec) for each in standing]
            yield Line(f"{item.key}{_YEARS[year]}", says, str(standing[0].version))


def _state(item: Item, figures: Figures, year: Year) -> ItemState:
    """A company's own item is in no pack, and of this year alone."""
    if figures.pack.find(item.key) is None:
        return figures.season.items.get(item.key, ItemState())
    return figures.state(item.key, year)


def _standing(state: ItemState) -> Iterator[Entry]:
    """What stands: the newest that is no file, and the newest files beside it."""
    for are_files in (False, True):
        of_kind = [e for e in state.live if isinstance(e.given, FilesGiven | Located) is are_files]
        for newest in of_kind[-1:]:
            if newest.review is None or newest.review.accepted:
                yield newest


def _stands(finding: Finding) -> bool:
    return finding.state is not FindingState.FIXED


def _finding(finding: Finding) -> Line:
    says: list[Plain] = [finding.severity.value, finding.state.value]
    judgement = finding.record.judgement if finding.record else None
    if judgement is not None and finding.state is not FindingState.OPEN:
        says.append(_judgement(judgement))
    return Line(f"!{finding.key}", says, finding.state.value)


def _judgement(judgement: Judgement) -> Plain:
    return [judgement.reason, hashes(judgement.evidence)]

"""Reads the golden tables (tests/golden): situations in words, and what a rule is to make of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from messages.catalogue import load_catalogue
from messages.quotes import tell_quotes
from messages.wording import Wording
from tests.workflow.firm import MANAGER, PACKS, doer
from workflow.checks import Check, run
from workflow.given import (
    AnswerGiven,
    Cell,
    Choices,
    Day,
    Entry,
    FileRef,
    FilesGiven,
    Given,
    ItemState,
    Number,
    Rows,
    Value,
    Words,
)
from workflow.ids import CompanyId, FileId, ItemKey, PackRef, SeasonId
from workflow.model import Company, Coverage, Season, YearFacts
from workflow.pack import (
    AnswerSpec,
    ChoiceSpec,
    DateSpec,
    FormSpec,
    Item,
    NumberSpec,
    Pack,
    Scope,
    TableSpec,
)
from workflow.rules import Quote

GOLDEN = Path(__file__).parents[1] / "golden"
YEAR = 2026
WORDING = Wording(load_catalogue(), "zh-CN", ZoneInfo("Asia/Shanghai"))
LAST = "去年"
NONE = "无"
VERDICTS = {"触发": "fired", "通过": "passed", "未检查": "unchecked", "不适用": "apart"}


@dataclass(frozen=True, slots=True)
class Row:
    """One situation: which rule, the figures in words, what is expected."""

    pack: Pack
    rule: str
    situation: str
    figures: str
    expected: str
    message: str


def golden_rows() -> Iterator[Row]:
    """Every row of every table, in the order in which they stand there."""
    for path in sorted(GOLDEN.glob("*.zh.md")):
        pack = PACKS[PackRef(f"{path.name.removesuffix('.zh.md')}@2")]
        for line in path.read_text("utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if line.startswith("| ") and cells[0] != "规则":
                yield Row(pack, *cells)


def checked(row: Row) -> Check:
    """What the row's rule makes of its figures."""
    company, season = told(row.pack, row.figures)
    return next(each for each in run(company, season, row.pack) if each.rule.key == row.rule)


def told(pack: Pack, figures: str, year: int = YEAR) -> tuple[Company, Season]:
    """A company whose season holds these figures, and nothing else."""
    season = Season(SeasonId("1"), pack.ref, "full", year, "", Coverage(), date(year + 1, 1, 4))
    company = Company(CompanyId("c1"), "甲公司", "", (), seasons=(season,))
    for figure in filter(None, (each.strip() for each in figures.split(";"))):
        name, _, text = figure.partition("=")
        company = _with(company, pack, name.strip(), text.strip())
    return company, company.seasons[0]


def _with(company: Company, pack: Pack, name: str, text: str) -> Company:
    season = company.seasons[0]
    item = _item(pack, name.removeprefix(LAST))
    text, _, paper = text.partition(" + ")
    entries = [Entry(1, MANAGER, doer().at, _given(item, text))]
    entries += [Entry(2, MANAGER, doer().at, _file(item, paper))] if paper else []
    state = ItemState(tuple(entries))
    year = season.year - 1 if name.startswith(LAST) else season.year
    if item.scope is Scope.COMPANY:
        facts = {each.year: each for each in company.facts}
        kept = facts.get(year, YearFacts(year))
        facts[year] = replace(kept, items={**kept.items, item.key: state})
        return replace(company, facts=tuple(facts.values()))
    if year == season.year:
        season = replace(season, items={**season.items, item.key: state})
    else:
        before = {**season.earlier.get(year, {}), item.key: state}
        season = replace(season, earlier={year: before})
    return replace(company, seasons=(season,))


def _item(pack: Pack, title: str) -> Item:
    found = [item for item in pack.items if item.title.zh == title]
    assert len(found) == 1, f"{title} names {len(found)} items"
    return found[0]


def _given(item: Item, text: str) -> Given:
    if item.spec is None:
        return _file(item, text)
    return AnswerGiven(_value(item.spec, text))


def _file(item: Item, text: str) -> Given:
    return FilesGiven((FileRef(FileId("f1"), f"{item.key}.pdf", "application/pdf", 1, text),))


def _value(spec: AnswerSpec, text: str) -> Value:
    if not isinstance(spec, TableSpec | FormSpec):
        return _cell(spec, text)
    rows = [] if text == NONE else [row.split(",") for row in text.split("/")]
    specs = [column.spec for column in spec.columns]
    return Rows(tuple(tuple(_cells(specs, row)) for row in rows))


def _cells(specs: Sequence[AnswerSpec], row: list[str]) -> Iterator[Cell]:
    for spec, text in zip(specs, [*row, *["-"] * (len(specs) - len(row))], strict=True):
        value = None if text.strip() == "-" else _cell(spec, text.strip())
        assert not isinstance(value, Rows)
        yield value


def _cell(spec: AnswerSpec, text: str) -> Number | Day | Words | Choices:
    match spec:
        case NumberSpec():
            return Number(Decimal(text.replace(",", "")))
        case DateSpec():
            return Day(date.fromisoformat(text))
        case ChoiceSpec():
            keys = {option.title.zh: option.key for option in spec.options}
            return Choices(tuple(keys[each] for each in text.split("、")))
        case _:
            return Words(text)


def message_of(check: Check, pack: Pack) -> str:
    """The message with its numbers, each with its unit; what is read out as people read it."""
    quotes = {name: said.value for name, said in check.rule.says.items()}
    read = {
        name: (quote, check.quotes[name])
        for name, quote in quotes.items()
        if isinstance(quote, Quote) and name in check.quotes
    }
    words = check.rule.message.zh
    for name, text in tell_quotes(read, pack, WORDING).items():
        words = words.replace(f"{{{name}}}", text)
    for name, said in check.rule.says.items():
        number = check.numbers.get(name)
        unit = pack.item(said.like).spec if said.like else None
        text = "—" if number is None else _said(number * 100 if said.percent else number)
        after = "%" if said.percent else unit.unit.zh if isinstance(unit, NumberSpec) else ""
        words = words.replace(
            f"{{{name}}}", f"{text}{'' if after == '%' else ' ' if after else ''}{after}"
        )
    return words


def _said(number: Decimal) -> str:
    short = number.quantize(Decimal("0.001")).normalize()
    return f"{short:f}"


def all_items(pack: Pack) -> tuple[ItemKey, ...]:
    """Every key of the pack."""
    return tuple(item.key for item in pack.items)

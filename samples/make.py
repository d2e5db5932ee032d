"""Makes the sheets of the sample companies from the figures beside this file: python -m samples.make.

Each sheet is what the bot itself sends as a template, filled in; the same figures give the same bytes.
"""

import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from chat.documents import SheetColumn, SheetToFill
from messages.catalogue import load_catalogue
from messages.say import Fact, Say, say
from messages.wording import Wording
from sheets.template import make_sheet
from storage.packs import load_packs
from workflow.ids import ItemKey, PackRef
from workflow.pack import Item, NumberSpec, Pack, TableSpec

HERE = Path(__file__).parent
PACKS = HERE.parent / "workflow" / "packs"
NAMES = ("call_centre", "multi_party")


@dataclass(frozen=True, slots=True)
class Sample:
    """One company: who it is, its figures of three years, the tables of the last of them."""

    name: str
    uscc: str
    licence: str
    pack: Pack
    year: int
    years: Mapping[str, Sequence[str]]
    sources: Mapping[str, str]
    """Where the figures of a department are from."""
    tables: Mapping[str, Sequence[Sequence[str]]]


def read(name: str) -> Sample:
    """The company of that file."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    who = told["company"]
    return Sample(
        name=who["name"],
        uscc=who["uscc"],
        licence=who["licence"],
        pack=load_packs(PACKS)[PackRef(who["pack"])],
        year=who["year"],
        years=told["years"],
        sources=told["sources"],
        tables={key: table["rows"] for key, table in told["tables"].items()},
    )


@dataclass(frozen=True, slots=True)
class Maker:
    """Fills in the sheets of one company."""

    sample: Sample
    wording: Wording

    def sheets(self) -> Mapping[str, bytes]:
        """By the names of their files: the three years first, then the tables."""
        made = {"three_years": make_sheet(self._three_years())}
        made |= {key: make_sheet(self._table(key)) for key in self.sample.tables}
        return {f"{name}.xlsx": content for name, content in made.items()}

    def _text(self, fact: Fact) -> str:
        return self.wording.plain(fact)

    def _item(self, key: str) -> Item:
        return self.sample.pack.item(ItemKey(key))

    def _three_years(self) -> SheetToFill:
        before, last, this = (str(self.sample.year - back) for back in (2, 1, 0))
        headings: tuple[Fact, ...] = (
            Say("years-item"),
            Say("years-unit"),
            say("years-before", year=before),
            say("years-last", year=last),
            say("years-this", year=this),
            Say("years-source"),
            Say("years-as-of"),
        )
        return SheetToFill(
            name="three_years.xlsx",
            title=self.sample.name,
            columns=tuple(SheetColumn(self._text(each)) for each in headings),
            rows=tuple(self._row(key, figures) for key, figures in self.sample.years.items()),
        )

    def _row(self, key: str, figures: Sequence[str]) -> tuple[str, ...]:
        item = self._item(key)
        unit = self._text(item.spec.unit) if isinstance(item.spec, NumberSpec) else ""
        source = self.sample.sources[item.departments[0]]
        return (self._text(item.title), unit, *figures, source, f"{self.sample.year}-12-31")

    def _table(self, key: str) -> SheetToFill:
        spec = self._item(key).spec
        columns = spec.columns if isinstance(spec, TableSpec) else ()
        return SheetToFill(
            name=f"{key}.xlsx",
            title=f"{self.sample.name} {self._text(self._item(key).title)}",
            columns=tuple(SheetColumn(self._text(each.title)) for each in columns),
            rows=tuple(tuple(row) for row in self.sample.tables[key]),
        )


def main() -> int:
    """Write all of them beside this file."""
    wording = Wording(load_catalogue(), "zh-CN", ZoneInfo("Asia/Shanghai"))
    for name in NAMES:
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        for file, content in Maker(read(name), wording).sheets().items():
            (folder / file).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())

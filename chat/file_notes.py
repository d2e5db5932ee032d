"""Files that wait for a word: an open item, parcels that say not where they belong, or whose they are."""

from dataclasses import dataclass, replace
from typing import Literal

from chat.sheet_notes import SheetsRead
from chat.talk import Sheet, SheetUnreadable
from workflow.given import FileRef

MARK = 8
"""Signs by which a button knows what it is about, where the whole name would be too long."""


@dataclass(frozen=True, slots=True)
class Answering:
    """An item's card is open: what is typed or sent is for it."""

    company: str
    season: str
    key: str
    filling: bool = False
    """On the way through all open fields (/fill)."""
    checking: bool = False
    """On the way through what the rules look at (校验数据) instead."""
    estimate: bool = False
    picked: tuple[str, ...] = ()
    """Options ticked so far, where several can be."""
    behalf: str = ""
    """For whom the next thing is handed in."""
    tag: Literal["answering"] = "answering"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to one item as one version: a file, or the parts of an album."""

    files: tuple[FileRef, ...]
    album: str = ""
    caption: str = ""
    company: str = ""
    """Whose it is, where that was said; empty for the company that is open."""
    season: str = ""
    unread: str = ""
    """The sentence that says why it could not be read as a table, where that was tried in vain."""

    headings: tuple[str, ...] = ()
    """Of a table that is none of ours, the first of what stands above it."""

    @property
    def mark(self) -> str:
        """By what a button knows it: the first file's id, cut short."""
        return self.files[0].id[:MARK]

    def joined(self, other: "Parcel") -> "Parcel":
        """Both as one."""
        files = (*self.files, *other.files)
        caption, unread = self.caption or other.caption, self.unread or other.unread
        headings = self.headings or other.headings
        return Parcel(files, other.album, caption, self.company, self.season, unread, headings)

    def of(self, company: str, season: str) -> "Parcel":
        """The same, belonging there unless it is known to belong elsewhere."""
        return self if self.company else replace(self, company=company, season=season)


@dataclass(frozen=True, slots=True)
class LooseFiles:
    """Files that came without saying what they are for: asked about one parcel at a time."""

    parcels: tuple[Parcel, ...]
    tag: Literal["loose_files"] = "loose_files"

    @property
    def first(self) -> Parcel:
        """The one that is asked about."""
        return self.parcels[0]

    @property
    def more(self) -> tuple[Parcel, ...]:
        """Those that are asked about after it."""
        return self.parcels[1:]

    @property
    def is_of_one(self) -> bool:
        """Whether all belong to one company, so that they can become one version."""
        return len({parcel.company for parcel in self.parcels}) == 1

    @property
    def count(self) -> int:
        """How many files wait."""
        return sum(len(parcel.files) for parcel in self.parcels)

    def joined_by(self, fresh: Parcel) -> "LooseFiles":
        """With one more at the end; parts of one album wait together."""
        if not any(each.album == fresh.album for each in self.parcels if each.album):
            return LooseFiles((*self.parcels, fresh))
        return LooseFiles(
            tuple(
                each.joined(fresh) if each.album == fresh.album else each for each in self.parcels
            )
        )


@dataclass(frozen=True, slots=True)
class Stray:
    """A parcel that may be another client's; `sheet` are its cells, where it is one sheet."""

    parcel: Parcel
    named: tuple[str, ...]
    """The companies its name, caption or cells speak of, beside the open one."""
    sheet: Sheet | SheetUnreadable | None = None

    def joined(self, other: "Stray") -> "Stray":
        """Both as one."""
        named = tuple(dict.fromkeys((*self.named, *other.named)))
        return Stray(self.parcel.joined(other.parcel), named)


@dataclass(frozen=True, slots=True)
class WhoseFiles:
    """Files that name another client than the open one: nothing is bound before it is said whose."""

    strays: tuple[Stray, ...]
    company: str
    season: str
    item: Answering | None = None
    """The open item, which they are for if they are the open company's."""
    loose: tuple[Parcel, ...] = ()
    """Those that wait to be asked about afterwards."""
    sheets: SheetsRead | None = None
    """Filled sheets that wait as well."""
    tag: Literal["whose_files"] = "whose_files"

    @property
    def named(self) -> tuple[str, ...]:
        """The companies that are asked about."""
        return self.strays[0].named

    @property
    def count(self) -> int:
        """How many files wait for an answer."""
        return sum(len(each.parcel.files) for each in self.strays)

    @property
    def asked(self) -> tuple[Stray, ...]:
        """The parcels that are asked about: those that speak of the same companies, or of none."""
        return tuple(each for each in self.strays if each.named in ((), self.named))

    @property
    def others(self) -> tuple[Stray, ...]:
        """Those that are asked about next."""
        return tuple(each for each in self.strays if each.named not in ((), self.named))

    @property
    def mark(self) -> str:
        """By what a button knows the question."""
        return self.strays[0].parcel.mark

    def joined_by(self, fresh: Stray) -> "WhoseFiles":
        """With one more at the end; parts of one album wait together."""
        album = fresh.parcel.album
        if not any(each.parcel.album == album for each in self.strays if album):
            return replace(self, strays=(*self.strays, fresh))
        joined = (
            each.joined(fresh) if each.parcel.album == album else each for each in self.strays
        )
        return replace(self, strays=tuple(joined))

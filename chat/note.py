"""What is being asked in a chat, as a small note that outlives a restart."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Discriminator, TypeAdapter, ValidationError

from chat.client_notes import Building, ClientsAsked, ClientsRead
from chat.setting_notes import ChoosingHour, MovingDate, Typing
from chat.sheet_notes import SheetsRead
from chat.talk import Sheet, SheetUnreadable
from workflow.given import FileRef

FIELDS = ("name", "uscc", "pack", "licence", "coverage", "year", "profile")
"""What /new asks, in this order."""

MARK = 8
"""Signs by which a button knows what it is about, where the whole name would be too long."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """/new, up to the field being asked; an existing company's id for one more licence."""

    asking: str = "name"
    company: str = ""
    name: str = ""
    uscc: str = ""
    pack: str = ""
    licence: str = ""
    province: str = ""
    year: int = 0
    profile: str = ""
    amending: bool = False
    """One field is being put right: the preview comes next."""
    tag: Literal["new_case"] = "new_case"


@dataclass(frozen=True, slots=True)
class Answering:
    """An item's card is open: what is typed or sent is for it."""

    company: str
    season: str
    key: str
    filling: bool = False
    """On the way through all open fields (/fill)."""
    estimate: bool = False
    picked: tuple[str, ...] = ()
    """Options ticked so far, where several can be."""
    behalf: str = ""
    """For whom the next thing is handed in."""
    tag: Literal["answering"] = "answering"


class Wanted(StrEnum):
    """What a typed text is wanted for."""

    NOT_APPLICABLE = "not_applicable"
    WAIT_DAY = "wait_day"
    SIGN_NAME = "sign_name"
    DROP_ITEM = "drop_item"
    DROP_STEP = "drop_step"
    RENAME = "rename"
    ADD_MATERIAL = "add_material"
    ADD_CONFIRM = "add_confirm"
    ADD_STEP = "add_step"
    ADD_STEP_DAY = "add_step_day"
    RENAME_STEP = "rename_step"
    COMPANY_NAME = "company_name"
    COMPANY_CODE = "company_code"
    LICENCE_NO = "licence_no"
    FILING_DAY = "filing_day"
    FILING_TERM = "filing_term"
    GIVE_BACK = "give_back"
    BEHALF_NAME = "behalf_name"
    LOCATED = "located"
    COLLEAGUE_NAME = "colleague_name"
    COLLEAGUE_DEPARTMENTS = "colleague_departments"
    EXPLAIN = "explain"
    HOLD = "hold"
    SAID_WORD = "said_word"
    LATER_TIME = "later_time"
    COUNT_BEFORE = "count_before"
    COUNT_NOW = "count_now"


@dataclass(frozen=True, slots=True)
class Asking:
    """One text is wanted, about `subject` (an item, a step, a filing fact)."""

    wanted: Wanted
    company: str
    season: str = ""
    subject: str = ""
    extra: str = ""
    tag: Literal["asking"] = "asking"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to one item as one version: a file, or the parts of an album."""

    files: tuple[FileRef, ...]
    album: str = ""
    caption: str = ""
    company: str = ""
    """Whose it is, where that was said; empty for the company that is open."""
    season: str = ""

    @property
    def mark(self) -> str:
        """By what a button knows it: the first file's id, cut short."""
        return self.files[0].id[:MARK]

    def joined(self, other: "Parcel") -> "Parcel":
        """Both as one."""
        files = (*self.files, *other.files)
        caption = self.caption or other.caption
        return Parcel(files, other.album, caption, self.company, self.season)

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
class EnterCode:
    """The code of the configuration is asked before a company may be opened."""

    tag: Literal["enter_code"] = "enter_code"


@dataclass(frozen=True, slots=True)
class Binding:
    """Kept for a group: who asked in private to show which board here, until it is confirmed."""

    company: str
    by: str
    has_outsiders: bool
    tag: Literal["binding"] = "binding"


@dataclass(frozen=True, slots=True)
class Joining:
    """An invitation was opened; the name one wants to be called by is asked."""

    digest: str
    """Of the link's secret, which is kept nowhere."""
    tag: Literal["joining"] = "joining"


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


Note = (
    Binding
    | Joining
    | NewCase
    | Answering
    | Asking
    | LooseFiles
    | EnterCode
    | WhoseFiles
    | ClientsAsked
    | ClientsRead
    | Building
    | SheetsRead
    | ChoosingHour
    | Typing
    | MovingDate
)

_CODEC: "TypeAdapter[Note]" = TypeAdapter(Annotated[Note, Discriminator("tag")])


def write_note(note: Note | None) -> str:
    """The note as the journal keeps it; empty for none."""
    return "" if note is None else _CODEC.dump_json(note).decode()


def mark_of(note: Note) -> str:
    """By what a button knows the question it stands under; another question has another mark."""
    return sha256(write_note(note).encode()).hexdigest()[:MARK]


def read_note(kept: str) -> Note | None:
    """The note again; None for none, or for one of another version that cannot be read."""
    if not kept:
        return None
    try:
        return _CODEC.validate_json(kept)
    except ValidationError:
        return None

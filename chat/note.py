"""What is being asked in a chat, as a small note that outlives a restart."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Discriminator, TypeAdapter, ValidationError

from chat.check_notes import Judging
from chat.client_notes import Building, ClientsAsked, ClientsRead
from chat.file_notes import MARK, Answering, LooseFiles, WhoseFiles
from chat.matter_notes import LinkingMatter, MovingTerm, TellingMatter
from chat.setting_notes import ChoosingHour, MovingDate, Typing
from chat.sheet_notes import SheetsRead
from chat.sign_notes import SignTyping
from chat.transcribe_notes import Transcribing

FIELDS = ("name", "uscc", "pack", "licence", "coverage", "year", "profile")
"""What /new asks, in this order."""


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
    ORIGIN = "origin"


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
    | TellingMatter
    | LinkingMatter
    | MovingTerm
    | Judging
    | SignTyping
    | Transcribing
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

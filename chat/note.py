"""What is being asked in a chat, as a small note that outlives a restart."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator, TypeAdapter, ValidationError

from workflow.given import FileRef

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
class LooseFiles:
    """Files that came without saying what they are for."""

    files: tuple[FileRef, ...]
    album: str = ""
    caption: str = ""
    tag: Literal["loose_files"] = "loose_files"


@dataclass(frozen=True, slots=True)
class EnterCode:
    """The code of the configuration is asked before a company may be opened."""

    tag: Literal["enter_code"] = "enter_code"


Note = NewCase | Answering | Asking | LooseFiles | EnterCode

_CODEC: "TypeAdapter[Note]" = TypeAdapter(Annotated[Note, Discriminator("tag")])


def write_note(note: Note | None) -> str:
    """The note as the journal keeps it; empty for none."""
    return "" if note is None else _CODEC.dump_json(note).decode()


def read_note(kept: str) -> Note | None:
    """The note again; None for none, or for one of another version that cannot be read."""
    if not kept:
        return None
    try:
        return _CODEC.validate_json(kept)
    except ValidationError:
        return None

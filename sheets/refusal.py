"""Why a spreadsheet was not read. Each reason is the id of the sentence that tells a person."""

from enum import StrEnum


class Refusal(StrEnum):
    """The reasons, as sentence ids of the catalogue."""

    TOO_BIG = "sheet-too-big"
    HAS_MACROS = "sheet-has-macros"
    HAS_LINKS = "sheet-has-links"
    ENCRYPTED = "sheet-encrypted"
    OLD_FORMAT = "sheet-old-format"
    """A binary .xls or .et, or a web page named .xls: saving it as .xlsx helps."""
    BROKEN = "sheet-broken"
    EMPTY = "sheet-empty"
    TOOK_TOO_LONG = "sheet-took-too-long"


class SheetRefused(Exception):
    """A spreadsheet cannot be read as it is; `why` names the sentence that says what to do."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why

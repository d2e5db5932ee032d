"""Documents made when they are sent: a template from its columns, a trail, a calendar."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from chat.documents import CalendarFile, SheetToFill, TrailExport, TrailFormat
from running.agendas import AgendaMaker
from sheets.template import make_sheet
from storage.backup import JOURNAL
from storage.cipher import Keys
from storage.companies import CompanyFiles
from storage.database import JournalReader
from storage.disk import Disk
from storage.export import as_csv, as_jsonl, names_in
from storage.trail import rows_of


@dataclass(frozen=True, slots=True)
class DocumentMaker:
    """Makes them; runs in any thread, with a reader of its own on the journal."""

    folder: Path
    keys: Keys
    agendas: AgendaMaker

    def __call__(self, document: SheetToFill | TrailExport | CalendarFile) -> bytes:
        """The bytes of the file."""
        match document:
            case SheetToFill():
                return make_sheet(document)
            case TrailExport():
                return self._trail(document)
            case CalendarFile(person):
                return self.agendas.of(person)
            case _:
                assert_never(document)

    def _trail(self, asked: TrailExport) -> bytes:
        stored = CompanyFiles(self.folder, Disk(), self.keys).read(asked.company)
        names = names_in(stored.company) if stored else {}
        with closing(JournalReader(self.folder / JOURNAL)) as journal:
            rows = rows_of(journal, asked.company)
            written = as_csv if asked.format is TrailFormat.CSV else as_jsonl
            return b"".join(written(rows, names))

"""The files a company's entries name."""

from collections.abc import Iterator

from workflow.given import Entry, FileRef, FilesGiven
from workflow.model import Company


def entries_of(company: Company) -> Iterator[Entry]:
    """Everything that was ever handed in, withdrawn or not."""
    kept = (*(season.items for season in company.seasons), *(year.items for year in company.facts))
    for items in kept:
        for state in items.values():
            yield from state.entries


def files_of(company: Company) -> dict[str, FileRef]:
    """Every file that an entry names, by its id."""
    return {
        file.id: file
        for entry in entries_of(company)
        if isinstance(entry.given, FilesGiven)
        for file in entry.given.files
    }

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
    """Every file that an entry names, or that explains a finding, by its id."""
    handed_in: dict[str, FileRef] = {
        file.id: file
        for entry in entries_of(company)
        if isinstance(entry.given, FilesGiven)
        for file in entry.given.files
    }
    handed_in.update({file.id: file for file in _explaining(company)})
    return handed_in


def _explaining(company: Company) -> Iterator[FileRef]:
    """The papers of what was said of findings."""
    for season in company.seasons:
        for record in season.findings.values():
            for said in (*record.former, *filter(None, (record.judgement,))):
                yield from said.evidence

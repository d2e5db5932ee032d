"""A company with files handed in, and the trail that vouches for them, made by real commits."""

import io
from dataclasses import replace
from pathlib import Path

from storage.codec import StoredCompany
from storage.companies import CompanyFiles
from storage.disk import Disk
from storage.evidence import FileBox
from storage.verification import Verified, verify
from tests.storage.homes import TinyHome, commit, commit_company, new_ids
from tests.storage.samples import ACME, MANAGER, NOON
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind
from workflow.given import Entry, FileRef, FilesGiven, ItemState
from workflow.heads import Head
from workflow.ids import CompanyId, ItemKey, PersonId
from workflow.model import Company, Outcome

PAPER = ItemKey("paper")
OTHER = CompanyId("other")
"""A company that nobody touches."""


def put(home: TinyHome, content: bytes, name: str = "paper.pdf") -> FileRef:
    """Keep a file in the evidence box."""
    box = FileBox(home.folder / "evidence", new_ids(Path(name).stem), keys=home.keys)
    return box.put(io.BytesIO(content), name, "application/pdf")


def handed_in(company: Company, file: FileRef, by: PersonId = MANAGER, why: str = "") -> Outcome:
    """The company with one more version of its paper, vouched for by the event."""
    season = company.seasons[0]
    state = season.items.get(PAPER, ItemState())
    entry = Entry(state.version + 1, by, NOON, FilesGiven((file,)), reason=why)
    items = {**season.items, PAPER: ItemState((*state.entries, entry))}
    changed = replace(company, seasons=(replace(season, items=items), *company.seasons[1:]))
    doer = Doer(by, NOON, NOON.date())
    done = Done(EventKind.HANDED_IN, season, PAPER, entry.version, why=why, digests=(file.sha256,))
    return outcome(changed, doer, done)


def with_paper(home: TinyHome) -> FileRef:
    """A company of five events, a file handed in with the last but one, and another; the file."""
    commit_company(home, OTHER)
    company = commit_company(home, ACME, 280, 281)
    file = put(home, b"the paper")
    company = commit(home, handed_in(company, file))
    commit(home, outcome(company, Doer(MANAGER, NOON, NOON.date()), Done(EventKind.NUDGED)))
    return file


def evidence(home: TinyHome, file: FileRef) -> Path:
    """Where the bytes of a file stand."""
    return home.folder / "evidence" / file.id[:2] / file.id


def company_files(home: TinyHome) -> CompanyFiles:
    """The company files of a home, past its store."""
    return CompanyFiles(home.folder, Disk(), home.keys)


def stored(home: TinyHome) -> StoredCompany:
    """What the company's file holds."""
    company = company_files(home).read(ACME)
    assert company is not None
    return company


def found(home: TinyHome, *told: Head) -> Verified:
    """What a verification finds of the company; the other one must be whole."""
    both = {each.company: each for each in verify(home.folder, home.keys, told)}
    assert both[OTHER].faults == ()
    return both[ACME]

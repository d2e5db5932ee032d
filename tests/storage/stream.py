"""A child that takes in updates and ticks without end, saying on its output what is durable."""

import sys
from itertools import count
from pathlib import Path

from storage.lock import FolderLock
from tests.storage.homes import TinyHome, commit
from tests.storage.samples import NOON, answers, opened, telling, ticked, update
from workflow.errors import NoSuchCompany
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.ports import InboxRow, RowState

PROGRAM = "from tests.storage.stream import main; main()"
EACH = 1000
"""Update numbers of one company: the child started with 3000 ticks company c3."""


def main() -> None:
    """Go on with what is open, then take in and tick one update after the other."""
    folder, first = Path(sys.argv[1]), int(sys.argv[2])
    with FolderLock(folder):
        home = TinyHome(folder)
        go_on(home)
        for number in count(first):
            rows = home.inbox.take_in([update(number)], NOON)
            _say("in", number)
            for row in rows:
                work_on(home, row)


def go_on(home: TinyHome) -> None:
    """Work on every open row."""
    for row in home.inbox.open_rows():
        work_on(home, row)


def work_on(home: TinyHome, row: InboxRow) -> None:
    """Tick what the row asks for, unless a process before did."""
    if row.state is RowState.NEW:
        company = company_of(home, row.update_id)
        commit(home, telling(ticked(company, row.update_id), "wang"), row.id)
        _say("done", row.update_id)
    home.inbox.finish(row.id)


def company_of(home: TinyHome, number: int) -> Company:
    """The company that an update is for, opened if need be."""
    company = CompanyId(f"c{number // EACH}")
    try:
        with home.store.begin(None) as work:
            return work.company(company)
    except NoSuchCompany:
        return commit(home, opened(company))


def survey(home: TinyHome, number: int) -> dict[str, list[int]]:
    """What became of the updates of one company, from five sources that must agree."""
    company = company_of(home, number)
    with home.store.begin(None) as work:
        events = [int(event.new) for event in work.events(company.id, 9999) if event.new]
    rows = [row for row in home.inbox.open_rows() if row.update_id // EACH == number // EACH]
    return {
        "ticked": answers(company),
        "in the trail": events[::-1],
        "owed": _owed(home, company),
        "new": [row.update_id for row in rows if row.state is RowState.NEW],
        "applied": [row.update_id for row in rows if row.state is RowState.APPLIED],
    }


def _owed(home: TinyHome, company: Company) -> list[int]:
    """The ticks somebody is still to be told of; the company's first event is no tick."""
    keys = [owed.notice.key.split(":") for owed in home.outbox.due(NOON, 99_999)]
    told = [int(seq) for name, seq, _ in keys if name == company.id]
    return [answers(company)[seq - 2] for seq in told]


def _say(word: str, number: int) -> None:
    sys.stdout.write(f"{word} {number}\n")
    sys.stdout.flush()


def said(lines: list[str], word: str) -> list[int]:
    """The numbers of the acknowledgements that begin with the word."""
    return [int(line.split()[1]) for line in lines if line.startswith(f"{word} ")]

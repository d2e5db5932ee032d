"""The trail on paper: complete, provable, and harmless in a spreadsheet."""

import csv
import hashlib
import json

import pytest

from storage.chain import FIRST
from storage.export import COLUMNS, as_csv, as_jsonl, names_in
from storage.trail import rows_of
from tests.storage.homes import TinyHome, commit, read
from tests.storage.papered import stored, with_paper
from tests.storage.samples import ACME, MANAGER, NOON
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind


def said(home: TinyHome, text: str) -> None:
    """An event with that text."""
    doer = Doer(MANAGER, NOON, NOON.date(), chat=7)
    done = Done(EventKind.NUDGED, subject="x", version=2, old=text, why='因为,\n"急"', behalf="王")
    commit(home, outcome(read(home, ACME), doer, done))


def table(home: TinyHome) -> list[dict[str, str]]:
    company = read(home, ACME)
    content = b"".join(as_csv(rows_of(home.inbox.database, ACME), names_in(company)))
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    return list(csv.DictReader(lines))


def test_a_spreadsheet_gets_every_event_with_everything_people_ask_for(tiny: TinyHome) -> None:
    with_paper(tiny)
    said(tiny, "280")

    rows = table(tiny)

    assert [row["seq"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert tuple(rows[-1]) == COLUMNS
    assert rows[-1] == {
        "seq": "6", "at": "2027-01-04T04:00:00+00:00", "by": "tg-1", "name": "经理", "behalf": "王",
        "kind": "nudged", "season": "", "subject": "x", "version": "2", "old": "280", "new": "",
        "why": '因为,\n"急"', "where": "7", "digests": "", "link": stored(tiny).head,
    }  # fmt: skip


def test_a_spreadsheet_says_which_hash_was_signed(tiny: TinyHome) -> None:
    with_paper(tiny)
    doer = Doer(MANAGER, NOON, NOON.date())
    signed = Done(EventKind.SIGNED, subject="x", new="赵总", digests=("5ea1" * 16,))
    commit(tiny, outcome(read(tiny, ACME), doer, signed))

    newest = table(tiny)[-1]

    assert (newest["kind"], newest["new"]) == ("signed", "赵总")
    assert newest["digests"] == "5ea1" * 16


def test_a_spreadsheet_is_told_that_it_is_utf_8(tiny: TinyHome) -> None:
    with_paper(tiny)

    first = next(as_csv(rows_of(tiny.inbox.database, ACME), {}))

    assert first.startswith(b"\xef\xbb\xbfseq,at,by,")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+86",
        "-30",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "\u3000+1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
    ],
)
def test_no_cell_is_taken_for_a_formula(tiny: TinyHome, text: str) -> None:
    with_paper(tiny)
    said(tiny, text)

    assert table(tiny)[-1]["old"] == f"'{text}"


def test_a_program_gets_the_texts_as_they_are_and_can_prove_the_chain(tiny: TinyHome) -> None:
    with_paper(tiny)
    said(tiny, "=1+1")

    lines = list(as_jsonl(rows_of(tiny.inbox.database, ACME), {}))
    rows = [json.loads(line) for line in lines]

    assert rows[-1]["old"] == "=1+1"
    assert chain_of(rows) == [row["link"] for row in rows]


def chain_of(rows: list[dict[str, str]]) -> list[str]:
    """The links computed as a stranger would, by docs/decisions/0010."""
    links = [FIRST]
    for row in rows:
        commitment = hashlib.sha256(f"{row['salt']}\n{row['event']}".encode()).hexdigest()
        link = f"{links[-1]}\nacme\n{row['seq']}\n{commitment}"
        links.append(hashlib.sha256(link.encode()).hexdigest())
    return links[1:]

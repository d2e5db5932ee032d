"""The operator's words about trail and evidence, in processes of their own: verify, export, erase, …."""

import base64
import csv
import json
import sqlite3
from pathlib import Path

import pytest

from tests.e2e.house import serving
from tests.e2e.papers import pdf
from tests.e2e.program import run, started
from tests.e2e.talker import Talker, open_case, open_item

NAME = "王经理"
CANARY = "金丝雀说过的话"
CHANGED = (
    "update trail set event = replace(event, 'company_opened', 'company_removed') where seq = 1"
)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration with any free port, its data beside it."""
    path = tmp_path / "config.toml"
    path.write_text('[local_chat]\nport = 0\n[data]\nfolder = "data"\n', encoding="utf-8")
    return path


@pytest.fixture
async def kept(tmp_path: Path) -> Path:
    """The data folder of a stopped bot with one company and one paper."""
    data = tmp_path / "data" / "local"
    async with serving(data) as chat:
        wang = Talker(chat, 1001)
        await open_case(wang)
        await open_item(wang, "账号保管表")
        await wang.sends("一.pdf", pdf("一"), "第 1 版")
    return data


def company_in(kept: Path) -> str:
    (path,) = (kept / "companies").glob("*.json")
    return path.stem


def change(kept: Path, statement: str) -> None:
    """As somebody with the journal's file would."""
    journal = sqlite3.connect(kept / "journal.sqlite")
    with journal:
        journal.execute(statement)
    journal.close()


def written(kept: Path) -> bytes:
    """Every byte on the disk."""
    return b"".join(path.read_bytes() for path in kept.rglob("*") if path.is_file())


pytestmark = pytest.mark.anyio


# --- verify -----------------------------------------------------------------------------


async def test_verify_tells_the_head_and_that_all_is_whole(config: Path, kept: Path) -> None:
    proved = run(config, "verify")

    head, whole = proved.stdout.splitlines()
    assert head.startswith(f"{company_in(kept)}:")
    assert whole == "whole"
    assert (proved.returncode, proved.stderr) == (0, "")
    assert run(config, "verify", "--head", head).returncode == 0


async def test_verify_names_the_event_that_was_changed(config: Path, kept: Path) -> None:
    change(kept, CHANGED)

    proved = run(config, "verify")

    assert proved.returncode == 1
    assert proved.stderr.splitlines() == [
        f"{company_in(kept)}: event 1: is not what was committed to"
    ]


async def test_verify_finds_a_missing_tail_and_a_head_that_was_told(
    config: Path, kept: Path
) -> None:
    change(kept, "delete from trail where seq = (select max(seq) from trail)")
    told = f"{company_in(kept)}:900:{'a' * 64}"

    cut, short = run(config, "verify"), run(config, "verify", "--head", told)

    assert cut.returncode == short.returncode == 1
    assert "missing" in cut.stderr
    assert "missing" in short.stderr


@pytest.mark.usefixtures("kept")
async def test_verify_works_beside_the_running_bot(config: Path) -> None:
    with started(config):
        proved = run(config, "verify")

    assert proved.returncode == 0


def test_a_head_that_is_none_is_refused(config: Path) -> None:
    refused = run(config, "verify", "--head", "abc")

    assert refused.returncode == 2
    assert "--head" in refused.stderr


@pytest.mark.parametrize("words", [("verify",), ("erase", "1"), ("retention",), ("rotate",)])
def test_without_data_nothing_is_made_and_found_in_order(
    config: Path, words: tuple[str, ...]
) -> None:
    refused = run(config, *words)

    assert refused.returncode == 1
    assert refused.stderr.endswith("journal.sqlite: is not there\n")
    assert not (config.parent / "data" / "local" / "journal.sqlite").exists()


# --- export -----------------------------------------------------------------------------


@pytest.mark.parametrize("called", ["id", "name"])
async def test_export_writes_the_trail_for_a_spreadsheet_and_a_program(
    config: Path, kept: Path, tmp_path: Path, called: str
) -> None:
    company = company_in(kept)
    (name,) = names_in(kept)

    done = run(config, "export", company if called == "id" else name, str(tmp_path / "out"))

    table = (tmp_path / "out" / f"{company}.csv").read_text(encoding="utf-8-sig")
    lines = (tmp_path / "out" / f"{company}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(table.splitlines()))
    assert done.returncode == 0
    assert len(rows) == len(lines)
    assert {row["name"] for row in rows} == {NAME}
    assert json.loads(lines[-1])["new"] == "一.pdf"


def add(config: Path, settings: str) -> None:
    """More settings, secret ones."""
    config.write_text(config.read_text(encoding="utf-8") + settings, encoding="utf-8")
    config.chmod(0o600)


def names_in(kept: Path) -> list[str]:
    journal = sqlite3.connect(kept / "journal.sqlite")
    names = [name for (name,) in journal.execute("select name from directory")]
    journal.close()
    return names


async def test_export_writes_over_nothing_and_knows_no_other_company(
    config: Path, kept: Path, tmp_path: Path
) -> None:
    company, out = company_in(kept), tmp_path / "out"
    run(config, "export", company, str(out))
    before = (out / f"{company}.csv").read_bytes()

    again = run(config, "export", company, str(out))
    other = run(config, "export", "没有的公司", str(out))

    assert again.returncode == other.returncode == 1
    assert (out / f"{company}.csv").read_bytes() == before
    assert "没有的公司: not the id, name or credit code" in other.stderr


# --- erase ------------------------------------------------------------------------------


async def test_erase_is_refused_while_they_alone_look_after_a_company(
    config: Path, kept: Path
) -> None:
    refused = run(config, "erase", "1001")

    assert refused.returncode == 1
    assert f"nobody else looks after {company_in(kept)}" in refused.stderr


async def test_erase_takes_out_somebody_who_only_talked_and_the_trail_stays_whole(
    config: Path, kept: Path
) -> None:
    async with serving(kept) as chat:
        await Talker(chat, 1003).says(CANARY, "I do not understand")
    assert CANARY.encode() in written(kept)

    erased = run(config, "erase", "1003")

    assert erased.returncode == 0
    assert "erased from 0 companies, 0 events" in erased.stdout
    assert run(config, "verify").returncode == 0
    assert CANARY.encode() not in written(kept)


async def test_erase_waits_for_the_bot_to_stop(config: Path, kept: Path) -> None:
    with started(config):
        refused = run(config, "erase", "1003")

    assert refused.returncode == 1
    assert refused.stderr == f"{kept}: in use by another process; stop it first\n"


# --- rotate and retention ---------------------------------------------------------------


async def test_rotate_brings_everything_under_the_key_and_the_bot_goes_on(
    config: Path, kept: Path
) -> None:
    key = base64.b64encode(bytes(range(32))).decode()
    (company,) = (kept / "companies").glob("*.json")
    add(config, f'[encryption]\nkey = "{key}"\n')

    rotated = run(config, "rotate")

    assert rotated.returncode == 0
    assert "were right 0" in rotated.stdout
    assert "账号".encode() not in company.read_bytes()
    assert run(config, "verify").returncode == 0
    assert run(config, "--check", "--all").returncode == 0


@pytest.mark.usefixtures("kept")
async def test_retention_lists_first_and_deletes_only_when_told(config: Path) -> None:
    listed = run(config, "retention")
    deleted = run(config, "retention", "--delete")

    assert listed.stdout == "to be deleted with --delete: 0 files\n"
    assert deleted.stdout == "deleted: 0 files\n"
    assert listed.returncode == deleted.returncode == 0

"""A fault at every system call of a commit, journal included, put there by strace."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.storage.children import ROOT
from tests.storage.faulty import prepared, tick
from tests.storage.homes import TinyHome

CALLS = "write,pwrite64,fsync,fdatasync,rename,link,linkat,unlink,ftruncate"
FAULTS = ("error=ENOSPC", "error=EIO", "signal=KILL")
BEGIN, END = "commit begins", "commit ends"
PROGRAM = f"""
import os, sys
from pathlib import Path
from tests.storage.faulty import prepared
from tests.storage.homes import TinyHome
from workflow.errors import NotSaved
home = TinyHome(Path(sys.argv[1]))
attempt = prepared(home)
os.write(2, b"{BEGIN}")
try:
    attempt.run()
    said = "done"
except NotSaved:
    said = "refused"
os.write(2, b"{END}")
print(said, attempt.happened())
"""


class Place(NamedTuple):
    """The `number`-th call of that kind in the life of the process."""

    call: str
    number: int


def run(folder: Path, log: Path, *inject: str) -> str:
    """Commit once in a process of its own; what it said of it, empty if it died."""
    command = ["strace", "-qq", "-o", str(log), "-e", f"trace={CALLS}", *inject]
    result = subprocess.run(  # noqa: S603  (our own text)
        [*command, sys.executable, "-B", "-c", PROGRAM, str(folder)],
        capture_output=True,
        check=False,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    return result.stdout.strip()


def places(log: Path) -> list[Place]:
    """Every call between the two marks."""
    counts: Counter[str] = Counter()
    found: list[Place] = []
    inside = False
    for line in log.read_text().splitlines():
        match = re.match(r"(\w+)\(", line)
        if match is None:
            continue
        counts[match[1]] += 1
        inside = (inside or BEGIN in line) and END not in line
        if inside and BEGIN not in line:
            found.append(Place(match[1], counts[match[1]]))
    return found


def verdict(template: Path, folder: Path, place: Place, fault: str) -> str:
    """Empty if the commit, faulted there, is whole or never was, in memory and after a start."""
    shutil.copytree(template, folder)
    inject = f"inject={place.call}:{fault}:when={place.number}"
    said = run(folder, folder.with_suffix(".log"), "-e", inject)
    home = TinyHome(folder)
    after = prepared(home).happened()
    faults = list(home.store.check())
    home.close()
    allowed = {"done True"} if after else {"refused False"}
    allowed |= {"refused True"} if after else set()
    allowed |= {""} if fault == "signal=KILL" else set()
    return "" if said in allowed and not faults else f"{place} {fault}: {said!r} {after} {faults}"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_fault_at_any_system_call_leaves_all_of_a_commit_or_nothing(tmp_path: Path) -> None:
    template = tmp_path / "template"
    home = TinyHome(template)
    tick(home)
    home.close()
    shutil.copytree(template, tmp_path / "plain")
    assert run(tmp_path / "plain", tmp_path / "log") == "done True"
    found = places(tmp_path / "log")

    cases = [(place, fault) for place in found for fault in FAULTS]
    with ThreadPoolExecutor(4) as pool:
        verdicts = list(
            pool.map(lambda case: verdict(template, tmp_path / f"{case[0]}{case[1]}", *case), cases)
        )

    assert {place.call for place in found} >= {"write", "pwrite64", "rename", "link"}
    assert len(found) > 20
    assert [line for line in verdicts if line] == []

"""Drawing in a process of its own: nobody waits for it, and nothing of it stays behind."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from reports.drawing_worker import MOST_BYTES, Draughtsman
from reports.timeline_picture import as_png
from reports.workshop import CouldNotMake
from tests.reports.seasons import drawing, everything, quiet

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")
PICTURE = drawing(everything())
PNG = rb"\x89PNG\r\n\x1a\n"


def children() -> set[str]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return set(listed.split())


def program(text: str) -> tuple[str, ...]:
    return (sys.executable, "-c", text)


def drawn(draughtsman: Draughtsman) -> bytes:
    return asyncio.run(draughtsman.draw(PICTURE))


def test_a_picture_comes_back_as_it_would_have_been_drawn_here() -> None:
    assert drawn(Draughtsman()) == as_png(PICTURE)


def test_the_loop_goes_on_while_it_is_drawn() -> None:
    async def both() -> int:
        drawing_it = asyncio.create_task(Draughtsman().draw(PICTURE))
        turns = 0
        while not drawing_it.done():
            turns += 1
            await asyncio.sleep(0)
        await drawing_it
        return turns

    assert asyncio.run(both()) > 100


def test_all_are_drawn_however_many_want_one_at_once() -> None:
    async def three() -> list[bytes]:
        draughtsman = Draughtsman(at_once=2)
        return await asyncio.gather(*(draughtsman.draw(drawing(quiet())) for _ in range(3)))

    assert len(set(asyncio.run(three()))) == 1


@pytest.mark.parametrize(
    "command",
    [
        program("raise SystemExit(1)"),
        program("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"),
        program("print('no picture')"),
        program(f"import sys; sys.stdout.buffer.write(b'{PNG.decode()}' + bytes({MOST_BYTES}))"),
        ("/no/such/program",),
    ],
    ids=["fails", "killed", "no-picture", "too-big", "missing"],
)
def test_a_worker_that_dies_or_talks_nonsense_is_told_as_one_kind_of_failure(
    command: tuple[str, ...],
) -> None:
    with pytest.raises(CouldNotMake):
        drawn(Draughtsman(command=command))


def test_a_drawing_that_takes_too_long_is_ended() -> None:
    before = children()

    with pytest.raises(CouldNotMake):
        drawn(Draughtsman(patience=0.05, command=program("import time; time.sleep(60)")))

    assert children() == before


def test_a_cancelled_drawing_leaves_no_process_and_gives_its_place_back() -> None:
    before = children()
    draughtsman = Draughtsman(at_once=1)

    async def twice() -> bytes:
        first = asyncio.create_task(draughtsman.draw(PICTURE))
        await asyncio.wait([first], timeout=0.05)
        first.cancel()
        return await draughtsman.draw(PICTURE)

    assert asyncio.run(twice()).startswith(b"\x89PNG")
    assert children() == before


def test_the_bot_s_environment_does_not_reach_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "PIL.py").write_text("raise SystemExit('read in place of the library')")

    assert drawn(Draughtsman()).startswith(b"\x89PNG")

"""`make bench`: every figure a ratio taken in this one run, beside what we aim at."""

import asyncio
import tempfile
from pathlib import Path

from bench import (
    board,
    clerk,
    dates,
    first,
    importing,
    morning,
    papers,
    starts,
    status,
    ticks,
    wakes,
)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _dates()
        _ticks(folder / "ticks")
        _board(folder / "board")
        _clerk(folder / "clerk")
        _importing(folder / "importing")
        _status(folder / "status")
        _papers(folder / "papers")
        _starts(folder / "starts")
        _wakes(folder / "wakes")
        _first(folder / "first")
        _morning(folder / "morning")


def _line(what: str, ratio: float, aim: str) -> None:
    print(f"{what:<66} {ratio:>7.2f}   {aim}")


def _dates() -> None:
    read = dates.measure()
    what = f"reading a date, {dates.PHRASES:,} mutated phrases: median / dateparser's"
    _line(what, read.middle, "aim: at most 1.00")
    _line("the slowest of them / dateparser's median", read.slowest, "aim: at most 10.00")


def _ticks(folder: Path) -> None:
    folder.mkdir()
    taken = ticks.measure(folder)
    for name, milliseconds in taken.items():
        print(f"  {name}: median {milliseconds:.2f} ms")
    small, large, bare = taken.values()
    _line("durable tick, 10,000 companies / 10 companies", large / small, "aim: at most 1.20")
    _line("durable tick / bare write + fsync + rename of the same bytes", small / bare, "")


def _board(folder: Path) -> None:
    busy = asyncio.run(board.measure(folder))
    print(f"  board after the minute: {'right' if busy.is_right else 'WRONG'}")
    _line(f"edits of a board for {board.TICKS} ticks in a minute", busy.edits, "aim: at most 6")


def _clerk(folder: Path) -> None:
    for text, asked in clerk.measure(folder).items():
        print(f"  {text}: one company {asked.one:.1f} ms, the clerk {asked.thousand:.1f} ms")
        what = f"{text} with {clerk.COMPANIES:,} companies / with one"
        _line(what, asked.ratio, "aim: at most 3.00")


def _importing(folder: Path) -> None:
    taken = importing.measure(folder)
    print(
        f"  {importing.FIELDS} fields: read {taken.reading:.1f} ms, judged {taken.judging:.1f} ms,"
        f" recorded {taken.recording:.1f} ms; rules {taken.rules:.1f} ms,"
        f" /check {taken.check:.1f} ms, /status {taken.status:.1f} ms"
    )
    _line(
        f"an import of {importing.FIELDS} fields / a /status of the same company", taken.ratio, ""
    )
    _line("a full check / a /status of the same company", taken.check_ratio, "")


def _status(folder: Path) -> None:
    folder.mkdir()
    pair = asyncio.run(status.measure(folder))
    for name, load in (("bare echo bot", pair.echo), ("Nianbao /status", pair.ours)):
        print(f"  {name}: {load.per_second:.0f} a second, p95 {load.p95:.0f} ms")
    what = f"/status throughput with {status.COMPANIES:,} companies / bare echo bot"
    _line(what, pair.throughput, "aim: at least 0.60")
    _line("/status p95 / bare echo bot", pair.ours.p95 / pair.echo.p95, "")


def _papers(folder: Path) -> None:
    asked = asyncio.run(papers.measure(folder))
    print(
        f"  /status p95: {asked.without:.0f} ms, while documents are made {asked.meanwhile:.0f} ms"
        f" ({asked.papers} came)"
    )
    _line("/status p95 while documents are being made / without", asked.ratio, "")


def _starts(folder: Path) -> None:
    folder.mkdir()
    small, large = asyncio.run(starts.measure(folder)).values()
    for name, start in (("10", small), ("10,000", large)):
        print(f"  start with {name} companies: {start.seconds:.2f} s, {start.megabytes:.0f} MB")
    _line(
        "start to first answer, 10,000 companies / 10", large.seconds / small.seconds, "aim: 1.50"
    )
    _line("memory with 10,000 companies, MB", large.megabytes, "aim: under 300")


def _wakes(folder: Path) -> None:
    folder.mkdir()
    woken = wakes.measure(folder)
    print(f"  one look at a company, its season planned: {woken.look:.1f} ms")
    print(f"  wake-up with ten due: few {woken.few:.0f} ms, many {woken.many:.0f} ms")
    _line("wake-up with 10 due, 10,000 companies / 100", woken.ratio, "aim: at most 2.00")


def _first(folder: Path) -> None:
    folder.mkdir()
    few, many = asyncio.run(first.measure(folder)).values()
    print(f"  start to first reminder: 100 companies {few:.2f} s, 10,000 companies {many:.2f} s")
    _line("start to first reminder, 10,000 companies / 100", many / few, "")


def _morning(folder: Path) -> None:
    folder.mkdir()
    nine = morning.measure(folder, PEOPLE, GROUPS)
    print(
        f"  at nine: {nine.told:,} chats told, {nine.refused} calls refused, {nine.seconds:.0f} s"
    )
    _line(
        f"{PEOPLE:,} people and {GROUPS} groups at nine / limits", nine.ratio, "aim: at most 1.10"
    )


PEOPLE, GROUPS = 3_000, 300


if __name__ == "__main__":
    main()

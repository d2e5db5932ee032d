"""Child processes to kill: small programs of the tests, spoken with line by line."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Child:
    """A running program; it sees the end of its input when the test is done with it."""

    process: subprocess.Popen[str]
    out: IO[str]

    def line(self) -> str:
        """Its next line, without the end; empty when it has died."""
        return self.out.readline().rstrip("\n")

    def kill(self) -> list[str]:
        """Kill it as the kernel would; what it had said and nobody had read yet."""
        self.process.kill()
        said = self.out.read().split("\n")
        self.process.wait()
        return said[:-1]  # the last is empty, or a line it did not finish


@contextmanager
def started(program: str, *arguments: object, under: tuple[str, ...] = ()) -> Iterator[Child]:
    """Run Python text in a process of its own, with the project on its path."""
    command = [*under, sys.executable, "-c", program, *map(str, arguments)]
    process = subprocess.Popen(  # noqa: S603  (our own text)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with process:
        assert process.stdout is not None
        try:
            yield Child(process, process.stdout)
        finally:
            process.kill()

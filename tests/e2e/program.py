"""`python bot.py` as people start it: a process of its own, spoken to through its page."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0


def command(config: Path, *words: str) -> list[str]:
    """The command line, with the configuration of the test."""
    return [sys.executable, str(ROOT / "bot.py"), "--config", str(config), *words]


def run(config: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    return subprocess.run(  # noqa: S603 - our own program
        command(config, *words),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=environment(),
    )


def environment() -> dict[str, str]:
    """As here, without a token: what is tried here must never reach Telegram."""
    return {**os.environ, "PYTHONUTF8": "1", "NIANBAO_TELEGRAM_TOKEN": ""}


@dataclass(frozen=True, slots=True)
class Program:
    """A running bot with its local chat at `url`."""

    process: subprocess.Popen[str]
    log: Path
    url: str

    def stop(self) -> int:
        """SIGTERM, and how it ended."""
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def says(self, text: str, expect: str) -> str:
        """Say it as 王经理; the bot's first message from then on with the expected words."""
        with (
            httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False) as client,
            client.stream("GET", "/api/events") as stream,
        ):
            events = stream.iter_lines()
            next(events)
            client.post("/api/say", json={"person": 1001, "text": text}).raise_for_status()
            return next(told for told in _bot_says(events) if expect in told)


def _bot_says(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        event = json.loads(line.removeprefix("data: ")) if line else {}
        message = event.get("message", {})
        if message.get("from", {}).get("is_bot"):
            yield message.get("text", "")


@contextmanager
def started(config: Path) -> Iterator[Program]:
    """The bot from its printed link to the end of the test."""
    log = config.with_suffix(".log")
    with (
        log.open("ab") as errors,
        subprocess.Popen(  # noqa: S603 - our own program
            command(config), stdout=subprocess.PIPE, stderr=errors, text=True, env=environment()
        ) as process,
    ):
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            link = re.search(r"http://\S+", line)
            assert link, log.read_text(encoding="utf-8")
            yield Program(process, log, link.group())
        finally:
            process.kill()

"""One bot after the other on the same folder, each a process of its own, killed as a kernel kills.

A nursery has the program loaded and forks a life whenever one is wanted: a restart then costs what
the bot itself needs to open its folder, without Python's imports.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from localchat.server import LocalChat
from tests.e2e.program import ROOT

NURSERY = """
import os
import sys
import bot
for _ in sys.stdin:
    child = os.fork()
    if not child:
        sys.exit(bot.main(["--config", sys.argv[1]]))
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Lives:
    """Begins and ends them, one at a time; the configuration and the data stand in `folder`."""

    def __init__(self, chat: LocalChat, folder: Path) -> None:
        self.data = folder / "data"
        self._config = folder / "config.toml"
        self._log = folder / "bot.log"
        self._config.write_text(settings(chat), encoding="utf-8")
        self._config.chmod(0o600)
        self._nursery = self._opened()
        self._present = 0

    def begin(self) -> None:
        """Let one open the folder."""
        assert self._nursery.stdin is not None
        self._nursery.stdin.write("go\n")
        self._nursery.stdin.flush()
        self._present = int(self._line())

    def kill(self) -> None:
        """kill -9; a life that had ended by itself before fails the test, with its last words."""
        assert self._ended_by(signal.SIGKILL) == -signal.SIGKILL, self._last_words()

    def stop(self) -> None:
        """SIGTERM, as a machine does that goes down in peace."""
        assert self._ended_by(signal.SIGTERM) == 0, self._last_words()

    def close(self) -> None:
        """End whatever runs."""
        if self._present:
            self._ended_by(signal.SIGKILL)
        with self._nursery:
            self._nursery.kill()

    def _ended_by(self, how: signal.Signals) -> int:
        os.kill(self._present, how)
        self._present = 0
        return int(self._line())

    def _line(self) -> str:
        assert self._nursery.stdout is not None
        return self._nursery.stdout.readline()

    def _last_words(self) -> str:
        return self._log.read_text(encoding="utf-8")[-4000:]

    def _opened(self) -> subprocess.Popen[str]:
        with self._log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-c", NURSERY, str(self._config)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            )


def settings(chat: LocalChat) -> str:
    """A bot on "Telegram", which is the local chat of the test."""
    return (
        f'[telegram]\ntoken = "{chat.settings.token}"\n'
        f'base_url = "{chat.base_url}"\nbase_file_url = "{chat.base_file_url}"\n'
        '[data]\nfolder = "data"\n[limits]\npace = false\n'
    )

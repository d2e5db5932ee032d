"""How the program logs: one line a record, `message key=value …`, and never a secret."""

import logging
import sys
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

HIDDEN = "[hidden]"
_SHORTEST_SECRET = 12
_OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_QUIETER = {
    "httpx": logging.WARNING,  # tells full addresses, and in them the token
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,  # tells what people wrote
    "apscheduler": logging.WARNING,
    "asyncio": logging.WARNING,
    "uvicorn": logging.WARNING,
    "multipart": logging.WARNING,
    "python_multipart": logging.WARNING,
}

log = logging.getLogger(__name__)


class Redaction(logging.Filter):
    """Takes secrets out of a record: out of its message, its fields, its traceback.

    On a handler, not on a logger: so that it meets the records of every library.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        forms = {form for secret in secrets for form in _forms(secret)}
        self._forms = sorted(forms, key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, cleaned."""
        record.msg = self.clean(record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_text = self.clean(record.exc_text) if record.exc_text else None
        record.stack_info = self.clean(record.stack_info) if record.stack_info else None
        for name in vars(record).keys() - _OWN_FIELDS:
            setattr(record, name, self.clean(str(getattr(record, name))))
        return True

    def clean(self, text: str) -> str:
        """The text without any form of the secrets."""
        for form in self._forms:
            text = text.replace(form, HIDDEN)
        return text


def _forms(secret: str) -> set[str]:
    """A token as it stands, as it stands in an address, and its secret half alone."""
    half = secret.partition(":")[2]
    forms = {secret, quote(secret, safe="")} if secret else set()
    return forms | ({half} if len(half) >= _SHORTEST_SECRET else set())


class Lines(logging.Formatter):
    """A record as one line, its fields behind the constant message; tracebacks below it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - named by logging
        """The line, with the fields sorted by name."""
        fields = {name: value for name, value in vars(record).items() if name not in _OWN_FIELDS}
        shown = "".join(f" {name}={fields[name]}" for name in sorted(fields))
        # A line break in a field would let a person forge a line of the log.
        return (super().formatMessage(record) + shown).replace("\n", "\\n")


def set_up(level: str, secrets: Iterable[str], stream: TextIO | None = None) -> logging.Handler:
    """Let the whole process log to one stream, without the secrets; also what ends it.

    Gives back the handler, for who wants to take it away again.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Lines())
    handler.addFilter(Redaction(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, least in _QUIETER.items():
        logging.getLogger(name).setLevel(max(least, root.level))
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_last_words
    threading.excepthook = lambda hook: _log_last_words(
        hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback
    )
    return handler


def _log_last_words(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """In place of Python's own hook, which would write past the redaction."""
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("ended by an exception", exc_info=(kind, error, trace))

import io
import logging
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence

import pytest

from chat.talk import Incoming, Outgoing
from gateway.logs import set_up
from localchat.faults import Drop, Fault, When
from tests.gateway.stage import TOKEN, Stage, echo

SECRET_HALF = TOKEN.partition(":")[2]


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the whole process logs meanwhile; afterwards everything is as it was."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    levels = {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "telegram")}
    out = io.StringIO()
    set_up("DEBUG", [TOKEN], out)
    yield out
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, sys.excepthook, threading.excepthook = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_a_line_is_a_constant_message_with_its_fields(stream: io.StringIO) -> None:
    logging.getLogger("room").info("row finished", extra={"row": 3, "chat": 1001})

    assert stream.getvalue().endswith("INFO room: row finished chat=1001 row=3\n")


def test_a_field_cannot_forge_a_line(stream: io.StringIO) -> None:
    logging.getLogger("room").info("odd", extra={"name_given": "x\n2026 INFO forged"})

    assert stream.getvalue().count("\n") == 1


def test_the_token_is_hidden_in_message_arguments_fields_and_traceback(
    stream: io.StringIO,
) -> None:
    quoted = TOKEN.replace(":", "%3A")
    try:
        int(TOKEN)
    except ValueError:
        logging.getLogger("room").exception("at %s", TOKEN, extra={"where": f"/bot{quoted}/x"})

    assert SECRET_HALF not in stream.getvalue()
    assert "ValueError" in stream.getvalue()


def test_what_ends_the_program_is_logged_without_the_token(stream: io.StringIO) -> None:
    error = RuntimeError(f"token {TOKEN}")

    sys.excepthook(RuntimeError, error, None)

    assert "ended by an exception" in stream.getvalue()
    assert SECRET_HALF not in stream.getvalue()


def test_what_ends_a_thread_is_logged_without_the_token(stream: io.StringIO) -> None:
    def fail() -> None:
        raise RuntimeError(TOKEN)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert "ended by an exception" in stream.getvalue()
    assert SECRET_HALF not in stream.getvalue()


def test_a_warning_is_logged_without_the_token(stream: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(TOKEN, stacklevel=1)

    assert "UserWarning" in stream.getvalue()
    assert SECRET_HALF not in stream.getvalue()


@pytest.mark.anyio
async def test_a_run_with_failures_at_every_method_never_logs_the_token(
    stage: Stage, stream: io.StringIO
) -> None:
    wang = stage.person()
    faults = (Fault(404), Fault(400), Fault(502), Drop(When.BEFORE))
    stage.chat.faults.plan("sendMessage", *faults)
    stage.chat.faults.plan("getFile", *faults)
    stage.chat.faults.plan("setMyCommands", *faults)
    stage.chat.faults.plan("getUpdates", Fault(409), Drop(When.AFTER))

    def stumble_at_first(_: Incoming) -> Sequence[Outgoing]:
        stage.desk.script = echo
        raise RuntimeError(repr(stage.config.telegram) + TOKEN)

    stage.desk.script = stumble_at_first
    await wang.say("0")
    running = stage.run(gateway := stage.gateway())
    for n in range(5):
        await wang.say(str(n))
        await wang.send_file("a.pdf", b"%PDF-1")
    await wang.until(lambda: bool(wang.replies) and wang.replies[-1].text == "SentFile", 60)
    gateway.stop()
    await running

    assert "refused by the server" in stream.getvalue()
    assert "unforeseen fault" in stream.getvalue()
    assert "HTTP Request" not in stream.getvalue()
    assert SECRET_HALF not in stream.getvalue()

"""What every test shares: how Hypothesis works here, and figures for the reader of the run."""

from collections.abc import Callable

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

FIGURE = "figure"

settings.register_profile("unhurried", settings.default, deadline=None)
settings.load_profile("unhurried")
"""A busy machine is no fault of what is tested: no example is failed for its time."""


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says a measured figure at the end of the run, whichever process the test ran in."""

    def say(text: str) -> None:
        record_property(FIGURE, text)

    return say


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """The figures of all tests, one a line, under a heading of their own."""
    told = [
        str(value)
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        for name, value in report.user_properties
        if name == FIGURE
    ]
    if told:
        terminalreporter.section("figures")
        for text in told:
            terminalreporter.write_line(text)

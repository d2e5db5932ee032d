"""The record taken away as a file, and what forged buttons get."""

import pytest

from chat.buttons import Verb
from chat.documents import TrailExport, TrailFormat
from chat.talk import SendDocument
from messages.say import Say
from messages.wording import Wording
from tests.chat.markup import faults
from tests.chat.recorded import record, toast
from tests.chat.stage import (
    OURS,
    WANG,
    button,
    stage,
)
from tests.talk import CATALOGUE, ZONE


@pytest.mark.parametrize("how", TrailFormat)
def test_the_whole_record_is_taken_away_as_a_file(how: TrailFormat) -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.EXPORT, OURS, how))

    (document,) = (each.document for each in answer if isinstance(each, SendDocument))
    assert isinstance(document, TrailExport)
    assert (document.company, document.format) == (OURS, how)
    assert document.name.endswith(f"记录 2027-03-10.{how}")
    assert "/" not in document.name


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.EXPORT, OURS, "exe"),
        button(Verb.AUDIT, OURS, "nothing", 0),
        button(Verb.AUDIT, OURS, "all", "x"),
        button(Verb.AUDIT, OURS, "all", "9" * 40),
    ],
)
def test_a_forged_button_is_an_old_one(data: str) -> None:
    assert "过时" in toast(stage().presses(WANG, data))


@pytest.mark.parametrize("page", ["-3", "9" * 9])
def test_a_page_far_away_is_an_empty_one(page: str) -> None:
    shown = record(stage(), page=page)  # type: ignore[arg-type]  # a forged button

    assert "记录 · 全部" in shown


def test_the_caption_is_plain() -> None:
    wording = Wording(CATALOGUE, "en", ZONE)

    assert faults(wording.html(Say("audit-caption"))) == []

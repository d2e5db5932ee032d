import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.channels.fitting import cut, plain, sayable

SIGNS = st.text(st.one_of(st.sampled_from('\n"\\\t年报🙂<@'), st.characters(codec="utf-8")))


def size(text: str) -> int:
    return len(json.dumps(text, ensure_ascii=False).encode()) - 2


@given(SIGNS, st.integers(10, 60))
def test_a_cut_text_fits_begins_alike_and_is_as_long_as_can_be(text: str, longest: int) -> None:
    fitting = cut(text, longest)

    kept = fitting.removesuffix("\n…")
    assert size(fitting) <= longest
    assert text.startswith(kept) or fitting == text
    assert fitting == text or size(fitting) * 2 + 24 >= longest


@given(SIGNS)
def test_a_text_that_fits_stays_as_it_is(text: str) -> None:
    assert cut(text, size(text)) == text


def test_a_text_is_cut_between_lines_where_that_keeps_half() -> None:
    assert cut("first line\nsecond\nthird", 20) == "first line\n…"
    assert cut("a\n" + "b" * 40, 20) == "a\n" + "b" * 12 + "\n…"


@pytest.mark.parametrize("text", ["<b>甲</b>", "a < b", "甲@corp.cn", "<attic>", "3<4"])
def test_what_calls_nobody_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_what_utf8_cannot_say_becomes_a_question_mark() -> None:
    assert sayable("a\ud83db") == "a?b"

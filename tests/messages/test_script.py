"""Chinese in two scripts: said in one, read in either, and nothing else is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.script import simplified, traditional
from messages.typed import tidy


def test_what_is_said_stands_in_traditional_characters() -> None:
    assert traditional("还差 44 项,里面的发票") == "還差 44 項,裡面的發票"


@pytest.mark.parametrize("typed", ["還差什麼", "还差什么", "審計報告三月底才出"])
def test_both_scripts_are_read_alike(typed: str) -> None:
    assert tidy(typed) == tidy(simplified(typed))


@given(st.text(st.characters(max_codepoint=0x2FFF)))
def test_what_is_no_chinese_stays_as_it_is(text: str) -> None:
    assert traditional(text) == text
    assert simplified(text) == text

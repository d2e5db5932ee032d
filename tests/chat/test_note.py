import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.note import Answering, Asking, EnterCode, LooseFiles, NewCase, Note, read_note, write_note
from tests import strategies as own

texts = own.texts
notes = st.one_of(
    st.builds(NewCase, *[texts] * 6, texts, st.integers(0, 9999), texts, st.booleans()),
    st.builds(Answering, texts, texts, texts, picked=st.lists(texts, max_size=3).map(tuple)),
    st.builds(Asking),
    st.builds(LooseFiles, st.lists(own.file_refs, max_size=3).map(tuple), texts, texts),
    st.just(EnterCode()),
)


@settings(deadline=None)
@given(notes)
def test_a_note_outlives_a_restart(note: Note) -> None:
    assert read_note(write_note(note)) == note


def test_nothing_asked_is_an_empty_note() -> None:
    assert write_note(None) == ""
    assert read_note("") is None


@pytest.mark.parametrize(
    "kept",
    [
        *("{", "[]", "null", "1", '"x"', "{}", '{"tag":"gone"}', '{"tag":"answering"}'),
        '{"tag":"asking","wanted":"no_longer","company":"c1"}',
        '{"tag":"new_case","year":"soon"}',
        '{"tag":"loose_files","files":[{"id":1}]}',
    ],
)
def test_a_note_of_another_version_is_no_note(kept: str) -> None:
    assert read_note(kept) is None

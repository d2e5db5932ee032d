import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.client_notes import Building, ClientsAsked, ClientsRead
from chat.file_notes import Answering, LooseFiles, Parcel, Stray, WhoseFiles
from chat.matter_notes import LinkingMatter, MovingTerm, TellingMatter
from chat.note import Asking, EnterCode, NewCase, Note, read_note, write_note
from chat.talk import Sheet, SheetUnreadable
from tests import strategies as own
from workflow.client_list import BadLine, Column
from workflow.clients import Client, Wanted

texts = own.texts
parcels = st.builds(Parcel, st.lists(own.file_refs, max_size=3).map(tuple), texts, texts)
some_texts = st.lists(texts, max_size=3).map(tuple)
sheets = st.builds(Sheet, st.lists(some_texts, max_size=2).map(tuple))
strays = st.builds(
    Stray, parcels, some_texts, st.none() | sheets | st.builds(SheetUnreadable, texts)
)
wanted = st.builds(Wanted, texts, texts, st.integers(0, 9999), texts, texts)
some_clients = st.lists(
    st.builds(Client, texts, texts, texts, texts, st.lists(wanted, max_size=2).map(tuple)),
    max_size=2,
).map(tuple)
facts = st.dictionaries(texts, texts | st.integers(), max_size=2)
bad_lines = st.lists(
    st.builds(BadLine, st.integers(1, 9), some_texts, st.sampled_from(Column), texts, facts),
    max_size=2,
).map(tuple)
notes = st.one_of(
    st.builds(NewCase, *[texts] * 6, texts, st.integers(0, 9999), texts, st.booleans()),
    st.builds(Answering, texts, texts, texts, picked=st.lists(texts, max_size=3).map(tuple)),
    st.builds(Asking),
    st.builds(LooseFiles, st.lists(parcels, max_size=3).map(tuple)),
    st.just(EnterCode()),
    st.builds(TellingMatter, *[texts] * 6),
    st.builds(LinkingMatter, texts, texts, st.integers(0, 99)),
    st.builds(MovingTerm, texts, texts, st.integers(0, 99)),
    st.builds(WhoseFiles, st.lists(strays, max_size=3).map(tuple), texts, texts),
    st.just(ClientsAsked()),
    st.builds(ClientsRead, texts, some_clients, bad_lines),
    st.builds(Building, texts, st.integers(0, 9), some_clients, bad_lines, refused=some_texts),
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
        '{"tag":"loose_files","parcels":[{"files":[{"id":1}]}]}',
        '{"tag":"loose_files","files":[],"album":"a1","caption":""}',
    ],
)
def test_a_note_of_another_version_is_no_note(kept: str) -> None:
    assert read_note(kept) is None

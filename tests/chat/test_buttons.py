import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.buttons import LONGEST, Ref, Verb, decode, encode, ref
from chat.routes import PRESSES
from tests.talk import PACKS
from workflow.pack import ChoiceSpec, Item, Pack

parts = st.from_regex(r"[A-Za-z0-9_.@:-]{0,40}", fullmatch=True)
refs = st.builds(Ref, st.sampled_from(Verb), st.lists(parts, max_size=5).map(tuple))


@settings(deadline=None)
@given(refs)
def test_what_fits_comes_back_the_same_and_what_does_not_is_never_made(button: Ref) -> None:
    size = len("|".join((button.verb, *button.args)))

    if size > LONGEST:
        with pytest.raises(ValueError, match="no callback data"):
            encode(button)
    else:
        assert decode(encode(button)) == button


@settings(deadline=None)
@given(st.text(max_size=80))
def test_anything_else_is_nothing_or_what_we_would_have_written(data: str) -> None:
    button = decode(data)

    assert button is None or encode(button) == data


@pytest.mark.parametrize(
    "data",
    [
        *("", "|", "st ", " st", "ST", "zz|1", "st\n", "st|\n", "st|a b", "st|a\n", "st|é", "st|١"),
        *("st|<b>", "st|'", "st|" + "a" * 41, "st|" + "a" * 40 + "|" + "b" * 30, "st|\ud800"),
        *("st|\x00", "st|a/b", "st|a,b", "st|+1", "st|甲", "🙂" * 16),
    ],
)
def test_data_that_we_never_made_means_nothing(data: str) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("bad", ["a|b", "a b", "甲", "x" * 41, "x\n"])
def test_a_part_that_would_not_come_back_is_refused_at_once(bad: str) -> None:
    with pytest.raises(ValueError, match="no callback data"):
        encode(ref(Verb.ITEM, bad))


def test_a_verb_is_short_and_never_means_two_things() -> None:
    values = [verb.value for verb in Verb]

    assert len(values) == len(set(values))
    assert all(len(value) == 2 for value in values)


def test_every_verb_has_its_handler() -> None:
    assert set(PRESSES) == set(Verb)


ITEMS = [(pack, item) for pack in PACKS.values() for item in pack.items]


@pytest.mark.parametrize(("pack", "item"), ITEMS, ids=lambda each: getattr(each, "key", ""))
def test_the_longest_buttons_of_an_item_fit(pack: Pack, item: Item) -> None:
    here = ("0123456789", "99", item.key)
    options = item.spec.options if isinstance(item.spec, ChoiceSpec) else ()

    made = [ref(Verb.ASK, *here[:2], "not_applicable", item.key)]
    made += [ref(Verb.CHOOSE, *here, option.key, 999) for option in options]
    made.append(ref(Verb.DOWNLOAD, *here, 999, 99))
    made.append(ref(Verb.STEP, *here[:2], pack.submission, 99))

    assert all(decode(encode(button)) == button for button in made)

"""A language of which only what is said is read: the very sentences of the whole catalogue."""

import pytest
from fluent.runtime import FluentBundle, FluentResource

from messages.catalogue import FOLDER, LOCALES, SOURCE, TRADITIONAL
from messages.one_language import load_language
from messages.script import traditional


def whole(locale: str) -> tuple[FluentBundle, set[str]]:
    """All of a language, read at once; the names of its sentences."""
    bundle = FluentBundle([locale], use_isolating=False)
    names = set()
    for path in (FOLDER / (SOURCE if locale == TRADITIONAL else locale)).glob("*.ftl"):
        text = path.read_text(encoding="utf-8")
        resource = FluentResource(traditional(text) if locale == TRADITIONAL else text)
        names |= {entry.id.name for entry in resource.body if hasattr(entry, "id")}
        bundle.add_resource(resource)
    return bundle, names


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_is_read_as_in_the_whole_catalogue(locale: str) -> None:
    expected, names = whole(locale)
    language = load_language(locale).bundles[locale]

    other = [n for n in names if not same(language, expected, n)]

    assert len(names) > 2_000
    assert other == []


def same(language: FluentBundle, expected: FluentBundle, name: str) -> bool:
    found, wanted = language.get_message(name).value, expected.get_message(name).value
    return bool(found is not None and wanted is not None and found.equals(wanted))


def test_what_a_language_does_not_say_is_missed() -> None:
    catalogue = load_language("en")

    with pytest.raises(LookupError):
        catalogue.format("no-such-sentence", {}, "en")

    assert not catalogue.has("no-such-sentence", "en")
    assert catalogue.has("paper-draft", "en")

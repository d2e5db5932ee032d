"""The catalogue is loaded whole or not at all, and the nearest language answers."""

from pathlib import Path

import pytest

from messages.catalogue import (
    TRADITIONAL,
    WRITTEN,
    CatalogueFaulty,
    load_catalogue,
    nearest_locale,
)
from tests.messages.sentences import every_sentence


def test_all_faults_of_the_files_are_told_at_once(tmp_path: Path) -> None:
    for locale in WRITTEN:
        (tmp_path / locale).mkdir()
    (tmp_path / "en" / "a.ftl").write_text("good = Good\ngood = Again\n", encoding="utf-8")
    (tmp_path / "zh-CN" / "b.ftl").write_text("broken = { $\n", encoding="utf-8")

    with pytest.raises(CatalogueFaulty) as told:
        load_catalogue(tmp_path)

    assert "good stands twice" in str(told.value)
    assert "b.ftl: cannot read" in str(told.value)


@pytest.mark.parametrize(
    ("language", "locale"),
    [("", "zh-CN"), ("zh", "zh-CN"), ("zh-hans", "zh-CN"), ("en", "en")],
)
def test_chinese_of_any_kind_is_answered_in_chinese(language: str, locale: str) -> None:
    assert nearest_locale(language) == locale


@pytest.mark.parametrize("language", ["zh-Hant", "ZH-TW", "zh-hk", "zh-hant-mo"])
def test_who_reads_traditional_characters_is_answered_in_them(language: str) -> None:
    assert nearest_locale(language) == TRADITIONAL


def test_traditional_chinese_has_every_sentence_and_leaves_names_as_they_are() -> None:
    catalogue = load_catalogue()

    assert all(catalogue.has(name, TRADITIONAL) for name in every_sentence())
    assert catalogue.format("thanks", {}, TRADITIONAL) == "不客氣 🙂"
    told = catalogue.format("new-heading", {"name": "发财科技"}, TRADITIONAL)
    assert "发财科技" in told


def test_whoever_speaks_neither_language_is_answered_in_english() -> None:
    assert nearest_locale("fr") == "en"


def test_a_sentence_without_its_fact_is_a_fault_not_a_gap() -> None:
    with pytest.raises(LookupError):
        load_catalogue().format("error-too-long", {}, "en")


def test_a_sentence_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(LookupError):
        load_catalogue().format("no-such-sentence", {}, "en")

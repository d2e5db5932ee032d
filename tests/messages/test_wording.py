"""A sentence and its facts become text, escaped for the surface it goes to."""

import html
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.catalogue import LOCALES, WRITTEN, load_catalogue
from messages.say import Fact, Listed, Money, Percent, Say, ShortDay, Size, say
from messages.wording import Wording
from workflow.text import Text

CATALOGUE = load_catalogue()
SHANGHAI = ZoneInfo("Asia/Shanghai")
NASTY = """<b>&"'</i>"""
DAY = date(2027, 3, 31)


def wording(locale: str = "en") -> Wording:
    return Wording(CATALOGUE, locale, SHANGHAI)


FACTS: Sequence[tuple[Fact, str, str]] = (
    ("words", "words", "words"),
    (1860, "1,860", "1,860"),
    (Decimal("12.50"), "12.50", "12.50"),
    (DAY, "2027-03-31(周三)", "Wed 31 Mar 2027"),
    (ShortDay(DAY), "03-31(周三)", "Wed 31 Mar"),
    (datetime(2027, 3, 31, 16, 30, tzinfo=UTC), "2027-04-01 00:30", "2027-04-01 00:30"),
    (Text("坐席", "seats"), "坐席", "seats"),
    (Money(Decimal("1860.5")), "1,860.50 万元", "1,860.50 × 10,000 CNY"),
    (Percent(Decimal("48.5")), "48.5 %", "48.5 %"),
    (Size(0), "0 B", "0 B"),
    (Size(1023), "1023 B", "1023 B"),
    (Size(1024), "1 KB", "1 KB"),
    (Size(20 * 1024 * 1024), "20.0 MB", "20.0 MB"),
    (Listed(("a", "b", Text("丙", "c"))), "a、b、丙", "a, b, c"),
    (Listed(()), "", ""),
    (say("value-none"), "无", "none"),
)


@pytest.mark.parametrize(("fact", "chinese", "english"), FACTS)
def test_a_fact_is_said_as_its_reader_says_it(fact: Fact, chinese: str, english: str) -> None:
    assert wording("zh-CN").plain(fact) == chinese
    assert wording("en").plain(fact) == english


def test_a_fact_is_escaped_in_a_message_and_left_alone_on_a_button() -> None:
    done = say("item-more", title=NASTY)

    assert wording().html(done).startswith("<b>&lt;b&gt;&amp;\"'&lt;/i&gt;</b>")
    assert wording().plain(say("todo-line-undated", title=NASTY)) == f"▫️ {NASTY}"


def test_a_fact_is_escaped_once_however_deep_it_stands() -> None:
    deep = say("not-kept", why=say("unsure", title=Listed((NASTY, NASTY)), why=NASTY))

    text = wording().html(deep)

    assert text.count(html.escape(NASTY, quote=False)) == 3
    assert "&amp;amp;" not in text


@settings(deadline=None)
@given(st.text(max_size=40))
def test_what_is_escaped_reads_as_it_was_typed(typed: str) -> None:
    assert html.unescape(wording().html(typed.replace("\r", ""))) == typed.replace("\r", "")


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_a_count_in_a_sentence_has_no_separators_of_its_own(count: int) -> None:
    """2026 is a year as often as a count; the numbers of answers come as Decimal."""
    assert str(count) in wording().plain(say("companies-ask", count=count))


@pytest.mark.parametrize("locale", WRITTEN)
@pytest.mark.parametrize(("count", "english"), [(1, "1 more item "), (2, "2 more items ")])
def test_a_count_chooses_its_plural(locale: str, count: int, english: str) -> None:
    text = wording(locale).plain(say("step-left", count=count))

    assert text.startswith(english if locale == "en" else f"这一步还差 {count} 项")


@pytest.mark.parametrize(
    "fact", ["{ $x }", "{x}", "{", '{"a"}', "$count", "-term", "\u2068a\u2069"]
)
def test_what_looks_like_a_placeholder_is_only_text(fact: str) -> None:
    assert wording().plain(say("todo-line-undated", title=fact)) == f"▫️ {fact}"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_missing_fact_is_a_fault(locale: str) -> None:
    with pytest.raises(LookupError):
        wording(locale).html(Say("item-more", {}))


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_holds_invisible_marks(locale: str) -> None:
    assert "\u2068" not in wording(locale).plain(say("item-more", title="a"))

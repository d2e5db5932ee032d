"""HTML as Telegram reads it, and what it finds in a text by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localchat.detect import detected
from localchat.entities import Formatted, parse_html
from localchat.wire import ApiError, utf16_units


def _marks(whole: Formatted) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in whole.entities]


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("a &lt;b&gt; &amp; &quot;&#50;&#x33;", 'a <b> & "23', []),
        ("5 > 3 &nbsp; &", "5 > 3 &nbsp; &", []),
        ("<b>粗<i>斜</i></b>", "粗斜", [("bold", 0, 2), ("italic", 1, 1)]),
        ("😀<u>x</u>", "😀x", [("underline", 2, 1)]),
        (
            "<s>a</s><del>b</del><ins>c</ins>",
            "abc",
            [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("underline", 2, 1)],
        ),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("a<b></b>", "a", []),
        ("<B>x</b >", "x", [("bold", 0, 1)]),
        ("<a href='no link'>x</a>", "x", []),
    ],
)
def test_html_becomes_text_and_entities(
    source: str,
    text: str,
    marks: list[tuple[str, int, int]],
) -> None:
    whole = parse_html(source)

    assert whole.text == text
    assert _marks(whole) == marks


def test_links_keep_their_address() -> None:
    whole = parse_html('<a href="https://a.cn/?x=1&amp;y=2">去</a> <a>b.cn</a>')

    assert [entity["url"] for entity in whole.entities] == ["https://a.cn/?x=1&y=2", "http://b.cn"]


def test_code_inside_pre_names_its_language() -> None:
    whole = parse_html('<pre><code class="language-json">{}</code></pre>')

    assert whole.entities == [{"type": "pre", "offset": 0, "length": 2, "language": "json"}]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("年<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<i ="x">', 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i    aba  =  ", 'Unclosed start tag "i" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)

    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text(alphabet=st.sampled_from('<>/&;="abi# x😀年\n'), max_size=60))
def test_any_text_is_read_or_refused_and_entities_lie_inside(source: str) -> None:
    try:
        whole = parse_html(source)
    except ApiError:
        return

    ends = [entity["offset"] + entity["length"] for entity in whole.entities]
    assert all(end <= utf16_units(whole.text) for end in ends)


def test_commands_links_mentions_and_addresses_are_found() -> None:
    whole = detected(
        Formatted("/start x,见 https://a.cn/b。@wang_manager a.b@c.cn t.me/x a/b /new", [])
    )

    found = [whole.text[o : o + n] for _, o, n in _marks(whole)]
    assert found == ["/start", "https://a.cn/b", "@wang_manager", "a.b@c.cn", "t.me/x", "/new"]


def test_nothing_is_found_inside_code() -> None:
    whole = detected(parse_html("<code>/start</code> /new"))

    assert _marks(whole) == [("code", 0, 6), ("bot_command", 7, 4)]

"""Plain words: what is said whole is sure, what is near is offered, small talk is neither."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.dates import NotADate, Tense, read_date
from messages.plain_words import MOST_GUESSES, Meant, plain_words
from messages.typed import LONGEST
from tests.messages.corpus import figures, lines

TODAY = date(2027, 2, 8)
STEP = re.compile("第[0-9一二三四五六七八]步|step [0-9]")
ITEMS = {
    *(
        "坐席总数",
        "坐席数",
        "外呼业务占比",
        "签到表",
        "登录截图",
        "营业收入",
        "审计报告",
        "财务报表",
    ),
    *("total seats", "seats", "the login screenshot", "the meeting minutes", "章程", "社保证明"),
    *("the audit report", "the contract"),
}
PEOPLE = {"小李", "王经理", "老张", "张三", "anna", "li lei"}


def exists(meant: Meant) -> bool:
    """Whether there is anything of that name, as the chat would find out."""
    named = meant.named
    day = named.get("day")
    tense = Tense.FACT if meant.meaning == "reported" else Tense.DEADLINE
    return (
        (not day or not isinstance(read_date(day, TODAY, tense), NotADate))
        and bool(STEP.fullmatch(named.get("step", "step 1")))
        and named.get("item", "seats") in ITEMS
        and named.get("person", "anna") in PEOPLE
        and plain_words().department(named.get("department", "it")) is not None
    )


def heard(text: str, expected: str) -> str:
    """As the corpus writes it: of several guesses the expected one, if it is offered."""
    found = plain_words().read(text)
    sure = [meant.meaning for meant in found.sure if exists(meant)]
    if sure:
        return f"sure {sure[0]}"
    guesses = [f"ask {guess}" for guess in found.guesses]
    return next((guess for guess in guesses if guess == expected), (*guesses, "refuse")[0])


def test_the_corpus_is_heard_with_nothing_silently_wrong(
    figure: Callable[[str], None],
) -> None:
    corpus = [
        (f"{kind} {meaning}".removesuffix(" -"), text)
        for kind, meaning, text in lines("plain_words.tsv")
    ]

    counted = figures((expected, heard(text, expected)) for expected, text in corpus)

    figure(f"plain words, {len(corpus)} sentences: {counted}")
    assert counted.wrong == 0
    assert counted.share >= 0.97


def test_every_sentence_of_the_table_is_its_own_meaning() -> None:
    words = plain_words()

    odd = [
        said for said, meaning in words.whole.items() if words.read(said).sure[0].meaning != meaning
    ]

    assert odd == []


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("审计报告三月底才出", "审计报告", "三月底"), ("章程下周三才能给", "章程", "下周三")],
)
def test_where_two_names_stand_side_by_side_each_parting_is_tried(
    text: str, first: str, second: str
) -> None:
    readings = [dict(meant.named) for meant in plain_words().read(text).sure]

    assert {"item": first, "day": second} in readings


@pytest.mark.parametrize("name", ["财务", "财务部", "Finance", "会计", "ＨＲ"])
def test_departments_have_many_names(name: str) -> None:
    assert plain_words().department(name) in ("FIN", "HR")


def test_nothing_longer_than_a_sentence_is_looked_at() -> None:
    assert plain_words().read("还差什么" * LONGEST).sure == ()


@settings(max_examples=500)
@given(st.text(max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    found = plain_words().read(text)

    assert len(found.guesses) <= MOST_GUESSES
    assert plain_words().meanings.issuperset(found.guesses)

"""Passwords, identity numbers, cards: all are found, and nothing that people answer is taken for one."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.secret import Secret, asks_about_password, holds_secret, secrets_in
from messages.secret_numbers import check_sign
from tests.messages.corpus import lines

CODE_AND_IDENTITY = "521101196001016584"
"""Its last sign is right for a credit code (GB 32100) and for an identity number (GB 11643)."""
MOST_SECONDS = 0.5


def found_in(text: str) -> str:
    """As the corpus writes it."""
    return ",".join(sorted(secrets_in(text))) or "-"


def test_the_corpus_has_every_secret_found_and_no_false_alarm(
    figure: Callable[[str], None],
) -> None:
    corpus = [(kinds, text) for kinds, text in lines("secrets.tsv")]
    secret = [(kinds, text) for kinds, text in corpus if kinds != "-"]
    harmless = [text for kinds, text in corpus if kinds == "-"]

    missed = [(kinds, text) for kinds, text in secret if found_in(text) != kinds]
    alarms = [text for text in harmless if holds_secret(text)]

    figure(
        f"secrets, {len(corpus)} texts: {len(secret) - len(missed)} of {len(secret)} found,"
        f" {len(alarms)} false alarms among {len(harmless)}"
    )
    assert (missed, alarms) == ([], [])
    assert min(len(secret), len(harmless)) >= 60


@pytest.mark.parametrize("corpus", ["dates.tsv", "plain_words.tsv"])
def test_what_people_say_every_day_holds_none(corpus: str) -> None:
    told = [cell for line in lines(corpus) for cell in line if holds_secret(cell)]

    assert told == []


def test_where_a_credit_code_is_asked_a_number_that_may_be_both_is_one() -> None:
    assert secrets_in(CODE_AND_IDENTITY) == {Secret.IDENTITY}
    assert secrets_in(CODE_AND_IDENTITY, code_asked=True) == frozenset()


def test_an_identity_number_is_none_though_a_credit_code_is_asked() -> None:
    assert secrets_in("110101199003078515", code_asked=True) == {Secret.IDENTITY}


@pytest.mark.parametrize(
    "text",
    [
        "密码忘了怎么办",
        "要不要给你密码",
        "验证码收不到怎么办",
        "forgot password?",
        "do you need my pwd",
    ],
)
def test_a_question_about_a_password_is_known(text: str) -> None:
    assert asks_about_password(text)


@pytest.mark.parametrize(
    "text", ["密码保管人:张三", "给你密码:Abc123", "还差什么", "how do I pin the board?"]
)
def test_other_sentences_are_no_such_question(text: str) -> None:
    assert not asks_about_password(text)


# --- numbers, whatever they are ---------------------------------------------------------

PROVINCES = st.sampled_from(["110101", "310115", "440306", "510104", "650102", "330106"])
BIRTHDAYS = st.dates(date(1900, 1, 1), date(2029, 12, 31)).map("{:%Y%m%d}".format)
SERIALS = st.integers(1, 999).map(lambda number: f"{number:03}")


@given(PROVINCES, BIRTHDAYS, SERIALS, st.sampled_from(["", " ", "-"]))
def test_every_identity_number_is_found_however_it_is_grouped(
    province: str, birthday: str, serial: str, by: str
) -> None:
    bare = province + birthday + serial

    written = by.join((province, birthday, serial + check_sign(bare)))

    assert Secret.IDENTITY in secrets_in(f"责任人{written},电话 13812345678")


@given(st.integers(0, 10**15 - 1))
def test_no_number_that_an_answer_can_be_is_a_secret(number: int) -> None:
    """Fifteen digits are looked at more closely: only an old identity number has a day in them."""
    text = str(number)

    assert holds_secret(text) <= (len(text) == len("110101900307851"))
    assert not holds_secret(f"{number:,}")


@pytest.mark.parametrize(
    "sign", ["1", "密码", "-", "password ", ":", "是", "a", " ", "(", "1 ", "x="]
)
def test_the_longest_text_is_looked_at_in_no_time(sign: str) -> None:
    text = (sign * 4096)[:4096]
    began = time.perf_counter()

    secrets_in(text)
    asks_about_password(f"密码{text}")

    assert time.perf_counter() - began < MOST_SECONDS


@settings(max_examples=500)
@given(st.text(max_size=120))
def test_no_text_is_too_odd(text: str) -> None:
    assert secrets_in(text) <= set(Secret)

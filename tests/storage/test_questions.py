"""What is asked about the report: read from its files, every fault told with its place."""

import shutil
from pathlib import Path

import pytest

from messages.plain_words import QUESTION, plain_words
from storage.packs import PacksFaulty
from storage.questions import load_questions
from tests.source import ROOT
from workflow.basis import Standing

PACKS = ROOT / "workflow" / "packs"
FILE = "law@1.toml"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """The folder with one thing in that file another."""
    folder = tmp_path / "packs"
    shutil.copytree(PACKS, folder)
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_every_question_has_its_answer_in_both_languages_and_its_basis() -> None:
    questions = load_questions(PACKS)

    assert {"zero", "postpone", "not_reported", "inspection", "numbers"} <= set(questions)
    for each in questions.values():
        assert each.answer.zh
        assert each.answer.en
        assert each.basis.source is not None
        assert each.leads_to in plain_words().whole.values()


def test_what_nobody_could_find_claims_no_basis() -> None:
    assert load_questions(PACKS)["staff"].basis.standing is Standing.UNVERIFIED


def test_each_question_is_heard_as_itself() -> None:
    questions = load_questions(PACKS)
    words = plain_words().asking({s: key for key, each in questions.items() for s in each.asked})

    odd = [
        said
        for key, each in questions.items()
        for said in each.asked
        if words.read(said).sure[0].meaning != f"{QUESTION}{key}"
    ]

    assert odd == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('basis = "order_42_35"', 'basis = "hearsay"', "there is no basis hearsay"),
        ('"零业务", ', '"零业务", "零业务", ', "asked twice: 零业务"),
        ('leads_to = "due"', 'leads_to = "moon"', "leads_to"),
        ('answer = { zh = "要报。', 'answer = { zh = "' + "要" * 601, "an answer has at most 600"),
        ("asked.zh = [", 'asked.fr = ["non"]\nasked.zh = [', "asked.fr"),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(PacksFaulty) as faulty:
        load_questions(changed(tmp_path, old, new))

    assert any(FILE in line and told in line for line in faulty.value.faults)

"""The platform's forms are refused with every fault told at its place, and loaded as they stand."""

import shutil
from pathlib import Path

import pytest

from storage.forms import load_forms
from storage.packs import PacksFaulty
from workflow.forms import NO_FORMS

PACKS = Path(__file__).parents[2] / "workflow" / "packs"
BOOK = "forms@1.toml"


def broken(folder: Path, old: str, new: str) -> Path:
    """The packs with one thing changed in the forms."""
    packs = shutil.copytree(PACKS, folder / "packs")
    text = (packs / BOOK).read_text("utf-8")
    assert old in text
    (packs / BOOK).write_text(text.replace(old, new, 1), "utf-8")
    return packs


def faults(folder: Path) -> list[str]:
    with pytest.raises(PacksFaulty) as refused:
        load_forms(folder)
    return list(refused.value.faults)


def test_the_seven_forms_stand_in_the_platform_s_order() -> None:
    titles = [form.title.zh for form in load_forms(PACKS).forms]

    assert titles == [
        "年报承诺书",
        "企业基本情况表",
        "企业服务质量表",
        "企业经济效益表",
        "网络信息安全表",
        "业务发展情况表",
        "其他要求材料",
    ]


def test_a_folder_without_forms_has_none(tmp_path: Path) -> None:
    packs = shutil.copytree(PACKS, tmp_path / "packs")
    (packs / BOOK).unlink()

    assert load_forms(packs) == NO_FORMS


@pytest.mark.parametrize(
    ("old", "new", "place", "fault"),
    [
        ('"pledge"]', '"pledged"]', "", "there is no item pledged in any pack"),
        ('"reg_province", "reg_capital",\n  "lic', '"nothing", "reg_capital",\n  "lic', "", "there is no item nothing"),
        ('compared_in = "publicity_check"', 'compared_in = "x1"', "", "there is no item x1"),
        ('asked = ["revenue_total"', 'asked = ["y1"', "", "there is no item y1"),
        ('"profit_total", "tax_paid"', '"seats_total", "tax_paid"', "", "stands twice: seats_total"),
        ("is_pledge = true", "is_plegde = true", "forms.pledge.is_plegde", ""),
        ("[forms.others]", "[forms.other_papers]", "forms.other_papers", ""),
        ("red_from = 100000", 'red_from = "much"', "money.red_from", ""),
        ('lines = ["other_papers"]', "lines = []", "forms.others.lines", ""),
        ('standing = "unverified"', 'standing = "sure"', "basis.standing", ""),
        ('left_out_when = { chosen = "service_opened", options = ["not_opened"] }\n', "", "forms.service", "left_out says what becomes of the form"),
        ('none = { zh = "无", en = "None" }', 'none = { zh = "无" }', "none.en", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(
    old: str, new: str, place: str, fault: str, tmp_path: Path
) -> None:
    told = faults(broken(tmp_path, old, new))

    assert any(line.startswith("forms@1") and place in line and fault in line for line in told)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    packs = broken(tmp_path, '"pledge"]', '"pledged"]')
    text = (packs / BOOK).read_text("utf-8").replace('asked = ["revenue_total"', 'asked = ["y1"')
    (packs / BOOK).write_text(text, "utf-8")

    told = faults(packs)

    assert len(told) == 2


def test_a_line_may_have_a_unit_of_its_own(tmp_path: Path) -> None:
    own = '{ item = "tax_paid", times = 10000, unit = { zh = "元", en = "CNY" } }'
    packs = broken(tmp_path, '"tax_paid"', own)

    (line,) = [
        each for form in load_forms(packs).forms for each in form.lines if each.item == "tax_paid"
    ]

    assert line.times == 10000
    assert line.unit is not None
    assert line.unit.zh == "元"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('{ item = "tax_paid", times = 0, unit = { zh = "元", en = "CNY" } }', "lines.6.times"),
        ('{ item = "tax_paid", times = 10000 }', "lines.6"),
        ('{ item = "Tax Paid" }', "lines.6.item"),
        ('"Tax Paid"', "lines.6"),
        ("3", "lines.6"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_once_at_its_place(
    line: str, place: str, tmp_path: Path
) -> None:
    told = faults(broken(tmp_path, '"tax_paid"', line))

    assert len(told) == 1
    assert told[0].startswith(f"forms@1.toml: forms.economy.{place}")


def test_of_two_versions_the_newer_is_taken(tmp_path: Path) -> None:
    packs = shutil.copytree(PACKS, tmp_path / "packs")
    text = (packs / BOOK).read_text("utf-8").replace("red_from = 100000", "red_from = 5")
    (packs / "forms@10.toml").write_text(text, "utf-8")

    assert load_forms(packs).red_from == 5

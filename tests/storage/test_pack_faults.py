"""What is wrong with a pack's file is said with the file and the path inside, all of it at once."""

import shutil
from pathlib import Path

import pytest

from storage.packs import PacksFaulty, load_packs

PACKS = Path(__file__).parents[2] / "workflow" / "packs"
CALL, SHARED = "call_centre@1.toml", "company_facts@1.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(PACKS, tmp_path / "packs")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text, "the test edits what is not there"
    path.write_text(text.replace(old, new, 1))


def faults_in(folder: Path) -> tuple[str, ...]:
    with pytest.raises(PacksFaulty) as refused:
        load_packs(folder)
    return refused.value.faults


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        pytest.param(
            CALL,
            'unit = "seats", low = 0',
            'unit = "seats", low = 9, high = 1',
            "items.seats_total.spec: low is above high",
            id="bounds reversed",
        ),
        pytest.param(
            CALL,
            "high = 37440",
            'high = "many"',
            "items.avg_month_eff_talk.spec.high: Input should be a valid decimal",
            id="no number",
        ),
        pytest.param(
            CALL,
            'unit = "lines"',
            'unit = "cables"',
            "items.trunk_lines.spec.unit: 'cables' is not defined; defined are calls, cases, "
            "lines, minutes, people, percent, seats, wan_yuan",
            id="unit unknown",
        ),
        pytest.param(
            CALL,
            'departments = ["HR", "IT"]',
            'departments = ["HR", "SALES"]',
            "items.staff_tech.departments.1: Input should be 'IT', 'HR', 'OPS', 'FIN', 'LEG' or 'AUD'",
            id="department unknown",
        ),
        pytest.param(
            CALL,
            'kind = "material"\nmilestone = "M1"',
            'kind = "answer"\nmilestone = "M1"',
            "items.login_screenshot: an answer has a spec, and nothing else has one",
            id="answer without spec",
        ),
        pytest.param(
            CALL,
            'en = "Login screenshot"',
            'en = " "',
            "items.login_screenshot.title.en: String should have at least 1 character",
            id="title empty",
        ),
        pytest.param(
            CALL,
            'checks = ["no_password"]',
            'checks = ["no_pasword"]',
            "items.account_custody.checks.0: 'no_pasword' is not defined; defined are all_pages, "
            "clear, every_licence, in_date, no_password, reported, right_company, sealed, signed, "
            "word_for_word, year",
            id="check unknown",
        ),
        pytest.param(
            CALL,
            'spec = { type = "integer", unit = "seats", low = 0 }',
            'spec = { type = "integer", unit = "seats", low = 0 }\nchecks = ["clear"]',
            "items.seats_total: checks are asked of a paper",
            id="check of a number",
        ),
        pytest.param(
            CALL,
            'checks = ["no_password"]',
            'checks = ["clear", "clear", "clear", "clear", "clear", "clear", "clear"]',
            "items.account_custody.checks: Tuple should have at most 6 items after validation, "
            "not 7",
            id="too many checks",
        ),
        pytest.param(
            SHARED,
            'clear = { zh = "清晰完整", en = "clear, no corner cut off" }',
            'clear = { zh = "清晰完整" }',
            "checks.clear.en: Field required",
            id="check in one language",
        ),
        pytest.param(
            CALL,
            'milestone = "M1"',
            'milestone = "M9"',
            "items.login_screenshot.milestone: there is no step M9",
            id="step unknown",
        ),
        pytest.param(
            CALL,
            'depends_on = ["S0"]',
            'depends_on = ["M4"]',
            "milestones: steps wait for each other: M1 -> M2 -> M3 -> M4 -> M1",
            id="circle",
        ),
        pytest.param(
            CALL,
            "internal = { workdays_before = 10 }",
            'internal = "04-01"',
            "milestones.M6.internal: the internal date is after the statutory one",
            id="internal after statutory",
        ),
        pytest.param(
            CALL,
            'internal = "02-28"',
            'internal = "02-29"',
            "milestones.M4.internal: day is out of range for month",
            id="day of leap years",
        ),
        pytest.param(
            CALL,
            'internal = "02-15"\n',
            "",
            "milestones.M3: a milestone has a statutory or an internal date",
            id="no date",
        ),
        pytest.param(
            CALL,
            "number = 2",
            "number = 1",
            "milestones: two steps have the number 1",
            id="number twice",
        ),
        pytest.param(
            CALL,
            'fold_into = "M6"',
            'fold_into = "M5"',
            "profiles.statutory.fold_into: it is to be one of the profile's milestones",
            id="folded out of the profile",
        ),
        pytest.param(
            CALL,
            'proof = "reported_screenshot"',
            'proof = "login_screenshot"',
            "proof: login_screenshot is to be a material of the step M6",
            id="proof elsewhere",
        ),
        pytest.param(
            CALL,
            'file = "company_facts@1"',
            'file = "company_facts@7"',
            "include: there is no shared file company_facts@7",
            id="included file unknown",
        ),
        pytest.param(
            CALL,
            'S5 = ["list_check"]',
            'S5 = ["list_chek"]',
            "include.0.elsewhere: company_facts@1 has no item list_chek",
            id="placed item unknown",
        ),
        pytest.param(
            CALL,
            "[items.staff_tech]",
            "[items.staff_total]",
            "items.staff_total: an included file has an item of that key",
            id="key twice",
        ),
        pytest.param(
            CALL,
            "[items.staff_tech]",
            "[items.own3]",
            "items.own3: such keys are kept for items that companies add",
            id="key kept",
        ),
        pytest.param(
            CALL,
            "[items.staff_tech]",
            "[items.technical_staff_of_the_call_centre]",
            "items.technical_staff_of_the_call_centre: a key has at most 24 of a-z, 0-9 and _",
            id="key too long",
        ),
        pytest.param(
            CALL,
            "[units]\n",
            '[units]\npeople = { zh = "名", en = "people" }\n',
            "units.people: company_facts@1 defines it too",
            id="unit twice",
        ),
        pytest.param(
            SHARED,
            "sum_to = 100",
            "sum_up = 100",
            "items.shareholders.spec.columns.2.sum_up: Extra inputs are not permitted",
            id="word unknown",
        ),
        pytest.param(
            SHARED,
            'standing = "official"',
            'standing = "certain"',
            "bases.law.standing: Input should be 'official', 'practice', 'internal' or 'unverified'",
            id="standing unknown",
        ),
        pytest.param(
            "multi_party@2.toml",
            'survey = "survey"',
            'survey = "fault_log"',
            "quality.survey: fault_log is to be a table of on, answered, satisfied, note",
            id="another log",
        ),
        pytest.param(
            "multi_party@2.toml",
            'sessions = ["mp_conferences"]',
            'sessions = ["mp_meetings"]',
            "quality.sessions.0: there is no number mp_meetings",
            id="counted against nothing",
        ),
        pytest.param(
            "multi_party@2.toml",
            'report = "d04_quality_report"',
            'report = "d4"',
            "quality: there is no item d4",
            id="no such report",
        ),
        pytest.param(
            "company_facts@2.toml",
            'not_before = "start"',
            'not_before = "note"',
            "items.fault_log.spec: not_before stands between two columns of days, or of minutes",
            id="before a note",
        ),
        pytest.param(
            SHARED,
            'kind = "shared"',
            'kind = "facts"',
            "kind: it is licence, shared, reminders, questions or forms",
            id="kind",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(
    folder: Path, file: str, old: str, new: str, fault: str
) -> None:
    edit(folder / file, old, new)

    faults = faults_in(folder)

    assert f"{file}: {fault}" in faults


def test_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    edit(folder / CALL, "high = 37440", 'high = "many"')
    edit(folder / CALL, 'en = "Login screenshot"', 'en = ""')
    edit(folder / SHARED, "longest = 120", "longest = 0")

    faults = faults_in(folder)

    assert [fault.split(": ")[:2] for fault in faults] == [
        [SHARED, "items.company_name.spec.longest"],
        [CALL, "items.avg_month_eff_talk.spec.high"],
        [CALL, "items.login_screenshot.title.en"],
    ]


def test_a_faulty_name_does_not_hide_what_else_is_wrong(folder: Path) -> None:
    edit(folder / CALL, 'lines = { zh = "线", en = "lines" }', 'lines = "线"')
    edit(folder / CALL, "high = 37440", 'high = "many"')

    faults = faults_in(folder)

    assert [fault.split(": ")[1] for fault in faults] == [
        "units.lines",
        "items.avg_month_eff_talk.spec.high",
    ]


def test_a_file_that_is_no_toml_is_named(folder: Path) -> None:
    (folder / "broken@1.toml").write_text("kind = ")

    faults = faults_in(folder)

    assert len(faults) == 1
    assert faults[0].startswith("broken@1.toml: Invalid value")


def test_a_file_without_a_version_is_refused(folder: Path) -> None:
    (folder / CALL).rename(folder / "call_centre.toml")

    faults = faults_in(folder)

    assert faults == ("call_centre.toml: a pack's file is called <id>@<version>.toml",)


def test_a_folder_without_packs_is_a_fault(tmp_path: Path) -> None:
    empty = tmp_path / "packs"

    faults = faults_in(empty)

    assert faults == ("packs: there is no pack in this folder",)


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    path = folder / CALL
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    packs = load_packs(folder)

    assert "call_centre@1" in packs

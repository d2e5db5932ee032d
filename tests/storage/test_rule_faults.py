"""A rule that could never be checked, or could run away, is refused with its place."""

import shutil
from pathlib import Path

import pytest

from storage.pack_patterns import safe_pattern
from storage.packs import PacksFaulty, load_packs

PACKS = Path(__file__).parents[2] / "workflow" / "packs"
CALL, SHARED = "call_centre@2.toml", "company_facts@2.toml"
RULE = """
[rules.tried]
title = { zh = "试", en = "Tried" }
severity = "warn"
basis = "default"
items = ["seats_total"]
message = { zh = "试", en = "Tried" }
reason = { zh = "试", en = "Tried" }
"""
DEEP = "{ not = " * 8 + '{ answered = "seats_total" }' + " }" * 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(PACKS, tmp_path / "packs")


def faults_of(folder: Path, more: str) -> list[str]:
    """What is wrong with call_centre@2 once these lines are added."""
    path = folder / CALL
    path.write_text(path.read_text() + more)
    with pytest.raises(PacksFaulty) as refused:
        load_packs(folder)
    return [fault.removeprefix(f"{CALL}: ") for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("fires", "fault"),
    [
        ("{ guess = 1 }", "rules.tried.fires: guess is no condition"),
        ("{ above = [{ guess = 1 }, 1] }", "rules.tried.fires: guess is no number"),
        ("{ above = [1] }", "rules.tried.fires: above compares two numbers"),
        ("{ above = 1 }", "rules.tried.fires: a list is wanted"),
        ("{ all = [] }", "rules.tried.fires: it holds at least one condition"),
        ("{ above = [{ sum = [] }, 1] }", "rules.tried.fires: sum takes one number at least"),
        ("{ above = [{ change = [1] }, 1] }", "rules.tried.fires: change takes two numbers"),
        ("{ not = 3 }", "rules.tried.fires: a number, or a table that begins with an operator"),
        ("{ answered = 3 }", "rules.tried.fires: 3 is no word"),
        ('{ answered = "seats_total", for = 1 }', "rules.tried.fires: what is for?"),
        (DEEP, "rules.tried.fires: more than 8 nodes one inside the other"),
        ('{ answered = "no_such" }', "rules.tried: there is no item no_such"),
        ('{ answered = "cdr_extract" }', "rules.tried: cdr_extract is no answer"),
        ('{ above = [{ figure = "branches" }, 1] }', "rules.tried: branches is no number"),
        (
            '{ above = [{ figure = "security_regime", column = "size" }, 1] }',
            "rules.tried: security_regime has no column size",
        ),
        ('{ above = [{ cell = "share" }, 1] }', "rules.tried: there is no row at hand for the column share"),
        (
            '{ any_row = "shareholders", where = { above = [{ cell = "name" }, 1] } }',
            "rules.tried: shareholders name is no number",
        ),
        ('{ any_row = "seats_total", where = { cell_given = "a" } }', "rules.tried: seats_total is no table"),
        ('{ above = [{ count = "seats_total" }, 1] }', "rules.tried: seats_total is no table, and no choice"),
        ('{ above = [{ total = "seats_total", of = 1 }, 1] }', "rules.tried: seats_total is no table"),
        ('{ chosen = "service_opened", options = ["ajar"] }', "rules.tried: there is no option ajar"),
        ('{ chosen = "service_opened", options = [] }', "rules.tried: no option is named"),
        ('{ chosen = "seats_total", options = ["a"] }', "rules.tried: seats_total is no choice"),
        (
            '{ any_row = "shareholders", where = { cell_chosen = "type", options = ["odd"] } }',
            "rules.tried: there is no option odd",
        ),
        ('{ matches = "licence_no", pattern = "odd" }', "rules.tried.fires: there is no pattern odd; defined are licence_no, no_month"),
        ('{ matches = "seats_total", pattern = "licence_no" }', "rules.tried: seats_total is no text"),
        ('{ same = ["licence_no"] }', "rules.tried.fires: same compares two items"),
        ('{ same = ["licence_no", "seats_total"] }', "rules.tried: licence_no and seats_total are not answered alike"),
        ('{ has_file = "seats_total" }', "rules.tried: seats_total takes no files"),
        ('{ within = "seats_total", of = "coverage" }', "rules.tried: seats_total is no list"),
        ('{ within = "coverage", of = "branches", of_column = "size" }', "rules.tried: branches has no column size"),
        ('{ code_part = "uscc", first = 3, last = 4, chosen = "seats_total" }', "rules.tried: seats_total is no choice"),
        ('{ code_part = "uscc", first = "a", last = 4, chosen = "reg_province" }', "rules.tried.fires: 'a' is no number"),
        ('{ changed = "branches", columns = ["size"] }', "rules.tried: branches has no column size"),
        ('{ above = [{ days = ["year_end"] }, 1] }', "rules.tried.fires: days lie between two moments"),
        ('{ above = [{ days = ["year_end", "today"] }, 1] }', "rules.tried.fires: 'today' is not a valid Fixed"),
        ('{ above = [{ days = ["year_end", { date = "licence_valid_to" }] }, 1] }', "rules.tried.fires: date is no moment"),
        ('{ above = [{ days = ["year_end", { day = "uscc" }] }, 1] }', "rules.tried: uscc is no day"),
        ('{ above = [{ figure = "seats_total", year = "next" }, 1] }', "rules.tried.fires: 'next' is not a valid Year"),
        (
            '{ any_row = "fault_log", where = { above = [{ hours_between = ["start"] }, 1] } }',
            "rules.tried.fires: hours_between takes two columns",
        ),
        (
            '{ any_row = "fault_log", where = { above = [{ hours_between = ["start", "major"] }, 1] } }',
            "rules.tried: fault_log major is no text",
        ),
        ('{ above = [{ workdays = ["year_end"] }, 1] }', "rules.tried.fires: days lie between two moments"),
        (
            '{ above = [{ days = ["year_end", { handed_in = "cdr_extract" }] }, 1] }',
            "rules.tried: cdr_extract is no answer",
        ),
        ('{ above = [{ reached = "fault_log", between = ["start"] }, 1] }', "rules.tried.fires: reached takes two columns"),
        (
            '{ above = [{ reached = "fault_log", between = ["start", "major"] }, 1] }',
            "rules.tried: fault_log major is no text",
        ),
        ('{ above = [{ reached = "seats_total", between = ["a", "b"] }, 1] }', "rules.tried: seats_total has no column a"),
        (
            '{ above = [{ reworded = "key_scripts", column = "is_key", name = "name" }, 1] }',
            "rules.tried: key_scripts is_key is no text",
        ),
        ('{ above = [{ reworded = "key_scripts", column = "content" }, 1] }', "rules.tried.fires: None is no word"),
        (
            '{ above = [{ when = { answered = "seats_total" }, then = 1 }, 1] }',
            "rules.tried.fires: a number, or a table that begins with an operator",
        ),
        (
            '{ any_row = "fault_log", where = { cell_this_year = "major" } }',
            "rules.tried: fault_log major is no day or minute",
        ),
        ('{ mode = "inbound", is = ["pp"] }', "rules.tried: there is no mode inbound"),
        ('{ not = { mode = "outbound", is = ["odd"] } }', "rules.tried: outbound is one of pp, relative, either"),
    ],
)  # fmt: skip
def test_a_fault_in_a_rule_is_told_with_its_place(folder: Path, fires: str, fault: str) -> None:
    faults = faults_of(folder, f"{RULE}fires = {fires}\n")

    assert [each for each in faults if each.startswith(fault)]


SOUND = RULE + 'fires = { answered = "seats_total" }\n'


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (SOUND.replace("tried", "r11"), "rules.r11: an included file has a rule of that key"),
        (SOUND + 'opens = ["raci"]\n', "items.raci.opened_by: it is to name tried, which opens it"),
        (SOUND.replace('zh = "试"', 'zh = "{x}"'), "rules.tried: says has no x"),
        (SOUND + 'says.a = { value = 1, like = "branches" }\n', "rules.tried: branches is no number"),
        (SOUND + 'says.a = { value = { quote = "no_such" } }\n', "rules.tried: there is no item no_such"),
        (SOUND + 'says.a = { value = { quote = "cdr_extract" } }\n', "rules.tried: cdr_extract is no answer"),
        (SOUND + 'says.a = { value = { quote = "seats_total", like = "seats_total" } }\n', "rules.tried.says.a.value: what is like?"),
        (SOUND + 'says.a = { value = { quote = "seats_total" }, percent = true }\n', "rules.tried: what is quoted is told as it was answered"),
        (SOUND + 'says.a = { value = { year = "last", quote = "seats_total" } }\n', "rules.tried.says.a.value: quote stands first"),
        (SOUND + 'says.a = { value = { quote = "seats_total", differs = 1 } }\n', "rules.tried.says.a.value: differs is true or false"),
        (SOUND + 'says.a = { value = { quote = "branches", columns = ["odd"] } }\n', "rules.tried: branches has no column odd"),
        (SOUND + 'says.a = { value = { quote = "branches", where = { cell_given = "odd" } } }\n', "rules.tried: branches has no column odd"),
        (SOUND + 'says.a = { value = { quote = "seats_total", where = { cell_given = "odd" } } }\n', "rules.tried: seats_total is no table"),
        (SOUND + 'says.a = { value = { quote = "branches", beyond = "coverage" } }\n', "rules.tried: branches is no choice"),
        (SOUND + 'says.a = { value = { quote = "coverage", beyond = "seats_total" } }\n', "rules.tried: seats_total is no list"),
        (SOUND.replace('"warn"', '"bad"'), "rules.tried.severity: Input should be 'block'"),
        (
            SOUND.replace("tried", "a_long_family") + 'each = ["avg_month_eff_talk"]\n',
            "rules.a_long_family_avg_month_eff_talk: the key has more than 24 signs",
        ),
        ('[modes.odd]\nstands = "a"\nwords = ["b", "c"]\n', "modes.odd: a is none of b, c"),
        ('[[hides]]\nwhen = { answered = "seats_total" }\nitems = ["no_such"]\n', "hides.1.items: there is no item no_such"),
        ('[patterns]\nbad = "(a+)+"\n', "patterns.bad: not understood from sign 1: (a+)+"),
    ],
)  # fmt: skip
def test_a_fault_beside_the_tree_is_told_with_its_place(
    folder: Path, more: str, fault: str
) -> None:
    faults = faults_of(folder, more)

    assert [each for each in faults if each.startswith(fault)]


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+", "a*", "a+", "(a|b)", ".*", "(a{1,3}){1,3}", "(a?){20}", "a{1,21}", "a{21}",
        "(?=a)", r"(a)\1", "^a", "a$", "[a", "a" * 201, "", "a?b?c?d?e?",
    ],
)  # fmt: skip
def test_a_pattern_that_could_run_away_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        safe_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", [r"[一-龥]?[AB][12](\.[AB][12]){0,12}-\d{6,12}", "[^0-9]{1,20}", r"a\.b", "abc"]
)
def test_a_bounded_pattern_is_taken(pattern: str) -> None:
    assert safe_pattern(pattern) == pattern

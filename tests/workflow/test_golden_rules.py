"""The rules do what the golden tables say (tests/golden), and every rule stands in them."""

import pytest

from tests.workflow.firm import PACKS
from tests.workflow.golden import VERDICTS, Row, checked, golden_rows, message_of, told
from workflow.checks import Verdict, run
from workflow.ids import PackRef
from workflow.pack import Pack

ROWS = list(golden_rows())
NEWEST = [PACKS[PackRef("call_centre@2")], PACKS[PackRef("multi_party@2")]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule}: {row.situation}")
def test_the_rule_says_what_the_table_says(row: Row) -> None:
    check = checked(row)

    assert check.verdict == VERDICTS[row.expected]
    assert not row.message or message_of(check, row.pack) == row.message


def test_the_tables_hold_enough() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize("expected", ["触发", "通过"])
@pytest.mark.parametrize("pack", NEWEST, ids=lambda pack: pack.ref)
def test_every_rule_of_a_licence_stands_in_its_table(pack: Pack, expected: str) -> None:
    shared = {rule.key for rule in NEWEST[0].rules} & {rule.key for rule in NEWEST[1].rules}
    own = {row.rule for row in ROWS if row.pack is pack and row.expected == expected}
    any_pack = {row.rule for row in ROWS if row.expected == expected}

    missing = {rule.key for rule in pack.rules} - own - (shared & any_pack)

    assert not missing


@pytest.mark.parametrize("pack", NEWEST, ids=lambda pack: pack.ref)
def test_where_nothing_was_answered_nothing_is_checked(pack: Pack) -> None:
    company, season = told(pack, "")

    verdicts = {check.rule.key: check.verdict for check in run(company, season, pack)}

    assert set(verdicts.values()) == {Verdict.UNCHECKED}


@pytest.mark.parametrize("pack", NEWEST, ids=lambda pack: pack.ref)
def test_what_is_not_checked_says_what_is_missing(pack: Pack) -> None:
    company, season = told(pack, "")

    silent = [check.rule.key for check in run(company, season, pack) if not check.missing]

    assert not silent

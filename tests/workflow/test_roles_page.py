"""The page about roles says what the table says."""

from tests.source import ROOT
from workflow.permissions import TABLE, Action
from workflow.team import Role

PAGE = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")
ROWS = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| `")]


def test_the_page_names_every_role_and_every_action_in_their_order() -> None:
    (heading,) = [line for line in PAGE.splitlines() if line.startswith("| |")]

    assert [cell.split()[0] for cell in heading.strip("| ").split("|")] == list(Role)
    assert [row[0].strip(" `") for row in ROWS] == list(Action)


def test_a_tick_stands_where_the_table_allows_it() -> None:
    said = {row[0].strip(" `"): [bool(cell.strip()) for cell in row[1:]] for row in ROWS}

    assert said == {action.value: [action in TABLE[role] for role in Role] for action in Action}

"""Every place that writes cells for people is known here: each neutralises formulas, and is tested."""

import ast

from tests.source import ROOMS, ROOT, files, nodes

KNOWN = {
    "reports/paper_xlsx.py",  # tests/reports: no text becomes a formula
    "sheets/template.py",  # tests/sheets/test_template.py
    "storage/export.py",  # tests/storage/test_export.py
}
WRITERS = {"Workbook", "writer", "DictWriter"}


def test_cells_are_written_only_where_formulas_are_neutralised() -> None:
    writing = {
        path.relative_to(ROOT).as_posix()
        for path in files(*ROOMS)
        for node in nodes(path)
        if isinstance(node, ast.Call) and _called(node) in WRITERS
    }

    assert writing == KNOWN


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="csv"), attr=name):
            return name
        case _:
            return ""

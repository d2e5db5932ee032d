"""The weights of the simulated score are refused where they do not add up."""

import shutil
from pathlib import Path

import pytest

from storage.packs import PacksFaulty, load_packs

PACKS = Path(__file__).parents[2] / "workflow" / "packs"
PACK = "call_centre@2.toml"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("timeliness = 12,", "timeliness = 13,", "add up to 100"),
        ("timeliness = 12, accuracy = 12", "timeliness = 12, accuracy = 13", "add up to 100"),
        (
            "consistency = 11, lists = 20",
            "consistency = 10, lists = 21",
            "timeliness, accuracy, consistency add up to 35",
        ),
        ("{ weight = 0.35,", "{ weight = 0.36,", "the parts of numbers add up to 1"),
        (
            'benchmark = { figure = "complaint_benchmark" }',
            'benchmark = { figure = "nothing" }',
            "there is no item nothing",
        ),
    ],
)
def test_what_does_not_add_up_is_told(old: str, new: str, fault: str, tmp_path: Path) -> None:
    folder = shutil.copytree(PACKS, tmp_path / "packs")
    text = (folder / PACK).read_text("utf-8")
    assert old in text
    (folder / PACK).write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(PacksFaulty) as refused:
        load_packs(folder)

    assert any(fault in line and "score" in line for line in refused.value.faults)

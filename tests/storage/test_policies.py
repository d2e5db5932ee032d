"""When seasons remind is data: what is wrong with it is told with the file and the path inside."""

import shutil
from datetime import time
from pathlib import Path

import pytest

from storage.packs import PacksFaulty, load_packs
from storage.policies import load_policies
from workflow.ids import PackRef
from workflow.pack import REMINDERS
from workflow.policy import DayOfYearTold, Ladder, Where, Who
from workflow.reminders import RungKind

PACKS = Path(__file__).parents[2] / "workflow" / "packs"
FILE = "reminders@1.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(PACKS, tmp_path / "packs")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text, "the test edits what is not there"
    path.write_text(text.replace(old, new, 1))


def test_every_pack_reminds_by_a_policy_that_is_there() -> None:
    policies = load_policies(PACKS)

    assert {pack.policy for pack in load_packs(PACKS).values()} <= policies.keys()


def test_the_released_policy_says_what_was_decided() -> None:
    policy = load_policies(PACKS)[REMINDERS]

    assert policy.internal == Ladder((14, 7, 3, 1, 0), every=3, until=60)
    assert policy.statutory == Ladder((60, 30, 14, 7, 3, 1, 0), every=1, until=30)
    assert policy.last_note == time(12)
    assert policy.count_days == (DayOfYearTold(12, 1), DayOfYearTold(12, 28))
    assert policy.escalation.boss_cap == 3


def test_a_policy_is_no_pack() -> None:
    assert REMINDERS not in load_packs(PACKS)


def test_a_licence_can_name_another_policy(folder: Path) -> None:
    shutil.copy(folder / FILE, folder / "gentle@1.toml")
    edit(folder / "call_centre@1.toml", "submission =", 'reminders = "gentle@1"\nsubmission =')

    packs = load_packs(folder)

    assert packs[PackRef("call_centre@1")].policy == "gentle@1"
    assert packs[PackRef("multi_party@1")].policy == REMINDERS


def test_a_licence_cannot_name_one_that_is_not_there(folder: Path) -> None:
    edit(
        folder / "call_centre@1.toml", "submission =", 'reminders = "company_facts@1"\nsubmission ='
    )

    with pytest.raises(PacksFaulty) as refused:
        load_packs(folder)

    assert refused.value.faults == (
        "call_centre@1.toml: reminders: there is no file company_facts@1 of kind reminders",
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("before = [14, 7, 3, 1, 0]", "before = [7, 14]", "internal.before"),
        ("before = [14, 7, 3, 1, 0]", "before = [7, 7]", "internal.before"),
        ("before = [14, 7, 3, 1, 0]", "before = [121]", "internal.before.0"),
        ("before = [60, 30, 14, 7, 3, 1, 0]", "before = []", "statutory.before"),
        ("every = 3", "every = 0", "internal.every"),
        ("every = 3", 'every = "3"', "internal.every"),
        ("boss_cap = 3", "boss_cap = -1", "escalation.boss_cap"),
        ("monthly_day = 5", "monthly_day = 31", "monthly_day"),
        ("last_note = 12:00:00", 'last_note = "noon"', "last_note"),
        ('"12-28"', '"12-32"', "count_days.1"),
        ("everybody = 7", "everyone = 7", "hearing.everyone"),
        ("boss_every = 7", "boss_every = 0", "hearing.boss_every"),
        ('month = { who = ["boss"]', 'mouth = { who = ["boss"]', "hears.mouth"),
        ('month = { who = ["boss"]', 'mouth = { who = ["boss"]', "hears.month"),
        ('["keepers", "counting"]', '["keepers", "keepers"]', "hears.count_day.who"),
        ('["keepers", "counting"]', '["keepers", "owner"]', "hears.count_day.who.1"),
        ("to_group = { who = []", 'to_group = { who = "keepers"', "hears.to_group.who"),
        ('to_boss = { who = ["boss"]', "to_boss = { who = []", "hears.to_boss"),
        (
            'to_boss = { who = ["boss"], where = ["private"]',
            'to_boss = { who = ["boss"], where = []',
            "hears.to_boss",
        ),
        ('"signers"], where = ["private", ', '"signers"], where = [', "hears.statutory"),
        ('warning = { who = ["keepers"]', 'warning = { who = ["boss"]', "hears.warning.who.0"),
        ('warning = { who = ["keepers"]', 'warning = { who = ["agency"]', "hears.warning"),
        ('statutory = { who = ["keepers", ', "statutory = { who = [", "hears.statutory"),
        ('["owner"], where = ["private", ', '["owner"], where = [', "hears.internal"),
        ('internal = { who = ["owner"]', 'internal = { who = ["signers"]', "hears.internal"),
    ],
)
def test_a_fault_is_told_with_its_place(folder: Path, old: str, new: str, fault: str) -> None:
    edit(folder / FILE, old, new)

    with pytest.raises(PacksFaulty) as refused:
        load_policies(folder)

    assert f"{FILE}: {fault}" in {line.rpartition(": ")[0] for line in refused.value.faults}


def test_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    shutil.copy(folder / FILE, folder / "gentle@1.toml")
    edit(folder / FILE, "every = 3", "every = 0")
    edit(folder / "gentle@1.toml", "every = 3", "every = 0")

    with pytest.raises(PacksFaulty) as refused:
        load_policies(folder)

    assert [line.split(":")[0] for line in refused.value.faults] == ["gentle@1.toml", FILE]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'internal = { who = ["owner"]',
            'internal = { who = ["owners"]',
            (
                "hears.internal.who.0: Input should be "
                "'owner', 'keepers', 'lawful', 'signers', 'boss' or 'agency'"
            ),
        ),
        (
            'to_group = { who = [], where = ["group"',
            'to_group = { who = [], where = ["fax"',
            "hears.to_group.where.0: Input should be 'private', 'group' or 'robot'",
        ),
        (
            'month = { who = ["boss"], where = ["private"]',
            'month = { who = ["boss"], where = ["group"]',
            "hears.month.where.0: Input should be 'private'",
        ),
        (
            'statutory = { who = ["keepers", ',
            "statutory = { who = [",
            "hears.statutory: who has to name keepers, where private, so that somebody knows of it",
        ),
    ],
)
def test_a_word_that_cannot_stand_there_is_told_with_those_that_can(
    folder: Path, old: str, new: str, fault: str
) -> None:
    edit(folder / FILE, old, new)

    with pytest.raises(PacksFaulty) as refused:
        load_policies(folder)

    assert refused.value.faults == (f"{FILE}: {fault}",)


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("internal", set(Who) - {Who.COUNTING}),
        ("month", set(Who) - {Who.OWNER, Who.LAWFUL}),
        ("warning", {Who.OWNER, Who.KEEPERS, Who.AGENCY}),
    ],
)
def test_a_kind_can_be_for_several(folder: Path, kind: str, who: set[Who]) -> None:
    text = (folder / FILE).read_text()
    line = next(each for each in text.splitlines() if each.startswith(f"{kind} = {{"))
    words = ", ".join(f'"{each}"' for each in who)
    edit(folder / FILE, line, f'{kind} = {{ who = [{words}], where = ["private"] }}')

    heard = load_policies(folder)[REMINDERS].hears[RungKind(kind)]

    assert set(heard.who) == who
    assert heard.where == {Where.PRIVATE}

"""kill -9 in the middle of a stream of ticks: nothing acknowledged is lost, nothing done twice."""

from pathlib import Path
from random import Random

import pytest

from storage.backup import backup, restore
from tests.storage.children import Child, started
from tests.storage.homes import TinyHome, commit_company
from tests.storage.samples import NOON
from tests.storage.stream import EACH, PROGRAM, go_on, said, survey
from workflow.ids import CompanyId

KILLS = 220
BACKUPS = 12
OTHERS = 200
"""Companies that make a backup last longer than a tick."""


def listened(child: Child, acknowledgements: int) -> list[str]:
    return [child.line() for _ in range(acknowledgements)]


def killed_somewhere(folder: Path, number: int, seed: int) -> list[str]:
    """Let a child run until some acknowledgement and a moment more; all it acknowledged."""
    chance = Random(seed)  # noqa: S311  (a seed replays a failure)
    with started(PROGRAM, folder, number) as child:
        lines = listened(child, chance.randrange(1, 16))
        for _ in range(chance.randrange(60_000)):
            pass  # up to a few milliseconds, about the length of a commit
        return lines + child.kill()


def require_sound(home: TinyHome, number: int, lines: list[str]) -> None:
    found = survey(home, number)
    assert found["ticked"] == sorted(set(found["ticked"]))
    assert found["in the trail"] == found["ticked"]
    assert found["owed"] == found["ticked"]
    assert set(said(lines, "done")) <= {*found["ticked"], *range(number)}
    assert set(said(lines, "in")) <= {*found["ticked"], *found["new"]}
    assert set(found["applied"]) <= set(found["ticked"])
    assert not set(found["new"]) & set(found["ticked"])


def campaign(folder: Path, kills: int) -> None:
    taken: set[int] = set()
    for kill in range(1, kills + 1):
        lines = killed_somewhere(folder, kill * EACH, seed=kill)
        home = TinyHome(folder)
        require_sound(home, kill * EACH, lines)
        taken |= set(said(lines, "in"))
        home.close()

    home = TinyHome(folder)
    go_on(home)
    ticked = {n for kill in range(1, kills + 1) for n in survey(home, kill * EACH)["ticked"]}
    assert taken <= ticked
    assert home.inbox.open_rows() == ()
    assert list(home.store.check()) == []
    home.close()


def test_a_few_kills_lose_nothing_and_repeat_nothing(tmp_path: Path) -> None:
    campaign(tmp_path / "data", 5)


@pytest.mark.slow
def test_many_kills_lose_nothing_and_repeat_nothing(tmp_path: Path) -> None:
    campaign(tmp_path / "data", KILLS)


def backed_up_while_writing(folder: Path, rounds: int) -> None:
    home = TinyHome(folder / "data")
    for number in range(OTHERS):
        commit_company(home, CompanyId(f"other{number}"))
    home.close()
    for number in range(1, rounds + 1):
        with started(PROGRAM, folder / "data", number * EACH) as child:
            lines = listened(child, 10 * number)
            backup(folder / "data", folder / f"copy{number}")
            child.kill()
        restore(folder / f"copy{number}", folder / f"back{number}", NOON)
        home = TinyHome(folder / f"back{number}")
        require_sound(home, number * EACH, lines)
        assert list(home.store.check()) == []
        go_on(home)
        assert set(said(lines, "in")) <= set(survey(home, number * EACH)["ticked"])
        home.close()


def test_a_backup_taken_while_the_bot_writes_is_of_one_moment(tmp_path: Path) -> None:
    backed_up_while_writing(tmp_path, 3)


@pytest.mark.slow
def test_many_backups_taken_while_the_bot_writes_are_each_of_one_moment(tmp_path: Path) -> None:
    backed_up_while_writing(tmp_path, BACKUPS)

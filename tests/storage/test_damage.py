"""Damaged company files at a start: never opened as something else, never lost, always a way on."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.samples import ACME, answers, happened, ticked
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.events import EventKind
from workflow.ids import CompanyId

PAGE = 4096
Damage = Callable[[bytes, Random], bytes]


def cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: Random) -> bytes:
    bit = chance.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def zeroed_page(content: bytes, chance: Random) -> bytes:
    page = chance.randrange(len(content) // PAGE + 1) * PAGE
    rest = content[page + PAGE :]
    return content[:page] + b"\0" * (len(content) - page - len(rest)) + rest


def longer(content: bytes, chance: Random) -> bytes:
    return content + content[-chance.randrange(1, 500) :]


def emptied(_content: bytes, _chance: Random) -> bytes:
    return b""


def null(_content: bytes, _chance: Random) -> bytes:
    return b"null"


def foreign(_content: bytes, chance: Random) -> bytes:
    return chance.choice([b"{}", b'{"_default": {}}', b'{"company": {"1": {}}}\n', b"[1]\n[2]"])


DAMAGES = [cut, flipped, zeroed_page, longer, emptied, null, foreign]


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    commit_company(tiny, ACME, 280, 281)
    commit_company(tiny, CompanyId("other"))
    return tiny


def overwrite(path: Path, damage: Damage, chance: Random) -> bytes:
    content = damage(path.read_bytes(), chance)
    path.unlink()
    path.write_bytes(content)
    return content


def require_way_on(home: TinyHome, damage: Damage, seed: int) -> None:
    """The company rests, its bytes stay; its previous copy is adopted, and it is ticked again."""
    content = overwrite(home.file(ACME), damage, Random(seed))  # noqa: S311
    home.reopen()
    with pytest.raises(CompanyDamaged):
        read(home, ACME)
    assert home.file(ACME).read_bytes() == content
    assert read(home, CompanyId("other")).name

    with home.store.begin(None) as work:
        copy = work.previous_copy(ACME)
        seq = max([copy.company.event_seq, *(event.seq for event in copy.missing)])
        work.adopt_previous(happened(copy.company, EventKind.COPY_ADOPTED, after=seq))
        work.commit()

    kept = [path.read_bytes() for path in (home.folder / "quarantine").iterdir()]
    assert content in kept
    before = answers(copy.company)
    commit(home, ticked(read(home, ACME), 300 + seed))
    home.reopen()
    assert answers(read(home, ACME)) == [*before, 300 + seed]
    assert list(home.store.check()) == []


def require_refusal(home: TinyHome, damage: Damage, seed: int) -> None:
    """With both generations damaged there is nothing to go on from, and nothing is touched."""
    chance = Random(seed)  # noqa: S311
    content = overwrite(home.file(ACME), damage, chance)
    previous = overwrite(home.previous(ACME), damage, chance)
    home.reopen()

    with home.store.begin(None) as work:
        with pytest.raises(CompanyDamaged):
            work.company(ACME)
        with pytest.raises(NoSuchCompany):
            work.previous_copy(ACME)

    assert home.file(ACME).read_bytes() == content
    assert home.previous(ACME).read_bytes() == previous
    assert len(list(home.store.check())) == 2


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_company_has_a_way_on(home: TinyHome, damage: Damage) -> None:
    require_way_on(home, damage, seed=1)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_company_damaged_twice_is_left_as_it_is(home: TinyHome, damage: Damage) -> None:
    require_refusal(home, damage, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damaged_start_has_a_way_on(home: TinyHome, damage: Damage) -> None:
    for seed in range(60):
        require_way_on(home, damage, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("damage", DAMAGES)
def test_every_start_damaged_twice_is_refused(home: TinyHome, damage: Damage, seed: int) -> None:
    require_refusal(home, damage, seed)

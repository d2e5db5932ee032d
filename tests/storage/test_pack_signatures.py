"""Who has to sign, as a pack's file says it: read, refused with its place, and kept to."""

import shutil
from pathlib import Path

import pytest

from storage.packs import PacksFaulty, load_packs
from tests.workflow.crew import BOSS, LEGAL_REP
from tests.workflow.firm import count
from tests.workflow.signatory import DRAFT, SEATS, assigned, firm, gives, is_done, signed, signs
from workflow.ids import ItemKey, PackRef
from workflow.pack import Pack
from workflow.sign_errors import NotYourSignature
from workflow.signatures import ANY_ONE, SignTerms

PACKS = Path(__file__).parents[2] / "workflow" / "packs"
CALL = "call_centre@2.toml"
DRAFTED = (
    '[items.sign_draft]\ntitle = { zh = "老板签字:年报初稿", en = "Signature: draft report" }\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(PACKS, tmp_path / "packs")


def saying(folder: Path, sign: str, before: str = DRAFTED) -> Path:
    """The folder after the draft's signature, or another item, says so."""
    file = folder / CALL
    text = file.read_text()
    assert before in text, "the test edits what is not there"
    file.write_text(text.replace(before, f"{before}sign = {sign}\n", 1))
    return folder


def pack_of(folder: Path) -> Pack:
    return load_packs(folder)[PackRef("call_centre@2")]


def terms(pack: Pack, key: ItemKey = DRAFT) -> SignTerms:
    item = pack.find(key)
    assert item is not None
    return item.sign


@pytest.mark.parametrize(
    ("sign", "meant"),
    [
        ("{ quorum = 2 }", SignTerms(quorum=2)),
        ("{ own = false }", SignTerms(own=False)),
        ("{ quorum = 5, own = false }", SignTerms(quorum=5, own=False)),
        ("{}", ANY_ONE),
    ],
)
def test_a_pack_says_how_many_sign_and_whether_for_their_own_figures(
    folder: Path, sign: str, meant: SignTerms
) -> None:
    pack = pack_of(saying(folder, sign))

    assert terms(pack) == meant
    assert terms(pack, ItemKey("sign_differences")) == ANY_ONE


@pytest.mark.parametrize(
    ("sign", "fault"),
    [
        ("{ quorum = 0 }", "quorum: Input should be greater than or equal to 1"),
        ("{ quorum = 6 }", "quorum: Input should be less than or equal to 5"),
        ("{ quorum = 1.5 }", "quorum: Input should be a valid integer"),
        ('{ quorum = "two" }', "quorum: Input should be a valid integer"),
        ("{ quorum = true }", "quorum: Input should be a valid integer"),
        ('{ own = "no" }', "own: Input should be a valid boolean"),
        ("{ own = 0 }", "own: Input should be a valid boolean"),
        ("{ quorom = 2 }", "quorom: Extra inputs are not permitted"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(
    folder: Path, sign: str, fault: str
) -> None:
    with pytest.raises(PacksFaulty) as refused:
        load_packs(saying(folder, sign))

    (said,) = refused.value.faults
    assert said.startswith(f"{CALL}: items.sign_draft.sign.{fault}")


def test_only_of_a_signature_it_is_said_who_signs(folder: Path) -> None:
    paper = "[items.account_custody]\n"

    with pytest.raises(PacksFaulty) as refused:
        load_packs(saying(folder, "{ quorum = 2 }", paper))

    assert refused.value.faults == (
        f"{CALL}: items.account_custody: who signs is said of a signature",
    )


def test_two_sign_where_the_file_says_two(folder: Path) -> None:
    pack = pack_of(saying(folder, "{ quorum = 2 }"))

    once = signed(firm(pack), BOSS, pack)

    assert not is_done(once, DRAFT, pack)
    assert is_done(once, ItemKey("sign_differences"), pack)
    assert is_done(signed(once, LEGAL_REP, pack), DRAFT, pack)


def test_nobody_signs_for_their_own_figures_where_the_file_says_so(folder: Path) -> None:
    pack = pack_of(saying(folder, "{ own = false }"))
    company = assigned(firm(pack), {SEATS: BOSS, ItemKey("sign_differences"): LEGAL_REP})
    company = gives(company, SEATS, count(290), BOSS, pack)

    with pytest.raises(NotYourSignature):
        signs(company, BOSS, pack)
    assert is_done(signed(company, LEGAL_REP, pack), DRAFT, pack)

"""Sealed bytes: opened by their key under their name, and by nothing else, and never in part."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.cipher import BLOCK, MARK, SALT_BYTES, TAG_BYTES, KeyMissing, Keys, SealBroken, key_of

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
KEYS, PLAIN = Keys(KEY), Keys()
NAME = "evidence/abc"
HEAD = len(MARK) + 17 + SALT_BYTES
SEALED_BLOCK = BLOCK + TAG_BYTES

SIZES = st.one_of(
    st.integers(0, 100),
    st.sampled_from([k * BLOCK + n for k in (1, 2, 3) for n in (-1, 0, 1)]),
)


def sealed(content: bytes, keys: Keys = KEYS, name: str = NAME) -> bytes:
    return b"".join(keys.seal(name, [content]))


def three_blocks() -> bytes:
    return sealed(b"1" * BLOCK + b"2" * BLOCK + b"3" * 10)


def blocks_of(content: bytes) -> list[bytes]:
    return [content[at : at + SEALED_BLOCK] for at in range(HEAD, len(content), SEALED_BLOCK)]


@settings(deadline=None)
@given(
    size=SIZES,
    pieces=st.lists(st.integers(0, 2 * BLOCK), max_size=4),
    held=st.sampled_from([KEYS, PLAIN]),
)
def test_what_is_sealed_in_any_pieces_is_unsealed_whole(
    size: int, pieces: list[int], held: Keys
) -> None:
    content = (bytes(range(251)) * (size // 251 + 1))[:size]
    cuts = sorted({0, size, *(min(piece, size) for piece in pieces)})

    on_disk = b"".join(held.seal(NAME, [content[a:b] for a, b in itertools.pairwise(cuts)]))

    assert held.unseal(NAME, on_disk) == content
    assert key_of(on_disk) == held.present
    assert (on_disk == content) is (held is PLAIN)


@pytest.mark.parametrize(("size", "blocks"), [(0, 1), (1, 1), (BLOCK, 1), (BLOCK + 1, 2)])
def test_a_file_has_as_few_blocks_as_hold_it(size: int, blocks: int) -> None:
    assert len(sealed(b"x" * size)) == HEAD + size + blocks * TAG_BYTES


def test_a_file_sealed_by_the_first_version_still_opens() -> None:
    line = b"NIANBAO SEALED 1 " + (KEYS.present or "").encode() + b"\n"
    rest = bytes.fromhex(GOLDEN)

    assert KEYS.present == "e3b0ed06a7bcde4c"
    assert KEYS.unseal(NAME, line + rest) == "坐席 280".encode()


GOLDEN = "b3103403fe7194417044f9352307ab30e34c755c8496c7b1792ca46decd26a8ab5373943ce0f9bf9569f"
"""Salt, block and tag."""


def test_the_same_bytes_are_never_sealed_alike() -> None:
    assert sealed(b"x" * 100) != sealed(b"x" * 100)


@pytest.mark.parametrize("content", [b"", b"x", b"x" * 200])
def test_every_flipped_bit_is_refused(content: bytes) -> None:
    whole = sealed(content)
    marked = len(MARK) * 8  # before it the file only looks plain: the box and the store have sums

    for bit in range(marked, len(whole) * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises((SealBroken, KeyMissing)):
            KEYS.unseal(NAME, bytes(changed))


@settings(deadline=None)
@given(st.data())
def test_every_flipped_bit_of_a_large_file_is_refused(data: st.DataObject) -> None:
    whole = bytearray(three_blocks())
    bit = data.draw(st.integers(HEAD * 8, len(whole) * 8 - 1))
    whole[bit // 8] ^= 1 << bit % 8

    with pytest.raises(SealBroken):
        KEYS.unseal(NAME, bytes(whole))


@pytest.mark.parametrize(
    "length", [*range(len(MARK), HEAD + 20), HEAD + SEALED_BLOCK, HEAD + 2 * SEALED_BLOCK, -1, -10]
)
def test_every_cut_is_refused(length: int) -> None:
    with pytest.raises(SealBroken):
        KEYS.unseal(NAME, three_blocks()[:length])


@pytest.mark.parametrize(
    "order", [(1, 0, 2), (0, 2), (0, 1), (1, 2), (2,), (), (0, 1, 2, 2), (0, 0, 1, 2), (2, 1, 0)]
)
def test_blocks_in_another_order_are_refused(order: tuple[int, ...]) -> None:
    whole = three_blocks()
    blocks = blocks_of(whole)

    with pytest.raises(SealBroken):
        KEYS.unseal(NAME, whole[:HEAD] + b"".join(blocks[number] for number in order))


def test_a_block_of_another_file_under_the_same_name_is_refused() -> None:
    one, two = three_blocks(), three_blocks()

    with pytest.raises(SealBroken):
        KEYS.unseal(NAME, one[:HEAD] + blocks_of(two)[0] + one[HEAD + SEALED_BLOCK :])


def test_bytes_behind_the_end_are_refused() -> None:
    with pytest.raises(SealBroken):
        KEYS.unseal(NAME, three_blocks() + b"\0")


def test_a_file_in_the_place_of_another_is_refused() -> None:
    with pytest.raises(SealBroken, match="evidence/abd"):
        KEYS.unseal("evidence/abd", sealed(b"paper"))


@pytest.mark.parametrize("keys", [PLAIN, Keys(OTHER), Keys(None, [OTHER])])
def test_without_its_key_a_file_says_which_one_it_needs(keys: Keys) -> None:
    with pytest.raises(KeyMissing, match=f"{NAME}: needs the key {KEYS.present}") as caught:
        keys.unseal(NAME, sealed(b"paper"))

    assert caught.value.key == KEYS.present


def test_a_key_that_only_claims_the_id_opens_nothing() -> None:
    line = f"{KEYS.present}".encode()
    forged = sealed(b"paper", Keys(OTHER)).replace(f"{Keys(OTHER).present}".encode(), line)

    with pytest.raises(SealBroken):
        KEYS.unseal(NAME, forged)


def test_an_older_key_reads_and_the_present_one_writes() -> None:
    both = Keys(OTHER, [KEY])

    assert both.unseal(NAME, sealed(b"paper")) == b"paper"
    assert key_of(sealed(b"paper", both)) == Keys(OTHER).present


@pytest.mark.parametrize("ending", [b"", b"x", b"0" * 16 + b"\n", b"f" * 16 + b"\nmore", b"\n"])
def test_a_plain_file_made_to_look_sealed_comes_back_as_it_is(ending: bytes) -> None:
    content = MARK + ending

    on_disk = sealed(content, PLAIN)

    assert PLAIN.unseal(NAME, on_disk) == content
    assert KEYS.unseal(NAME, on_disk) == content
    assert key_of(on_disk) is None


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keys(b"x" * length)
    with pytest.raises(ValueError, match="32 bytes"):
        Keys(None, [b"x" * length])


def test_a_key_shows_nowhere() -> None:
    shown = repr(KEYS) + str(KEYS) + f"{KEYS.present}"

    assert repr(KEY) not in shown
    assert KEY.hex()[:8] not in shown

"""Encryption at rest: files sealed in blocks, under keys of the operator's, beside plain ones.

A sealed file is a line `NIANBAO SEALED 1 <key id>`, a salt, and blocks of 64 KiB, each with its
tag. Key and salt make a key for this file alone (HKDF, then AES-256-GCM). A block's nonce is its
number and whether it is the last; its associated data are the line and the file's name: so no
block can be changed, left out, added, moved, or taken to another file. Released, this form stays.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
BLOCK = 1 << 16
MARK = b"NIANBAO SEALED 1 "
SALT_BYTES = 16
TAG_BYTES = 16
NO_KEY = "0" * 16
"""Stands in the line of a plain file that would otherwise look like a sealed one."""
_LINE = re.compile(re.escape(MARK) + rb"([0-9a-f]{16})\n")


class KeyMissing(Exception):
    """A file whose key is not at hand: nothing is wrong with the file. For operators."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(
            f"{name}: needs the key {key}, which is neither NIANBAO_KEY nor in NIANBAO_OLD_KEYS"
        )
        self.key = key


class SealBroken(Exception):
    """A sealed file that its own key does not open: changed, cut, or another file's."""


class Keys:
    """The keys at hand: one to write with, if any, and all of them to read with.

    Each is 32 bytes of chance, ValueError for another length; known by an id that tells nothing
    of it. `present` is the id of the one to write with; without it new files are plain.
    """

    def __init__(self, present: bytes | None = None, older: Iterable[bytes] = ()) -> None:
        self.present = None if present is None else id_of(present)
        held = [*older] if present is None else [present, *older]
        self._secrets = {id_of(secret): secret for secret in held}

    def __contains__(self, key: str) -> bool:
        """Whether files of the key with that id can be read."""
        return key in self._secrets

    def seal(self, name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes as the file of that name has to hold them, sealed if there is a key for it."""
        if self.present is None:
            return _unmistakable(_blocks(chunks))
        return self._sealed(self.present, name, _blocks(chunks))

    def unseal(self, name: str, content: bytes) -> bytes:
        """What was given to `seal` for the file of that name; KeyMissing, SealBroken.

        All of it or nothing: no byte comes out before the last one is proved.
        """
        if not content.startswith(MARK):
            return content
        line = _LINE.match(content)
        if line is None:
            raise SealBroken(_broken(name))
        key, rest = line[1].decode(), content[line.end() :]
        if key == NO_KEY:
            return rest
        if key not in self:
            raise KeyMissing(name, key)
        return self._unsealed(key, name, rest)

    def _sealed(self, key: str, name: str, blocks: Iterable[tuple[bytes, bool]]) -> Iterator[bytes]:
        salt = secrets.token_bytes(SALT_BYTES)
        cipher, bound = self._cipher(key, salt), _bound(key, name)
        yield _line(key) + salt
        for number, (block, is_last) in enumerate(blocks):
            yield cipher.encrypt(_nonce(number, is_last=is_last), block, bound)

    def _unsealed(self, key: str, name: str, rest: bytes) -> bytes:
        cipher, bound = self._cipher(key, rest[:SALT_BYTES]), _bound(key, name)
        starts = range(SALT_BYTES, max(len(rest), SALT_BYTES + 1), BLOCK + TAG_BYTES)
        try:
            return b"".join(
                cipher.decrypt(
                    _nonce(number, is_last=start == starts[-1]),
                    rest[start : start + BLOCK + TAG_BYTES],
                    bound,
                )
                for number, start in enumerate(starts)
            )
        except InvalidTag:
            raise SealBroken(_broken(name)) from None

    def _cipher(self, key: str, salt: bytes) -> AESGCM:
        """A cipher for one file: its nonces may count from 0, no other file has its key."""
        derivation = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=MARK)
        return AESGCM(derivation.derive(self._secrets[key]))


def id_of(secret: bytes) -> str:
    """16 hexadecimal digits by which a key is known; ValueError unless it has 32 bytes."""
    if len(secret) != KEY_BYTES:
        message = f"a key has {KEY_BYTES} bytes, not {len(secret)}"
        raise ValueError(message)
    return hashlib.sha256(b"nianbao key id\n" + secret).hexdigest()[: len(NO_KEY)]


def key_of(beginning: bytes) -> str | None:
    """Id of the key that a file beginning like this was sealed with; None for a plain one."""
    line = _LINE.match(beginning)
    return None if line is None or line[1].decode() == NO_KEY else line[1].decode()


def _blocks(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The same bytes in blocks of one size, the last marked; no bytes at all are an empty block."""
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) > BLOCK:
            yield bytes(waiting[:BLOCK]), False
            del waiting[:BLOCK]
    yield bytes(waiting), True


def _unmistakable(blocks: Iterable[tuple[bytes, bool]]) -> Iterator[bytes]:
    """Plain bytes; those that a stranger made to look sealed get a line that says they are not."""
    for number, (block, _) in enumerate(blocks):
        if number == 0 and block.startswith(MARK):
            yield _line(NO_KEY)
        yield block


def _line(key: str) -> bytes:
    return MARK + key.encode() + b"\n"


def _bound(key: str, name: str) -> bytes:
    return _line(key) + name.encode()


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11) + bytes([is_last])


def _broken(name: str) -> str:
    return f"{name}: its key does not open it"

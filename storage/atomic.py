"""TinyDB's way to the disk, made safe: whole files with a checksum, replaced in one instant.

A file is one header line `{"schema":…,"seq":…,"sha256":…}` and a body of JSON, sealed if there is
a key (storage/cipher.py); the checksum is that of the body as it stands, so that damage shows
without the key. The generation before stands beside it as `<name>.prev`; at every instant one
whole generation bears a known name.
"""

import errno
import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import orjson
from tinydb import Storage

from storage.cipher import Keys, SealBroken, key_of
from storage.disk import Disk

# TinyDB's own shape of a storage's content: table -> document id -> document.
Tables: TypeAlias = dict[str, dict[str, Any]]


class FileDamaged(Exception):
    """A file that does not hold what was once written to it; it is left as it is."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


class FileTooNew(FileDamaged):
    """A whole file, written by a later version of this program."""


def previous_of(path: Path) -> Path:
    """Where the generation before is kept."""
    return path.with_name(path.name + ".prev")


class AtomicStorage(Storage):
    """One file; `schema` is what we write and the newest we read.

    With `resting` the file itself is set aside as damaged: the previous generation is read, and
    the next write goes on from it, leaving it where it is.
    """

    def __init__(
        self,
        path: Path,
        disk: Disk,
        schema: int,
        keys: Keys | None = None,
        *,
        resting: bool = False,
    ) -> None:
        self._path = path
        self._source = previous_of(path) if resting else path
        self._disk = disk
        self._keys = keys or Keys()
        self._newest_schema = schema
        self.schema = schema
        """The schema of what was read last."""
        self._seq = 0

    def read(self) -> Tables | None:
        """The tables, None if there never was such a file; FileDamaged, FileTooNew, KeyMissing."""
        try:
            content = self._content()
        except FileNotFoundError:
            if previous_of(self._path).exists():
                raise FileDamaged(
                    self._path, "missing, though its previous copy is there"
                ) from None
            return None
        return self._open(content)

    def write(self, data: Tables) -> None:
        """Make the tables the next generation, durably; OSError if the disk refuses."""
        parts = self._sealed(self._newest_schema, self._seq + 1, orjson.dumps(data))
        self._put(parts, self._path, self._keep_previous)

    def reseal(self) -> bool:
        """Bring this generation, as it is, under the present key; whether that was needed.

        FileDamaged, KeyMissing; OSError if it cannot be read, or the disk refuses.
        """
        schema, seq, sealed = self._parted(self._content())
        if key_of(sealed) == self._keys.present:
            return False
        body = self._unsealed(schema, seq, sealed)
        self._put(self._sealed(schema, seq, body), self._source, lambda: None)
        return True

    def _content(self) -> bytes:
        try:
            return self._source.read_bytes()
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            raise FileDamaged(self._source, "the disk cannot read it") from error

    def _put(self, parts: Iterable[bytes], target: Path, before: Callable[[], None]) -> None:
        fresh = self._path.with_name(self._path.name + ".new")
        try:
            self._disk.write_new(fresh, parts)
            self._disk.sync(fresh)
            before()
            self._disk.replace(fresh, target)
        except OSError:
            with suppress(OSError):
                self._disk.remove(fresh)
            raise
        self._disk.sync(self._path.parent)

    def _keep_previous(self) -> None:
        """Let the present file bear the name of the previous one too, never neither."""
        previous = previous_of(self._path)
        # after a crash just here both names are one file already, and rename() would do nothing
        if not self._path.exists() or (previous.exists() and previous.samefile(self._path)):
            return
        second_name = self._path.with_name(self._path.name + ".keep")
        self._disk.remove(second_name)
        self._disk.link(self._path, second_name)
        self._disk.replace(second_name, previous)

    def _open(self, content: bytes) -> Tables:
        schema, seq, sealed = self._parted(content)
        if schema > self._newest_schema:
            raise FileTooNew(self._source, f"schema {schema} is newer than {self._newest_schema}")
        self.schema, self._seq = schema, seq
        tables: Tables = orjson.loads(self._unsealed(schema, seq, sealed))
        return tables

    def _parted(self, content: bytes) -> tuple[int, int, bytes]:
        """Schema, sequence and body of whole content, the body as it stands."""
        header, newline, body = content.partition(b"\n")
        schema, seq = self._read_header(header)
        if header + newline != _header(schema, seq, body):
            raise FileDamaged(self._source, "does not match its checksum")
        return schema, seq, body

    def _sealed(self, schema: int, seq: int, body: bytes) -> tuple[bytes, bytes]:
        """Header and body as they have to stand."""
        sealed = b"".join(self._keys.seal(self._name(schema, seq), [body]))
        return _header(schema, seq, sealed), sealed

    def _unsealed(self, schema: int, seq: int, sealed: bytes) -> bytes:
        try:
            return self._keys.unseal(self._name(schema, seq), sealed)
        except SealBroken:
            raise FileDamaged(self._source, "its key does not open it") from None

    def _name(self, schema: int, seq: int) -> str:
        """What a seal is bound to: the same for both generations' places, never the folder."""
        return f"companies/{self._path.name}, schema {schema}, generation {seq}"

    def _read_header(self, header: bytes) -> tuple[int, int]:
        try:
            facts = orjson.loads(header)
            return int(facts["schema"]), int(facts["seq"])
        except (ValueError, TypeError, KeyError):
            raise FileDamaged(self._source, "has no header of ours") from None


def _header(schema: int, seq: int, body: bytes) -> bytes:
    """The header line; the checksum covers the header's own numbers and the body."""
    digest = hashlib.sha256(b"%d %d\n" % (schema, seq) + body).hexdigest()
    return orjson.dumps({"schema": schema, "seq": seq, "sha256": digest}) + b"\n"


def leftovers_of(path: Path) -> tuple[Path, Path]:
    """Names that a write interrupted by a crash may leave behind; they hold nothing of worth."""
    return path.with_name(path.name + ".new"), path.with_name(path.name + ".keep")

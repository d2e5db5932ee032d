"""The evidence box: files handed in, kept under random names, known by their content.

With a key they are sealed on the disk (storage/cipher.py); size and SHA-256 stay those of the file.
"""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from storage.cipher import Keys, SealBroken
from storage.disk import Disk, is_plain, make_folder
from workflow.errors import NoSuchItem, NotSaved
from workflow.given import FileRef
from workflow.ids import FileId

INCOMING = "incoming"
CHUNK = 1 << 16
LONGEST_NAME = 120
"""Characters of a name that is kept; the ending (.pdf) survives the cut."""
LONGEST_ENDING = 12


class EvidenceDamaged(Exception):
    """A file that no longer is what was handed in; it is left as it is. For operators."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: is not what was handed in")


class FileBox:
    """Files at `<folder>/<first two of id>/<id>`; what is being written stands in `incoming`."""

    def __init__(
        self,
        folder: Path,
        new_id: Callable[[], str],
        disk: Disk | None = None,
        keys: Keys | None = None,
    ) -> None:
        self._folder = folder
        self._keys = keys or Keys()
        self._incoming = folder / INCOMING
        self._new_id = new_id
        self._disk = disk or Disk()
        make_folder(self._incoming)
        for left_over in self._incoming.iterdir():
            left_over.unlink()

    def put(self, source: BinaryIO, name: str, media_type: str) -> FileRef:
        """Keep the bytes, read to their end; NotSaved if the disk refuses, and nothing is kept."""
        file = FileId(self._new_id())
        place = place_of(self._folder, file)
        fresh = self._incoming / file
        content = _Measured(source)
        try:
            self._disk.write_new(fresh, self._keys.seal(sealed_name(file), content))
            self._settle(fresh, place)
        except OSError as error:
            raise NotSaved from error
        finally:
            with suppress(OSError):
                self._disk.remove(fresh)
        return FileRef(file, clean_name(name), media_type, content.size, content.sha256)

    def read(self, file: FileRef) -> bytes:
        """The bytes that were handed in; raises what `read_evidence` does."""
        return read_evidence(self._folder, self._keys, file)

    def _settle(self, fresh: Path, place: Path) -> None:
        """Give the finished file its name; a name that is taken is refused, never overwritten."""
        self._disk.sync(fresh)
        if not place.parent.exists():
            make_folder(place.parent)
            self._disk.sync(self._folder)
        self._disk.link(fresh, place)
        self._disk.sync(place.parent)


def read_evidence(folder: Path, keys: Keys, file: FileRef) -> bytes:
    """The bytes that were handed in, also beside a running bot; NoSuchItem if they are not here.

    EvidenceDamaged if they have changed; KeyMissing if they were sealed with another key.
    """
    place = place_of(folder, file.id)
    if not is_plain(file.id) or not place.is_file():
        raise NoSuchItem
    try:
        content = keys.unseal(sealed_name(file.id), place.read_bytes())
    except SealBroken:
        raise EvidenceDamaged(place) from None
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise EvidenceDamaged(place)
    return content


def place_of(folder: Path, file: FileId) -> Path:
    """Where a file of that id stands in the evidence folder."""
    return folder / file[:2] / file


def sealed_name(file: FileId) -> str:
    """The name that a file's seal is bound to."""
    return f"evidence/{file}"


def clean_name(name: str) -> str:
    """The name its sender gave, fit for a screen: no folders, controls or bidi marks; never empty."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(_shown(sign) for sign in unicodedata.normalize("NFC", base))
    words = " ".join(shown.split()).strip(". ")
    if len(words) <= LONGEST_NAME:
        return words or "file"
    stem, dot, ending = words.rpartition(".")
    if not stem or len(ending) > LONGEST_ENDING:
        return words[:LONGEST_NAME].strip()
    return stem[: LONGEST_NAME - len(ending) - 1].strip() + dot + ending


def _shown(sign: str) -> str:
    """The sign; a space for a blank; nothing for controls, bidi marks, surrogates, private use."""
    kind = unicodedata.category(sign)
    if kind.startswith("Z") or sign in "\t\r\n":
        return " "
    return "" if kind.startswith("C") else sign


class _Measured:
    """The source's bytes in chunks, once; their count and SHA-256 grow as they pass."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._digest = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self._source.read(CHUNK):
            self._digest.update(chunk)
            self.size += len(chunk)
            yield chunk

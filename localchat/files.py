"""The files people and the bot have sent."""

import mimetypes
import re
import secrets
from dataclasses import dataclass
from pathlib import PurePosixPath

from localchat.store import Store
from localchat.wire import Wire, not_found, refuse

# The cloud Bot API: a bot can fetch 20 MB, send 50 MB, and photos of 10 MB.
DOWNLOAD_LIMIT = 20 << 20
UPLOAD_LIMIT = 50 << 20
PHOTO_LIMIT = 10 << 20

_PLAIN_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in; size is what the sender declares, in bytes."""

    name: str
    content: bytes
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that is kept, without its bytes."""

    id: str
    path: str
    name: str
    mime: str
    size: int

    def wire(self) -> Wire:
        """The fields every kind of file has in the Bot API."""
        return {"file_id": self.id, "file_unique_id": self.id[-16:], "file_size": self.size}


def upload(name: str, content: bytes, mime: str | None = None, size: int | None = None) -> Upload:
    """A file with what is not said filled in: the type by its name, the size by its bytes."""
    guessed = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Upload(name, content, guessed, len(content) if size is None else size)


class Files:
    """Files by their id and by the path from which they are fetched."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, folder: str, file: Upload) -> FileRecord:
        """Keep a file under folders named as Telegram's: documents, photos, voice."""
        suffix = _PLAIN_SUFFIX.search(PurePosixPath(file.name).name)
        path = f"{folder}/file_{self._store.next_number('file')}{suffix.group() if suffix else ''}"
        record = FileRecord(secrets.token_urlsafe(32), path, file.name, file.mime, file.size)
        row = (record.id, path, file.name, file.mime, file.size, file.content)
        self._store.db.execute("insert into files values(?, ?, ?, ?, ?, ?)", row)
        return record

    def find(self, file_id: str) -> FileRecord:
        """The record of a file; raises ApiError for an unknown id."""
        query = "select id, path, name, mime, size from files where id = ?"
        row = self._store.db.execute(query, (file_id,)).fetchone()
        if row is None:
            refuse("wrong file_id or the file is temporarily unavailable")
        return FileRecord(*row)

    def content(self, file_id: str) -> bytes:
        """The bytes of a file; raises ApiError 404 for an unknown id."""
        query = "select content from files where id = ?"
        row = self._store.db.execute(query, (file_id,)).fetchone()
        if row is None:
            raise not_found()
        return bytes(row[0])

    def content_at(self, path: str) -> bytes:
        """The bytes behind a download path; raises ApiError 404 for an unknown one."""
        row = self._store.db.execute("select id from files where path = ?", (path,)).fetchone()
        if row is None:
            raise not_found()
        return self.content(row[0])

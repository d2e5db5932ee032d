"""Files that people send: refused by rule, or fetched, looked into and put in the evidence box."""

import asyncio
import logging
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import httpx
from telegram.error import BadRequest, TelegramError

from chat.talk import RefusedFile, SentFile, Sheet, SheetUnreadable
from gateway.calls import Calls, Sleep, back_off
from gateway.config import FilesSection
from gateway.content import Content, look_into
from gateway.failures import says
from gateway.incoming import OfferedFile
from gateway.kinds import KINDS, kind_of
from gateway.ports import ReadSheet
from workflow.errors import NotSaved
from workflow.given import FileRef
from workflow.ports import EvidenceBox

log = logging.getLogger(__name__)

MB = 1024 * 1024
_TRIES = 3
_AT_ONCE = 8
_CHUNK = 64 * 1024
_READ_AS_SHEET = 2 * MB
_LONGEST_NAME = 60
_RESERVE = 200 * MB
"""Room that files leave on the disk, so that ticks can still be kept."""


@dataclass(frozen=True, slots=True)
class FileRules:
    """What is taken: bytes at most, and the kinds by their endings."""

    largest: int
    kinds: tuple[str, ...]

    def refuse_offer(self, offer: OfferedFile) -> RefusedFile | None:
        """What can be refused by its description, before a byte is fetched."""
        kind = kind_of(offer.name, offer.media_type)
        if offer.size == 0:
            return RefusedFile("file-empty", {"name": shown_name(offer.name)})
        if offer.size is not None and offer.size > self.largest:
            return self.too_big(offer.size)
        if kind not in self.kinds:
            return RefusedFile("file-kind-refused", {"kind": kind, "kinds": ", ".join(self.kinds)})
        return None

    def refuse_content(self, name: str, kind: str, content: Content) -> RefusedFile | None:
        """What can be refused by the bytes."""
        facts = {"name": shown_name(name), "kind": kind}
        if content.is_encrypted:
            return RefusedFile("file-encrypted", facts)
        if content.has_macros:
            return RefusedFile("file-has-macros", facts)
        if content.family not in KINDS[kind].families:
            return RefusedFile("file-not-what-it-says", facts)
        return None

    def too_big(self, size: int) -> RefusedFile:
        """The refusal of so many bytes; in whole MB, rounded so that it is more than the limit."""
        facts = {"size_mb": -(-size // MB), "limit_mb": self.largest // MB}
        return RefusedFile("file-too-big", facts)


def rules_of(section: FilesSection) -> FileRules:
    """The rules as configured."""
    return FileRules(section.largest_mb * MB, section.kinds)


def shown_name(name: str) -> str:
    """A name as short as a sentence can bear, on one line."""
    return "".join(sign if sign.isprintable() else " " for sign in name)[:_LONGEST_NAME]


class _TooBig(Exception):
    """More bytes came than were told."""


class Files:
    """Takes files for the desk; holds at most a few at once, on disk, never whole in memory."""

    def __init__(
        self,
        calls: Calls,
        rules: FileRules,
        box: EvidenceBox,
        read_sheet: ReadSheet,
        folder: Path,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._calls = calls
        self._rules = rules
        self._box = box
        self._read_sheet = read_sheet
        self._folder = folder
        self._sleep = sleep
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._client = httpx.AsyncClient(timeout=30.0, headers={"Accept-Encoding": "identity"})

    def open(self) -> None:
        """Make the folder for what is under way, without what an earlier life left in it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, mode=0o700)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def take(self, offer: OfferedFile) -> SentFile | RefusedFile:
        """Check, fetch, check again and keep; raises TokenRevoked."""
        refused = self._rules.refuse_offer(offer)
        if refused:
            return refused
        if shutil.disk_usage(self._folder).free < self._rules.largest + _RESERVE:
            log.error("disk nearly full, file refused")
            return RefusedFile(NotSaved.sentence, {})
        async with self._turns:
            with tempfile.TemporaryDirectory(dir=self._folder) as own:
                return await self._fetch(offer, Path(own) / "arriving")

    async def _fetch(self, offer: OfferedFile, arriving: Path) -> SentFile | RefusedFile:
        try:
            size = await self._download(offer, arriving)
        except _TooBig:
            return self._rules.too_big(self._rules.largest + 1)
        except (TelegramError, httpx.HTTPError) as error:
            return self._lost(offer, error)
        if size == 0:
            return RefusedFile("file-empty", {"name": shown_name(offer.name)})
        return await self._keep(offer, arriving)

    def _lost(self, offer: OfferedFile, error: Exception) -> RefusedFile:
        if isinstance(error, BadRequest) and says(error, "file is too big"):
            return self._rules.too_big(max(offer.size or 0, self._rules.largest + 1))
        log.warning("file not fetched", extra={"error": type(error).__name__})
        return RefusedFile("file-lost-on-the-way", {"name": shown_name(offer.name)})

    async def _download(self, offer: OfferedFile, arriving: Path) -> int:
        """Fetch the bytes; how many. A download may be repeated without harm."""
        file = await self._calls.surely(None, lambda: self._calls.bot.get_file(offer.id))
        for attempt in range(_TRIES - 1):
            try:
                return await self._stream(file.file_path or "", arriving)
            except httpx.HTTPError:
                await self._sleep(back_off(attempt))
        return await self._stream(file.file_path or "", arriving)

    async def _stream(self, address: str, arriving: Path) -> int:
        with arriving.open("wb") as bytes_kept:
            async with self._client.stream("GET", address) as response:
                if response.status_code != httpx.codes.OK:
                    # Not raise_for_status: its words hold the address, and in it the token.
                    message = f"status {response.status_code}"
                    raise httpx.ProtocolError(message)
                async for chunk in response.aiter_bytes(_CHUNK):
                    bytes_kept.write(chunk)
                    if bytes_kept.tell() > self._rules.largest:
                        raise _TooBig
            return bytes_kept.tell()

    async def _keep(self, offer: OfferedFile, path: Path) -> SentFile | RefusedFile:
        """Look into the bytes and keep them, off the loop."""
        kind = kind_of(offer.name, offer.media_type)
        content = await asyncio.to_thread(look_into, path)
        refused = self._rules.refuse_content(offer.name, kind, content)
        if refused:
            return refused
        try:
            file = await asyncio.to_thread(self._put, path, offer.name, KINDS[kind].media_type)
        except NotSaved:
            log.exception("file not kept")
            return RefusedFile(NotSaved.sentence, {})
        sheet = await self._sheet(path, kind, content, file)
        return SentFile(file, offer.caption, offer.album, sheet)

    def _put(self, path: Path, name: str, media_type: str) -> FileRef:
        with path.open("rb") as source:
            return self._box.put(source, name, media_type)

    async def _sheet(
        self, path: Path, kind: str, content: Content, file: FileRef
    ) -> Sheet | SheetUnreadable | None:
        """The cells, if it is a table small enough to be one that people fill in."""
        ending = "csv" if kind == "csv" else content.family
        if ending not in {"csv", "xlsx"} or file.size > _READ_AS_SHEET:
            return None
        return await self._read_sheet(_named(path, ending))


def _named(path: Path, ending: str) -> Path:
    """The same file under a name with an ending: who reads tables goes by it."""
    return path.rename(path.with_suffix(f".{ending}"))

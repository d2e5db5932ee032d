"""Makes papers in a process of their own: words and hundreds of rows take seconds, and no chat waits."""

import asyncio

from reports.paper import Format
from reports.paper_order import Order, SealedPack
from reports.workshop import Ware, Workshop, child
from workflow.ids import PackRef

MOST_BYTES = 10 * 1024 * 1024
"""Of a paper; a larger one is a fault of ours."""
_BEGINS = {Format.XLSX: b"PK\x03\x04", Format.DOCX: b"PK\x03\x04", Format.PDF: b"%PDF-"}
_CHILD = child("reports.paper_child")


class Clerk:
    """Makes one paper at a time by default; the others wait for their turn.

    `patience` in seconds bounds one paper by the wall clock. It is long, since a paper gives way to
    all else; its processor time is bounded by the child. `command` starts the child, which is told
    the format.
    """

    def __init__(
        self, *, at_once: int = 1, patience: float = 60, command: tuple[str, ...] = _CHILD
    ) -> None:
        self._workshop = Workshop(at_once=at_once, patience=patience)
        self._command = command
        self._packs: dict[PackRef, SealedPack] = {}

    async def write(self, order: Order, format_: Format) -> bytes:
        """The file; CouldNotMake. No process outlives the call, cancelled or not."""
        asked = await asyncio.to_thread(self._told, order)
        ware = Ware(_BEGINS[format_], MOST_BYTES)
        return await self._workshop.make((*self._command, format_), asked, ware)

    def _told(self, order: Order) -> bytes:
        pack = order.paper.pack
        known = self._packs.get(pack.ref)
        if known is None or known.pack is not pack:
            known = self._packs[pack.ref] = SealedPack(pack)
        return known.around(order)

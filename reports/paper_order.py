"""A paper on order, on its way to the process that puts it into words and writes it."""

import io
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflow.any_paper import AnyPaper
from workflow.pack import Pack
from workflow.paper_record import PaperRecord


@dataclass(frozen=True, slots=True)
class Order:
    """What stands on the paper, its number, and for whom it is worded."""

    paper: AnyPaper
    record: PaperRecord
    locale: str
    zone: str
    """By its name: Asia/Shanghai."""


class SealedPack:
    """A pack made ready once for all orders of its papers: it is most of what an order holds."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._content = pickle.dumps(pack)
        self._places = {id(part): place for place, part in enumerate(_parts(pack))}

    def around(self, order: Order) -> bytes:
        """The order, its pack and parts of its pack told by their places."""
        told = io.BytesIO()
        _Packer(told, self._places).dump(order)
        return pickle.dumps((self._content, told.getvalue()))


def opened(told: bytes) -> Order:
    """What `SealedPack.around` made; of nobody else's making, since whoever writes it runs here."""
    content, order = pickle.loads(told)  # noqa: S301 - our own process wrote it, through a pipe
    parts = tuple(_parts(pickle.loads(content)))  # noqa: S301 - as above
    found = _Opener(io.BytesIO(order), parts).load()
    if not isinstance(found, Order):
        raise TypeError(found)
    return found


def _parts(pack: Pack) -> Iterator[object]:
    """What papers share with their pack, in one order."""
    yield pack
    yield from pack.items
    yield from pack.rules


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, places: Mapping[int, int]) -> None:
        super().__init__(file)
        self._places = places

    def persistent_id(self, obj: object) -> int | None:
        return self._places.get(id(obj))


class _Opener(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, parts: tuple[object, ...]) -> None:
        super().__init__(file)
        self._parts = parts

    def persistent_load(self, pid: int) -> object:
        return self._parts[pid]

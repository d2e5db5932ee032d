"""What is being asked, or still to be done, while a list of clients is brought in."""

from dataclasses import dataclass
from typing import Literal

from workflow.client_list import BadLine
from workflow.clients import Client


@dataclass(frozen=True, slots=True)
class ClientsAsked:
    """The list is waited for."""

    tag: Literal["clients_asked"] = "clients_asked"


@dataclass(frozen=True, slots=True)
class ClientsRead:
    """A list was read: nothing is built before it is said; its bad lines can be fetched."""

    list: str
    """By what its buttons know it."""
    clients: tuple[Client, ...]
    bad: tuple[BadLine, ...]
    tag: Literal["clients_read"] = "clients_read"


@dataclass(frozen=True, slots=True)
class Building:
    """A list that is being built, a company at a time: kept with each, so that none is forgotten."""

    list: str
    total: int
    left: tuple[Client, ...]
    bad: tuple[BadLine, ...]
    built: int = 0
    completed: int = 0
    """Known ones that have got a season."""
    refused: tuple[str, ...] = ()
    """The names of those that could not be built or completed."""
    tag: Literal["building"] = "building"

    @property
    def done(self) -> int:
        """How many are behind us."""
        return self.total - len(self.left)

    @property
    def known(self) -> int:
        """How many lacked nothing."""
        return self.done - self.built - self.completed - len(self.refused)

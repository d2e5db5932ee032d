"""What a table of presses holds: a handler, and what its button carries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from chat.card import Replies
from chat.session import Session
from workflow.errors import WorkflowError


class OldButton(WorkflowError):
    """A button whose arguments cannot be read: another version made it, or somebody else."""

    sentence = "toast-old-button"


LARGEST = 1 << 52
"""No number of ours or of the messenger's is larger (core.telegram.org, `Chat.id`)."""


def whole(text: str) -> int:
    """A number that a button or a link carries; ValueError beyond what any disk or button takes."""
    number = int(text)
    if abs(number) > LARGEST:
        message = "no number of ours"
        raise ValueError(message)
    return number


Value = TypeVar("Value")


class Args(tuple[str, ...]):
    """What a button carries. One that cannot be read is an OldButton: nothing begun is kept."""

    __slots__ = ()

    def number(self, place: int) -> int:
        """A page, a version, a place in a list, a group."""
        return self.read(place, whole)

    def day(self, place: int) -> date:
        """A day in ISO form."""
        return self.read(place, date.fromisoformat)

    def read(self, place: int, reader: Callable[[str], Value]) -> Value:
        """What else `reader` makes of it: one of a closed set."""
        try:
            return reader(self[place])
        except ValueError:
            raise OldButton from None


Handler = Callable[[Session, Args], Replies]


@dataclass(frozen=True, slots=True)
class Route:
    """A handler and how many arguments its button carries."""

    arguments: int
    handler: Handler

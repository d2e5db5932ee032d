"""What a group's board says: made by the desk, kept up to date by the edge."""

from dataclasses import dataclass

from chat.talk import Message


@dataclass(frozen=True, slots=True)
class BoardView:
    """What a group's board says now: of the company as it was after its event `seq`."""

    message: Message
    topic: int
    """The forum topic it stands in; 0 for none."""
    seq: int

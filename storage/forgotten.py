"""Somebody who is erased: how they are known in what people wrote, and what stands there instead."""

import re
from dataclasses import dataclass

from workflow.channels import ChannelKind
from workflow.ids import FileId, PersonId, SeasonId
from workflow.record import ERASED_NAME
from workflow.team import Robot

MARK = ERASED_NAME
SHORTEST_NAME = 2
SHORTEST_ID = 4
"""Characters; anything shorter is only known where it stands alone: 李 is in too many words."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Whom to take out, and the opaque id that stands for them afterwards."""

    person: PersonId
    names: frozenset[str]
    """All by which they are known: their names, and where they are reached beside Telegram."""
    alias: PersonId
    files: frozenset[FileId] = frozenset()
    """Files that go with them."""
    left_out: frozenset["LeftOut"] = frozenset()
    """What they dropped from the seasons of the company at hand."""

    def without(self, text: str) -> str:
        """The text with a mark for their name, and the alias for their id."""
        if text in self.names:
            return MARK
        if text == self.person:
            return self.alias
        for name in sorted(self.names, key=len, reverse=True):
            if len(name) >= SHORTEST_NAME:
                text = text.replace(name, MARK)
        if len(self.person) < SHORTEST_ID:
            return text
        return re.sub(rf"(?<![0-9A-Za-z]){re.escape(self.person)}(?![0-9A-Za-z])", self.alias, text)

    def is_in(self, text: str) -> bool:
        """Whether the text names them."""
        return self.without(text) != text

    def owns(self, robot: Robot) -> bool:
        """Whether it is their mailbox: the key of a group's robot is no person's."""
        written = {name.casefold() for name in self.names}
        return robot.address.kind is ChannelKind.MAIL and robot.address.target.casefold() in written

    def who(self, person: PersonId) -> PersonId:
        """The person, or the alias in their place."""
        return self.alias if person == self.person else person


LeftOut = tuple[SeasonId | None, str, str]
"""A season, the item or step dropped from it, and why."""

"""A claim: what is about to leave is said on disk when its turn has come, and not before."""

from collections.abc import Callable
from dataclasses import dataclass


class TakenMeanwhile(Exception):
    """Something of it is not waiting any more, or another message is on its way to them."""


@dataclass(slots=True)
class Claim:
    """Taken once, before the first call leaves; so a crash leaves in doubt only what was on the wire."""

    take: Callable[[], bool]
    """Says it on disk; False where it cannot be had. Raises NotSaved when the disk refuses."""
    is_made: bool = False

    def __call__(self) -> None:
        """Raises TakenMeanwhile, and what `take` raises."""
        if self.is_made:
            return
        if not self.take():
            raise TakenMeanwhile
        self.is_made = True

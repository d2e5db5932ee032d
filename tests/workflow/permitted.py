"""An action of the workflow beside the right it needs."""

from collections.abc import Callable
from dataclasses import dataclass

from workflow.change import Doer
from workflow.model import Company, Outcome
from workflow.permissions import Action


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done to a company, and what one must be allowed for it."""

    needs: Action
    do: Callable[[Company, Doer], Outcome]

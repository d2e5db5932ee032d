"""Every instant that is kept says its zone."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.workflow.firm import MANAGER
from workflow.events import Event, EventKind
from workflow.given import Confirmed, Entry
from workflow.model import Filing, FilingFact

TODAY = date(2027, 1, 4)
KEPT: dict[str, Callable[[datetime], Entry | Filing | Event]] = {
    "entry": lambda at: Entry(1, MANAGER, at, Confirmed("王经理")),
    "filing": lambda at: Filing(FilingFact.OPENED, TODAY, MANAGER, at),
    "event": lambda at: Event(1, at, MANAGER, EventKind.HANDED_IN),
}


@pytest.mark.parametrize("keep", KEPT.values(), ids=KEPT)
def test_an_instant_without_a_zone_is_not_kept(
    keep: Callable[[datetime], Entry | Filing | Event],
) -> None:
    aware = datetime(2027, 1, 4, 9, tzinfo=UTC)

    assert keep(aware).at == aware
    with pytest.raises(ValueError, match="zone"):
        keep(aware.replace(tzinfo=None))

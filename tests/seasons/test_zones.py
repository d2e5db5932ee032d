"""A season in a zone that changes its hour on the way: each morning comes once, at its hour."""

from zoneinfo import ZoneInfo

import pytest

from tests.seasons import life
from tests.seasons.town import Protocol
from workflow.reminders import RungKind

MIDDAY = 12


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Pacific/Apia"]
)
def test_a_season_keeps_its_promises_where_the_hour_changes(name: str) -> None:
    zone = ZoneInfo(name)

    town = life.lived([], [], [], [], Protocol(zone=name))

    life.judge(town)
    hours = {each.at.astimezone(zone).hour for each in town.wire.arrived}
    assert hours == {9, MIDDAY}
    assert any(
        kept.owed.rung.kind is RungKind.STATUTORY for kept in town.store.ledger.kept.values()
    )

"""The rooms that the bot lives in are tied together: rules count by the calendar of the house."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from chat.session import Access, Door
from gateway.config import load
from running.rooms import open_rooms
from tests.workflow.golden import told
from workflow.checks import Verdict, run
from workflow.ids import PackRef
from workflow.pack import Pack
from workflow.rules import RuleKey

MEETINGS = PackRef("multi_party@2")
SPRING_FESTIVAL = "服务器 IP 变更及备案=2026-02-13,1.1.1.1,2.2.2.2,2026-02-27"
"""Ten weekdays later, five of them working days: the Saturday before counts, the holiday does not."""


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[Mapping[PackRef, Pack]]:
    written = tmp_path / "config.toml"
    written.write_text(f'[data]\nfolder = "{tmp_path / "data"}"\n')
    rooms = open_rooms(load(written, {}), Access(Door.ANYBODY))
    yield rooms.desk.house.packs
    rooms.journal.close()


def test_the_rules_of_the_house_count_its_working_days(packs: Mapping[PackRef, Pack]) -> None:
    company, season = told(packs[MEETINGS], SPRING_FESTIVAL)

    checks = {each.rule.key: each.verdict for each in run(company, season, packs[MEETINGS])}

    assert checks[RuleKey("r26_late")] is Verdict.PASSED

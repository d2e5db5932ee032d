"""What is said after the bot was down for long: each thing once, and nothing of days gone by."""

from dataclasses import replace
from datetime import date

from tests.chat.morning import ME, at, message, of_kind, told, waiting
from tests.chat.stage import OURS, SEASON, stage
from workflow.ids import CompanyId, SeasonId
from workflow.reminders import Ending, Owed, Pending, Recipient, Rung, RungKind
from workflow.team import Group

GROUP = Recipient("-100500")


def test_a_count_day_that_has_passed_is_not_announced() -> None:
    one = stage()
    counted = Rung(
        SeasonId(SEASON), RungKind.COUNT_DAY, "", date(2026, 12, 31), -30, date(2026, 12, 1)
    )
    owed = Owed(CompanyId(OURS), counted, ME, at("01-01"))

    digest = told(one, at("03-29"), pending=[Pending(owed)])

    assert digest.send is None
    assert digest.ends[owed.key].ending is Ending.SUPERSEDED


def test_a_group_hears_of_a_step_once_though_it_was_carried_to_it_as_well() -> None:
    one = stage()
    group = Group(int(GROUP), "年报群", has_outsiders=False)
    company = one.store.companies[CompanyId(OURS)]
    one.store.companies[CompanyId(OURS)] = replace(company, groups=(group,))
    owed = waiting(one, at("03-29"), GROUP)
    carried = {each.rung.subject for each in of_kind(owed, RungKind.TO_GROUP)}
    late = {each.rung.subject for each in of_kind(owed, RungKind.INTERNAL)}

    digest = told(one, at("03-29"), GROUP, owed)

    assert carried & late
    said = [key.split(":")[3] for key in digest.covers if ":statutory:" not in key]
    assert sorted(said) == sorted(set(said))
    assert message(digest).html

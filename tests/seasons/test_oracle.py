"""The oracle can count: a season in which nobody does anything, reckoned on the fingers."""

from collections import Counter

from tests.seasons.deeds import Deed
from tests.seasons.life import GROUP, ROBOT, judge, lived, sort_of
from workflow.reminders import RungKind

FROM_THE_FIRST_MORNING_ON = [Deed(1, "robot", 0, 0), Deed(2, "join", 1, 0)]
"""With a robot beside the group, and a clerk of the agency who runs the work with the manager."""
STEPS = 4
KEEPERS, COUNTING = 2, 1
INNER_DAYS = 4 + 3
"""Four before an inner date, and three on the thirds of the fortnight after it."""
NEAR_DAYS = 3 + 3
LATE_DAYS = 8

IDLE = {
    RungKind.INTERNAL: (1 + 2 + 1) * INNER_DAYS + 2 * 4,  # the filing is late by its own ladder
    f"{RungKind.INTERNAL}, {GROUP}": (STEPS - 1) * NEAR_DAYS + 3,
    RungKind.STATUTORY: 2 + 4 + 5 + 5 + LATE_DAYS * 4 + 2,  # a boss hears on the days 1 and 8
    f"{RungKind.STATUTORY}, {GROUP}": 3 + LATE_DAYS,
    RungKind.LAST_NOTE: 5,
    f"{RungKind.LAST_NOTE}, {GROUP}": 1,
    RungKind.TO_MANAGER: (3 + 3 + 1 + 3) * KEEPERS,
    RungKind.WARNING: 3 * KEEPERS,
    RungKind.TO_BOSS: 3,  # there are four matters for him, and three is enough
    f"{RungKind.TO_GROUP}, {GROUP}": STEPS,
    RungKind.TO_AGENCY: STEPS,
    RungKind.MONTH: 2,  # in March he hears of a risk that day, in April of the law
    RungKind.COUNT_DAY: 2 * (KEEPERS + COUNTING),
    RungKind.MONTHLY: 7 * KEEPERS,
}


def test_an_idle_season_owes_what_one_counts_on_the_fingers() -> None:
    town = lived(FROM_THE_FIRST_MORNING_ON, [], [], [])

    reckoned = judge(town)

    robots = {
        sort.replace(f", {GROUP}", f", {ROBOT}"): count
        for sort, count in IDLE.items()
        if GROUP in sort
    }
    assert reckoned == IDLE | robots
    owed = Counter(sort_of(kept.owed) for kept in town.store.ledger.kept.values())
    assert owed == reckoned

"""The promises of the port Watches, run on every backend."""

from dataclasses import replace
from datetime import time

import pytest

from tests.storage.homes import Home, commit, commit_company
from tests.storage.reminding import (
    DAY,
    EVER,
    LI,
    MINUTE,
    MORNING,
    REF,
    SECOND,
    WANG,
    awake,
    claimed,
    doubted,
    look,
    near,
    owed,
    sending,
    waiting,
)
from tests.storage.samples import ACME, MANAGER, NOON, happened, opened, ticked
from workflow.channels import Address, ChannelKind
from workflow.events import EventKind
from workflow.habits import Habit
from workflow.ids import CompanyId, PersonId
from workflow.model import Lifecycle
from workflow.ports import Acquaintance
from workflow.reminders import End, Ending, Looked, Waking

OTHER = CompanyId("other")
SEEN = Acquaintance(MANAGER, "李", "zh-CN", seen=NOON)


def remember(home: Home, person: Acquaintance) -> None:
    with home.store.begin(None) as work:
        work.remember(person)
        work.commit()


class WatchesContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_a_new_company_is_to_be_looked_at_from_its_opening_on(self, home: Home) -> None:
        commit_company(home, ACME, 280)

        (waking,) = home.watches.waking(NOON, 9)

        assert (waking.company, waking.looked) == (ACME, NOON)

    def test_a_look_owes_what_it_finds_and_sleeps_until_the_next_moment(self, home: Home) -> None:
        commit_company(home, ACME)

        look(home, owed(), again_at=NOON + DAY, now=NOON + MINUTE)

        assert waiting(home) == [owed()]
        assert awake(home, NOON + DAY - MINUTE) == []
        (waking,) = home.watches.waking(NOON + DAY, 9)
        assert waking.looked == NOON + MINUTE

    def test_without_a_next_moment_a_company_sleeps_until_it_changes(self, home: Home) -> None:
        company = commit_company(home, ACME)
        look(home)
        assert awake(home, EVER) == []

        commit(home, ticked(company, 280))

        assert awake(home) == [ACME]

    def test_a_change_during_a_look_is_not_lost(self, home: Home) -> None:
        company = commit_company(home, ACME)
        (waking,) = home.watches.waking(NOON, 9)
        commit(home, ticked(company, 280))

        home.watches.looked(waking, Looked((owed(),), None), NOON + MINUTE)

        assert waiting(home) == [owed()]
        (again,) = home.watches.waking(NOON, 9)
        assert again.looked == NOON + MINUTE
        look(home, now=NOON + 2 * MINUTE)
        assert awake(home) == []

    def test_of_two_looks_at_once_the_later_keeps_nothing(self, home: Home) -> None:
        commit_company(home, ACME)
        waking = look(home, again_at=NOON + DAY, now=NOON + MINUTE)

        home.watches.looked(waking, Looked((owed(),), None), NOON + MINUTE)

        assert (waiting(home), awake(home, NOON + DAY)) == ([], [ACME])

    def test_a_look_never_goes_back(self, home: Home) -> None:
        commit_company(home, ACME)

        look(home, again_at=NOON)
        (waking,) = home.watches.waking(NOON, 9)
        home.watches.looked(waking, Looked((), NOON), NOON - DAY)

        assert home.watches.waking(NOON, 9) == (waking,)

    def test_a_company_that_cannot_be_looked_at_is_tried_again(self, home: Home) -> None:
        company = commit_company(home, ACME)
        (waking,) = home.watches.waking(NOON, 9)

        home.watches.again(waking, NOON + MINUTE)

        assert awake(home) == []
        assert home.watches.waking(NOON + MINUTE, 9) == (waking,)
        commit(home, ticked(company, 280))
        home.watches.again(waking, NOON + MINUTE)
        assert awake(home) == [ACME]

    def test_who_waits_longest_is_looked_at_first(self, home: Home) -> None:
        for name, minutes in (("a", 3), ("b", 1), ("c", 2)):
            commit_company(home, CompanyId(name))
            look(home, again_at=NOON + minutes * MINUTE)

        assert awake(home, NOON + 9 * MINUTE) == ["b", "c", "a"]
        assert [one.company for one in home.watches.waking(NOON + 9 * MINUTE, 1)] == ["b"]

    def test_what_nobody_keeps_a_watch_on_cannot_be_looked_at(self, home: Home) -> None:
        waking = Waking(ACME, NOON)

        home.watches.looked(waking, Looked((owed(),), NOON), NOON)
        home.watches.again(waking, NOON)

        assert (awake(home), waiting(home)) == ([], [])


class WakingContract:
    """Inherited like the one above."""

    @pytest.mark.parametrize(
        "change",
        [
            replace(SEEN, habit=Habit(hour=time(8))),
            replace(SEEN, blocked=True),
            replace(SEEN, addresses=(Address(ChannelKind.MAIL, "li@example.com"),)),
        ],
        ids=["hour", "blocked", "address"],
    )
    def test_who_wants_to_hear_otherwise_wakes_their_companies(
        self, home: Home, change: Acquaintance
    ) -> None:
        remember(home, SEEN)
        for company in (ACME, OTHER):
            commit_company(home, company)
            look(home)
        commit(home, opened(CompanyId("strange"), person=PersonId("zhao")))
        look(home)

        remember(home, change)

        assert awake(home) == [ACME, OTHER]

    def test_who_is_remembered_otherwise_wakes_nobody(self, home: Home) -> None:
        remember(home, SEEN)
        commit_company(home, ACME)
        look(home)

        remember(home, replace(SEEN, name="黎", company=OTHER, seen=NOON + DAY))

        assert awake(home) == []

    def test_who_is_new_wakes_their_companies(self, home: Home) -> None:
        commit_company(home, ACME)
        look(home)

        remember(home, SEEN)

        assert awake(home) == [ACME]

    @pytest.mark.parametrize("lifecycle", [Lifecycle.REMOVED, Lifecycle.ARCHIVED])
    def test_a_company_set_aside_is_looked_at_once_more_and_then_never(
        self, home: Home, lifecycle: Lifecycle
    ) -> None:
        company = commit_company(home, ACME)
        look(home, again_at=NOON + DAY)

        gone = replace(company, lifecycle=lifecycle)
        commit(home, happened(gone, EventKind.COMPANY_REMOVED))

        assert awake(home) == [ACME]
        look(home)
        remember(home, SEEN)
        assert awake(home, EVER) == []


class MomentsContract:
    """Inherited like the ones above."""

    def test_the_next_moment_is_of_a_company_or_of_a_rung(self, home: Home) -> None:
        assert home.watches.next_moment(NOON) is None
        commit_company(home, ACME)
        look(home, owed(at=NOON + 2 * MINUTE), again_at=NOON + MINUTE)

        assert home.watches.next_moment(NOON) == NOON + MINUTE
        assert home.watches.next_moment(NOON + MINUTE) == NOON + 2 * MINUTE
        home.ledger.put_off([owed().key], NOON + DAY)
        assert home.watches.next_moment(NOON + MINUTE) == NOON + DAY
        assert home.watches.next_moment(NOON + DAY) is None

    def test_what_is_over_or_on_its_way_has_no_moment(self, home: Home) -> None:
        claimed(home, owed(), near())

        assert home.watches.next_moment(NOON - DAY) is None
        home.ledger.sent(REF, 7, NOON)
        assert home.watches.next_moment(NOON - DAY) is None

    def test_a_clock_that_went_back_has_everything_looked_at_again(self, home: Home) -> None:
        commit_company(home, ACME)
        look(home, again_at=EVER, now=NOON + 9 * DAY)
        commit_company(home, OTHER)
        look(home, again_at=EVER)

        home.watches.turn_back(NOON + MINUTE)

        looked = {one.company: one.looked for one in home.watches.waking(NOON + MINUTE, 9)}
        assert looked == {ACME: NOON + MINUTE, OTHER: NOON}

    def test_what_was_told_in_the_future_waits_for_its_moment(self, home: Home) -> None:
        later = owed(subject="M2", at=NOON + DAY)
        ended = near(WANG, at=NOON + 2 * DAY)
        home.watches.owe([later, ended])
        home.ledger.claim(sending(later), NOON + DAY)
        home.ledger.sent(REF, 7, NOON + DAY)
        home.ledger.end({ended.key: End(Ending.DONE)}, NOON + 2 * DAY)

        assert home.watches.turn_back(NOON) == 2

        assert (waiting(home, at=NOON), waiting(home, at=NOON + DAY)) == ([], [later])
        assert waiting(home, WANG, at=NOON + 2 * DAY) == [ended]
        assert home.watches.next_moment(NOON) == NOON + DAY

    def test_what_was_told_of_the_past_stays_told(self, home: Home) -> None:
        claimed(home, near(), folds=(owed(),))
        home.ledger.sent(REF, 7, NOON + 9 * DAY)
        claimed(home, near(WANG), ref=SECOND)
        home.ledger.unknown(SECOND, NOON + DAY, MORNING + DAY)
        home.ledger.claim(sending(near(WANG), ref=SECOND), NOON + 9 * DAY)
        home.ledger.unknown(SECOND, NOON + 9 * DAY, MORNING)

        assert home.watches.turn_back(NOON + MINUTE) == 0

        assert (waiting(home), waiting(home, WANG)) == ([], [])

    def test_what_ended_untold_in_the_future_is_asked_again(self, home: Home) -> None:
        home.watches.owe([owed(), near()])
        home.ledger.end({owed().key: End(Ending.DONE)}, NOON + 9 * DAY)
        home.ledger.end({near().key: End(Ending.DONE)}, NOON)

        assert home.watches.turn_back(NOON + DAY) == 1

        assert waiting(home, at=NOON + DAY) == [owed()]

    def test_what_was_put_off_in_the_future_waits_no_longer_than_it_should(
        self, home: Home
    ) -> None:
        home.watches.owe([owed(), near(at=NOON + DAY)])
        home.ledger.put_off([owed().key, near().key], NOON + 9 * DAY)

        home.watches.turn_back(NOON + MINUTE)

        assert waiting(home, at=NOON + MINUTE) == [owed()]
        assert len(waiting(home, at=NOON + DAY)) == 2

    def test_what_may_be_out_stays_marked_when_the_clock_goes_back(self, home: Home) -> None:
        claimed(home, near())
        home.ledger.unknown(REF, NOON, MORNING)
        home.ledger.end({near().key: End(Ending.DONE)}, NOON + DAY)

        home.watches.turn_back(NOON + MINUTE)

        assert (waiting(home, LI), doubted(home)) == ([near()], [REF])

    def test_a_look_begun_before_the_clock_went_back_keeps_nothing(self, home: Home) -> None:
        commit_company(home, ACME)
        look(home, again_at=NOON + DAY, now=NOON + DAY)
        (waking,) = home.watches.waking(NOON + DAY, 9)
        home.watches.turn_back(NOON)

        home.watches.looked(waking, Looked((owed(),), None), NOON + DAY)

        assert (waiting(home), awake(home)) == ([], [ACME])

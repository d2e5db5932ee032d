"""What the port Outbox promises of notices that are held, and that go in one message; every backend."""

from tests.storage.homes import Home, commit, read
from tests.storage.posting_contract import KEY, MINUTE, due, owing
from tests.storage.samples import ACME, NOON, telling, ticked
from workflow.ids import PersonId


class HeldContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_what_is_held_waits_over_a_restart_and_says_when_it_comes(self, home: Home) -> None:
        owing(home, "wang", "li")

        home.outbox.hold([KEY], NOON + MINUTE)
        home.restart()

        assert due(home) == [("acme:1:li", 0, False)]
        assert not home.outbox.claim(KEY, NOON)
        assert home.outbox.next_moment(NOON) == NOON + MINUTE
        assert home.outbox.next_moment(NOON + MINUTE) is None
        (first, second) = home.outbox.due(NOON + MINUTE, 9)
        assert (first.held, second.held) == (True, False)

    def test_what_is_claimed_is_not_held(self, home: Home) -> None:
        owing(home, "wang")
        home.outbox.claim(KEY, NOON)

        home.outbox.hold([KEY], NOON + MINUTE)
        home.outbox.sent(KEY, 7, NOON)

        assert (due(home, 900 * MINUTE), home.outbox.next_moment(NOON)) == ([], None)

    def test_what_one_person_is_owed_comes_in_its_order(self, home: Home) -> None:
        owing(home, "wang", "li")
        commit(home, telling(ticked(read(home, ACME), 280), "wang"))

        owed = home.outbox.due_to(PersonId("wang"), NOON, 9)

        assert [one.notice.key for one in owed] == [KEY, "acme:2:wang"]
        assert home.outbox.due_to(PersonId("wang"), NOON, 1) == owed[:1]
        assert home.outbox.due_to(PersonId("zhao"), NOON, 9) == ()

    def test_whoever_comes_is_owed_at_once_what_was_held_for_them(self, home: Home) -> None:
        owing(home, "wang", "li")
        home.outbox.hold([KEY, "acme:1:li"], NOON + 900 * MINUTE)

        assert home.outbox.release(PersonId("wang"), NOON + MINUTE) == 1

        assert (due(home), due(home, MINUTE)) == ([], [(KEY, 0, False)])
        assert home.outbox.release(PersonId("wang"), NOON + MINUTE) == 0

    def test_their_coming_hurries_nothing_that_waits_for_another_reason(self, home: Home) -> None:
        owing(home, "wang", "li")
        home.outbox.claim(KEY, NOON)
        home.outbox.not_sent(KEY, NOON + MINUTE)
        home.outbox.claim("acme:1:li", NOON)
        home.outbox.unknown("acme:1:li", NOON)
        home.outbox.hold(["acme:1:li"], NOON + MINUTE)

        released = [home.outbox.release(PersonId(each), NOON) for each in ("wang", "li")]

        assert (released, due(home)) == ([0, 0], [])

    # --- several in one message ---------------------------------------------------------

    def test_several_are_claimed_together_or_not_at_all(self, home: Home) -> None:
        owing(home, "wang", "li", "zhao")
        home.outbox.claim("acme:1:zhao", NOON)

        assert not home.outbox.claim(KEY, NOON, "acme:1:li", "acme:1:zhao")
        assert due(home) == [(KEY, 0, False), ("acme:1:li", 0, False)]

        assert home.outbox.claim(KEY, NOON, "acme:1:li")
        assert due(home) == []

    def test_what_goes_in_one_message_shares_its_fate(self, home: Home) -> None:
        owing(home, "wang", "li")

        home.outbox.claim(KEY, NOON, "acme:1:li")
        home.outbox.not_sent(KEY, NOON)
        assert due(home) == [(KEY, 1, False), ("acme:1:li", 1, False)]

        home.outbox.claim(KEY, NOON, "acme:1:li")
        home.outbox.unknown(KEY, NOON)
        assert due(home) == [(KEY, 2, True), ("acme:1:li", 2, True)]

        home.outbox.claim(KEY, NOON, "acme:1:li")
        home.outbox.sent(KEY, 7, NOON)
        assert (due(home, 900 * MINUTE), home.outbox.purge(NOON + MINUTE)) == ([], 2)

    def test_what_was_carried_once_goes_its_own_way_afterwards(self, home: Home) -> None:
        owing(home, "wang", "li")
        home.outbox.claim(KEY, NOON, "acme:1:li")
        home.outbox.not_sent(KEY, NOON)

        home.outbox.dead(KEY, "blocked", NOON)

        assert due(home) == [("acme:1:li", 1, False)]

    def test_one_message_without_an_answer_puts_all_of_it_in_doubt(self, home: Home) -> None:
        owing(home, "wang", "li")
        home.outbox.claim(KEY, NOON, "acme:1:li")

        home.restart()

        assert due(home) == [(KEY, 1, True), ("acme:1:li", 1, True)]

    def test_one_message_that_nobody_can_have_leaves_nothing_waiting(self, home: Home) -> None:
        owing(home, "wang", "li")
        home.outbox.claim(KEY, NOON, "acme:1:li")

        home.outbox.dead(KEY, "blocked", NOON)

        assert [one.why for one in home.outbox.resting(9)] == ["blocked", "blocked"]

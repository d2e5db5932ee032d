"""The promises of the port Inbox, run on every backend."""

from datetime import timedelta

from tests.storage.homes import Home
from tests.storage.samples import NOON, update
from workflow.ports import ChatId, RawUpdate, RowId

HOUR = timedelta(hours=1)


class InboxContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_updates_are_kept_in_the_order_they_came(self, home: Home) -> None:
        taken = home.inbox.take_in([update(9), update(3)], NOON)
        taken += home.inbox.take_in([RawUpdate(1, None, "坐席")], NOON + HOUR)

        assert [row.update_id for row in taken] == [9, 3, 1]
        assert [row.body for row in taken[2:]] == ["坐席"]
        assert home.inbox.open_rows() == taken
        assert sorted(row.id for row in taken) == [row.id for row in taken]

    def test_an_update_comes_in_once_within_48_hours(self, home: Home) -> None:
        first = home.inbox.take_in([update(5), update(5)], NOON)
        home.inbox.finish(first[0].id)

        again = home.inbox.take_in([update(5), update(6)], NOON + 48 * HOUR)

        assert [row.update_id for row in first] == [5]
        assert [row.update_id for row in again] == [6]

    def test_numbers_that_start_anew_after_that_are_new_updates(self, home: Home) -> None:
        home.inbox.take_in([update(5)], NOON)

        again = home.inbox.take_in([update(5)], NOON + 49 * HOUR)

        assert [row.update_id for row in again] == [5]

    def test_a_clock_set_back_does_not_let_an_update_in_twice(self, home: Home) -> None:
        home.inbox.take_in([update(5)], NOON)

        assert home.inbox.take_in([update(5)], NOON - 900 * HOUR) == ()

    def test_finished_rows_and_those_set_aside_are_open_no_more(self, home: Home) -> None:
        one, two, three = home.inbox.take_in([update(1), update(2), update(3)], NOON)

        home.inbox.finish(one.id)
        home.inbox.set_aside(two.id, "cannot be parsed")

        assert home.inbox.open_rows() == (three,)

    def test_the_next_rows_of_one_chat_are_read_without_the_others(self, home: Home) -> None:
        updates = [update(number, chat=7 if number % 2 else 8) for number in range(1, 9)]
        one, _, three, _, five, _, seven, _ = home.inbox.take_in(updates, NOON)
        (loose,) = home.inbox.take_in([RawUpdate(9, None, "{}")], NOON)
        home.inbox.finish(five.id)

        assert home.inbox.next_rows(ChatId(7), one.id, 9) == (three, seven)
        assert home.inbox.next_rows(ChatId(7), RowId(0), 2) == (one, three)
        assert home.inbox.next_rows(None, RowId(0), 9) == (loose,)

    def test_only_finished_rows_are_purged(self, home: Home) -> None:
        one, two, three, _ = home.inbox.take_in([update(n) for n in range(4)], NOON)
        late = home.inbox.take_in([update(9)], NOON + HOUR)[0]
        home.inbox.finish(one.id)
        home.inbox.finish(late.id)
        home.inbox.set_aside(two.id, "strange")

        assert home.inbox.purge(NOON + HOUR) == 1

        assert home.inbox.purge(NOON + HOUR) == 0
        assert home.inbox.open_rows()[0] == three

    def test_row_numbers_are_never_used_again(self, home: Home) -> None:
        (row,) = home.inbox.take_in([update(1)], NOON)
        home.inbox.finish(row.id)
        home.inbox.purge(NOON + HOUR)

        (later,) = home.inbox.take_in([update(2)], NOON)

        assert later.id > row.id

    def test_the_server_was_last_heard_of_within_a_minute(self, home: Home) -> None:
        assert home.inbox.last_heard() is None

        home.inbox.heard(NOON)
        home.inbox.heard(NOON + timedelta(seconds=59))
        assert home.inbox.last_heard() == NOON

        home.inbox.heard(NOON + HOUR)
        assert home.inbox.last_heard() == NOON + HOUR

    def test_the_chats_of_a_time_are_known(self, home: Home) -> None:
        home.inbox.take_in([update(1, chat=9), update(2, chat=9)], NOON)
        home.inbox.take_in([RawUpdate(3, None, "{}"), update(4, chat=-5)], NOON + HOUR)
        home.inbox.take_in([update(5, chat=1)], NOON + 2 * HOUR)

        assert home.inbox.chats_between(NOON, NOON + HOUR) == (ChatId(-5), ChatId(9))

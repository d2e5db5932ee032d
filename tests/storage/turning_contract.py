"""The promises about a board that its group turns over, pins late, or is looked for by its title."""

from dataclasses import replace

from tests.storage.homes import Home, commit
from tests.storage.posting_contract import GROUP, SECOND, in_groups, shown, stale
from tests.storage.samples import MANAGER, bound, ticked
from workflow.ids import PersonId
from workflow.ports import ChatId


def turn(home: Home, chat: ChatId, page: int) -> None:
    with home.store.begin(None) as work:
        work.turn_board(chat, page)
        work.commit()


def allow_pins(home: Home, chat: ChatId) -> None:
    with home.store.begin(None) as work:
        work.pin_board(chat)
        work.commit()


def show_all(home: Home) -> None:
    for board in home.boards.stale(9):
        home.boards.shown(shown(board))


def page_of(home: Home, chat: ChatId) -> int | None:
    board = home.boards.of(chat)
    return None if board is None else board.page


def is_to_pin(home: Home, chat: ChatId) -> bool:
    board = home.boards.of(chat)
    return board is not None and board.to_pin


class TurningContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_a_board_that_is_turned_over_is_stale_and_no_other_is(self, home: Home) -> None:
        in_groups(home, GROUP, SECOND)
        show_all(home)

        turn(home, GROUP, 1)

        assert stale(home) == [GROUP]
        assert (page_of(home, GROUP), page_of(home, SECOND)) == (1, 0)

    def test_it_stays_turned_whatever_changes_and_is_shown(self, home: Home) -> None:
        company = in_groups(home, GROUP)
        turn(home, GROUP, 1)
        show_all(home)

        commit(home, ticked(company, 280))
        show_all(home)
        home.restart()

        assert page_of(home, GROUP) == 1

    def test_a_board_turned_while_it_was_being_shown_is_shown_again(self, home: Home) -> None:
        in_groups(home, GROUP)
        (board,) = home.boards.stale(9)
        turn(home, GROUP, 2)

        home.boards.shown(shown(board))

        assert (stale(home), page_of(home, GROUP)) == ([GROUP], 2)

    def test_a_work_left_without_commit_turns_nothing(self, home: Home) -> None:
        in_groups(home, GROUP)
        show_all(home)

        with home.store.begin(None) as work:
            work.turn_board(GROUP, 1)
            work.pin_board(GROUP)

        assert (stale(home), page_of(home, GROUP), is_to_pin(home, GROUP)) == ([], 0, False)

    def test_what_is_turned_with_a_change_of_the_company_is_turned_too(self, home: Home) -> None:
        company = in_groups(home, GROUP)
        with home.store.begin(None) as work:
            work.save(ticked(company, 280))
            work.turn_board(GROUP, 1)
            work.commit()

        assert page_of(home, GROUP) == 1

    def test_no_board_comes_from_being_turned_or_pinned(self, home: Home) -> None:
        turn(home, GROUP, 1)
        allow_pins(home, GROUP)

        assert (home.boards.of(GROUP), stale(home)) == (None, [])

    def test_a_board_that_may_be_pinned_now_is_stale_until_that_was_tried(self, home: Home) -> None:
        in_groups(home, GROUP)
        show_all(home)

        allow_pins(home, GROUP)
        (board,) = home.boards.stale(9)
        home.boards.shown(replace(board, to_pin=False))

        assert board.to_pin
        assert (stale(home), is_to_pin(home, GROUP)) == ([], False)

    def test_a_pin_that_is_allowed_while_the_board_is_shown_is_not_lost(self, home: Home) -> None:
        in_groups(home, GROUP)
        (board,) = home.boards.stale(9)
        allow_pins(home, GROUP)

        home.boards.shown(shown(board))

        assert (stale(home), is_to_pin(home, GROUP)) == ([GROUP], True)

    def test_the_groups_of_one_s_companies_are_known_by_their_titles(self, home: Home) -> None:
        company = in_groups(home, GROUP)

        with home.store.begin(None) as work:
            assert work.is_in_group_called(MANAGER, "群")
            assert not work.is_in_group_called(MANAGER, "别的群")
            assert not work.is_in_group_called(PersonId("stranger"), "群")

        commit(home, bound(company))
        with home.store.begin(None) as work:
            assert not work.is_in_group_called(MANAGER, "群")

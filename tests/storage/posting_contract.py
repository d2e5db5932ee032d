"""The promises of the ports Outbox and Boards, run on every backend."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.storage.homes import Home, commit, commit_company
from tests.storage.samples import ACME, MANAGER, NOON, bound, happened, opened, telling, ticked
from workflow.events import EventKind, Notice, NoticeKind
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.ports import ChatId
from workflow.posting import UNKNOWN_TWICE, Board, OwedNotice, RestingNotice

MINUTE = timedelta(minutes=1)
GROUP = ChatId(-100)
SECOND = ChatId(-200)
KEY = "acme:1:wang"


def owing(home: Home, *people: str) -> tuple[Notice, ...]:
    """A company was opened, and these people must hear of it."""
    outcome = telling(opened(), *people)
    commit(home, outcome)
    return outcome.notices


def due(home: Home, after: timedelta = timedelta()) -> list[tuple[str, int, bool]]:
    """Key, attempts and whether it is a repeat, of all that is due then."""
    owed = home.outbox.due(NOON + after, 99)
    return [(one.notice.key, one.attempts, one.repeated) for one in owed]


class OutboxContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_a_notice_is_owed_with_the_commit_that_owes_it(self, home: Home) -> None:
        first, second = owing(home, "wang", "li")

        assert home.outbox.due(NOON, 9) == (
            OwedNotice(first, 0, repeated=False),
            OwedNotice(second, 0, repeated=False),
        )
        assert home.outbox.due(NOON, 1) == (OwedNotice(first, 0, repeated=False),)

    def test_a_notice_of_no_company_s_change_is_owed_too(self, home: Home) -> None:
        notice = Notice("head:1", MANAGER, NoticeKind.TRAIL_HEAD, ACME, MANAGER)

        with home.store.begin(None) as work:
            work.owe(notice)
            work.commit()

        assert due(home) == [("head:1", 0, False)]

    def test_a_notice_with_a_time_waits_for_it(self, home: Home) -> None:
        with home.store.begin(None) as work:
            kind = NoticeKind.ROLE_CHANGED
            work.owe(Notice(KEY, MANAGER, kind, ACME, MANAGER, not_before=NOON + MINUTE))
            work.commit()
        home.restart()

        assert not home.outbox.claim(KEY, NOON)
        assert (due(home), due(home, MINUTE)) == ([], [(KEY, 0, False)])

    def test_a_work_left_without_commit_owes_nothing(self, home: Home) -> None:
        with home.store.begin(None) as work:
            work.save(telling(opened(), "wang"))
            work.owe(Notice("head:1", MANAGER, NoticeKind.TRAIL_HEAD, ACME, MANAGER))

        assert due(home) == []

    def test_the_same_key_is_owed_once(self, home: Home) -> None:
        (notice,) = owing(home, "wang")
        home.outbox.claim(KEY, NOON)
        home.outbox.sent(KEY, 7, NOON)

        with home.store.begin(None) as work:
            work.owe(notice)
            work.commit()

        assert due(home) == []

    def test_a_claimed_notice_is_nobody_else_s(self, home: Home) -> None:
        owing(home, "wang")

        assert home.outbox.claim(KEY, NOON)

        assert not home.outbox.claim(KEY, NOON)
        assert due(home) == []
        assert not home.outbox.claim("acme:1:nobody", NOON)

    def test_what_was_sent_is_done_with(self, home: Home) -> None:
        owing(home, "wang", "li")
        home.outbox.claim(KEY, NOON)

        home.outbox.sent(KEY, 7, NOON)
        home.restart()

        assert due(home, 900 * MINUTE) == [("acme:1:li", 0, False)]
        assert home.outbox.resting(9) == ()

    def test_what_was_not_sent_is_tried_again_then_and_is_no_repeat(self, home: Home) -> None:
        owing(home, "wang")
        home.outbox.claim(KEY, NOON)

        home.outbox.not_sent(KEY, NOON + MINUTE)

        assert due(home) == []
        assert not home.outbox.claim(KEY, NOON)
        assert due(home, MINUTE) == [(KEY, 1, False)]

    def test_what_may_be_out_is_repeated_once_and_then_rests(self, home: Home) -> None:
        (notice,) = owing(home, "wang")
        home.outbox.claim(KEY, NOON)

        home.outbox.unknown(KEY, NOON + MINUTE)
        assert (due(home), due(home, MINUTE)) == ([], [(KEY, 1, True)])

        home.outbox.claim(KEY, NOON + MINUTE)
        home.outbox.unknown(KEY, NOON + 2 * MINUTE)
        assert due(home, 900 * MINUTE) == []
        assert home.outbox.resting(9) == (RestingNotice(notice, UNKNOWN_TWICE),)

    def test_a_repeat_that_was_not_sent_stays_a_repeat(self, home: Home) -> None:
        owing(home, "wang")
        home.outbox.claim(KEY, NOON)
        home.outbox.unknown(KEY, NOON)
        home.outbox.claim(KEY, NOON)

        home.outbox.not_sent(KEY, NOON + MINUTE)

        assert due(home, MINUTE) == [(KEY, 2, True)]

    def test_a_claim_without_an_answer_is_unknown_at_the_next_start(self, home: Home) -> None:
        owing(home, "wang")
        home.outbox.claim(KEY, NOON)
        home.restart()
        assert due(home) == [(KEY, 1, True)]

        home.outbox.claim(KEY, NOON)
        home.restart()

        assert due(home, 900 * MINUTE) == []
        assert [one.why for one in home.outbox.resting(9)] == [UNKNOWN_TWICE]

    @pytest.mark.parametrize("claims", [True, False])
    def test_what_cannot_be_sent_rests_with_its_reason(self, home: Home, *, claims: bool) -> None:
        first, second = owing(home, "wang", "li")
        if claims:
            home.outbox.claim(first.key, NOON)
            home.outbox.claim(second.key, NOON)

        home.outbox.dead(first.key, "blocked", NOON)
        home.outbox.dead(second.key, "never started", NOON)

        assert due(home, 900 * MINUTE) == []
        latest, earlier = home.outbox.resting(9)
        assert (latest, earlier.why) == (RestingNotice(second, "never started"), "blocked")
        assert home.outbox.resting(1) == (latest,)

    def test_what_is_settled_stays_as_it_is(self, home: Home) -> None:
        owing(home, "wang")
        home.outbox.claim(KEY, NOON)
        home.outbox.sent(KEY, 7, NOON)

        home.outbox.not_sent(KEY, NOON)
        home.outbox.unknown(KEY, NOON)
        home.outbox.dead(KEY, "blocked", NOON)

        assert (due(home), home.outbox.resting(9)) == ([], ())

    def test_nothing_that_was_not_claimed_can_be_sent(self, home: Home) -> None:
        owing(home, "wang")

        home.outbox.sent(KEY, 7, NOON)
        home.outbox.unknown(KEY, NOON + MINUTE)
        home.outbox.not_sent(KEY, NOON + MINUTE)

        assert due(home) == [(KEY, 0, False)]

    def test_only_what_was_settled_before_is_purged(self, home: Home) -> None:
        owing(home, "wang", "li", "zhao", "qian")
        for person in ("wang", "li", "zhao"):
            home.outbox.claim(f"acme:1:{person}", NOON)
        home.outbox.sent("acme:1:wang", 7, NOON)
        home.outbox.dead("acme:1:li", "blocked", NOON + MINUTE)

        assert home.outbox.purge(NOON + MINUTE) == 1
        assert [one.notice.to for one in home.outbox.resting(9)] == ["li"]
        assert home.outbox.purge(NOON + 2 * MINUTE) == 1

        assert home.outbox.purge(NOON + 900 * MINUTE) == 0
        assert due(home) == [("acme:1:qian", 0, False)]


def shown(board: Board, text: str = "digest") -> Board:
    """The board as the gateway hands it back."""
    return replace(board, message=7, shown=text, edited=NOON)


def in_groups(home: Home, *chats: ChatId, company: CompanyId = ACME) -> Company:
    """A company with its board in these groups."""
    return commit(home, bound(commit_company(home, company), *chats))


def stale(home: Home) -> list[ChatId]:
    return [board.chat for board in home.boards.stale(99)]


class BoardsContract:
    """Inherited like the one above."""

    def test_the_board_of_a_new_group_waits_to_be_posted(self, home: Home) -> None:
        in_groups(home, GROUP)

        (board,) = home.boards.stale(9)

        assert (board.company, board.chat, board.message) == (ACME, GROUP, 0)
        assert (board.shown, board.edited) == ("", None)
        assert home.boards.of(GROUP) == board

    def test_a_company_without_groups_has_no_board(self, home: Home) -> None:
        commit_company(home, ACME, 280)

        assert (home.boards.stale(9), home.boards.of(GROUP)) == ((), None)

    def test_what_was_shown_is_stale_no_more_and_is_remembered(self, home: Home) -> None:
        in_groups(home, GROUP)
        (board,) = home.boards.stale(9)

        home.boards.shown(shown(board))
        home.restart()

        assert home.boards.stale(9) == ()
        assert home.boards.of(GROUP) == shown(board)

    def test_a_commit_makes_the_boards_of_its_company_stale(self, home: Home) -> None:
        company = in_groups(home, GROUP)
        in_groups(home, SECOND, company=CompanyId("other"))
        for board in home.boards.stale(9):
            home.boards.shown(shown(board))

        commit(home, ticked(company, 280))

        assert [(board.chat, board.message) for board in home.boards.stale(9)] == [(GROUP, 7)]

    def test_a_change_while_it_was_being_shown_is_not_lost(self, home: Home) -> None:
        company = in_groups(home, GROUP)
        (board,) = home.boards.stale(9)
        company = commit(home, ticked(company, 280))

        home.boards.shown(shown(board))

        (again,) = home.boards.stale(9)
        assert (again.message, again.shown) == (7, "digest")
        home.boards.shown(shown(again, "newer"))
        assert stale(home) == []

    def test_the_longest_waiting_board_comes_first(self, home: Home) -> None:
        company = in_groups(home, GROUP)
        in_groups(home, SECOND, company=CompanyId("other"))

        company = commit(home, ticked(company, 280))
        assert stale(home) == [GROUP, SECOND]

        home.boards.shown(shown(home.boards.stale(1)[0]))
        commit(home, ticked(company, 281))
        assert stale(home) == [SECOND, GROUP]

    def test_a_board_that_changed_while_it_was_shown_waits_behind_the_others(
        self, home: Home
    ) -> None:
        company = in_groups(home, GROUP)
        in_groups(home, SECOND, company=CompanyId("other"))
        (board,) = home.boards.stale(1)
        commit(home, ticked(company, 280))

        home.boards.shown(shown(board))

        assert stale(home) == [SECOND, GROUP]

    def test_on_a_new_day_every_board_is_stale(self, home: Home) -> None:
        in_groups(home, GROUP, SECOND)
        for board in home.boards.stale(9):
            home.boards.shown(shown(board))

        home.boards.all_stale()

        assert stale(home) == [SECOND, GROUP]

    def test_a_group_taken_off_has_no_board_and_what_is_shown_late_is_dropped(
        self, home: Home
    ) -> None:
        company = in_groups(home, GROUP, SECOND)
        board = home.boards.of(GROUP)
        commit(home, bound(company, SECOND))

        assert board is not None
        home.boards.shown(shown(board))

        assert home.boards.of(GROUP) is None
        assert stale(home) == [SECOND]

    def test_a_group_shows_the_company_that_bound_it_first(self, home: Home) -> None:
        company = in_groups(home, GROUP)

        second = in_groups(home, GROUP, company=CompanyId("other"))

        assert [board.company for board in home.boards.stale(9)] == [ACME]
        commit(home, bound(company))
        commit(home, happened(second, EventKind.GROUP_CHANGED))
        assert [board.company for board in home.boards.stale(9)] == ["other"]

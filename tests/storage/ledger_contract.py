"""The promises of the port Ledger, run on every backend."""

from datetime import timedelta

import pytest

from tests.storage.homes import Home
from tests.storage.reminding import (
    DAY,
    EVER,
    LI,
    MINUTE,
    MORNING,
    REF,
    SECOND,
    WANG,
    claimed,
    doubted,
    near,
    owed,
    put_off,
    sending,
    waiting,
)
from tests.storage.samples import NOON, opened
from workflow.posting import UNKNOWN_TWICE
from workflow.reminders import End, Ending, Owed, Recipient, RungKind, Told

SENT = End(Ending.SENT, send=REF)
DONE = End(Ending.DONE)
FAILED = End(Ending.FAILED, UNKNOWN_TWICE)


class OwingContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_what_is_owed_is_due_when_its_moment_comes(self, home: Home) -> None:
        home.watches.owe([owed()])

        assert home.ledger.due(NOON - MINUTE, 9) == ()
        assert home.ledger.due(NOON, 9) == (LI,)
        assert (waiting(home, at=NOON - MINUTE), waiting(home, at=NOON)) == ([], [owed()])

    def test_the_same_rung_is_owed_to_the_same_person_once(self, home: Home) -> None:
        home.watches.owe([owed(), owed(), owed(WANG)])
        home.ledger.claim(sending(owed()), NOON)
        home.ledger.sent(REF, 7, NOON)

        home.watches.owe([owed()])

        assert (waiting(home), waiting(home, WANG)) == ([], [owed(WANG)])

    def test_what_a_work_owes_is_owed_with_its_commit(self, home: Home) -> None:
        with home.store.begin(None) as work:
            work.remind(owed(at=NOON + MINUTE))
            work.remind(owed(at=NOON + MINUTE))
            work.commit()
        with home.store.begin(None) as work:
            work.save(opened())
            work.remind(owed(WANG))

        assert (waiting(home, at=NOON), waiting(home)) == ([], [owed(at=NOON + MINUTE)])
        assert waiting(home, WANG) == []

    def test_a_rung_is_owed_with_a_change_of_a_company_too(self, home: Home) -> None:
        with home.store.begin(None) as work:
            work.save(opened())
            work.remind(owed())
            work.commit()

        assert waiting(home) == [owed()]

    def test_the_urgent_come_first_and_of_those_who_waits_longest(self, home: Home) -> None:
        late, legal = Recipient("late"), Recipient("legal")
        home.watches.owe([
            owed(LI),
            owed(late, 3, at=NOON - MINUTE),
            owed(WANG, 3, at=NOON - DAY),
            owed(legal, -30, kind=RungKind.STATUTORY),
            owed(legal),
        ])  # fmt: skip

        assert home.ledger.due(NOON, 9) == (legal, WANG, late, LI)
        assert home.ledger.due(NOON, 2) == (legal, WANG)

    def test_what_one_is_owed_stands_in_the_order_of_its_moments(self, home: Home) -> None:
        first, second, later = owed(at=NOON - DAY), near(), owed(subject="M2", at=NOON + MINUTE)
        home.watches.owe([second, later, first])

        assert waiting(home, at=NOON) == [first, second]

    def test_quiet_hours_put_it_off(self, home: Home) -> None:
        home.watches.owe([owed(), owed(subject="M2")])

        home.ledger.put_off([owed().key], NOON + DAY)

        assert waiting(home, at=NOON) == [owed(subject="M2")]
        assert len(waiting(home, at=NOON + DAY)) == 2

    def test_what_is_over_or_on_its_way_cannot_be_put_off(self, home: Home) -> None:
        claimed(home, owed())

        home.ledger.put_off([owed().key], NOON + DAY)
        home.ledger.sent(REF, 7, NOON)

        home.ledger.put_off([owed().key], NOON + DAY)
        assert waiting(home) == []

    def test_what_is_put_off_once_more_waits_for_the_newer_moment(self, home: Home) -> None:
        tonight, tomorrow = put_off(NOON), put_off(NOON + DAY)
        home.watches.owe([tonight])

        home.watches.owe([tomorrow])

        assert (waiting(home, at=NOON), waiting(home, at=NOON + DAY)) == ([], [tomorrow])

    def test_what_was_put_off_and_told_is_not_owed_again(self, home: Home) -> None:
        claimed(home, put_off(NOON))
        home.ledger.sent(REF, 7, NOON)

        home.watches.owe([put_off(NOON + DAY)])

        assert waiting(home, at=NOON + DAY) == []

    def test_what_makes_no_sense_any_more_ends_for_its_reason(self, home: Home) -> None:
        home.watches.owe([owed(), near()])

        home.ledger.end({owed().key: End(Ending.SUPERSEDED, "moved"), near().key: DONE}, NOON)

        assert waiting(home) == []
        lines = home.record.told(owed().company, 0, 9)
        assert [line.end for line in lines] == [DONE, End(Ending.SUPERSEDED, "moved")]
        assert {line.at for line in lines} == {NOON}

    def test_what_was_told_by_a_message_names_it(self, home: Home) -> None:
        claimed(home, near())
        home.ledger.sent(REF, 7, NOON)
        home.watches.owe([owed()])

        home.ledger.end({owed().key: End(Ending.FOLDED, send=REF)}, NOON)

        (line, _) = home.record.told(owed().company, 0, 9)
        assert line == Told(owed(), End(Ending.FOLDED, send=REF), "telegram", NOON)

    def test_only_what_waits_can_end_otherwise(self, home: Home) -> None:
        claimed(home, owed())
        home.ledger.end({owed().key: DONE}, NOON)
        home.ledger.sent(REF, 7, NOON)

        home.ledger.end({owed().key: DONE}, NOON)

        (line,) = home.record.told(owed().company, 0, 9)
        assert line.end == SENT


class SendingContract:
    """Inherited like the one above."""

    def test_what_is_on_its_way_is_nobody_else_s(self, home: Home) -> None:
        claimed(home, owed())

        assert (home.ledger.due(EVER, 9), waiting(home)) == ((), [])
        assert not home.ledger.claim(sending(owed()), NOON)

    def test_nothing_else_is_on_its_way_to_the_same_person(self, home: Home) -> None:
        home.watches.owe([near()])
        claimed(home, owed())

        assert home.ledger.due(NOON, 9) == ()
        assert not home.ledger.claim(sending(near(), ref=SECOND), NOON)

        home.ledger.sent(REF, 7, NOON)
        assert home.ledger.due(NOON, 9) == (LI,)
        assert home.ledger.claim(sending(near(), ref=SECOND), NOON)

    def test_two_messages_on_their_way_have_two_references(self, home: Home) -> None:
        home.watches.owe([owed(WANG)])
        claimed(home, owed())

        assert not home.ledger.claim(sending(owed(WANG)), NOON)
        assert home.ledger.claim(sending(owed(WANG), ref=SECOND), NOON)

    @pytest.mark.parametrize(
        "other", [owed(subject="ended"), owed(subject="off"), owed(WANG), owed(subject="unknown")]
    )
    def test_all_of_a_message_is_claimed_or_nothing(self, home: Home, other: Owed) -> None:
        off, ended = owed(subject="off"), owed(subject="ended")
        home.watches.owe([owed(), off, ended, owed(WANG)])
        home.ledger.put_off([off.key], NOON + MINUTE)
        home.ledger.end({ended.key: DONE}, NOON)

        assert not home.ledger.claim(sending(owed(), other), NOON)

        assert waiting(home, at=NOON) == [owed()]
        assert [one.attempts for one in home.ledger.pending(LI, NOON)] == [0]

    def test_what_was_sent_is_done_with_and_named(self, home: Home) -> None:
        claimed(home, near(), folds=(owed(),))

        home.ledger.sent(REF, 7, NOON + MINUTE)
        home.restart()

        assert waiting(home) == []
        assert home.record.told(owed().company, 0, 9) == (
            Told(owed(), End(Ending.FOLDED, send=REF), "telegram", NOON + MINUTE),
            Told(near(), SENT, "telegram", NOON + MINUTE),
        )

    def test_what_is_provably_not_out_waits_again_and_is_no_repeat(self, home: Home) -> None:
        claimed(home, owed(), folds=(near(),))

        home.ledger.not_sent(REF, NOON + MINUTE)

        assert (waiting(home, at=NOON), len(waiting(home, at=NOON + MINUTE))) == ([], 2)
        assert doubted(home) == [None, None]
        assert [one.attempts for one in home.ledger.pending(LI, EVER)] == [1, 1]

    def test_what_may_be_out_is_said_again_under_its_reference(self, home: Home) -> None:
        far = owed(subject="M2")
        claimed(home, near(), far)

        home.ledger.unknown(REF, NOON, MORNING)

        assert waiting(home, at=NOON) == []
        assert waiting(home, at=NOON + MINUTE) == [near()]
        assert waiting(home, at=MORNING) == [near(), far]
        assert doubted(home) == [REF, REF]

    def test_what_was_told_along_is_told_along_again(self, home: Home) -> None:
        other = owed(subject="M2")
        claimed(home, near(), folds=(owed(), other))

        home.ledger.unknown(REF, NOON, MORNING)

        assert waiting(home, at=NOON + MINUTE) == [near(), owed()]
        assert waiting(home, at=MORNING) == [near(), owed(), other]

    def test_in_doubt_twice_it_ends_and_a_person_looks_at_it(self, home: Home) -> None:
        fresh = near(subject="M2")
        home.watches.owe([fresh])
        claimed(home, near())
        home.ledger.unknown(REF, NOON, MORNING)
        home.ledger.claim(sending(near(), fresh), NOON + MINUTE)

        home.ledger.unknown(REF, NOON + MINUTE, MORNING)

        assert (waiting(home), doubted(home)) == ([fresh], [REF])
        (line,) = home.record.failed(9)
        assert (line.owed, line.end, line.at) == (near(), FAILED, NOON + MINUTE)

    def test_a_repeat_that_was_not_sent_stays_one(self, home: Home) -> None:
        claimed(home, near())
        home.ledger.unknown(REF, NOON, MORNING)
        home.ledger.claim(sending(near(), ref=SECOND), NOON + MINUTE)

        home.ledger.not_sent(SECOND, NOON + 2 * MINUTE)

        assert doubted(home) == [REF]

    def test_a_claim_without_an_answer_is_unknown_at_the_next_start(self, home: Home) -> None:
        claimed(home, near(), owed(subject="M2"))

        home.restart()

        assert waiting(home, at=NOON + MINUTE - timedelta(seconds=1)) == []
        assert waiting(home, at=NOON + MINUTE) == [near()]
        assert len(waiting(home, at=MORNING)) == 2
        assert waiting(home, at=MORNING - MINUTE) == [near()]
        assert doubted(home) == [REF, REF]

    def test_a_second_claim_without_an_answer_ends_it(self, home: Home) -> None:
        claimed(home, near())
        home.restart()
        home.ledger.claim(sending(near()), NOON + MINUTE)

        home.restart()

        assert waiting(home) == []
        assert [line.end for line in home.record.failed(9)] == [FAILED]

    def test_what_is_refused_ends_and_is_given_back_for_the_next_in_the_chain(
        self, home: Home
    ) -> None:
        end = End(Ending.UNREACHABLE, "blocked")
        claimed(home, near(), owed(subject="M2"), folds=(owed(),))

        covered = home.ledger.refused(REF, end, NOON)

        assert covered == (near(), owed(subject="M2"))
        assert (waiting(home), home.ledger.due(EVER, 9)) == ([], ())
        lines = home.record.told(owed().company, 0, 9)
        assert {(line.end, line.channel, line.at) for line in lines} == {(end, "telegram", NOON)}

    def test_only_what_is_on_its_way_can_be_answered_for(self, home: Home) -> None:
        claimed(home, owed())
        home.ledger.sent(REF, 7, NOON)

        home.ledger.not_sent(REF, NOON)
        home.ledger.unknown(REF, NOON, MORNING)
        home.ledger.sent(SECOND, 8, EVER)

        assert home.ledger.refused(REF, DONE, NOON) == ()
        assert waiting(home) == []
        assert [line.end for line in home.record.told(owed().company, 0, 9)] == [SENT]

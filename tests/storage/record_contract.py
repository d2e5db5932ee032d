"""The promises of the record of notices, and of what is forgotten of it, run on every backend."""

from dataclasses import replace

from tests.storage.homes import Home, commit
from tests.storage.ledger_contract import DONE, SENT
from tests.storage.reminding import (
    DAY,
    EVER,
    LI,
    MINUTE,
    MORNING,
    REF,
    WANG,
    claimed,
    near,
    owed,
    sending,
    waiting,
)
from tests.storage.samples import NOON, opened
from workflow.ids import CompanyId, SeasonId
from workflow.ledger import Picked
from workflow.reminders import End, Ending, Owed, Sending, SendRef, Told


class RecordContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_the_record_shows_a_company_s_lines_newest_first(self, home: Home) -> None:
        other = owed(company=CompanyId("other"))
        first, second, third = owed(), owed(WANG), near()
        home.watches.owe([first, other, second, third])

        assert home.record.told(first.company, 0, 2) == (Told(third, None), Told(second, None))
        assert home.record.told(first.company, 2, 2) == (Told(first, None),)

    def test_lines_can_be_picked_by_whom_they_are_for_and_what_they_are_about(
        self, home: Home
    ) -> None:
        li, wang = owed(), owed(WANG)
        other_step, other_season = owed(subject="M2"), owed(season="s2")
        home.watches.owe([li, wang, other_step, other_season])

        def picked(by: Picked) -> list[Owed]:
            return [line.owed for line in home.record.told(li.company, 0, 9, by)]

        assert picked(Picked(to=WANG)) == [wang]
        assert picked(Picked(step="M2")) == [other_step]
        assert picked(Picked(season=SeasonId("s2"))) == [other_season]
        assert picked(Picked(LI, SeasonId("s1"), "M1")) == [li]

    def test_a_repeat_is_marked_in_the_record(self, home: Home) -> None:
        claimed(home, near())
        home.ledger.unknown(REF, NOON, MORNING)
        repeat = replace(sending(near()), channel="mail", is_repeat=True)
        home.ledger.claim(repeat, NOON + MINUTE)

        home.ledger.sent(REF, 7, NOON + MINUTE)

        (line,) = home.record.told(owed().company, 0, 9)
        assert line == Told(near(), SENT, "mail", NOON + MINUTE, is_repeat=True)

    def test_what_a_message_told_is_known_by_its_number_and_only_to_whom_it_was_told(
        self, home: Home
    ) -> None:
        first, folded, wangs = near(), owed(), owed(WANG)
        home.watches.owe([first, folded, wangs])
        home.ledger.claim(Sending(REF, LI, "telegram", (first.key,), (folded.key,)), NOON)

        told_at_once = home.record.carried(LI, REF)
        home.ledger.sent(REF, 7, NOON)

        assert set(told_at_once) == {first, folded}
        assert home.record.carried(LI, REF) == told_at_once
        assert home.record.carried(WANG, REF) == ()
        assert home.record.carried(LI, SendRef("another")) == ()

    def test_what_was_not_sent_was_told_by_no_message(self, home: Home) -> None:
        claimed(home, near())

        home.ledger.not_sent(REF, NOON + MINUTE)

        assert home.record.carried(LI, REF) == ()

    def test_the_operator_sees_what_nobody_heard_newest_first(self, home: Home) -> None:
        rungs = [near(), owed(), owed(WANG), near(WANG)]
        home.watches.owe(rungs)
        failed, unreachable = End(Ending.FAILED, "400"), End(Ending.UNREACHABLE)
        home.ledger.end({rungs[0].key: unreachable}, NOON + MINUTE)
        home.ledger.end({rungs[1].key: failed, rungs[2].key: DONE}, NOON)
        home.ledger.end({rungs[3].key: failed}, NOON + MINUTE)

        assert [line.owed for line in home.record.failed(9)] == [rungs[3], rungs[0], rungs[1]]
        assert [line.owed for line in home.record.failed(1)] == [rungs[3]]

    def test_a_season_is_forgotten_when_nothing_of_it_was_told_for_long(self, home: Home) -> None:
        old, older = owed(season="old"), near()
        home.watches.owe([old, older, owed(season="open")])
        claimed(home, owed(WANG, season="old"))
        home.ledger.sent(REF, 7, NOON)
        home.ledger.end({old.key: DONE}, NOON)
        home.ledger.end({older.key: DONE}, NOON + MINUTE)

        assert home.ledger.purge(NOON) == 0
        assert home.ledger.purge(NOON + MINUTE) == 2
        assert len(home.record.told(owed().company, 0, 9)) == 2
        assert home.ledger.purge(EVER) == 1
        assert waiting(home) == [owed(season="open")]

    def test_what_was_told_of_a_season_stays_while_something_of_it_waits(self, home: Home) -> None:
        home.watches.owe([owed(), near()])
        home.ledger.end({owed().key: DONE}, NOON)

        assert home.ledger.purge(EVER) == 0
        home.ledger.end({near().key: DONE}, NOON + DAY)
        assert home.ledger.purge(NOON + DAY) == 0
        assert home.ledger.purge(EVER) == 2

    def test_a_company_that_is_opened_leaves_the_record_empty(self, home: Home) -> None:
        company = commit(home, opened())

        assert home.record.told(company.id, 0, 9) == ()

"""The promises of the ports Store and Work, run on every backend."""

from dataclasses import replace

import pytest

from tests.storage.homes import Home, commit, commit_company, read
from tests.storage.samples import ACME, MANAGER, NOON, answers, happened, opened, ticked, update
from workflow.change import Doer, Done, outcome
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.events import EventKind
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.model import Lifecycle
from workflow.ports import Acquaintance, ChatId, RowState
from workflow.record import Sought

CHAT = ChatId(7)
OTHER = CompanyId("other")


class StoreContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_what_was_committed_is_read_by_the_next_work(self, home: Home) -> None:
        company = commit_company(home, ACME, 280, 281)

        assert read(home, ACME) == company
        assert answers(read(home, ACME)) == [280, 281]

    def test_leaving_without_commit_leaves_nothing(self, home: Home) -> None:
        (row,) = home.inbox.take_in([update(1)], NOON)

        with home.store.begin(row.id) as work:
            work.save(opened())
            work.remember(Acquaintance(MANAGER, "李", "zh-CN"))
            work.keep_note(CHAT, "asked")

        with home.store.begin(None) as work:
            assert work.companies_of(MANAGER) == ()
            assert work.events(ACME, 9) == ()
            assert work.acquaintance(MANAGER) is None
            assert work.note(CHAT) == ""
            with pytest.raises(NoSuchCompany):
                work.company(ACME)
        assert home.inbox.open_rows() == (row,)

    def test_a_work_that_fails_leaves_the_store_usable(self, home: Home) -> None:
        with pytest.raises(NoSuchCompany), home.store.begin(None) as work:
            work.company(ACME)

        company = commit_company(home, ACME)

        assert read(home, ACME) == company

    def test_a_work_reads_what_it_saved_itself(self, home: Home) -> None:
        company = commit_company(home, ACME, 280)
        outcome = ticked(replace(company, name="乙公司"), 281)

        with home.store.begin(None) as work:
            work.save(outcome)

            assert work.company(ACME) == outcome.company
            assert [event.seq for event in work.events(ACME, 2)] == [3, 2]
            assert [card.name for card in work.companies_of(MANAGER)] == ["乙公司"]

    def test_another_company_is_read_beside_the_one_saved(self, home: Home) -> None:
        other = commit_company(home, OTHER)

        with home.store.begin(None) as work:
            work.save(opened())

            assert work.company(OTHER) == other
            assert work.events(OTHER, 9) == other.recent

    @pytest.mark.parametrize("name", ["unknown", "", "../journal", "a/b", "a\0b", "x" * 300, "坐"])
    def test_an_unknown_company_is_refused(self, home: Home, name: str) -> None:
        commit_company(home, ACME)

        with pytest.raises(NoSuchCompany):
            read(home, CompanyId(name))

    def test_one_work_saves_one_company(self, home: Home) -> None:
        with home.store.begin(None) as work:
            work.save(opened())

            with pytest.raises(AssertionError):
                work.save(opened(OTHER))

    def test_one_work_is_open_at_a_time(self, home: Home) -> None:
        with home.store.begin(None), pytest.raises(AssertionError), home.store.begin(None):
            pass

    def test_a_work_is_committed_once(self, home: Home) -> None:
        with home.store.begin(None) as work:
            work.save(opened())
            work.commit()

            with pytest.raises(AssertionError):
                work.commit()

    def test_an_outcome_of_an_older_state_is_refused(self, home: Home) -> None:
        company = commit(home, opened())
        commit(home, ticked(company, 280))

        with home.store.begin(None) as work, pytest.raises(AssertionError):
            work.save(ticked(company, 281))

    def test_companies_are_listed_by_name_without_the_removed_ones(self, home: Home) -> None:
        commit(home, opened(CompanyId("c"), "C"))
        commit(home, opened(CompanyId("a"), "A"))
        removed = commit(home, opened(CompanyId("b"), "B"))
        removed = replace(removed, lifecycle=Lifecycle.REMOVED)
        commit(home, happened(removed, EventKind.COMPANY_REMOVED))

        with home.store.begin(None) as work:
            assert [card.name for card in work.companies_of(MANAGER)] == ["A", "C"]
            assert work.companies_of(PersonId("stranger")) == ()

    def test_who_is_a_member_no_more_sees_the_company_no_more(self, home: Home) -> None:
        company = commit(home, opened())
        left = replace(company, members=())
        commit(home, happened(left, EventKind.COMPANY_CORRECTED))

        with home.store.begin(None) as work:
            assert work.companies_of(MANAGER) == ()

    def test_the_trail_holds_every_event_newest_first(self, home: Home) -> None:
        commit_company(home, ACME, *range(60))

        with home.store.begin(None) as work:
            assert [event.seq for event in work.events(ACME, 3)] == [61, 60, 59]
            assert len(work.events(ACME, 100)) == 61

    def test_the_trail_is_read_page_by_page(self, home: Home) -> None:
        commit_company(home, ACME, *range(9))

        with home.store.begin(None) as work:
            work.save(ticked(work.company(ACME), 9))

            assert [event.seq for event in work.events(ACME, 4)] == [11, 10, 9, 8]
            assert [event.seq for event in work.events(ACME, 4, 4)] == [7, 6, 5, 4]
            assert [event.seq for event in work.events(ACME, 4, 9)] == [2, 1]
            assert work.events(ACME, 4, 11) == ()

    @pytest.mark.parametrize(
        ("sought", "found"),
        [
            (Sought(kinds=frozenset({EventKind.COMPANY_OPENED})), [1]),
            (Sought(kinds=frozenset({EventKind.HANDED_IN, EventKind.NUDGED})), [4, 3, 2]),
            (Sought(person=PersonId("'\"x")), [4]),
            (Sought(person=PersonId("nobody")), []),
            (Sought(seasons=frozenset({SeasonId("s1"), SeasonId("s2")})), [4]),
            (Sought(subject="paper"), [4]),
            (Sought(kinds=frozenset({EventKind.HANDED_IN}), subject="paper"), []),
        ],
    )
    def test_only_what_is_sought_is_read(
        self, home: Home, sought: Sought, found: list[int]
    ) -> None:
        company = commit_company(home, ACME, 1, 2)
        doer = Doer(PersonId("'\"x"), NOON, NOON.date())
        done = Done(EventKind.NUDGED, company.seasons[0], "paper")

        with home.store.begin(None) as work:
            work.save(outcome(company, doer, done))
            unsaved = [event.seq for event in work.events(ACME, 9, 0, sought)]
            work.commit()

        with home.store.begin(None) as work:
            assert [event.seq for event in work.events(ACME, 9, 0, sought)] == found == unsaved
            assert [event.seq for event in work.events(ACME, 1, 1, sought)] == found[1:2]

    def test_people_and_notes_are_remembered(self, home: Home) -> None:
        person = Acquaintance(MANAGER, "李", "en", admitted=True, company=ACME, season="s1")
        with home.store.begin(None) as work:
            work.remember(person)
            work.keep_note(CHAT, "asked")
            assert (work.acquaintance(MANAGER), work.note(CHAT)) == (person, "asked")
            work.commit()

        with home.store.begin(None) as work:
            assert (work.acquaintance(MANAGER), work.note(CHAT)) == (person, "asked")
            work.keep_note(CHAT, "")
            assert work.note(CHAT) == ""
            work.commit()

        with home.store.begin(None) as work:
            assert work.note(CHAT) == ""

    @pytest.mark.parametrize("saves", [True, False])
    def test_a_commit_marks_its_row_as_applied(self, home: Home, *, saves: bool) -> None:
        (row, second) = home.inbox.take_in([update(1), update(2)], NOON)

        with home.store.begin(row.id) as work:
            if saves:
                work.save(opened())
            work.commit()

        assert home.inbox.open_rows() == (replace(row, state=RowState.APPLIED), second)

    def test_a_finished_row_stays_finished(self, home: Home) -> None:
        (row,) = home.inbox.take_in([update(1)], NOON)
        home.inbox.finish(row.id)

        with home.store.begin(row.id) as work:
            work.commit()

        assert home.inbox.open_rows() == ()

    def test_a_whole_store_has_no_faults(self, home: Home) -> None:
        commit_company(home, ACME, 280)

        assert list(home.store.check()) == []


class DamageContract:
    """What a damaged company is owed; inherited like the one above."""

    def test_a_damaged_company_rests_and_the_others_go_on(self, home: Home) -> None:
        commit_company(home, ACME, 280)
        other = commit_company(home, OTHER)
        home.damage(ACME)

        with pytest.raises(CompanyDamaged) as caught:
            read(home, ACME)

        assert caught.value.facts == {"company": "acme", "name": "甲公司"}
        assert read(home, OTHER) == other
        assert ["acme" in line for line in home.store.check()] == [True]

    def test_a_damaged_company_cannot_be_saved(self, home: Home) -> None:
        company = commit_company(home, ACME, 280)
        home.damage(ACME)

        with home.store.begin(None) as work, pytest.raises(CompanyDamaged):
            work.save(ticked(company, 281))

    def test_the_previous_copy_says_what_it_does_not_hold(self, home: Home) -> None:
        company = commit_company(home, ACME, 280, 281)
        home.damage(ACME)

        with home.store.begin(None) as work:
            copy = work.previous_copy(ACME)

        assert answers(copy.company) == [280]
        assert copy.missing == company.recent[-1:]

    def test_an_adopted_copy_is_the_company_from_then_on(self, home: Home) -> None:
        commit_company(home, ACME, 280, 281)
        home.damage(ACME)

        with home.store.begin(None) as work:
            copy = work.previous_copy(ACME)
            seq = copy.missing[-1].seq
            work.adopt_previous(happened(copy.company, EventKind.COPY_ADOPTED, after=seq))
            assert answers(work.company(ACME)) == [280]
            work.commit()

        company = commit(home, ticked(read(home, ACME), 282))
        assert answers(read(home, ACME)) == [280, 282]
        assert company.event_seq == 5
        assert list(home.store.check()) == []

    def test_a_copy_is_not_adopted_with_numbers_the_trail_has(self, home: Home) -> None:
        commit_company(home, ACME, 280, 281)
        home.damage(ACME)

        with home.store.begin(None) as work:
            outcome = happened(work.previous_copy(ACME).company, EventKind.COPY_ADOPTED)
            with pytest.raises(AssertionError):
                work.adopt_previous(outcome)

    def test_a_company_of_one_generation_has_no_previous_copy(self, home: Home) -> None:
        commit_company(home, ACME)
        home.damage(ACME)

        with home.store.begin(None) as work, pytest.raises(NoSuchCompany):
            work.previous_copy(ACME)

    def test_a_sound_company_has_no_copy_to_adopt(self, home: Home) -> None:
        company = commit_company(home, ACME, 280)

        with home.store.begin(None) as work, pytest.raises(NoSuchCompany):
            work.adopt_previous(happened(company, EventKind.COPY_ADOPTED))

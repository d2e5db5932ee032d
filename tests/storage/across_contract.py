"""The promises of Work about groups, invitations, people, and looking across companies."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.storage.homes import Home, commit, commit_company
from tests.storage.samples import ACME, MANAGER, NOON, bound, given_to, happened, opened, ticked
from workflow.across import Glance, MinePage, MineRow, Sign
from workflow.events import EventKind
from workflow.ids import CompanyId, ItemKey, PersonId, SeasonId
from workflow.model import Company, Filing, FilingFact, Lifecycle, Outcome
from workflow.ports import Acquaintance, ChatId, Work
from workflow.team import Invitation, Role

GROUP = ChatId(-100)
WANG = PersonId("wang")
LI = PersonId("li")
TENTH = date(2027, 1, 10)
GLANCE = Glance(MANAGER, TENTH, NOON - timedelta(days=7))
PERSON = Acquaintance(
    WANG, "王", "en", seen=NOON, guesses=3, guessed=NOON + timedelta(hours=1), season="1"
)


def invited(company: Company, *digests: str) -> Company:
    """The same company with these invitations, all revoked."""
    invitations = tuple(
        Invitation(number, digest, Role.VIEWER, (), MANAGER, NOON, NOON, revoked=True)
        for number, digest in enumerate(digests, 1)
    )
    return replace(company, invitations=invitations)


def remember(home: Home, *people: Acquaintance) -> None:
    with home.store.begin(None) as work:
        for person in people:
            work.remember(person)
        work.commit()


def with_work(home: Home, name: str, **owners: str) -> Company:
    """A company of that name and id, with these items open."""
    company = commit(home, opened(CompanyId(name), name))
    return commit(home, given_to(company, **owners))


def mine(home: Home, person: PersonId, offset: int = 0, count: int = 9) -> MinePage:
    with home.store.begin(None) as work:
        return work.mine(person, offset, count)


def items(page: MinePage) -> list[str]:
    """`company.item` of each row."""
    return [f"{row.company}.{row.item}" for row in page.rows]


def signs(work: Work, glance: Glance = GLANCE) -> dict[Sign, list[str]]:
    """The companies that show each sign; fails if the counts say otherwise."""
    found = {sign: [card.name for card in work.showing(sign, glance, 0, 99)] for sign in Sign}
    counts = work.standings_of(glance)
    assert counts.showing == {sign: len(names) for sign, names in found.items()}
    return found


def signs_now(home: Home, glance: Glance = GLANCE) -> dict[Sign, list[str]]:
    with home.store.begin(None) as work:
        return signs(work, glance)


class TeamContract:
    """Inherited by the test class of each backend, which gives the fixture `home`."""

    def test_all_that_is_remembered_of_a_person_comes_back(self, home: Home) -> None:
        remember(home, PERSON, replace(PERSON, person=LI, blocked=True))
        home.restart()

        with home.store.begin(None) as work:
            assert work.acquaintance(WANG) == PERSON
            assert work.acquaintance(LI) == replace(PERSON, person=LI, blocked=True)

    def test_an_invitation_leads_to_its_company_also_when_it_is_revoked(self, home: Home) -> None:
        company = invited(commit_company(home, ACME), "aa", "bb")
        with home.store.begin(None) as work:
            work.save(happened(company, EventKind.INVITED))
            assert work.invited_to("bb") == ACME
            work.commit()

        with home.store.begin(None) as work:
            assert [work.invited_to(digest) for digest in ("aa", "bb", "cc")] == [ACME, ACME, None]

    def test_a_group_leads_to_the_company_whose_board_it_shows(self, home: Home) -> None:
        company = commit_company(home, ACME)
        with home.store.begin(None) as work:
            work.save(bound(company, GROUP))
            assert work.company_of_group(GROUP) == ACME
            work.commit()

        with home.store.begin(None) as work:
            assert work.company_of_group(GROUP) == ACME
            assert work.company_of_group(ChatId(5)) is None

    def test_a_group_taken_off_leads_nowhere(self, home: Home) -> None:
        company = commit(home, bound(commit_company(home, ACME), GROUP))

        with home.store.begin(None) as work:
            work.save(bound(company))
            assert work.company_of_group(GROUP) is None
            work.commit()

        with home.store.begin(None) as work:
            assert work.company_of_group(GROUP) is None

    def test_what_another_work_left_without_commit_leads_nowhere(self, home: Home) -> None:
        company = invited(commit_company(home, ACME), "aa")
        with home.store.begin(None) as work:
            work.save(bound(company, GROUP))

        with home.store.begin(None) as work:
            assert (work.invited_to("aa"), work.company_of_group(GROUP)) == (None, None)


class MineContract:
    """Inherited like the one above."""

    def test_mine_is_of_all_companies_soonest_first_those_without_a_date_last(
        self, home: Home
    ) -> None:
        with_work(home, "b", i12=WANG, plain=WANG, i05=LI)
        with_work(home, "a", i12=WANG, i03=WANG)

        page = mine(home, WANG)

        assert items(page) == ["a.i03", "a.i12", "b.i12", "b.plain"]
        assert page.total == 4
        assert page.rows[0] == MineRow(
            CompanyId("a"), SeasonId("s1"), ItemKey("i03"), date(2027, 1, 3)
        )
        assert page.rows[3].due is None

    def test_mine_comes_in_pages_with_the_total_on_each(self, home: Home) -> None:
        with_work(home, "a", i01=WANG, i03=WANG, i05=WANG)
        with_work(home, "b", i02=WANG, i04=WANG)

        pages = [mine(home, WANG, offset, 2) for offset in (0, 2, 4, 6)]

        assert [items(page) for page in pages] == [
            ["a.i01", "b.i02"],
            ["a.i03", "b.i04"],
            ["a.i05"],
            [],
        ]
        assert [page.total for page in pages] == [5, 5, 5, 5]

    def test_what_is_done_or_given_to_another_is_mine_no_more(self, home: Home) -> None:
        company = with_work(home, "a", i01=WANG, i02=WANG, i03=WANG)

        commit(home, given_to(company, i02=LI, i03=WANG))

        assert (items(mine(home, WANG)), items(mine(home, LI))) == (["a.i03"], ["a.i02"])
        assert (mine(home, WANG).total, mine(home, LI).total) == (1, 1)

    def test_a_work_sees_what_it_saved_among_what_is_mine(self, home: Home) -> None:
        company = with_work(home, "a", i01=WANG, i05=WANG)
        with_work(home, "b", i03=WANG)

        with home.store.begin(None) as work:
            work.save(given_to(company, i04=WANG))
            assert items(work.mine(WANG, 0, 9)) == ["b.i03", "a.i04"]
            assert items(work.mine(WANG, 1, 1)) == ["a.i04"]

        assert items(mine(home, WANG)) == ["a.i01", "b.i03", "a.i05"]

    def test_nothing_is_mine_of_a_company_that_rests(self, home: Home) -> None:
        company = with_work(home, "a", i01=WANG)

        archived = replace(company, lifecycle=Lifecycle.ARCHIVED)
        commit(home, happened(archived, EventKind.COMPANY_ARCHIVED))

        assert mine(home, WANG) == MinePage((), 0)


class StandingsContract:
    """Inherited like the one above."""

    def test_companies_are_counted_by_what_is_missing(self, home: Home) -> None:
        with_work(home, "two", i20=MANAGER, i21=MANAGER)
        with_work(home, "one", i20=MANAGER)
        with_work(home, "ready")
        with_work(home, "done")

        found = signs_now(home)

        assert found[Sign.READY] == ["done", "ready"]
        assert found[Sign.ONE_MISSING] == ["one"]

    def test_what_was_reported_is_ready_no_more(self, home: Home) -> None:
        company = with_work(home, "a")
        filing = Filing(FilingFact.REPORTED, TENTH, MANAGER, NOON)
        seasons = (replace(company.seasons[0], filings=(filing,)),)
        reported = replace(company, seasons=seasons)

        commit(home, happened(reported, EventKind.FILING_RECORDED))

        assert signs_now(home)[Sign.READY] == []

    def test_a_company_is_overdue_from_the_day_after_its_date(self, home: Home) -> None:
        with_work(home, "a", i09=MANAGER)
        with_work(home, "b", i10=MANAGER)
        with_work(home, "c", plain=MANAGER)

        assert signs_now(home)[Sign.OVERDUE] == ["a"]
        tomorrow = replace(GLANCE, today=date(2027, 1, 11))
        assert signs_now(home, tomorrow)[Sign.OVERDUE] == ["a", "b"]

    def test_a_company_with_open_work_falls_silent(self, home: Home) -> None:
        with_work(home, "a", i09=MANAGER)
        with_work(home, "b")
        later = replace(GLANCE, silent_since=NOON + timedelta(microseconds=1))

        assert signs_now(home, replace(GLANCE, silent_since=NOON))[Sign.SILENT] == []
        assert signs_now(home, later)[Sign.SILENT] == ["a"]

    def test_nobody_can_be_reached_who_never_started_or_blocked_us(self, home: Home) -> None:
        with_work(home, "never", i20="stranger")
        with_work(home, "unseen", i20="li")
        with_work(home, "blocked", i20="wang")
        with_work(home, "reached", i20="wang", i21="zhao")
        with_work(home, "idle")
        remember(home, replace(PERSON, blocked=True), replace(PERSON, person=LI, seen=None))
        remember(home, replace(PERSON, person=PersonId("zhao")))

        assert signs_now(home)[Sign.UNREACHABLE] == ["blocked", "never", "unseen"]

    def test_who_asks_is_not_counted_as_somebody_to_write_to(self, home: Home) -> None:
        with_work(home, "a", i20=MANAGER)
        with_work(home, "b", i20="")
        remember(home, replace(PERSON, person=MANAGER))

        assert signs_now(home)[Sign.UNREACHABLE] == ["a", "b"]

    def test_who_blocks_and_comes_back_is_followed_at_once(self, home: Home) -> None:
        with_work(home, "a", i20="wang")
        remember(home, PERSON)
        assert signs_now(home)[Sign.UNREACHABLE] == []

        remember(home, replace(PERSON, blocked=True))
        assert signs_now(home)[Sign.UNREACHABLE] == ["a"]

        remember(home, PERSON)
        assert signs_now(home)[Sign.UNREACHABLE] == []

    def test_only_one_s_own_companies_with_a_season_going_on_are_counted(self, home: Home) -> None:
        with_work(home, "a", i09=MANAGER)
        archived = replace(with_work(home, "b", i09=MANAGER), lifecycle=Lifecycle.ARCHIVED)
        commit(home, happened(archived, EventKind.COMPANY_ARCHIVED))

        with home.store.begin(None) as work:
            assert work.standings_of(GLANCE).companies == 1
            assert work.standings_of(replace(GLANCE, person=WANG)).companies == 0
            assert signs(work, replace(GLANCE, person=WANG))[Sign.OVERDUE] == []

    def test_a_work_sees_what_it_saved_among_the_standings(self, home: Home) -> None:
        company = with_work(home, "a", i09=MANAGER)

        with home.store.begin(None) as work:
            work.save(given_to(company, i09=MANAGER, i10=MANAGER))
            assert signs(work)[Sign.ONE_MISSING] == []

        with home.store.begin(None) as work:
            work.save(opened(CompanyId("new"), "new"))
            assert signs(work)[Sign.READY] == ["new"]

        assert signs_now(home)[Sign.ONE_MISSING] == ["a"]

    def test_companies_of_a_sign_come_in_pages_by_name(self, home: Home) -> None:
        for name in "dbcea":
            with_work(home, name)

        with home.store.begin(None) as work:
            pages = [work.showing(Sign.READY, GLANCE, offset, 2) for offset in (0, 2, 4, 6)]

        assert [[card.name for card in page] for page in pages] == [
            ["a", "b"],
            ["c", "d"],
            ["e"],
            [],
        ]

    def test_something_done_later_ends_the_silence(self, home: Home) -> None:
        company = with_work(home, "a", i09=MANAGER)
        glance = replace(GLANCE, silent_since=datetime(2027, 1, 5, tzinfo=UTC))
        assert signs_now(home, glance)[Sign.SILENT] == ["a"]

        outcome = ticked(company, 280)
        event = replace(outcome.events[0], at=datetime(2027, 1, 6, tzinfo=UTC))
        recent = (*company.recent, event)
        commit(home, Outcome(replace(outcome.company, recent=recent), (event,)))

        assert signs_now(home, glance)[Sign.SILENT] == []

"""Calendars from the disk: whose they are, what is in them now, and when an address leads nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest

from chat.documents import CalendarFile
from running.agendas import AgendaMaker
from running.documents import DocumentMaker
from storage.cipher import Keys
from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.samples import ACME, MANAGER, happened, opened
from tests.talk import house
from workflow.errors import NoSuchCompany
from workflow.events import EventKind
from workflow.ids import CompanyId, PersonId
from workflow.inviting import digest_of
from workflow.ports import Acquaintance

SECRET = "0123456789abcdefghjkmnpqrstvwx"  # noqa: S105 - opens nothing
OTHER = CompanyId("other")
LI = PersonId("tg-2")
ME = Acquaintance(MANAGER, "经理", "zh-CN", feed=digest_of(SECRET))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[TinyHome]:
    home = TinyHome(tmp_path / "data", keys=Keys(bytes(range(32))))
    remember(home, ME)
    yield home
    home.close()


def remember(home: TinyHome, person: Acquaintance) -> None:
    with home.store.begin(None) as work:
        work.remember(person)
        work.commit()


def maker(home: TinyHome) -> AgendaMaker:
    return AgendaMaker(home.folder, home.keys or Keys(), house())


def summaries(content: bytes | None) -> list[str]:
    assert content is not None
    return [str(e["SUMMARY"]) for e in icalendar.Calendar.from_ical(content).walk("VEVENT")]


def names(content: bytes | None) -> set[str]:
    """The companies whose dates stand in it."""
    return {name for name in ("甲公司", "乙公司") if any(name in s for s in summaries(content))}


def removed(home: TinyHome, company: CompanyId) -> None:
    """Somebody else looks after it from now on."""
    found = read(home, company)
    others = tuple(replace(each, person=LI) for each in found.members)
    commit(home, happened(replace(found, members=others), EventKind.MEMBER_REMOVED, MANAGER))


def test_an_address_leads_to_the_dates_of_all_companies_of_its_person(home: TinyHome) -> None:
    commit_company(home, ACME)
    commit(home, opened(OTHER, "乙公司"))
    commit(home, opened(CompanyId("foreign"), "丙公司", LI))

    content = maker(home).feed(SECRET)

    assert names(content) == {"甲公司", "乙公司"}
    assert "丙公司" not in (content or b"").decode()


def test_the_secret_is_kept_nowhere(home: TinyHome) -> None:
    home.close()

    kept = b"".join(path.read_bytes() for path in home.folder.rglob("*") if path.is_file())

    assert SECRET.encode() not in kept
    assert digest_of(SECRET).encode() in kept


def test_of_a_company_that_one_was_removed_from_nothing_is_left(home: TinyHome) -> None:
    commit_company(home, ACME)
    commit(home, opened(OTHER, "乙公司"))
    removed(home, ACME)

    one_left = maker(home).feed(SECRET)
    removed(home, OTHER)

    assert names(one_left) == {"乙公司"}
    assert summaries(maker(home).feed(SECRET)) == []


@pytest.mark.parametrize("feed", ["", digest_of("another")], ids=["revoked", "renewed"])
def test_an_address_that_is_not_live_any_more_leads_nowhere(feed: str, home: TinyHome) -> None:
    commit_company(home, ACME)

    remember(home, replace(ME, feed=feed))

    assert maker(home).feed(SECRET) is None


@pytest.mark.parametrize("secret", ["", digest_of(SECRET), SECRET.upper(), "'; drop table people"])
def test_what_is_no_secret_leads_nowhere(secret: str, home: TinyHome) -> None:
    """Though there are people who have none."""
    remember(home, Acquaintance(LI, "李", "zh-CN"))
    remember(home, Acquaintance(PersonId("tg-3"), "赵", "zh-CN"))

    assert maker(home).feed(secret) is None


def test_nothing_new_gives_the_same_bytes_and_a_tick_gives_others(home: TinyHome) -> None:
    company = commit_company(home, ACME)
    before = maker(home).feed(SECRET)
    again = maker(home).feed(SECRET)

    commit(home, happened(company, EventKind.HANDED_IN))

    assert before == again
    assert maker(home).feed(SECRET) != before


def test_it_speaks_the_language_and_rings_as_the_person_chose(home: TinyHome) -> None:
    commit_company(home, ACME)
    quiet = maker(home).feed(SECRET) or b""

    remember(home, replace(ME, locale="en", calendar_alarms=True))

    english = maker(home).feed(SECRET) or b""
    assert any("(internal)" in each for each in summaries(english))
    assert (b"VALARM" in quiet, b"VALARM" in english) == (False, True)


def test_a_company_that_rests_keeps_the_dates_of_the_copy_before(home: TinyHome) -> None:
    commit_company(home, ACME, 280)
    home.damage(ACME)

    assert names(maker(home).feed(SECRET)) == {"甲公司"}


def test_a_company_without_any_whole_copy_takes_no_other_with_it(home: TinyHome) -> None:
    commit_company(home, ACME)
    commit(home, opened(OTHER, "乙公司"))
    home.damage(ACME)

    assert names(maker(home).feed(SECRET)) == {"乙公司"}


def test_the_file_is_what_the_feed_is(home: TinyHome) -> None:
    commit_company(home, ACME)
    make = DocumentMaker(home.folder, home.keys or Keys(), maker(home))

    made = make(CalendarFile(MANAGER, "年报日期.ics"))

    assert made == maker(home).feed(SECRET)


def test_a_stranger_has_no_calendar(home: TinyHome) -> None:
    with pytest.raises(NoSuchCompany):
        maker(home).of(LI)

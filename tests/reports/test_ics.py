"""Calendars read back by the library that wrote them and by another: days, names, marks, bytes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from messages.wording import Wording
from reports.ics import as_ics
from tests.talk import CATALOGUE, ZONE
from tests.workflow.firm import CALENDAR, MANAGER, PACKS, opened
from workflow.agenda import AgendaEntry, Clock, agenda

CHINESE = Wording(CATALOGUE, "zh-CN", ZONE)
ENGLISH = Wording(CATALOGUE, "en", ZONE)
ENTRIES = agenda(opened(), PACKS, CALENDAR, MANAGER)
FILING = next(e for e in ENTRIES if e.clock is Clock.STATUTORY and e.step.number)
INTERNAL = next(e for e in ENTRIES if e.clock is Clock.INTERNAL)
NASTY = "甲,公司;\\“a”\nBEGIN:VEVENT"


def events(content: bytes) -> list[Any]:
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def event(entry: AgendaEntry, wording: Wording = CHINESE, *, alarms: bool = False) -> Any:  # noqa: ANN401
    (only,) = events(as_ics([entry], wording, alarms=alarms))
    return only


def test_a_day_is_a_whole_day_and_ends_before_the_next() -> None:
    read = event(FILING)

    assert read.decoded("dtstart") == date(2027, 3, 31)
    assert read.decoded("dtend") == date(2027, 4, 1)
    assert b"DTSTART;VALUE=DATE:20270331\r\n" in as_ics([FILING], CHINESE)


def test_it_takes_nobodys_time() -> None:
    read = event(FILING)

    assert (read["STATUS"], read["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")


def test_the_two_clocks_look_different() -> None:
    statutory, internal = event(FILING), event(INTERNAL)

    assert statutory["SUMMARY"].startswith("⚖️ 法定 · 第6步")
    assert internal["SUMMARY"].endswith("(内部)")
    assert "不能移动" in statutory["DESCRIPTION"]
    assert statutory.categories != internal.categories


def test_a_date_that_was_moved_keeps_its_name_and_comes_with_a_higher_number() -> None:
    later = INTERNAL.changed + timedelta(hours=1)
    moved = replace(
        INTERNAL,
        day=INTERNAL.day + timedelta(days=3),
        revision=INTERNAL.revision + 1,
        changed=later,
    )

    before, after = event(INTERNAL), event(moved)

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("dtstart") - before.decoded("dtstart") == timedelta(days=3)
    assert after.decoded("last-modified") == after.decoded("dtstamp") == later


def test_what_is_done_is_ticked_and_stays_confirmed() -> None:
    read = event(replace(FILING, is_done=True), alarms=True)

    assert read["SUMMARY"].startswith("✔ ⚖️")
    assert read["STATUS"] == "CONFIRMED"
    assert read.walk("VALARM") == []


def test_nothing_rings_unless_asked() -> None:
    assert b"VALARM" not in as_ics(ENTRIES, CHINESE)


def test_asked_to_it_rings_at_nine_the_day_before() -> None:
    (alarm,) = event(FILING, alarms=True).walk("VALARM")

    midnight = datetime(2027, 3, 31, tzinfo=ZONE)
    assert midnight + alarm.decoded("trigger") == datetime(2027, 3, 30, 9, tzinfo=ZONE)


def test_a_provisional_day_says_so() -> None:
    assert "暂定" in event(replace(INTERNAL, provisional=True))["DESCRIPTION"]
    assert "暂定" not in event(replace(INTERNAL, provisional=False))["DESCRIPTION"]


def test_the_calendar_has_a_name_and_asks_to_be_looked_at_again() -> None:
    calendar = icalendar.Calendar.from_ical(as_ics(ENTRIES, CHINESE))

    assert calendar["X-WR-CALNAME"] == "年报管家"
    assert calendar["VERSION"] == "2.0"
    assert calendar.decoded("refresh-interval") == timedelta(hours=6)
    assert calendar["X-PUBLISHED-TTL"] == "PT6H"
    assert "METHOD" not in calendar


def test_lines_are_folded_between_characters_and_end_as_they_must() -> None:
    content = as_ics(ENTRIES, CHINESE)

    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert [line.decode() for line in lines]
    assert any(line.startswith(b" ") for line in lines)


@pytest.mark.parametrize("wording", [CHINESE, ENGLISH], ids=lambda each: each.locale)
def test_another_reader_reads_the_same(wording: Wording) -> None:
    content = as_ics(ENTRIES, wording, alarms=True)

    other = vobject.readOne(content.decode())

    ours = [(e["UID"], e.decoded("dtstart"), e["SUMMARY"]) for e in events(content)]
    assert [(e.uid.value, e.dtstart.value, e.summary.value) for e in other.vevent_list] == ours
    assert len(ours) == len(ENTRIES)


def test_names_that_look_like_a_calendar_do_no_harm() -> None:
    content = as_ics([replace(FILING, company=NASTY)], CHINESE)

    (read,) = events(content)
    assert NASTY in read["SUMMARY"]
    (other,) = vobject.readOne(content.decode()).vevent_list
    assert NASTY in other.summary.value


def test_the_same_dates_give_the_same_bytes() -> None:
    assert as_ics(ENTRIES, ENGLISH) == as_ics(list(ENTRIES), ENGLISH)
    assert as_ics(ENTRIES, ENGLISH) != as_ics(ENTRIES, CHINESE)


def test_a_calendar_of_nothing_is_one() -> None:
    content = as_ics([], ENGLISH)

    assert events(content) == []
    assert vobject.readOne(content.decode()).name == "VCALENDAR"


def test_when_it_was_stamped_is_told_in_utc() -> None:
    stamped = replace(FILING, changed=datetime(2027, 1, 5, 9, 10, tzinfo=ZONE))

    assert event(stamped).decoded("dtstamp") == datetime(2027, 1, 5, 1, 10, tzinfo=UTC)

"""Calendar files (RFC 5545) that Apple, Google and Outlook read: each date a day, worded for its reader.

The same input gives the same bytes, so that whoever asks again can be told that nothing changed.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from messages.say import Fact, say
from messages.wording import Wording
from workflow.agenda import AgendaEntry, Clock
from workflow.pack import Milestone

PRODUCT = "-//Nianbao//Agenda 1//ZH"
REFRESH = timedelta(hours=6)
"""How often a subscribed calendar is asked to look again."""
_REFRESH = "PT6H"
ALARM_BEFORE = timedelta(hours=15)
"""Before the day begins: at 9:00 of the day before, where the reader is."""


def as_ics(entries: Iterable[AgendaEntry], wording: Wording, *, alarms: bool = False) -> bytes:
    """The entries as a calendar; with `alarms` each one not done rings the day before at 9:00.

    A moved date keeps its UID and comes with a higher SEQUENCE (`AgendaEntry.revision`). There is
    no METHOD, so that DTSTAMP says when the entry was last revised, not when the file was made.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = wording.plain(say("ics-name"))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _REFRESH)
    for entry in entries:
        calendar.add_component(_event(entry, wording, alarms=alarms))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: AgendaEntry, wording: Wording, *, alarms: bool) -> Event:
    event, summary = Event(), wording.plain(_summary(entry))
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed)
    event.add("last-modified", entry.changed)
    event.add("sequence", entry.revision)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(wording.plain(line) for line in _lines(entry)))
    event.add("categories", [wording.plain(say(f"ics-clock-{entry.clock}"))])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if alarms and not entry.is_done:
        event.add_component(_alarm(summary))
    return event


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -ALARM_BEFORE)
    return alarm


def _summary(entry: AgendaEntry) -> Fact:
    """The two clocks look different; a tick goes before what is done."""
    facts: dict[str, Fact] = {
        "step": _step(entry.step),
        "company": entry.company,
        "licence": entry.licence,
    }
    is_statutory = entry.clock is Clock.STATUTORY
    summary = say("ics-statutory" if is_statutory else "ics-internal", **facts)
    return say("ics-done", summary=summary) if entry.is_done else summary


def _step(step: Milestone) -> Fact:
    if step.number is None:
        return step.title
    return say("step-name", number=step.number, title=step.title)


def _lines(entry: AgendaEntry) -> Iterator[Fact]:
    yield say("ics-case", company=entry.company, licence=entry.licence, year=entry.year)
    if entry.total:
        yield say("ics-progress", done=entry.done, total=entry.total)
    yield say(f"ics-clock-says-{entry.clock}")
    if entry.provisional:
        yield say("ics-provisional")
    basis = entry.step.basis
    standing = say(f"standing-{basis.standing}")
    if basis.source is None:
        yield say("step-basis", standing=standing)
    else:
        yield say("step-basis-source", standing=standing, source=basis.source)

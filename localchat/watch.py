"""Telling those who wait that something changed: tests by a bell, open pages by a stream."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from localchat.wire import Wire

STREAM_ROOM = 500


class Bell:
    """Rung at a change; wakes all who wait at that moment."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake everybody who waits now; later comers wait for the next ring."""
        self._event.set()
        self._event.clear()

    async def wait(self, seconds: float) -> None:
        """Return at the next ring, or after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return


class Stream:
    """What one open page has not been told yet; it ends when the page falls too far behind."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._events: asyncio.Queue[Wire | None] = asyncio.Queue()

    def put(self, event: Wire) -> None:
        """Add an event; a page that stopped reading is sent away and loads everything again."""
        if self._events.qsize() < self._room:
            self._events.put_nowait(event)
        else:
            self.end()

    def end(self) -> None:
        """No more events will come."""
        self._events.put_nowait(None)

    async def next(self) -> Wire | None:
        """The next event, or None at the end."""
        return await self._events.get()


class Watch:
    """Who is to be told of changes: one bell for each person, one stream for each open page."""

    def __init__(self) -> None:
        self._bells: defaultdict[int, Bell] = defaultdict(Bell)
        self._streams: set[Stream] = set()

    def bell(self, person: int) -> Bell:
        """Rings at every change that this person can see."""
        return self._bells[person]

    def tell(self, person: int, event: Wire) -> None:
        """Something changed for a person; an event carries its "kind" and what the page needs."""
        if person in self._bells:
            self._bells[person].ring()
        self.tell_pages({**event, "person": person})

    def tell_pages(self, event: Wire) -> None:
        """Something changed that every page shows, as the clock."""
        for stream in self._streams:
            stream.put(event)

    @contextmanager
    def stream(self, room: int = STREAM_ROOM) -> Iterator[Stream]:
        """The events from now on, for one reader who may fall so many behind."""
        stream = Stream(room)
        self._streams.add(stream)
        try:
            yield stream
        finally:
            self._streams.discard(stream)

    def close(self) -> None:
        """End all streams, so that the server can stop at once."""
        for stream in self._streams:
            stream.end()

"""Notices over an outbox, with a clock that the test moves."""

from datetime import UTC, datetime, timedelta

from chat.talk import Send
from gateway.notices import Notices, Roads
from gateway.ways import Ways
from storage.outbox import SqliteOutbox
from tests.gateway.reminded import MAILBOX, Posts
from tests.gateway.stage import Stage, send
from workflow.ids import PersonId
from workflow.posting import OwedNotice

START = datetime(2026, 1, 5, 1, tzinfo=UTC)
WANG, LI = 1001, 1002
HOUR = timedelta(hours=1)


def say(owed: OwedNotice) -> Send:
    mark = " (again)" if owed.repeated else ""
    return send(int(owed.notice.to), f"notice {owed.notice.subject}{mark}")


class Pump:
    """Notices over an outbox, with a clock the test moves."""

    def __init__(self, stage: Stage, notices: Notices) -> None:
        self._stage = stage
        self._notices = notices

    async def work(self, after: timedelta = timedelta()) -> datetime | None:
        self._stage.time.seconds += after.total_seconds()
        return await self._notices.work()

    def here(self, person: int) -> None:
        self._notices.here(PersonId(str(person)))


async def pump(stage: Stage, outbox: SqliteOutbox, posts: Posts | None = None) -> Pump:
    stage.desk.says = say
    sender = stage.sender_over((await stage.calls()).without_waiting())
    ways = Ways(sender, sender, posts or Posts(), lambda _: (MAILBOX,))

    def clock() -> datetime:
        return START + timedelta(seconds=stage.time.seconds)

    return Pump(stage, Notices(outbox, stage.desk, Roads(ways, ways), clock))

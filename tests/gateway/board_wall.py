"""A group with a board over the journal's own table, its keeper, and a clock the test moves."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chat.boards import BoardView
from chat.talk import Message
from gateway.boards import BoardKeeper
from localchat.person import Person
from storage.boards import SqliteBoards
from storage.database import Database
from tests.gateway.postings import bind
from tests.gateway.stage import Stage
from workflow.ports import ChatId

START = datetime(2026, 1, 5, 1, tzinfo=UTC)


@dataclass
class Wall:
    """A group with a board, its keeper, and a clock the test moves."""

    stage: Stage
    wang: Person
    boards: SqliteBoards
    keeper: BoardKeeper

    @property
    def chat(self) -> ChatId:
        return ChatId(self.wang.place.chat)

    def clock(self) -> datetime:
        return START + timedelta(seconds=self.stage.time.seconds)

    def change(self, text: str, topic: int = 0) -> None:
        """The company changed: the board says something else."""
        self.show(text, topic)
        self.boards.all_stale()

    def show(self, text: str, topic: int = 0) -> None:
        """The board says this, if anybody looks."""
        self.stage.desk.boards[self.chat] = BoardView(Message(text), topic, 1)

    async def work(self, after: float = 0.0) -> float | None:
        self.stage.time.seconds += after
        return await self.keeper.work()

    @property
    def texts(self) -> list[str]:
        """What the bot's messages say, as they stand there now."""
        return [one.text for one in self.wang.replies if one.text]


async def keeper(stage: Stage, boards: SqliteBoards) -> BoardKeeper:
    def clock() -> datetime:
        return START + timedelta(seconds=stage.time.seconds)

    return BoardKeeper(boards, stage.desk, await stage.calls(), clock, stage.time, stage.tell)


async def wall(stage: Stage, disk: Database, *, may_pin: bool = True) -> Wall:
    """Wang's group, where nothing has been posted yet."""
    group = stage.chat.create_group("team", [1001])
    wang = stage.person().at(group.id)
    if may_pin:
        await wang.group.promote_bot(may_pin=True)
    else:
        await wang.group.let_all_pin(allowed=False)
    boards = bind(disk, group.id)
    return Wall(stage, wang, boards, await keeper(stage, boards))

"""The boards of groups on disk: one row a group, stale from a commit until it was shown."""

from storage.database import Cells, Database, to_moment, to_number
from storage.difference import renew
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.ports import ChatId
from workflow.posting import Board

_COLUMNS = "company, chat, message, shown, edited_at, change, page, to_pin"


def project_boards(database: Database, company: Company) -> None:
    """Make the company's boards those of its groups, all of them stale.

    Part of the transaction that settles a commit. A group that shows another company's board
    keeps it.
    """
    groups = {(group.chat,) for group in company.groups}
    renew(database, "groups", ("chat",), company.id, groups)
    for group in company.groups:
        database.tell(
            "update groups set title = ?1 where chat = ?2 and company = ?3 and title <> ?1",
            (group.title, group.chat, company.id),
        )
    if groups:
        _outdate(database, company.id)


def turn_board(database: Database, chat: ChatId, page: int) -> None:
    """The group's board shows that page from now on; part of the transaction of a commit."""
    _change(database, "page = ?", page, chat)


def pin_board(database: Database, chat: ChatId) -> None:
    """We may pin in the group from now on; part of the transaction of a commit."""
    _change(database, "to_pin = ?", 1, chat)


def _change(database: Database, change: str, value: int, chat: ChatId) -> None:
    database.tell(
        f"update groups set {change}, change = change + 1,"  # noqa: S608  (ours)
        " stale_since = coalesce(stale_since, ?) where chat = ?",
        (value, _queue_end(database), chat),
    )


def _outdate(database: Database, company: CompanyId) -> None:
    database.tell(
        "update groups set change = change + 1, stale_since = coalesce(stale_since, ?)"
        " where company = ?",
        (_queue_end(database), company),
    )


def _queue_end(database: Database) -> int:
    """Boards wait in the order of these numbers."""
    rows = database.ask("select coalesce(max(stale_since), 0) + 1 from groups")
    return int(rows[0][0])


class SqliteBoards:
    """The boards of the journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stale(self, limit: int) -> tuple[Board, ...]:
        """Boards whose company changed since they were shown, longest waiting first."""
        rows = self._database.ask(
            f"select {_COLUMNS} from groups where stale_since is not null"  # noqa: S608  (ours)
            " order by stale_since, chat limit ?",
            (limit,),
        )
        return tuple(_board(row) for row in rows)

    def of(self, chat: ChatId) -> Board | None:
        """The board of a group; a company that takes the group off its list has none there."""
        rows = self._database.ask(
            f"select {_COLUMNS} from groups where chat = ?",  # noqa: S608  (ours)
            (chat,),
        )
        return _board(rows[0]) if rows else None

    def shown(self, board: Board) -> None:
        """It stands there like this now; not stale, unless something changed after `change`."""
        edited = None if board.edited is None else to_number(board.edited)
        self._database.tell(
            "update groups set message = ?1, shown = ?2, edited_at = ?3,"
            " to_pin = iif(change = ?4, ?5, to_pin), stale_since = iif(change = ?4, null, ?6)"
            " where chat = ?7 and company = ?8",
            (
                *(board.message, board.shown, edited, board.change, int(board.to_pin)),
                *(_queue_end(self._database), board.chat, board.company),
            ),
        )

    def all_stale(self) -> None:
        """A new day: every board says something else."""
        self._database.tell(
            "update groups set change = change + 1, stale_since = coalesce(stale_since, ?)",
            (_queue_end(self._database),),
        )


def _board(row: Cells) -> Board:
    company, chat, message, shown, edited_at, change, page, to_pin = row
    edited = None if edited_at is None else to_moment(edited_at)
    return Board(
        CompanyId(company), ChatId(chat), message, shown, edited, change, page, bool(to_pin)
    )

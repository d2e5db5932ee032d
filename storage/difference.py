"""Rows of a table that follow a company: brought up to date by what differs, so a tick is cheap."""

from collections.abc import Collection

from storage.database import Cells, Database
from workflow.ids import CompanyId


def renew(
    database: Database,
    table: str,
    columns: tuple[str, ...],
    company: CompanyId,
    rows: Collection[Cells],
) -> None:
    """Make the company's rows of the table these; what another company holds stays with it.

    `table` and `columns` are names of ours, never anything that came in.
    """
    listed = ", ".join(columns)
    known = set(database.ask(f"select {listed} from {table} where company = ?", (company,)))  # noqa: S608
    same = " and ".join(f"{column} = ?" for column in columns)
    for row in known.difference(rows):
        database.tell(f"delete from {table} where company = ? and {same}", (company, *row))  # noqa: S608
    marks = ", ".join("?" for _ in columns)
    for row in set(rows) - known:
        database.tell(
            f"insert into {table}(company, {listed}) values(?, {marks}) on conflict do nothing",
            (company, *row),
        )

"""The directory: which companies there are and who belongs to them, drawn from their files."""

from storage.database import Database
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Lifecycle
from workflow.ports import CompanyCard


class Directory:
    """A projection of the company files; `project` brings one company's part up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def card(self, company: CompanyId) -> CompanyCard | None:
        """The company's line, removed or not."""
        rows = self._database.ask(
            "select company, name, uscc, lifecycle from directory where company = ?", (company,)
        )
        return _card(*rows[0]) if rows else None

    def cards(self) -> tuple[CompanyCard, ...]:
        """Every company's line, by id."""
        rows = self._database.ask(
            "select company, name, uscc, lifecycle from directory order by company"
        )
        return tuple(_card(*row) for row in rows)

    def cards_of(self, person: PersonId) -> tuple[CompanyCard, ...]:
        """The lines of the companies a person is a member of, removed ones too, in no order."""
        rows = self._database.ask(
            "select company, name, uscc, lifecycle from membership join directory using (company)"
            " where person = ?",
            (person,),
        )
        return tuple(_card(*row) for row in rows)

    def is_empty(self) -> bool:
        """Whether no company was ever entered."""
        return not self._database.ask("select 1 from directory limit 1")

    def project(self, company: Company) -> None:
        """Enter the company's line and members as they are now."""
        self._database.tell(
            "insert into directory(company, name, uscc, lifecycle) values(?, ?, ?, ?)"
            " on conflict(company) do update set"
            " name = excluded.name, uscc = excluded.uscc, lifecycle = excluded.lifecycle",
            (company.id, company.name, company.uscc, company.lifecycle),
        )
        self._database.tell("delete from membership where company = ?", (company.id,))
        for member in company.members:
            self._database.tell(
                "insert into membership(person, company) values(?, ?) on conflict do nothing",
                (member.person, company.id),
            )


def card_of(company: Company) -> CompanyCard:
    """The line the directory has of a company."""
    return CompanyCard(company.id, company.name, company.uscc, company.lifecycle)


def _card(company: str, name: str, uscc: str, lifecycle: str) -> CompanyCard:
    return CompanyCard(CompanyId(company), name, uscc, Lifecycle(lifecycle))

"""The directory: which companies there are and who belongs to them, drawn from their files."""

from storage.database import Database
from storage.difference import renew
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Lifecycle
from workflow.ports import ChatId, CompanyCard


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

    def invited_to(self, digest: str) -> CompanyId | None:
        """The company that gave out the invitation of that digest."""
        rows = self._database.ask("select company from invitations where digest = ?", (digest,))
        return CompanyId(rows[0][0]) if rows else None

    def company_of_group(self, chat: ChatId) -> CompanyId | None:
        """The company whose board a group shows."""
        rows = self._database.ask("select company from groups where chat = ?", (chat,))
        return CompanyId(rows[0][0]) if rows else None

    def is_in_group_called(self, person: PersonId, title: str) -> bool:
        """Whether a company they are a member of shows its board in a group of that title."""
        return bool(
            self._database.ask(
                "select 1 from membership join groups using (company)"
                " where person = ? and title = ? limit 1",
                (person, title),
            )
        )

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
        people = {(member.person,) for member in company.members}
        renew(self._database, "membership", ("person",), company.id, people)
        digests = {(invitation.digest,) for invitation in company.invitations}
        renew(self._database, "invitations", ("digest",), company.id, digests)


def card_of(company: Company) -> CompanyCard:
    """The line the directory has of a company."""
    return CompanyCard(company.id, company.name, company.uscc, company.lifecycle)


def gave_out(company: Company, digest: str) -> bool:
    """Whether the invitation of that digest is the company's, also a used or revoked one."""
    return any(each.digest == digest for each in company.invitations)


def is_in_group(company: Company, chat: ChatId) -> bool:
    """Whether the company has bound that group."""
    return any(group.chat == chat for group in company.groups)


def _card(company: str, name: str, uscc: str, lifecycle: str) -> CompanyCard:
    return CompanyCard(CompanyId(company), name, uscc, Lifecycle(lifecycle))

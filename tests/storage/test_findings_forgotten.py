"""What was said of findings, once somebody or a file is to be forgotten."""

from dataclasses import replace
from datetime import UTC, datetime

from storage.forgotten import Forgotten
from storage.papers import files_of
from storage.redaction import company_without, without_files
from tests.workflow.firm import opened
from workflow.findings import FindingRecord, Judgement
from workflow.given import FileRef
from workflow.ids import FileId, PersonId
from workflow.model import Company
from workflow.record import ERASED_NAME
from workflow.rules import RuleKey

THEN = datetime(2027, 1, 6, 2, tzinfo=UTC)
LEFT, STAYS, ALIAS = PersonId("p1234567"), PersonId("p7654321"), PersonId("erased-1")
PAPER = FileRef(FileId("f1"), "合同.pdf", "application/pdf", 9, "a" * 64)
KEY = RuleKey("r11")


def said(by: PersonId, why: str) -> Judgement:
    return Judgement(accepted=False, by=by, at=THEN, reason=why, stands_on="s")


def explained() -> Company:
    """One explained it with a paper, another said more since."""
    first = replace(said(LEFT, "李雷说合同到期"), evidence=(PAPER,))
    second = said(STAYS, "李雷说得对")
    record = FindingRecord(1, THEN, LEFT, second, (first,))
    company = opened()
    return replace(company, seasons=(replace(company.seasons[0], findings={KEY: record}),))


def record_of(company: Company) -> FindingRecord:
    return company.seasons[0].findings[KEY]


def test_who_is_forgotten_is_named_in_no_reason() -> None:
    gone = Forgotten(LEFT, frozenset({"李雷"}), ALIAS)

    record = record_of(company_without(explained(), gone))

    assert (record.by, record.former[0].by) == (ALIAS, ALIAS)
    assert "李雷" not in repr(record)


def test_a_paper_of_an_explanation_is_a_file_of_the_company() -> None:
    assert files_of(explained()) == {"f1": PAPER}


def test_an_erased_paper_loses_its_name_and_the_reason_stays() -> None:
    record = record_of(without_files(explained(), [FileId("f1")]))

    assert [each.name for each in record.former[0].evidence] == [ERASED_NAME]
    assert record.judgement is not None
    assert record.judgement.reason == "李雷说得对"

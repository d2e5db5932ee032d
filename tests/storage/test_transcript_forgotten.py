"""What was typed over into the platform, once somebody or a file is to be forgotten."""

from dataclasses import replace
from datetime import UTC, datetime

from storage.forgotten import MARK, Forgotten
from storage.redaction import company_without, without_files
from tests.workflow.firm import doer, gave, opened
from workflow.given import FileRef, FilesGiven
from workflow.ids import FileId, ItemKey, PersonId
from workflow.model import Company
from workflow.transcript import FormKey, LineKey, Said, Saved, Transcript, Typed

THEN = datetime(2027, 1, 6, 2, tzinfo=UTC)
LEFT, STAYS, ALIAS = PersonId("p1234567"), PersonId("p7654321"), PersonId("erased-1")
KEY, PAPERS = LineKey("seats_total"), LineKey("other_papers")
PAPER = FileRef(FileId("f1"), "李雷合同.pdf", "application/pdf", 9, "a" * 64)
OTHER = FileRef(FileId("f2"), "说明.pdf", "application/pdf", 9, "b" * 64)


def told(by: PersonId, text: str) -> Said:
    return Said(by, THEN, text)


def typed_over() -> Company:
    """Two people typed it over; one wrote what the platform said, and it was settled since."""
    papers = Typed(LEFT, THEN, f"{PAPER.name} | {OTHER.name}")
    seats = Typed(STAYS, THEN, "280", told(LEFT, "李雷看到超限"), told(STAYS, "李雷填的 28"))
    transcript = Transcript(
        typed={KEY: seats, PAPERS: papers},
        refused={KEY: told(LEFT, "又超限")},
        otherwise={KEY: told(STAYS, "李雷填的 29")},
        saved={FormKey("service"): Saved(LEFT, THEN, "m")},
    )
    company = gave(opened(), ItemKey("other_papers"), FilesGiven((PAPER, OTHER)), by=doer())
    return replace(company, seasons=(replace(company.seasons[0], transcript=transcript),))


def transcript_of(company: Company) -> Transcript:
    return company.seasons[0].transcript


def test_who_is_forgotten_is_named_nowhere_and_what_was_typed_stays() -> None:
    gone = Forgotten(LEFT, frozenset({"李雷"}), ALIAS, frozenset({FileId("f1")}))

    left = transcript_of(company_without(typed_over(), gone))

    assert LEFT not in repr(left)
    assert "李雷" not in repr(left)
    assert left.typed[KEY].value == "280"
    assert left.typed[PAPERS].by == left.saved[FormKey("service")].by == ALIAS


def test_their_own_words_become_a_mark_and_stay_open() -> None:
    gone = Forgotten(LEFT, frozenset(), ALIAS)

    left = transcript_of(company_without(typed_over(), gone))

    assert left.refused[KEY] == Said(ALIAS, THEN, MARK)
    assert left.typed[KEY].refused == Said(ALIAS, THEN, MARK)
    assert left.otherwise[KEY].text == "李雷填的 29"


def test_an_erased_file_is_named_no_more_in_what_was_typed() -> None:
    left = transcript_of(without_files(typed_over(), [FileId("f1")]))

    assert left.typed[PAPERS].value == f"{MARK} | {OTHER.name}"

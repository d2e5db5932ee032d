"""The forms of the platform divide the draft report as they divide the filing."""

from storage.forms import load_forms
from tests.workflow.firm import PACKS, WORKFLOW, chooses, doer, opened
from workflow.actions import hand_in
from workflow.figures import Figures
from workflow.ids import ItemKey, PackRef
from workflow.model import Company
from workflow.outlining import outline_of
from workflow.papers import Outline

PACK = PACKS[PackRef("call_centre@2")]
FORMS = load_forms(WORKFLOW / "packs")


def outline(company: Company) -> Outline:
    return outline_of(FORMS, Figures(company, company.seasons[0], PACK))


def opened_as(choice: str) -> Company:
    company, key = opened(PACK), ItemKey("service_opened")
    given = chooses(choice)
    return hand_in(company, company.seasons[0].id, PACK, key, given, by=doer()).company


def test_the_draft_has_a_section_for_each_form_but_the_pledge_in_the_platforms_order() -> None:
    forms = [form.title for form in FORMS.forms if not form.is_pledge]

    sections = outline(opened(PACK)).sections

    assert [section.title for section in sections] == forms
    assert len(sections) == len(FORMS.forms) - 1


def test_what_everybody_will_read_is_what_the_forms_say() -> None:
    told = outline(opened(PACK))

    assert "company_name" in told.published
    assert "revenue_total" in told.asked
    assert told.published.isdisjoint(told.asked)


def test_a_service_that_is_not_opened_leaves_its_form_out_and_says_why() -> None:
    not_opened, in_use = opened_as("not_opened"), opened_as("opened")

    left_out = [section for section in outline(not_opened).sections if section.left_out]

    assert len(left_out) == 1
    assert not [section for section in outline(in_use).sections if section.left_out]

"""How the platform's forms divide the report on paper, and what of it everybody will read."""

from workflow.figures import Figures
from workflow.forms import Form, FormBook
from workflow.papers import Outline, Section
from workflow.reckoning import holds


def outline_of(book: FormBook, figures: Figures) -> Outline:
    """A section for each form but the pledge; one that is off the report says why it is empty."""
    forms = (form for form in book.forms if not form.is_pledge)
    return Outline(
        tuple(_section(form, figures) for form in forms),
        frozenset(book.published),
        frozenset(book.asked),
    )


def _section(form: Form, figures: Figures) -> Section:
    is_out = form.left_out_when is not None and holds(form.left_out_when, figures) is True
    items = tuple(line.item for line in form.lines)
    return Section(form.title, items, form.left_out if is_out else None)

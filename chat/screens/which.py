"""Which report is meant: its licence, and the licence's number where the company has two alike."""

from chat.session import Case
from messages.say import Fact, say
from workflow.openwork import active_seasons


def licence_of(case: Case) -> Fact:
    """As the report is told apart from the company's others under way."""
    season = case.season
    alike = [
        each
        for each in active_seasons(case.company)
        if (each.pack, each.year) == (season.pack, season.year)
    ]
    if len(alike) == 1 or not season.licence_no:
        return case.pack.title
    return say("licence-numbered", licence=case.pack.title, number=season.licence_no)

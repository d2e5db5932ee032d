"""By what the rungs of all companies are planned here."""

from chat.session import House
from workflow.duties import Rules


def rules_of(house: House) -> Rules:
    """The packs and when they remind, working days, and the zone of the house."""
    return Rules(house.packs, house.policies, house.calendar, house.zone)

"""Random days in the town: everybody does whatever they can, and the walls judge it."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from tests.walls.filings import Filings
from tests.walls.gatherings import LONGEST_MOVE
from tests.walls.judgements import Judgements
from tests.walls.moves import companies, keys, offices, people, picks, places, rarely
from tests.walls.reminders import Reminders
from tests.walls.town import PEOPLE
from tests.walls.tries import Tries
from workflow.ids import CompanyId, ItemKey
from workflow.team import Role

JUDGING = (Verb.ACCEPT, Verb.GIVE_BACK, Verb.WITHDRAW)
ABOUT_AN_ITEM = (Verb.ITEM, Verb.MORE, Verb.HISTORY, Verb.TAKE)


class Days(Reminders, Filings, Judgements, Tries):
    """The work and the team, beside all the rest."""

    @rule(place=places, key=keys)
    def hands_in(self, place: tuple[int, str], key: str) -> None:
        """Open the card, send a file."""
        person, company = place
        self._presses(person, Verb.ITEM, company, "1", key)
        self.sends_a_file(person)

    @rule(place=places, key=keys, verb=st.sampled_from(JUDGING))
    def judges(self, place: tuple[int, str], key: str, verb: Verb) -> None:
        """Accept what stands there, give it back, or take it back, seen or not."""
        person, company = place
        entries = self.town.store.companies[CompanyId(company)].seasons[0].items.get(ItemKey(key))
        version = entries.version if entries else 0
        self._presses(person, verb, company, "1", key, version)
        self.says_something_new(person)

    @rule(place=places, key=keys, to=people)
    def assigns(self, place: tuple[int, str], key: str, to: int) -> None:
        """Give an item to somebody."""
        person, company = place
        self._presses(person, Verb.ASSIGN_TO, company, "1", key, to)

    @rule(place=places, key=keys, verb=st.sampled_from(ABOUT_AN_ITEM))
    def looks_closer(self, place: tuple[int, str], key: str, verb: Verb) -> None:
        """The card, what is behind it, its versions; take it."""
        person, company = place
        self._presses(person, verb, company, "1", key)

    @rule(
        office=offices,
        whom=people,
        role=st.sampled_from(tuple(Role)),
        turn=st.sampled_from(("on", "on", "off")),
    )
    def turns_a_role(self, office: tuple[int, str], whom: int, role: Role, turn: str) -> None:
        """Put it on somebody, or take it off."""
        keeper, company = office
        self._presses(keeper, Verb.ROLE, company, whom, role, turn)

    @rule(office=offices, whom=people, now=rarely)
    def sends_away(self, office: tuple[int, str], whom: int, now: bool) -> None:  # noqa: FBT001
        """Out of the company; else only asked whether they are sure."""
        keeper, company = office
        verb = Verb.REMOVE_SURE if now else Verb.REMOVE_MEMBER
        self._presses(keeper, verb, company, whom)

    @rule(office=offices, whom=people, to=people)
    def hands_over(self, office: tuple[int, str], whom: int, to: int) -> None:
        """Everything of one to another."""
        keeper, company = office
        self._presses(keeper, Verb.HAND_OVER_TO, company, whom, to)

    @rule(place=places, now=rarely)
    def leaves(self, place: tuple[int, str], now: bool) -> None:  # noqa: FBT001
        """By themselves, if they may; else only asked whether they are sure."""
        person, company = place
        self._presses(person, Verb.LEAVE_SURE if now else Verb.LEAVE, company)

    @rule(office=offices, pick=picks)
    def takes_a_link_back(self, office: tuple[int, str], pick: int) -> None:
        """One of the invitations, used or not."""
        keeper, company = office
        made = len(self.town.store.companies[CompanyId(company)].invitations)
        self._presses(keeper, Verb.REVOKE, company, 1 + pick % made)

    # --- short stories, each of which the walls have to stand ------------------------------

    @rule(place=places, key=keys)
    def approves_their_own(self, place: tuple[int, str], key: str) -> None:
        """Hands in and judges in one breath."""
        self.hands_in(place, key)
        self.judges(place, key, Verb.ACCEPT)
        self.judges(place, key, Verb.GIVE_BACK)

    @rule(office=offices, guest=people, pick=picks)
    def comes_late(self, office: tuple[int, str], guest: int, pick: int) -> None:
        """The link has run out when it is opened."""
        self.invites(office, pick)
        self.time_passes(24 * LONGEST_MOVE)
        self.comes_in(guest, 0)

    @rule(office=offices, guest=people, pick=picks)
    def comes_too_late(self, office: tuple[int, str], guest: int, pick: int) -> None:
        """The link was taken back before it is opened."""
        keeper, company = office
        self.invites(office, pick)
        made = len(self.town.store.companies[CompanyId(company)].invitations)
        self._presses(keeper, Verb.REVOKE, company, made)
        self.comes_in(guest, 0)

    @rule(office=offices, whom=people, role=st.sampled_from(tuple(Role)))
    def changes_and_sends_away(self, office: tuple[int, str], whom: int, role: Role) -> None:
        """What they were to be told comes when they are gone."""
        self.turns_a_role(office, whom, role, "on")
        self.sends_away(office, whom, now=True)
        self.the_post_goes_out()

    @rule(company=companies, now=rarely)
    def everybody_leaves(self, company: str, now: bool) -> None:  # noqa: FBT001
        """One after the other; somebody has to stay."""
        for person in PEOPLE if now else ():
            self.leaves((person, company), now=True)

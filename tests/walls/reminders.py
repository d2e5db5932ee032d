"""Being reminded: mornings, dates that move, robots, one's own calendar, the record of notices."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from chat.talk import Typed
from tests.walls.gatherings import Gatherings
from tests.walls.law import KEEPERS, SIGNERS
from tests.walls.moves import companies, offices, parted, people, places
from tests.walls.reading import RECORDS
from tests.walls.town import address
from workflow.ids import CompanyId
from workflow.ports import ChatId

DATES = (Verb.DUE_SURE, Verb.DUE_SURE, Verb.DUE_TO, Verb.DUE_BACK)
DAYS = 72
"""Hours: what is overdue is told each third day."""
WORDS = (Verb.HANDLE, Verb.SAY_WORD)
RULES = (Verb.LADDER, Verb.TELLS_BOSS, Verb.MONTHLY, Verb.PLACE_HOUR)
ROBOTS = (
    *(Verb.ROBOTS, Verb.ROBOT, Verb.ADD_ROBOT, Verb.RENAME_ROBOT),
    *(Verb.REMOVE_ROBOT, Verb.REMOVE_ROBOT_SURE),
)
LATER = (Verb.LATER, Verb.LATER_TO, Verb.LATER_ALL, Verb.LATER_ALL_TO)


class Reminders(Gatherings):
    """What the bot says by itself, and who may steer it."""

    @rule()
    def a_morning_comes(self) -> None:
        """Everybody hears what they are owed: people, groups, robots, mailboxes."""
        self.walls.morning()

    @rule(person=people)
    def looks_at_calendar(self, person: int) -> None:
        """Also in one that was subscribed to long ago."""
        self.walls.looks_at_calendar(person)

    @rule(person=people)
    def comes_back(self, person: int) -> None:
        """After we were away."""
        self._does(self.walls.comes_back(person))

    @rule(company=companies, keepers=st.booleans())
    def are_reached_no_more(self, company: str, keepers: bool) -> None:  # noqa: FBT001
        """Who keeps a company, or who helps: others hear of it, who may not know all of that."""
        for member in self.town.store.companies[CompanyId(company)].members:
            if (KEEPERS | SIGNERS).isdisjoint(member.roles) is not keepers:
                self.town.desk.unreachable(ChatId(int(member.person)))
        self._days_go_by()

    @rule(person=people)
    def hears_elsewhere_too(self, person: int) -> None:
        """By mail, which others may read."""
        self._presses(person, Verb.ADD_ADDRESS)
        self._does(self.walls.does(person, Typed("li@example.com")))
        self._days_go_by()

    def _days_go_by(self) -> None:
        self.time_passes(DAYS)
        self.a_morning_comes()

    @rule(place=places, verb=st.sampled_from(DATES), parts=parted)
    def moves_a_date(self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]) -> None:
        """For a reason, or without; and back."""
        self._makes(place, verb, parts)
        self.says_something_new(place[0])

    @rule(place=places, verb=st.sampled_from(WORDS), parts=parted)
    def answers_for_a_step(
        self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]
    ) -> None:
        """So that the boss does not hear, or hears this too."""
        self._makes(place, verb, parts)
        self.says_something_new(place[0])

    @rule(place=places, verb=st.sampled_from(RULES), parts=parted)
    def sets_the_rules(self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]) -> None:
        """On which days, at what hour, whether the boss hears."""
        self._makes(place, verb, parts)

    @rule(place=places, verb=st.sampled_from(sorted(RECORDS)), parts=parted)
    def reads_what_was_told(
        self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]
    ) -> None:
        """Who was told what."""
        self._makes(place, verb, parts)

    @rule(place=places, verb=st.sampled_from(ROBOTS), parts=parted)
    def turns_to_robots(self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]) -> None:
        """One more, another name, none any more."""
        self._makes(place, verb, parts)
        self._does(self.walls.does(place[0], Typed(address(self.town.token()))))

    @rule(place=places, verb=st.sampled_from(LATER), parts=parted)
    def puts_it_off(self, place: tuple[int, str], verb: Verb, parts: tuple[int, ...]) -> None:
        """To a later moment of the day."""
        self._makes(place, verb, parts)

    @rule(office=offices, whom=people, hours=st.sampled_from((1, 24)))
    def puts_it_off_and_is_sent_away(self, office: tuple[int, str], whom: int, hours: int) -> None:
        """What they were to be told comes when they are gone."""
        keeper, company = office
        later = (company, "", "")
        self._presses(whom, Verb.LATER_TO, "hour", 0, "20270301", *later)
        self._presses(keeper, Verb.REMOVE_SURE, company, whom)
        self.time_passes(hours)
        self.a_morning_comes()

"""What happens in groups, and how they come to show a board."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from chat.talk import (
    BroughtIn,
    FileInGroup,
    GroupMoved,
    Pressed,
    PutOut,
    Typed,
    Unnamed,
    What,
)
from tests.chat.stage import button
from tests.walls.law import KEEPERS
from tests.walls.moves import Moves, companies, groups, offices, people, picks, rarely
from workflow.ids import CompanyId
from workflow.ports import ChatId

IN_GROUPS = ("/status", "/board", "/bind", "进度", "收到", "/todo", "/members")
HAPPENINGS = (BroughtIn(may_pin=True), Unnamed("anonymous"), FileInGroup("ZQ0Q.pdf"))
LONGEST_MOVE = 9
"""Days: an invitation is good for seven."""


class Gatherings(Moves):
    """Groups, boards, the post."""

    @rule(person=people, group=groups, text=st.sampled_from(IN_GROUPS))
    def says_in_a_group(self, person: int, group: int, text: str) -> None:
        """A command, or nothing of our business."""
        self._does(self.walls.does(person, Typed(text), group))

    @rule(person=people, group=groups, pick=picks)
    def presses_in_a_group(self, person: int, group: int, pick: int) -> None:
        """Any button at all, in a group."""
        data = self.town.buttons[pick % len(self.town.buttons)]
        self._does(self.walls.does(person, Pressed(data, 1, "p"), group))

    @rule(person=people, group=groups)
    def confirms_in_a_group(self, person: int, group: int) -> None:
        """「放在这里」."""
        self._does(self.walls.does(person, Pressed(button(Verb.BIND_HERE), 1, "p"), group))

    @rule(
        person=people,
        group=groups,
        company=companies,
        outsiders=st.sampled_from(("yes", "no")),
    )
    def asks_to_bind(self, person: int, group: int, company: str, outsiders: str) -> None:
        """Asked in private, whoever it is."""
        data = button(Verb.BIND_ASK, company, group, outsiders)
        self._does(self.walls.does(person, Pressed(data, 1, "p")))

    @rule(company=companies, pick=picks, group=groups, outsiders=st.sampled_from(("yes", "no")))
    def binds(self, company: str, pick: int, group: int, outsiders: str) -> None:
        """Asked by one who keeps the company, confirmed by another who does, and by who asked."""
        keepers = self._keepers(company)
        one, other = (keepers[(pick + turn) % len(keepers)] for turn in range(2))
        self.says_in_a_group(one, group, "/bind")
        self.asks_to_bind(one, group, company, outsiders)
        self.confirms_in_a_group(other, group)
        self.confirms_in_a_group(one, group)

    @rule(office=offices, group=groups, answer=st.sampled_from(["yes", "no"]))
    def says_outsiders(self, office: tuple[int, str], group: int, answer: str) -> None:
        """There are some in the group, or none any more; the board says less, or more."""
        keeper, company = office
        self._presses(keeper, Verb.OUTSIDERS, company, group, answer)
        self.the_post_goes_out()

    @rule(person=people, group=groups, what=st.sampled_from(HAPPENINGS))
    def happens_in_a_group(self, person: int, group: int, what: What) -> None:
        """What the messenger tells of it."""
        self._does(self.walls.does(person, what, group))

    @rule(person=people, group=groups, now=rarely)
    def loses_a_group(self, person: int, group: int, now: bool) -> None:  # noqa: FBT001
        """It becomes a supergroup, or puts us out."""
        if now:
            self._does(self.walls.does(person, GroupMoved(ChatId(group - 100)), group))
            self._does(self.walls.does(person, PutOut(), group - 100))

    def _keepers(self, company: str) -> list[int]:
        """Who keeps it now."""
        members = self.town.store.companies[CompanyId(company)].members
        return [int(each.person) for each in members if KEEPERS & set(each.roles)]

    @rule()
    def the_post_goes_out(self) -> None:
        """Notices and boards; until then they wait."""
        self.walls.post()

    @rule(hours=st.sampled_from((1, 24, 24 * LONGEST_MOVE)))
    def time_passes(self, hours: int) -> None:
        """Links grow old."""
        self.town.now += timedelta(hours=hours)

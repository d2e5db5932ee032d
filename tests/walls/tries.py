"""Buttons of every kind, made for one's own company or another's, and what may follow each."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from chat.talk import Typed
from tests.walls.kinds import SHAPE_OF
from tests.walls.moves import Moves, parted, picks, places
from tests.walls.town import address
from workflow.ports import ChatId

ANSWERS = ("280", "1.2", "2027-03-25", "08:30", "是", "7 3 0", "25%")
MOST_AT_ONCE = 8
tried = st.tuples(st.sampled_from(tuple(SHAPE_OF)), parted, picks)
"""A kind of button, what decides its parts, and what is said when something is asked then."""
several = st.lists(tried, min_size=1, max_size=MOST_AT_ONCE)
Try = tuple[Verb, tuple[int, ...], int]


class Tries(Moves):
    """All that the screens hold, whoever it was made for."""

    @rule(place=places, tries=st.lists(tried, min_size=1, max_size=MOST_AT_ONCE))
    def tries(self, place: tuple[int, str], tries: list[tuple[Verb, tuple[int, ...], int]]) -> None:
        """One after the other; a question is answered, and what it shows then is pressed."""
        person, _ = place
        for verb, parts, pick in tries:
            self._makes(place, verb, parts)
            if self.town.store.notes.get(ChatId(person)):
                self._answers(person, pick)
            self.goes_on(person, pick % 4)

    def _answers(self, person: int, pick: int) -> None:
        """A canary, as often as not; else something that is understood."""
        known = (*ANSWERS, address(self.town.token()))
        wanted = self.town.token() if pick % 2 else known[pick // 2 % len(known)]
        self._does(self.walls.does(person, Typed(wanted)))

"""What is said of findings, and what the authority said: words that stand at internal matters."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from tests.walls.moves import Moves, people, places
from tests.walls.town import FOUND, A
from workflow.matters import MatterKind

SAYING = (Verb.EXPLAIN_FINDING, Verb.EXPLAIN_FINDING, Verb.ACCEPT_FINDING)
LOOKING = (Verb.FINDING, Verb.FINDING_HISTORY, Verb.RETRACT_FINDING)


class Judgements(Moves):
    """Each by anybody, of the finding that looks at an internal matter."""

    @rule(place=places, verb=st.sampled_from(SAYING), reader=people)
    def says_of_a_finding(self, place: tuple[int, str], verb: Verb, reader: int) -> None:
        """Explain it, or answer for it, in words that nobody has said before; somebody looks."""
        person, company = place
        self._presses(person, verb, company, "1", FOUND)
        self.says_something_new(person)
        self._presses(reader, Verb.FINDING, company, "1", FOUND)

    @rule(place=places, verb=st.sampled_from(LOOKING))
    def looks_at_a_finding(self, place: tuple[int, str], verb: Verb) -> None:
        """All findings; that one, what became of it, what one said taken back."""
        person, company = place
        self._presses(person, Verb.CHECK, company, "1", 1)
        self._presses(person, verb, company, "1", FOUND)

    @rule(place=places, kind=st.sampled_from(tuple(MatterKind)), reader=people)
    def tells_of_the_authority(self, place: tuple[int, str], kind: MatterKind, reader: int) -> None:
        """That it got in touch, when, what it said, by when it wants the paper; somebody looks."""
        person, company = place
        self._presses(person, Verb.MATTER_ON, company, "1", kind, "2027-03-09")
        self.says_something_new(person)
        self.says(person, "2027-03-20")
        self._presses(reader, Verb.MATTER, company, "1", 1)

    @rule(person=people)
    def looks_at_what_the_authority_said(self, person: int) -> None:
        """The first of what it said to one company."""
        self._presses(person, Verb.MATTERS, A, "1")
        self._presses(person, Verb.MATTER, A, "1", 1)

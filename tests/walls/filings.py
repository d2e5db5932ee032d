"""The days before and on which a report is filed: signing, forms, what is published, papers, versions."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from chat.buttons import Verb
from chat.documents import PaperFormat
from chat.talk import Pressed, Typed
from tests.walls.moves import Moves, people, picks, places
from tests.walls.sheets import Sheets
from tests.walls.town import KEYS, MARKED, SEATS
from workflow.matters import MatterState
from workflow.papers import PaperKind

LINES = ("legal_rep", MARKED, "staff_vas", "company_name", "pledge")
"""Of the forms; the second is an internal matter."""
ASKED_ABOUT = (*KEYS, "legal_rep", MARKED)
FORMS = ("pledge", "basics", "economy")
PUBLISHED = ("revenue_total", "all")
OF_YEARS = ("填报项", "2024 年(前年)", "2025 年(去年)", "出处")
ABOUT_MATTERS = ((Verb.MATTER_LINK,), (Verb.MATTER_TERM,), (Verb.MATTER_TURN, MatterState.CLOSED))
seats = st.sampled_from(SEATS)
yes_or_no = st.sampled_from(("yes", "no"))


class Filings(Sheets, Moves):
    """Each by anybody, whoever's report it is."""

    def _shown(self, person: int, verb: Verb) -> str:
        """The latest button of that kind on their screen; none: one that leads nowhere."""
        own = self.town.shown.get(person, ())
        return next((each for each in reversed(own) if each.startswith(f"{verb}|")), verb.value)

    def _goes(self, person: int, verb: Verb) -> None:
        self._does(self.walls.does(person, Pressed(self._shown(person, verb), 1, "p")))

    # --- signing --------------------------------------------------------------------------

    @rule(place=places)
    def asks_to_sign(self, place: tuple[int, str]) -> None:
        """请签字; the signers hear of it."""
        person, company = place
        self._presses(person, Verb.SIGN_ASK, company, "1")
        self.walls.post()

    @rule(place=seats, other=people)
    def signs(self, place: tuple[int, str], other: int) -> None:
        """Look at it, agree; somebody else presses the same button."""
        person, company = place
        self._presses(person, Verb.SIGN_CARD, company, "1")
        data = self._shown(person, Verb.SIGN_AGREE)
        for each in (other, person):
            self._does(self.walls.does(each, Pressed(data, 1, "p")))

    @rule(place=seats, verb=st.sampled_from((Verb.SIGN_UNDO, Verb.SIGN_ALL, Verb.CHECK)))
    def looks_at_signatures(self, place: tuple[int, str], verb: Verb) -> None:
        """All that is signed, what was found in it; one's own signature taken back."""
        person, company = place
        self._presses(person, Verb.SIGN_CARD, company, "1")
        self._goes(person, verb)

    @rule(place=places, verb=st.sampled_from((Verb.SIGN_RETURN, Verb.SIGN_PAPER)))
    def does_not_sign(self, place: tuple[int, str], verb: Verb) -> None:
        """Given back with a reason that nobody has said before, or put on paper."""
        person, company = place
        self._presses(person, verb, company, "1")
        self.says_something_new(person)
        self.walls.post()

    @rule(place=places, key=st.sampled_from(ASKED_ABOUT), number=st.integers(1, 3), by=people)
    def asks_who_handed_in(self, place: tuple[int, str], key: str, number: int, by: int) -> None:
        """A question about an item, and an answer from whoever knows its number."""
        person, company = place
        self._presses(person, Verb.SIGN_ABOUT_ITEM, company, "1", key)
        self.says_something_new(person)
        self._presses(by, Verb.SIGN_ANSWER, company, "1", number)
        self.says_something_new(by)
        self.walls.post()

    # --- the forms ------------------------------------------------------------------------

    @rule(place=places, key=st.sampled_from(LINES), back=st.booleans())
    def types_over(self, place: tuple[int, str], key: str, back: bool) -> None:  # noqa: FBT001
        """One line into the platform; or not after all."""
        person, company = place
        self._presses(person, Verb.FORM_LINE, company, "1", key)
        self._goes(person, Verb.TYPED_OVER)
        if back:
            self._presses(person, Verb.NOT_TYPED_OVER, company, "1", key)

    @rule(place=places, key=st.sampled_from(LINES))
    def is_refused_by_the_platform(self, place: tuple[int, str], key: str) -> None:
        """In words that nobody has said before."""
        person, company = place
        self._presses(person, Verb.SYSTEM_SAYS, company, "1", key)
        self.says_something_new(person)

    @rule(place=places, key=st.sampled_from(FORMS))
    def saves_and_reads_back(self, place: tuple[int, str], key: str) -> None:
        """What the platform holds is another thing."""
        person, company = place
        self._presses(person, Verb.FORM, company, "1", key, 0)
        self._goes(person, Verb.FORM_SAVED)
        self._presses(person, Verb.READ_BACK, company, "1", key)
        held = f"法定代表人 {self.town.token()}\n技术人员 {self.town.token()}"
        self._does(self.walls.does(person, Typed(held)))

    @rule(place=places)
    def keeps_the_pledge(self, place: tuple[int, str]) -> None:
        """The platform's own words."""
        person, company = place
        self._presses(person, Verb.PLEDGE_TEXT, company, "1")
        self.says_something_new(person)

    @rule(place=places, key=st.sampled_from(PUBLISHED), answer=yes_or_no)
    def says_what_is_published(self, place: tuple[int, str], key: str, answer: str) -> None:
        """公示, 不公示; and what everybody will read."""
        person, company = place
        self._presses(person, Verb.PUBLISH, company, "1", key, answer)
        self._presses(person, Verb.PUBLISHED, company, "1", 0)

    # --- papers, years, versions, the authority ----------------------------------------------

    @rule(place=places, kind=st.sampled_from(tuple(PaperKind)))
    def takes_a_paper(self, place: tuple[int, str], kind: PaperKind) -> None:
        """What stands on it is held against who takes it."""
        person, company = place
        self._presses(person, Verb.PAPER_AS, company, "1", kind, PaperFormat.XLSX)

    @rule(place=places)
    def fills_the_years(self, place: tuple[int, str]) -> None:
        """Figures of the years before, and where they are from."""
        person, company = place
        self._presses(person, Verb.STATUS, company, "1")
        self._presses(person, Verb.YEARS_SHEET, company, "1")
        row = ("法定代表人", self.town.token(), self.town.token(), self.town.token())
        sheet = self._sheet((OF_YEARS, row))
        self._does(self.walls.does(person, sheet))
        self._goes(person, Verb.SHEET_TAKE)

    @rule(place=places, version=st.sampled_from((1, 2)))
    def moves_the_pack(self, place: tuple[int, str], version: int) -> None:
        """To other rules, or back."""
        person, company = place
        self._presses(person, Verb.REPACK_SURE, company, "1", version)

    @rule(place=places, about=st.sampled_from(ABOUT_MATTERS), pick=picks)
    def goes_on_with_a_matter(
        self, place: tuple[int, str], about: tuple[Verb, str] | tuple[Verb], pick: int
    ) -> None:
        """Linked to what it is about, given another term, closed; the last step is taken back."""
        person, company = place
        verb, *parts = about
        self._presses(person, verb, company, "1", 1, *parts)
        self._goes(person, Verb.MATTER_TOGGLE)
        self.says(person, "2027-03-22")
        if pick % 2:
            self.says(person, "/undo")

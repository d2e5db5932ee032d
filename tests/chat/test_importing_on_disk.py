"""An import that the disk or the power stops anywhere: no client is lost, none is built twice."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from chat.buttons import Verb
from chat.desk import Desk
from chat.session import House
from chat.talk import GoOn, Outgoing, Pressed, Typed, What
from tests.chat.agency import verb_of
from tests.chat.lists import lines, the_list
from tests.chat.markup import words
from tests.chat.stage import NOON, WANG, button, incoming
from tests.storage.faulty import Fault, FaultyDisk, PowerCut
from tests.storage.homes import TinyHome
from tests.talk import AS_IN_LIFE, house
from workflow.ids import PersonId
from workflow.ports import ChatId

CALLS = 4
"""So many times does the commit of a new company call the disk."""
ME = PersonId(str(WANG))


@dataclass
class Agency:
    """A desk over a home that may be opened again: its ids go on."""

    home: TinyHome
    house: House

    @property
    def desk(self) -> Desk:
        return Desk(self.house, self.home.store)

    def begins(self) -> None:
        """Three clients are to be built."""
        self.does(Pressed(button(Verb.IMPORT), 1, "p"))
        read = self.does(the_list(*lines(3)))
        self.does(Pressed(verb_of(read, Verb.IMPORT_BUILD), 1, "p"))

    def does(self, what: What) -> Sequence[Outgoing]:
        return self.desk.receive(incoming(WANG, what))

    def goes_on(self) -> Sequence[Outgoing]:
        """One piece more."""
        return self.desk.go_on(ChatId(WANG), ME, NOON)

    def ends(self) -> int:
        """All the pieces that are left; how many."""
        pieces = 1
        while any(isinstance(each, GoOn) for each in self.goes_on()):
            pieces += 1
        return pieces

    @property
    def names(self) -> list[str]:
        with self.home.store.begin(None) as work:
            return [card.name for card in work.companies_of(ME)]


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Agency]:
    home = TinyHome(tmp_path / "data", patience=0)
    home.project_by(AS_IN_LIFE)
    yield Agency(home, house())
    home.close()


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("call", range(1, CALLS + 1))
def test_after_a_stop_anywhere_each_is_built_once(agency: Agency, call: int, fault: Fault) -> None:
    agency.begins()
    agency.home.reopen(disk := FaultyDisk(call, fault))

    with suppress(PowerCut):
        agency.goes_on()
    agency.home.reopen()
    built = len(agency.names)
    pieces = agency.ends()

    assert disk.struck
    assert (built, pieces) in ((0, 3), (1, 2))
    assert len(agency.names) == len(set(agency.names)) == 3
    assert list(agency.home.store.check()) == []


def test_a_full_disk_is_told_with_what_is_left(agency: Agency) -> None:
    agency.begins()
    agency.home.reopen(FaultyDisk(1, Fault.FULL))

    answer = agency.goes_on()

    assert "还有 3 家没建" in words(answer)
    assert not any(isinstance(each, GoOn) for each in answer)
    assert agency.ends() == 3


def test_a_restart_in_the_middle_shows_what_is_left(agency: Agency) -> None:
    agency.begins()
    agency.goes_on()

    agency.home.reopen()

    answer = agency.desk.again(incoming(WANG, Typed("")))
    assert "还有 2 家没建" in words(answer)

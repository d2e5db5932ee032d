"""An agency clerk with a list of clients, before the desk of `stage`."""

from collections.abc import Iterator, Sequence

from chat.buttons import Verb
from chat.talk import GoOn, Outgoing
from tests.chat.lists import lines, the_list
from tests.chat.markup import presses
from tests.chat.stage import NOON, WANG, Stage, button, empty_stage
from workflow.ids import PersonId
from workflow.model import Company
from workflow.ports import ChatId


def reads(one: Stage, *rows: Sequence[str], person: int = WANG) -> Sequence[Outgoing]:
    """The list is asked for and sent; what the bot read."""
    one.presses(person, button(Verb.IMPORT))
    return one.does(person, the_list(*rows))


def builds(one: Stage, *rows: Sequence[str], person: int = WANG) -> Sequence[Outgoing]:
    """The list, sent and built to its end; all that was said since [建]."""
    return list(steps(one, begins(one, *rows, person=person), person))


def begins(one: Stage, *rows: Sequence[str], person: int = WANG) -> Sequence[Outgoing]:
    """[建] was pressed, and nothing is built yet."""
    return one.presses(person, verb_of(reads(one, *rows, person=person), Verb.IMPORT_BUILD))


def steps(one: Stage, answer: Sequence[Outgoing], person: int = WANG) -> Iterator[Outgoing]:
    """What the gateway does with it: each GoOn asks for the next piece."""
    waiting = [*answer]
    while waiting:
        outgoing = waiting.pop(0)
        yield outgoing
        if isinstance(outgoing, GoOn):
            waiting += one.desk.go_on(ChatId(person), PersonId(str(person)), NOON)


def verb_of(answer: Sequence[Outgoing], verb: Verb, nth: int = 0) -> str:
    """Data of the button of that verb in the answer."""
    return [data for data in presses(answer) if data.partition("|")[0] == verb][nth]


def companies(one: Stage) -> list[Company]:
    """All that are kept, by name."""
    return sorted(one.store.companies.values(), key=lambda company: company.name)


def agency(clients: int = 5) -> Stage:
    """The clerk with so many clients."""
    one = empty_stage()
    one.types(WANG, "/start")
    builds(one, *lines(clients))
    return one

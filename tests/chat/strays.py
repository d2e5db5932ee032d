"""Files that name a client of an agency, and where they went."""

from collections.abc import Sequence

from chat.buttons import Verb
from chat.note import read_note
from chat.talk import Outgoing
from tests.chat.agency import agency, companies
from tests.chat.markup import presses
from tests.chat.stage import WANG, Stage, button
from workflow.given import FilesGiven
from workflow.ids import ItemKey
from workflow.model import Company
from workflow.ports import ChatId

PAPER = "reported_screenshot"


def one_of_five() -> Stage:
    """云呼 is open, with 飞话2 … beside it."""
    stage = agency(5)
    stage.presses(WANG, button(Verb.OPEN_CLIENT, named(stage, "云呼").id))
    return stage


def named(one: Stage, name: str) -> Company:
    return next(company for company in companies(one) if name in company.name)


def note(one: Stage) -> object:
    return read_note(one.store.notes.get(ChatId(WANG), ""))


def papers(one: Stage, name: str, key: str = PAPER) -> list[str]:
    """The names of the files handed in for that item of that company."""
    state = named(one, name).seasons[0].items.get(ItemKey(key))
    given = [entry.given for entry in state.live] if state else []
    return [file.name for each in given if isinstance(each, FilesGiven) for file in each.files]


def opens(one: Stage, key: str = PAPER) -> None:
    one.presses(WANG, button(Verb.ITEM, named(one, "云呼").id, "1", key))


def says(one: Stage, answer: Sequence[Outgoing], name: str) -> Sequence[Outgoing]:
    """Press the button of that company under the question."""
    company = named(one, name).id
    (data,) = [d for d in presses(answer) if d.startswith(f"{Verb.WHOSE}|{company}|")]
    return one.presses(WANG, data)


def binds(picker: Sequence[Outgoing]) -> str:
    """The button of the picker that gives the file to that paper."""
    (data,) = [each for each in presses(picker) if each.startswith(Verb.BIND) and PAPER in each]
    return data


def everything(one: Stage) -> list[str]:
    return [paper for name in ("云呼", "飞话", "客声", "应答") for paper in papers(one, name)]

"""A file that names another client is bound to nothing before somebody says whose it is."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.file_notes import Answering, LooseFiles, WhoseFiles
from chat.talk import SentFile, Sheet
from tests.chat.agency import verb_of
from tests.chat.markup import presses, require_sendable, words
from tests.chat.stage import WANG, Stage, button, sent
from tests.chat.strays import (
    PAPER,
    binds,
    everything,
    named,
    note,
    one_of_five,
    opens,
    papers,
    says,
)
from workflow.ids import CompanyId, ItemKey
from workflow.model import Lifecycle


@pytest.fixture
def one() -> Stage:
    return one_of_five()


# --- the alarm ------------------------------------------------------------------------------


@pytest.mark.parametrize("items", [(PAPER,), ()])
@pytest.mark.parametrize(
    "file",
    [
        sent("飞话1 截图.png"),
        sent("image.png", caption="飞话1的"),
        replace(sent("a.xlsx"), sheet=Sheet((("单位", "飞话1有限公司"), ("姓名", "")))),
    ],
)
def test_name_caption_and_the_top_of_a_sheet_are_looked_at(
    one: Stage, file: SentFile, items: tuple[str, ...]
) -> None:
    for each in items:
        opens(one, each)

    answer = one.does(WANG, file)

    assert "飞话1有限公司" in words(answer)
    assert isinstance(note(one), WhoseFiles)
    assert everything(one) == []
    require_sendable(answer)


@pytest.mark.parametrize(
    "name", ["截图.png", "云呼 飞话1 合同.pdf", "有限公司.pdf", "呼叫中心.pdf"]
)
def test_a_file_that_names_nobody_else_is_taken_as_it_is(one: Stage, name: str) -> None:
    opens(one)

    one.does(WANG, sent(name))

    assert papers(one, "云呼") == [name]


def test_an_archived_client_is_nobody_to_give_it_to(one: Stage) -> None:
    other = named(one, "飞话")
    one.presses(WANG, button(Verb.TURN_COMPANY, other.id, "archived"))
    one.presses(WANG, button(Verb.OPEN_CLIENT, named(one, "云呼").id))
    opens(one)

    one.does(WANG, sent("飞话1.png"))

    assert papers(one, "云呼") == ["飞话1.png"]


def test_a_reply_to_an_item_of_the_named_client_says_enough(one: Stage) -> None:
    other = named(one, "飞话")

    one.does(WANG, sent("飞话1.png"), (button(Verb.ITEM, other.id, "1", PAPER),))

    assert papers(one, "飞话") == ["飞话1.png"]


# --- the answer -----------------------------------------------------------------------------


def test_given_to_the_other_it_is_a_loose_file_there(one: Stage) -> None:
    opens(one)
    answer = one.does(WANG, sent("飞话1.png"))

    picker = says(one, answer, "飞话")
    one.presses(WANG, binds(picker))

    assert words(picker).strip().startswith("<b>飞话1有限公司</b>")
    assert everything(one) == papers(one, "飞话") == ["飞话1.png"]


def test_kept_it_goes_to_the_open_item(one: Stage) -> None:
    opens(one)
    answer = one.does(WANG, sent("飞话1.png"))

    says(one, answer, "云呼")

    assert everything(one) == papers(one, "云呼") == ["飞话1.png"]
    assert isinstance(note(one), Answering)


def test_kept_a_sheet_is_read_into_the_open_table(one: Stage) -> None:
    opens(one, "branches")
    rows = (("名称", "所在省份", "是否开展业务"), ("飞话1有限公司", "北京", "是"))
    asked = one.does(WANG, replace(sent("a.xlsx"), sheet=Sheet(rows)))

    answer = says(one, asked, "云呼")

    assert "飞话1有限公司、北京、是" in words(answer)
    assert named(one, "云呼").facts[0].items[ItemKey("branches")].live


def test_kept_without_an_open_item_it_is_asked_which(one: Stage) -> None:
    answer = says(one, one.does(WANG, sent("飞话1.png")), "云呼")

    assert verb_of(answer, Verb.BIND)
    assert isinstance(note(one), LooseFiles)


def test_an_album_is_one_question_and_one_version(one: Stage) -> None:
    opens(one)
    one.does(WANG, sent("飞话1.png", b"1", album="a"))
    answer = one.does(WANG, sent("b.png", b"2", album="a"))

    says(one, answer, "云呼")

    assert papers(one, "云呼") == ["飞话1.png", "b.png"]
    assert named(one, "云呼").seasons[0].items[ItemKey(PAPER)].version == 1


def test_files_that_name_different_clients_are_asked_about_one_after_the_other(
    one: Stage,
) -> None:
    one.does(WANG, sent("飞话1.png", b"111111111111"))
    first = one.does(WANG, sent("客声2.png", b"222222222222"))

    second = says(one, first, "飞话")
    last = says(one, second, "云呼")

    assert "客声2有限公司" in words(second)
    waiting = note(one)
    assert isinstance(waiting, LooseFiles)
    homes = {parcel.files[0].name: parcel.company for parcel in waiting.parcels}
    assert homes == {"飞话1.png": named(one, "飞话").id, "客声2.png": named(one, "云呼").id}
    assert not [data for data in presses(last) if data.startswith(Verb.LOOSE_TOGETHER)]


def test_an_earlier_loose_file_stays_with_its_own_company(one: Stage) -> None:
    one.does(WANG, sent("scan.png", b"111111111111"))
    answer = one.does(WANG, sent("飞话1.png", b"222222222222"))

    picker = says(one, answer, "飞话")
    after = one.presses(WANG, binds(picker))
    one.presses(WANG, binds(after))

    assert (papers(one, "云呼"), papers(one, "飞话")) == (["scan.png"], ["飞话1.png"])


def test_a_button_of_an_earlier_question_is_old(one: Stage) -> None:
    opens(one)
    first = one.does(WANG, sent("飞话1.png", b"111111111111"))
    says(one, first, "云呼")
    one.does(WANG, sent("客声2.png", b"222222222222"))

    says(one, first, "飞话")

    assert papers(one, "云呼") == ["飞话1.png"]
    assert isinstance(note(one), WhoseFiles)


def test_a_forged_button_gives_it_to_nobody_else(one: Stage) -> None:
    asked = one.does(WANG, sent("飞话1.png"))
    mark = verb_of(asked, Verb.WHOSE).rpartition("|")[2]

    one.presses(WANG, button(Verb.WHOSE, named(one, "客声").id, mark))

    assert isinstance(note(one), WhoseFiles)
    assert everything(one) == []


def test_words_in_between_ask_again(one: Stage) -> None:
    one.does(WANG, sent("飞话1.png"))

    answer = one.types(WANG, "好的")

    assert verb_of(answer, Verb.WHOSE)


def test_cancel_lets_it_go(one: Stage) -> None:
    one.does(WANG, sent("飞话1.png"))

    answer = one.types(WANG, "/cancel")

    assert note(one) is None
    assert "没有留下" in words(answer)
    assert named(one, "云呼").lifecycle is Lifecycle.ACTIVE


def test_a_client_whose_reports_are_archived_takes_nothing(one: Stage) -> None:
    asked = one.does(WANG, sent("飞话1.png"))
    other = CompanyId(named(one, "飞话").id)
    season = replace(one.store.companies[other].seasons[0], lifecycle=Lifecycle.ARCHIVED)
    one.store.companies[other] = replace(one.store.companies[other], seasons=(season,))

    says(one, asked, "飞话")

    assert isinstance(note(one), WhoseFiles)

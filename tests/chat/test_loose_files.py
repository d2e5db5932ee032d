"""Files that do not say where they belong: one after the other, an album whole, none by guess."""

from collections.abc import Sequence

from chat.buttons import Verb
from chat.talk import Outgoing, SentFile
from tests.chat.markup import presses, words
from tests.chat.stage import OURS, SEASON, WANG, Stage, button, sent, stage
from workflow.checklist import find_task, season_of
from workflow.given import FileRef, FilesGiven
from workflow.ids import CompanyId, FileId, ItemKey, SeasonId

HERE = (OURS, SEASON)
A, B = sent("a.pdf", b"aaaaaa"), sent("b.pdf", b"bbbbbb")
PHOTOS = tuple(sent(f"{n}.jpg", f"photo {n}".encode(), album="a1") for n in range(3))


def waiting(*files: SentFile) -> Stage:
    """These came without a word."""
    one = stage()
    for file in files:
        one.does(WANG, file)
    return one


def bind(one: Stage, key: str, file: SentFile) -> Sequence[Outgoing]:
    """Press the item below the question about that file."""
    return one.presses(WANG, button(Verb.BIND, *HERE, key, file.file.id[:8]))


def given(one: Stage, key: str) -> list[list[str]]:
    """The files of each version of that item that stands."""
    company = one.store.companies[CompanyId(OURS)]
    season = season_of(company, SeasonId(SEASON))
    pack = one.desk.house.packs[season.pack]
    live = find_task(company, season, pack, ItemKey(key)).state.live
    return [[f.name for f in e.given.files] for e in live if isinstance(e.given, FilesGiven)]


def test_two_files_go_to_two_items() -> None:
    one = waiting(A, B)

    asked = bind(one, "raci", A)
    bind(one, "attendance", B)

    assert "还有 1 个文件" in words(asked)
    assert given(one, "raci") == [["a.pdf"]]
    assert given(one, "attendance") == [["b.pdf"]]


def test_a_button_below_the_first_question_does_not_bind_the_second_file() -> None:
    one = waiting(A, B)
    bind(one, "raci", A)
    before = one.kept(OURS)

    answer = bind(one, "attendance", A)

    assert one.kept(OURS) == before
    assert button(Verb.BIND, *HERE, "attendance", B.file.id[:8]) in presses(answer)


def test_all_that_waits_can_be_one_version_of_one_item() -> None:
    one = waiting(A, B)

    one.presses(WANG, button(Verb.LOOSE_TOGETHER, A.file.id[:8]))
    bind(one, "raci", A)

    assert given(one, "raci") == [["a.pdf", "b.pdf"]]


def test_the_parts_of_an_album_stay_together_among_other_files() -> None:
    one = waiting(A, PHOTOS[0], B, PHOTOS[1])

    bind(one, "raci", A)
    bind(one, "attendance", PHOTOS[0])
    one.does(WANG, PHOTOS[2])
    bind(one, "meeting_minutes", B)

    assert given(one, "attendance") == [["0.jpg", "1.jpg", "2.jpg"]]
    assert given(one, "meeting_minutes") == [["b.pdf"]]


def test_the_last_file_taken_back_is_asked_about_again_before_the_others() -> None:
    one = waiting(A, B)
    answer = bind(one, "raci", A)
    (undo,) = [data for data in presses(answer) if data.startswith(Verb.MOVE_FILES)]

    again = one.presses(WANG, undo)

    assert given(one, "raci") == []
    assert button(Verb.LOOSE_TOGETHER, A.file.id[:8]) in presses(again)


def test_a_file_that_says_where_it_belongs_leaves_the_others_waiting() -> None:
    one = waiting(A)

    answer = one.does(WANG, sent("c.pdf", b"cccccc", caption="签到表"))
    bind(one, "raci", A)

    assert button(Verb.BIND, *HERE, "raci", A.file.id[:8]) in presses(answer)
    assert given(one, "attendance") == [["c.pdf"]]
    assert given(one, "raci") == [["a.pdf"]]


def test_a_file_does_not_confirm_anything() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ITEM, *HERE, "custodians_named"))
    before = one.kept(OURS)

    answer = one.does(WANG, A)

    assert one.kept(OURS) == before
    assert "这是哪一项的材料" in words(answer)


def test_a_sheet_of_the_old_format_is_no_table_but_a_paper() -> None:
    old = SentFile(FileRef(FileId("f1"), "旧.xls", "application/vnd.ms-excel", 9, "1" * 64))
    one = stage()
    one.presses(WANG, button(Verb.ITEM, *HERE, "shareholders"))

    refused = one.does(WANG, old)
    one.presses(WANG, button(Verb.ITEM, *HERE, "raci"))
    one.does(WANG, old)

    assert "另存为 .xlsx" in words(refused)
    assert given(one, "raci") == [["旧.xls"]]

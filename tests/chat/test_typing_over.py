"""Typing the report over in chat: long values in pieces, a sheet read back, two people, a restart."""

from hypothesis import example, given
from hypothesis import strategies as st

from chat.buttons import Verb
from chat.card import LONGEST_COPY
from chat.screens.form_line import in_pieces
from chat.talk import Copy, Message, SentFile, Sheet
from chat.talks.read_back import LONGEST
from tests.chat.markup import buttons, messages, presses, words
from tests.chat.office import HERE, office, ours
from tests.chat.stage import LI, WANG, Stage, button, copied, gives
from workflow.checklist import season_of
from workflow.given import FileRef
from workflow.ids import FileId, SeasonId
from workflow.transcript import LineKey, Transcript

ECONOMY = {"revenue_total": "1860.5", "cost_total": "1200", "revenue_telecom": "900"}
REVENUE, COST = "revenue_total", "cost_total"


def economy() -> Stage:
    """Three figures of one form are known."""
    one = office()
    gives(one, WANG, HERE, ECONOMY)
    one.asks(WANG, None)
    return one


def transcript(one: Stage) -> Transcript:
    return season_of(ours(one), SeasonId(HERE[1])).transcript


def types_over(one: Stage, person: int, key: str) -> list[Message]:
    """已填 under the line's card."""
    shown = presses(one.presses(person, button(Verb.FORM_LINE, *HERE, key)))
    typed = next(each for each in shown if each.startswith(Verb.TYPED_OVER))
    return messages(one.presses(person, typed))


# --- long values --------------------------------------------------------------------------


@given(st.text(alphabet="报告。 \n,诺a;", max_size=1200))
@example("甲" * 257)
@example(" " * 300)
@example("一句话。" * 100)
def test_a_long_text_comes_in_pieces_that_are_the_text_sign_by_sign(text: str) -> None:
    pieces = in_pieces(text)

    assert "".join(pieces) == text
    assert all(len(each) <= LONGEST_COPY for each in pieces)


def test_a_text_is_parted_behind_a_full_stop_and_never_beside_a_blank() -> None:
    sentence = "本公司承诺 所报内容真实。"

    pieces = in_pieces(sentence * 60)

    assert all(each.endswith("。") for each in pieces)
    assert not any(each != each.strip() for each in pieces)


def test_a_long_pledge_is_copied_piece_by_piece() -> None:
    one, pledge = office(), "所报内容真实、准确。" * 60

    one.presses(WANG, button(Verb.PLEDGE_TEXT, *HERE))
    shown = messages(one.types(WANG, pledge))

    copies = [each.text for each in buttons(shown) if isinstance(each, Copy)]
    assert len(copies) == 3
    assert "".join(copies) == pledge


# --- read back ----------------------------------------------------------------------------


def sheet(*rows: tuple[str, ...]) -> SentFile:
    """The saved form as somebody copied it into a spreadsheet."""
    file = FileRef(FileId("saved0000000"), "经济效益表.xlsx", "", 9, "f" * 64)
    return SentFile(file, sheet=Sheet(rows))


def test_a_sheet_of_the_saved_form_is_held_against_what_stands_here() -> None:
    one = economy()
    one.presses(WANG, button(Verb.READ_BACK, *HERE, "economy"))

    told = words(
        one.does(WANG, sheet(("营业收入", "1,860.50"), ("营业成本", "1210"), ("天气", "3")))
    )

    assert "一致 1 处,不一致 <b>1</b> 处" in told
    assert "营业成本:系统里是 1210,应为 <b>1200</b>" in told
    assert "没认出:天气" in told
    assert transcript(one).typed.keys() == {LineKey(REVENUE)}
    assert transcript(one).otherwise[LineKey(COST)].text == "1210"


def test_of_a_sheet_too_long_to_compare_no_value_is_cut_in_two() -> None:
    one = economy()
    one.presses(WANG, button(Verb.READ_BACK, *HERE, "economy"))
    blank = [("",)] * (LONGEST - len("营业收入\t1,86\n营业成本\t1200"))

    one.does(WANG, sheet(("营业成本", "1200"), *blank, ("营业收入", "1,860.50")))

    assert transcript(one).typed.keys() == {LineKey(COST)}
    assert transcript(one).otherwise == {}


def test_a_sheet_that_nobody_asked_for_is_no_saved_form() -> None:
    one = economy()

    one.does(WANG, sheet(("营业收入", "1"), ("营业成本", "2")))

    assert transcript(one) == Transcript()


# --- 系统报错 ------------------------------------------------------------------------------


def test_who_noted_an_error_of_the_platform_has_it_in_their_list_until_it_is_settled() -> None:
    one = economy()
    one.presses(LI, button(Verb.SYSTEM_SAYS, *HERE, REVENUE))
    one.types(LI, "超限")
    line = button(Verb.FORM_LINE, *HERE, REVENUE)

    noted, others = one.types(LI, "/todo"), one.types(WANG, "/todo")
    types_over(one, LI, REVENUE)
    settled = one.types(LI, "/todo")

    assert line in presses(noted)
    assert "系统报错 1 处没解决" in words(noted)
    assert line not in presses(others)
    assert line not in presses(settled)


# --- several people, and a restart ----------------------------------------------------------


def test_two_people_type_one_form_at_once_and_each_takes_back_their_own() -> None:
    one = economy()
    mine = types_over(one, WANG, REVENUE)
    types_over(one, LI, COST)

    (undo,) = [each for each in presses_of(mine) if each.startswith(Verb.NOT_TYPED_OVER)]
    told = words(one.presses(WANG, undo))

    assert "已撤销:营业收入" in told
    assert transcript(one).typed.keys() == {LineKey(COST)}


def presses_of(shown: list[Message]) -> list[str]:
    return [each.data for each in buttons(shown) if hasattr(each, "data")]


def test_what_another_typed_first_is_said_and_offers_no_undo_of_theirs() -> None:
    one = economy()
    shown = presses(one.presses(LI, button(Verb.FORM_LINE, *HERE, REVENUE)))
    typed = next(each for each in shown if each.startswith(Verb.TYPED_OVER))
    types_over(one, WANG, REVENUE)

    answer = one.presses(LI, typed)

    assert transcript(one).typed[LineKey(REVENUE)].by == str(WANG)
    assert not [each for each in presses(answer) if each.startswith(Verb.NOT_TYPED_OVER)]


def test_what_the_system_said_is_asked_for_across_a_restart_and_stays_until_it_is_typed() -> None:
    one = economy()
    types_over(one, WANG, REVENUE)
    one.presses(WANG, button(Verb.SYSTEM_SAYS, *HERE, COST))

    after = copied(one)
    after.types(WANG, "成本不能大于收入")

    assert transcript(after).typed.keys() == {LineKey(REVENUE)}
    assert transcript(after).refused[LineKey(COST)].text == "成本不能大于收入"
    types_over(after, WANG, COST)
    assert transcript(after).refused == {}


# --- where a form goes on ---------------------------------------------------------------------

FIRST_PAGE = (
    "coverage",
    "seats_total",
    "seats_self",
    "seats_outsourced",
    "seats_ai",
    "trunk_lines",
)
"""Of the form of the service; after it stand lines of which one is known."""
KNOWN_LATER = "avg_month_eff_talk"


def test_when_all_that_is_known_is_typed_a_long_form_opens_where_something_is_missing() -> None:
    one = office()
    gives(one, WANG, HERE, {"coverage": "北京", **dict.fromkeys(FIRST_PAGE[1:], "12")})
    one.asks(WANG, None)

    for key in (*FIRST_PAGE, KNOWN_LATER):
        shown = types_over(one, WANG, key)

    assert transcript(one).typed.keys() == {LineKey(key) for key in (*FIRST_PAGE, KNOWN_LATER)}
    assert "接入号码" in shown[0].html
    assert "中继线" not in shown[0].html

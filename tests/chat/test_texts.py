"""Whatever is being asked, no text, number or file crashes the desk, and its answer can be sent."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat.buttons import Verb
from chat.file_notes import Answering, LooseFiles, Parcel
from chat.note import Asking, EnterCode, NewCase, Note, Wanted
from chat.talk import NotText, RefusedFile, SentFile, Sheet, SheetUnreadable, Typed
from tests.chat.markup import require_sendable
from tests.chat.stage import NASTY, OURS, SEASON, STRANGER, WANG, button, sent, stage
from tests.talk import PACKS
from workflow.given import FileRef
from workflow.ids import FileId, PackRef

KINDS = (
    *("company_name", "uscc", "licence_valid_to", "licence_services", "reg_province"),
    *("reg_capital", "branches", "staff_total", "complaint_hotline", "outbound_share"),
    *("security_regime", "avg_month_eff_talk", "number_report", "window_open", "sign_draft"),
    "own1",
)
"""An item of each kind of answer, a paper, a confirmation, a signature, one of the company's own."""
SUBJECTS: Mapping[str, str] = {
    "filing_day": "ordered",
    "filing_term": "ordered",
    "drop_step": "M2",
    "rename_step": "M2",
    "add_material": "M2",
    "add_confirm": "M2",
}
FULL = NewCase(
    "preview", "", NASTY, "91110108MA01A2B3CF", "call_centre@2", "京", "11", 2026, "full"
)
NASTY_FILE = FileRef(FileId("f"), NASTY, "application/pdf", 1, "0" * 64)
LOOSE = LooseFiles((Parcel((NASTY_FILE,), "a", NASTY),) * 2)


def _notes() -> Mapping[str, Note | None]:
    notes: dict[str, Note | None] = {"nothing": None, "code": EnterCode(), "loose files": LOOSE}
    for key in KINDS:
        notes[key] = Answering(OURS, SEASON, key)
        notes[f"filling {key}"] = Answering(OURS, SEASON, key, filling=True)
    notes["estimate"] = Answering(OURS, SEASON, "staff_total", estimate=True)
    for wanted in Wanted:
        subject = SUBJECTS.get(wanted, "number_report")
        notes[wanted] = Asking(wanted, OURS, SEASON, subject, "2027-01-02")
    for field in ("name", "uscc", "pack", "licence", "coverage", "year", "profile", "preview"):
        notes[f"new {field}"] = NewCase(
            field, "", FULL.name, FULL.uscc, FULL.pack, "", "", FULL.year, FULL.profile
        )
    notes["gone item"] = Answering(OURS, SEASON, "no_such_item")
    notes["gone company"] = Answering("co99999999", SEASON, "staff_total")
    return notes


NOTES = _notes()
PIECES = (
    *("<b>", "</b>", "<a href='x'>", "&", "&amp;", "&lt", "<", ">", '"', "'", "\\", "{ $x }"),
    *(
        "\u202e",
        "\u200b",
        "\u2028",
        "\x00",
        "\x1b",
        "\r\n",
        "\t",
        "👨‍👩‍👧",
        "🇨🇳",
        "ﷺ",
        "\ufeff",
        "\u0301" * 40,
    ),
    *(
        "280",
        "-1",
        "1e999999",
        "9" * 70,
        "0.48",
        "1.2万",
        "3.5亿",
        "两百八十",
        "∞",
        "NaN",
        "½",
        "３",
        "١",
    ),
    *(
        "0." + "1" * 50,
        "1" * 40,
        "100%",
        "一成",
        "2027-02-30",
        "昨天",
        "周三",
        "9999-12-31",
        "月底",
    ),
    *("/start", "/new@x", "/", "//", "/help ", "取消", "好的", "无", "|", ",", "、", "13812345678"),
)
strange = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=6).map("".join)
long = st.builds(lambda text, times: (text * times)[:10_000], st.text(min_size=1), st.just(5000))
texts = st.one_of(st.sampled_from(PIECES), strange, st.text(max_size=80), long)
numbers = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda n: f"{n:f}"[:64]),
    st.floats().map(str),
    st.integers().map(str),
    st.builds(
        "{}{}".format, st.decimals(0, 10**9, places=3), st.sampled_from(("万", "元", "%", "k"))
    ),
)
asked = st.sampled_from(sorted(NOTES))
quick = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
few = settings(quick, max_examples=40)
thorough = settings(quick, max_examples=6000, derandomize=False)


def types(name: str, text: str) -> None:
    one = stage()
    one.asks(WANG, NOTES[name])

    answer = one.types(WANG, text)

    assert answer
    require_sendable(answer)


@quick
@given(asked, texts)
def test_no_text_crashes_the_desk(name: str, text: str) -> None:
    types(name, text)


@quick
@given(st.sampled_from([name for name in NOTES if "_" in name]), numbers)
def test_no_number_crashes_the_desk(name: str, text: str) -> None:
    types(name, text)


@pytest.mark.slow
@thorough
@given(asked, texts | numbers)
def test_no_text_crashes_the_desk_in_a_long_campaign(name: str, text: str) -> None:
    types(name, text)


@pytest.mark.parametrize("name", sorted(NOTES))
@pytest.mark.parametrize("text", ["0.48", "昨天", NASTY, "1, 2\n3, 4"])
def test_every_question_bears_every_kind_of_answer(name: str, text: str) -> None:
    types(name, text)


@few
@given(st.lists(st.tuples(st.booleans(), texts), min_size=2, max_size=5))
def test_no_talk_crashes_the_desk(turns: list[tuple[bool, str]]) -> None:
    one = stage()
    person = {True: WANG, False: STRANGER}

    for wang, text in turns:
        require_sendable(one.does(person[wang], Typed(text)))


# --- files and the rest -----------------------------------------------------------------

names = st.one_of(st.text(max_size=40), strange, st.text(min_size=1).map(lambda t: (t * 300)[:300]))
cells = st.lists(st.lists(texts, max_size=4).map(tuple), max_size=4).map(tuple)
sheets = st.none() | st.builds(Sheet, cells) | st.just(SheetUnreadable("sheet-broken"))
refs = st.builds(
    FileRef,
    st.just(FileId("f00000000001")),
    names,
    st.just("application/pdf"),
    st.integers(0, 10**12),
    st.just("ab" * 32),
)
arrivals = st.one_of(
    st.builds(SentFile, refs, texts, st.sampled_from(["", "album"]), sheets),
    st.builds(NotText, st.sampled_from(["voice", "sticker", "video_note", "poll", "", "<b>"])),
    st.builds(Typed, texts, st.just(value=True)),
    names.map(lambda name: RefusedFile("file-empty", {"name": name})),
)


@quick
@given(asked, arrivals)
def test_no_file_crashes_the_desk(
    name: str, what: SentFile | NotText | Typed | RefusedFile
) -> None:
    one = stage()
    one.asks(WANG, NOTES[name])

    require_sendable(one.does(WANG, what))


@quick
@given(texts, st.lists(st.sampled_from(["it", "it|", "it|x", "wd|a|b", "zz", "", "cf|a|b|c|9"])))
def test_a_reply_to_whatever_message_does_not_crash_the_desk(text: str, under: list[str]) -> None:
    one = stage()

    require_sendable(one.does(WANG, Typed(text), tuple(under)))


@few
@given(names, names)
def test_a_company_may_be_called_anything(name: str, title: str) -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, OURS, "", "company_name", ""))
    require_sendable(one.types(WANG, name))
    one.presses(WANG, button(Verb.ASK, OURS, SEASON, "rename", "number_report"))
    require_sendable(one.types(WANG, title))
    one.presses(WANG, button(Verb.ITEM, OURS, SEASON, "number_report"))

    require_sendable(one.does(WANG, sent(name or "x", name.encode()[:20])))
    require_sendable(one.types(WANG, "/status"))


def test_every_pack_is_among_those_attacked() -> None:
    assert PackRef("call_centre@2") in PACKS
    assert all(
        any(item.key == key for pack in PACKS.values() for item in pack.items) for key in KINDS[:-1]
    )

"""A secret that was sent is heard by nobody: taken away, said why, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.errands import TakeAway
from chat.file_notes import Answering
from chat.note import Asking, NewCase, Note, Wanted, read_note
from chat.talk import FileInGroup, Incoming, NotText, Outgoing, Room, Send, SentFile, Typed, What
from chat.talks.secrets import file_is_secret
from tests.chat.office import office, ours
from tests.chat.stage import (
    LI,
    OURS,
    SEASON,
    STRANGER,
    WANG,
    Stage,
    button,
    incoming,
    sent,
)
from workflow.ids import CompanyId
from workflow.ports import ChatId
from workflow.team import Group

GROUP = ChatId(-100123)
CANARY = "Zq7xKanary"
PASSWORD = f"密码是{CANARY}"
IDENTITY = "110101199003078515"
CARD = "6222020200101234561"
CODE_AND_IDENTITY = "521101196001016584"
NUMBER = 77


def team() -> Stage:
    """The office has a group that is spoken to in English."""
    one = office()
    group = Group(GROUP, "年报群", has_outsiders=False, locale="en")
    one.store.companies[CompanyId(OURS)] = replace(ours(one), groups=(group,))
    return one


def wrote(what: What, person: int = WANG, beside: tuple[str, ...] = ()) -> Incoming:
    """A message of that number."""
    return replace(incoming(person, what), message=NUMBER, beside=beside)


def in_group(what: What, chat: ChatId = GROUP) -> Incoming:
    """The same in a topic of a group."""
    return replace(wrote(what, LI), chat=chat, room=Room("年报群", topic=5))


def taken(answer: Sequence[Outgoing]) -> list[TakeAway]:
    """What is taken out of the chat."""
    return [each for each in answer if isinstance(each, TakeAway)]


def all_kept(one: Stage) -> str:
    """Whatever the store holds, as text."""
    kept = one.store
    return repr((kept.companies, kept.trail, kept.people, kept.notes))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (PASSWORD, "里有密码"),
        (f"责任人 {IDENTITY}", "里有身份证号"),
        (f"卡号 {CARD}", "里有银行卡号"),
        (f"{IDENTITY} {PASSWORD}", "密码、身份证号或银行卡号"),
    ],
)
def test_it_is_taken_away_and_said_why_without_repeating_it(text: str, named: str) -> None:
    (errand,) = taken(team().desk.receive(wrote(Typed(text))))

    assert (errand.chat, errand.message_id) == (WANG, NUMBER)
    assert named in errand.gone
    assert "什么都没有保存" in errand.gone
    assert "请去掉它再发一遍" in errand.gone
    assert "请您长按删除" in errand.stays
    assert not any(each in errand.gone + errand.stays for each in (CANARY, IDENTITY, CARD))


@pytest.mark.parametrize(
    "text",
    [
        PASSWORD,
        f"坐席总数 280,{PASSWORD}",
        f"/new {PASSWORD}",
        f"昨天已经报了,{PASSWORD}",
        f"坐席280\n营收1860万\n{PASSWORD}",
    ],
)
@pytest.mark.parametrize("edited", [False, True])
def test_nothing_else_of_the_text_is_heard(text: str, *, edited: bool) -> None:
    one = team()
    one.presses(WANG, button(Verb.ITEM, OURS, SEASON, "staff_total"))
    before = all_kept(one)

    one.desk.receive(wrote(Typed(text, edited=edited)))

    assert all_kept(one) == before


@pytest.mark.parametrize(
    ("wanted", "subject"),
    [
        ("rename", "number_report"),
        ("drop_item", "number_report"),
        ("behalf_name", "staff_total"),
        ("sign_name", "sign_draft"),
    ],
)
def test_where_words_are_wanted_it_is_not_taken_for_them(wanted: str, subject: str) -> None:
    one = team()
    asked = one.presses(WANG, button(Verb.ASK, OURS, SEASON, wanted, subject))
    note = one.store.notes[ChatId(WANG)]

    answer = one.desk.receive(wrote(Typed(f"责任人离职,{PASSWORD}")))

    assert CANARY not in all_kept(one)
    assert one.store.notes[ChatId(WANG)] == note
    assert asked
    assert isinstance(answer[0], Send)
    assert taken(answer) == [answer[-1]]


@pytest.mark.parametrize(
    "what",
    [
        sent("截图.pdf", caption=PASSWORD),
        sent(f"法人{IDENTITY}.pdf"),
    ],
)
def test_a_file_with_one_is_not_bound_and_is_asked_for_again(what: SentFile) -> None:
    one = team()
    one.presses(WANG, button(Verb.ITEM, OURS, SEASON, "number_report"))
    before = all_kept(one)

    (errand,) = taken(one.desk.receive(wrote(what)))

    assert all_kept(one) == before
    assert "文件也没有收:请去掉说明和文件名里的这些内容,再发一次" in errand.gone


def test_a_file_whose_caption_or_name_tells_one_is_not_even_fetched() -> None:
    assert file_is_secret(wrote(NotText("document"), beside=(PASSWORD, "截图.pdf")))
    assert file_is_secret(wrote(NotText("document"), beside=(f"{CARD}.pdf",)))
    assert not file_is_secret(wrote(NotText("document"), beside=("坐席280", "截图.pdf")))


def test_a_caption_of_what_is_not_read_is_looked_at_too() -> None:
    assert taken(team().desk.receive(wrote(NotText("video"), beside=(PASSWORD,))))


def test_a_stranger_is_protected_as_well() -> None:
    assert taken(team().desk.receive(wrote(Typed(PASSWORD), STRANGER)))


def test_what_was_lost_in_a_crash_is_taken_away_afterwards() -> None:
    assert taken(team().desk.again(wrote(Typed(PASSWORD))))


def test_the_record_of_the_company_does_not_show_it() -> None:
    one = team()

    one.desk.receive(wrote(Typed(f"审计报告等到三月底,{PASSWORD}")))

    assert CANARY not in repr(one.types(WANG, "/audit"))


def test_a_credit_code_that_may_be_an_identity_number_is_taken_where_one_is_asked() -> None:
    one = team()
    one.types(STRANGER, "/new", "乙公司")

    answer = one.desk.receive(wrote(Typed(CODE_AND_IDENTITY), STRANGER))

    assert not taken(answer)
    note = read_note(one.store.notes[ChatId(STRANGER)])
    assert isinstance(note, NewCase)
    assert note.uscc == CODE_AND_IDENTITY


@pytest.mark.parametrize(
    "asked", [Asking(Wanted.COMPANY_CODE, OURS), Answering(OURS, SEASON, "uscc")]
)
def test_so_it_is_where_one_is_put_right_or_is_the_answer(asked: Note) -> None:
    one = team()
    one.asks(WANG, asked)

    assert not taken(one.desk.receive(wrote(Typed(CODE_AND_IDENTITY))))


def test_elsewhere_it_is_an_identity_number() -> None:
    assert taken(team().desk.receive(wrote(Typed(CODE_AND_IDENTITY))))


def test_a_question_about_a_password_is_answered_and_nothing_is_taken_away() -> None:
    answer = team().desk.receive(wrote(Typed("密码忘了怎么办")))

    assert not taken(answer)
    assert "我从来用不到密码" in repr(answer)


# --- in groups --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what",
    [
        Typed(PASSWORD),
        Typed(PASSWORD, edited=True),
        Typed(f"/status {PASSWORD}"),
        FileInGroup(f"法人{IDENTITY}.pdf"),
    ],
)
def test_in_a_group_of_ours_it_is_said_there_in_its_language(what: What) -> None:
    answer = team().desk.receive(in_group(what))

    (errand,) = taken(answer)
    assert list(answer) == [errand]
    assert (errand.chat, errand.topic) == (GROUP, 5)
    assert "for everybody here to see" in errand.gone
    assert "please delete it yourself" in errand.stays
    assert CANARY not in errand.gone + errand.stays


def test_a_caption_in_a_group_is_looked_at() -> None:
    told = replace(in_group(FileInGroup("截图.pdf")), beside=(PASSWORD, "截图.pdf"))

    assert taken(team().desk.receive(told))


def test_in_a_stranger_s_group_nothing_is_done() -> None:
    assert list(team().desk.receive(in_group(Typed(PASSWORD), ChatId(-5)))) == []

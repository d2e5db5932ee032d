"""What the heads of the day say: one in a message, several in a sheet, and only what may be told."""

from dataclasses import replace
from html import unescape

import pytest

from chat.documents import SheetToFill
from chat.talk import Send, SendDocument
from tests.chat.stage import LI, NOON, OURS, STRANGER, THEIRS, WANG, Stage, stage
from workflow.events import Notice, NoticeKind
from workflow.heads import Head
from workflow.ids import CompanyId, PersonId
from workflow.posting import OwedNotice
from workflow.record import OPERATOR
from workflow.team import Member, Role

LINK = "ab" * 32


def told(
    one: Stage, to: int, *companies: str, kind: NoticeKind = NoticeKind.TRAIL_HEAD
) -> Send | SendDocument | None:
    heads = [str(Head(CompanyId(company), 7, LINK)) for company in companies]
    notice = Notice(
        "k", PersonId(str(to)), kind, CompanyId(companies[0]), OPERATOR, why="\n".join(heads)
    )
    return one.desk.notices((OwedNotice(notice, 0, repeated=False),), NOON).send


def joined(one: Stage, company: str, person: int, role: Role) -> None:
    found = one.store.companies[CompanyId(company)]
    member = Member(PersonId(str(person)), "王", (role,))
    one.store.companies[found.id] = replace(found, members=(*found.members, member))


def test_one_head_stands_in_a_message_as_verify_takes_it() -> None:
    send = told(stage(), WANG, OURS)

    assert isinstance(send, Send)
    assert f"<code>{OURS}:7:{LINK}</code>" in send.message.html
    assert "一公司" in unescape(send.message.html).splitlines()[0]


def test_several_heads_come_as_one_sheet() -> None:
    one = stage()
    joined(one, THEIRS, WANG, Role.CLERK)

    sent = told(one, WANG, OURS, THEIRS)

    assert isinstance(sent, SendDocument)
    assert isinstance(sent.document, SheetToFill)
    assert [row[1:] for row in sent.document.rows] == [
        ("7", f"{OURS}:7:{LINK}"),
        ("7", f"{THEIRS}:7:{LINK}"),
    ]
    assert "2 家企业" in sent.caption


@pytest.mark.parametrize("person", [STRANGER, LI])
def test_who_may_no_longer_see_the_record_is_told_nothing(person: int) -> None:
    one = stage()
    joined(one, OURS, LI, Role.VIEWER)

    assert told(one, person, OURS) is None


def test_of_several_only_those_are_told_that_may_be() -> None:
    send = told(stage(), WANG, OURS, THEIRS, "nowhere")

    assert isinstance(send, Send)
    assert THEIRS not in send.message.html


def test_a_chat_that_the_operator_chose_is_told_all() -> None:
    sent = told(stage(), -100, OURS, THEIRS, kind=NoticeKind.TRAIL_HEAD_KEPT)

    assert isinstance(sent, SendDocument)
    assert sent.chat == -100


def test_a_damaged_company_has_nothing_to_say() -> None:
    one = stage()
    one.store.damaged.add(CompanyId(OURS))

    assert told(one, WANG, OURS) is None

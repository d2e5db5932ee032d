"""Papers in the chat: sent back, the same elsewhere, explained, used again, only located, kept."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.talk import Outgoing, Send, SendDocument, Toast
from tests.chat.papers import (
    HERE,
    INTERNAL,
    PAPER,
    REPORT,
    documents,
    gives,
    labels,
    newest_event,
    ours,
    text,
    toast,
)
from tests.chat.stage import LI, OURS, SEASON, STRANGER, WANG, Stage, button, stage
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.events import EventKind
from workflow.given import FilesGiven
from workflow.ids import CompanyId, ItemKey, PersonId, SeasonId
from workflow.record import ERASED_NAME
from workflow.team import Department, Member, Role

# --- sent back --------------------------------------------------------------------------


def test_a_download_sends_the_file_and_is_on_record() -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.DOWNLOAD, *HERE, REPORT, 1, 0))

    event = newest_event(one)
    assert len(documents(answer)) == 1
    assert (event.kind, event.by, event.version) == (EventKind.DOWNLOADED, str(WANG), 1)
    assert event.where == WANG


def test_what_may_not_be_seen_is_not_sent_and_reads_as_not_there() -> None:
    one = stage()
    gives(one, INTERNAL, "样本.pdf", b"sample")
    company = ours(one)
    viewer = Member(PersonId(str(LI)), "吴审计", (Role.VIEWER,))
    one.store.companies[company.id] = replace(company, members=(*company.members, viewer))
    before = newest_event(one)

    answer = one.presses(LI, button(Verb.DOWNLOAD, *HERE, INTERNAL, 1, 0))

    assert documents(answer) == []
    missing = one.presses(LI, button(Verb.DOWNLOAD, *HERE, "no_such_item", 1, 0))
    assert toast(answer) == toast(missing)
    assert newest_event(one) == before


def test_an_erased_file_says_that_it_is_gone() -> None:
    one = stage()
    gives(one, PAPER, "a.pdf", b"one")
    gives(one, PAPER, "b.pdf", b"two")
    company = ours(one)
    season = season_of(company, SeasonId(SEASON))
    state = season.items[ItemKey(PAPER)]
    given = state.entries[0].given
    assert isinstance(given, FilesGiven)
    gone = replace(given, files=(replace(given.files[0], name=ERASED_NAME),))
    entries = (replace(state.entries[0], given=gone), *state.entries[1:])
    items = {**season.items, ItemKey(PAPER): replace(state, entries=entries)}
    changed = with_season(company, replace(season, items=items))
    one.store.companies[company.id] = changed

    shelf = one.presses(WANG, button(Verb.HISTORY, *HERE, PAPER))
    answer = one.presses(WANG, button(Verb.DOWNLOAD, *HERE, PAPER, 1, 0))

    assert "已清除" in text(shelf)
    assert len([label for label in labels(shelf) if "⬇️" in label]) == 1
    assert "按规定清除" in toast(answer)


# --- why a version replaced another -------------------------------------------------------


def test_a_caption_that_names_no_item_says_why_a_version_replaced_another() -> None:
    one = stage()
    first = gives(one, PAPER, "a.pdf", b"one", "请看")
    second = gives(one, PAPER, "b.pdf", b"two", "上一版 没盖章")

    assert "换版原因" not in text(first)
    assert "写原因" not in "".join(labels(first))
    assert "换版原因:上一版 没盖章" in text(second)
    assert "✏️ 改原因" in labels(second)
    assert newest_event(one).why == "上一版 没盖章"


def test_a_caption_that_names_the_item_is_no_reason() -> None:
    one = stage()
    gives(one, PAPER, "a.pdf", b"one")

    second = gives(one, PAPER, "b.pdf", b"two", "账号保管表")

    assert "换版原因" not in text(second)
    assert "✏️ 写原因" in labels(second)


def test_the_reason_can_be_written_afterwards() -> None:
    one = stage()
    gives(one, PAPER, "a.pdf", b"one")
    gives(one, PAPER, "b.pdf", b"two")
    one.presses(WANG, button(Verb.ASK, *HERE, "explain", PAPER))

    answer = one.types(WANG, "盖章不清")

    assert "已记下原因:盖章不清" in text(answer)
    assert newest_event(one).kind is EventKind.EXPLAINED
    assert "原因:盖章不清" in text(one.presses(WANG, button(Verb.HISTORY, *HERE, PAPER)))


def test_a_long_caption_is_cut_rather_than_the_file_refused() -> None:
    one = stage()
    gives(one, PAPER, "a.pdf", b"one")

    gives(one, PAPER, "b.pdf", b"two", "长" * 900)

    assert newest_event(one).why == "长" * 200


# --- used again -------------------------------------------------------------------------


def next_year(one: Stage) -> str:
    """The season of 2027 beside the one of 2026, of the same licence; its id."""
    company = ours(one)
    before = season_of(company, SeasonId(SEASON))
    season = replace(before, id=SeasonId("3"), year=2027, items={}, filings=(), assigned={})
    one.store.companies[company.id] = replace(company, seasons=(*company.seasons, season))
    return season.id


def test_last_years_paper_is_looked_at_and_then_used() -> None:
    one = stage()
    new = next_year(one)

    more = one.presses(WANG, button(Verb.MORE, OURS, new, REPORT))
    look = one.presses(WANG, button(Verb.REUSE, OURS, new, REPORT))
    used = one.presses(WANG, button(Verb.REUSE_SURE, OURS, new, REPORT))

    assert "🔁 沿用去年的" in labels(more)
    assert len(documents(look)) == 1
    assert labels(look) == ["✅ 看过了,沿用", "‹ 回到这一项"]
    assert "第 1 版" in text(used)
    assert [event.kind for event in one.store.trail[CompanyId(OURS)][-3:]] == [
        EventKind.DOWNLOADED,
        EventKind.HANDED_IN,
        EventKind.REUSED,
    ]


def test_the_papers_come_above_the_question() -> None:
    one = stage()
    new = next_year(one)

    look = one.presses(WANG, button(Verb.REUSE, OURS, new, REPORT))

    assert [type(each) for each in look] == [Toast, SendDocument, Send]


def test_a_forged_button_does_not_skip_the_look() -> None:
    one = stage()
    new = next_year(one)
    before = newest_event(one)

    answer = one.presses(WANG, button(Verb.REUSE_SURE, OURS, new, REPORT))

    assert "看一遍" in toast(answer)
    assert newest_event(one) == before


def test_without_a_year_before_nothing_is_offered() -> None:
    one = stage()

    more = one.presses(WANG, button(Verb.MORE, *HERE, REPORT))
    forged = one.presses(WANG, button(Verb.REUSE, *HERE, REPORT))

    assert "🔁 沿用去年的" not in labels(more)
    assert documents(forged) == []


# --- only located -----------------------------------------------------------------------


def test_an_internal_matter_is_first_asked_for_the_place_it_is_kept() -> None:
    one = stage()

    card = one.presses(WANG, button(Verb.ITEM, *HERE, INTERNAL))

    assert labels(card)[0] == "📍 只登记存放位置"
    assert "不必上传" in text(card)


def test_other_papers_are_asked_for_as_files() -> None:
    one = stage()

    card = one.presses(WANG, button(Verb.ITEM, *HERE, PAPER))

    assert "📍 只登记存放位置" not in labels(card)
    assert "把文件或照片发过来" in text(card)


def test_once_located_it_is_done() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "located", INTERNAL))

    answer = one.types(WANG, "人事部 2 号柜")

    assert "人事部 2 号柜" in text(answer)
    assert labels(one.presses(WANG, button(Verb.ITEM, *HERE, INTERNAL)))[0] != "📍 只登记存放位置"


# --- kept -------------------------------------------------------------------------------


def test_the_company_card_leads_to_how_long_papers_are_kept() -> None:
    one = stage()

    card = one.presses(WANG, button(Verb.COMPANY, OURS))
    keeping = one.presses(WANG, button(Verb.KEEPING, OURS))

    assert "🗂 保存与清理" in labels(card)
    assert "材料保存 5 年" in unmarked(keeping)
    assert labels(keeping)[:3] == ["3 年", "10 年", "30 年"]


def unmarked(answer: Sequence[Outgoing]) -> str:
    return text(answer).replace("<b>", "").replace("</b>", "")


def test_another_term_is_chosen_by_a_tap() -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.KEEP_FOR, OURS, 10))

    assert "材料保存 10 年" in unmarked(answer)
    assert ours(one).kept_years == 10


def test_a_hold_is_set_with_a_reason_and_lifted() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, OURS, "", "hold", ""))

    held = one.types(WANG, "某案需要")
    lifted = one.presses(WANG, button(Verb.LIFT_HOLD, OURS))

    assert "法律保全中:某案需要" in unmarked(held)
    assert "没有法律保全" in text(lifted)
    assert ours(one).hold is None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MANAGER])
def test_nobody_but_a_manager_decides_about_keeping(role: Role) -> None:
    one = stage()
    company = ours(one)
    other = Member(PersonId(str(LI)), "别人", (role,), (Department.FIN,))
    one.store.companies[company.id] = replace(company, members=(*company.members, other))

    one.presses(LI, button(Verb.ASK, OURS, "", "hold", ""))
    one.types(LI, "我要保全")
    one.presses(LI, button(Verb.KEEP_FOR, OURS, 3))
    card = one.presses(LI, button(Verb.COMPANY, OURS))
    keeping = one.presses(LI, button(Verb.KEEPING, OURS))

    assert "🗂 保存与清理" not in labels(card)
    assert "材料保存" not in unmarked(keeping)
    assert (ours(one).kept_years, ours(one).hold) == (5, None)


@pytest.mark.parametrize("verb", [Verb.KEEPING, Verb.LIFT_HOLD])
def test_a_stranger_reads_that_there_is_no_such_company(verb: Verb) -> None:
    one = stage()

    answer = one.presses(STRANGER, button(verb, OURS))

    assert toast(answer) == toast(one.presses(STRANGER, button(verb, "nowhere")))


def test_a_term_that_is_not_offered_is_refused() -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.KEEP_FOR, OURS, 1))

    assert "没有这个年限" in toast(answer)

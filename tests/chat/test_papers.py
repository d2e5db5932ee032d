"""Papers in the talk: for those who may look, as far as they may see, under a number that is kept."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.documents import PaperFormat
from chat.talk import Edit, Outgoing, SendPaper, Toast
from gateway.markup import LONGEST_CAPTION, length, plain
from tests.chat.markup import faults, presses, words
from tests.chat.papers import labels, ours, text, toast
from tests.chat.stage import LI, NASTY, OURS, SEASON, THEIRS, WANG, Stage, stage
from tests.chat.stage import button as data
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.events import EventKind
from workflow.ids import CompanyId, PackRef, SeasonId
from workflow.papers import PaperKind


def asked(kind: str = "differences", format_: str = "pdf", company: str = OURS) -> str:
    return data(Verb.PAPER_AS, company, SEASON, kind, format_)


def under_older_rules() -> Stage:
    """The first version of the pack knows nothing of the quality of the service."""
    one = stage()
    company = ours(one)
    season = replace(season_of(company, SeasonId(SEASON)), pack=PackRef("call_centre@1"))
    one.store.companies[company.id] = with_season(company, season)
    return one


def papers(answer: Sequence[Outgoing]) -> list[SendPaper]:
    return [each for each in answer if isinstance(each, SendPaper)]


@pytest.mark.parametrize("kind", PaperKind)
@pytest.mark.parametrize("format_", PaperFormat)
def test_a_press_answers_at_once_and_the_paper_follows(
    kind: PaperKind, format_: PaperFormat
) -> None:
    one = stage()

    answer = one.presses(WANG, asked(kind, format_))

    assert [type(each) for each in answer] == [Toast, Edit, SendPaper]
    (sent,) = papers(answer)
    assert (sent.paper.paper.kind, sent.paper.format) == (kind, format_)
    assert sent.paper.name.endswith(f"2026-001.{format_}")


def test_the_name_of_a_file_holds_nothing_that_a_disk_refuses() -> None:
    (sent,) = papers(stage().presses(WANG, asked()))

    assert not set('\\/:*?"<>|') & set(sent.paper.name)


def test_the_caption_fits_and_survives_nasty_names() -> None:
    (sent,) = papers(stage().presses(WANG, asked()))

    assert faults(sent.caption) == []
    assert length(plain(sent.caption)) <= LONGEST_CAPTION
    assert f"{NASTY}一公司" in plain(sent.caption)


def test_where_it_could_not_be_made_the_words_say_what_to_press() -> None:
    (sent,) = papers(stage().presses(WANG, asked()))

    labels = [button.label for row in sent.otherwise.buttons for button in row]
    assert labels == ["🔄 再做一次", "Word", "Excel"]
    assert "请再做一次" in sent.otherwise.html


def test_the_same_content_keeps_its_number_and_another_paper_has_the_next() -> None:
    one = stage()

    numbers = [
        papers(one.presses(WANG, asked(kind, format_)))[0].paper.record.number
        for kind, format_ in (("differences", "pdf"), ("differences", "docx"), ("draft", "pdf"))
    ]

    assert numbers == [1, 1, 2]


def test_who_took_which_paper_stands_in_the_record() -> None:
    one = stage()

    one.presses(WANG, asked("draft", "xlsx"))

    event = one.store.trail[CompanyId(OURS)][-1]
    told = (event.kind, event.by, event.subject, event.version, event.new)
    assert told == (EventKind.PAPER_TAKEN, str(WANG), "draft", 1, "xlsx")


@pytest.mark.parametrize("forged", [asked("diary"), asked("draft", "exe")])
def test_a_paper_or_format_nobody_made_is_an_old_button(forged: str) -> None:
    one = stage()

    before = one.events

    assert papers(one.presses(WANG, forged)) == []
    assert one.events == before


@pytest.mark.parametrize("person", [WANG, LI])
def test_the_paper_of_another_company_is_no_such_company(person: int) -> None:
    other = THEIRS if person == WANG else OURS

    answer = stage().presses(person, asked(company=other))

    assert papers(answer) == []
    assert "李家的公司" not in words(answer) or person == LI


def test_under_older_rules_there_is_no_service_quality_report_and_the_others_are_shown() -> None:
    one = under_older_rules()

    shown = one.presses(WANG, data(Verb.PAPERS, OURS, SEASON))
    answer = one.presses(WANG, asked("quality"))

    assert labels(shown)[:2] == ["风险差异清单", "初版年报"]
    assert "服务质量报告" not in labels(shown)
    assert papers(answer) == []
    assert toast(answer) == "这份年报没有服务质量报告"
    assert labels(answer) == labels(shown)


def test_the_service_quality_report_says_that_it_is_to_be_sealed() -> None:
    (sent,) = papers(stage().presses(WANG, asked("quality")))

    assert "编制稿,请核对、盖章后使用" in plain(sent.caption)
    assert "内部留痕" not in plain(sent.caption)


def test_its_card_counts_the_figures_and_those_that_are_missing() -> None:
    one = stage()

    card = text(one.presses(WANG, data(Verb.PAPER, OURS, SEASON, "quality")))

    assert "《服务质量报告》编号 2026-001" in card
    assert "还缺" in card
    assert "不一致 0 个" in card


def test_from_the_service_quality_report_it_is_one_press_to_its_figures() -> None:
    one = stage()

    quality = one.presses(WANG, data(Verb.PAPER, OURS, SEASON, "quality"))
    differences = one.presses(WANG, data(Verb.PAPER, OURS, SEASON, "differences"))

    assert data(Verb.QUALITY, OURS, SEASON) in presses(quality)
    assert data(Verb.QUALITY, OURS, SEASON) not in presses(differences)

"""What stands on the picture, in both languages: verdict, countdown, legend, dates."""

import json
from dataclasses import replace
from datetime import date

import pytest

from messages.catalogue import LOCALES
from reports.drawing import Sign, Tone, from_plain, to_plain
from tests.reports.seasons import drawing, everything, quiet
from workflow.filing import FilingState
from workflow.timeline import Mark


def test_the_first_thing_said_is_whether_it_can_be_filed() -> None:
    seen = drawing(everything())

    assert (seen.title, seen.subtitle) == ("北京甲呼叫科技有限公司", "呼叫中心 · 2026 年度年报")
    assert (seen.verdict, seen.tone) == ("还不能报:差 6 项", Tone.PLAIN)
    assert (seen.progress, seen.percent) == ("完成 55/90", "61 %")
    assert seen.countdown == "离法定截止还有 49 天"


@pytest.mark.parametrize(
    ("state", "missing", "verdict", "tone"),
    [
        (FilingState.NOT_OPEN, 0, "可以报", Tone.GOOD),
        (FilingState.RETURNED, 2, "被退回", Tone.BAD),
        (FilingState.OVERDUE, 2, "逾期未报", Tone.BAD),
    ],
)
def test_what_became_of_the_report_comes_first(
    state: FilingState, missing: int, verdict: str, tone: Tone
) -> None:
    seen = drawing(replace(quiet(), filing=state, missing=missing))

    assert (seen.verdict, seen.tone) == (verdict, tone)


def test_a_filed_report_counts_no_days_down() -> None:
    seen = drawing(
        replace(quiet(), filing=FilingState.REPORTED, reported_on=date(2027, 3, 20)), "en"
    )

    assert (seen.verdict, seen.tone, seen.countdown) == ("Sat 20 Mar: filed", Tone.GOOD, "")


def test_the_days_that_went_by_since_the_statutory_day_are_told() -> None:
    late = drawing(quiet(date(2027, 4, 6)))

    assert late.countdown == "法定截止已过 6 天"


def test_a_late_step_says_how_late_and_leaves_out_the_count() -> None:
    late = next(row for row in drawing(everything()).rows if row.sign is Sign.OVERDUE)

    assert late.when == "02-04(周四) · 逾期 6 天"
    assert late.count == ""


def test_days_are_counted_from_the_first_one_shown() -> None:
    first = quiet()

    seen = drawing(first)

    assert first.first.toordinal() + seen.today.day == first.today.toordinal()
    assert first.first.toordinal() + seen.statutory.day == first.statutory.toordinal()
    assert seen.days == (first.last - first.first).days + 1


def test_the_legend_explains_what_is_shown_and_nothing_else() -> None:
    assert {key.sign for key in drawing(everything()).legend} == set(Sign)
    plain = replace(quiet(), points=(), off=())
    assert drawing(plain).legend == ()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sign_of_a_step_is_explained_in_both_languages(locale: str) -> None:
    words = [key.word for key in drawing(everything(), locale).legend]

    assert len(set(words)) == len(words) == len(Sign)


def test_signs_and_marks_are_the_same_things() -> None:
    assert {mark.value for mark in Mark} <= {sign.value for sign in Sign}


def test_people_are_told_of_what_is_not_shown_and_of_dates_that_may_change() -> None:
    assert drawing(everything()).notes == (
        "另有 3 步没有画出",
        "日期暂定:2027 年放假安排还没有官方通知",
    )


def test_a_drawing_goes_to_another_process_and_is_the_same_there() -> None:
    seen = drawing(everything(), "en", "dark")

    assert from_plain(json.loads(json.dumps(to_plain(seen)))) == seen

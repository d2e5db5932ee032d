"""Every transcript is kept to, whichever store is below; and the player notices what is not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chat.talk import Message, Press
from tests.manners import message_faults, post_faults, toast_faults
from tests.play import Play
from tests.screens import Shown
from tests.storage.homes import Home, MemoryHome, TinyHome
from tests.transcript import Unlike

PAGES = Path(__file__).parent / "transcripts"
NAMES = sorted(path.name for path in PAGES.glob("*.txt"))
LANGUAGES = {"zh": "zh-hans", "en": "en"}


@pytest.fixture(params=["memory", "disk"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    if request.param == "memory":
        yield MemoryHome()
        return
    on_disk = TinyHome(tmp_path)
    yield on_disk
    on_disk.close()


@pytest.mark.parametrize("name", NAMES)
def test_the_bot_keeps_to_the_transcript(name: str, home: Home, tmp_path: Path) -> None:
    play = Play(home, PAGES, tmp_path, LANGUAGES[name.split(".")[-2]])

    play.play(name)

    assert play.people


@pytest.mark.parametrize(
    "journey",
    [
        "first-minute",
        "tick-by-file",
        "tick-by-answer",
        "quick-query",
        "wrong-door",
        "late-start",
        "filed-early",
        "filed-again",
        "two-files",
        "team-newcomer",
        "team-links",
        "team-behalf",
        "team-review",
        "team-assign",
        "team-handover",
        "team-removal",
        "group-board",
        "group-doors",
        "import-clients",
        "wrong-client",
        "calendar",
        "settings",
        "move-date",
        "notice-record",
        "picture",
        "monthly-duty",
        "nobody-answers",
        "agency-hears",
        "group-hears",
        "robot-and-mail",
        "secrets",
        "good-news",
        "legal-only",
        "board-pages",
        "twelve-companies",
        "newer-rules",
        "three-years",
        "signing",
        "signing-back",
        "signed-reopened",
        "authority",
        "score",
        "after-filing",
        "filing-day",
        "filing-day-again",
        "filing-day-forms",
    ],
)
def test_a_journey_is_told_in_both_languages(journey: str) -> None:
    assert {f"{journey}.zh.txt", f"{journey}.en.txt"} <= set(NAMES)


# --- the player itself ------------------------------------------------------------------

Stage = Callable[[str], None]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Plays these words as an English transcript."""

    def played(words: str) -> None:
        (tmp_path / "page.en.txt").write_text(words, "utf-8")
        Play(MemoryHome(), tmp_path, tmp_path, "en").play("page.en.txt")

    return played


def test_a_transcript_that_is_kept_to_passes(stage: Stage) -> None:
    stage("# a remark\n\nWang > thanks\nbot < You are …come\nbot without Chinese\n")


def test_a_stranger_s_group_is_left(stage: Stage) -> None:
    stage("— group Team of Wang —\nWang @ Team > «brings the bot in»\nbot @ Team goes out\n")


def test_other_words_fail_with_the_line_and_with_what_was_really_said(stage: Stage) -> None:
    with pytest.raises(Unlike) as unlike:
        stage("Wang > thanks\nbot < Good bye\n")

    assert "page.en.txt:2: bot < Good bye" in str(unlike.value)
    assert "bot < You are welcome" in str(unlike.value)


@pytest.mark.parametrize(
    "words",
    [
        "Wang > thanks\n",
        "Wang > thanks\nbot ∅\n",
        "Wang > thanks\nbot < You are welcome\nbot < You are welcome\n",
        "Wang > thanks\nbot < You are welcome\nbot [New company]\n",
        "Wang > hello\nbot < I do not understand\nbot without company\n",
        "Wang > hello\nbot < I do not understand\nbot [New company] < copied\n",
        "Wang > [No such button]\n",
        "Wang ↪ nothing of this > hello\n",
        "bot < Hello\n",
        "Wang says hello\n",
        "— thunder —\n",
        "Wang @ Team > /status\n",
        "— group Team of Li —\nWang @ Team > /status\n",
        "— group Team of Wang —\nWang @ Team > «sings»\n",
        "— group Team of Wang —\nWang @ Team > «brings the bot in»\n",
        "— group Team of Wang —\nWang @ Team > «brings the bot in»\nbot @ Team ∅\n",
        "— group Team of Wang —\nWang @ Team > hello\nbot @ Team < Hello\n",
        "— group Team of Wang —\nWang @ Team > hello\nboard @ Team < 3%\n",
        "— group Team of Wang, Li —\nWang > thanks\nbot < You are welcome\nLi hears < Hello\n",
        "Wang > thanks\nbot < You are welcome\nLi hears ∅\n",
        "Wang > «link of Wang»\n",
        "Wang > «sings»\n",
    ],
)
def test_what_is_passed_over_missing_or_not_understood_fails(stage: Stage, words: str) -> None:
    with pytest.raises(Unlike):
        stage(words)


# --- manners ----------------------------------------------------------------------------


def shown(html: str, label: str = "Go", data: str = "st|c1|1") -> Shown:
    return Shown(Message(html, ((Press(label, data),),)))


GOOD = shown("<b>Acme</b>\nDone 3/90")


@pytest.mark.parametrize(
    "bad",
    [
        shown("\n".join(["Acme"] * 13)),
        shown("Done 3/90\nAcme"),
        shown("Acme\n{ $count } left"),
        shown("Acme\nM3 is next"),
        shown("Acme\n还没有"),
        shown("Acme", label="x" * 41),
        shown("Acme", data="it|c1|1|" + "k" * 60),
    ],
)
def test_a_message_without_manners_is_told(bad: Shown) -> None:
    assert not list(message_faults(GOOD, {"c1": "Acme"}, "en", ()))
    assert list(message_faults(bad, {"c1": "Acme"}, "en", ()))


@pytest.mark.parametrize(
    "bad",
    [
        Shown(Message("Acme")),
        Shown(Message("Report\nDone 3/90")),
        Shown(Message("Acme\nTap the button")),
        Shown(Message("Acme\nhttps://t.me/bot")),
        shown("Acme\nDone 3/90"),
    ],
)
def test_a_post_names_its_company_and_offers_nothing_to_tap(bad: Shown) -> None:
    good = Shown(Message("Report: Acme\nDone 3/90"))

    assert not list(post_faults(good, {"c1": "Acme"}, "en", ()))
    assert list(post_faults(bad, {"c1": "Acme"}, "en", ()))


def test_a_code_is_told_from_the_end_of_a_longer_sign() -> None:
    numbered = Shown(Message("Report: Acme\nNo. EY1Q5NM2"))

    assert not list(post_faults(numbered, {"c1": "Acme"}, "en", ()))


def test_words_of_people_are_no_fault_of_the_bot() -> None:
    mixed = shown("Acme\nSeal: 公章 M3")

    assert not list(message_faults(mixed, {"c1": "Acme"}, "en", ["公章 M3"]))


def test_a_toast_is_one_short_line() -> None:
    assert not list(toast_faults("Done", "en", ()))
    assert list(toast_faults("x" * 201, "en", ()))

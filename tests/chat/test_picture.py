"""进度图: drawn as the speaker likes it, for those who may look, in words where it cannot be drawn."""

from collections.abc import Sequence
from dataclasses import replace

from chat.buttons import Verb
from chat.documents import Theme
from chat.talk import Outgoing, Press, Pressed, SendPicture, Toast
from gateway.markup import LONGEST_CAPTION, length, plain
from tests.chat.markup import faults, words
from tests.chat.stage import LI, NASTY, OURS, SEASON, THEIRS, WANG, Stage, button, stage
from workflow.ids import PersonId

ASKED = button(Verb.PICTURE, OURS, SEASON)
DARK = button(Verb.PICTURE_AS, OURS, SEASON, "dark")


def picture(answer: Sequence[Outgoing]) -> SendPicture:
    (sent,) = [each for each in answer if isinstance(each, SendPicture)]
    return sent


def labels(sent: SendPicture) -> list[str]:
    return [button.label for row in sent.message.buttons for button in row]


def is_dark(one: Stage, person: int) -> bool:
    return one.store.people[PersonId(str(person))].dark_pictures


def test_a_press_on_the_card_sends_a_new_picture_light_at_first() -> None:
    sent = picture(stage().presses(WANG, ASKED))

    assert (sent.picture.theme, sent.replaces, sent.picture.locale) == (Theme.LIGHT, 0, "zh-CN")
    assert sent.picture.timeline.company == f"{NASTY}一公司"


def test_the_other_theme_takes_the_place_of_the_picture_and_is_remembered() -> None:
    one = stage()

    turned = picture(one.does(WANG, Pressed(DARK, 77, "p")))

    assert (turned.picture.theme, turned.replaces) == (Theme.DARK, 77)
    assert labels(turned)[0] == "☀️ 浅色"
    assert picture(one.types(WANG, "进度图")).picture.theme is Theme.DARK
    assert not is_dark(one, LI)


def test_the_same_theme_pressed_twice_stays() -> None:
    one = stage()

    one.presses(WANG, DARK, DARK)

    assert is_dark(one, WANG)


def test_a_theme_nobody_made_is_an_old_button() -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.PICTURE_AS, OURS, SEASON, "pink"))

    assert not [each for each in answer if isinstance(each, SendPicture)]
    assert not is_dark(one, WANG)


def test_the_picture_of_another_company_is_no_such_company() -> None:
    one = stage()

    answer = one.presses(WANG, button(Verb.PICTURE, THEIRS, SEASON))

    assert not [each for each in answer if isinstance(each, SendPicture)]
    assert "李家的公司" not in words(answer)
    (toast,) = [each for each in answer if isinstance(each, Toast)]
    assert toast.text


def test_the_words_below_fit_a_caption_and_survive_nasty_names() -> None:
    one = stage()
    for locale in ("zh-CN", "en"):
        one.presses(WANG, button(Verb.SPEAK, locale))

        sent = picture(one.presses(WANG, ASKED))

        assert faults(sent.message.html) == faults(sent.otherwise.html) == []
        assert length(plain(sent.message.html)) <= LONGEST_CAPTION
        assert len(plain(sent.message.html).splitlines()) <= 12


def test_where_it_cannot_be_drawn_the_same_is_told_kindly_in_words() -> None:
    sent = picture(stage().presses(WANG, ASKED))

    told, below = plain(sent.otherwise.html), plain(sent.message.html)
    assert "图这次没画出来" in told
    assert set(below.splitlines()) < set(told.splitlines())
    again = [b for row in sent.otherwise.buttons for b in row if isinstance(b, Press)]
    assert ASKED in [b.data for b in again]


def test_no_person_and_no_item_is_named_on_it() -> None:
    one = stage()
    seen = picture(one.presses(WANG, ASKED)).picture.timeline

    told = repr(replace(seen, company=""))

    assert f"{NASTY}{WANG}" not in told
    assert f"{NASTY} 附件" not in told
    assert f"{NASTY} 报告" not in told


def test_more_steps_of_one_kind_than_can_be_named_are_counted() -> None:
    below = plain(picture(stage().presses(WANG, ASKED)).message.html)

    (line,) = [line for line in below.splitlines() if line.startswith("⬜")]
    assert line.endswith(" 步")
    assert line.count("、") == 3 + line.count("初稿、")

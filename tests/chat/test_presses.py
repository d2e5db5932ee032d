"""Forged and outdated presses: never a crash, never somebody else's case shown or changed."""

import random
from collections.abc import Callable, Iterable, Iterator

import pytest

from chat.buttons import Verb
from chat.group_routes import HEARD_IN_GROUPS
from chat.routes import PRESSES
from chat.talk import Pressed
from tests.chat.crowd import bound, buttons_of_a_team, confirming, in_group
from tests.chat.markup import require_sendable, words
from tests.chat.stage import (
    CODES,
    LI,
    OURS,
    SEASON,
    STRANGER,
    THEIRS,
    WANG,
    Stage,
    button,
    copied,
    empty_stage,
    every_button,
    sent,
    stage,
)

SECRETS = ("一公司", CODES[0], "李家", CODES[1])
NOBODYS = "co99999999"
BIND_HERE, BOARD_PAGE = button(Verb.BIND_HERE), button(Verb.BOARD_PAGE, 1)
STRANGE = (
    *("", "0", "-1", "99999999999999999999", "-99999999999999999999", "1_0", "١", "３", "½", "NaN"),
    *("1e9", "0x1", "True", "active", "removed", "archived", "M1", "own1", "all", "en", "zh-CN"),
    *("2027-03-01", "0001-01-01", "9999-12-31", "2027-02-30", "20270301", "2027-W01-1"),
    *(OURS, THEIRS, NOBODYS, "1", "2", "3", "staff_total", "number_report", "licence_services"),
    *("reported", "ordered", "rename", "wait_day", "filing_day", "company_name", "statutory"),
    *("a|b", "é", "\x00", "x" * 41, "../1", "<b>", "'", '"', " ", "\n"),
)


def forged(seed: int, count: int) -> Iterator[str]:
    """Real buttons with parts put in, left out and exchanged; and some nonsense."""
    dice = random.Random(seed)  # noqa: S311 - nothing to keep secret
    real = sorted({*every_button(), *buttons_of_a_team()})
    verbs = [verb.value for verb in Verb]
    for _ in range(count):
        parts = dice.choice(real).split("|")
        for _ in range(dice.randint(0, 3)):
            place = dice.randrange(len(parts))
            match dice.randrange(5):
                case 0:
                    parts[place] = dice.choice(STRANGE)
                case 1:
                    parts.insert(place + 1, dice.choice(STRANGE))
                case 2:
                    del parts[place:]
                case 3:
                    parts[:1] = [dice.choice(verbs)]
                case _:
                    parts[-1:] = [parts[-1] + chr(dice.randrange(1, 0x2FFF))]
            parts = parts or [""]
        yield "|".join(parts)


def forge(person: int, seed: int, count: int) -> None:
    """Press so many forged buttons; the companies the person is no member of stay as they are."""
    one = stage()
    foreign = [company for company in (OURS, THEIRS) if (person, company) not in MEMBERS]
    hidden = [secret for secret in SECRETS if (person, secret) not in KNOWN]
    before = [one.kept(company) for company in foreign]

    for data in forged(seed, count):
        answer = one.presses(person, data)
        require_sendable(answer)
        assert not [secret for secret in hidden if secret in words(answer)], data

    assert [one.kept(company) for company in foreign] == before


MEMBERS = {(WANG, OURS), (LI, THEIRS)}
KNOWN = {(WANG, SECRETS[0]), (WANG, SECRETS[1]), (LI, SECRETS[2]), (LI, SECRETS[3])}


@pytest.mark.parametrize("seed", range(8))
def test_a_stranger_forging_presses_sees_and_changes_nothing(seed: int) -> None:
    forge(STRANGER, seed, 550)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("person", [WANG, LI])
def test_a_member_forging_presses_keeps_to_their_own_company(person: int, seed: int) -> None:
    forge(person, 100 + seed, 100)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(50))
def test_fifty_thousand_forged_presses_change_nothing(seed: int) -> None:
    forge(STRANGER, 1000 + seed, 500)
    forge(LI, 2000 + seed, 250)
    forge(WANG, 3000 + seed, 250)


# --- somebody else's buttons ------------------------------------------------------------


def sample(most: int, among: Iterable[str] | None = None) -> list[str]:
    """So many buttons of each verb; every one of those that are rare."""
    found: dict[str, list[str]] = {}
    for data in every_button() if among is None else among:
        found.setdefault(data.partition("|")[0], []).append(data)
    return [data for datas in found.values() for data in datas[:most]]


FOREIGN = [data for data in sample(2) if OURS in data]


@pytest.mark.parametrize("person", [LI, STRANGER])
@pytest.mark.parametrize("data", FOREIGN)
def test_a_forwarded_button_reads_like_one_of_a_company_that_does_not_exist(
    data: str, person: int
) -> None:
    one = stage()

    forwarded = one.presses(person, data)

    assert forwarded == one.presses(person, data.replace(OURS, NOBODYS))
    assert not [secret for secret in SECRETS[:2] if secret in words(forwarded)]


def test_no_forwarded_button_changes_anything() -> None:
    one = stage()
    before = (dict(one.store.companies), dict(one.store.trail))

    for data in FOREIGN:
        one.presses(LI, data)
        one.presses(STRANGER, data)

    assert (one.store.companies, one.store.trail) == before


def test_a_reply_to_somebody_elses_card_reads_like_a_reply_to_nothing() -> None:
    one = stage()
    theirs = (button(Verb.ITEM, OURS, SEASON, "staff_total"),)
    nobodys = (button(Verb.ITEM, NOBODYS, SEASON, "staff_total"),)

    told = one.does(LI, sent("a.pdf"), theirs)

    assert told == one.does(LI, sent("a.pdf"), nobodys)
    assert not [secret for secret in SECRETS[:2] if secret in words(told)]


def test_a_code_that_is_known_already_reveals_nothing() -> None:
    known, unknown = stage(), empty_stage()

    for one in (known, unknown):
        one.types(STRANGER, "/start", "/new", "新公司")

    assert known.types(STRANGER, CODES[0]) == unknown.types(STRANGER, CODES[0])


# --- outdated buttons -------------------------------------------------------------------


def test_a_button_of_a_removed_season_reads_like_one_that_never_was() -> None:
    one = stage()
    one.presses(WANG, button(Verb.TURN_CASE, OURS, "2", "removed"))

    removed = one.presses(WANG, button(Verb.STATUS, OURS, "2"))

    assert removed == one.presses(WANG, button(Verb.STATUS, OURS, "77"))


def test_a_button_of_a_removed_company_reads_like_one_that_never_was() -> None:
    one = stage()
    one.presses(LI, button(Verb.TURN_COMPANY, THEIRS, "removed"))

    removed = one.presses(LI, button(Verb.COMPANY, THEIRS))

    assert removed == one.presses(LI, button(Verb.COMPANY, NOBODYS))


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.CONFIRM, OURS, SEASON, "window_open", 0),
        button(Verb.NONE_OF_TABLE, OURS, SEASON, "branches", 0),
        button(Verb.CHOOSE, OURS, SEASON, "reg_province", "11", 7),
        button(Verb.WITHDRAW, OURS, SEASON, "number_report", 1),
        button(Verb.MOVE_FILES, OURS, SEASON, "number_report", 1),
        button(Verb.CHOSEN, OURS, SEASON, "licence_services", 7),
        button(Verb.UNDO, OURS, 3),
        button(Verb.UNDO, THEIRS, 4),
        button(Verb.DOWNLOAD, OURS, SEASON, "number_report", 1, 1),
        button(Verb.DOWNLOAD, OURS, SEASON, "number_report", 1, -1),
        button(Verb.DOWNLOAD, OURS, SEASON, "number_report", 9, 0),
        button(Verb.DOWNLOAD, OURS, SEASON, "staff_total", 1, 0),
        button(Verb.MOVE_FILES, OURS, SEASON, "staff_total", 1),
        button(Verb.TEMPLATE, OURS, SEASON, "staff_total"),
        button(Verb.CHOOSE, OURS, SEASON, "staff_total", "11", 1),
        button(Verb.CHOOSE, OURS, SEASON, "reg_province", "no_such", 0),
        button(Verb.TAKE_READING, OURS, SEASON, "staff_total", "NaN", 1),
        button(Verb.TAKE_READING, OURS, SEASON, "branches", "1", 1),
        button(Verb.TAKE_READING, OURS, SEASON, "staff_total", "290", 0),
        button(Verb.TAKE_READING, OURS, SEASON, "staff_total", "290"),
        button(Verb.BIND, OURS, SEASON, "number_report", "00000000"),
        button(Verb.BIND, OURS, SEASON, "number_report"),
        button(Verb.LOOSE_PAGE, 1),
        button(Verb.LOOSE_TOGETHER, "00000000"),
        button(Verb.TAKE_DAY, "2027-03-20", "00000000"),
        button(Verb.TAKE_DAY, "2027-03-20"),
        button(Verb.FACT, OURS, SEASON, "no_such"),
        button(Verb.FACT_ON, OURS, SEASON, "no_such", "2027-01-01"),
        button(Verb.FACT_ON, OURS, SEASON, "reported", "2027-03-11"),
        button(Verb.FACT_ON, OURS, SEASON, "reported", "2027-02-30"),
        button(Verb.ASK, OURS, SEASON, "no_such", "M1"),
        button(Verb.ASK, OURS, SEASON, "filing_day", "reported"),
        button(Verb.TURN_COMPANY, OURS, "no_such"),
        button(Verb.TURN_COMPANY, OURS, "removed"),
        button(Verb.TURN_CASE, OURS, SEASON, "no_such"),
        button(Verb.TURN_CASE, OURS, SEASON, "active"),
        button(Verb.COVERAGE, OURS, SEASON, "99"),
        button(Verb.PROFILE, OURS, SEASON, "no_such"),
        button(Verb.ADOPT, OURS),
        button(Verb.SPEAK, "xx"),
        button(Verb.NEW_ANSWER, "skip"),
        button(Verb.CREATE),
        button(Verb.ITEM, OURS, SEASON),
        button(Verb.STATUS, OURS, SEASON, "more"),
        button(Verb.STEPS, OURS, SEASON, "x"),
    ],
)
def test_a_button_that_is_outdated_or_never_was_does_nothing_but_say_so(data: str) -> None:
    one = stage()
    one.presses(WANG, button(Verb.STATUS, OURS, SEASON))
    before = (one.kept(OURS), dict(one.store.notes), dict(one.store.people))

    answer = one.presses(WANG, data)

    assert (one.kept(OURS), one.store.notes, one.store.people) == before
    assert words(answer[:1])


STILL_WRITES = (
    Verb.TURN_COMPANY,
    Verb.TURN_CASE,
    Verb.DOWNLOAD,  # who had a paper sent stands in the record always
    Verb.REUSE,
    Verb.KEEP_FOR,  # how long papers are kept is decided when the work is over
    Verb.LIFT_HOLD,
)


@pytest.mark.parametrize("data", [data for data in FOREIGN if not data.startswith(STILL_WRITES)])
def test_in_an_archived_company_a_button_only_looks(data: str) -> None:
    one = stage()
    one.presses(WANG, button(Verb.TURN_COMPANY, OURS, "archived"))
    before = one.kept(OURS)

    require_sendable(one.presses(WANG, data))

    assert one.kept(OURS) == before or data.startswith(WRITES_ITSELF_DOWN)


WRITES_ITSELF_DOWN = (Verb.DOWNLOAD, Verb.PAPER_AS, Verb.KEEP_FOR)
"""Each download stands in the trail; how long evidence is kept matters most when all is over."""


# --- ten taps ---------------------------------------------------------------------------


WITH_OTHERS = [data for data in sample(2, buttons_of_a_team()) if data not in every_button()]


@pytest.mark.parametrize("data", [*sample(3), *WITH_OTHERS])
def test_ten_taps_on_one_button_have_one_effect(data: str) -> None:
    one = copied({**buttons_of_a_team(), **every_button()}[data])
    before = one.events

    one.presses(WANG, data)
    once = dict(one.store.companies)
    for _ in range(9):
        require_sendable(one.presses(WANG, data))

    if data.startswith((Verb.DOWNLOAD, Verb.PAPER_AS)):
        return  # ten downloads are ten lines of the trail
    assert one.store.companies == once
    assert one.events - before <= WRITES_MORE.get(data.partition("|")[0], 1)


WRITES_MORE = {
    Verb.CREATE.value: 8,  # writes the season and what is known of it at once
    Verb.HAND_OVER_TO.value: 2,  # that it was done, and the item it was about
    **dict.fromkeys((Verb.SHEET_TAKE.value, Verb.QUALITY_TAKE_ALL.value), 2),  # one an answer
    Verb.SHEET_UNDO.value: 2,  # the same
    Verb.TAKE_ALL.value: 60,  # an event for each item
    Verb.REUSE_SURE.value: 2,  # handed in, and from which year
    **dict.fromkeys((Verb.SIGN_ASK.value, Verb.SIGN_AGREE.value), 2),  # an event for each item
    **dict.fromkeys((Verb.SIGN_UNDO.value, Verb.SIGN_PAPER.value), 2),
}


@pytest.mark.parametrize(("data", "there"), [(BIND_HERE, confirming), (BOARD_PAGE, bound)])
def test_ten_taps_on_a_button_in_a_group_have_one_effect(
    data: str, there: Callable[[], Stage]
) -> None:
    one = there()
    before = one.events

    in_group(one, Pressed(data, 1, "p"))
    once = dict(one.store.companies)
    for _ in range(9):
        require_sendable(in_group(one, Pressed(data, 1, "p")))

    assert one.store.companies == once
    assert one.events - before == (1 if data == BIND_HERE else 0)


OF_REMINDING = frozenset({
    Verb.LATER, Verb.LATER_TO, Verb.LATER_TYPE, Verb.HANDLE, Verb.SAY_WORD, Verb.TRIAL,
    Verb.ROBOT, Verb.RENAME_ROBOT, Verb.SIGN_ROBOT, Verb.REMOVE_ROBOT, Verb.REMOVE_ROBOT_SURE,
    Verb.DROP_ADDRESS, Verb.FIRST_ADDRESS, Verb.DUE_BACK,
    Verb.LATER_ALL, Verb.LATER_ALL_TO, Verb.LATER_ALL_TYPE, Verb.TRY_ROBOT, Verb.TRY_ADDRESS,
})  # fmt: skip
"""These stand below messages that nobody asked for, and beside channels and dates of one's own."""


def test_every_verb_is_among_the_buttons_tapped() -> None:
    tapped = {data.partition("|")[0] for data in (*every_button(), *buttons_of_a_team())}

    untapped = {verb for verb in PRESSES if verb.value not in tapped} - HEARD_IN_GROUPS

    assert untapped == OF_REMINDING

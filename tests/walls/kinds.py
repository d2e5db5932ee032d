"""Every kind of button with all it may carry: so that none goes untried because nobody was shown it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from chat.buttons import Verb
from chat.documents import PaperFormat, Theme, TrailFormat
from chat.note import Wanted
from chat.screens.settings import LADDERS, ClockOf
from messages.catalogue import LOCALES
from messages.plain_words import plain_words
from tests.talk import PACKS
from tests.walls.town import GROUPS, KEYS, PEOPLE, Town
from workflow.across import Sign
from workflow.colleagues import Nudge
from workflow.elsewhere import Elsewhere
from workflow.habits import Wants
from workflow.ids import CompanyId, PackRef
from workflow.matters import MatterKind, MatterState
from workflow.model import FilingFact, Lifecycle
from workflow.papers import PaperKind
from workflow.policy import Shared
from workflow.record import Sort
from workflow.team import Department, Role

PACK = PACKS[PackRef("call_centre@2")]
STEPS = tuple(each.key for each in PACK.milestones)
ITEMS = tuple(each.key for each in PACK.items)

SHAPES: Mapping[str, tuple[Verb, ...]] = {
    "": (
        *(Verb.MENU, Verb.HELP, Verb.LANGUAGE, Verb.NEW, Verb.CREATE, Verb.CANCEL, Verb.RESUME),
        *(Verb.JOIN_AS, Verb.RIGHTS, Verb.CLIENTS, Verb.IMPORT, Verb.IMPORT_TEMPLATE),
        *(Verb.CALENDAR, Verb.FEED_OFF, Verb.HABIT, Verb.HABIT_HOURS, Verb.HABIT_NIGHTS),
        *(Verb.ADDRESSES, Verb.ADD_ADDRESS, Verb.BIND_HERE, Verb.ADD_COLLEAGUE),
        Verb.PREVIEW,
    ),
    "number": (Verb.TODO, Verb.COMPANIES, Verb.LOOSE_PAGE, Verb.BOARD_PAGE),
    "shown": (
        *(Verb.LOOSE_TOGETHER, Verb.FEED_MAKE, Verb.DROP_ADDRESS, Verb.FIRST_ADDRESS),
        Verb.TRY_ADDRESS,
        *(Verb.IMPORT_BACK, Verb.IMPORT_BUILD, Verb.IMPORT_FAULTS, Verb.SHEET_TAKE),
        *(Verb.SHEET_DROP, Verb.NEW_ANSWER, Verb.NEW_FIELD),
    ),
    "shown number": (Verb.IMPORT_LOOK, Verb.SHEET_PAGE),
    "shown person": (Verb.SHEET_GIVER,),
    "shown shown": (Verb.TAKE_DAY,),
    "company": (
        *(Verb.COMPANY, Verb.ADD_CASE, Verb.ADOPT, Verb.INVITE, Verb.INVITATIONS, Verb.LEAVE),
        *(Verb.LEAVE_SURE, Verb.GROUPS, Verb.OPEN_CLIENT, Verb.KEEPING, Verb.LIFT_HOLD),
        *(Verb.SETTINGS, Verb.ROBOTS, Verb.ADD_ROBOT),
    ),
    "company number": (
        *(Verb.MEMBERS, Verb.REVOKE, Verb.AUDIT_PEOPLE, Verb.TOLD, Verb.TOLD_PEOPLE),
        *(Verb.TOLD_STEPS, Verb.KEEP_FOR),
    ),
    "company shown": (Verb.WHOSE, Verb.UNDO),
    "company person": (
        *(Verb.MEMBER, Verb.ROLES, Verb.HAND_OVER, Verb.REMOVE_MEMBER, Verb.REMOVE_SURE),
    ),
    "company person number": (Verb.AUDIT_OF,),
    "company person person": (Verb.HAND_OVER_TO,),
    "company person role turn": (Verb.ROLE,),
    "company person department turn": (Verb.DEPARTMENT,),
    "company role department number": (Verb.INVITE_AS,),
    "company hearer number": (Verb.TOLD_TO,),
    "company robot": (
        *(Verb.ROBOT, Verb.RENAME_ROBOT, Verb.SIGN_ROBOT, Verb.REMOVE_ROBOT),
        *(Verb.REMOVE_ROBOT_SURE, Verb.TRY_ROBOT),
    ),
    "company clock": (Verb.LADDERS,),
    "company clock ladder": (Verb.LADDER,),
    "company bit": (Verb.TELLS_BOSS, Verb.MONTHLY),
    "company heard": (Verb.SHARED,),
    "company place": (Verb.PLACE_HOURS,),
    "company place hour": (Verb.PLACE_HOUR,),
    "company group": (Verb.GROUP, Verb.UNBIND, Verb.BIND_TO, Verb.GROUP_LANGUAGE),
    "company group locale": (Verb.GROUP_SPEAK,),
    "company group yes": (Verb.BIND_ASK, Verb.OUTSIDERS),
    "group number": (Verb.BIND_WHICH,),
    "company sort number": (Verb.AUDIT,),
    "company format": (Verb.EXPORT,),
    "company life": (Verb.TURN_COMPANY,),
    "company case": (
        *(Verb.SIGN_CARD, Verb.SIGN_ASK, Verb.SIGN_RETURN, Verb.SIGN_PAPER),
        *(Verb.STATUS, Verb.DROPPED, Verb.FILINGS, Verb.CASE, Verb.FILL, Verb.COVERAGES),
        *(Verb.SWITCH, Verb.REQUESTS, Verb.TRIAL, Verb.PICTURE),
        *(Verb.FILL_INPUTS, Verb.MATTERS, Verb.SCORE, Verb.QUALITY, Verb.QUALITY_TAKE_ALL),
        *(Verb.YEARS_SHEET, Verb.PAPERS, Verb.FORMS, Verb.FORM_CHANGES, Verb.PLEDGE_TEXT),
        Verb.PUBLICITY,
    ),
    "company case shown": (
        *(Verb.SIGN_AGREE, Verb.SIGN_UNDO, Verb.FORM_LINE, Verb.FORM_NEXT, Verb.NOT_TYPED_OVER),
        *(Verb.SYSTEM_SAYS, Verb.READ_BACK),
    ),
    "company case shown number": (Verb.FORM,),
    "company case shown shown": (Verb.SHEET_UNDO, Verb.TYPED_OVER, Verb.FORM_SAVED, Verb.PUBLISH),
    "company case rule": (
        *(Verb.FINDING, Verb.EXPLAIN_FINDING, Verb.ACCEPT_FINDING, Verb.RETRACT_FINDING),
        Verb.FINDING_HISTORY,
    ),
    "company case matter": (Verb.MATTER_KIND,),
    "company case matter day": (Verb.MATTER_ON,),
    "company case number turned": (Verb.MATTER_TURN,),
    "company case number day": (Verb.MATTER_TERM_ON,),
    "day shown bit": (Verb.MATTER_DUE,),
    "company case number shown shown": (Verb.MATTER_TOGGLE,),
    "company case paper": (Verb.PAPER,),
    "company case paper file": (Verb.PAPER_AS,),
    "company case number": (
        *(Verb.SIGN_ABOUT, Verb.SIGN_ALL, Verb.SIGN_ANSWER),
        *(Verb.STEPS, Verb.UPLOAD, Verb.ASSIGN_WHICH, Verb.PEOPLE_ASKED, Verb.DUES),
        *(Verb.REMOVE_COLLEAGUE, Verb.MISSING, Verb.REPACK, Verb.REPACK_SURE),
        *(Verb.CHECK, Verb.UNCHECKED, Verb.MATTER, Verb.MATTER_LINK, Verb.MATTER_TERM),
        Verb.PUBLISHED,
    ),
    "company case theme": (Verb.PICTURE_AS,),
    "company case department": (Verb.TAKE_ALL,),
    "company case life": (Verb.TURN_CASE,),
    "company case coverage": (Verb.COVERAGE,),
    "company case profile": (Verb.PROFILE,),
    "company case asked": (Verb.REQUEST, Verb.ITEMS_SHEET),
    "company case asked nudge": (Verb.NUDGE,),
    "company case fact": (Verb.FACT,),
    "company case fact day": (Verb.FACT_ON, Verb.FACT_TERM),
    "company case wanted thing": (Verb.ASK,),
    "company case step": (
        *(Verb.SAY_WORD, Verb.HANDLE, Verb.DUE, Verb.DUE_BACK, Verb.RESTORE_STEP),
    ),
    "company case step number": (Verb.STEP, Verb.TOLD_STEP),
    "company case step day": (Verb.DUE_TO, Verb.DUE_SURE),
    "company case item": (
        Verb.SIGN_ABOUT_ITEM,
        *(Verb.ITEM, Verb.MORE, Verb.HISTORY, Verb.TEMPLATE, Verb.ESTIMATE, Verb.SKIP),
        *(Verb.BACK, Verb.TAKE, Verb.REUSE, Verb.REUSE_SURE, Verb.RESTORE_ITEM),
    ),
    "company case item number": (
        *(Verb.CONFIRM, Verb.CHOSEN, Verb.NONE_OF_TABLE, Verb.WITHDRAW, Verb.ACCEPT),
        *(Verb.GIVE_BACK, Verb.ASSIGN, Verb.BEHALF, Verb.AUDIT_ITEM, Verb.MOVE_FILES),
        Verb.QUALITY_TAKE,
    ),
    "company case item number number": (Verb.DOWNLOAD,),
    "company case item day": (Verb.WAIT_ON,),
    "company case item yes": (Verb.REVIEWED, Verb.SENSITIVE),
    "company case item person": (Verb.ASSIGN_TO, Verb.BEHALF_OF),
    "company case item shown": (Verb.BIND,),
    "company case item shown number": (Verb.CHOOSE, Verb.TAKE_READING),
    "locale": (Verb.SPEAK,),
    "meaning": (Verb.PLAIN,),
    "send": (Verb.LATER_ALL, Verb.LATER_ALL_TYPE),
    "when send": (Verb.LATER_ALL_TO,),
    "sign number": (Verb.SIGN,),
    "department": (Verb.COLLEAGUE_DEPARTMENT,),
    "hour": (Verb.HABIT_HOUR,),
    "hour hour": (Verb.HABIT_NIGHT,),
    "wants": (Verb.HABIT_WANTS,),
    "bit": (Verb.HABIT_DIGEST,),
    "elsewhere": (Verb.ELSEWHERE,),
    "turn": (Verb.CALENDAR_ALARMS,),
    "number since company none none": (Verb.LATER, Verb.LATER_TYPE),
    "when number since company none none": (Verb.LATER_TO,),
}
"""What the buttons of a kind carry, part by part."""
SHAPE_OF: Mapping[Verb, tuple[str, ...]] = {
    verb: tuple(shape.split()) for shape, verbs in SHAPES.items() for verb in verbs
}
MOST_PARTS = max(map(len, SHAPE_OF.values()))
WAYS = 14
"""A step is moved to one of so many days."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Who presses, and about which company."""

    town: Town
    person: int
    company: str


Part = Callable[[Stand, int], str]


def made(stand: Stand, verb: Verb, picks: tuple[int, ...]) -> str:
    """The button as it would be made for somebody there; one number decides each part."""
    last = _last_shown(stand, verb)
    parts = [
        last[place] if name == "shown" and place < len(last) else PARTS[name](stand, pick)
        for place, (name, pick) in enumerate(zip(SHAPE_OF[verb], picks, strict=False))
    ]
    return "|".join((verb, *parts))


def _last_shown(stand: Stand, verb: Verb) -> list[str]:
    """What their latest button of that kind carries."""
    theirs = stand.town.shown.get(stand.person, ())
    found = next((each for each in reversed(theirs) if each.startswith(f"{verb}|")), "")
    return found.split("|")[1:]


def _of(*values: object) -> Part:
    return lambda _, pick: str(values[pick % len(values)])


def _item(_: Stand, pick: int) -> str:
    """As often as not one of those that most is done with."""
    pool = (KEYS, ITEMS)[pick % 2]
    return pool[pick // 2 % len(pool)]


def _day(stand: Stand, pick: int) -> str:
    return f"{stand.town.now.date() + timedelta(days=pick % WAYS - 2)}"


def _robot(stand: Stand, pick: int) -> str:
    robots = stand.town.store.companies[CompanyId(stand.company)].robots
    return str(robots[pick % len(robots)].number if robots else pick)


def _place(stand: Stand, pick: int) -> str:
    return (f"r{_robot(stand, pick // 2)}", str(GROUPS[pick // 2 % len(GROUPS)]))[pick % 2]


def _hearer(stand: Stand, pick: int) -> str:
    return (_place(stand, pick // 2), str(PEOPLE[pick // 2 % len(PEOPLE)]))[pick % 2]


def _send(stand: Stand, pick: int) -> str:
    """A message that was told, whoever heard it."""
    sends = tuple(stand.town.store.ledger.sends)
    return sends[-1 - pick % len(sends)] if sends else ""


def _thing(_: Stand, pick: int) -> str:
    return (_item(_, pick // 2), STEPS[pick // 2 % len(STEPS)])[pick % 2]


def _ladder(_: Stand, pick: int) -> str:
    names = tuple(LADDERS[ClockOf.INTERNAL])
    return names[pick % len(names)]


PARTS: Mapping[str, Part] = {
    "company": lambda stand, _: stand.company,
    "case": _of("1", "1", "1", "2"),
    "item": _item,
    "step": _of(*STEPS),
    "thing": _thing,
    "send": _send,
    "meaning": _of(*sorted(set(plain_words().whole.values()))),
    "heard": _of(*Shared),
    "theme": _of(*Theme),
    "number": _of(0, 1, 2, 3),
    "bit": _of(0, 1),
    "yes": _of("yes", "no"),
    "turn": _of("on", "off"),
    "none": _of(""),
    "shown": _of("yes", "no", "1"),
    "person": _of(*PEOPLE),
    "group": _of(*GROUPS),
    "robot": _robot,
    "place": _place,
    "hearer": _hearer,
    "asked": _of(*Department, *PEOPLE),
    "role": _of(*Role),
    "department": _of(*Department),
    "day": _day,
    "since": _of("20270301"),
    "when": _of("hour", "tonight", "workday"),
    "hour": _of("0700", "0830", "0900", "2200"),
    "clock": _of(*ClockOf),
    "ladder": _ladder,
    "sort": _of("all", *Sort),
    "format": _of(*TrailFormat),
    # one that is removed comes back no more, and nothing more is done to it
    "life": _of(*(Lifecycle.ACTIVE, Lifecycle.ARCHIVED) * 4, Lifecycle.REMOVED, "remove"),
    "coverage": _of("all", "11", "31"),
    "profile": _of(*(each.key for each in PACK.profiles)),
    "nudge": _of(*Nudge),
    "fact": _of(*FilingFact),
    "wanted": _of(*Wanted),
    "rule": _of(*(each.key for each in PACK.rules)),
    "matter": _of(*MatterKind),
    "turned": _of(*MatterState),
    "paper": _of(*PaperKind),
    "file": _of(*PaperFormat),
    "locale": _of(*LOCALES),
    "sign": _of(*Sign),
    "wants": _of(*Wants),
    "elsewhere": _of(*Elsewhere),
}

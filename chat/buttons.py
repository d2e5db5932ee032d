"""Buttons: what a press refers to, as callback data of at most 64 bytes, decoded exactly.

A press carries no authority: who may do what is looked up when it arrives.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 64
SEPARATOR = "|"
_PART = re.compile(r"[A-Za-z0-9_.@:-]{0,40}")


class Verb(StrEnum):
    """What a button asks for; the value travels, so it is short and never given a new meaning."""

    STATUS = "st"
    STEPS = "ls"
    STEP = "sp"
    DROPPED = "dp"
    ITEM = "it"
    MORE = "im"
    CONFIRM = "cf"
    CHOOSE = "ch"
    CHOSEN = "cd"
    TAKE_READING = "tr"
    NONE_OF_TABLE = "tn"
    TEMPLATE = "tp"
    ESTIMATE = "es"
    WITHDRAW = "wd"
    MOVE_FILES = "mf"
    LOOSE_PAGE = "lp"
    LOOSE_TOGETHER = "lt"
    HISTORY = "hs"
    DOWNLOAD = "dl"
    ASK = "ak"
    RESTORE_ITEM = "ri"
    RESTORE_STEP = "rs"
    FILL = "fl"
    SKIP = "fs"
    BACK = "fb"
    TODO = "td"
    UPLOAD = "up"
    BIND = "bi"
    REQUESTS = "rq"
    REQUEST = "rt"
    FILINGS = "fm"
    FACT = "fa"
    FACT_ON = "fo"
    FACT_TERM = "ft"
    UNDO = "un"
    COMPANIES = "cs"
    COMPANY = "co"
    SWITCH = "sw"
    CASE = "se"
    COVERAGES = "cv"
    COVERAGE = "cg"
    PROFILE = "pf"
    TURN_COMPANY = "tc"
    TURN_CASE = "ts"
    ADOPT = "ad"
    TAKE_DAY = "ty"
    NEW = "nc"
    ADD_CASE = "ac"
    NEW_FIELD = "nf"
    NEW_ANSWER = "na"
    CREATE = "cr"
    CANCEL = "cl"
    RESUME = "re"
    MENU = "mn"
    LANGUAGE = "lg"
    SPEAK = "lc"
    HELP = "hp"
    MEMBERS = "mb"
    MEMBER = "mm"
    INVITE = "iv"
    INVITE_AS = "ia"
    INVITATIONS = "il"
    REVOKE = "rv"
    JOIN_AS = "ja"
    ROLES = "mr"
    ROLE = "ro"
    DEPARTMENT = "de"
    HAND_OVER = "ho"
    HAND_OVER_TO = "ht"
    REMOVE_MEMBER = "rm"
    REMOVE_SURE = "ry"
    LEAVE = "lv"
    LEAVE_SURE = "ly"
    RIGHTS = "rg"
    GROUPS = "gs"
    GROUP = "gr"
    BIND_WHICH = "bw"
    BIND_TO = "bt"
    BIND_ASK = "ba"
    BIND_HERE = "bh"
    OUTSIDERS = "os"
    UNBIND = "ub"
    BOARD_PAGE = "bp"
    ASSIGN = "as"
    ASSIGN_TO = "at"
    ASSIGN_WHICH = "aw"
    TAKE = "tk"
    ACCEPT = "ok"
    GIVE_BACK = "gb"
    REVIEWED = "rw"
    SENSITIVE = "sn"
    BEHALF = "bf"
    BEHALF_OF = "bo"
    CLIENTS = "kc"
    SIGN = "ks"
    OPEN_CLIENT = "ko"
    WHOSE = "wh"
    IMPORT = "km"
    IMPORT_TEMPLATE = "kt"
    IMPORT_LOOK = "kl"
    IMPORT_BACK = "kr"
    IMPORT_BUILD = "kb"
    IMPORT_FAULTS = "kf"
    AUDIT = "au"
    AUDIT_OF = "ao"
    AUDIT_ITEM = "ai"
    AUDIT_PEOPLE = "ap"
    EXPORT = "ex"
    REUSE = "ru"
    REUSE_SURE = "rz"
    KEEPING = "kp"
    KEEP_FOR = "ky"
    LIFT_HOLD = "lh"
    PEOPLE_ASKED = "qp"
    NUDGE = "qn"
    ITEMS_SHEET = "qs"
    COLLEAGUE_DEPARTMENT = "qd"
    ADD_COLLEAGUE = "qa"
    REMOVE_COLLEAGUE = "qr"
    SHEET_GIVER = "qg"
    SHEET_PAGE = "qv"
    SHEET_TAKE = "qt"
    SHEET_DROP = "qx"
    CALENDAR = "yc"
    CALENDAR_ALARMS = "ya"
    FEED_MAKE = "yf"
    FEED_OFF = "yo"
    HABIT = "ha"
    HABIT_HOURS = "hb"
    HABIT_HOUR = "hh"
    HABIT_NIGHTS = "hc"
    HABIT_NIGHT = "hn"
    HABIT_WANTS = "hw"
    HABIT_DIGEST = "hd"
    LATER = "zl"
    LATER_TO = "zt"
    LATER_TYPE = "zy"
    HANDLE = "zh"
    SAY_WORD = "zw"
    TRIAL = "zc"
    SETTINGS = "xs"
    LADDERS = "xl"
    LADDER = "xd"
    TELLS_BOSS = "xb"
    MONTHLY = "xm"
    PLACE_HOURS = "xh"
    PLACE_HOUR = "xo"
    ROBOTS = "rr"
    ROBOT = "rx"
    ADD_ROBOT = "xr"
    RENAME_ROBOT = "xn"
    SIGN_ROBOT = "xk"
    REMOVE_ROBOT = "xq"
    REMOVE_ROBOT_SURE = "xy"
    ADDRESSES = "xa"
    ADD_ADDRESS = "xe"
    DROP_ADDRESS = "xx"
    FIRST_ADDRESS = "xf"
    DUES = "du"
    DUE = "dd"
    DUE_TO = "dt"
    DUE_SURE = "ds"
    DUE_BACK = "db"
    TOLD = "to"
    TOLD_TO = "tt"
    TOLD_STEP = "tg"
    TOLD_PEOPLE = "tq"
    TOLD_STEPS = "th"


@dataclass(frozen=True, slots=True)
class Ref:
    """A verb and what it is about: ids, keys, versions."""

    verb: Verb
    args: tuple[str, ...] = ()


def ref(verb: Verb, *args: str | int) -> Ref:
    """Shorthand: `ref(Verb.ITEM, company.id, season.id, key)`."""
    return Ref(verb, tuple(str(arg) for arg in args))


def encode(button: Ref) -> str:
    """As callback data; ValueError if it would not come back the same."""
    data = SEPARATOR.join((button.verb, *button.args))
    if decode(data) != button:
        message = f"no callback data: {button}"
        raise ValueError(message)
    return data


def decode(data: str) -> Ref | None:
    """What the data refers to; None for data we never made."""
    if len(data.encode(errors="replace")) > LONGEST:
        return None
    verb, *args = data.split(SEPARATOR)
    if verb not in _VERBS or not all(_PART.fullmatch(arg) for arg in args):
        return None
    return Ref(Verb(verb), tuple(args))


_VERBS = frozenset(verb.value for verb in Verb)

"""A desk with two companies of two people who do not know each other, ready to be attacked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from chat.buttons import Verb, encode, ref
from chat.desk import Desk
from chat.note import Note, write_note
from chat.session import Access
from chat.talk import GoOn, Incoming, Outgoing, Pressed, SentFile, Speaker, Typed, What
from storage.memory import MemoryInbox, MemoryStore
from tests.chat.lists import line, lines, the_list
from tests.chat.markup import presses
from tests.talk import ANYBODY, AS_IN_LIFE, house
from workflow.given import FileRef
from workflow.ids import CompanyId, FileId, PersonId
from workflow.ports import ChatId

NASTY = """<b>&"'</i>"""
"""A name as an attacker, or a clumsy lawyer, would write it."""
CODES = ("91110108MA01A2B3CF", "91310000MA1FL0YK3X")
WANG, LI, STRANGER = 1001, 2002, 3003
NOON = datetime(2027, 3, 10, 4, 0, tzinfo=UTC)
SEASON, SECOND = "1", "2"
MOST_BUTTONS = 800
VERB = 2
"""Letters of a button that say its kind."""


class LongIds:
    """Ids as long as the real ones: co00000001, co00000002."""

    def __init__(self, given: int = 0) -> None:
        self.given = given

    def __call__(self) -> str:
        """Give the next one."""
        self.given += 1
        return f"co{self.given:08}"


OURS, THEIRS = "co00000001", "co00000002"


@dataclass
class Stage:
    """The desk, its store, and whoever speaks to it."""

    store: MemoryStore
    desk: Desk

    def does(self, person: int, what: What, reply_to: tuple[str, ...] = ()) -> Sequence[Outgoing]:
        """One update of that person, answered."""
        return self.desk.receive(incoming(person, what, reply_to))

    def types(self, person: int, *texts: str) -> Sequence[Outgoing]:
        """Type one text after the other; the last answer."""
        answers = [self.does(person, Typed(text)) for text in texts]
        return answers[-1]

    def presses(self, person: int, *datas: str) -> Sequence[Outgoing]:
        """Press one button after the other; the last answer."""
        answers = [self.does(person, Pressed(data, 1, "p")) for data in datas]
        return answers[-1]

    def asks(self, person: int, note: Note | None) -> None:
        """Let that be what is being asked in the person's chat."""
        self.store.notes[ChatId(person)] = write_note(note)

    @property
    def events(self) -> int:
        """How many events all trails hold."""
        return sum(len(trail) for trail in self.store.trail.values())

    def kept(self, company: str) -> object:
        """The company as it is kept, for comparing."""
        return self.store.companies[CompanyId(company)]


def incoming(person: int, what: What, reply_to: tuple[str, ...] = ()) -> Incoming:
    """What the gateway would hand over."""
    speaker = Speaker(PersonId(str(person)), f"{NASTY}{person}", "zh-hans")
    return Incoming(None, ChatId(person), speaker, NOON, what, reply_to)


def empty_stage(access: Access = ANYBODY) -> Stage:
    """Nobody has come yet."""
    store = MemoryStore(MemoryInbox(), projector=AS_IN_LIFE)
    return Stage(store, Desk(replace(house(access), new_id=LongIds()), store))


def stage() -> Stage:
    """Two companies, far along; each call gives a copy that can be broken."""
    return copied(_played())


def copied(one: Stage) -> Stage:
    """The same, apart: what is kept consists of values."""
    kept = one.store
    store = MemoryStore(
        MemoryInbox(),
        dict(kept.companies),
        dict(kept.previous),
        set(kept.damaged),
        dict(kept.trail),
        dict(kept.people),
        dict(kept.notes),
        projector=AS_IN_LIFE,
    )
    return Stage(store, Desk(replace(one.desk.house, new_id=LongIds(len(kept.companies))), store))


@cache
def _played() -> Stage:
    one = empty_stage()
    opens(one, WANG, f"{NASTY}一公司", CODES[0])
    opens(one, LI, "李家的公司", CODES[1])
    works(one, WANG, OURS)
    one.asks(WANG, None)
    return one


def button(verb: Verb, *args: str | int) -> str:
    """The data of a button."""
    return encode(ref(verb, *args))


def opens(one: Stage, person: int, name: str, code: str) -> None:
    """/new, all the way to 创建."""
    one.types(person, "/start", "/new", name, code)
    answers = ("call_centre@2", "skip", "all", "2026", "full")
    one.presses(person, *(button(Verb.NEW_ANSWER, each) for each in answers))
    one.presses(person, button(Verb.CREATE))


def opens_another(one: Stage, person: int, company: str) -> None:
    """A second licence for the same company."""
    one.presses(person, button(Verb.ADD_CASE, company))
    answers = ("multi_party@2", "skip", "11", "2026", "statutory")
    one.presses(person, *(button(Verb.NEW_ANSWER, each) for each in answers))
    one.presses(person, button(Verb.CREATE))


def works(one: Stage, person: int, company: str) -> None:
    """A season's work in a minute: something of every kind, with nasty words."""
    here = (company, SEASON)
    gives(one, person, here, {"staff_total": "280", "reg_capital": "1860.5", "branches": "无"})
    gives(
        one, person, here, {"complaint_hotline": "010-12345678", "licence_valid_to": "2029-01-02"}
    )
    one.presses(person, button(Verb.ITEM, *here, "number_report"))
    one.does(person, sent(f"{NASTY}.pdf", b"one"))
    one.does(person, sent(f"{NASTY}二.pdf", b"two"))
    one.presses(person, button(Verb.CONFIRM, *here, "window_open", 0))
    one.presses(person, button(Verb.ESTIMATE, *here, "avg_month_eff_talk"))
    one.types(person, "3.5")
    asked = (
        ("sign_name", "sign_draft", NASTY),
        ("not_applicable", "security_regime", NASTY),
        ("wait_day", "complaint_reply_rate", "2027-03-20"),
        ("rename", "number_report", f"{NASTY} 报告"),
        ("add_material", "M1", f"{NASTY} 附件"),
        ("drop_item", "complaint_reply_rate", NASTY),
        ("drop_step", "M8", NASTY),
    )
    for wanted, subject, text in asked:
        one.presses(person, button(Verb.ASK, *here, wanted, subject))
        one.types(person, text)
    one.presses(person, button(Verb.FACT_ON, *here, "opened", "2027-01-04"))
    opens_another(one, person, company)
    one.presses(person, button(Verb.STATUS, *here))


def gives(one: Stage, person: int, here: tuple[str, str], answers: dict[str, str]) -> None:
    """Open each item and type its answer."""
    for key, text in answers.items():
        one.presses(person, button(Verb.ITEM, *here, key))
        one.types(person, text)


def sent(name: str, content: bytes = b"%PDF", caption: str = "", album: str = "") -> SentFile:
    """A file that the gateway let in."""
    digest = content.hex().rjust(64, "0")[:64]
    return SentFile(
        FileRef(FileId(digest[-12:]), name, "application/pdf", 9, digest), caption, album
    )


@cache
def every_button() -> Mapping[str, Stage]:
    """Buttons of every kind, each with a stage on which it stands before 王."""
    return reached(_beginnings(), MOST_BUTTONS)


def reached(
    beginnings: Iterable[tuple[Stage, Sequence[Outgoing]]], most: int
) -> Mapping[str, Stage]:
    """So many buttons that 王 comes to by pressing from there on, each with its stage."""
    seen: dict[str, Stage] = {}
    for one, answer in beginnings:
        for data in presses(answer):
            seen.setdefault(data, one)
    waiting = list(seen)
    pressed: Counter[str] = Counter()
    while waiting and len(seen) < most:
        data = min(waiting, key=lambda each: pressed[each[:VERB]])  # the rarest kind first
        waiting.remove(data)
        pressed[data[:VERB]] += 1
        after = copied(seen[data])
        fresh = [each for each in presses(after.presses(WANG, data)) if each not in seen]
        seen |= dict.fromkeys(fresh, after)
        waiting += fresh
    return seen


def _beginnings() -> Iterator[tuple[Stage, Sequence[Outgoing]]]:
    """Where buttons stand that a walk from 进度 and 更多 does not come to."""
    for text in ("/status", "/more", "/start", "/todo", "/upload", "/language", "/help"):
        one = stage()
        yield one, one.types(WANG, text)
    here = (OURS, SEASON)
    for open_item, what in (
        (button(Verb.ITEM, *here, "number_report"), sent("new.pdf", b"new")),
        (button(Verb.ITEM, *here, "complaint_hotline"), sent("loose.pdf", b"loose")),
        (button(Verb.ITEM, *here, "outbound_share"), Typed("0.48")),
        (button(Verb.ASK, *here, "wait_day", "staff_total"), Typed("周三")),
    ):
        one = stage()
        one.presses(WANG, open_item)
        yield one, one.does(WANG, what)
    one = stage()
    one.presses(WANG, button(Verb.SPEAK, "en"))  # English texts are too long for a copy button
    yield one, one.presses(WANG, button(Verb.REQUESTS, *here))
    one = stage()
    one.does(WANG, sent("one.pdf", b"111111"))
    yield one, one.does(WANG, sent("two.pdf", b"222222"))
    one = stage()
    one.presses(WANG, button(Verb.ADD_CASE, OURS))
    answers = ("multi_party@2", "skip", "44", "2026", "full")
    yield one, one.presses(WANG, *(button(Verb.NEW_ANSWER, each) for each in answers))
    yield from _with_a_list()
    one = stage()
    yield one, one.presses(WANG, button(Verb.ITEM, *here, "custodians_named"))
    one = stage()
    yield one, one.presses(WANG, button(Verb.ITEM, *here, "licence_services"))
    one = stage()
    yield one, one.presses(WANG, button(Verb.FACT_ON, *here, "ordered", "2027-03-01"))
    one = stage()
    one.store.damaged.add(CompanyId(OURS))
    yield one, one.types(WANG, "/status")


def _with_a_list() -> Iterator[tuple[Stage, Sequence[Outgoing]]]:
    """A list of clients: read, looked at, built; then the counts of many, and a file of another."""
    one = stage()
    one.presses(WANG, button(Verb.IMPORT))
    read = one.does(WANG, the_list(*lines(3), line(4, year="2031")))
    yield one, read
    (look,) = [each for each in presses(read) if each.startswith(Verb.IMPORT_LOOK)]
    yield one, one.presses(WANG, look)
    (build,) = [each for each in presses(read) if each.startswith(Verb.IMPORT_BUILD)]
    one = copied(one)
    answer = one.presses(WANG, build)
    while any(isinstance(each, GoOn) for each in answer):
        answer = one.desk.go_on(ChatId(WANG), PersonId(str(WANG)), NOON)
    yield one, answer
    yield one, one.types(WANG, "进度")
    one.presses(WANG, button(Verb.STATUS, OURS, SEASON))
    one = copied(one)
    yield one, one.does(WANG, sent("飞话1.png", b"theirs"))

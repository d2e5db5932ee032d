"""Buttons that a manager alone never sees: before a team, in groups, under a sheet, in a later year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from chat.buttons import Verb
from chat.talk import BroughtIn, Incoming, Outgoing, Pressed, Room, Speaker, Typed, What
from tests.chat.agency import agency, companies
from tests.chat.found import with_findings
from tests.chat.markup import buttons, messages, presses
from tests.chat.office import HERE, filled, office, ours
from tests.chat.stage import (
    LI,
    NOON,
    OURS,
    THEIRS,
    WANG,
    Stage,
    button,
    copied,
    gives,
    reached,
    stage,
)
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.ids import PackRef, PersonId, SeasonId
from workflow.ports import ChatId
from workflow.team import Role

ANSWER = "revenue_total"
"""Of the finance department, so that 李 may hand it in."""
REPORT = "number_report"
ECONOMY = (
    *("revenue_total", "cost_total", "revenue_telecom", "revenue_callcenter"),
    *("profit_total", "tax_paid"),
)
"""The lines of one form of the platform."""
GROUP, OTHER_GROUP = -1010, -1011
MOST = 600

Stood = tuple[Stage, Sequence[Outgoing]]


@cache
def buttons_of_a_team() -> Mapping[str, Stage]:
    """Buttons of every kind that stand before 王 with others about, each with its stage."""
    return reached(_beginnings(), MOST)


def in_group(one: Stage, what: What, group: int = GROUP, person: int = WANG) -> Sequence[Outgoing]:
    """What somebody does in a group."""
    speaker = Speaker(PersonId(str(person)), f"P{person}", "zh-hans")
    return one.desk.receive(Incoming(None, ChatId(group), speaker, NOON, what, room=Room("群")))


def confirming() -> Stage:
    """It was asked in private to show the board in the group."""
    one = office()
    in_group(one, BroughtIn(may_pin=True))
    one.presses(WANG, button(Verb.BIND_ASK, OURS, GROUP, "no"))
    return one


def bound() -> Stage:
    """The group shows the board."""
    one = confirming()
    in_group(one, Pressed(button(Verb.BIND_HERE), 1, "p"))
    return one


def _beginnings() -> Iterator[Stood]:
    yield from _members()
    yield from _items()
    yield from _colleagues()
    yield from _groups()
    yield from _said()
    yield from _found()
    yield _sheet()
    yield _later()
    yield from _authority()
    yield _held()
    yield _measured()
    yield _older_rules()
    yield from _signing()
    yield from _typing_over()


def _typing_over() -> Iterator[Stood]:
    """A form of which all is typed but one line; a report that was opened again."""
    one = stage()
    gives(one, WANG, HERE, dict.fromkeys(ECONOMY, "12"))
    for key in ECONOMY[1:]:
        shown = presses(one.presses(WANG, button(Verb.FORM_LINE, *HERE, key)))
        one.presses(WANG, next(each for each in shown if each.startswith(Verb.TYPED_OVER)))
    yield one, one.presses(WANG, button(Verb.FORM_LINE, *HERE, ECONOMY[1]))
    one = copied(one)
    shown = presses(one.presses(WANG, button(Verb.FORM_LINE, *HERE, ECONOMY[0])))
    typed = next(each for each in shown if each.startswith(Verb.TYPED_OVER))
    yield one, one.presses(WANG, typed)
    one = copied(one)
    one.presses(WANG, button(Verb.FACT_ON, *HERE, "reported", "2027-03-01"))
    one.presses(WANG, button(Verb.FACT_ON, *HERE, "reopened", "2027-03-02"))
    yield one, one.presses(WANG, button(Verb.STATUS, *HERE))


def _said() -> Iterator[Stood]:
    """Sentences, and what they lead to."""
    for words in ("还差什么", "审计报告三月底才出", "法务的我交", "能不能延期"):
        one = office()
        yield one, one.types(WANG, words)


def _members() -> Iterator[Stood]:
    one = office()
    yield one, one.types(WANG, "/members")
    one = copied(one)
    invited = one.presses(WANG, button(Verb.INVITE, OURS))
    one.presses(WANG, next(each for each in presses(invited) if each.startswith(Verb.INVITE_AS)))
    yield one, one.types(WANG, "/members")
    one = stage()
    invited = one.presses(LI, button(Verb.INVITE, THEIRS))
    made = next(each for each in presses(invited) if each.startswith(Verb.INVITE_AS))
    link = next(
        each for each in map(str, buttons(messages(one.presses(LI, made)))) if "start=" in each
    )
    yield one, one.types(WANG, f"/start {link.partition('start=')[2].split(chr(39))[0]}")


def _items() -> Iterator[Stood]:
    one = office()
    yield one, one.presses(WANG, button(Verb.ITEM, *HERE, ANSWER))
    yield one, one.types(WANG, "/assign")
    one = copied(one)
    one.presses(WANG, button(Verb.REVIEWED, *HERE, ANSWER, "yes"))
    one.presses(LI, button(Verb.ITEM, *HERE, ANSWER))
    one.types(LI, "1860.5")
    yield one, one.presses(WANG, button(Verb.ITEM, *HERE, ANSWER))


def _colleagues() -> Iterator[Stood]:
    one = office()
    yield one, one.presses(WANG, button(Verb.PEOPLE_ASKED, *HERE, 0))
    one = copied(one)
    one.presses(WANG, button(Verb.ASK, *HERE, "colleague_name", ""))
    yield one, one.types(WANG, "钱工")


def _groups() -> Iterator[Stood]:
    one = bound()
    yield one, one.presses(WANG, button(Verb.GROUPS, OURS))
    one = office()
    in_group(one, BroughtIn(may_pin=True), OTHER_GROUP)
    yield one, one.types(WANG, f"/start g{OTHER_GROUP}")
    one = agency(12)
    in_group(one, Typed("/bind"), OTHER_GROUP)
    assert len(companies(one)) == 12
    yield one, one.types(WANG, f"/start g{OTHER_GROUP}")


def _sheet() -> Stood:
    """A long one, so that it has pages."""
    one = office()
    strange = ((f"没有的 {n}", "1") for n in range(12))
    return one, one.does(WANG, filled(("营业收入", "1860.5"), ("营业成本", "1200"), *strange))


def _found() -> Iterator[Stood]:
    """Seats that do not add up, and fewer than last year: explained already."""
    one = with_findings()
    one.presses(WANG, button(Verb.EXPLAIN_FINDING, *HERE, "seats_down"))
    one.types(WANG, "合同到期")
    yield one, one.presses(WANG, button(Verb.FINDING, *HERE, "seats_down"))
    yield one, one.presses(WANG, button(Verb.CHECK, *HERE, 0))


def _later() -> Stood:
    """A year later the paper of this year can be used again."""
    one = stage()
    company = ours(one)
    now = season_of(company, SeasonId(HERE[1]))
    after = replace(now, id=SeasonId("3"), year=now.year + 1, items={}, filings=(), assigned={})
    one.store.companies[company.id] = replace(company, seasons=(*company.seasons, after))
    return one, one.presses(WANG, button(Verb.MORE, OURS, after.id, REPORT))


def _authority() -> Iterator[Stood]:
    """What the authority wants: its term is asked, it stands, it is linked, its term moves."""
    one = office()
    one.presses(WANG, button(Verb.MATTER_ON, *HERE, "call", NOON.date().isoformat()))
    yield one, one.types(WANG, "张老师:营业收入要改")
    one = copied(one)
    yield one, one.types(WANG, "2027-06-30")
    one = copied(one)
    yield one, one.presses(WANG, button(Verb.MATTER_LINK, *HERE, 1))
    one = copied(one)
    one.presses(WANG, button(Verb.MATTER_TERM, *HERE, 1))
    yield one, one.types(WANG, "周三")


def _older_rules() -> Stood:
    """Their report goes by an older version of the rules."""
    one = stage()
    company = ours(one)
    now = replace(season_of(company, SeasonId(HERE[1])), pack=PackRef("call_centre@1"))
    one.store.companies[company.id] = with_season(company, now)
    return one, one.presses(WANG, button(Verb.CASE, *HERE))


def _held() -> Stood:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "hold", ""))
    one.types(WANG, "某案需要")
    return one, one.presses(WANG, button(Verb.KEEPING, OURS))


def _measured() -> Stood:
    """Logs that give figures which nobody has filled in."""
    one = stage()
    gives(
        one,
        WANG,
        HERE,
        {"complaint_log": "2026-03-01,自收,2026-03-05", "survey": "2026-06-30,40,38"},
    )
    return one, one.presses(WANG, button(Verb.QUALITY, *HERE))


def _signing() -> Iterator[Stood]:
    """王 runs the company and signs for it: asked, to sign, signed, and asked by another signer."""
    one = office()
    company = ours(one)
    wang, *others = company.members
    both = replace(wang, roles=(*wang.roles, Role.BOSS))
    hired = tuple(replace(each, roles=(*each.roles, Role.LEGAL_REP)) for each in others)
    one.store.companies[company.id] = replace(company, members=(both, *hired))
    yield one, one.types(WANG, "/sign")
    one = copied(one)
    answer = one.presses(LI, button(Verb.SIGN_ABOUT_ITEM, *HERE, "staff_total"))
    assert answer
    one.types(LI, "为什么")
    (agree,) = (
        each
        for each in presses(one.presses(WANG, button(Verb.SIGN_CARD, *HERE)))
        if each.startswith(Verb.SIGN_AGREE)
    )
    yield one, one.presses(WANG, agree)

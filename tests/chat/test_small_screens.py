"""Whatever was found, however long the words: each card fits a phone, in both languages."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chat.buttons import Verb
from chat.talk import Message, Outgoing
from tests.chat.markup import buttons, messages, require_sendable
from tests.chat.office import HERE, office, ours
from tests.chat.stage import OURS, SEASON, WANG, Stage, button
from tests.workflow.firm import PACKS
from tests.workflow.golden import golden_rows, told
from workflow.checklist import season_of
from workflow.given import AnswerGiven, Entry, ItemState
from workflow.ids import CompanyId, ItemKey, PackRef, PersonId, SeasonId
from workflow.judging import Finding, findings
from workflow.model import Company, Season
from workflow.pack import Pack
from workflow.team import Member, Role

LINES, SIGNS, WIDE = 12, 4096, 24
MOST = 4
"""Findings that are gone through."""
LONG_NAME, LONG_TITLE, LONG_REASON = "名" * 80, "题" * 60, "因" * 300
FIRED = [row for row in golden_rows() if row.expected == "触发"]
FIGURES = {
    ref: [row.figures for row in FIRED if row.pack.ref == ref]
    for ref in (PackRef("call_centre@2"), PackRef("multi_party@2"))
}
MEETINGS = PackRef("multi_party@2")
FULL = [row.figures for row in FIRED if row.rule == "r15" and row.pack.ref == MEETINGS]
"""A rule with all that a finding can have to say: three figures and what is lost besides."""
LOOKS = (Verb.STATUS, Verb.SIGN_CARD, Verb.FORMS, Verb.FILINGS, Verb.PUBLICITY, Verb.CASE)
PAGES = (Verb.CHECK, Verb.UNCHECKED, Verb.MISSING, Verb.STEPS)


@st.composite
def stages(draw: st.DrawFn) -> Stage:
    """A season of any of the newest packs, with figures that fire, explained or not."""
    ref = draw(st.sampled_from(sorted(FIGURES)))
    chosen = draw(st.lists(st.sampled_from(FIGURES[ref]), min_size=1, max_size=30, unique=True))
    return on_stage(PACKS[ref], chosen, estimates=draw(st.booleans()), locale=draw(LOCALES))


LOCALES = st.sampled_from(["zh-CN", "en"])


def on_stage(pack: Pack, figures: Sequence[str], *, estimates: bool, locale: str) -> Stage:
    """The office with them; every name is as long as a name can be."""
    one = office()
    company, season = told(pack, ";".join(once(figures)))
    items = estimated(season.items) if estimates else season.items
    kept = season_of(ours(one), SeasonId(SEASON))
    renamed = {str(item.key): LONG_TITLE for item in pack.items}
    now = replace(
        kept,
        pack=pack.ref,
        items=items,
        earlier=season.earlier,
        tailoring=replace(kept.tailoring, renamed=renamed),
    )
    one.store.companies[CompanyId(OURS)] = with_seasons(ours(one), company, now)
    me = one.store.people[PersonId(str(WANG))]
    one.store.people[me.person] = replace(me, locale=locale)
    return one


def with_seasons(kept: Company, company: Company, season: Season) -> Company:
    boss = Member(PersonId(str(WANG)), LONG_NAME, tuple(Role))
    others = tuple(each for each in kept.members if each.person != boss.person)
    members = (boss, *others)
    return replace(kept, name=LONG_NAME, facts=company.facts, seasons=(season,), members=members)


def once(figures: Sequence[str]) -> list[str]:
    """Each figure once, the last that was chosen."""
    pairs = (each.partition("=") for text in figures for each in text.split(";") if each.strip())
    return [f"{name}={value}" for name, value in {n.strip(): v for n, _, v in pairs}.items()]


def estimated(items: Mapping[ItemKey, ItemState]) -> Mapping[ItemKey, ItemState]:
    return {
        key: replace(state, entries=tuple(guess(each) for each in state.entries))
        for key, state in items.items()
    }


def guess(entry: Entry) -> Entry:
    given_ = entry.given
    return (
        replace(entry, given=replace(given_, estimate=True))
        if isinstance(given_, AnswerGiven)
        else entry
    )


def walked(one: Stage) -> Iterator[Sequence[Outgoing]]:
    """Every screen of the season, then each finding: looked at, explained, accepted, its life."""
    for verb in LOOKS:
        yield one.presses(WANG, button(verb, *HERE))
    for verb in PAGES:
        yield one.presses(WANG, button(verb, *HERE, 0))
    for key in [each.key for each in found(one)][:MOST]:
        yield one.presses(WANG, button(Verb.FINDING, *HERE, key))
        yield one.presses(WANG, button(Verb.EXPLAIN_FINDING, *HERE, key))
        yield one.types(WANG, LONG_REASON)
        yield one.presses(WANG, button(Verb.ACCEPT_FINDING, *HERE, key))
        yield one.types(WANG, LONG_REASON)
        yield one.presses(WANG, button(Verb.FINDING_HISTORY, *HERE, key))


def found(one: Stage) -> Sequence[Finding]:
    company = ours(one)
    season = season_of(company, SeasonId(SEASON))
    return findings(company, season, one.desk.house.packs[season.pack])


def misfits(message: Message) -> Iterator[str]:
    """What does not fit a phone."""
    if len(message.html.splitlines()) > LINES:
        yield f"{len(message.html.splitlines())} lines: {message.html[:900]}"
    if len(message.html) > SIGNS:
        yield f"{len(message.html)} signs"
    yield from (
        f"{each.label} is {width(each.label)} wide"
        for each in buttons((message,))
        if width(each.label) > WIDE
    )


def width(label: str) -> float:
    """In full-width signs."""
    return sum(1 if unicodedata.east_asian_width(sign) in "WF" else 0.5 for sign in label)


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@example(on_stage(PACKS[MEETINGS], FULL, estimates=True, locale="zh-CN"))
@given(stages())
def test_every_screen_of_the_findings_fits_a_phone(one: Stage) -> None:
    for answer in walked(one):
        require_sendable(answer)
        assert [each for message in messages(answer) for each in misfits(message)] == []

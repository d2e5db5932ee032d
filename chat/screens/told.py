"""通知记录: who was told what, when and by which channel; what waits, what failed, and what to do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chat.buttons import Ref, Verb, ref
from chat.card import Card, Tap
from chat.ears import is_reached, person_of
from chat.screens.events import called
from chat.screens.progress import step_name
from chat.screens.robots import channel_name
from chat.screens.settings import headed
from chat.screens.steps import page_taps
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.asking_again import Why
from workflow.channels import ChannelKind
from workflow.checklist import season_of
from workflow.errors import NoSuchSeason
from workflow.hearers import places
from workflow.ids import MilestoneKey, PersonId
from workflow.ledger import ALL_LINES, Picked
from workflow.milestones import milestones_of
from workflow.model import Company, Lifecycle
from workflow.posting import UNKNOWN_TWICE
from workflow.reminders import Ending, Recipient, Rung, Told
from workflow.team import Group

LINES_A_PAGE = 6
CHOICES_A_PAGE = 7
MOST_PAGES = 100_000
NAMED = 3


@dataclass(frozen=True, slots=True)
class Lines:
    """Which lines are looked at: what they are called together, and the way to their pages."""

    picked: Picked
    name: Fact
    to_page: Callable[[int], Ref]


def all_lines(company: Company) -> Lines:
    """Everything."""
    return Lines(ALL_LINES, say("told-all"), lambda to: ref(Verb.TOLD, company.id, to))


def lines_to(company: Company, key: str) -> Lines:
    """What one person, group or robot was told."""
    to = Recipient(f"{company.id}#{key[1:]}" if key.startswith("r") else key)
    return Lines(
        Picked(to=to), _who(company, to), lambda page: ref(Verb.TOLD_TO, company.id, key, page)
    )


def lines_of_step(case: Case, step: str) -> Lines:
    """What was told of one step."""
    here = (case.company.id, case.season.id, step)
    known = milestones_of(case.season, case.pack).get(MilestoneKey(step))
    return Lines(
        Picked(season=case.season.id, step=step),
        known.title if known else say("value-empty"),
        lambda page: ref(Verb.TOLD_STEP, *here, page),
    )


def told_card(s: Session, company: Company, lines: Lines, page: int) -> Card:
    """One page of the record; nobody who cannot be reached goes unmentioned."""
    page = min(max(page, 0), MOST_PAGES)
    offset = page * LINES_A_PAGE
    found = s.house.record.told(company.id, offset, LINES_A_PAGE + 1, lines.picked)
    told = [*headed(company, None), say("told-title", name=lines.name)]
    told += [_line(s, company, each) for each in found[:LINES_A_PAGE]]
    if not found:
        told.append(say("told-nothing"))
    lost = _unreached(s, company)
    told += [lost] if lost else []
    turn = page_taps(page, offset + len(found), LINES_A_PAGE, lines.to_page)
    return Card(tuple(told), (turn, *_filters(company, is_lost=lost is not None)))


def _filters(company: Company, *, is_lost: bool) -> tuple[tuple[Tap, ...], ...]:
    whole = all_lines(company)
    people = Tap(say("tap-told-people"), ref(Verb.TOLD_PEOPLE, company.id, 0))
    steps = Tap(say("tap-told-steps"), ref(Verb.TOLD_STEPS, company.id, 0))
    team = (Tap(say("tap-team"), ref(Verb.MEMBERS, company.id, 0)),) if is_lost else ()
    return (Tap(whole.name, whole.to_page(0)), people, steps), team


def _unreached(s: Session, company: Company) -> Say | None:
    """Who cannot be told anything, and what to do."""
    lost = [each.name for each in company.members if not _is_reached(s, each.person)]
    if not lost:
        return None
    return say("told-unreached", names=Listed(tuple(lost[:NAMED])), count=len(lost))


def _is_reached(s: Session, person: PersonId) -> bool:
    known = s.work.acquaintance(person)
    return known is not None and is_reached(known)


# --- one line -----------------------------------------------------------------------------


def _line(s: Session, company: Company, told: Told) -> Say:
    at = told.at or told.owed.at
    return say(
        "told-line",
        at=at,
        who=_who(company, told.owed.to),
        what=_what(s, company, told.owed.rung),
        how=_how(told),
    )


def _who(company: Company, to: Recipient) -> Fact:
    person = person_of(to)
    if person is not None:
        return called(company, person)
    place = places(company).get(to)
    if place is None:
        return say("told-place-gone")
    return place.title if isinstance(place, Group) else place.name


def _what(s: Session, company: Company, rung: Rung) -> Say:
    return say(
        f"told-{rung.kind.replace('_', '-')}",
        step=_step(s, company, rung),
        day=ShortDay(rung.due),
    )


def _step(s: Session, company: Company, rung: Rung) -> Fact:
    """By its name, also one that is gone from the plan."""
    try:
        case = s.case_of(company, season_of(company, rung.season))
    except NoSuchSeason:
        return say("told-season")
    step = s.plan(case).step(MilestoneKey(rung.subject))
    if step is not None:
        return step_name(step)
    known = milestones_of(case.season, case.pack).get(MilestoneKey(rung.subject))
    return known.title if known else say("told-season")


def _how(told: Told) -> Say:
    """Sent by which channel; or waiting; or why not."""
    if told.end is None:
        return say("told-how-waits")
    match told.end.ending:
        case Ending.SENT | Ending.FOLDED:
            channel = channel_name(ChannelKind(told.channel)) if told.channel else ""
            name = "told-how-sent" if told.end.ending is Ending.SENT else "told-how-folded"
            return say(name, channel=channel, again=int(told.is_repeat))
        case ending:
            return say(f"told-how-{ending}", why=_why(told.end.why))


def _why(why: str) -> Fact:
    if why == UNKNOWN_TWICE:
        return say("told-why-unknown")
    return say(f"told-why-{why.replace('_', '-')}") if why in set(Why) else ""


# --- filters ------------------------------------------------------------------------------


def told_people_card(company: Company, page: int) -> Card:
    """Ask told whom: members, those who left, groups and robots."""
    people = dict.fromkeys(each.person for each in (*company.members, *company.former))
    keys = [*people, *(f"{each.chat}" for each in company.groups)]
    keys += [f"r{each.number}" for each in company.robots]
    choices = [lines_to(company, key) for key in keys]
    return _choices(company, say("told-whom"), choices, page, Verb.TOLD_PEOPLE)


def told_steps_card(s: Session, company: Company, page: int) -> Card:
    """Ask of which step."""
    return _choices(company, say("told-which"), list(_steps(s, company)), page, Verb.TOLD_STEPS)


def _steps(s: Session, company: Company) -> Iterator[Lines]:
    for season in company.seasons:
        if season.lifecycle is not Lifecycle.ACTIVE:
            continue
        case = s.case_of(company, season)
        for step in s.plan(case).steps:
            yield lines_of_step(case, step.milestone.key)


def _choices(company: Company, asked: Say, choices: list[Lines], page: int, verb: Verb) -> Card:
    page = min(max(page, 0), MOST_PAGES)
    shown = choices[page * CHOICES_A_PAGE : (page + 1) * CHOICES_A_PAGE]
    taps = tuple((Tap(each.name, each.to_page(0)),) for each in shown)
    turn = page_taps(page, len(choices), CHOICES_A_PAGE, lambda to: ref(verb, company.id, to))
    back = Tap(say("tap-told"), all_lines(company).to_page(0))
    return Card((*headed(company, None), asked), (*taps, turn, (back,)))

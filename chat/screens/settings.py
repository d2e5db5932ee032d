"""提醒规则: when a company reminds, whether the boss hears, and the hours of its groups and robots."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.habits import HOURS, clock
from chat.screens.team import in_rows
from chat.session import Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.habits import Habit
from workflow.model import Company, Lifecycle
from workflow.policy import OwnPolicy, Policy, Shared
from workflow.team import Group, Robot


class ClockOf(StrEnum):
    """The two kinds of dates."""

    INTERNAL = "internal"
    STATUTORY = "statutory"


PACK, FEW, MANY = "pack", "few", "many"
LADDERS: Mapping[ClockOf, Mapping[str, tuple[int, ...] | None]] = {
    ClockOf.INTERNAL: {PACK: None, FEW: (7, 1, 0), MANY: (30, 14, 7, 3, 2, 1, 0)},
    ClockOf.STATUTORY: {PACK: None, FEW: (30, 7, 1, 0), MANY: (90, 60, 30, 14, 7, 3, 2, 1, 0)},
}
"""What can be chosen by a tap; None is what the licence's own rules say."""
HOURS_A_ROW = 5
Place = Group | Robot


def settings_heading(company: Company) -> Say:
    """The company, first on every card of its reminders."""
    return say("settings-heading", company=company.name)


def headed(company: Company, lead: Fact | None) -> list[Fact]:
    """The company, then what has just happened."""
    return [settings_heading(company), *([] if lead is None else [lead])]


def settings_card(s: Session, company: Company, lead: Fact | None = None) -> Card:
    """All that the company can set."""
    own = company.policy
    policy = _policy(s, company)
    lines = headed(company, lead)
    lines += [_ladder_line(each, company, policy) for each in ClockOf]
    lines.append(say("settings-boss" if own.tells_boss else "settings-no-boss"))
    lines.append(say("settings-monthly" if own.monthly else "settings-no-monthly"))
    lines.append(say(f"settings-shared-{own.shared}"))
    here = company.id
    boss = "tap-boss-off" if own.tells_boss else "tap-boss-on"
    monthly = "tap-monthly-off" if own.monthly else "tap-monthly-on"
    rows = (
        tuple(Tap(say(f"tap-ladder-{each}"), ref(Verb.LADDERS, here, each)) for each in ClockOf),
        (Tap(say(boss), ref(Verb.TELLS_BOSS, here, int(not own.tells_boss))),),
        (Tap(say(monthly), ref(Verb.MONTHLY, here, int(not own.monthly))),),
        _shared_taps(company),
        (
            Tap(say("tap-robots", count=len(company.robots)), ref(Verb.ROBOTS, here)),
            Tap(say("tap-groups"), ref(Verb.GROUPS, here)),
        ),
        (Tap(say("tap-told"), ref(Verb.TOLD, here, 0)), _company_tap(company)),
    )
    return Card(tuple(lines), rows)


def _shared_taps(company: Company) -> tuple[Tap, ...]:
    """What else groups and robots could hear."""
    return tuple(
        Tap(say(f"tap-shared-{each}"), ref(Verb.SHARED, company.id, each))
        for each in Shared
        if each is not company.policy.shared
    )


def _company_tap(company: Company) -> Tap:
    return Tap(say("tap-company"), ref(Verb.COMPANY, company.id))


def settings_tap(company: Company) -> Tap:
    """To all settings of the company."""
    return Tap(say("tap-settings"), ref(Verb.SETTINGS, company.id))


# --- ladders ------------------------------------------------------------------------------


def ladder_card(s: Session, company: Company, clock_of: ClockOf, lead: Fact | None = None) -> Card:
    """Ask on which days before a date to remind: one of a few sets, or typed."""
    lines = [
        *headed(company, lead),
        _ladder_line(clock_of, company, _policy(s, company)),
        say("ladder-ask"),
    ]
    taps = tuple(
        (Tap(_set_name(name, days), ref(Verb.LADDER, company.id, clock_of, name)),)
        for name, days in LADDERS[clock_of].items()
    )
    return Card(tuple(lines), (*taps, (settings_tap(company),)))


def _set_name(name: str, days: tuple[int, ...] | None) -> Say:
    if days is None:
        return say("tap-set-pack")
    return say(f"tap-set-{name}", days=Listed(days))


def _ladder_line(clock_of: ClockOf, company: Company, policy: Policy | None) -> Say:
    own = _own(clock_of, company.policy)
    days = own if own is not None or policy is None else _packs(clock_of, policy)
    told = say("ladder-pack") if days is None else days_before(days)
    return say(f"settings-{clock_of}", days=told, own=int(own is not None))


def _own(clock_of: ClockOf, own: OwnPolicy) -> tuple[int, ...] | None:
    return own.internal if clock_of is ClockOf.INTERNAL else own.statutory


def _packs(clock_of: ClockOf, policy: Policy) -> tuple[int, ...]:
    ladder = policy.internal if clock_of is ClockOf.INTERNAL else policy.statutory
    return ladder.before


def days_before(days: Sequence[int]) -> Say:
    """提前 14、7、3、1 天和当天."""
    before = [each for each in days if each]
    if not before:
        return say("ladder-day-only" if 0 in days else "ladder-none")
    told: Fact = Listed(tuple(before)) if before[1:] else before[0]  # one chooses its plural
    return say("ladder-days-and-day" if 0 in days else "ladder-days", days=told)


def _policy(s: Session, company: Company) -> Policy | None:
    """Of its newest season; all licences there are go by one."""
    going = [each for each in company.seasons if each.lifecycle is Lifecycle.ACTIVE]
    return s.house.policies.get(s.pack_of(going[-1]).policy) if going else None


# --- hours of groups and robots -----------------------------------------------------------


def key_of(place: Place) -> str:
    """How a button names a group or a robot."""
    return f"{place.chat}" if isinstance(place, Group) else f"r{place.number}"


def name_of(place: Place) -> str:
    """What people call it."""
    return place.title if isinstance(place, Group) else place.name


def place_ref_tap(company: Company, place: Place) -> Tap:
    """Back to its card."""
    verb = Verb.GROUP if isinstance(place, Group) else Verb.ROBOT
    number = place.chat if isinstance(place, Group) else place.number
    return Tap(name_of(place), ref(verb, company.id, number))


def hour_tap(company: Company, place: Place) -> Tap:
    """To choose its hour."""
    return Tap(say("tap-place-hour"), ref(Verb.PLACE_HOURS, company.id, key_of(place)))


def hour_lines(s: Session, habit: Habit) -> list[Fact]:
    """When its morning comes: today, and from tomorrow on where that is another hour."""
    lines: list[Fact] = [say("place-hour", hour=clock(habit.hour_on(s.today)))]
    if habit.since > s.today:
        lines.append(say("place-hour-from", hour=clock(habit.hour), day=ShortDay(habit.since)))
    return lines


def place_hours_card(s: Session, company: Company, place: Place, lead: Fact | None = None) -> Card:
    """Ask when its morning shall come: a button, or typed."""
    lines = [*headed(company, lead), say("place-name", name=name_of(place))]
    lines += [*hour_lines(s, place.habit), say("place-ask-hour")]
    here = (company.id, key_of(place))
    taps = [Tap(clock(each), ref(Verb.PLACE_HOUR, *here, f"{each:%H%M}")) for each in HOURS]
    return Card(tuple(lines), (*in_rows(taps, HOURS_A_ROW), (place_ref_tap(company, place),)))

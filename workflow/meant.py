"""Whom a rung is meant for: the words of the policy, such as owner or keepers, as people."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from workflow.duties import Duties, StepDuty
from workflow.escalation import bosses
from workflow.ids import PersonId
from workflow.policy import Who
from workflow.reminders import Rung, RungKind
from workflow.rungs import COUNTING
from workflow.team import Role

_LAW = frozenset({RungKind.STATUTORY, RungKind.LAST_NOTE})


def meant(duties: Duties, rung: Rung) -> tuple[PersonId, ...]:
    """Everybody whom its kind names, each once, reachable or not."""
    words = duties.policy.hears[rung.kind].who
    spared = _spared(duties, rung)
    found = (person for who in words for person in _people(duties, rung, who))
    return tuple(dict.fromkeys(person for person in found if person not in spared))


def _people(duties: Duties, rung: Rung, who: Who) -> Iterable[PersonId]:
    duty = duties.step(rung.subject)
    match who:
        case Who.OWNER:
            return _owners(duties, duty, rung) if duty else ()
        case Who.KEEPERS:
            return duties.crew.keepers
        case Who.LAWFUL:
            return _lawful(duties, duty, rung) if duty else ()
        case Who.SIGNERS:
            return _signers(duties, rung)
        case Who.BOSS:
            return bosses(duties) if duties.company.policy.tells_boss else ()
        case Who.COUNTING:
            return _counting(duties)
        case Who.AGENCY:
            return _clerks(duties)
        case _:
            assert_never(who)


def _owners(duties: Duties, duty: StepDuty, rung: Rung) -> Iterator[PersonId]:
    """Those who owe something of it; where there is no item to owe, who runs the work."""
    own = duty.step.internal
    if rung.kind is not RungKind.INTERNAL:
        yield from duty.asked(rung.day)
    elif own and rung.due == own.day:
        is_near = -rung.offset <= duties.policy.hearing.signer
        yield from duty.asked(rung.day) if is_near else duty.asked_to_work(rung.day)
    if rung.due in duty.waited_for:
        yield from duty.asked_again(rung.due)
    if not duty.open:
        yield from duties.crew.keepers


def _lawful(duties: Duties, duty: StepDuty, rung: Rung) -> Iterator[PersonId]:
    """Of the filing everybody who owes what it needs; on the law's clock once its date is near."""
    if rung.kind in _LAW and -rung.offset > duties.policy.hearing.everybody:
        return
    for each in duties.steps if duty.is_filing else (duty,):
        if each is duty or not each.milestone.after_filing:
            yield from each.lawful


def _signers(duties: Duties, rung: Rung) -> tuple[PersonId, ...]:
    is_early = rung.kind in _LAW and -rung.offset > duties.policy.hearing.boss
    return () if is_early else duties.crew.signers


def _counting(duties: Duties) -> Iterator[PersonId]:
    for department in sorted(COUNTING):
        yield from duties.crew.departments.get(department, ())


def _clerks(duties: Duties) -> Iterator[PersonId]:
    return (each.person for each in duties.company.members if Role.CLERK in each.roles)


# --- who is left alone ------------------------------------------------------------------


def _spared(duties: Duties, rung: Rung) -> frozenset[PersonId]:
    """A manager is not told of their own silence, nor a boss of the law's date day by day."""
    duty = duties.step(rung.subject)
    if rung.kind is RungKind.TO_MANAGER and duty:
        return frozenset(duty.asked(rung.day))
    since_first = rung.offset - 1
    if rung.kind in _LAW and since_first > 0 and since_first % duties.policy.hearing.boss_every:
        return frozenset(duties.crew.signers) - frozenset(duties.crew.keepers)
    return frozenset()

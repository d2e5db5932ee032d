"""模拟评分: the components, the total, what would change it, and what it is not made of. Not official."""

from collections.abc import Iterator
from decimal import Decimal

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.authority import finding_name
from chat.screens.progress import headed
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.authority import may_see_matters
from workflow.checks import Verdict, run
from workflow.errors import NotAllowed
from workflow.findings import FindingState
from workflow.judging import findings
from workflow.rules import RuleKey
from workflow.score import Part, Score, missing_inputs, score
from workflow.scoring import WHOLE

TRIED, TOLD = 5, 3
"""So many open findings are tried, the gravest first, and so many gains are told."""
INPUTS_SHOWN = 4


def score_card(s: Session, case: Case) -> Card:
    """The score today; NotAllowed for who may not see internal matters: penalties are among it."""
    if not may_see_matters(s.me.person, case.company):
        raise NotAllowed
    found = _score(s, case)
    status = (Tap(say("tap-status"), ref(Verb.STATUS, case.company.id, case.season.id)),)
    if found is None:
        return Card((*headed(case, None), say("score-none")), (status,))
    lines = [*headed(case, None), *_total(found), *_table(found), _checked(case)]
    gains = tuple(_gains(s, case, found))
    if gains:
        lines.append(say("score-if", gains=Listed(gains)))
    return Card(tuple(lines), (*_inputs(case, found), status))


def _score(s: Session, case: Case, *without: RuleKey) -> Score | None:
    ids = (case.company, case.season, case.pack)
    return score(*ids, s.house.calendar, s.today, without)


def told(points: Decimal) -> str:
    """With one decimal."""
    return f"{points:.1f}"


def _total(found: Score) -> Iterator[Say]:
    if found.total is None:
        yield say("score-no-data")
        return
    yield say("score-total", total=told(found.total), weight=f"{found.weight:f}")
    if found.low != found.high:
        yield say("score-range", low=told(found.low), high=told(found.high))
    points, weight = found.of_report
    yield say(
        "score-line",
        below=int(found.is_vetoed),
        line=f"{found.veto_below:f}",
        points=told(points),
        weight=f"{weight:f}",
    )


def _checked(case: Case) -> Say:
    """From how many rules two of the parts are made: the others could not be checked."""
    checks = run(case.company, case.season, case.pack)
    asked = [each for each in checks if each.verdict is not Verdict.APART]
    done = sum(each.verdict is not Verdict.UNCHECKED for each in asked)
    return say("score-checked", done=done, total=len(asked))


def _table(found: Score) -> Iterator[Say]:
    """Two components a line: a phone is small."""
    for first, second in zip(found.parts[::2], found.parts[1::2], strict=True):
        yield say("score-row", one=_part(first), other=_part(second))


def _part(part: Part) -> Say:
    weight = f"{part.weight:f}"
    name = say(f"score-{part.component}")
    if not part.applies:
        return say("score-part-apart", name=name)
    if part.points is None:
        return say("score-part-missing", name=name, weight=weight)
    return say("score-part", name=name, weight=weight, points=told(part.points))


def _gains(s: Session, case: Case, found: Score) -> Iterator[Fact]:
    """What the total would gain with one finding gone, worked out again each time."""
    open_ones = [
        each
        for each in findings(case.company, case.season, case.pack)
        if each.state is FindingState.OPEN
    ]
    count = 0
    for each in open_ones[:TRIED]:
        after = _score(s, case, each.key)
        gain = _gain(found, after)
        if gain > 0 and count < TOLD:
            count += 1
            yield say("score-gain", what=finding_name(case, each.key), gain=told(gain))


def _gain(before: Score, after: Score | None) -> Decimal:
    if before.total is None or after is None or after.total is None:
        return Decimal(0)
    return min(after.total - before.total, WHOLE)


def _inputs(case: Case, found: Score) -> tuple[tuple[Tap, ...], ...]:
    """The figures it waits for, each a button."""
    keys = missing_inputs(case.company, case.season, case.pack, found)[:INPUTS_SHOWN]
    items = [item for key in keys if (item := case.pack.find(key)) is not None]
    here = (case.company.id, case.season.id)
    return tuple(
        (Tap(say("tap-score-input", title=item.title), ref(Verb.ITEM, *here, item.key)),)
        for item in items
    )

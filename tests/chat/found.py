"""The office with findings: seats that do not add up, and 30 % fewer than last year."""

from dataclasses import replace
from decimal import Decimal

from tests.chat.office import HERE, office, ours
from tests.chat.stage import NOON, WANG, Stage, gives
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.given import AnswerGiven, Entry, ItemState, Number
from workflow.ids import CompanyId, ItemKey, PersonId, SeasonId
from workflow.judging import Finding, findings
from workflow.model import Season
from workflow.rules import RuleKey

SEATS = ItemKey("seats_total")
ADD_UP, DOWN = RuleKey("r17"), RuleKey("seats_down")


def with_findings() -> Stage:
    """Last year 400 seats, this year 280, of which 200 are own and 60 are outsourced."""
    one = after_400_seats()
    gives(one, WANG, HERE, {SEATS: "280", "seats_self": "200", "seats_outsourced": "60"})
    return one


def after_400_seats() -> Stage:
    """Last year had 400 seats; this year nobody has said yet."""
    one = office()
    before = Entry(1, PersonId(str(WANG)), NOON, AnswerGiven(Number(Decimal(400))))
    now = replace(season(one), earlier={2025: {SEATS: ItemState((before,))}})
    one.store.companies[CompanyId(HERE[0])] = with_season(ours(one), now)
    one.asks(WANG, None)
    return one


def season(one: Stage) -> Season:
    """The season as it is kept."""
    return season_of(ours(one), SeasonId(HERE[1]))


def finding(one: Stage, key: RuleKey) -> Finding | None:
    """What became of that rule."""
    pack = one.desk.house.packs[season(one).pack]
    found = {each.key: each for each in findings(ours(one), season(one), pack)}
    return found.get(key)

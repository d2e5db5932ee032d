"""甲公司 with somebody in every role: what the tests of the team start from."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from tests.workflow.firm import FIRST, doer, first_season, opened
from workflow.change import Doer, with_season
from workflow.ids import ItemKey, PersonId
from workflow.model import Company
from workflow.team import Department, Member, Role

CHIEF = PersonId("p1")
BOSS = PersonId("p2")
LEGAL_REP = PersonId("p3")
FINANCE = PersonId("p4")
VIEWER = PersonId("p5")
CLERK = PersonId("p6")
NEWCOMER = PersonId("p7")

CREW: Mapping[Role, Member] = {
    Role.MANAGER: Member(CHIEF, "王经理", (Role.MANAGER,)),
    Role.BOSS: Member(BOSS, "老周", (Role.BOSS,)),
    Role.LEGAL_REP: Member(LEGAL_REP, "周法人", (Role.LEGAL_REP,)),
    Role.CONTRIBUTOR: Member(FINANCE, "小李", (Role.CONTRIBUTOR,), (Department.FIN,)),
    Role.VIEWER: Member(VIEWER, "吴审计", (Role.VIEWER,)),
    Role.CLERK: Member(CLERK, "代理小陈", (Role.CLERK,)),
}


def crew(*without: Role) -> Company:
    """The company with the season of 2026 and one member a role, some of them left out."""
    members = tuple(each for role, each in CREW.items() if role not in without)
    return replace(opened(), members=members)


def by(person: PersonId = CHIEF) -> Doer:
    """One of them, on the day the season was opened."""
    return doer(person=person)


def having(company: Company, person: PersonId, *keys: ItemKey) -> Company:
    """The company after these items of the first season were given to the person."""
    season = first_season(company)
    given = {**season.assigned, **dict.fromkeys(keys, person)}
    return with_season(company, replace(season, assigned=given))


def held(company: Company, person: PersonId) -> Collection[ItemKey]:
    """The items of the first season that are theirs."""
    season = next(each for each in company.seasons if each.id == FIRST)
    return {key for key, who in season.assigned.items() if who == person}


def member_of(company: Company, person: PersonId) -> Member:
    """Their place in the company."""
    return next(each for each in company.members if each.person == person)

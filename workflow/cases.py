"""Opening, correcting, archiving and removing companies and their seasons."""

from collections.abc import Iterable
from dataclasses import replace

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import facts_of, season_of
from workflow.credit_code import check_credit_code
from workflow.errors import AlreadyGiven, NotEmpty, ReasonNeeded, TooLong
from workflow.events import EventKind
from workflow.given import AnswerGiven, ItemState, Words
from workflow.ids import CompanyId, PackRef, SeasonId
from workflow.model import Company, Coverage, Lifecycle, Outcome, Season
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.team import Member, Role
from workflow.text import tidied

LONGEST_NAME = 80


def open_company(
    company: CompanyId,
    name: str,
    uscc: str,
    *,
    by: Doer,
    called: str,
    role: Role = Role.MANAGER,
) -> Outcome:
    """A new company; who opens it (known as `called`) is its manager, or has another keeper's role.

    Raises BadCreditCode, ReasonNeeded, TooLong.
    """
    check_credit_code(uscc)
    opener = Member(by.person, called, (role,))
    fresh = Company(company, company_name(name), uscc, (opener,))
    return outcome(fresh, by, Done(EventKind.COMPANY_OPENED, new=fresh.name))


def company_name(name: str) -> str:
    """The name with its white space put right; ReasonNeeded if empty, TooLong beyond 80 signs."""
    name = tidied(name)
    if not name:
        raise ReasonNeeded
    if len(name) > LONGEST_NAME:
        raise TooLong(longest=LONGEST_NAME)
    return name


def correct_company(company: Company, *, by: Doer, name: str = "", uscc: str = "") -> Outcome:
    """Put the name or the credit code right; an empty one stays."""
    require(by.person, Action.ADMINISTER, company)
    require_active(company)
    if uscc:
        check_credit_code(uscc)
    changed = replace(company, name=company_name(name or company.name), uscc=uscc or company.uscc)
    if changed == company:
        raise AlreadyGiven
    old, new = f"{company.name} {company.uscc}", f"{changed.name} {changed.uscc}"
    return outcome(changed, by, Done(EventKind.COMPANY_CORRECTED, old=old, new=new))


_COMPANY_EVENT = {
    Lifecycle.ACTIVE: EventKind.COMPANY_RESTORED,
    Lifecycle.ARCHIVED: EventKind.COMPANY_ARCHIVED,
    Lifecycle.REMOVED: EventKind.COMPANY_REMOVED,
}
_SEASON_EVENT = {
    Lifecycle.ACTIVE: EventKind.SEASON_RESTORED,
    Lifecycle.ARCHIVED: EventKind.SEASON_ARCHIVED,
    Lifecycle.REMOVED: EventKind.SEASON_REMOVED,
}


def turn_company(company: Company, to: Lifecycle, *, by: Doer) -> Outcome:
    """Archive, restore, or remove a mistaken company; NotEmpty if something was handed in."""
    require(by.person, Action.ADMINISTER, company)
    if company.lifecycle is to:
        raise AlreadyGiven
    if to is Lifecycle.REMOVED and not is_untouched(company):
        raise NotEmpty
    return outcome(replace(company, lifecycle=to), by, Done(_COMPANY_EVENT[to]))


def is_untouched(company: Company) -> bool:
    """Whether nothing was ever handed in or recorded, beyond what was said at 创建."""
    facts = (state for year in company.facts for state in year.items.values())
    seasons = company.seasons
    return _says_only(_known(company), facts) and all(_is_bare(company, each) for each in seasons)


def _is_bare(company: Company, season: Season) -> bool:
    known = {*_known(company), season.licence_no}
    return not season.filings and _says_only(known, season.items.values())


def _known(company: Company) -> set[str]:
    """What `opening.fill_in_known` answers by itself: no work that anybody did."""
    return {company.name, company.uscc}


def _says_only(known: set[str], states: Iterable[ItemState]) -> bool:
    given = {AnswerGiven(Words(text)) for text in known}
    return all(entry.given in given for state in states for entry in state.entries)


def open_season(
    company: Company,
    pack: Pack,
    profile: str,
    year: int,
    *,
    licence_no: str,
    coverage: Coverage,
    by: Doer,
) -> Outcome:
    """The yearly report of one licence for `year`; AlreadyGiven for the same licence and year."""
    require(by.person, Action.ADMINISTER, company)
    require_active(company)
    fresh = Season(
        id=SeasonId(str(len(company.seasons) + 1)),
        pack=pack.ref,
        profile=pack.profile(profile).key,
        year=year,
        licence_no=licence_no,
        coverage=coverage,
        opened_on=by.today,
    )
    _require_single(company, fresh)
    changed = replace(company, seasons=(*company.seasons, fresh))
    done = Done(EventKind.SEASON_OPENED, season=fresh, new=f"{pack.ref} {profile} {year}")
    return outcome(changed, by, done)


def _require_single(company: Company, case: Season) -> None:
    """One licence has one report a year: AlreadyGiven beside another that was not removed."""
    if any(_is_same_case(case, each) for each in company.seasons):
        raise AlreadyGiven


def _is_same_case(one: Season, other: Season) -> bool:
    if other.lifecycle is Lifecycle.REMOVED or other.id == one.id:
        return False
    return (_pack_id(one.pack), one.year, one.licence_no) == (
        _pack_id(other.pack),
        other.year,
        other.licence_no,
    )


def _pack_id(ref: PackRef) -> str:
    return ref.partition("@")[0]


def correct_season(
    company: Company,
    season: SeasonId,
    *,
    by: Doer,
    licence_no: str | None = None,
    coverage: Coverage | None = None,
) -> Outcome:
    """Put the licence number or the coverage right; what is None stays.

    AlreadyGiven if that changes nothing, or makes it the same case as another.
    """
    require(by.person, Action.ADMINISTER, company)
    case = season_of(company, season)
    require_active(company, case)
    changed = replace(
        case,
        licence_no=case.licence_no if licence_no is None else licence_no,
        coverage=case.coverage if coverage is None else coverage,
    )
    if changed == case:
        raise AlreadyGiven
    _require_single(company, changed)
    return _corrected(company, case, changed, by)


def switch_profile(
    company: Company, season: SeasonId, pack: Pack, profile: str, *, by: Doer
) -> Outcome:
    """Take on more or less of the pack (八步全套, 只做法定申报); what was handed in is kept."""
    require(by.person, Action.ADMINISTER, company)
    case = season_of(company, season)
    require_active(company, case)
    changed = replace(case, profile=pack.profile(profile).key)
    if changed == case:
        raise AlreadyGiven
    return _corrected(company, case, changed, by)


def _corrected(company: Company, case: Season, changed: Season, by: Doer) -> Outcome:
    done = Done(EventKind.SEASON_CORRECTED, season=case, old=_facts(case), new=_facts(changed))
    return outcome(with_season(company, changed), by, done)


def _facts(case: Season) -> str:
    return f"{case.licence_no} {case.coverage.province} {case.profile}"


def turn_season(company: Company, season: SeasonId, to: Lifecycle, *, by: Doer) -> Outcome:
    """Archive, restore, or remove a mistaken season.

    NotEmpty if something was handed in; AlreadyGiven if it is so already, or if another season of
    the same case was opened since it was removed.
    """
    require(by.person, Action.ADMINISTER, company)
    case = season_of(company, season)
    if case.lifecycle is to:
        raise AlreadyGiven
    if to is Lifecycle.REMOVED and not _can_be_removed(company, case):
        raise NotEmpty
    if case.lifecycle is Lifecycle.REMOVED:
        _require_single(company, case)
    changed = with_season(company, replace(case, lifecycle=to))
    return outcome(changed, by, Done(_SEASON_EVENT[to], season=case))


def _can_be_removed(company: Company, case: Season) -> bool:
    """The company's answers of that year stay as long as another season shares them."""
    shared = any(
        each.year == case.year and each.id != case.id and each.lifecycle is not Lifecycle.REMOVED
        for each in company.seasons
    )
    facts = facts_of(company, case.year).values()
    return _is_bare(company, case) and (shared or _says_only(_known(company), facts))

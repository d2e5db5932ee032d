"""企业: the speaker's companies, one company with its licences, and what can be corrected."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.door import way_in
from chat.screens.progress import headed, heading
from chat.screens.quality import quality_tap
from chat.screens.repacking import repack_row
from chat.screens.steps import page_taps
from chat.session import Case, Session
from messages.say import Fact, say
from workflow.cases import is_untouched
from workflow.checklist import items_of
from workflow.errors import NoSuchCompany
from workflow.events import Event
from workflow.ids import CompanyId
from workflow.model import Company, Lifecycle, Season
from workflow.permissions import Action, may
from workflow.provinces import PROVINCES

COMPANIES_A_PAGE = 8
LOST_SHOWN = 5
REMOVE = "remove"
"""What a [移除] asks for first; its question's 确定 asks for `Lifecycle.REMOVED`."""


def companies_card(s: Session, page: int) -> Card:
    """The companies, paged; the archived ones at the end."""
    cards = sorted(s.companies(), key=lambda card: card.lifecycle is not Lifecycle.ACTIVE)
    new = way_in(s)
    if s.house.access.admits(s.me):
        new = (*new, Tap(say("tap-import"), ref(Verb.IMPORT)))
    if not cards:
        return Card((say("companies-none"),), (new,))
    shown = cards[page * COMPANIES_A_PAGE : (page + 1) * COMPANIES_A_PAGE]
    taps = tuple(
        (
            Tap(
                card.name
                if card.lifecycle is Lifecycle.ACTIVE
                else say("company-archived", name=card.name),
                ref(Verb.COMPANY, card.id),
            ),
        )
        for card in shown
    )
    turn = page_taps(page, len(cards), COMPANIES_A_PAGE, lambda to: ref(Verb.COMPANIES, to))
    return Card((say("companies-ask", count=len(cards)),), (*taps, turn, new))


def company_card(s: Session, company: Company, lead: Fact | None = None) -> Card:
    """One company: name, code, its licences' seasons; corrections behind buttons."""
    seasons = [season for season in company.seasons if season.lifecycle is not Lifecycle.REMOVED]
    lines: list[Fact] = [say("company-heading", company=company.name, uscc=company.uscc)]
    if lead is not None:
        lines.append(lead)
    lines += [_season_line(s, season) for season in seasons]
    if not seasons:
        lines.append(say("company-no-season"))
    if company.lifecycle is Lifecycle.ARCHIVED:
        return Card(tuple(lines), (_way_back(s, company), _keeping_row(s, company)))
    rows = [
        (Tap(_season_line(s, season), ref(_way_in(season), company.id, season.id)),)
        for season in seasons
    ]
    return Card(tuple(lines), (*rows, *_company_rows(s, company), _keeping_row(s, company)))


def _way_back(s: Session, company: Company) -> tuple[Tap, ...]:
    if not may(s.me.person, Action.ADMINISTER, company):
        return (Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),)
    return (Tap(say("tap-restore-company"), ref(Verb.TURN_COMPANY, company.id, "active")),)


def _keeping_row(s: Session, company: Company) -> tuple[Tap, ...]:
    """How long its evidence is kept, for those who decide that."""
    if not may(s.me.person, Action.KEEP_EVIDENCE, company):
        return ()
    return (Tap(say("tap-keeping"), ref(Verb.KEEPING, company.id)),)


def _way_in(season: Season) -> Verb:
    """To the progress of a season; to the card that restores an archived one."""
    return Verb.SWITCH if season.lifecycle is Lifecycle.ACTIVE else Verb.CASE


def _season_line(s: Session, season: Season) -> Fact:
    name = "season-archived" if season.lifecycle is Lifecycle.ARCHIVED else "season-line"
    pack = s.house.packs[season.pack]
    return say(name, year=str(season.year), licence=pack.title, number=season.licence_no)


def _company_rows(s: Session, company: Company) -> tuple[tuple[Tap, ...], ...]:
    others = (Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),)
    if not may(s.me.person, Action.ADMINISTER, company):
        return (others,)
    rows: list[tuple[Tap, ...]] = [
        (
            Tap(say("tap-company-name"), ref(Verb.ASK, company.id, "", "company_name", "")),
            Tap(say("tap-company-code"), ref(Verb.ASK, company.id, "", "company_code", "")),
        ),
        (
            Tap(say("tap-add-case"), ref(Verb.ADD_CASE, company.id)),
            Tap(say("tap-settings"), ref(Verb.SETTINGS, company.id)),
        ),
    ]
    archive = Tap(say("tap-archive-company"), ref(Verb.TURN_COMPANY, company.id, "archived"))
    remove = Tap(say("tap-remove-company"), ref(Verb.TURN_COMPANY, company.id, REMOVE))
    rows.append((archive, remove) if is_untouched(company) else (archive,))
    return (*rows, others)


def case_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """One licence's report: number, coverage, profile; corrections behind buttons."""
    season = case.season
    lines = headed(case, lead)
    lines.append(
        say(
            "case-facts",
            number=season.licence_no or say("value-empty"),
            coverage=coverage_name(season.coverage.province),
            profile=case.pack.profile(season.profile).title,
            opened=season.opened_on,
        )
    )
    return Card(tuple(lines), _case_rows(s, case))


def _case_rows(s: Session, case: Case) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    season = case.season
    measured = (quality_tap(case),) if case.pack.quality else ()
    back = (*measured, Tap(say("tap-company"), ref(Verb.COMPANY, case.company.id)))
    if not may(s.me.person, Action.ADMINISTER, case.company):
        return (back,)
    if season.lifecycle is Lifecycle.ARCHIVED:
        return ((Tap(say("tap-restore-case"), ref(Verb.TURN_CASE, *ids, "active")),),)
    return (
        (
            Tap(say("tap-licence-no"), ref(Verb.ASK, *ids, "licence_no", "")),
            Tap(say("tap-amend-coverage"), ref(Verb.COVERAGES, *ids)),
        ),
        tuple(
            Tap(say("tap-switch-profile", title=each.title), ref(Verb.PROFILE, *ids, each.key))
            for each in case.pack.profiles
            if each.key != season.profile
        ),
        repack_row(s, case),
        (
            Tap(say("tap-archive-case"), ref(Verb.TURN_CASE, *ids, "archived")),
            Tap(say("tap-remove-case"), ref(Verb.TURN_CASE, *ids, REMOVE)),
        ),
        back,
    )


def coverage_card(case: Case) -> Card:
    """What does the licence cover? A province, or the whole country."""
    ids = (case.company.id, case.season.id)
    nation = Tap(say("coverage-nationwide"), ref(Verb.COVERAGE, *ids, "all"))
    taps = [Tap(coverage_name(code), ref(Verb.COVERAGE, *ids, code)) for code in PROVINCES]
    rows = [tuple(taps[n : n + 4]) for n in range(0, len(taps), 4)]
    return Card((heading(case), say("new-coverage")), ((nation,), *rows))


def coverage_name(province: str) -> Fact:
    """全网, or the province by its name."""
    return say(f"province-{province}") if province else say("coverage-nationwide")


def damaged_card(s: Session, company: CompanyId, name: str) -> Card:
    """Which company rests, what its last good copy lacks, and the offer to go on from it."""
    others = (Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),)
    lines: list[Fact] = [say("error-company-damaged", name=name)]
    try:
        copy = s.work.previous_copy(company)
    except NoSuchCompany:
        return Card((*lines, say("damaged-no-copy")), (others,))
    lines.append(say("damaged-copy", count=len(copy.missing)))
    lines += [_missing_line(s, copy.company, event) for event in copy.missing[-LOST_SHOWN:]]
    adopt = Tap(say("tap-adopt"), ref(Verb.ADOPT, company))
    return Card(tuple(lines), ((adopt,), others))


def _missing_line(s: Session, company: Company, event: Event) -> Fact:
    """A lost step by the name people know it under; no word of what the speaker may not see."""
    season = next((each for each in company.seasons if each.id == event.season), None)
    case = s.case_of(company, season) if season else None
    items = items_of(case.season, case.pack) if case else ()
    item = next((each for each in items if each.key == event.subject), None)
    if case is None or item is None:
        return say("damaged-missing", subject=say("damaged-other"), new=event.new)
    if not s.sees(case, item):
        return say("damaged-missing", subject=say("internal-matter"), new="…")
    return say("damaged-missing", subject=item.title, new=event.new)

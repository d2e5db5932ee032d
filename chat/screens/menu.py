"""The four keys, 更多, help, language."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.door import way_in
from chat.screens.progress import heading
from chat.screens.years import years_row
from chat.session import Case, Session
from messages.catalogue import LOCALES
from messages.say import Say, say
from workflow.authority import may_see_matters
from workflow.permissions import Action, may


def keys_card() -> Card:
    """Brings the four keys."""
    return Card((say("keys-here"),), keys=True)


def menu_card(s: Session) -> Card:
    """更多."""
    case = s.current()
    rows: list[tuple[Tap, ...]] = []
    undo: tuple[Tap, ...] = ()
    if case:
        ids = (case.company.id, case.season.id)
        undo = (Tap(say("tap-undo"), ref(Verb.UNDO, case.company.id, case.company.event_seq)),)
        rows = [
            (
                Tap(say("tap-fill"), ref(Verb.FILL, *ids)),
                Tap(say("tap-filings"), ref(Verb.FILINGS, *ids)),
            ),
            (
                Tap(say("tap-check"), ref(Verb.CHECK, *ids, 0)),
                Tap(say("tap-departments"), ref(Verb.REQUESTS, *ids)),
                Tap(say("tap-case"), ref(Verb.CASE, *ids)),
            ),
        ]
        rows += [years_row(s, case), _authority_row(s, case)]
        papers = (Tap(say("tap-papers"), ref(Verb.PAPERS, *ids)),)
        rows += [papers, _team_row(s, case), _reminders_row(s, case)]
    rows += [
        (
            Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),
            *way_in(s),
        ),
        (
            Tap(say("tap-habits"), ref(Verb.HABIT)),
            Tap(say("tap-calendar"), ref(Verb.CALENDAR)),
            *undo,
        ),
        (
            Tap(say("tap-language"), ref(Verb.LANGUAGE)),
            Tap(say("tap-help"), ref(Verb.HELP)),
        ),
    ]
    return Card((heading(case) if case else say("menu-title"),), tuple(rows))


def _authority_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """What the authority wants, and how a simulation of ours scores the season."""
    if not may_see_matters(s.me.person, case.company):
        return ()
    ids = (case.company.id, case.season.id)
    score = (Tap(say("tap-score"), ref(Verb.SCORE, *ids)),) if case.pack.score else ()
    return (Tap(say("tap-matters"), ref(Verb.MATTERS, *ids)), *score)


def _team_row(s: Session, case: Case) -> tuple[Tap, ...]:
    row = [Tap(say("tap-team"), ref(Verb.MEMBERS, case.company.id, 0))]
    if may(s.me.person, Action.BIND_GROUP, case.company):
        row.append(Tap(say("tap-groups"), ref(Verb.GROUPS, case.company.id)))
    if may(s.me.person, Action.AUDIT, case.company):
        row.append(Tap(say("tap-audit"), ref(Verb.AUDIT, case.company.id, "all", 0)))
    return tuple(row)


def _reminders_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """When the company reminds, and whom it told."""
    row = []
    if may(s.me.person, Action.ADMINISTER, case.company):
        row.append(Tap(say("tap-settings"), ref(Verb.SETTINGS, case.company.id)))
    if may(s.me.person, Action.AUDIT, case.company):
        row.append(Tap(say("tap-told"), ref(Verb.TOLD, case.company.id, 0)))
    return tuple(row)


def help_card() -> Card:
    """What can be typed and pressed."""
    rights = Tap(say("tap-rights"), ref(Verb.RIGHTS))
    return Card((say("help-text"),), ((rights, Tap(say("tap-menu"), ref(Verb.MENU))),))


def language_name(locale: str) -> Say:
    """The language, by the name those call it who speak it."""
    return say(f"language-{locale.lower()}")


def language_card() -> Card:
    """中文 or English."""
    taps = tuple(Tap(language_name(locale), ref(Verb.SPEAK, locale)) for locale in LOCALES)
    return Card((say("language-ask"),), (taps,))

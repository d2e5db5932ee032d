"""Which handler answers which press and which command: two tables, nothing else decides."""

from collections.abc import Callable, Mapping

from chat.audit_routes import AUDIT_COMMANDS, AUDIT_PRESSES
from chat.authority_routes import AUTHORITY_COMMANDS, AUTHORITY_PRESSES
from chat.buttons import Ref, Verb
from chat.calendar_routes import CALENDAR_COMMANDS, CALENDAR_PRESSES
from chat.card import Replies, Toasted
from chat.check_routes import CHECK_COMMANDS, CHECK_PRESSES
from chat.client_routes import CLIENT_PRESSES
from chat.colleague_routes import COLLEAGUE_PRESSES
from chat.group_routes import GROUP_COMMANDS, GROUP_PRESSES
from chat.habit_routes import HABIT_COMMANDS, HABIT_PRESSES
from chat.note import Asking, mark_of
from chat.paper_routes import PAPER_COMMANDS, PAPER_PRESSES
from chat.plain_routes import PLAIN_PRESSES
from chat.quality_routes import QUALITY_PRESSES
from chat.reminder_routes import REMINDER_PRESSES
from chat.repacking_routes import REPACKING_PRESSES
from chat.route import Args, Route
from chat.screens import companies, filings, menu, progress, steps, tasks
from chat.session import Session
from chat.setting_routes import SETTING_COMMANDS, SETTING_PRESSES
from chat.sign_routes import SIGN_COMMANDS, SIGN_PRESSES
from chat.talks import (
    answering,
    asking,
    clients,
    files,
    filing,
    filling,
    general,
    keeping,
    new_case,
    plain,
    taking_back,
)
from chat.team_routes import TEAM_COMMANDS, TEAM_PRESSES
from chat.timeline_routes import TIMELINE_COMMANDS, TIMELINE_PRESSES
from chat.transcribe_routes import TRANSCRIBE_PRESSES
from chat.work_routes import WORK_COMMANDS, WORK_PRESSES
from chat.years_routes import YEARS_PRESSES
from messages.say import say
from workflow.ids import CompanyId
from workflow.model import FilingFact


def press(s: Session, to: Ref) -> Replies:
    """Answer a press; a button of another shape than ours is called an old one."""
    route = PRESSES[to.verb]
    if len(to.args) != route.arguments:
        return (Toasted(say("toast-old-button")), *general.status(s))
    return route.handler(s, Args(to.args))


def _take_day(s: Session, args: Args) -> Replies:
    """A day was pressed: for the question it stood under, not for a later one."""
    note = s.note
    if not isinstance(note, Asking) or mark_of(note) != args[1]:
        return (Toasted(say("toast-old-button")),)
    return asking.took_day(s, s.case(note.company, note.season), note, args.day(0))


PRESSES: Mapping[Verb, Route] = {
    **TEAM_PRESSES,
    **WORK_PRESSES,
    **GROUP_PRESSES,
    **CLIENT_PRESSES,
    **COLLEAGUE_PRESSES,
    **AUDIT_PRESSES,
    **CALENDAR_PRESSES,
    **HABIT_PRESSES,
    **REMINDER_PRESSES,
    **SETTING_PRESSES,
    **PLAIN_PRESSES,
    Verb.PLAIN: Route(1, lambda s, a: plain.chosen(s, a[0], COMMANDS)),
    **TIMELINE_PRESSES,
    **AUTHORITY_PRESSES,
    **QUALITY_PRESSES,
    **YEARS_PRESSES,
    **CHECK_PRESSES,
    **REPACKING_PRESSES,
    **PAPER_PRESSES,
    **SIGN_PRESSES,
    **TRANSCRIBE_PRESSES,
    # looking
    Verb.STATUS: Route(2, lambda s, a: (progress.status_card(s, s.case(*a)),)),
    Verb.STEPS: Route(3, lambda s, a: (steps.steps_card(s, s.case(*a[:2]), a.number(2)),)),
    Verb.STEP: Route(4, lambda s, a: (steps.step_card(s, s.case(*a[:2]), a[2], a.number(3)),)),
    Verb.DROPPED: Route(2, lambda s, a: (steps.dropped_card(s, s.case(*a)),)),
    Verb.TODO: Route(1, lambda s, a: (tasks.todo_card(s, a.number(0)),)),
    Verb.UPLOAD: Route(3, lambda s, a: (tasks.upload_card(s, s.case(*a[:2]), a.number(2)),)),
    Verb.HISTORY: Route(3, lambda s, a: general.history(s, s.case(*a[:2]), a[2])),
    Verb.FILINGS: Route(2, lambda s, a: (filings.filings_card(s, s.case(*a)),)),
    Verb.COMPANIES: Route(1, lambda s, a: (companies.companies_card(s, a.number(0)),)),
    Verb.COMPANY: Route(1, lambda s, a: (companies.company_card(s, s.company(CompanyId(a[0]))),)),
    Verb.CASE: Route(2, lambda s, a: (companies.case_card(s, s.case(*a)),)),
    Verb.MENU: Route(0, lambda s, _: (menu.menu_card(s),)),
    Verb.HELP: Route(0, lambda _, __: (menu.help_card(),)),
    Verb.LANGUAGE: Route(0, lambda _, __: (menu.language_card(),)),
    Verb.SPEAK: Route(1, lambda s, a: general.speak(s, a[0])),
    # ticking
    Verb.ITEM: Route(3, lambda s, a: answering.open_item(s, s.case(*a[:2]), a[2])),
    Verb.MORE: Route(3, lambda s, a: general.more(s, s.case(*a[:2]), a[2])),
    Verb.CONFIRM: Route(4, lambda s, a: answering.confirm(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.CHOOSE: Route(
        5, lambda s, a: answering.choose(s, s.case(*a[:2]), a[2], a[3], a.number(4))
    ),
    Verb.CHOSEN: Route(4, lambda s, a: answering.chosen(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.TAKE_READING: Route(
        5, lambda s, a: answering.take_reading(s, s.case(*a[:2]), a[2], a[3], a.number(4))
    ),
    Verb.NONE_OF_TABLE: Route(
        4, lambda s, a: answering.table_has_none(s, s.case(*a[:2]), a[2], a.number(3))
    ),
    Verb.TEMPLATE: Route(3, lambda s, a: general.template(s, s.case(*a[:2]), a[2])),
    Verb.ESTIMATE: Route(3, lambda s, a: answering.estimate(s, s.case(*a[:2]), a[2])),
    Verb.WITHDRAW: Route(
        4, lambda s, a: taking_back.take_back(s, s.case(*a[:2]), a[2], a.number(3))
    ),
    Verb.FILL: Route(2, lambda s, a: filling.fill(s, s.case(*a))),
    Verb.SKIP: Route(3, lambda s, a: filling.skip(s, s.case(*a[:2]), a[2])),
    Verb.BACK: Route(3, lambda s, a: filling.back(s, s.case(*a[:2]), a[2])),
    Verb.BIND: Route(4, lambda s, a: files.bind_loose(s, s.case(*a[:2]), a[2], a[3])),
    Verb.MOVE_FILES: Route(4, lambda s, a: files.move(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.LOOSE_PAGE: Route(1, lambda s, a: files.page(s, a.number(0))),
    Verb.LOOSE_TOGETHER: Route(1, lambda s, a: files.together(s, a[0])),
    # facts and corrections
    Verb.FACT: Route(3, lambda s, a: asking.fact(s, s.case(*a[:2]), a[2])),
    Verb.FACT_ON: Route(
        4, lambda s, a: asking.fact_on(s, s.case(*a[:2]), a.read(2, FilingFact), a.day(3))
    ),
    Verb.FACT_TERM: Route(
        4, lambda s, a: filing.record(s, s.case(*a[:2]), a.read(2, FilingFact), a.day(3), None)
    ),
    Verb.TAKE_DAY: Route(2, _take_day),
    Verb.ASK: Route(4, lambda s, a: asking.ask(s, a[0], a[1], a[2], a[3])),
    Verb.RESTORE_ITEM: Route(
        3, lambda s, a: keeping.restore(s, s.case(*a[:2]), a[2], is_step=False)
    ),
    Verb.RESTORE_STEP: Route(
        3, lambda s, a: keeping.restore(s, s.case(*a[:2]), a[2], is_step=True)
    ),
    Verb.COVERAGES: Route(2, lambda s, a: (companies.coverage_card(s.case(*a)),)),
    Verb.COVERAGE: Route(3, lambda s, a: keeping.cover(s, s.case(*a[:2]), a[2])),
    Verb.PROFILE: Route(3, lambda s, a: keeping.switch(s, s.case(*a[:2]), a[2])),
    Verb.TURN_COMPANY: Route(2, lambda s, a: keeping.turn_whole_company(s, a[0], a[1])),
    Verb.TURN_CASE: Route(3, lambda s, a: keeping.turn_case(s, s.case(*a[:2]), a[2])),
    Verb.ADOPT: Route(1, lambda s, a: keeping.adopt(s, a[0])),
    Verb.UNDO: Route(2, lambda s, a: keeping.undo_seen(s, a[0], a.number(1))),
    # /new
    Verb.NEW: Route(0, lambda s, _: new_case.begin(s)),
    Verb.ADD_CASE: Route(1, lambda s, a: new_case.begin(s, a[0])),
    Verb.NEW_ANSWER: Route(1, lambda s, a: new_case.answered(s, a[0])),
    Verb.NEW_FIELD: Route(1, lambda s, a: new_case.amend(s, a[0])),
    Verb.CREATE: Route(0, lambda s, _: new_case.create(s)),
    Verb.CANCEL: Route(0, lambda s, _: general.cancel(s)),
    Verb.RESUME: Route(0, lambda s, _: general.resume(s)),
}

COMMANDS: Mapping[str, Callable[[Session], Replies]] = {
    "start": general.start,
    "new": new_case.typed_new,
    "status": clients.typed_status,
    "list": general.steps_list,
    "todo": lambda s: (tasks.todo_card(s, 0),),
    "upload": general.upload,
    "fill": general.fill,
    "more": lambda s: (menu.menu_card(s),),
    "undo": keeping.undo_last,
    "cancel": general.cancel,
    **TEAM_COMMANDS,
    **WORK_COMMANDS,
    **GROUP_COMMANDS,
    **AUDIT_COMMANDS,
    **CALENDAR_COMMANDS,
    **HABIT_COMMANDS,
    **SETTING_COMMANDS,
    **TIMELINE_COMMANDS,
    **CHECK_COMMANDS,
    **AUTHORITY_COMMANDS,
    **PAPER_COMMANDS,
    **SIGN_COMMANDS,
    "language": lambda _: (menu.language_card(),),
    "help": lambda _: (menu.help_card(),),
}

KEYS: Mapping[str, str] = {
    "key-progress": "status",
    "key-mine": "todo",
    "key-hand-in": "upload",
    "key-more": "more",
}
"""Each key on the keyboard is a command."""

"""Which handler answers which press and which command: two tables, nothing else decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from chat.buttons import Ref, Verb
from chat.card import Replies, Toasted
from chat.note import Asking
from chat.screens import companies, filings, menu, progress, requests, steps, tasks
from chat.session import Session
from chat.talks import answering, asking, files, filing, filling, general, keeping, new_case
from messages.say import say
from workflow.errors import WorkflowError
from workflow.ids import CompanyId
from workflow.model import FilingFact

Handler = Callable[[Session, tuple[str, ...]], Replies]


@dataclass(frozen=True, slots=True)
class Route:
    """A handler and how many arguments its button carries."""

    arguments: int
    handler: Handler


class OldButton(WorkflowError):
    """A button whose arguments cannot be read: another version made it, or somebody else."""

    sentence = "toast-old-button"


def press(s: Session, to: Ref) -> Replies:
    """Answer a press; a button of another shape than ours is called an old one."""
    route = PRESSES[to.verb]
    if len(to.args) != route.arguments:
        return (Toasted(say("toast-old-button")), *general.status(s))
    try:
        return route.handler(s, to.args)
    except ValueError:
        raise OldButton from None  # nothing of what the handler began is kept


def _on(s: Session, args: tuple[str, ...]) -> Replies:
    return asking.fact_on(s, s.case(*args[:2]), FilingFact(args[2]), date.fromisoformat(args[3]))


def _term(s: Session, args: tuple[str, ...]) -> Replies:
    from_day = date.fromisoformat(args[3])
    return filing.record(s, s.case(*args[:2]), FilingFact(args[2]), from_day, None)


def _take_day(s: Session, args: tuple[str, ...]) -> Replies:
    note = s.note
    if not isinstance(note, Asking):
        return (Toasted(say("toast-old-button")),)
    day = date.fromisoformat(args[0])
    return asking.took_day(s, s.case(note.company, note.season), note, day)


PRESSES: Mapping[Verb, Route] = {
    # looking
    Verb.STATUS: Route(2, lambda s, a: (progress.status_card(s, s.case(*a)),)),
    Verb.STEPS: Route(3, lambda s, a: (steps.steps_card(s, s.case(*a[:2]), int(a[2])),)),
    Verb.STEP: Route(4, lambda s, a: (steps.step_card(s, s.case(*a[:2]), a[2], int(a[3])),)),
    Verb.DROPPED: Route(2, lambda s, a: (steps.dropped_card(s.case(*a)),)),
    Verb.TODO: Route(1, lambda s, a: (tasks.todo_card(s, int(a[0])),)),
    Verb.UPLOAD: Route(3, lambda s, a: (tasks.upload_card(s, s.case(*a[:2]), int(a[2])),)),
    Verb.HISTORY: Route(3, lambda s, a: general.history(s, s.case(*a[:2]), a[2])),
    Verb.DOWNLOAD: Route(
        5, lambda s, a: general.download(s, s.case(*a[:2]), a[2], int(a[3]), int(a[4]))
    ),
    Verb.REQUESTS: Route(2, lambda s, a: (requests.requests_card(s, s.case(*a)),)),
    Verb.REQUEST: Route(3, lambda s, a: (requests.request_card(s, s.case(*a[:2]), a[2]),)),
    Verb.FILINGS: Route(2, lambda s, a: (filings.filings_card(s, s.case(*a)),)),
    Verb.COMPANIES: Route(1, lambda s, a: (companies.companies_card(s, int(a[0])),)),
    Verb.COMPANY: Route(1, lambda s, a: (companies.company_card(s, s.company(CompanyId(a[0]))),)),
    Verb.CASE: Route(2, lambda s, a: (companies.case_card(s.case(*a)),)),
    Verb.SWITCH: Route(2, lambda s, a: (progress.status_card(s, s.case(*a)),)),
    Verb.MENU: Route(0, lambda s, _: (menu.menu_card(s),)),
    Verb.HELP: Route(0, lambda _, __: (menu.help_card(),)),
    Verb.LANGUAGE: Route(0, lambda _, __: (menu.language_card(),)),
    Verb.SPEAK: Route(1, lambda s, a: general.speak(s, a[0])),
    # ticking
    Verb.ITEM: Route(3, lambda s, a: answering.open_item(s, s.case(*a[:2]), a[2])),
    Verb.MORE: Route(3, lambda s, a: general.more(s, s.case(*a[:2]), a[2])),
    Verb.CONFIRM: Route(4, lambda s, a: answering.confirm(s, s.case(*a[:2]), a[2], int(a[3]))),
    Verb.CHOOSE: Route(5, lambda s, a: answering.choose(s, s.case(*a[:2]), a[2], a[3], int(a[4]))),
    Verb.CHOSEN: Route(4, lambda s, a: answering.chosen(s, s.case(*a[:2]), a[2], int(a[3]))),
    Verb.TAKE_READING: Route(4, lambda s, a: answering.take_reading(s, s.case(*a[:2]), a[2], a[3])),
    Verb.NONE_OF_TABLE: Route(
        4, lambda s, a: answering.table_has_none(s, s.case(*a[:2]), a[2], int(a[3]))
    ),
    Verb.TEMPLATE: Route(3, lambda s, a: general.template(s, s.case(*a[:2]), a[2])),
    Verb.ESTIMATE: Route(3, lambda s, a: answering.estimate(s, s.case(*a[:2]), a[2])),
    Verb.WITHDRAW: Route(4, lambda s, a: answering.take_back(s, s.case(*a[:2]), a[2], int(a[3]))),
    Verb.FILL: Route(2, lambda s, a: filling.fill(s, s.case(*a))),
    Verb.SKIP: Route(3, lambda s, a: filling.skip(s, s.case(*a[:2]), a[2])),
    Verb.BACK: Route(3, lambda s, a: filling.back(s, s.case(*a[:2]), a[2])),
    Verb.BIND: Route(3, lambda s, a: files.bind_loose(s, s.case(*a[:2]), a[2])),
    Verb.MOVE_FILES: Route(4, lambda s, a: files.move(s, s.case(*a[:2]), a[2], int(a[3]))),
    Verb.LOOSE_PAGE: Route(1, lambda s, a: files.page(s, int(a[0]))),
    # facts and corrections
    Verb.FACT: Route(3, lambda s, a: asking.fact(s, s.case(*a[:2]), a[2])),
    Verb.FACT_ON: Route(4, _on),
    Verb.FACT_TERM: Route(4, _term),
    Verb.TAKE_DAY: Route(1, _take_day),
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
    Verb.UNDO: Route(2, lambda s, a: keeping.undo_seen(s, a[0], int(a[1]))),
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
    "status": general.status,
    "list": general.steps_list,
    "todo": lambda s: (tasks.todo_card(s, 0),),
    "upload": general.upload,
    "fill": general.fill,
    "more": lambda s: (menu.menu_card(s),),
    "undo": keeping.undo_last,
    "cancel": general.cancel,
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

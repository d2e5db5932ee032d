"""请签: what a signer reads and presses, and for the others who has signed and who has not."""

from collections.abc import Iterator

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed, heading, name_of
from chat.screens.sign_lines import (
    Told,
    changes_since,
    every_line,
    finding_lines,
    reds,
    standing_findings,
    unchecked,
    yellows,
)
from chat.screens.steps import page_taps
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.assigning import may_hand_in
from workflow.checklist import Condition, Task, checklist
from workflow.given import Confirmed, Entry
from workflow.ids import PersonId
from workflow.pack import ItemKind
from workflow.permissions import Action, may
from workflow.scanned import is_on_paper
from workflow.signatures import Question
from workflow.signed import is_aside, signatures, signers_of, still_to_sign, wanted
from workflow.signer_questions import may_read_question
from workflow.signing import (
    SEEN,
    last_signed,
    own_signature,
    seen_mark,
    unsigned,
    waiting_for,
)

SHOWN = 4
"""Lines of what is signed on the card itself; all of it is behind a button."""
LINES_A_PAGE = 8


def signing_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """For who is to sign: what, and the buttons; for all others how the signatures stand."""
    tasks = waiting_for(case.company, case.season, case.pack, s.me.person)
    return _to_sign(s, case, tasks, lead) if tasks else _how_it_stands(s, case, lead)


# --- to sign ----------------------------------------------------------------------------


def _to_sign(s: Session, case: Case, tasks: tuple[Task, ...], lead: Fact | None) -> Card:
    lines = headed(case, lead)
    lines.append(say("signing-please", titles=Listed(tuple(task.item.title for task in tasks))))
    lines += _what_matters(s, case, tasks)
    lines += _others(case, tasks)
    lines.append(say("signing-footer"))
    here = (case.company.id, case.season.id)
    seen = seen_mark(case.company, case.season, case.pack, tasks)
    return Card(
        tuple(lines),
        (
            (Tap(say("tap-signing-agree"), ref(Verb.SIGN_AGREE, *here, seen)),),
            (
                Tap(say("tap-signing-return"), ref(Verb.SIGN_RETURN, *here)),
                Tap(say("tap-signing-question"), ref(Verb.SIGN_ABOUT, *here, 0)),
            ),
            (
                Tap(say("tap-signing-paper"), ref(Verb.SIGN_PAPER, *here)),
                Tap(say("tap-signing-all"), ref(Verb.SIGN_ALL, *here, 0)),
            ),
            _findings_row(s, case),
            _ask_row(s, case),
        ),
    )


def _findings_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """To the difference list, where the signer may see any of it."""
    count = len(finding_lines(s, case, standing_findings(case)).lines)
    to = ref(Verb.CHECK, case.company.id, case.season.id, 0)
    return (Tap(say("tap-check-found", count=count), to),) if count else ()


def _ask_row(s: Session, case: Case) -> tuple[Tap, ...]:
    """To ask the others who are to sign, for who runs the work."""
    if not may(s.me.person, Action.ASSIGN, case.company):
        return ()
    open_ones = unsigned(case.company, case.season, case.pack)
    others = {person for task in open_ones for person in _waits(case, task)} - {s.me.person}
    here = (case.company.id, case.season.id)
    return (Tap(say("tap-signing-ask"), ref(Verb.SIGN_ASK, *here)),) if others else ()


def _what_matters(s: Session, case: Case, tasks: tuple[Task, ...]) -> Iterator[Fact]:
    """What changed since they signed; else how it stands, and what weighs most."""
    mine = ((task, last_signed(case.season, task, s.me.person)) for task in tasks)
    task, before = next(((t, e) for t, e in mine if e is not None), (tasks[0], None))
    if before is None:
        found = standing_findings(case)
        yield _summary(s, case)
        yield from _first(finding_lines(s, case, found))
        return
    told = changes_since(s, case, case.season.signing.seals[task.item.key][before.version])
    yield say("signing-changed", day=before.at, count=len(told.lines) + told.hidden)
    yield from _first(told)


def _summary(s: Session, case: Case) -> Say:
    found = standing_findings(case)
    tasks = checklist(case.company, case.season, case.pack)
    return say(
        "signing-summary",
        red=reds(found),
        yellow=yellows(found),
        unchecked=unchecked(case),
        estimates=sum(task.condition is Condition.ESTIMATED for task in tasks),
        missing=len(s.overview(case).missing),
    )


def _first(told: Told) -> Iterator[Fact]:
    yield from told.lines[:SHOWN]
    more = max(len(told.lines) - SHOWN, 0)
    if more:
        yield say("signing-more", count=more)
    if told.hidden:
        yield say("internal-matters", count=told.hidden)


def _others(case: Case, tasks: tuple[Task, ...]) -> Iterator[Fact]:
    """Who has signed already, where more than one is to."""
    for task in tasks[:1]:
        names = signer_names(case, task)
        needed = wanted(case.company, case.season, task.item)
        if names:
            facts = {"signed": len(names), "wanted": max(needed, len(names))}
            yield say("signing-others", names=Listed(names), **facts)


def signer_names(case: Case, task: Task) -> tuple[Fact, ...]:
    """Whose signature stands: their names, each once."""
    names: list[Fact] = []
    for each in signatures(case.season, task.item, task.state):
        name = _name(case, each)
        if name not in names:
            names.append(name)
    return tuple(names)


def _name(case: Case, entry: Entry) -> Fact:
    if isinstance(entry.given, Confirmed):
        return entry.given.name
    return say("signing-paper-by", who=entry.behalf or name_of(case, entry.by))


# --- how the signatures stand -----------------------------------------------------------


def _how_it_stands(s: Session, case: Case, lead: Fact | None) -> Card:
    tasks = [t for t in checklist(case.company, case.season, case.pack) if _is_signature(t)]
    lines = headed(case, lead)
    lines += [_standing(case, task) for task in tasks] or [say("signing-none")]
    asked = [each for each in case.season.signing.questions if _is_open(s, case, each)][:2]
    lines += [question_line(case, each) for each in asked]
    if _nobody_signs(case, tasks):
        lines.append(say("signing-nobody"))
    lines.append(say("signing-footer"))
    return Card(tuple(lines), tuple(_standing_rows(s, case, tasks, asked)))


def _is_signature(task: Task) -> bool:
    return task.item.kind is ItemKind.SIGN


def _standing(case: Case, task: Task) -> Say:
    ask = case.season.signing.asked.get(task.item.key)
    title = task.item.title
    if task.condition is Condition.DONE:
        return say("signing-is-signed", title=title, names=Listed(signer_names(case, task)))
    if task.condition is not Condition.OPEN:
        return say("signing-not-wanted", title=title)
    if ask and ask.given_back:
        who = name_of(case, ask.given_back.by)
        return say("signing-is-back", title=title, who=who, why=ask.given_back.reason)
    if ask and ask.on_paper:
        return say("signing-is-on-paper", title=title)
    names = tuple(name_of(case, each) for each in _waits(case, task))
    if ask and names:
        return say("signing-is-asked", title=title, names=Listed(names))
    aside = any(is_aside(case.season, task.item.key, each) for each in task.state.live)
    return say("signing-is-aside" if aside else "signing-is-open", title=title)


def _waits(case: Case, task: Task) -> tuple[PersonId, ...]:
    return still_to_sign(case.company, case.season, task.item)


def _may_give(s: Session, case: Case, task: Task) -> bool:
    return may_hand_in(s.me.person, case.company, case.season, task.item)


def _is_open(s: Session, case: Case, question: Question) -> bool:
    if question.reply is not None:
        return False
    me = s.me.person
    is_theirs = question.to == me or may(me, Action.ASSIGN, case.company)
    return is_theirs and may_read_question(case.company, case.season, case.pack, question, me)


def question_line(case: Case, question: Question) -> Say:
    """「❓ 赵总问「坐席总数」:……」."""
    item = case.pack.find(question.item)
    title: Fact = item.title if item else say("value-empty")
    who = name_of(case, question.by)
    return say("signing-question", who=who, title=title, text=question.text)


def _nobody_signs(case: Case, tasks: list[Task]) -> bool:
    return bool(tasks) and not any(
        signers_of(case.company, case.season, task.item) for task in tasks
    )


def _standing_rows(
    s: Session, case: Case, tasks: list[Task], asked: list[Question]
) -> Iterator[tuple[Tap, ...]]:
    here = (case.company.id, case.season.id)
    yield _ask_row(s, case)
    if _nobody_signs(case, tasks) and may(s.me.person, Action.INVITE, case.company):
        yield (Tap(say("tap-invite"), ref(Verb.INVITE, case.company.id)),)
    for each in asked:
        yield (Tap(say("tap-signing-answer"), ref(Verb.SIGN_ANSWER, *here, each.number)),)
    mine = [t for t in tasks if t.is_owed and _may_give(s, case, t)]
    on_paper = [each for each in mine if is_on_paper(case.season, each)]
    for task in mine:
        item = ref(Verb.ITEM, *here, task.item.key)
        if task not in on_paper[1:]:  # one scan answers them all
            one = say("tap-signing-item", title=task.item.title)
            is_for_all = bool(on_paper[1:]) and task in on_paper
            yield (Tap(say("tap-signing-scan") if is_for_all else one, item),)
    every = Tap(say("tap-signing-all"), ref(Verb.SIGN_ALL, *here, 0))
    status = Tap(say("tap-status"), ref(Verb.STATUS, *here))
    if any(own_signature(case.season, task, s.me.person) for task in tasks):
        seen = case.season.signing.content[:SEEN]
        yield (Tap(say("tap-signing-undo"), ref(Verb.SIGN_UNDO, *here, seen)),)
    yield (every, status)


# --- all of it --------------------------------------------------------------------------


def everything_card(s: Session, case: Case, page: int) -> Card:
    """All that is signed, a page at a time."""
    here = (case.company.id, case.season.id)
    every = tuple(every_line(s, case))
    pages = max(1, -(-len(every) // LINES_A_PAGE))
    page = max(0, min(page, pages - 1))
    shown = every[page * LINES_A_PAGE : (page + 1) * LINES_A_PAGE]
    title = say("signing-everything", page=page + 1, pages=pages)
    turn = page_taps(page, len(every), LINES_A_PAGE, lambda to: ref(Verb.SIGN_ALL, *here, to))
    back = (Tap(say("tap-signing-back"), ref(Verb.SIGN_CARD, *here)),)
    return Card((heading(case), title, *shown), (turn, back))


# --- on the item's own card -------------------------------------------------------------


def sign_lines(case: Case, task: Task) -> list[Fact]:
    """How the signature stands, on the item's card."""
    if not _is_signature(task):
        return []
    is_plain = not task.state.live and task.item.key not in case.season.signing.asked
    return [] if is_plain else [_standing(case, task)]


def is_to_sign(s: Session, case: Case, task: Task) -> bool:
    """Whether the reader is the one who is to sign it now."""
    is_open = _is_signature(task) and task.condition is Condition.OPEN
    return is_open and s.me.person in still_to_sign(case.company, case.season, task.item)


def sign_row(s: Session, case: Case, task: Task) -> tuple[Tap, ...]:
    """To the signature: for who signs, and for who asks for it."""
    if not _is_signature(task) or task.condition is not Condition.OPEN:
        return ()
    signs = is_to_sign(s, case, task)
    if not signs and not may(s.me.person, Action.ASSIGN, case.company):
        return ()
    label = say("tap-signing-sign") if signs else say("tap-signing-ask-for")
    return (Tap(label, ref(Verb.SIGN_CARD, case.company.id, case.season.id)),)

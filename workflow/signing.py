"""Signing in chat (签字): asked for, signed, given back, put on paper, taken back.

A signature is an entry of its item; what it is bound to is sealed by `resealing.resealed` when it
is saved. It is the house's own record and stands for no pledge (docs/domain.md section 1, Art. 35).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from workflow.canonical import Plain, digested
from workflow.change import Doer, Done, outcome, require_active, with_season, with_state
from workflow.checklist import Condition, Task, checklist, season_of
from workflow.content import content_digest
from workflow.errors import NothingToUndo, ReasonNeeded, TooLong
from workflow.events import EventKind, NoticeKind
from workflow.given import Confirmed, Entry, ItemState, Review
from workflow.handling import those_who_may
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.model import Company, Outcome, Season
from workflow.notify import telling
from workflow.pack import Item, ItemKind, Pack
from workflow.permissions import Action, member, require
from workflow.sign_errors import (
    AskedAlready,
    ContentChanged,
    NobodySigns,
    NothingToSign,
    NotYourSignature,
    SignedAlready,
)
from workflow.signatures import SignAsk
from workflow.signed import is_aside, signatures, signers_of, still_to_sign
from workflow.text import tidied

LONGEST_REASON = 200
ASKED_AGAIN = timedelta(hours=12)
"""Nobody is asked more often for the same."""
SEEN = 12
"""Signs of a digest that a button carries."""


def unsigned(company: Company, season: Season, pack: Pack) -> tuple[Task, ...]:
    """The signatures that are still wanted; one that does not apply, or is waited for, is not."""
    return tuple(
        task
        for task in checklist(company, season, pack)
        if task.item.kind is ItemKind.SIGN and task.condition is Condition.OPEN
    )


def waiting_for(company: Company, season: Season, pack: Pack, person: PersonId) -> tuple[Task, ...]:
    """Those of them that this person may sign now: the ones asked for, if any was."""
    mine = tuple(
        task
        for task in unsigned(company, season, pack)
        if person in still_to_sign(company, season, task.item)
    )
    asked = tuple(task for task in mine if task.item.key in season.signing.asked)
    return asked or mine


def ask_to_sign(company: Company, season: SeasonId, pack: Pack, *, by: Doer) -> Outcome:
    """请签字: all who are to sign are told, whatever they said before.

    NothingToSign, NobodySigns; AskedAlready where they were, not long ago.
    """
    require(by.person, Action.ASSIGN, company)
    case = season_of(company, season)
    require_active(company, case)
    tasks = unsigned(company, case, pack)
    if not tasks:
        raise NothingToSign
    wanted = {task.item.key: still_to_sign(company, case, task.item) for task in tasks}
    people = tuple(dict.fromkeys(person for each in wanted.values() for person in each))
    if not people:
        raise NobodySigns
    asked = [key for key, signers in wanted.items() if signers]
    if all(_stands_fresh(case, key, by) for key in asked):
        raise AskedAlready
    fresh = dict.fromkeys(asked, SignAsk(by.person, by.at))
    done = (Done(EventKind.SIGN_ASKED, season=case, subject=key) for key in asked)
    told = outcome(_with_asked(company, case, fresh), by, *done)
    return telling(told, people, NoticeKind.SIGN_ASKED, count=len(asked))


def _stands_fresh(case: Season, key: ItemKey, by: Doer) -> bool:
    ask = case.signing.asked.get(key)
    if ask is None or ask.given_back or ask.on_paper:
        return False
    return by.at - ask.at < ASKED_AGAIN


def sign(company: Company, season: SeasonId, pack: Pack, seen: str, *, by: Doer) -> Outcome:
    """同意: the person signs all that waits for them, in their name as the company knows it.

    `seen` is the `seen_mark` of what they had before their eyes: ContentChanged if it is another
    now. NotYourSignature, SignedAlready. Who asked is told.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    tasks = _theirs(company, case, pack, by)
    digest = content_digest(company, case, pack)
    if seen_mark(company, case, pack, tasks) != seen:
        raise ContentChanged
    name = member(by.person, company).name
    done = []
    now = company
    for task in tasks:
        version = task.state.version + 1
        entry = Entry(version, by.person, by.at, Confirmed(name))
        now = with_state(now, case, task.item, ItemState((*task.state.entries, entry)))
        case = season_of(now, season)
        done.append(
            Done(EventKind.SIGNED, case, task.item.key, version, new=name, digests=(digest,))
        )
    asks = {task.item.key: case.signing.asked.get(task.item.key) for task in tasks}
    taken_up = {
        key: replace(ask, given_back=None, on_paper=False) for key, ask in asks.items() if ask
    }
    told = outcome(_with_asked(now, case, taken_up), by, *done)
    askers = [ask.by for ask in taken_up.values()]
    return telling(told, askers, NoticeKind.SIGN_DONE, count=len(tasks))


def seen_mark(company: Company, season: Season, pack: Pack, tasks: Iterable[Task]) -> str:
    """What a button to agree carries: what is signed, and which signatures are given with it."""
    said: list[Plain] = [content_digest(company, season, pack)]
    said += [[task.item.key, task.item.title.zh, task.item.title.en] for task in tasks]
    return digested(said)[:SEEN]


def return_unsigned(
    company: Company, season: SeasonId, pack: Pack, reason: str, *, by: Doer
) -> Outcome:
    """退回并写原因: those who run the work are told, and have it until they ask again."""
    case, tasks = _for_signer(company, season, pack, by)
    why = bounded(reason, LONGEST_REASON)
    review = Review(by.person, by.at, accepted=False, reason=why)
    asks = _asks(case, tasks, by)
    back = {key: replace(ask, given_back=review) for key, ask in asks.items()}
    done = (Done(EventKind.SIGN_GIVEN_BACK, season=case, subject=key, why=why) for key in back)
    told = outcome(_with_asked(company, case, back), by, *done)
    people = (*(ask.by for ask in asks.values()), *those_who_may(Action.ASSIGN, company))
    return telling(told, people, NoticeKind.SIGN_GIVEN_BACK, why=why, count=len(tasks))


def sign_on_paper(company: Company, season: SeasonId, pack: Pack, *, by: Doer) -> Outcome:
    """改纸签: those who run the work are told to bring a paper, and have it until it is scanned."""
    case, tasks = _for_signer(company, season, pack, by)
    asks = _asks(case, tasks, by)
    if all(ask.on_paper for ask in asks.values()):
        raise NothingToSign
    papers = {key: replace(ask, on_paper=True, given_back=None) for key, ask in asks.items()}
    done = (Done(EventKind.SIGN_ON_PAPER, season=case, subject=key) for key in papers)
    told = outcome(_with_asked(company, case, papers), by, *done)
    people = (*(ask.by for ask in asks.values()), *those_who_may(Action.ASSIGN, company))
    return telling(told, people, NoticeKind.SIGN_ON_PAPER, count=len(tasks))


def take_signature_back(
    company: Company, season: SeasonId, pack: Pack, subject: str, version: int, *, by: Doer
) -> Outcome:
    """撤销 one's own signature, also where others signed since. NothingToUndo for another's."""
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    key = ItemKey(subject)
    item = _sign_item(pack, key)
    state = case.items.get(key, ItemState())
    mine = next((e for e in state.live if (e.version, e.by) == (version, by.person)), None)
    if mine is None or not isinstance(mine.given, Confirmed):
        raise NothingToUndo
    entries = tuple(replace(e, withdrawn=True) if e is mine else e for e in state.entries)
    done = Done(
        EventKind.SIGN_WITHDRAWN, season=case, subject=key, version=version, old=mine.given.name
    )
    return outcome(with_state(company, case, item, ItemState(entries)), by, done)


def take_back_signatures(
    company: Company, season: SeasonId, pack: Pack, seen: str, *, by: Doer
) -> Outcome:
    """All that the person signed with that content before them; NothingToUndo for none."""
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    if not seen or not case.signing.content.startswith(seen):
        raise NothingToUndo
    mine = ((t, own_signature(case, t, by.person)) for t in checklist(company, case, pack))
    found = [(task.item.key, entry.version) for task, entry in mine if entry is not None]
    if not found:
        raise NothingToUndo
    done = Outcome(company, ())
    for key, version in found:
        done = done.then(take_signature_back(done.company, season, pack, key, version, by=by))
    return done


# --- who, and what ----------------------------------------------------------------------


def _for_signer(
    company: Company, season: SeasonId, pack: Pack, by: Doer
) -> tuple[Season, tuple[Task, ...]]:
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    return case, _theirs(company, case, pack, by)


def _theirs(company: Company, case: Season, pack: Pack, by: Doer) -> tuple[Task, ...]:
    """What they may sign; else why there is nothing."""
    tasks = waiting_for(company, case, pack, by.person)
    if tasks:
        return tasks
    asked = [task for task in checklist(company, case, pack) if task.item.kind is ItemKind.SIGN]
    if any(by.person in signed_by(case, task) for task in asked):
        raise SignedAlready
    if any(by.person in signers_of(company, case, task.item) for task in asked):
        raise NothingToSign
    raise NotYourSignature


def signed_by(case: Season, task: Task) -> tuple[PersonId, ...]:
    """Those whose signature of it stands."""
    return tuple(each.by for each in signatures(case, task.item, task.state))


def last_signed(case: Season, task: Task, person: PersonId) -> Entry | None:
    """The person's newest signature, if it was put aside and what changed since can be shown."""
    own = [e for e in task.state.live if e.by == person and isinstance(e.given, Confirmed)]
    if not own or not is_aside(case, task.item.key, own[-1]):
        return None
    return own[-1] if case.signing.seals[task.item.key][own[-1].version].marks else None


def own_signature(case: Season, task: Task, person: PersonId) -> Entry | None:
    """The signature the person gave in chat, while it stands."""
    found = signatures(case, task.item, task.state)
    own = [e for e in found if e.by == person and isinstance(e.given, Confirmed)]
    return own[-1] if own else None


def _asks(case: Season, tasks: Iterable[Task], by: Doer) -> dict[ItemKey, SignAsk]:
    """As they were asked; who was not asked speaks of their own accord."""
    fresh = SignAsk(by.person, by.at)
    return {task.item.key: case.signing.asked.get(task.item.key, fresh) for task in tasks}


def _with_asked(company: Company, case: Season, asks: dict[ItemKey, SignAsk]) -> Company:
    signing = replace(case.signing, asked={**case.signing.asked, **asks})
    return with_season(company, replace(case, signing=signing))


def _sign_item(pack: Pack, key: ItemKey) -> Item:
    item = pack.find(key)
    if item is None or item.kind is not ItemKind.SIGN:
        raise NothingToUndo
    return item


def bounded(words: str, longest: int) -> str:
    """What somebody typed, tidied; ReasonNeeded for nothing, TooLong."""
    words = tidied(words)
    if not words:
        raise ReasonNeeded
    if len(words) > longest:
        raise TooLong(longest=longest)
    return words

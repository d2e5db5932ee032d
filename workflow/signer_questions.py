"""问经办人: a signer asks whoever handed something in, and the answer comes back."""

from dataclasses import replace

from workflow.assigning import may_see
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import find_task, item_of, season_of
from workflow.errors import NoSuchItem
from workflow.events import EventKind, NoticeKind
from workflow.handling import those_who_may
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.model import Company, Outcome, Season
from workflow.notify import telling
from workflow.pack import Pack
from workflow.permissions import Action, may, require
from workflow.sign_errors import (
    AnsweredAlready,
    NobodyToAsk,
    NoSuchQuestion,
    NotYourSignature,
    TooManyQuestions,
)
from workflow.signatures import Question, Reply
from workflow.signing import bounded, waiting_for

LONGEST_QUESTION = 200
MOST_OPEN = 20
KEPT = 60
"""Questions of a season; the oldest answered ones make room."""


def ask_about(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, text: str, *, by: Doer
) -> Outcome:
    """A signer asks about an item: whoever handed it in is told, else who runs the work.

    NotYourSignature, NobodyToAsk, TooManyQuestions, ReasonNeeded, TooLong, NoSuchItem.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    if not waiting_for(company, case, pack, by.person):
        raise NotYourSignature
    if not may_see(by.person, company, case, find_task(company, case, pack, key).item):
        raise NoSuchItem
    text = bounded(text, LONGEST_QUESTION)
    to = whom_to_ask(company, case, pack, key, by.person)
    if to is None:
        raise NobodyToAsk
    asked = case.signing.questions
    if sum(each.reply is None for each in asked) >= MOST_OPEN:
        raise TooManyQuestions(most=MOST_OPEN)
    number = max((each.number for each in asked), default=0) + 1
    question = Question(number, key, by.person, to, by.at, text)
    done = Done(
        EventKind.SIGN_QUESTIONED, season=case, subject=key, version=number, new=to, why=text
    )
    told = outcome(_with(company, case, (*_room(asked), question)), by, done)
    return telling(told, [to], NoticeKind.SIGN_QUESTION, subject=str(number))


def _room(asked: tuple[Question, ...]) -> tuple[Question, ...]:
    if len(asked) < KEPT:
        return asked
    oldest = next(each for each in asked if each.reply is not None)
    return tuple(each for each in asked if each is not oldest)


def whom_to_ask(
    company: Company, season: Season, pack: Pack, key: ItemKey, signer: PersonId
) -> PersonId | None:
    """Who handed it in last, may still see it and answer; else the first of those who run the work."""
    task = find_task(company, season, pack, key)
    here = {
        each
        for each in those_who_may(Action.HAND_IN_MINE, company)
        if each != signer and may_see(each, company, season, task.item)
    }
    givers = [each.by for each in reversed(task.state.live)]
    keepers = those_who_may(Action.ASSIGN, company)
    return next((each for each in (*givers, *keepers) if each in here), None)


def answer_question(
    company: Company, season: SeasonId, number: int, text: str, *, by: Doer
) -> Outcome:
    """The answer goes back to the signer: by who was asked, or by those who run the work.

    NoSuchQuestion, also for who asked it; AnsweredAlready, ReasonNeeded, TooLong.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    question = question_of(company, case, number, by.person)
    if not may_answer(company, question, by.person):
        raise NoSuchQuestion
    if question.reply is not None:
        raise AnsweredAlready
    text = bounded(text, LONGEST_QUESTION)
    answered = replace(question, reply=Reply(by.person, by.at, text))
    kept = tuple(answered if each is question else each for each in case.signing.questions)
    done = Done(
        EventKind.SIGN_ANSWERED, season=case, subject=question.item, version=number, why=text
    )
    told = outcome(_with(company, case, kept), by, done)
    return telling(told, [question.by], NoticeKind.SIGN_ANSWER, subject=str(number))


def question_of(company: Company, season: Season, number: int, person: PersonId) -> Question:
    """The question of that number, for who asked it, who was asked, or who runs the work."""
    for each in season.signing.questions:
        is_theirs = person in (each.by, each.to) or may(person, Action.ASSIGN, company)
        if each.number == number and is_theirs:
            return each
    raise NoSuchQuestion


def may_answer(company: Company, question: Question, person: PersonId) -> bool:
    """Whether it was asked of the person, or they run the work; never who asked it alone."""
    return person == question.to or may(person, Action.ASSIGN, company)


def may_read_question(
    company: Company, season: Season, pack: Pack, question: Question, person: PersonId
) -> bool:
    """Whether the person may see what it is about: that may have become an internal matter since."""
    item = item_of(season, pack, question.item) or pack.find(question.item)
    return item is None or may_see(person, company, season, item)


def _with(company: Company, case: Season, questions: tuple[Question, ...]) -> Company:
    signing = replace(case.signing, questions=questions)
    return with_season(company, replace(case, signing=signing))

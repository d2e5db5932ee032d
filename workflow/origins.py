"""Where an answer is from: 出处 (file, system, person), 口径 (what was counted), and its day."""

import re
from dataclasses import replace
from datetime import date

from workflow.actions import hand_in
from workflow.change import Doer
from workflow.checklist import find_task, season_of
from workflow.errors import TooLong
from workflow.figure_errors import NoAnswerYet
from workflow.given import AnswerGiven, Origin
from workflow.ids import ItemKey, SeasonId
from workflow.model import Company, Outcome
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.text import tidied

LONGEST_ORIGIN = 120
_OF_FILE = re.compile(r".+\.\w{2,5} \(\d{4}-\d{2}-\d{2}\)")


def origin_of(source: str, meaning: str, as_of: date | None) -> Origin | None:
    """What was said of it; None where nothing was. TooLong."""
    source, meaning = tidied(source), tidied(meaning)
    if len(source) > LONGEST_ORIGIN or len(meaning) > LONGEST_ORIGIN:
        raise TooLong(longest=LONGEST_ORIGIN)
    return Origin(source, meaning, as_of) if source or meaning or as_of else None


def of_file(name: str, came: date) -> str:
    """出处 of what was read from a file and says none itself: its name, and the day it came."""
    day = f" ({came.isoformat()})"
    return f"{tidied(name)[: LONGEST_ORIGIN - len(day)].strip()}{day}"


def is_of_file(source: str) -> bool:
    """Whether it reads as `of_file` writes it: nobody said it."""
    return _OF_FILE.fullmatch(source) is not None


def with_source(given: AnswerGiven, source: str) -> AnswerGiven:
    """The answer from there, unless there is no such source or it says one itself."""
    origin = given.origin or Origin()
    if not source or origin.source:
        return given
    return replace(given, origin=replace(origin, source=source))


def say_origin(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, origin: Origin, *, by: Doer
) -> Outcome:
    """Say where the answer that stands is from: a new version of it, the value unchanged.

    NoAnswerYet where no answer stands; else as `actions.hand_in`.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    task = find_task(company, season_of(company, season), pack, key)
    given = task.newest.given if task.newest else None
    if not isinstance(given, AnswerGiven):
        raise NoAnswerYet
    said = replace(given, origin=origin)
    return hand_in(company, season, pack, key, said, by=by, seen=task.state.version)

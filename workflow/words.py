"""What a manager says to the warning that the boss will hear: 今天处理, or a sentence for the boss."""

from dataclasses import replace

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, Blank, NoSuchMilestone, TooLong
from workflow.events import EventKind
from workflow.ids import MilestoneKey, SeasonId
from workflow.milestones import milestones_of
from workflow.model import Company, Outcome, Word
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.text import tidied

LONGEST_NOTE = 200


def say_word(
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: MilestoneKey,
    *,
    handles: bool = False,
    note: str = "",
    by: Doer,
) -> Outcome:
    """Say that one sees to the step today, or why it stands as it does; both may be said.

    What was said of it earlier the same day stays beside it. Blank if nothing is said,
    NoSuchMilestone, TooLong, AlreadyGiven.
    """
    require(by.person, Action.ASSIGN, company)
    case = season_of(company, season)
    require_active(company, case)
    if key not in milestones_of(case, pack) or key in case.tailoring.dropped_steps:
        raise NoSuchMilestone
    note = tidied(note)
    if not handles and not note:
        raise Blank
    if len(note) > LONGEST_NOTE:
        raise TooLong(longest=LONGEST_NOTE)
    before = case.words.get(key)
    if before is not None and before.on == by.today:
        handles, note = handles or before.handles, note or before.note
    if before is not None and (before.on, before.handles, before.note) == (by.today, handles, note):
        raise AlreadyGiven
    word = Word(by.today, by.person, handles, note)
    changed = replace(case, words={**case.words, key: word})
    done = Done(EventKind.WORD_SAID, season=case, subject=key, new=str(int(handles)), why=note)
    return outcome(with_season(company, changed), by, done)

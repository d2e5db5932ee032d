"""A season cut to the company: items and steps added, renamed, left out, said back."""

from datetime import date

from chat.card import Card, Replies
from chat.note import Asking, Wanted
from chat.screens.days import day_when
from chat.screens.item import item_card
from chat.screens.steps import step_card, steps_card
from chat.session import Case, Session
from messages.say import say
from workflow import tailoring
from workflow.checklist import items_of
from workflow.ids import ItemKey, MilestoneKey, SeasonId
from workflow.milestones import milestones_of
from workflow.tailoring import OwnKind


def tailor(s: Session, case: Case, note: Asking, text: str) -> Replies:
    """Do what the text was wanted for, and show where it shows."""
    ids = (case.company, SeasonId(case.season.id), case.pack)
    match note.wanted:
        case Wanted.DROP_ITEM:
            outcome = tailoring.drop_item(*ids, ItemKey(note.subject), text, by=s.doer)
        case Wanted.DROP_STEP:
            outcome = tailoring.drop_step(*ids, MilestoneKey(note.subject), text, by=s.doer)
        case Wanted.RENAME:
            outcome = tailoring.rename_item(*ids, ItemKey(note.subject), text, by=s.doer)
        case Wanted.RENAME_STEP:
            outcome = tailoring.rename_step(*ids, MilestoneKey(note.subject), text, by=s.doer)
        case _:
            kind: OwnKind = "confirm" if note.wanted is Wanted.ADD_CONFIRM else "material"
            outcome = tailoring.add_item(*ids, MilestoneKey(note.subject), text, kind, by=s.doer)
    now = s.saved(case, outcome)
    s.keep(None)
    return (_tailored_card(s, now, note, text),)


def _tailored_card(s: Session, now: Case, note: Asking, text: str) -> Card:
    """What was changed, said back."""
    done = say("said-tailored")
    match note.wanted:
        case Wanted.RENAME:
            return item_card(s, now, s.task(now, note.subject), lead=done)
        case Wanted.ADD_MATERIAL | Wanted.ADD_CONFIRM | Wanted.RENAME_STEP:
            return step_card(s, now, note.subject, 0, done)
        case Wanted.DROP_STEP:
            title = milestones_of(now.season, now.pack)[MilestoneKey(note.subject)].title
            return steps_card(s, now, 0, say("dropped-line", title=title, why=text))
        case _:
            items = items_of(now.season, now.pack)
            title = next(item.title for item in items if item.key == note.subject)
            return steps_card(s, now, 0, say("dropped-line", title=title, why=text))


def add_step(s: Session, case: Case, title: str, day: date) -> Replies:
    """A step of the company's own, shown among the others."""
    now = s.saved(case, tailoring.add_step(case.company, case.season.id, title, day, by=s.doer))
    s.keep(None)
    added = now.season.tailoring.added_steps[-1]
    said = say("said-step-on", day=day, when=day_when(s, now, day))
    return (step_card(s, now, added.key, 0, said),)

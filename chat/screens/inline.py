"""What is dropped into any chat: a report's progress or one step's, and nothing that people wrote."""

from dataclasses import dataclass
from datetime import timedelta

from chat.card import Card, LinkTap
from chat.screens.progress import statutory_line, verdict
from chat.screens.steps import short_due
from chat.screens.which import licence_of
from chat.session import Case, Session
from messages.say import Fact, Say, ShortDay, say
from workflow.openwork import active_seasons
from workflow.progress import Overview, StepRow, StepState
from workflow.schedule import Step


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the list, and the card that it drops."""

    about: Fact
    card: Card


def title_of(case: Case) -> Fact:
    """The company; of several reports under way which one it is."""
    if len(active_seasons(case.company)) == 1:
        return case.company.name
    facts: dict[str, Fact] = {"licence": licence_of(case), "year": str(case.season.year)}
    return say("inline-title", company=case.company.name, **facts)


def progress_shown(s: Session, case: Case) -> Shown:
    """「⛔ 还不能报:差 44 项 · 还剩 51 天」, and the same on a card."""
    view = s.overview(case)
    done = say("inline-done", percent=view.percent)
    about = say("inline-about", verdict=verdict(case, view), left=_left(view))
    return Shown(about, _card(s, case, verdict(case, view), statutory_line(view), done))


def step_shown(s: Session, case: Case, row: StepRow) -> Shown:
    """One step: when it is due, how much of it is done; in front of it whether all can be filed."""
    line, view = _step_line(s, case, row), s.overview(case)
    return Shown(line, _card(s, case, line, verdict(case, view), statutory_line(view)))


def _card(s: Session, case: Case, *lines: Fact) -> Card:
    """The time is that of asking: what stands in another chat is never brought up to date."""
    heading = say(
        "case-heading",
        company=case.company.name,
        year=str(case.season.year),
        licence=licence_of(case),
    )
    told = say("inline-at", at=s.incoming.at)
    # Whoever follows it is looked at there: to a stranger it leads nowhere.
    link = s.house.identity.link(f"c-{case.company.id}")
    return Card((heading, *lines, told), ((LinkTap(say("tap-board-private"), link),),))


def _left(view: Overview) -> Say:
    days = view.days_to_statutory
    if view.is_reported:
        return say("inline-percent", percent=view.percent)
    return say("inline-left" if days >= 0 else "inline-past", days=abs(days))


def _step_line(s: Session, case: Case, row: StepRow) -> Say:
    facts: dict[str, Fact] = {"step": _name(case, row), "done": row.done, "total": row.total}
    if row.state is StepState.DONE:
        return say("inline-step-done", **facts)
    if row.days_left is None:
        return say("inline-step", **facts)
    dated = {**facts, "due": _due(s, row.step, row.days_left), "days": abs(row.days_left)}
    late = row.state is StepState.OVERDUE
    return say("inline-step-overdue" if late else "inline-step-due", **dated)


def _due(s: Session, step: Step, days_left: int) -> Fact:
    """The date that is counted to, and of which clock it is."""
    day = s.today + timedelta(days=days_left)
    return say("due-statutory", day=ShortDay(day)) if day == step.statutory else short_due(step)


def _name(case: Case, row: StepRow) -> Fact:
    """As the licence calls it: what a company named itself may say what is nobody else's business."""
    mine = row.step.milestone
    pack = next((each for each in case.pack.milestones if each.key == mine.key), None)
    if pack is None:
        return say("inline-own-step")
    if pack.number is None:
        return pack.title
    return say("step-name", number=pack.number, title=pack.title)

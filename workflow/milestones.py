"""The steps of one season: those of its profile, with the company's own and its own titles."""

from collections.abc import Mapping
from dataclasses import replace

from workflow.basis import Basis, Standing
from workflow.due_rules import OnDay
from workflow.ids import MilestoneKey
from workflow.model import AddedStep, Season
from workflow.pack import Milestone, Pack
from workflow.text import Text


def milestones_of(season: Season, pack: Pack) -> Mapping[MilestoneKey, Milestone]:
    """All of them by key, in the profile's order, dropped ones too, the company's own last."""
    packed = (pack.milestone(key) for key in pack.profile(season.profile).milestones)
    own = (_own(added) for added in season.tailoring.added_steps)
    return {each.key: _titled(each, season) for each in (*packed, *own)}


def _titled(milestone: Milestone, season: Season) -> Milestone:
    title = season.tailoring.renamed_steps.get(milestone.key)
    return replace(milestone, title=Text(title, title)) if title else milestone


def _own(added: AddedStep) -> Milestone:
    return Milestone(
        key=added.key,
        number=None,
        title=Text(added.title, added.title),
        basis=Basis(Standing.INTERNAL),
        departments=(),
        internal=OnDay(added.day),
        after_filing=True,
    )

"""What boss, legal representative and managers hear of a matter of the authority's."""

from chat.card import Card
from chat.screens.matters import clipped, kind_name, matter_tap
from chat.screens.progress import heading, name_of
from chat.session import Case
from messages.say import Fact, ShortDay, say
from workflow.authority import may_see_matters, open_matters
from workflow.events import Notice


def matter_told(case: Case, notice: Notice, *, private: bool) -> Card | None:
    """What the authority wants, while it does; where others may read it, not what it said."""
    found = (each for each in open_matters(case.season) if each.step == notice.subject)
    matter = next(found, None)
    if matter is None or not may_see_matters(notice.to, case.company):
        return None
    facts: dict[str, Fact] = {
        "what": kind_name(matter.kind),
        "day": ShortDay(matter.on),
        "due": ShortDay(matter.due) if matter.due else "",
        "dated": int(matter.due is not None),
        "who": name_of(case, matter.by),
    }
    lines: list[Fact] = [heading(case), say("notice-authority", **facts)]
    if private:
        lines.append(say("matter-said", said=clipped(matter.said)))
    return Card(tuple(lines), ((matter_tap(case, matter),),))

"""试算: whether a count changed so much that a prudent company explains it."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import heading
from chat.session import Case
from messages.say import Fact, Percent, say
from workflow.counting import Trial


def trial_card(case: Case, trial: Trial) -> Card:
    """Both counts, the change, what follows; and that no rule says so."""
    facts: dict[str, Fact] = {
        "before": trial.before,
        "now": trial.now,
        "percent": Percent(abs(trial.percent)),
        "falls": int(trial.now < trial.before),
    }
    here = (case.company.id, case.season.id)
    lines: list[Fact] = [heading(case), say("trial-counts", **facts)]
    if trial.reaches:
        lines += [say("trial-reaches"), say("trial-falls" if facts["falls"] else "trial-rises")]
    else:
        lines.append(say("trial-below", low=trial.low, high=trial.high))
    lines.append(say("trial-basis"))
    upload = Tap(say("tap-count-upload"), ref(Verb.UPLOAD, *here, 0))
    return Card(tuple(lines), ((upload, Tap(say("tap-trial"), ref(Verb.TRIAL, *here))),))

"""What the law says, in a few lines from the packs, and on what that stands."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.session import Session
from messages.say import Say, say
from workflow.basis import Basis
from workflow.questions import Question


def question_card(s: Session, question: Question) -> Card:
    """The question as it was understood, its answer, and its basis."""
    lines = (say("question-title", title=question.title), question.answer, _basis(question.basis))
    if s.current() is None:
        return Card(lines)
    on = Tap(say(f"offer-{question.leads_to}"), ref(Verb.PLAIN, question.leads_to))
    return Card(lines, ((on,),))


def _basis(basis: Basis) -> Say:
    standing = say(f"standing-{basis.standing}")
    if basis.source is None:
        return say("question-basis", standing=standing)
    return say("question-basis-source", standing=standing, source=basis.source)

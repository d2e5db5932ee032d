"""Coming in by an invitation: the link is opened, a name is given, and one sees what is one's own."""

from datetime import timedelta

from chat.card import Card, Replies, Toasted
from chat.note import Joining
from chat.screens.menu import keys_card
from chat.screens.progress import status_card
from chat.screens.tasks import todo_card
from chat.screens.team import joining_card, standing_of
from chat.session import Session
from messages.say import Fact, say
from workflow.errors import ReasonNeeded, TooLong, WorkflowError
from workflow.inviting import digest_of, invitation_of, join
from workflow.model import Company, Lifecycle
from workflow.permissions import member
from workflow.team import Member, Role
from workflow.team_errors import NoSuchInvitation, TooManyTries

GUESSES = 5
"""Links that lead nowhere before somebody has to wait."""
WAIT = timedelta(hours=1)
ANY_NAME = "?"
"""Before somebody has said theirs."""


def opened_link(s: Session, secret: str) -> Replies:
    """/start with an invitation: who invites one to what, and the question for a name.

    A member keeps the name they have: they are in at once.
    """
    if s.is_guessing(GUESSES, WAIT):
        return (Card((say(TooManyTries.sentence),)),)
    try:
        company, digest = _invited(s, secret)
        join(company, digest, ANY_NAME, by=s.doer)  # what would refuse them refuses them now
    except WorkflowError as refused:
        # Kept although it is refused: whoever tries links is slowed down.
        if isinstance(refused, NoSuchInvitation):
            s.count_guess(WAIT)
        return (Card((refused_line(refused),)),)
    s.forget_guesses()
    note = Joining(digest)
    if any(each.person == s.me.person for each in company.members):
        return named(s, note, ANY_NAME)
    s.keep(note)
    return question(s, note)


def refused_line(refused: WorkflowError) -> Fact:
    """What is the matter with the link, and what to do."""
    return say(refused.sentence, **refused.facts)


def _invited(s: Session, secret: str) -> tuple[Company, str]:
    digest = digest_of(secret)
    company = s.work.invited_to(digest)
    if company is None:
        raise NoSuchInvitation
    found = s.work.company(company)
    if found.lifecycle is not Lifecycle.ACTIVE:
        raise NoSuchInvitation
    return found, digest


def question(s: Session, note: Joining, lead: Fact | None = None) -> Replies:
    """The question that waits: how one wants to be called."""
    company = s.work.invited_to(note.digest)
    if company is None:
        raise NoSuchInvitation
    found = s.work.company(company)
    card = joining_card(s, found, invitation_of(found, note.digest, now=s.incoming.at))
    return (card if lead is None else Card((card.lines[0], lead), card.rows),)


def join_as_me(s: Session) -> Replies:
    """By the name the messenger knows."""
    note = s.note
    if not isinstance(note, Joining):
        return (Toasted(say("toast-old-button")),)
    return named(s, note, s.me.name)


def named(s: Session, note: Joining, name: str) -> Replies:
    """The name came: come in, and see what waits."""
    company = s.work.invited_to(note.digest)
    if company is None:
        raise NoSuchInvitation
    s.keep(None)
    try:
        outcome = join(s.work.company(company), note.digest, name, by=s.doer)
    except (ReasonNeeded, TooLong):
        raise  # another name will do: the question stands
    except WorkflowError as refused:  # no name will: the link is no good any more
        return (Card((refused_line(refused),)),)
    s.save(outcome)
    s.look_at(company, _newest(outcome.company))
    me = member(s.me.person, outcome.company)
    standing = standing_of(me.roles, me.departments)
    lead = say("said-joined", company=outcome.company.name, standing=standing)
    return (keys_card(), *_first_sight(s, me, lead))


def _newest(company: Company) -> str:
    active = [each.id for each in company.seasons if each.lifecycle is Lifecycle.ACTIVE]
    return active[-1] if active else ""


def _first_sight(s: Session, me: Member, lead: Fact) -> Replies:
    """Those who do see what is theirs; those who look see how far it is."""
    case = s.current()
    if case is None:
        return (Card((lead, say("joined-nothing-yet"))),)
    if Role.CONTRIBUTOR in me.roles:
        return (todo_card(s, 0, lead),)
    return (status_card(s, case, lead),)

"""What is said: replies in the reader's language, refusals as sentences."""

from collections.abc import Sequence

from chat.card import (
    Card,
    Elsewhere,
    GoOut,
    Handout,
    KeepGoing,
    Papered,
    Pictured,
    Replies,
    Toasted,
    render,
)
from chat.errands import Errand, TakeAway, TryOut
from chat.screens.companies import damaged_card
from chat.session import Session
from chat.talk import (
    Edit,
    GoOn,
    Leave,
    Outgoing,
    Pressed,
    Send,
    SendDocument,
    SendPaper,
    SendPicture,
    Toast,
)
from chat.talks import general
from messages.say import Say, say
from workflow.errors import CompanyDamaged, NoSuchCompany, NoSuchItem, NoSuchSeason, WorkflowError
from workflow.ids import CompanyId


def refusal(s: Session, refused: WorkflowError) -> Replies:
    """What was refused and what to do next, with the card of what is being asked."""
    if s.incoming.room is not None:
        return _in_group(s, refused)
    if isinstance(refused, CompanyDamaged):
        company = CompanyId(str(refused.facts["company"]))
        if all(card.id != company for card in s.companies()):  # an invited guest sees no damage
            return (Card((Say(NoSuchCompany.sentence),)),)
        return (damaged_card(s, company, str(refused.facts["name"])),)
    text = Say(refused.sentence, refused.facts)
    if isinstance(s.incoming.what, Pressed):
        return (Toasted(text), *_where_it_stands(s, None))
    return _where_it_stands(s, say("not-kept", why=text))


def _in_group(s: Session, refused: WorkflowError) -> Replies:
    """In a group only the presser hears of it, and nothing private is shown."""
    if not isinstance(s.incoming.what, Pressed):
        return ()
    name = "toast-old-button" if isinstance(refused, CompanyDamaged) else refused.sentence
    return (Toasted(Say(name, refused.facts)),)


def _where_it_stands(s: Session, lead: Say | None) -> Replies:
    """What is being asked, with the refusal on top; only the refusal if that fails as well."""
    try:
        return general.resume(s, lead)
    except (NoSuchCompany, NoSuchSeason, NoSuchItem):  # what was asked is none of theirs any more
        s.keep(None)
        return _afresh(s, lead)
    except WorkflowError:
        return () if lead is None else (Card((lead,)),)


def _afresh(s: Session, lead: Say | None) -> Replies:
    try:
        return general.status(s, lead)
    except WorkflowError:
        return () if lead is None else (Card((lead,)),)


def outgoing(s: Session, replies: Replies) -> Sequence[Outgoing]:
    """Finished messages in the reader's language; a press gets its answer first and its message edited."""
    what = s.incoming.what
    editing = what.message if isinstance(what, Pressed) else None
    out: list[Outgoing] = []
    toasted = False
    for reply in replies:
        match reply:
            case Toasted(text):
                if isinstance(what, Pressed):
                    out.insert(0, Toast(what.press, s.wording.plain(text)))
                    toasted = True
            case Card():
                message = render(reply, s.wording)
                if editing is None or reply.fresh or reply.keys:
                    out.append(Send(s.incoming.chat, message, reply.slot, s.topic))
                else:
                    out.append(Edit(s.incoming.chat, editing, message))
                    editing = None
            case _:
                out.append(_beside(s, reply))
    if isinstance(what, Pressed) and not toasted:
        out.insert(0, Toast(what.press))
    return out


def _beside(
    s: Session, reply: Handout | Pictured | Papered | Elsewhere | GoOut | KeepGoing | Errand
) -> Outgoing:
    """What is no text in this chat."""
    chat = s.incoming.chat
    match reply:
        case Handout(document, caption):
            return SendDocument(chat, document, s.wording.html(caption))
        case Pictured():
            return _pictured(s, reply)
        case Papered(paper, caption, otherwise):
            words = render(otherwise, s.wording)
            return SendPaper(chat, paper, s.wording.html(caption), words)
        case Elsewhere(group, card, topic):
            return Send(group, render(card, s.wording), topic=topic)
        case GoOut():
            return Leave(chat)
        case KeepGoing():
            return GoOn(chat, s.me.person)
        case TakeAway() | TryOut():
            return reply


def _pictured(s: Session, reply: Pictured) -> SendPicture:
    what = s.incoming.what
    return SendPicture(
        s.incoming.chat,
        reply.picture,
        render(reply.card, s.wording),
        render(reply.otherwise, s.wording),
        replaces=what.message if reply.in_place and isinstance(what, Pressed) else 0,
    )

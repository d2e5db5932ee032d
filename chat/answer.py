"""What is said: replies in the reader's language, refusals as sentences."""

from collections.abc import Sequence

from chat.card import Card, Handout, Replies, Toasted, render
from chat.screens.companies import damaged_card
from chat.session import Session
from chat.talk import Edit, Outgoing, Pressed, Send, SendDocument, Toast
from chat.talks import general
from messages.say import Say, say
from workflow.errors import CompanyDamaged, WorkflowError
from workflow.ids import CompanyId


def refusal(s: Session, refused: WorkflowError) -> Replies:
    """What was refused and what to do next, with the card of what is being asked."""
    if isinstance(refused, CompanyDamaged):
        company = CompanyId(str(refused.facts["company"]))
        return (damaged_card(s, company, str(refused.facts["name"])),)
    text = Say(refused.sentence, refused.facts)
    if isinstance(s.incoming.what, Pressed):
        return (Toasted(text), *_where_it_stands(s, None))
    return _where_it_stands(s, say("not-kept", why=text))


def _where_it_stands(s: Session, lead: Say | None) -> Replies:
    """What is being asked, with the refusal on top; only the refusal if that fails as well."""
    try:
        return general.resume(s, lead)
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
            case Handout(document, caption):
                out.append(SendDocument(s.incoming.chat, document, s.wording.html(caption)))
            case Card():
                message = render(reply, s.wording)
                if editing is None or reply.fresh or reply.keys:
                    out.append(Send(s.incoming.chat, message, reply.slot))
                else:
                    out.append(Edit(s.incoming.chat, editing, message))
                    editing = None
    if isinstance(what, Pressed) and not toasted:
        out.insert(0, Toast(what.press))
    return out

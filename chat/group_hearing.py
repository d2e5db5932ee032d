"""What is heard in a group: a few commands, two buttons, what happens to the group. Else silence."""

from dataclasses import replace

from chat.buttons import decode
from chat.card import Card, Replies, Toasted
from chat.group_routes import COMMANDS_IN_GROUPS, GROUP_PRESSES, HEARD_IN_GROUPS
from chat.route import Args
from chat.session import Session
from chat.talk import BroughtIn, FileInGroup, GroupMoved, Pressed, PutOut, Typed, Unnamed
from chat.talks import groups
from messages.say import say


def heard_in_group(s: Session) -> Replies:
    """Do what the group's update asks; most of what a group says is not for us."""
    match s.incoming.what:
        case Typed(text, edited=False, to_us=to_us):
            return _typed(s, text, to_us=to_us)
        case Pressed(data):
            return _pressed(s, data)
        case FileInGroup(album=album):
            return tuple(_once(each, album) for each in groups.file_seen(s))
        case BroughtIn() as brought:
            return groups.brought_in(s, brought)
        case PutOut():
            return groups.put_out(s)
        case GroupMoved(to):
            return groups.moved(s, to)
        case Unnamed(kind):
            return groups.unnamed(s, kind)
        case _:
            return ()


def _typed(s: Session, text: str, *, to_us: bool) -> Replies:
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if not first.startswith("/"):
        return groups.spoken_to(s, text) if to_us else ()
    handler = COMMANDS_IN_GROUPS.get(first[1:].partition("@")[0].lower())
    return () if handler is None else handler(s)


def _pressed(s: Session, data: str) -> Replies:
    to = decode(data)
    if to is None or to.verb not in HEARD_IN_GROUPS:
        return (Toasted(say("toast-old-button")),)
    route = GROUP_PRESSES[to.verb]
    if len(to.args) != route.arguments:
        return (Toasted(say("toast-old-button")),)
    return route.handler(s, Args(to.args))


def _once(reply: object, album: str) -> Card:
    """The parts of an album get one answer."""
    assert isinstance(reply, Card)  # noqa: S101 - all that file_seen says
    return replace(reply, slot=album)

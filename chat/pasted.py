"""A robot's key that somebody sent us stands in the chat for all who read there: it is taken away."""

from chat.errands import TakeAway
from chat.session import Session
from chat.setting_notes import Setting, Typing
from chat.talk import Typed
from messages.say import say
from workflow.channels import holds_key, may_be_secret


def key_pasted(s: Session) -> tuple[TakeAway, ...]:
    """Take the message away, if a key stands in it; asked before the question is forgotten.

    In a group that is none of ours nothing is done.
    """
    what, number = s.incoming.what, s.incoming.message
    if not isinstance(what, Typed) or not number or not _is_key(s, what.text):
        return ()
    if s.incoming.room is not None and s.work.company_of_group(s.incoming.chat) is None:
        return ()
    gone, stays = s.wording.html(say("key-gone")), s.wording.html(say("key-stays"))
    return (TakeAway(s.incoming.chat, number, gone, stays, s.topic),)


def _is_key(s: Session, text: str) -> bool:
    if holds_key(text):
        return True
    note = None if s.incoming.room is not None else s.note
    is_asked = isinstance(note, Typing) and note.setting is Setting.SIGNATURE
    return is_asked and may_be_secret(text)

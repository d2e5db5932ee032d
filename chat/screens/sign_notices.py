"""What signers and those who run the work hear about signatures without having asked."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import heading, name_of
from chat.screens.signing import question_line, signing_card
from chat.session import Case, Session
from messages.say import Fact, say
from workflow.checklist import find_task
from workflow.errors import NoSuchItem
from workflow.events import Notice, NoticeKind
from workflow.handling import is_sensitive
from workflow.ids import ItemKey
from workflow.pack import Item
from workflow.sign_errors import NoSuchQuestion
from workflow.signatures import Question
from workflow.signer_questions import question_of
from workflow.signing import waiting_for

OF_SIGNING = frozenset({
    NoticeKind.SIGN_ASKED, NoticeKind.SIGN_AGAIN, NoticeKind.SIGN_DONE,
    NoticeKind.SIGN_GIVEN_BACK, NoticeKind.SIGN_ON_PAPER,
    NoticeKind.SIGN_QUESTION, NoticeKind.SIGN_ANSWER,
})  # fmt: skip


def signing_told(s: Session, case: Case, notice: Notice, *, private: bool) -> Card | None:
    """The card; None when nothing is to be said any more. Where it is not `private`, no figures."""
    match notice.kind:
        case NoticeKind.SIGN_ASKED | NoticeKind.SIGN_AGAIN:
            return _asked(s, case, notice, private=private)
        case NoticeKind.SIGN_QUESTION | NoticeKind.SIGN_ANSWER:
            return _questioned(s, case, notice, private=private)
        case _:
            return _to_keepers(case, notice, private=private)


def _here(case: Case) -> Tap:
    return Tap(say("tap-signing-look"), ref(Verb.SIGN_CARD, case.company.id, case.season.id))


def _asked(s: Session, case: Case, notice: Notice, *, private: bool) -> Card | None:
    """The very card that is signed, while there is something to sign; of a paper, who brings it."""
    waits = waiting_for(case.company, case.season, case.pack, notice.to)
    again = notice.kind is NoticeKind.SIGN_AGAIN
    if not waits:
        asks = again and not _all_stand(case)
        return Card((heading(case), say("notice-sign-aside")), ((_here(case),),)) if asks else None
    who = name_of(case, notice.by)
    lead = say("notice-sign-again" if again else "notice-sign-asked", who=who)
    return (
        signing_card(s, case, lead) if private else Card((heading(case), lead), ((_here(case),),))
    )


def _all_stand(case: Case) -> bool:
    content = case.season.signing.content
    seals = (seal for each in case.season.signing.seals.values() for seal in each.values())
    return all(seal.digest == content for seal in seals)


def _to_keepers(case: Case, notice: Notice, *, private: bool) -> Card | None:
    who = name_of(case, notice.by)
    ask = case.season.signing.asked.get(ItemKey(notice.subject))
    if notice.kind is NoticeKind.SIGN_GIVEN_BACK:
        if ask is None or ask.given_back is None:
            return None
        why: Fact = notice.why if private else say("notice-why-inside")
        line = say("notice-sign-given-back", who=who, why=why)
    elif notice.kind is NoticeKind.SIGN_ON_PAPER:
        if ask is None or not ask.on_paper:
            return None
        line = say("notice-sign-on-paper", who=who)
    else:
        line = say("notice-sign-done", who=who, count=notice.count)
    return Card((heading(case), line), ((_here(case),),))


# --- questions --------------------------------------------------------------------------


def _questioned(s: Session, case: Case, notice: Notice, *, private: bool) -> Card | None:
    try:
        number = int(notice.subject)
        asked = question_of(case.company, case.season, number, notice.to)
        item = find_task(case.company, case.season, case.pack, asked.item).item
    except (NoSuchItem, NoSuchQuestion):
        return None
    is_open = private and s.sees(case, item)
    if not is_open and is_sensitive(case.season, item):
        return Card((heading(case), say("notice-sign-question-inside")), ((_here(case),),))
    if notice.kind is NoticeKind.SIGN_QUESTION:
        return None if asked.reply else _question(case, asked, item)
    return _answer(case, asked)


def _question(case: Case, asked: Question, item: Item) -> Card:
    here = (case.company.id, case.season.id)
    answer = Tap(say("tap-signing-answer"), ref(Verb.SIGN_ANSWER, *here, asked.number))
    look = Tap(say("tap-open-item"), ref(Verb.ITEM, *here, item.key))
    return Card((heading(case), question_line(case, asked)), ((answer,), (look,)))


def _answer(case: Case, asked: Question) -> Card | None:
    if asked.reply is None:
        return None
    who = name_of(case, asked.reply.by)
    line = say("notice-sign-answer", who=who, text=asked.reply.text)
    sign = Tap(say("tap-signing-sign"), ref(Verb.SIGN_CARD, case.company.id, case.season.id))
    return Card((heading(case), question_line(case, asked), line), ((sign,),))

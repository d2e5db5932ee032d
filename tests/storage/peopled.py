"""A company in which one person has left a trace in every place that can hold one."""

import json
from dataclasses import replace

from tests.storage.homes import TinyHome, commit, read
from tests.storage.papered import PAPER, handed_in, put, with_paper
from tests.storage.reminding import REF, owed, sending
from tests.storage.samples import ACME, MANAGER, NOON, ticked
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind, Notice, NoticeKind
from workflow.given import Confirmed, Entry, ItemState, Review
from workflow.ids import ItemKey, PersonId
from workflow.model import Company, Filing, FilingFact, Hold, Outcome
from workflow.ports import Acquaintance, ChatId, RawUpdate
from workflow.reminders import End, Ending, Recipient
from workflow.team import Department, Invitation, Member, Role

WHO = PersonId("90000017")
NAME = "金丝雀李"
SAID = "一句只有金丝雀说过的话"
DOER = Doer(WHO, NOON, NOON.date(), chat=int(WHO))
BOSS = Doer(MANAGER, NOON, NOON.date())


def peopled(company: Company) -> Outcome:
    """The person has joined, and has left a trace in every place that can hold one."""
    season = company.seasons[0]
    signed = Entry(1, WHO, NOON, Confirmed(NAME), behalf=NAME, reason=SAID)
    reviewed = Entry(
        1,
        MANAGER,
        NOON,
        Confirmed("王"),
        reason=f"{NAME} 说的",
        review=Review(WHO, NOON, accepted=True, reason=SAID),
    )
    items = {
        **season.items,
        ItemKey("signed"): ItemState((signed,)),
        ItemKey("reviewed"): ItemState((reviewed,)),
    }
    filing = Filing(FilingFact.SAVED, NOON.date(), WHO, NOON, SAID)
    season = replace(season, items=items, filings=(filing,), assigned={PAPER: WHO})
    invitation = Invitation(1, "d" * 64, Role.VIEWER, (), WHO, NOON, NOON, used_by=WHO)
    member = Member(WHO, NAME, (Role.CONTRIBUTOR,), (Department.FIN,))
    joined = replace(
        company,
        members=(*company.members, member),
        seasons=(season,),
        invitations=(invitation,),
        hold=Hold(SAID, WHO, NOON),
    )
    return outcome(
        joined,
        DOER,
        Done(EventKind.MEMBER_JOINED, subject=WHO, new="contributor FIN"),
        Done(EventKind.FILING_RECORDED, season, "saved", new=SAID, why=SAID, behalf=NAME),
    )


def talked_about(company: Company) -> Outcome:
    done = Done(EventKind.GIVEN_BACK, company.seasons[0], PAPER, why=f"{NAME} 的表不对", new=WHO)
    notices = (
        Notice("acme:8:90000017", WHO, NoticeKind.GIVEN_BACK, ACME, MANAGER, why=SAID),
        Notice("acme:8:tg-1", MANAGER, NoticeKind.JOINED, ACME, WHO, why=SAID),
    )
    return replace(outcome(company, BOSS, done), notices=notices)


def written(home: TinyHome) -> None:
    """Updates by and about them, done with, and one of theirs that nobody has worked on."""
    bodies = [
        (ChatId(int(WHO)), {"message": {"from": {"id": int(WHO)}, "text": SAID}}),
        (ChatId(-5), {"message": {"from": {"id": int(WHO)}, "text": "在群里"}}),
        (ChatId(1), {"message": {"from": {"id": 1}, "text": f"请催 {NAME}"}}),
        (ChatId(int(WHO)), {"message": {"text": SAID}}),
        (ChatId(1), {"message": {"text": "别的事"}}),
    ]
    updates = [RawUpdate(n, chat, json.dumps(body)) for n, (chat, body) in enumerate(bodies)]
    for row in home.inbox.take_in(updates, NOON)[:3]:
        home.inbox.finish(row.id)
    with home.store.begin(None) as work:
        work.remember(Acquaintance(WHO, NAME, "zh-CN"))
        work.keep_note(ChatId(int(WHO)), json.dumps({"typed": SAID}))
        work.keep_note(ChatId(1), json.dumps({"to": NAME}))
        work.keep_note(ChatId(2), json.dumps({"kept": True}))
        work.commit()


def reminded(home: TinyHome) -> None:
    """They were told something, are to be told more, and another hears in their place."""
    theirs, waits = owed(Recipient(WHO)), owed(Recipient(WHO), -3)
    instead = replace(owed(Recipient(MANAGER)), instead_of=WHO)
    ended = owed(Recipient(MANAGER), -3)
    home.watches.owe([theirs, waits, instead, ended])
    home.ledger.claim(sending(theirs), NOON)
    home.ledger.sent(REF, 7, NOON)
    home.ledger.end({ended.key: End(Ending.DONE, f"{NAME} 交了")}, NOON)


def peopled_home(home: TinyHome) -> TinyHome:
    """Everything of theirs lies everywhere: in both generations, and in a damaged copy."""
    with_paper(home)
    commit(home, peopled(read(home, ACME)))
    commit(home, talked_about(read(home, ACME)))
    file = put(home, b"their identity card", "card.pdf")
    company = commit(home, handed_in(read(home, ACME), file, WHO, SAID))
    (home.folder / "quarantine" / "acme.aside.json").write_bytes(SAID.encode())
    written(home)
    reminded(home)
    commit(home, ticked(company, 282))
    return home

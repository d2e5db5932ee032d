"""A company in which one person has left a trace in every place that can hold one."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from tests.storage.homes import TinyHome, commit, read
from tests.storage.papered import PAPER, handed_in, put, with_paper
from tests.storage.reminding import REF, SECOND, owed, sending
from tests.storage.samples import ACME, MANAGER, NOON, ticked
from workflow.change import Doer, Done, outcome
from workflow.channels import Address, ChannelKind
from workflow.events import EventKind, Notice, NoticeKind
from workflow.given import AnswerGiven, Confirmed, Entry, ItemState, Number, Origin, Review
from workflow.ids import ItemKey, MilestoneKey, PersonId
from workflow.model import (
    AddedItem,
    AddedStep,
    Company,
    Filing,
    FilingFact,
    Hold,
    MovedDue,
    Outcome,
    Season,
    Tailoring,
    Word,
)
from workflow.ports import Acquaintance, ChatId, RawUpdate
from workflow.reminders import End, Ending, Recipient
from workflow.signatures import Question, Reply, SignAsk, Signing
from workflow.team import Colleague, Department, Group, Invitation, Member, Robot, Role

WHO = PersonId("90000017")
NAME = "金丝雀李"
SAID = "一句只有金丝雀说过的话"
MAIL = "canary.li@example.com"
HOOK = "canary-robot-key-0123456789"
SIGNS = "canarysecret0123456789"
FEED = "canaryfeed" * 6
M1, M2 = MilestoneKey("M1"), MilestoneKey("M2")
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
    signs = {ItemKey("signed"): ItemState((signed,)), ItemKey("reviewed"): ItemState((reviewed,))}
    filing = Filing(FilingFact.SAVED, NOON.date(), WHO, NOON, SAID)
    items = {**season.items, **signs}
    season = replace(season, items=items, filings=(filing,), assigned={PAPER: WHO})
    season = replace(season, earlier=earlier_figures())
    season = tailored(season)
    back = SignAsk(WHO, NOON, Review(WHO, NOON, accepted=False, reason=SAID))
    asked = Question(1, PAPER, WHO, MANAGER, NOON, SAID, Reply(MANAGER, NOON, f"{NAME} 说的"))
    told = Question(2, PAPER, MANAGER, WHO, NOON, f"问 {NAME}", Reply(WHO, NOON, SAID))
    signing = Signing(asked={ItemKey("signed"): back}, questions=(asked, told))
    season = replace(season, signing=signing)
    invitation = Invitation(1, "d" * 64, Role.VIEWER, (), WHO, NOON, NOON, used_by=WHO)
    member = Member(WHO, NAME, (Role.CONTRIBUTOR,), (Department.FIN,))
    joined = replace(
        company,
        members=(*company.members, member),
        seasons=(season,),
        invitations=(invitation,),
        hold=Hold(SAID, WHO, NOON),
        colleagues=(Colleague(3, NAME, (Department.FIN,)),),
        groups=(Group(-7, f"{NAME} 的群", has_outsiders=False),),
        robots=(
            Robot(1, f"{NAME} 的邮箱", Address(ChannelKind.MAIL, MAIL.upper())),
            Robot(2, f"{NAME} 建的群", Address(ChannelKind.WECOM, "a-key-of-the-team-0123456789")),
        ),
    )
    return done_by_them(joined, season)


def earlier_figures() -> Mapping[int, Mapping[ItemKey, ItemState]]:
    """Of the years before: one they took over, one that somebody else has from them."""
    told = AnswerGiven(Number(Decimal(400)), origin=Origin(f"{NAME} 的台账", f"照 {NAME} 的口径"))
    entries = (
        Entry(1, WHO, NOON, told, behalf=NAME, reason=SAID),
        Entry(2, MANAGER, NOON, told, behalf=NAME, reason=f"{NAME} 说的"),
    )
    return {2025: {ItemKey("seats"): ItemState(entries)}}


def done_by_them(company: Company, season: Season) -> Outcome:
    """What the trail says they did."""
    return outcome(
        company,
        DOER,
        Done(EventKind.MEMBER_JOINED, subject=WHO, new="contributor FIN"),
        Done(EventKind.FILING_RECORDED, season, "saved", new=SAID, why=SAID, behalf=NAME),
        Done(EventKind.ITEM_DROPPED, season, "idle", why=SAID),
        Done(EventKind.STEP_DROPPED, season, "M5", why=SAID),
        Done(EventKind.DUE_MOVED, season, "M1", new="2027-02-01", why=SAID),
        Done(EventKind.WORD_SAID, season, "M1", new="1", why=SAID),
        Done(EventKind.ROBOT_ADDED, subject="#1", new=f"mail {NAME} 的邮箱"),
    )


def tailored(season: Season) -> Season:
    """What they changed of the season and why, and what others typed of them when they did."""
    day = NOON.date()
    return replace(
        season,
        tailoring=Tailoring(
            added=(AddedItem(ItemKey("own"), M1, f"{NAME} 的社保", "material"),),
            renamed={ItemKey("seats"): f"{NAME} 的坐席"},
            dropped_items={ItemKey("idle"): SAID, ItemKey("other"): f"{NAME} 说不用"},
            added_steps=(AddedStep(MilestoneKey("X1"), f"等 {NAME}", day),),
            renamed_steps={M1: f"{NAME} 的一步"},
            dropped_steps={MilestoneKey("M5"): SAID, MilestoneKey("M6"): f"{NAME} 说不用"},
        ),
        moved={M1: MovedDue(day, WHO, SAID), M2: MovedDue(day, MANAGER, f"等 {NAME}")},
        words={
            M1: Word(day, WHO, handles=True, note=SAID),
            M2: Word(day, MANAGER, handles=False, note=f"{NAME} 病了"),
        },
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
        (ChatId(1), {"message": {"text": f"发到 {MAIL}"}}),
    ]
    updates = [RawUpdate(n, chat, json.dumps(body)) for n, (chat, body) in enumerate(bodies)]
    rows = home.inbox.take_in(updates, NOON)
    for row in (*rows[:3], rows[5]):
        home.inbox.finish(row.id)
    mail, robot = Address(ChannelKind.MAIL, MAIL), Address(ChannelKind.DINGTALK, HOOK, SIGNS)
    who = Acquaintance(WHO, NAME, "zh-CN", addresses=(mail, robot), feed=FEED)
    with home.store.begin(None) as work:
        work.remember(who)
        work.keep_note(ChatId(int(WHO)), json.dumps({"typed": SAID}))
        work.keep_note(ChatId(1), json.dumps({"to": NAME}))
        work.keep_note(ChatId(2), json.dumps({"kept": True}))
        work.keep_note(ChatId(3), json.dumps({"address": MAIL}))
        work.commit()


def reminded(home: TinyHome) -> None:
    """They were told something, are to be told more, and another hears in their place."""
    theirs, waits = owed(Recipient(WHO)), owed(Recipient(WHO), -3)
    instead = replace(owed(Recipient(MANAGER)), instead_of=WHO)
    ended = owed(Recipient(MANAGER), -3)
    mailbox = owed(Recipient("acme#1"))
    home.watches.owe([theirs, waits, instead, ended, mailbox])
    home.ledger.claim(sending(theirs), NOON)
    home.ledger.sent(REF, 7, NOON)
    home.ledger.end({ended.key: End(Ending.DONE, f"{NAME} 交了")}, NOON)
    home.ledger.claim(sending(mailbox, ref=SECOND), NOON)
    home.ledger.refused(SECOND, End(Ending.UNREACHABLE, f"550 <{MAIL}>: no such mailbox"), NOON)


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

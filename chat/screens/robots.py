"""Where reminders go beside Telegram: a company's robots and mailboxes, and a person's own addresses."""

from collections.abc import Iterable
from hashlib import sha256

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.settings import headed, hour_lines, hour_tap, settings_tap
from chat.session import Session
from messages.say import Fact, Say, say
from workflow.channels import SIGNING, Address, ChannelKind
from workflow.model import Company
from workflow.team import Robot

MARK = 8
"""Signs by which a button knows an address without naming it."""


def channel_name(kind: ChannelKind) -> Say:
    """What people call the channel."""
    return say(f"channel-{kind}")


def mark_of(address: Address) -> str:
    """By what a button knows it; nobody finds the address again from it."""
    return sha256(f"{address.kind}:{address.target}".encode()).hexdigest()[:MARK]


def place_of(address: Address) -> Fact:
    """The channel; of a mailbox enough to know which, of a robot's key nothing."""
    if address.kind is not ChannelKind.MAIL:
        return channel_name(address.kind)
    name, _, host = address.target.rpartition("@")
    return say("mailbox", first=name[:1], host=host)


# --- of a company -------------------------------------------------------------------------


def robots_card(company: Company, lead: Fact | None = None) -> Card:
    """Its robots and mailboxes, and how to add one."""
    lines = [*headed(company, lead), say("robots-count", count=len(company.robots))]
    lines.append(say("robots-what"))
    taps = tuple(
        (Tap(each.name, ref(Verb.ROBOT, company.id, each.number)),) for each in company.robots
    )
    add = Tap(say("tap-add-robot"), ref(Verb.ADD_ROBOT, company.id))
    return Card(tuple(lines), (*taps, (add, settings_tap(company))))


def robot_card(s: Session, company: Company, robot: Robot, lead: Fact | None = None) -> Card:
    """One of them; its key is shown to nobody."""
    here = (company.id, robot.number)
    lines = headed(company, lead)
    lines.append(say("robot-line", name=robot.name, channel=place_of(robot.address)))
    lines += [*no_mail_lines(s, [robot.address.kind]), *hour_lines(s, robot.habit)]
    first = [Tap(say("tap-rename"), ref(Verb.RENAME_ROBOT, *here)), hour_tap(company, robot)]
    if robot.address.kind in SIGNING:
        lines.append(say("robot-signed" if robot.address.secret else "robot-unsigned"))
        first.append(Tap(say("tap-robot-secret"), ref(Verb.SIGN_ROBOT, *here)))
    remove = Tap(say("tap-remove-robot"), ref(Verb.REMOVE_ROBOT, *here))
    back = Tap(say("tap-robots", count=len(company.robots)), ref(Verb.ROBOTS, company.id))
    attempt = Tap(say("tap-try"), ref(Verb.TRY_ROBOT, *here))
    return Card(tuple(lines), (tuple(first), (attempt, remove), (back,)))


def remove_robot_card(company: Company, robot: Robot) -> Card:
    """Ask whether they are sure: the address would have to be pasted again."""
    here = (company.id, robot.number)
    sure = Tap(say("tap-remove-robot-sure"), ref(Verb.REMOVE_ROBOT_SURE, *here))
    back = Tap(say("tap-cancel"), ref(Verb.ROBOT, *here))
    return Card((*headed(company, None), say("robot-remove-ask", name=robot.name)), ((sure, back),))


def ask_address_card(s: Session, company: Company, lead: Fact | None = None) -> Card:
    """Ask for the address of a robot or a mailbox."""
    back = Tap(say("tap-robots", count=len(company.robots)), ref(Verb.ROBOTS, company.id))
    lines = (*headed(company, lead), say("ask-robot-address"), say("key-warning"))
    return Card((*lines, *no_mail_lines(s, ChannelKind)), ((back,),))


def ask_of_robot_card(
    company: Company, robot: Robot, question: Say, lead: Fact | None = None
) -> Card:
    """Ask for another name, or for the secret of its signatures."""
    back = Tap(robot.name, ref(Verb.ROBOT, company.id, robot.number))
    return Card((*headed(company, lead), question), ((back,),))


def no_mail_lines(s: Session, kinds: Iterable[ChannelKind]) -> list[Fact]:
    """That no letters go out here, where one of these is a mailbox."""
    return [] if s.house.has_mail or ChannelKind.MAIL not in kinds else [say("no-mail-here")]


# --- one's own ----------------------------------------------------------------------------


def addresses_card(s: Session, lead: Fact | None = None) -> Card:
    """Where one is reached when Telegram does not, in the order that is tried."""
    mine = s.me.addresses
    lines: list[Fact] = [say("addresses-heading"), *([] if lead is None else [lead])]
    lines.append(say("addresses-none") if not mine else say("addresses-order"))
    lines += [say("addresses-line", place=n, what=place_of(each)) for n, each in enumerate(mine, 1)]
    lines += no_mail_lines(s, [each.kind for each in mine] or ChannelKind)
    rows = [_address_taps(place, each) for place, each in enumerate(mine)]
    add = Tap(say("tap-add-address"), ref(Verb.ADD_ADDRESS))
    return Card(tuple(lines), (*rows, (add, Tap(say("tap-habits"), ref(Verb.HABIT)))))


def _address_taps(place: int, address: Address) -> tuple[Tap, ...]:
    mark = mark_of(address)
    attempt = Tap(say("tap-try-address", place=place + 1), ref(Verb.TRY_ADDRESS, mark))
    drop = Tap(say("tap-drop-address", place=place + 1), ref(Verb.DROP_ADDRESS, mark))
    if place == 0:
        return (attempt, drop)
    first = Tap(say("tap-first-address", place=place + 1), ref(Verb.FIRST_ADDRESS, mark))
    return (attempt, first, drop)


def ask_own_address_card(s: Session, lead: Fact | None = None) -> Card:
    """Ask for one's own address."""
    lines: list[Fact] = [say("addresses-heading"), *([] if lead is None else [lead])]
    back = Tap(say("tap-addresses"), ref(Verb.ADDRESSES))
    lines += [say("ask-own-address"), say("key-warning"), *no_mail_lines(s, ChannelKind)]
    return Card(tuple(lines), ((back,),))

"""What people do with groups: make them, let users in and out, give rights, move on, pin."""

from collections.abc import Sequence
from dataclasses import replace

from localchat import acts
from localchat.chats import PLAIN, ChatKind, Group, Membership, Status
from localchat.exchange import Exchange
from localchat.occurrences import announce, announce_topic, change_member, depart, pin
from localchat.people import ANONYMOUS_ADMIN
from localchat.places import ActRefused, Hindrance, Place, group_of, managed_group
from localchat.wire import Wire

TOPIC_COLOUR = 0x6FB9F0


def create(exchange: Exchange, title: str, people: Sequence[int], *, with_bot: bool) -> Group:
    """Make a basic group; the first of the people is its creator, the bot may be in it at once."""
    if not title.strip():
        raise ActRefused(Hindrance.EMPTY)
    creator, *others = people
    sender = exchange.user(creator)
    members = {creator: Membership(Status.CREATOR)} | dict.fromkeys(others, PLAIN)
    with exchange.store.writing():
        group = Group(exchange.groups.new_id(ChatKind.GROUP), ChatKind.GROUP, title, members)
        exchange.groups.keep(group)
        if with_bot:
            group = change_member(exchange, group, exchange.bot.id, PLAIN, sender)
        announce(exchange, group, {"from": sender}, {"group_chat_created": True})
        exchange.tell(group, {"kind": "chats"})
    return group


def create_super(
    exchange: Exchange, title: str, people: Sequence[int], *, is_forum: bool = False
) -> Group:
    """Make a supergroup, without the bot as Telegram does; the first is its creator."""
    if not title.strip():
        raise ActRefused(Hindrance.EMPTY)
    creator, *others = people
    members = {creator: Membership(Status.CREATOR)} | dict.fromkeys(others, PLAIN)
    kind = ChatKind.SUPERGROUP
    with exchange.store.writing():
        number = exchange.groups.new_id(kind)
        group = Group(number, kind, title, members, is_forum=is_forum)
        exchange.groups.keep(group)
        sender = {"from": exchange.user(creator)}
        announce(exchange, group, sender, {"supergroup_chat_created": True})
        exchange.tell(group, {"kind": "chats"})
    return group


def add(exchange: Exchange, place: Place, user: int) -> Group:
    """Let a person or the bot into a group, as everybody in it may; it may be there already."""
    group, by = group_of(exchange, place), exchange.user(place.person)
    if group.member(user).is_in:
        return group
    with exchange.store.writing():
        group = change_member(exchange, group, user, PLAIN, by)
        announce(exchange, group, {"from": by}, {"new_chat_members": [exchange.user(user)]})
    return group


def start_in_group(exchange: Exchange, place: Place, payload: str) -> Wire:
    """Follow a ?startgroup= link into a group: the bot is let in and gets its payload."""
    add(exchange, place, exchange.bot.id)
    return acts.say(exchange, place, f"/start@{exchange.bot.username} {payload}".strip())


def remove(exchange: Exchange, place: Place, user: int) -> Group:
    """Send a user away as one who manages the group, or leave it oneself."""
    if user == place.person:
        return _go(exchange, group_of(exchange, place), user, Status.LEFT, place)
    group = managed_group(exchange, place)
    return _go(exchange, group, user, Status.KICKED, place)


def promote(exchange: Exchange, place: Place, user: int, *, may_pin: bool) -> Group:
    """Make a member an administrator, or change whether this one may pin."""
    membership = Membership(Status.ADMINISTRATOR, may_pin)
    return _become(exchange, managed_group(exchange, place), user, membership, place)


def demote(exchange: Exchange, place: Place, user: int) -> Group:
    """Take an administrator's rights."""
    return _become(exchange, managed_group(exchange, place), user, PLAIN, place)


def let_all_pin(exchange: Exchange, place: Place, *, allowed: bool) -> Group:
    """Say whether plain members may pin; no bot is told of it."""
    group = replace(managed_group(exchange, place), all_may_pin=allowed)
    with exchange.store.writing():
        exchange.groups.keep(group)
        exchange.tell(group, {"kind": "chats"})
    return group


def migrate(exchange: Exchange, place: Place, *, is_forum: bool = False) -> Group:
    """Turn a basic group into a supergroup; the new one, the old one stands still from now on."""
    old, by = managed_group(exchange, place), exchange.user(place.person)
    if old.is_super:
        raise ActRefused(Hindrance.NOT_HERE)
    with exchange.store.writing():
        number = exchange.groups.new_id(ChatKind.SUPERGROUP)
        bot = old.member(exchange.bot.id)
        people = {user: was for user, was in old.members.items() if user != exchange.bot.id}
        new = Group(number, ChatKind.SUPERGROUP, old.title, people, old.all_may_pin, is_forum)
        announce(exchange, old, {"from": by}, {"migrate_to_chat_id": number})
        exchange.groups.keep(replace(old, migrated_to=number))
        exchange.groups.keep(new)
        exchange.tell(old, {"kind": "moved", "to": number})
        moved = new.having(exchange.bot.id, bot) if bot.is_in else new
        group_itself = {"from": ANONYMOUS_ADMIN, "sender_chat": new.wire()}
        announce(exchange, moved, group_itself, {"migrate_from_chat_id": old.id})
        if bot.is_in:
            change_member(exchange, new, exchange.bot.id, bot, by)
    return moved


def open_topic(exchange: Exchange, place: Place, name: str) -> int:
    """Open a topic in a forum; its message_thread_id."""
    group = managed_group(exchange, place)
    if not group.is_forum:
        raise ActRefused(Hindrance.NOT_HERE)
    topic = {"name": name, "icon_color": TOPIC_COLOUR}
    with exchange.store.writing():
        thread = announce_topic(exchange, group, {"from": exchange.user(place.person)}, topic)
        exchange.tell(group, {"kind": "chats"})
    return thread


def pin_message(exchange: Exchange, place: Place, message_id: int) -> None:
    """Pin a message as one who manages the group."""
    group = managed_group(exchange, place)
    kept = exchange.messages.find(group.id, message_id)
    if kept is None:
        raise ActRefused(Hindrance.GONE)
    with exchange.store.writing():
        pin(exchange, group, kept.wire, exchange.user(place.person))


def unpin_message(exchange: Exchange, place: Place, message_id: int) -> None:
    """Take a pinned message down as one who manages the group; no bot is told of it."""
    group = managed_group(exchange, place)
    with exchange.store.writing():
        exchange.pins.remove(group.id, message_id)
        exchange.tell(group, {"kind": "chats"})


def _go(exchange: Exchange, group: Group, user: int, how: Status, place: Place) -> Group:
    if not group.member(user).is_in:
        raise ActRefused(Hindrance.GONE)
    with exchange.store.writing():
        return depart(exchange, group, user, how, exchange.user(place.person))


def _become(
    exchange: Exchange, group: Group, user: int, membership: Membership, place: Place
) -> Group:
    was = group.member(user)
    if not was.is_in or was.status is Status.CREATOR:
        raise ActRefused(Hindrance.GONE)
    if was == membership:
        return group
    with exchange.store.writing():
        return change_member(exchange, group, user, membership, exchange.user(place.person))

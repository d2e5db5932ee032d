"""The chats: one person with the bot, groups and supergroups, and what each user is in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from localchat.people import Persona
from localchat.wire import Wire


class ChatKind(StrEnum):
    """Kinds of chats by Telegram's names."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Status(StrEnum):
    """What a user can be in a group, by Telegram's names."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(frozen=True, slots=True)
class Membership:
    """What a user is in a group; may_pin is the right that can be kept from an administrator."""

    status: Status
    may_pin: bool = True

    @property
    def is_in(self) -> bool:
        """Whether the user sees the group."""
        return self.status not in {Status.LEFT, Status.KICKED}

    @property
    def manages(self) -> bool:
        """Whether the user is its creator or an administrator."""
        return self.status in {Status.CREATOR, Status.ADMINISTRATOR}


ABSENT = Membership(Status.LEFT)
PLAIN = Membership(Status.MEMBER)


@dataclass(frozen=True, slots=True)
class PrivateChat:
    """The chat of one person with the bot; it has the id of its person."""

    person: Persona

    @property
    def id(self) -> int:
        """The chat id."""
        return self.person.id

    @property
    def here(self) -> tuple[int, ...]:
        """Who sees it."""
        return (self.person.id,)

    def wire(self) -> Wire:
        """As a Bot API Chat."""
        user = self.person.user()
        kept = ("first_name", "username")
        names: Wire = {name: user[name] for name in kept if name in user}
        return {"id": self.id, "type": ChatKind.PRIVATE.value, **names}


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is at a moment; members are all who ever were in it, by user id."""

    id: int
    kind: ChatKind
    title: str
    members: Mapping[int, Membership] = field(default_factory=dict)
    all_may_pin: bool = False
    is_forum: bool = False
    migrated_to: int = 0  # the supergroup it became; 0: it is still itself

    @property
    def here(self) -> tuple[int, ...]:
        """The user ids of those who are in it, the bot's among them."""
        return tuple(user for user, member in self.members.items() if member.is_in)

    @property
    def is_super(self) -> bool:
        """Whether it is a supergroup: own message ids, threads, a channel that may be linked."""
        return self.kind is ChatKind.SUPERGROUP

    @property
    def channel(self) -> Wire:
        """The channel linked to it, as a Bot API Chat."""
        return {"id": self.id - 10**9, "type": "channel", "title": self.title}

    def member(self, user: int) -> Membership:
        """What a user is in it."""
        return self.members.get(user, ABSENT)

    def having(self, user: int, membership: Membership) -> "Group":
        """The same group with a user being this in it."""
        return replace(self, members={**self.members, user: membership})

    def wire(self) -> Wire:
        """As a Bot API Chat."""
        chat: Wire = {"id": self.id, "type": self.kind.value, "title": self.title}
        return {**chat, "is_forum": True} if self.is_forum else chat


Chat = PrivateChat | Group


def member_wire(group: Group, user: Wire, membership: Membership) -> Wire:
    """As a Bot API ChatMember; in a basic group who was sent away reads as one who left."""
    status = membership.status
    if status is Status.KICKED and not group.is_super:
        status = Status.LEFT
    shown: Wire = {"user": user, "status": status.value}
    match status:
        case Status.CREATOR:
            return {**shown, "is_anonymous": False}
        case Status.ADMINISTRATOR:
            return {**shown, **_rights(group, membership)}
        case Status.KICKED:
            return {**shown, "until_date": 0}
        case Status.MEMBER | Status.LEFT:
            return shown


def _rights(group: Group, membership: Membership) -> Wire:
    granted = (
        *("manage_chat", "delete_messages", "manage_video_chats", "restrict_members"),
        *("change_info", "invite_users"),
    )
    kept = ("promote_members", "post_stories", "edit_stories", "delete_stories")
    topics: Wire = {"can_manage_topics": group.is_forum} if group.is_super else {}
    return {
        "can_be_edited": False,
        "is_anonymous": False,
        **{f"can_{right}": True for right in granted},
        **{f"can_{right}": False for right in kept},
        "can_pin_messages": membership.may_pin,
        **topics,
    }

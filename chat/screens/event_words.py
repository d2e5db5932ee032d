"""What the record keeps of groups, robots, languages and switches, as people say it."""

from chat.screens.menu import language_name
from chat.screens.robots import channel_name
from messages.catalogue import LOCALES
from messages.say import Fact, say
from workflow.channels import ChannelKind
from workflow.model import Company


def told_turned(_: Company, kept: str) -> Fact:
    """On or off."""
    return say(f"audit-{kept}")


def told_group(_: Company, kept: str) -> Fact:
    """Its title; the number and topic before it are nothing for people."""
    return kept.split(" ", 3)[-1]


def told_robot(_company: Company, kept: str) -> Fact:
    """Its name; the channel before it, with a + if its posts are signed."""
    kind, _, name = kept.partition(" ")
    if kind.removesuffix("+") not in set(ChannelKind):  # somebody's erased name was part of it
        return kept
    channel = channel_name(ChannelKind(kind.removesuffix("+")))
    return say("robot-of", name=name, channel=channel, signed=int(kind.endswith("+")))


def told_language(_: Company, kept: str) -> Fact:
    """By the name those call it who speak it."""
    if kept in LOCALES:
        return language_name(kept)
    return kept or say("value-empty")


def told_nudged(_: Company, kept: str) -> Fact:
    """How somebody was reminded."""
    return say(f"nudge-{kept.replace('_', '-')}")

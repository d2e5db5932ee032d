"""What a line of a transcript lets somebody do: `王经理 > [创建]`, `李会计 > «file: …»`."""

import re
from pathlib import Path
from typing import Protocol

from chat.talk import (
    BlockedUs,
    BroughtIn,
    FileInGroup,
    GroupMoved,
    NotText,
    Press,
    Pressed,
    PutOut,
    RefusedFile,
    Send,
    Speaker,
    Typed,
    Unnamed,
    What,
)
from gateway.config import FilesSection
from gateway.content import look_into
from gateway.files import rules_of
from gateway.incoming import OfferedFile
from gateway.kinds import kind_of
from tests.screens import Heard
from tests.talk import Group, Person
from tests.transcript import Unlike
from workflow.ids import PersonId
from workflow.ports import ChatId

RULES = rules_of(FilesSection())
UNITS = {"B": 1, "KB": 1024, "MB": 1024 * 1024}
INSIDE = {".exe": b"MZ\x90\x00"}
PRESS = re.compile(r"\[(?P<label>.+)\](?: ×(?P<times>\d+))?")
UNUSUAL = re.compile(r"«(?P<kind>[^:»]+)(?:: (?P<rest>.+))?»")
LINK = re.compile(r"link(?: (?P<number>\d+))? of (?P<owner>.+)")
INLINE = re.compile(r"inline(?: (?P<number>\d+))?")
NOBODY = Speaker(PersonId("1087968824"), "")
"""As which the messenger names whoever speaks behind a group's mask."""
SUPERGROUP = -1_000_000_000_000
"""How far from the number of a group that of the supergroup is which it becomes."""


class Stage(Protocol):
    """What a deed needs of the play."""

    people: dict[str, Person]
    desktop: Path
    said: set[str]


def does(
    play: Stage,
    person: Person,
    deed: str,
    below: tuple[str, ...],
    group: Group | None,
    reply_to: str | None,
) -> None:
    """Let them do it; Unlike where it is not understood, LookupError where there is no button."""
    place = person.screen if group is None else group.screen
    under = place.data_under(place.message(reply_to)) if reply_to else ()
    if pressed := PRESS.fullmatch(deed):
        _presses(person, pressed["label"], int(pressed["times"] or 1), group)
    elif unusual := UNUSUAL.fullmatch(deed):
        kind, rest = unusual["kind"], unusual["rest"] or ""
        if inline := INLINE.fullmatch(kind):
            _inline(person, rest, int(inline["number"] or 0), group)
        elif group is not None:
            _in_group(person, kind, rest, group)
        elif kind == "file":
            _sends(play, person, rest, below, under)
        else:
            _unusual(play, person, kind, rest)
    else:
        to_us = group is not None and bool(reply_to or "@nianbao_bot" in deed)
        person.does(Typed("\n".join((deed, *below)), to_us=to_us), under, group)


def _presses(person: Person, label: str, times: int, group: Group | None) -> None:
    number, button = (group or person).screen.button(label)
    if not isinstance(button, Press):
        person.presses(label, group)
        return
    heard: list[Heard] = []
    for _ in range(times):
        person.screen.heard = []
        person.does(Pressed(button.data, number, "press"), group=group)
        heard += person.screen.heard
    person.screen.heard = list(dict.fromkeys(heard))


def _unusual(play: Stage, person: Person, kind: str, rest: str) -> None:
    match kind:
        case "voice":
            person.does(NotText("voice"))
        case "edited":
            person.does(Typed(rest, edited=True))
        case "blocks the bot":
            person.does(BlockedUs(blocked=True))
        case "old button":
            person.does(person.screen.ever(rest))
        case "forged button":
            person.does(Pressed(rest, 1, "press"))
        case "forged link":
            person.starts(rest)
        case _ if kind.startswith("button of "):
            owner = play.people[kind.removeprefix("button of ")]
            person.does(owner.screen.ever(rest))
        case _:
            person.starts(_link(play, kind))


def _inline(person: Person, text: str, number: int, group: Group | None) -> None:
    """`@us text` in any chat: what is found, a line each; or the result of that number, dropped."""
    found = person.town.finds(person, text)
    if not number:
        lines = [f"{each.title} — {each.about}" for each in found.articles]
        person.screen.heard = [*(lines or [found.button])]
        return
    chat = ChatId(person.number if group is None else group.number)
    person.town.screens[chat].see(Send(chat, found.articles[number - 1].message))


def _link(play: Stage, words: str) -> str:
    """`link of 王经理`: the newest ever shown to him; `link 2 of 王经理`: the second."""
    found = LINK.fullmatch(words)
    if found is None:
        message = f"nobody can do «{words}»"
        raise Unlike(message)
    links = [each for each in play.people[found["owner"]].screen.links if each.startswith("i")]
    return links[int(found["number"] or 0) - 1]


# --- in a group -----------------------------------------------------------------------------


def _in_group(person: Person, kind: str, rest: str, group: Group) -> None:
    if kind == "becomes a supergroup":
        person.does(GroupMoved(ChatId(group.number + SUPERGROUP)), group=group)
        group.moves(group.number + SUPERGROUP)
    elif kind in ("anonymous", "channel"):
        person.town.does(NOBODY, Unnamed(kind), group.number, room=group.room)
    else:
        person.does(_happening(kind, rest), group=group)


def _happening(kind: str, rest: str) -> What:
    match kind:
        case "brings the bot in":
            return BroughtIn(may_pin=True)
        case "puts the bot out":
            return PutOut()
        case "file":
            name, *more = rest.split(", ")
            told = dict(each.split(" ", 1) for each in more)
            return FileInGroup(name, told.get("album", ""))
        case "voice":
            return NotText("voice")
        case "forged button":
            return Pressed(rest, 1, "press")
        case _:
            message = f"nobody can do «{kind}» in a group"
            raise Unlike(message)


# --- files ----------------------------------------------------------------------------------


def _sends(
    play: Stage, person: Person, rest: str, below: tuple[str, ...], reply_to: tuple[str, ...]
) -> None:
    """`name.pdf, 12 KB, caption …, album …, really .exe`; the rows of a sheet stand below."""
    name, size, *more = rest.split(", ")
    told = dict(each.split(" ", 1) for each in more)
    caption = told.get("caption", "")
    play.said.update((name, name.rpartition(".")[0], caption))
    count, unit = size.split()
    offer = OfferedFile("", name, "", int(count) * UNITS[unit], caption, "")
    refused = RULES.refuse_offer(offer) or _look_into(play, name, told.get("really", ""))
    if refused is not None:
        person.does(refused)
        return
    content = name.encode().ljust(offer.size or 0, b".")
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in below] or None
    album = told.get("album", "")
    person.sends(name, content, caption=caption, album=album, rows=rows, reply_to=reply_to)


def _look_into(play: Stage, name: str, really: str) -> RefusedFile | None:
    """A file under another name than its own is refused by its bytes."""
    if not really:
        return None
    path = play.desktop / "arriving"
    path.write_bytes(INSIDE[really])
    return RULES.refuse_content(name, kind_of(name, ""), look_into(path))

"""The groups of a company, as seen in private."""

from collections.abc import Sequence
from dataclasses import dataclass

from chat.buttons import Verb, ref
from chat.card import Card, LinkTap, Tap
from chat.screens.menu import language_name
from chat.screens.team import company_line
from chat.session import Session
from messages.catalogue import LOCALES
from messages.say import Fact, say
from workflow.model import Company
from workflow.ports import CompanyCard
from workflow.team import Group

COMPANIES_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Bindable:
    """A company whose board may be shown, and its place in the list of its member's companies."""

    place: int
    card: CompanyCard


def groups_card(s: Session, company: Company, lead: Fact | None = None) -> Card:
    """Which groups show the board, and how to add one."""
    lines = [company_line(company), *([] if lead is None else [lead])]
    lines.append(say("groups-count", count=len(company.groups)))
    lines.append(say("groups-how"))
    taps = tuple(
        (Tap(each.title, ref(Verb.GROUP, company.id, each.chat)),) for each in company.groups
    )
    add = (LinkTap(say("tap-add-to-group"), s.house.identity.group_link()),)
    return Card(tuple(lines), (*taps, add))


def group_card(company: Company, group: Group, lead: Fact | None = None) -> Card:
    """One group."""
    here = (company.id, group.chat)
    lines = [company_line(company), *([] if lead is None else [lead])]
    about = "group-with-outsiders" if group.has_outsiders else "group-without-outsiders"
    lines.append(say(about, title=group.title))
    turn, answer = ("tap-no-outsiders", "no") if group.has_outsiders else ("tap-outsiders", "yes")
    return Card(
        tuple(lines),
        (
            (Tap(say(turn), ref(Verb.OUTSIDERS, *here, answer)),),
            (
                Tap(say("tap-place-hour"), ref(Verb.PLACE_HOURS, *here)),
                Tap(say("tap-language"), ref(Verb.GROUP_LANGUAGE, *here)),
            ),
            (Tap(say("tap-unbind"), ref(Verb.UNBIND, *here)),),
            (Tap(say("tap-groups"), ref(Verb.GROUPS, company.id)),),
        ),
    )


def group_language_card(company: Company, group: Group) -> Card:
    """Asks which language is spoken in the group: on the board and in its morning."""
    here = (company.id, group.chat)
    taps = tuple(
        Tap(language_name(locale), ref(Verb.GROUP_SPEAK, *here, locale)) for locale in LOCALES
    )
    back = (Tap(say("tap-back"), ref(Verb.GROUP, *here)),)
    lines = (company_line(company), say("group-language-ask", title=group.title))
    return Card(lines, (taps, back))


def which_company_card(found: Sequence[Bindable], chat: int, start: int) -> Card:
    """Asks whose board the group shall show; `found` from that place on, one more than fit."""
    shown = found[:COMPANIES_A_PAGE]
    taps = tuple((Tap(each.card.name, ref(Verb.BIND_TO, each.card.id, chat)),) for each in shown)
    turn = []
    if start:
        back = max(0, start - COMPANIES_A_PAGE)
        turn.append(Tap(say("tap-previous"), ref(Verb.BIND_WHICH, chat, back)))
    turn += [
        Tap(say("tap-next"), ref(Verb.BIND_WHICH, chat, each.place))
        for each in found[COMPANIES_A_PAGE:]
    ]
    return Card((say("bind-which"),), (*taps, tuple(turn)))


def outsiders_card(company: Company, chat: int) -> Card:
    """Asks 「群里有外部人员吗?」: outsiders see less."""
    here = (company.id, chat)
    yes = Tap(say("tap-outsiders-yes"), ref(Verb.BIND_ASK, *here, "yes"))
    no = Tap(say("tap-outsiders-no"), ref(Verb.BIND_ASK, *here, "no"))
    return Card((company_line(company), say("bind-outsiders")), ((yes, no),))

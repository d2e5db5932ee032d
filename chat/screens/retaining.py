"""保存与清理: how long a company's evidence is kept, and the hold under which nothing goes."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.events import called
from messages.say import Fact, Say, say
from workflow.model import Company
from workflow.retention import TERMS


def keeping_card(company: Company, lead: Fact | None = None) -> Card:
    """What counts now, and what can be chosen."""
    lines: list[Fact] = [
        say("record-heading", company=company.name),
        *([] if lead is None else [lead]),
    ]
    lines += [say("keeping-years", years=company.kept_years), _hold_line(company)]
    lines.append(say("keeping-how"))
    terms = tuple(
        Tap(say("tap-keep-for", years=years), ref(Verb.KEEP_FOR, company.id, years))
        for years in TERMS
        if years != company.kept_years
    )
    back = Tap(say("tap-company"), ref(Verb.COMPANY, company.id))
    return Card(tuple(lines), (terms, (_hold_tap(company),), (back,)))


def _hold_line(company: Company) -> Say:
    hold = company.hold
    if hold is None:
        return say("keeping-no-hold")
    return say("keeping-hold", why=hold.reason, who=called(company, hold.by), at=hold.at)


def _hold_tap(company: Company) -> Tap:
    if company.hold is None:
        return Tap(say("tap-hold"), ref(Verb.ASK, company.id, "", "hold", ""))
    return Tap(say("tap-lift-hold"), ref(Verb.LIFT_HOLD, company.id))

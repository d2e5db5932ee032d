"""Asking inline in tests: what somebody finds, and what a result says."""

from dataclasses import replace

from chat.inline import Article, Found, Inquiry
from chat.talk import Speaker
from tests.chat.agency import companies
from tests.chat.stage import NOON, WANG, Stage
from tests.screens import Shown
from workflow.ids import PersonId
from workflow.team import Member, Role


def asked(one: Stage, person: int, text: str = "", language: str = "zh-hans") -> Found:
    """What somebody finds."""
    speaker = Speaker(PersonId(str(person)), f"P{person}", language)
    return one.desk.inquired(Inquiry(speaker, NOON, text))


def lines(article: Article) -> list[str]:
    """The message that a result drops, as it is read."""
    return Shown(article.message).text.splitlines()


def titles(found: Found) -> list[str]:
    """The first line of each result."""
    return [each.title for each in found.articles]


def renamed(one: Stage, *names: str) -> Stage:
    """The agency's clients under these names, which belong to the clerk like any other company."""
    for company, name in zip(companies(one), names, strict=True):
        changed = replace(company, name=name, members=(keeper(),))
        one.store.companies[company.id] = changed
    return one


def keeper() -> Member:
    """王 keeps it, and is no clerk there."""
    return Member(PersonId(str(WANG)), "王", (Role.MANAGER,))

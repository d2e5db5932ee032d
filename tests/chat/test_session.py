from dataclasses import replace

import pytest

from chat.session import Access, Case, Door, Session
from chat.talk import Typed
from messages.catalogue import SOURCE
from tests.chat.stage import LI, OURS, SEASON, STRANGER, THEIRS, WANG, Stage, incoming, stage
from workflow.errors import NoSuchCompany, NoSuchSeason
from workflow.ids import CompanyId, PersonId
from workflow.model import Lifecycle
from workflow.ports import Acquaintance


def session(one: Stage, person: int) -> Session:
    """The person's session, in a work that is never committed."""
    with one.store.begin(None) as work:
        me = work.acquaintance(PersonId(str(person)))
        known = me or Acquaintance(PersonId(str(person)), "", SOURCE)
        return Session(one.desk.house, work, incoming(person, Typed("")), known)


# --- whose is it ------------------------------------------------------------------------


def test_a_member_is_given_the_company() -> None:
    assert session(stage(), WANG).company(CompanyId(OURS)).id == OURS


@pytest.mark.parametrize("person", [LI, STRANGER])
@pytest.mark.parametrize("company", [OURS, "co99999999", ""])
def test_for_everybody_else_it_does_not_exist(person: int, company: str) -> None:
    with pytest.raises(NoSuchCompany) as refused:
        session(stage(), person).company(CompanyId(company))

    assert refused.value.facts == {}


def test_a_season_of_another_company_does_not_exist() -> None:
    one = stage()

    with pytest.raises(NoSuchSeason):
        session(one, LI).case(THEIRS, "2")


def test_a_refused_look_leaves_the_screen_alone() -> None:
    li = session(stage(), LI)
    before = li.me

    with pytest.raises(NoSuchCompany):
        li.case(OURS, SEASON)

    assert li.me == before


# --- what is on the screen --------------------------------------------------------------


def test_the_season_last_looked_at_is_on_the_screen() -> None:
    wang = session(stage(), WANG)

    wang.case(OURS, "2")

    assert _ids(wang.current()) == (OURS, "2")


def test_where_none_was_chosen_the_newest_active_season_is() -> None:
    wang = session(stage(), WANG)
    wang.remember(replace(wang.me, company=None, season=""))

    assert _ids(wang.current()) == (OURS, "2")


def test_an_archived_company_is_on_nobodys_screen() -> None:
    one = stage()
    company = one.store.companies[CompanyId(OURS)]
    one.store.companies[CompanyId(OURS)] = replace(company, lifecycle=Lifecycle.ARCHIVED)

    assert session(one, WANG).current() is None


def test_a_stranger_has_nothing_on_the_screen() -> None:
    assert session(stage(), STRANGER).current() is None


def _ids(case: Case | None) -> tuple[str, str] | None:
    return None if case is None else (case.company.id, case.season.id)


# --- words ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["收到", " 好的。", "OK!", "Thanks", "👌", "好的~", "谢谢!!"])
def test_a_thank_you_is_heard_in_any_language(text: str) -> None:
    assert session(stage(), WANG).is_word("words-thanks", text)


@pytest.mark.parametrize("text", ["", "收到文件了吗", "|", "好的|好", "280", "ok 280", "不好"])
def test_what_only_resembles_a_thank_you_is_none(text: str) -> None:
    assert not session(stage(), WANG).is_word("words-thanks", text)


# --- who may open a company -------------------------------------------------------------

ME = Acquaintance(PersonId("7"), "", SOURCE)


@pytest.mark.parametrize(
    ("access", "person", "admitted"),
    [
        (Access(Door.ANYBODY), ME, True),
        (Access(Door.LISTED, frozenset({"7"})), ME, True),
        (Access(Door.LISTED, frozenset({"8"})), ME, False),
        (Access(Door.LISTED), replace(ME, admitted=True), False),
        (Access(Door.CODE, code="s"), ME, False),
        (Access(Door.CODE, code="s"), replace(ME, admitted=True), True),
        (Access(Door.CODE, frozenset({"7"}), "s"), ME, True),
    ],
)
def test_the_door_opens_for_those_whom_the_configuration_names(
    access: Access, person: Acquaintance, *, admitted: bool
) -> None:
    assert access.admits(person) is admitted

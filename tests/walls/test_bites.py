"""The walls hold because each check does: with any one of them taken out, somebody gets through."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from chat.card import Card, Replies
from chat.note import Binding, read_note, write_note
from chat.screens.board import board_card
from chat.session import Session
from chat.talks import binding
from tests.walls.machine import Days
from tests.walls.seen import WallBroken
from tests.walls.test_walls import UNHURRIED
from tests.walls.town import PEOPLE
from workflow import inviting
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.team import Group, Invitation, Member, Role

INVITATION_OF = "workflow.inviting.invitation_of chat.talks.joining.invitation_of"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ENOUGH = 1_200
"""Examples of 50 steps within which each gap is found, with room: most are found in the first twenty."""


def passes(*_: object, **__: object) -> None:
    """In place of a check that raises."""


def yes(*_: object, **__: object) -> bool:
    """In place of a check that asks."""
    return True


def no(*_: object, **__: object) -> bool:
    """In place of a check that looks for a reason to be silent."""
    return False


def nothing(*_: object, **__: object) -> dict[str, object]:
    """In place of a check that finds what is over."""
    return {}


def any_company(session: Session, company: CompanyId) -> Company:
    """Session.company without asking whose it is."""
    return session.work.company(company)


def for_anybody(session: Session) -> Replies:
    """「放在这里」 without asking who asked for it."""
    note = read_note(session.work.note(session.incoming.chat))
    if isinstance(note, Binding):
        mine = replace(note, by=session.me.person)
        session.work.keep_note(session.incoming.chat, write_note(mine))
    return bind_here(session)


bind_here = binding.bind_here


def without_end(company: Company, digest: str, *, now: datetime) -> Invitation:  # noqa: ARG001
    """An invitation that never ends."""
    return invitation_of(company, digest, now=LONG_AGO)


def ever_again(company: Company, digest: str, *, now: datetime) -> Invitation:
    """An invitation that can be used again and again."""
    fresh = tuple(replace(each, used_by=None) for each in company.invitations)
    return invitation_of(replace(company, invitations=fresh), digest, now=now)


def not_taken_back(company: Company, digest: str, *, now: datetime) -> Invitation:
    """An invitation that was revoked, or whose giver has gone, is as good as any."""
    found = next((each for each in company.invitations if each.digest == digest), None)
    if found is None or found.used_by is not None or now >= found.expires:
        return invitation_of(company, digest, now=now)
    return found


invitation_of = inviting.invitation_of


def anybody(person: PersonId, company: Company) -> Member:
    """The member of that number, or any."""
    return next((each for each in company.members if each.person == person), company.members[0])


def everybody(session: Session) -> dict[str, tuple[Member, ...]]:  # noqa: ARG001
    """All people there are, by number, as whom a client may be given to."""
    return {str(each): (Member(PersonId(str(each)), "", (Role.CLERK,)),) for each in PEOPLE}


def to_outsiders(session: Session, company: Company, group: Group, page: int) -> Card:
    """The board as if the group had no outsiders."""
    return board_card(session, company, replace(group, has_outsiders=False), page)


def _everywhere(target: str, instead: Callable[..., object]) -> Iterable[tuple[str, object]]:
    return [(each, instead) for each in target.split()]


GAPS = {
    "the table of permissions": _everywhere("workflow.permissions.may", yes),
    "whose company it is": [
        ("chat.session.Session.company", any_company),
        ("workflow.permissions.member", anybody),
    ],
    "internal matters": _everywhere("chat.session.Session.sees", yes),
    "whose item it is": _everywhere("workflow.actions.may_hand_in", yes),
    "one's own work": _everywhere("workflow.reviewing._require_not_own", passes),
    "who gives the keepers' roles": _everywhere("workflow.membership.may_give", yes),
    "the last keeper": _everywhere("workflow.membership._require_keeper", passes),
    "silence in groups": _everywhere(
        "chat.desk.heard_in_group", import_module("chat.hearing").heard
    ),
    "who asked to bind": _everywhere("chat.talks.binding.bind_here", for_anybody),
    "the end of an invitation": _everywhere(INVITATION_OF, without_end),
    "an invitation used once": _everywhere(INVITATION_OF, ever_again),
    "an invitation taken back": _everywhere(INVITATION_OF, not_taken_back),
    "internal matters on the board": _everywhere("chat.screens.board.is_sensitive", no),
    "outsiders before the board": _everywhere("chat.desk.board_card", to_outsiders),
    "whose colleague an owner is": _everywhere("chat.talks.importing._owners", everybody),
    "who completes a client": _everywhere("workflow.cases.require", passes),
    "membership before a notice": _everywhere("chat.screens.notices.member", anybody),
    "who moves a date": _everywhere("workflow.moving.require", passes),
    "who sets when to remind": _everywhere("chat.talks.settings.require", passes),
    "who answers for a step": _everywhere("workflow.words.require", passes),
    "who reads the record of notices": _everywhere("chat.talks.told.require", passes),
    "whose dates stand in a calendar": _everywhere("workflow.agenda._may_look", yes),
    "internal matters in a group's morning": _everywhere("chat.screens.group_digest.is_named", yes),
    "internal matters under a reminder": _everywhere("chat.screens.digest.is_named", yes),
    "internal matters beyond the messenger": _everywhere("chat.screens.things.is_named", yes),
    "who sees what was found": [
        ("chat.screens.found.sees_finding", yes),
        ("workflow.judging.may_see_rule", yes),
    ],
    "who answers for a finding": _everywhere(
        "chat.talks.checking.require workflow.judging.require", passes
    ),
    "who reads what the authority said": _everywhere("chat.talks.authority.may_see_matters", yes),
    "whether a reminder still makes sense": _everywhere("chat.digests.ended", nothing),
}


@pytest.mark.slow
@pytest.mark.parametrize("gap", GAPS)
def test_with_one_check_taken_out_somebody_gets_through(
    gap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for target, instead in GAPS[gap]:
        monkeypatch.setattr(target, instead)

    with pytest.raises(WallBroken):
        run_state_machine_as_test(
            Days,
            settings=settings(
                UNHURRIED,
                max_examples=ENOUGH,
                derandomize=True,
                phases=(Phase.generate,),
                report_multiple_bugs=False,
            ),
        )

"""What can be done to a company's reminders, and what one must be allowed for it."""

from dataclasses import replace
from datetime import time, timedelta

from tests.workflow.firm import CALENDAR, CALL_CENTRE, FIRST, OPENED, PACKS, SEATS, doer
from tests.workflow.permitted import Act
from workflow.authority import (
    Told,
    Work,
    record_matter,
    turn_matter,
)
from workflow.channels import Address, ChannelKind
from workflow.events import Event, EventKind
from workflow.grouping import set_group_habit, set_group_locale
from workflow.habits import USUAL
from workflow.ids import MilestoneKey, PackRef
from workflow.judging import retract
from workflow.matter_links import link_finding, link_item
from workflow.matter_terms import set_term
from workflow.matters import MatterKind, MatterState
from workflow.moving import move_back, move_due, unmove
from workflow.own_policy import set_policy
from workflow.permissions import Action
from workflow.policy import OwnPolicy
from workflow.repacking import move_pack
from workflow.robots import add_robot, remove_robot, rename_robot, set_robot_habit, sign_robot
from workflow.rules import RuleKey
from workflow.words import say_word

STEP = MilestoneKey("M5")
LATER = OPENED + timedelta(days=20)
MAIL = Address(ChannelKind.MAIL, "office@example.com")
MOVE = Event(1, doer().at, doer().person, EventKind.DUE_MOVED, FIRST, STEP, new=LATER.isoformat())
TOLD = Told(MatterKind.CALL, OPENED, "要改")
WORK = Work(LATER, "内部事项 1", "结案材料")
EARLY = replace(USUAL, hour=time(8))

REMINDING_ACTS: dict[str, Act] = {
    "retract": Act(Action.HAND_IN_MINE, lambda c, by: retract(c, FIRST, RuleKey("r11"), by=by)),
    "move_due": Act(
        Action.TAILOR, lambda c, by: move_due(c, FIRST, CALL_CENTRE, CALENDAR, STEP, LATER, by=by)
    ),
    "move_back": Act(
        Action.TAILOR, lambda c, by: move_back(c, FIRST, CALL_CENTRE, CALENDAR, STEP, by=by)
    ),
    "unmove": Act(
        Action.TAILOR, lambda c, by: unmove(c, FIRST, CALL_CENTRE, CALENDAR, MOVE, by=by)
    ),
    "say_word": Act(
        Action.ASSIGN,
        lambda c, by: say_word(c, FIRST, CALL_CENTRE, STEP, handles=True, note="", by=by),
    ),
    "move_pack": Act(
        Action.ADMINISTER,
        lambda c, by: move_pack(c, FIRST, CALL_CENTRE, PACKS[PackRef("call_centre@2")], by=by),
    ),
    "set_policy": Act(
        Action.ADMINISTER, lambda c, by: set_policy(c, OwnPolicy(monthly=True), by=by)
    ),
    "set_group_locale": Act(
        Action.BIND_GROUP, lambda c, by: set_group_locale(c, -100, "en", by=by)
    ),
    "set_group_habit": Act(Action.BIND_GROUP, lambda c, by: set_group_habit(c, -100, EARLY, by=by)),
    "add_robot": Act(Action.ADMINISTER, lambda c, by: add_robot(c, "邮箱", MAIL, by=by)),
    "rename_robot": Act(Action.ADMINISTER, lambda c, by: rename_robot(c, 1, "邮箱", by=by)),
    "sign_robot": Act(Action.ADMINISTER, lambda c, by: sign_robot(c, 1, "SEC12345678", by=by)),
    "set_robot_habit": Act(Action.ADMINISTER, lambda c, by: set_robot_habit(c, 1, EARLY, by=by)),
    "record_matter": Act(
        Action.RECORD_FILING, lambda c, by: record_matter(c, FIRST, TOLD, WORK, by=by)
    ),
    "turn_matter": Act(
        Action.RECORD_FILING, lambda c, by: turn_matter(c, FIRST, 1, MatterState.CLOSED, by=by)
    ),
    "set_term": Act(Action.RECORD_FILING, lambda c, by: set_term(c, FIRST, 1, LATER, by=by)),
    "link_item": Act(
        Action.RECORD_FILING, lambda c, by: link_item(c, FIRST, CALL_CENTRE, 1, SEATS, by=by)
    ),
    "link_finding": Act(
        Action.RECORD_FILING, lambda c, by: link_finding(c, FIRST, 1, RuleKey("r17"), by=by)
    ),
    "remove_robot": Act(Action.ADMINISTER, lambda c, by: remove_robot(c, 1, by=by)),
}

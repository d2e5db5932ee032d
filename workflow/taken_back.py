"""Which steps can be taken back, and by which event the trail says that one was."""

from workflow.events import EventKind

TAKEN_BACK_BY = {
    EventKind.HANDED_IN: EventKind.WITHDRAWN,
    EventKind.EARLIER_GIVEN: EventKind.EARLIER_WITHDRAWN,
    EventKind.SIGNED: EventKind.SIGN_WITHDRAWN,
    EventKind.FILING_RECORDED: EventKind.FILING_WITHDRAWN,
    EventKind.ITEM_ADDED: EventKind.WITHDRAWN,
    EventKind.ITEM_RENAMED: EventKind.WITHDRAWN,
    EventKind.ITEM_DROPPED: EventKind.ITEM_RESTORED,
    EventKind.STEP_ADDED: EventKind.WITHDRAWN,
    EventKind.STEP_RENAMED: EventKind.WITHDRAWN,
    EventKind.STEP_DROPPED: EventKind.STEP_RESTORED,
    EventKind.DUE_MOVED: EventKind.DUE_RESTORED,
    EventKind.TYPED_OVER: EventKind.NOT_TYPED_OVER,
    EventKind.SYSTEM_REFUSED: EventKind.SYSTEM_WITHDRAWN,
    EventKind.FORM_SAVED: EventKind.FORM_NOT_SAVED,
    EventKind.READ_BACK: EventKind.READING_WITHDRAWN,
    EventKind.PLEDGE_KEPT: EventKind.PLEDGE_RESTORED,
    EventKind.PUBLICITY_CHOSEN: EventKind.PUBLICITY_RESTORED,
    EventKind.MATTER_LINKED: EventKind.MATTER_LINK_RESTORED,
    EventKind.MATTER_RECORDED: EventKind.MATTER_WITHDRAWN,
    EventKind.MATTER_TURNED: EventKind.MATTER_RESTORED,
    EventKind.MATTER_TERM_SET: EventKind.MATTER_TERM_RESTORED,
    EventKind.FINDING_EXPLAINED: EventKind.FINDING_RETRACTED,
    EventKind.FINDING_ACCEPTED: EventKind.FINDING_RETRACTED,
}
"""What can be taken back, and the event that says it was."""
TAKES_BACK = frozenset(TAKEN_BACK_BY.values())
NO_STEP = frozenset({
    EventKind.DOWNLOADED, EventKind.PAPER_TAKEN, EventKind.NUDGED, EventKind.EXPLAINED,
    EventKind.REUSED, EventKind.SAVED_OTHERWISE,
    EventKind.FINDING_RAISED, EventKind.FINDING_FIXED,
    EventKind.SIGN_ASKED, EventKind.SIGN_GIVEN_BACK, EventKind.SIGN_ON_PAPER,
    EventKind.SIGN_QUESTIONED, EventKind.SIGN_ANSWERED, EventKind.SIGN_ASIDE,
    EventKind.SIGN_STANDS,
})  # fmt: skip
"""What is written down and changes nothing that could be taken back."""

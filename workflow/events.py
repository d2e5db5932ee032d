"""What happened to a company, and who else must hear of it: events and notices. Values only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow.given import require_aware
from workflow.ids import CompanyId, PersonId, SeasonId


class EventKind(StrEnum):
    """What happened to a company, one word each."""

    COMPANY_OPENED = "company_opened"
    COMPANY_CORRECTED = "company_corrected"
    COMPANY_ARCHIVED = "company_archived"
    COMPANY_RESTORED = "company_restored"
    COMPANY_REMOVED = "company_removed"
    COPY_ADOPTED = "copy_adopted"
    SEASON_OPENED = "season_opened"
    SEASON_CORRECTED = "season_corrected"
    SEASON_ARCHIVED = "season_archived"
    SEASON_RESTORED = "season_restored"
    SEASON_REMOVED = "season_removed"
    KNOWN_FILLED = "known_filled"
    HANDED_IN = "handed_in"
    WITHDRAWN = "withdrawn"
    FILING_RECORDED = "filing_recorded"
    FILING_WITHDRAWN = "filing_withdrawn"
    ITEM_ADDED = "item_added"
    ITEM_RENAMED = "item_renamed"
    ITEM_DROPPED = "item_dropped"
    ITEM_RESTORED = "item_restored"
    STEP_ADDED = "step_added"
    STEP_RENAMED = "step_renamed"
    STEP_DROPPED = "step_dropped"
    STEP_RESTORED = "step_restored"
    INVITED = "invited"
    INVITATION_REVOKED = "invitation_revoked"
    MEMBER_JOINED = "member_joined"
    MEMBER_CHANGED = "member_changed"
    MEMBER_REMOVED = "member_removed"
    MEMBER_LEFT = "member_left"
    HANDED_OVER = "handed_over"
    ASSIGNED = "assigned"
    TAKEN = "taken"
    UNASSIGNED = "unassigned"
    COLLEAGUE_ADDED = "colleague_added"
    COLLEAGUE_REMOVED = "colleague_removed"
    NUDGED = "nudged"
    ACCEPTED = "accepted"
    GIVEN_BACK = "given_back"
    REVIEW_CHANGED = "review_changed"
    SENSITIVITY_CHANGED = "sensitivity_changed"
    GROUP_BOUND = "group_bound"
    GROUP_CHANGED = "group_changed"
    GROUP_UNBOUND = "group_unbound"
    DOWNLOADED = "downloaded"
    """Somebody was sent a file: `subject` and `version` say of which item, `new` its name."""
    PAPER_TAKEN = "paper_taken"
    """A paper of ours was sent to somebody: `subject` is which, `version` its number, `new` its format."""
    EXPLAINED = "explained"
    """Why a version took the place of the one before was said afterwards: `why`."""
    REUSED = "reused"
    """What was handed in with the event before is a paper of an earlier year: `old` has the year."""
    RETENTION_SET = "retention_set"
    HOLD_SET = "hold_set"
    HOLD_LIFTED = "hold_lifted"
    ERASED = "erased"
    """A person was erased: `new` has the numbers of the events whose words are gone, `digests` what
    is left of each."""
    DUE_MOVED = "due_moved"
    """An inner date was moved, or went back to the plan's: `old` and `new` are days, "" for none."""
    DUE_RESTORED = "due_restored"
    """A move was taken back: the inner date went from `old` to `new`, the one it had before."""
    WORD_SAID = "word_said"
    """A manager on a step the boss is to hear of: `new` is 1 for 今天处理, `why` the sentence."""
    POLICY_SET = "policy_set"
    """The company reminds otherwise than its packs: `new` says how."""
    FILE_ERASED = "file_erased"
    """Files were erased: `new` has their ids, parted by blanks."""
    ROBOT_ADDED = "robot_added"
    """A robot or mailbox hears too: `new` is its channel and name; where it leads is said nowhere."""
    ROBOT_CHANGED = "robot_changed"
    ROBOT_REMOVED = "robot_removed"
    FINDING_RAISED = "finding_raised"
    """A rule fires that did not (`subject`), after what was done just before."""
    FINDING_FIXED = "finding_fixed"
    FINDING_EXPLAINED = "finding_explained"
    """Why it is so was said: `why`."""
    FINDING_ACCEPTED = "finding_accepted"
    """Somebody answers for it (接受), with a reason: `why`."""
    FINDING_RETRACTED = "finding_retracted"
    """What was said of it last was taken back by who said it."""
    EARLIER_GIVEN = "earlier_given"
    """A figure of an earlier year was taken over: `old` is that year, a blank and what stood before."""
    EARLIER_WITHDRAWN = "earlier_withdrawn"
    """One was taken back: `old` is its year, a blank and the figure that stands no more."""
    PACK_MOVED = "pack_moved"
    """The season goes by another version of its pack, from `old` to `new`."""
    MATTER_RECORDED = "matter_recorded"
    """The authority got in touch (`subject` is the matter's step): `new` its term, `why` what it said."""
    MATTER_WITHDRAWN = "matter_withdrawn"
    MATTER_TURNED = "matter_turned"
    """A matter was answered, closed or opened again: `old` and `new` are states."""
    MATTER_RESTORED = "matter_restored"
    """A turn was taken back: it is `new` again."""
    MATTER_TERM_SET = "matter_term_set"
    """The authority's term of a matter is another: from `old` (empty: none) to `new`."""
    MATTER_TERM_RESTORED = "matter_term_restored"
    MATTER_LINKED = "matter_linked"
    """What a matter is about was said (`new`: an item or finding), or unsaid (`old`)."""
    MATTER_LINK_RESTORED = "matter_link_restored"
    SIGN_ASKED = "sign_asked"
    """The signers were asked to sign (请签字)."""
    SIGNED = "signed"
    """Somebody signed in chat: `new` is their name, `digests` has the hash of what they signed."""
    SIGN_WITHDRAWN = "sign_withdrawn"
    SIGN_GIVEN_BACK = "sign_given_back"
    """Somebody would not sign it like this: `why`."""
    SIGN_ON_PAPER = "sign_on_paper"
    """A signer wants to sign on paper (改纸签)."""
    SIGN_QUESTIONED = "sign_questioned"
    """A signer asks about an item: `why` is the question, `version` its number."""
    SIGN_ANSWERED = "sign_answered"
    """`why` is the answer to the question of that number."""
    SIGN_ASIDE = "sign_aside"
    """What was signed is not what stands any more: the signatures are put aside."""
    SIGN_STANDS = "sign_stands"
    """What was signed stands again: so do the signatures."""
    TYPED_OVER = "typed_over"
    """A line (`version` is the row of a table) was typed into the platform (已填): `new` is the value."""
    NOT_TYPED_OVER = "not_typed_over"
    SYSTEM_REFUSED = "system_refused"
    """系统报错 at a line: `why` is what it said, `old` the mark of the saving it put out."""
    SYSTEM_WITHDRAWN = "system_withdrawn"
    FORM_SAVED = "form_saved"
    """A form (`subject`) was saved in the platform: `new` is the mark of its values."""
    FORM_NOT_SAVED = "form_not_saved"
    READ_BACK = "read_back"
    """A saved form (`subject`) was compared: `new` is how many values are others there, `old` the
    mark of the saving that this put out."""
    READING_WITHDRAWN = "reading_withdrawn"
    SAVED_OTHERWISE = "saved_otherwise"
    """The saved form holds `new` where `old` stands here."""
    PLEDGE_KEPT = "pledge_kept"
    """The platform's own text of the pledge."""
    PLEDGE_RESTORED = "pledge_restored"
    PUBLICITY_CHOSEN = "publicity_chosen"
    """Whether a figure is published: `new` is on or off, `old` what was said before."""
    PUBLICITY_RESTORED = "publicity_restored"
    HOUR_SET = "hour_set"
    LANGUAGE_SET = "language_set"
    """The morning of a group or robot (`subject`): `old` and `new` are hours."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change: who, when, to what, old, new and why. Written once, never altered."""

    seq: int
    at: datetime
    by: PersonId
    kind: EventKind
    season: SeasonId | None = None
    subject: str = ""
    """The item, milestone or filing fact it is about."""
    version: int = 0
    old: str = ""
    new: str = ""
    why: str = ""
    behalf: str = ""
    """For whom it was handed in (代交): the name they are known by."""
    where: int = 0
    """The chat it was done in; 0 where it was none."""
    digests: tuple[str, ...] = ()
    """SHA-256 of the files handed in: the trail vouches for their bytes."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


class NoticeKind(StrEnum):
    """What a message to somebody who did not ask is about."""

    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    HANDED_OVER = "handed_over"
    GIVEN_BACK = "given_back"
    TO_REVIEW = "to_review"
    JOINED = "joined"
    REMOVED = "removed"
    ROLE_CHANGED = "role_changed"
    LEFT = "left"
    CLIENTS_GIVEN = "clients_given"
    REPORTED = "reported"
    """The good news: 已报 was recorded, `why` has the day."""
    AUTHORITY = "authority"
    """The authority ordered a late report, sent the report back or got in touch: `subject` is the
    fact, or the step of the matter."""
    GROUP_ASKS = "group_asks"
    SIGN_ASKED = "sign_asked"
    """They are asked to sign."""
    SIGN_AGAIN = "sign_again"
    """What they signed has changed since: they are asked once more."""
    SIGN_DONE = "sign_done"
    """Somebody has signed what one asked for."""
    SIGN_GIVEN_BACK = "sign_given_back"
    """Somebody would not sign it like this: `why`."""
    SIGN_ON_PAPER = "sign_on_paper"
    SIGN_QUESTION = "sign_question"
    """A signer asks them: `subject` is the question's number."""
    SIGN_ANSWER = "sign_answer"
    SYSTEM_REFUSED = "system_refused"
    """The platform would not take a value (系统报错): `subject` is the line of its form."""
    TRAIL_HEAD = "trail_head"
    """How far the trails of their companies have come: `why` has a head a line, `count` how many."""
    TRAIL_HEAD_KEPT = "trail_head_kept"
    """The same, to the chat the operator chose: no member of anything."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message owed to a person; what it says is looked up when it is sent, as things are then."""

    key: str
    """The same occasion has the same key and is told once: `<company>:<event>:<person>`."""
    to: PersonId
    kind: NoticeKind
    company: CompanyId
    by: PersonId
    season: SeasonId | None = None
    subject: str = ""
    """The item's key, or what else the kind is about."""
    why: str = ""
    count: int = 0
    event: int = 0
    """Number of the event it tells of."""
    not_before: datetime | None = None
    """When it may be sent at the soonest; None for at once."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        if self.not_before is not None:
            require_aware(self.not_before)

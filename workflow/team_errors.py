"""What can be refused where several people work on one company: links, members, items, groups."""

from workflow.errors import NotAllowed, WorkflowError


class NoSuchInvitation(WorkflowError):
    """A link that was never given out, or not whole."""

    sentence = "error-no-such-invitation"


class InvitationUsed(WorkflowError):
    """Somebody came in by this link already."""

    sentence = "error-invitation-used"


class InvitationExpired(WorkflowError):
    """The link's time is over."""

    sentence = "error-invitation-expired"


class InvitationRevoked(WorkflowError):
    """The link was taken back, or who gave it out may no longer invite."""

    sentence = "error-invitation-revoked"


class TooManyTries(WorkflowError):
    """Link after link that led nowhere: whoever tries them has to wait."""

    sentence = "error-too-many-tries"


class OwnInvitation(WorkflowError):
    """Somebody opens the link that they gave out themselves."""

    sentence = "error-own-invitation"


class AlreadyMember(WorkflowError):
    """The link would give a member nothing new."""

    sentence = "error-already-member"


class ClosedToNewcomers(WorkflowError):
    """The company is archived: nobody joins it now."""

    sentence = "error-closed-to-newcomers"


class NoSuchMember(WorkflowError):
    """Nobody of that id works on this company (any more)."""

    sentence = "error-no-such-member"


class NoRole(WorkflowError):
    """A member is to have no role at all: remove them instead."""

    sentence = "error-no-role"


class LastKeeper(WorkflowError):
    """Nobody who may invite would be left: hand over first."""

    sentence = "error-last-keeper"


class NothingToHandOver(WorkflowError):
    """Nothing was given to that person, and no role would change."""

    sentence = "error-nothing-to-hand-over"


class MayOnlyLook(WorkflowError):
    """Items are to be given to somebody who may hand in nothing."""

    sentence = "error-may-only-look"


class NoSuchColleague(WorkflowError):
    """No such colleague, department or member to be asked."""

    sentence = "error-no-such-colleague"


class TooMany(WorkflowError):
    """A list of the company is full. Facts: `what`: invitations, members, …; `most`."""

    sentence = "error-too-many"


class NoSuchGroup(WorkflowError):
    """That group does not show this company's board."""

    sentence = "error-no-such-group"


class NotYours(NotAllowed):
    """The item is neither the person's nor their department's."""

    sentence = "error-not-yours"


class TakenAlready(WorkflowError):
    """Somebody else has the item. Facts: `name`."""

    sentence = "error-taken-already"


class OwnWork(WorkflowError):
    """Nobody accepts or gives back what they handed in themselves."""

    sentence = "error-own-work"


class NothingToReview(WorkflowError):
    """Nothing stands there that waits to be accepted, or could be given back."""

    sentence = "error-nothing-to-review"

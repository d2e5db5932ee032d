"""What can be refused about the papers that were handed in, and how long they are kept."""

from workflow.errors import WorkflowError


class FileErased(WorkflowError):
    """The file was erased; that it was there, and when, the record still says."""

    sentence = "error-file-erased"


class NotLookedAt(WorkflowError):
    """A paper of last year is to be used again before anybody has looked at it again."""

    sentence = "error-not-looked-at"


class NothingToExplain(WorkflowError):
    """A reason is given for what is not one's own newest version, or replaced nothing."""

    sentence = "error-nothing-to-explain"


class NoSuchTerm(WorkflowError):
    """Evidence is to be kept for a number of years that is not offered."""

    sentence = "error-no-such-term"

"""What can be refused about findings, each with the id of its sentence."""

from workflow.errors import WorkflowError


class NoSuchFinding(WorkflowError):
    """It does not fire any more, or there is no such rule."""

    sentence = "error-no-such-finding"


class CannotBeAccepted(WorkflowError):
    """A block is put right: nobody can answer for it."""

    sentence = "error-cannot-be-accepted"

"""What can be refused around reminders: dates that were to be moved, what a company reminds of."""

from workflow.errors import WorkflowError


class PastStatutory(WorkflowError):
    """An inner date was to be moved beyond the law's. Facts: `day`, the law's."""

    sentence = "error-past-statutory"


class NoInnerDate(WorkflowError):
    """The step has only the law's date, and that never moves. Facts: `day`."""

    sentence = "error-no-inner-date"


class BadRungs(WorkflowError):
    """Days before a date that cannot be a ladder. Facts: `most` rungs, `longest` days before."""

    sentence = "error-bad-rungs"


class LegalRungsNeeded(WorkflowError):
    """The law's date must be told of within its last days. Facts: `days`."""

    sentence = "error-legal-rungs-needed"


class NoSuchRobot(WorkflowError):
    """The company has no such robot or mailbox (any more)."""

    sentence = "error-no-such-robot"

"""What can be refused about figures, their years and where they are from, each with its sentence."""

from workflow.errors import WorkflowError


class NoSuchYear(WorkflowError):
    """Only the two years before the report's own are looked at."""

    sentence = "error-no-such-year"


class OwnReport(WorkflowError):
    """That year's report is kept here: what it says is said there."""

    sentence = "error-own-report"


class NoAnswerYet(WorkflowError):
    """Where an answer is from is told of an answer; there is none."""

    sentence = "error-no-answer-yet"

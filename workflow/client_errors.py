"""What can be wrong with a list of clients, or with one line of it."""

from workflow.errors import WorkflowError


class NoClientColumns(WorkflowError):
    """No heading of the list is known, or a needed one is not there."""

    sentence = "error-client-columns"


class ClientCellEmpty(WorkflowError):
    """A cell that is needed is empty."""

    sentence = "error-client-cell-empty"


class ClientWordUnknown(WorkflowError):
    """A cell says none of the words it can say. Facts: `word`."""

    sentence = "error-client-word"


class NoSuchOwner(WorkflowError):
    """Nobody of that name works with whoever brings the list. Facts: `name`."""

    sentence = "error-client-owner"


class OwnerUnclear(WorkflowError):
    """Several colleagues are called that. Facts: `name`."""

    sentence = "error-client-owner-unclear"


class ClientTwice(WorkflowError):
    """An earlier line says the same. Facts: `line`."""

    sentence = "error-client-twice"


class ClientNamedOtherwise(WorkflowError):
    """An earlier line has the same code with another name or owner. Facts: `line`."""

    sentence = "error-client-other-name"

"""What can be refused about signing, each with the id of its sentence."""

from workflow.errors import WorkflowError


class NothingToSign(WorkflowError):
    """Everything is signed already, or this season asks for no signature."""

    sentence = "error-nothing-to-sign"


class AskedAlready(WorkflowError):
    """They were asked just now, and have been told."""

    sentence = "error-asked-already"


class NobodySigns(WorkflowError):
    """Nobody here could sign: neither boss nor legal representative, and it was given to nobody."""

    sentence = "error-nobody-signs"


class NotYourSignature(WorkflowError):
    """It is not asked of this person, or not any more."""

    sentence = "error-not-your-signature"


class SignedAlready(WorkflowError):
    """Their signature stands for exactly this content."""

    sentence = "error-signed-already"


class ContentChanged(WorkflowError):
    """What was shown is not what stands now: it is shown again first."""

    sentence = "error-content-changed"


class NobodyToAsk(WorkflowError):
    """Nobody handed that in who could be asked."""

    sentence = "error-nobody-to-ask"


class NoSuchQuestion(WorkflowError):
    """There is no such question, or it is for somebody else."""

    sentence = "error-no-such-question"


class AnsweredAlready(WorkflowError):
    """Somebody has answered that question."""

    sentence = "error-answered-already"


class TooManyQuestions(WorkflowError):
    """Too many questions stand open. Facts: `most`."""

    sentence = "error-too-many-questions"

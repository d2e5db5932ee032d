"""What is asked about the report, from TOML files (`kind = "questions"`, docs/packs.md)."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from storage.pack_fields import Key, Shape
from storage.packs import PacksFaulty, lines_of, read_folder
from workflow.basis import Basis
from workflow.questions import Question, Questions
from workflow.text import Text

LONGEST_ANSWER = 600
"""It stands on one screen of a phone."""

Sentences = Annotated[tuple[str, ...], Field(min_length=1)]


class AskedShape(Shape):
    """How people ask, a language each."""

    zh: Sentences
    en: Sentences


class QuestionShape(Shape):
    """One question with its answer."""

    title: Text
    asked: AskedShape
    answer: Text
    basis: Key
    leads_to: Literal["status", "due", "reported", "authority", "missing"] = "status"

    def question(self, key: str, bases: dict[str, Basis]) -> Question:
        """As the chat knows it."""
        asked = (*self.asked.zh, *self.asked.en)
        return Question(key, self.title, asked, self.answer, bases[self.basis], self.leads_to)


class QuestionsShape(Shape):
    """One file."""

    kind: Literal["questions"]
    bases: dict[Key, Basis]
    questions: dict[Key, QuestionShape]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for key, each in self.questions.items():
            if each.basis not in self.bases:
                message = f"{key}: there is no basis {each.basis}"
                raise ValueError(message)
            if max(len(each.answer.zh), len(each.answer.en)) > LONGEST_ANSWER:
                message = f"{key}: an answer has at most {LONGEST_ANSWER} characters"
                raise ValueError(message)
        counted = Counter(
            said for each in self.questions.values() for said in (*each.asked.zh, *each.asked.en)
        )
        twice = [said for said, count in counted.items() if count > 1]
        if twice:
            message = f"asked twice: {', '.join(twice)}"
            raise ValueError(message)
        return self


def load_questions(folder: Path) -> Questions:
    """All questions of the folder; PacksFaulty."""
    faults: list[str] = []
    shapes = []
    for stem, table in read_folder(folder, faults).items():
        if table["kind"] == "questions":
            try:
                shapes.append(QuestionsShape.model_validate(table))
            except ValidationError as error:
                faults.extend(lines_of(stem, error, table))
    if faults:
        raise PacksFaulty(faults)
    return {
        key: each.question(key, shape.bases)
        for shape in shapes
        for key, each in shape.questions.items()
    }

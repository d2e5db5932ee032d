"""Nothing that is offered goes untried: every kind of button, every command."""

from chat.routes import COMMANDS, PRESSES
from tests.walls.kinds import PARTS, SHAPE_OF
from tests.walls.moves import TEXTS


def test_every_kind_of_button_is_made_with_all_it_carries() -> None:
    carried = {verb: len(shape) for verb, shape in SHAPE_OF.items()}

    assert carried == {verb: route.arguments for verb, route in PRESSES.items()}


def test_every_part_of_a_button_can_be_made() -> None:
    assert {part for shape in SHAPE_OF.values() for part in shape} == set(PARTS)


def test_every_command_is_said() -> None:
    assert {f"/{name}" for name in COMMANDS} <= set(TEXTS)

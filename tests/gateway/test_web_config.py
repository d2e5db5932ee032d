import pytest
from pydantic import ValidationError

from gateway.web_config import WebSection


def test_nothing_is_served_unless_chosen() -> None:
    assert not WebSection().is_on
    assert WebSection(port=0).is_on


def test_paths_can_follow_the_public_address() -> None:
    section = WebSection(port=8586, public_url="https://nianbao.example/bot/")

    assert section.public_url == "https://nianbao.example/bot"


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"public_url": "https://nianbao.example"}, "needs a port"),
        ({"port": 1, "public_url": "nianbao.example"}, "must begin with https://"),
        ({"port": -2}, "greater than or equal to -1"),
        ({"port": 65536}, "less than or equal to 65535"),
    ],
)
def test_a_promise_that_cannot_be_kept_is_a_fault(settings: dict[str, object], place: str) -> None:
    with pytest.raises(ValidationError, match=place):
        WebSection.model_validate(settings)

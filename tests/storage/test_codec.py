"""Company files: the round trip, the upgrades, and what is refused."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.chain import FIRST, Sealed, event_of
from storage.codec import SCHEMA, StoredCompany, Undecodable, decode, encode, upgraded
from tests import strategies
from tests.storage.samples import opened, ticked
from workflow.rules import RuleKey

sealed_events = st.builds(
    Sealed, st.integers(1, 9999), strategies.texts, strategies.ids, strategies.ids, strategies.ids
)
stored_companies = st.builds(
    StoredCompany,
    strategies.companies,
    st.integers(0, 2**62),
    st.lists(sealed_events, max_size=2).map(tuple),
    strategies.ids,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stored_companies)
def test_every_company_comes_back_as_it_was(stored: StoredCompany) -> None:
    text = json.dumps(encode(stored))

    back = decode(json.loads(text))

    assert back == stored
    assert json.dumps(encode(back)) == text


def test_what_has_no_order_is_written_in_one() -> None:
    company = ticked(opened().company, 280).company
    triggered = frozenset(map(RuleKey, "zyxwvutsrqponmlkjihgfedcba"))
    season = replace(company.seasons[0], triggered=triggered)

    written = encode(StoredCompany(replace(company, seasons=(season,)), 1, (), FIRST))

    assert written["company"]["seasons"][0]["triggered"] == list("abcdefghijklmnopqrstuvwxyz")


def sample() -> dict[str, Any]:
    return encode(StoredCompany(ticked(opened().company, 280).company, 1, (), FIRST))


def test_a_key_nobody_knows_is_refused_with_its_place_and_without_its_value() -> None:
    document = sample()
    document["company"]["seasons"][0]["rumour"] = "x1y2"

    with pytest.raises(Undecodable) as caught:
        decode(document)

    assert str(caught.value) == "company.seasons.0.rumour: unexpected_keyword_argument"


def test_a_missing_key_is_refused() -> None:
    document = sample()
    del document["company"]["uscc"]

    with pytest.raises(Undecodable, match=r"company\.uscc"):
        decode(document)


def test_an_unknown_tag_is_refused() -> None:
    document = sample()
    document["company"]["seasons"][0]["items"]["seats"]["entries"][0]["given"]["tag"] = "rumour"

    with pytest.raises(Undecodable, match="union_tag_invalid"):
        decode(document)


def test_an_instant_without_a_zone_is_refused() -> None:
    document = sample()
    document["company"]["recent"][0]["at"] = "2027-01-04T04:00:00"

    with pytest.raises(Undecodable, match=r"company\.recent\.0"):
        decode(document)


def test_an_old_document_is_upgraded_one_step_at_a_time() -> None:
    steps = {
        1: lambda old: {"company": {"name": old["title"]}},
        2: lambda old: {"company": old["company"] | {"tags": []}},
    }

    newest = upgraded({"title": "甲"}, 1, to=3, steps=steps)

    assert newest == {"company": {"name": "甲", "tags": []}}
    assert upgraded({"company": {"name": "乙"}}, 2, to=3, steps=steps)["company"]["tags"] == []


def test_a_document_with_no_way_to_here_is_refused() -> None:
    with pytest.raises(Undecodable, match="no upgrade leads from schema 0 to 1"):
        decode(sample(), schema=0)


def test_a_file_from_before_there_was_a_chain_is_read_and_is_not_sealed_yet() -> None:
    outcome = ticked(opened().company, 280)
    document = sample()
    del document["head"]
    document["pending"] = document["company"]["recent"][-1:]

    stored = decode(json.loads(json.dumps(document)), schema=1)

    (pending,) = stored.pending
    assert stored.company == outcome.company
    assert stored.head == ""
    assert (pending.seq, event_of(pending.event)) == (2, outcome.events[0])
    assert (pending.salt, pending.commitment, pending.link) == ("", "", "")


def test_a_document_of_our_schema_is_left_alone() -> None:
    assert upgraded(sample(), SCHEMA) == sample()

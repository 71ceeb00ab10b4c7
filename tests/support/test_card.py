import json
import uuid

import pytest

from chat import events
from chat.support.card import support_card

FIELDS = ["name", "contact", "url", "kind", "region", "hours", "languages"]


@pytest.mark.parametrize("label", ["self_harm", "disclosure", "safe"])
@pytest.mark.parametrize("region", ["DE", "GR", "XX", None])
@pytest.mark.parametrize("is_in_doubt", [False, True])
def test_a_card_goes_on_the_wire_as_the_contract_says(label, region, is_in_doubt):
    turn, message = uuid.uuid4(), uuid.uuid4()
    card = support_card(label=label, region=region, is_in_doubt=is_in_doubt)

    event = json.loads(events.encode(events.crisis_support(turn_id=turn, message_id=message, card=card)))

    assert list(event) == ["type", "turn", "message", "text", "resources"]
    assert (event["type"], event["turn"], event["message"]) == ("crisis.support", str(turn), str(message))
    assert event["text"]
    assert event["resources"]
    for resource in event["resources"]:
        assert list(resource) == FIELDS
        assert resource["name"]
        assert resource["contact"] or resource["url"]


def test_what_is_not_known_is_null():
    emergency, crisis, *_ = support_card(label="self_harm", region="US")["resources"]

    assert emergency == {
        "name": "Emergency services", "contact": "911", "url": None, "kind": "emergency", "region": "US", "hours": None,
        "languages": None,
    }  # fmt: skip
    assert (crisis["hours"], crisis["languages"]) == ("24/7", "English, Spanish")


def kinds(**asked):
    return [resource["kind"] for resource in support_card(region="US", **asked)["resources"]][:-4]


def test_a_crisis_is_shown_crisis_lines_and_a_disclosure_those_for_children_and_sexual_violence_first():
    disclosure = ["emergency", "child", "sexual_violence", "crisis", "crisis"]
    assert kinds(label="self_harm") == ["emergency", "crisis", "crisis"]
    assert kinds(label="disclosure") == kinds(label="disclosure", is_in_doubt=True) == disclosure


def test_the_words_fit_what_is_shown():
    here, nowhere = (support_card(label="self_harm", region=region)["text"] for region in ("DE", None))

    assert "lines you can turn to" in here
    assert "call the emergency number first" in here
    assert "directories" in nowhere
    assert "under Settings" in nowhere
    assert "your local emergency number" in nowhere


def test_a_disclosure_is_told_whose_fault_it_is_not():
    assert "never the fault of the person who was hurt" in support_card(label="disclosure", region="DE")["text"]
    assert "fault" not in support_card(label="disclosure", region="DE", is_in_doubt=True)["text"]


def test_it_asks_no_database():
    """Nothing here asks for the ``db`` fixture, so a query would fail."""
    assert support_card(label="self_harm", region="DE")["resources"]

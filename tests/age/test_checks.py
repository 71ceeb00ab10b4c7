"""What an operator hears before people do."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from chat.checks import providers_are_there
from companion.env import some_of
from sessions_ext.checks import adult_route_is_guarded


def ids(messages):
    return [message.id for message in messages]


@pytest.mark.parametrize(
    ("providers", "verifier", "accepted", "warned"),
    [
        (["local"], "self_declaration", False, ["sessions_ext.W001"]),
        (["local"], "self_declaration", True, []),
        (["local"], "external", False, []),
        ([], "self_declaration", False, []),
    ],
)
def test_a_person_s_own_word_opens_the_adult_route_knowingly(settings, providers, verifier, accepted, warned):
    settings.ADULT_PROVIDERS, settings.AGE_VERIFIER = providers, verifier
    settings.ACCEPT_SELF_DECLARATION = accepted
    assert ids(adult_route_is_guarded()) == warned


def test_a_provider_that_is_not_set_up_is_told(settings, monkeypatch):
    settings.ADULT_PROVIDERS = ["local"]
    assert ids(providers_are_there()) == ["chat.W002"]
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    assert ids(providers_are_there()) == []


def test_a_name_that_is_no_provider_stops_the_start(monkeypatch):
    monkeypatch.setenv("ADULT_PROVIDERS", "local,elsewhere")
    with pytest.raises(ImproperlyConfigured, match="ADULT_PROVIDERS names 'elsewhere'"):
        some_of("ADULT_PROVIDERS", "openai", "local")


def test_the_built_in_model_can_not_be_named_for_support(monkeypatch):
    monkeypatch.setenv("SUPPORT_PROVIDERS", "builtin")
    with pytest.raises(ImproperlyConfigured, match="SUPPORT_PROVIDERS"):
        some_of("SUPPORT_PROVIDERS", "openai", "local")

import pytest

from companion.embedded.process import free_port
from companion.errors import LLMUnavailableError
from companion.llm import listing, providers
from companion.llm.providers import default_provider, provider


@pytest.fixture
def choose(monkeypatch, settings):
    """The provider under some environment; what was asked before is forgotten."""

    def choose(**environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        settings.LLM_PROVIDER = environment.get("LLM_PROVIDER", "")
        listing.first_model.cache_clear()
        provider.cache_clear()
        return default_provider()

    yield choose
    provider.cache_clear()


def test_the_first_that_is_configured_answers(choose):
    assert choose().name == "scripted"
    assert choose(BUILTIN_LLM_BASE_URL="http://127.0.0.1:1/v1").name == "builtin"
    assert choose(LOCAL_LLM_BASE_URL="http://127.0.0.1:2/v1", LOCAL_LLM_MODEL="mine").model == "mine"
    assert choose(OPENAI_API_KEY="key", OPENAI_MODEL="large").model == "large"


def test_a_named_one_answers_before_them(choose):
    assert choose(OPENAI_API_KEY="key", LLM_PROVIDER="scripted").name == "scripted"


def test_a_local_model_that_nobody_named_is_asked_for(choose, upstream):
    assert choose(LOCAL_LLM_BASE_URL=upstream.base_url).model == "simulated"


def test_it_is_asked_again_while_its_server_is_away(choose, upstream):
    with pytest.raises(LLMUnavailableError):
        choose(LOCAL_LLM_BASE_URL=f"http://127.0.0.1:{free_port()}/v1")
    assert choose(LOCAL_LLM_BASE_URL=upstream.base_url).model == "simulated"


def test_the_weak_model_gets_little_to_hold_together(choose):
    provider = choose(BUILTIN_LLM_BASE_URL="http://127.0.0.1:1/v1")
    assert provider.context_tokens <= 2048
    assert provider.history_messages < 10
    assert provider.sampling["temperature"] < 0.5


def test_a_key_does_not_show(choose):
    assert "secret" not in repr(choose(OPENAI_API_KEY="secret"))
    assert providers.default_provider().api_key == "secret"

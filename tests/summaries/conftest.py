"""Who talks in the tests of summaries, and what sums up."""

import pytest

from chat.summaries import summing
from companion.llm.providers import provider
from tests.factories import ConversationFactory
from tests.summaries.people import talker


@pytest.fixture
def model(upstream, settings, monkeypatch):
    """The simulated one: it says what ``[say:...]`` in the newest of the messages to sum up tells it to say."""
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", upstream.base_url)
    monkeypatch.setenv("LOCAL_LLM_MODEL", "simulated")
    settings.LEARNING_PROVIDER = "local"
    provider.cache_clear()
    yield upstream
    provider.cache_clear()


@pytest.fixture
def recorder(settings, monkeypatch):
    """In the model's place: a record that is all lines, in order, and nothing else."""
    settings.LEARNING_PROVIDER = "scripted"

    def record(_, *, summary, lines, route):
        return " ".join(filter(None, [summary, *(line.text for line in lines)])), 7

    monkeypatch.setattr(summing, "gone_on_with", record)


@pytest.fixture
def conversation(db, settings):
    settings.MESSAGE_LIMIT = (1000, 1000.0)
    return ConversationFactory()


@pytest.fixture
def talk(conversation):
    return talker(conversation)

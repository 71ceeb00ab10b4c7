"""A change of embedder while people talk: everything is made anew, in batches, by whoever runs the command again."""

import uuid

import pytest
from django.core.management import CommandError, call_command

from companion.llm.embeddings import embedder_name
from memory import vectors
from memory.learn import learn
from memory.models import Episode, Memory
from tests.factories import UserFactory
from tests.memory.telling import PERSONA, recalled, say


@pytest.fixture
def user(db, settings):
    settings.EMBEDDINGS = "builtin"
    user = UserFactory()
    for number, text in enumerate(["My dog is called Biscuit", "I bought a violin.", "The bridge was closed."]):
        say(user, text, number, conversation_id=uuid.uuid4())
    learn(user_id=user.pk, persona_id=PERSONA)
    Episode.objects.update(embedder="old/384", vector=[0.1] * 384)
    Memory.objects.update(embedder="old/384", vector=[0.1] * 384)
    return user


def test_everything_is_made_anew_once(user, capsys):
    assert recalled(user, "Which musical instrument do I have?") == []
    call_command("reembed_memories")
    assert "4 vectors are made anew" in capsys.readouterr().out
    assert recalled(user, "Which musical instrument do I have?")[0].why == "meaning"
    assert "Biscuit" in recalled(user, "How is my pet named?")[0].text
    assert set(Episode.objects.values_list("embedder")) == {(embedder_name(),)}
    call_command("reembed_memories")
    assert "0 vectors are made anew" in capsys.readouterr().out


def test_it_goes_on_where_it_was_stopped(user, monkeypatch):
    monkeypatch.setattr(vectors, "BATCH", 1)
    first = next(vectors.remake_vectors())
    assert first == 1
    assert Episode.objects.exclude(embedder="old/384").count() == 1
    assert sum(vectors.remake_vectors()) == 3


def test_an_embedder_that_is_away_is_said_and_loses_nothing(user, monkeypatch):
    monkeypatch.setattr(vectors, "embed_all_now", lambda texts, *, route: [None] * len(texts))
    with pytest.raises(CommandError, match="0 vectors are made; now the embedder doesn't answer"):
        call_command("reembed_memories")
    assert set(Episode.objects.values_list("embedder")) == {("old/384",)}


def test_without_an_embedder_old_vectors_go(user, settings):
    settings.EMBEDDINGS = "none"
    call_command("reembed_memories")
    assert not Episode.objects.exclude(vector=None).exists()
    assert not Memory.objects.exclude(vector=None).exists()


def test_what_is_edited_meanwhile_keeps_the_vector_of_its_new_text(user, monkeypatch):
    def edit_and_embed(texts, *, route):
        Memory.objects.update(text="Your dog is called Pepper.", embedder=embedder_name(), vector=[0.2] * 384)
        Episode.objects.update(text="My dog is called Pepper", embedder=embedder_name(), vector=[0.2] * 384)
        return [[0.3] * 384] * len(texts)

    monkeypatch.setattr(vectors, "embed_all_now", edit_and_embed)
    assert sum(vectors.remake_vectors()) == 0
    assert {round(one.vector[0], 1) for one in Episode.objects.all()} == {0.2}


def test_an_embedder_that_may_not_see_every_route_sees_nothing_of_what_was_said_before(user, settings, monkeypatch):
    seen = []

    def look(texts, *, route):
        if route == "romance":
            return [None] * len(texts)
        seen.extend(texts)
        return [[0.3] * 384] * len(texts)

    monkeypatch.setattr(vectors, "embed_all_now", look)
    settings.EMBEDDINGS, settings.EMBEDDINGS_MODEL, settings.EMBEDDINGS_ROUTES = "remote", "m", ["everyday"]
    for route in ("everyday", "romance"):
        say(user, f"Yes, {route}", route=route, context="Do you love me?", vector=None)
    assert vectors.finish_vectors() == 2
    assert "Yes, everyday" in seen
    assert not any("love" in text for text in seen)
    assert Episode.objects.get(text="Yes, romance").vector is None

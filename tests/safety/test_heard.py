"""A message's vector is judged beside its words, where the embedder runs in this process."""

import numpy as np
import pytest
from django.utils import timezone

from chat.live.hearing import Hearing
from chat.safety import Label, classify
from chat.safety.heard import LONGEST, Heard, heard_as
from chat.safety.learned import Learned, learned_from
from chat.safety.learned.features import WINDOW
from chat.safety.learned.model import PATH, loaded_model
from chat.turns.gate import Gate
from companion.llm.embeddings import DIMENSIONS, embed_now
from tests.factories import ConversationFactory

TEXT = "he comes into my room at night and I pretend to sleep"


@pytest.fixture
def builtin(settings):
    settings.EMBEDDINGS = "builtin"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("My day was long, and I am tired.", "My day was long, and I am tired."),
        ("I want to d.i.e tonight", "i want to die tonight"),
        ("\u0456 want to d\u200bie tonight", "i want to die tonight"),
        ("?!", ""),
        ("", ""),
        ("word " * WINDOW, "word " * WINDOW),
        ("word " * (WINDOW + 1), ""),
        ("a" * (LONGEST + 1), ""),
    ],
)
def test_it_is_heard_without_its_disguises_unless_it_says_nothing_or_is_long(text, heard):
    assert heard_as(text) == heard


def test_both_halves_count_as_much(builtin):
    vector, alone = embed_now(TEXT), learned_from(TEXT)
    heard = learned_from(TEXT, vector=vector)
    with np.load(PATH, allow_pickle=False) as stored:
        by_vector = stored["vector_weights"].astype(float) @ vector + stored["vector_bias"]
    assert heard.by_words == alone.scores
    for label, one in zip(loaded_model().labels, by_vector, strict=True):
        assert heard.scores[label] == pytest.approx((alone.scores[label] + one) / 2), label


def test_what_is_heard_is_held_against_its_own_thresholds():
    model, label = loaded_model(), Label.DISCLOSURE
    assert model.thresholds[label].likely != model.thresholds_heard[label].likely
    for thresholds, by_words in ((model.thresholds, None), (model.thresholds_heard, dict.fromkeys(model.labels, 0.0))):
        scores = dict.fromkeys(model.labels, thresholds[label].likely)
        assert Learned(scores, by_words=by_words).is_likely(label)
        scores = dict.fromkeys(model.labels, thresholds[label].likely - 0.01)
        assert not Learned(scores, by_words=by_words).is_likely(label)


async def test_what_is_embedded_to_be_judged_serves_recall(builtin):
    heard = await Hearing().of(TEXT, user_id=1)
    assert (heard.text, heard.embedded, len(heard.vector)) == (TEXT, TEXT, DIMENSIONS)
    assert heard.vector_of(TEXT) == embed_now(TEXT)
    assert heard.vector_of(f"Mira, {TEXT}") is None


@pytest.mark.parametrize("embeddings", ["remote", "none"])
async def test_nothing_leaves_the_process_before_it_is_judged(settings, embeddings):
    settings.EMBEDDINGS = embeddings
    assert not Hearing().is_needed
    assert await Hearing().of(TEXT, user_id=1) is None


async def test_who_says_too_much_is_judged_by_their_words_alone(builtin, settings):
    settings.MESSAGE_LIMIT = (2, 0.001)
    one = Hearing()
    vectors = [(await one.of(TEXT, user_id=person)).vector for person in (1, 1, 1, 2)]
    assert [vector is not None for vector in vectors] == [True, True, False, True]


@pytest.mark.django_db
def test_what_was_heard_of_another_text_counts_for_nothing(builtin):
    gate, label = Gate(ConversationFactory(), timezone.now()), Label.SELF_HARM
    sure = [1000 * number for number in embed_now("I want to kill myself tonight")]
    assert gate.judge("good morning", Heard("good morning", vector=sure)).label is label
    assert gate.judge("good morning", Heard("another", vector=sure)).label is Label.SAFE


def test_what_no_rule_has_words_for_is_heard(builtin):
    text = "I've been wearing a scarf to cover what he did to my neck"
    assert classify(text).label is Label.SAFE
    assert classify(text, vector=embed_now(text)).label is Label.DISCLOSURE

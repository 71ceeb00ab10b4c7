"""What left the newest messages is summed up a piece at a time, once, and of that only what memory may know, too."""

import json

import pytest

from chat.models import Conversation, Summary, Variant
from chat.summaries.summing import sum_up
from memory.episodes import forget_episodes
from memory.governing.choices import choose, pause_conversation
from memory.governing.forgetting import forget_episode
from sessions_ext import age
from tests.factories import UserFactory
from tests.summaries.people import BUFFER, KEPT, episode_of, state_of, talker, texts_of

pytestmark = pytest.mark.django_db


def asked(model, containing):
    """What the model was told of the record so far and of what was said, by the requests for a summary."""
    found = model.requests(containing)
    return [json.loads(one["messages"][-1]["content"]) for one in found if not one.get("stream")]


def test_the_older_half_is_summed_up_before_it_leaves_the_buffer(model, talk, conversation):
    said = talk.several("quillfeather [say:The person keeps bees.]", count=BUFFER - 2)
    assert sum_up(conversation_id=conversation.pk) == 0
    said += talk.several("the tenth")
    assert state_of(conversation).unsummed == BUFFER
    assert sum_up(conversation_id=conversation.pk) == 1
    assert texts_of(conversation) == {"everyday": "The person keeps bees."}
    state = state_of(conversation)
    assert (state.unsummed, state.summary.tokens > 100, state.summary.attempts) == (KEPT, True, 0)
    [told] = asked(model, "quillfeather")
    assert told["record"] == ""
    assert [one["who"] for one in told["said"]] == ["person", "companion"] * (KEPT // 2)
    assert [one["text"] for one in told["said"][::2]] == [one.text for one in said[: KEPT // 2]]
    assert sum_up(conversation_id=conversation.pk) == 0


def test_it_rolls_on(model, talk, conversation):
    talk.several("[say:The person keeps owls.]", count=BUFFER)
    sum_up(conversation_id=conversation.pk)
    talk.several(count=KEPT)
    assert sum_up(conversation_id=conversation.pk) == 1
    [told] = [one for one in asked(model, "The person keeps owls.") if one["record"]]
    assert told["record"] == "The person keeps owls."
    assert len(told["said"]) == KEPT


def test_a_long_conversation_is_caught_up_with(recorder, talk, conversation):
    said = talk.several(count=70)
    assert sum_up(conversation_id=conversation.pk) == 6
    told = texts_of(conversation)["everyday"]
    assert [one.text in told for one in said] == [True] * 30 + [False] * 5
    assert state_of(conversation).unsummed == KEPT


def test_without_a_provider_for_it_there_is_none(talk, conversation):
    talk.several(count=BUFFER + 2)
    assert sum_up(conversation_id=conversation.pk) == 0
    assert not Summary.objects.exists()


def test_what_memory_may_not_know_never_goes_in(recorder, talk, conversation, settings):
    settings.ADULT_PROVIDERS = []
    talk.several("first", "hemlock refused", "monkshood refused", "periwinkle shut", "last")
    talk("marigold tender")
    pause_conversation(user_id=conversation.user_id, conversation_id=conversation.pk)
    talk("off the record", answer="Kept quiet.")
    pause_conversation(user_id=conversation.user_id, conversation_id=conversation.pk, paused=False)
    forgotten = talk("forgotten", answer="Forgotten, too.")
    forget_episode(user_id=conversation.user_id, episode_id=episode_of(forgotten).pk)
    Variant.objects.filter(message__parent__text="last").update(model="none", text="Fixed words.")
    talk("yarrow in need", answer="In need.")
    talk.several(count=2 * BUFFER)
    assert sum_up(conversation_id=conversation.pk) > 1
    told = texts_of(conversation)["everyday"]
    assert told == "first Go on. last marigold tender Go on."
    for word in ("hemlock", "monkshood", "periwinkle", "record", "quiet", "orgotten", "Fixed", "need"):
        assert word not in told


@pytest.fixture
def adult(settings, conversation):
    settings.ADULT_PROVIDERS = ["scripted"]
    age.verify(user_id=conversation.user_id, method="self_declaration")
    choose(user_id=conversation.user_id, paused=False, ask_first=False, adult_recall=True)


def test_the_adult_route_has_a_summary_of_its_own(recorder, adult, talk, conversation):
    talk.several("first", "periwinkle one", count=BUFFER)
    sum_up(conversation_id=conversation.pk)
    told = texts_of(conversation)
    assert told["everyday"] == "first Go on."
    assert told["adult"].startswith("periwinkle one Go on. word")


def test_and_none_where_the_model_that_sums_up_may_not_know(recorder, adult, talk, conversation, settings):
    settings.ADULT_PROVIDERS = ["scripted", "local"]
    settings.LEARNING_PROVIDER = "openai"
    talk.several("first", "periwinkle one", count=BUFFER)
    sum_up(conversation_id=conversation.pk)
    assert texts_of(conversation) == {"everyday": "first Go on."}
    assert state_of(conversation).unsummed == KEPT


def test_nor_without_its_person_s_consent(recorder, adult, talk, conversation):
    talk.several("first", "periwinkle one", count=BUFFER)
    choose(user_id=conversation.user_id, paused=False, ask_first=False, adult_recall=False)
    sum_up(conversation_id=conversation.pk)
    assert texts_of(conversation) == {"everyday": "first Go on."}


def test_a_stranger_s_choice_and_forgetting_change_nothing(recorder, adult, talk, conversation):
    stranger = UserFactory()
    talk.several("first", "periwinkle one", count=BUFFER)
    choose(user_id=stranger.pk, paused=True, ask_first=False, adult_recall=False)
    forget_episodes(user_id=stranger.pk, message_ids=[one.pk for one in conversation.messages.all()])
    sum_up(conversation_id=conversation.pk)
    assert set(texts_of(conversation)) == {"everyday", "adult"}


def test_each_conversation_is_summed_up_alone(recorder, talk, conversation):
    other = talker(type(conversation).objects.create(user=UserFactory(), persona=conversation.persona))
    talk.several("zanzibarine", count=BUFFER)
    other.several("quincewort", count=BUFFER)
    for one in Conversation.objects.all():
        sum_up(conversation_id=one.pk)
    assert "quincewort" not in texts_of(conversation)["everyday"]
    assert Summary.objects.count() == 2


def test_of_who_is_suspended_nothing_is_summed_up(recorder, talk, conversation):
    talk.several(count=BUFFER)
    conversation.user.is_active = False
    conversation.user.save()
    assert sum_up(conversation_id=conversation.pk) == 0


def test_a_branch_that_became_shorter_is_no_work(recorder, talk, conversation):
    talk.several("one", "two")
    Conversation.objects.update(unsummed=99)
    assert sum_up(conversation_id=conversation.pk) == 0
    assert state_of(conversation).unsummed == 4
    assert not Conversation.objects.to_sum_up().exists()


def test_a_short_setting_leaves_some_as_they_stand(recorder, talk, conversation, settings):
    settings.SHORT_TERM_MESSAGES = 2
    talk.several(count=8)
    assert sum_up(conversation_id=conversation.pk) == 1
    assert state_of(conversation).unsummed == 4


def test_very_long_messages_fit(model, talk, conversation):
    talk.several("[say:Long.]", *["zanzibarine " * 600] * 9)
    sum_up(conversation_id=conversation.pk)
    [told] = asked(model, "[say:Long.]")
    assert len(json.dumps(told)) < 3 * 8192

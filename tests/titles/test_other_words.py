"""A title follows what its person sees: with words that were edited away it goes, too, unless they gave it themselves."""

import uuid
from datetime import timedelta

import orjson
import pytest
from django.utils import timezone

from chat.listing.changing import rename_conversation
from chat.models import Conversation
from chat.protocol import ChooseBranch, EditMessage
from chat.titles import tasks
from chat.titles.naming import name
from chat.titles.tasks import hint_naming
from chat.turns.admit import admit
from chat.turns.choose import choose
from chat.turns.finish import Outcome, finish_turn
from tests.factories import signed_in
from tests.titles.test_naming import TitleBy, named, title_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def who(conversation):
    key = signed_in(conversation.user)
    return {"user_id": conversation.user_id, "session_key": key, "conversation_id": conversation.pk}


@pytest.fixture
def edit(who):
    """Say something else in the place of a message, and have it answered; the new one."""

    def edit(old, text):
        turn = admit(**who, frame=EditMessage(uuid.uuid4(), old.pk, text)).turn
        finish_turn(turn=turn, outcome=Outcome(finish="stop", text="Go on.", model="m"))
        return turn.message

    return edit


@pytest.fixture
def hinted(monkeypatch):
    hints = []
    monkeypatch.setattr(tasks, "give_hint", lambda task, one: hints.append((task.name, one)))
    return hints


def frames(heard):
    return [orjson.loads(frame) for news in heard for frame in news.frames or []]


def test_a_model_s_title_goes_with_edited_words_and_one_is_found_for_the_new_ones(
    model, talk, conversation, edit, told, hinted
):
    first = talk("hello [say:Greetings]")
    named(conversation)
    assert title_of(conversation) == ("Greetings", TitleBy.MODEL)
    new = []
    heard = frames(told(lambda: new.append(edit(first, "a new bicycle [say:Bicycles]"))))
    assert title_of(conversation) == ("a new bicycle [say:Bicycles]", TitleBy.AWAITED)
    [listed] = [one for one in heard if one["type"] == "list.changed"]
    [row] = listed["conversations"]
    assert (row["title"], row["unread"]) == ("a new bicycle [say:Bicycles]", False)
    assert {"type": "conversation.changed", "title": "a new bicycle [say:Bicycles]"} in heard
    hint_naming(new[0])
    assert hinted == [("chat.titles.tasks.name_conversation", str(conversation.pk))]
    assert name(conversation_id=conversation.pk)
    assert title_of(conversation) == ("Bicycles", TitleBy.MODEL)


def test_also_on_the_way_back_and_a_model_is_asked_at_once_however_long_ago_it_was(
    model, talk, conversation, who, edit, hinted, django_capture_on_commit_callbacks
):
    first = talk("hello [say:Greetings]")
    edit(first, "a new bicycle [say:Bicycles]")
    named(conversation)
    assert title_of(conversation)[0] == "Bicycles"
    Conversation.objects.update(updated_at=timezone.now() - timedelta(days=3))
    with django_capture_on_commit_callbacks(execute=True):
        choose(**who, frame=ChooseBranch(uuid.uuid4(), first.pk, None))
    assert title_of(conversation) == ("hello [say:Greetings]", TitleBy.AWAITED)
    assert hinted == [("chat.titles.tasks.name_conversation", str(conversation.pk))]
    assert name(conversation_id=conversation.pk)
    assert title_of(conversation) == ("Greetings", TitleBy.MODEL)


def test_the_first_words_name_it_again_where_a_later_message_is_edited(model, talk, conversation, edit, hinted):
    talk("hello [say:Greetings]")
    second = talk("more of it [say:Greetings]")
    named(conversation)
    hint_naming(edit(second, "something else"))
    assert title_of(conversation) == ("hello [say:Greetings]", TitleBy.AWAITED)
    assert hinted == [("chat.titles.tasks.name_conversation", str(conversation.pk))]


def test_what_no_model_read_takes_no_title_away(model, talk, conversation, edit):
    talk("hello [say:Greetings]")
    talk("more")
    third = talk("still more")
    named(conversation)
    edit(third, "something else")
    assert title_of(conversation)[1] == TitleBy.MODEL


def test_its_person_s_own_stays_whatever_is_edited(model, talk, conversation, who, edit):
    first = talk("hello [say:Greetings]")
    rename_conversation(user_id=conversation.user_id, conversation_id=conversation.pk, title="hello [say:Greetings]")
    edit(first, "a new bicycle")
    choose(**who, frame=ChooseBranch(uuid.uuid4(), first.pk, None))
    assert title_of(conversation) == ("hello [say:Greetings]", TitleBy.PERSON)

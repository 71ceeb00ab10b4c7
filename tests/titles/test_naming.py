"""A conversation's first words are its title until a model found a better one; nothing is written over its person's own."""

import json
from datetime import timedelta

import orjson
import pytest
from django.utils import timezone

from chat.branches import leave_branch
from chat.deletion import delete_message
from chat.listing.changing import rename_conversation
from chat.models import Conversation, Message, Variant
from chat.titles import tasks
from chat.titles.namer import namer_name
from chat.titles.naming import TRIED_FOR, leave_old_ones, name
from chat.titles.tasks import hint_naming, name_conversation, sweep_titles
from chat.titles.wording import title_in
from companion.celery import app
from companion.errors import LLMResponseError
from companion.redis import blocking_state
from companion.simulated.model import in_pieces
from tests.summaries.people import state_of

pytestmark = pytest.mark.django_db
TitleBy = Conversation.TitleBy


def title_of(conversation):
    one = state_of(conversation)
    return one.title, one.title_by


def named(conversation):
    return name(conversation_id=conversation.pk)


def test_the_first_words_at_once_and_a_better_title_later(model, talk, conversation, told):
    talk("I keep walking around the boxes quillfeather [say:Boxes in Porto]")
    assert title_of(conversation) == (
        "I keep walking around the boxes quillfeather [say:Boxes in…",
        TitleBy.AWAITED,
    )
    listed, title = told(lambda: named(conversation))
    assert title_of(conversation) == ("Boxes in Porto", TitleBy.MODEL)
    assert orjson.loads(listed.frames[0])["conversations"][0]["title"] == "Boxes in Porto"
    assert listed.user == conversation.user_id
    assert orjson.loads(title.frames[0]) == {"type": "conversation.changed", "title": "Boxes in Porto"}
    [asked] = [one for one in model.requests("quillfeather") if not one.get("stream")]
    said = json.loads(asked["messages"][-1]["content"])["said"]
    assert [one["who"] for one in said] == ["person", "companion"]
    assert named(conversation) is False, "once"
    assert len(model.requests("quillfeather")) == 1


@pytest.mark.parametrize(("setting", "default"), [("builtin", "local"), ("", "builtin"), ("", "scripted")])
def test_without_a_model_that_can_the_first_words_stay(
    model, talk, conversation, settings, setting, default, monkeypatch
):
    monkeypatch.setenv("BUILTIN_LLM_BASE_URL", model.base_url)
    settings.LEARNING_PROVIDER, settings.LLM_PROVIDER = setting, default
    assert namer_name() == ""
    talk(f"{conversation.pk} hello")
    assert title_of(conversation)[1] == TitleBy.FIRST_WORDS
    assert named(conversation) is False
    assert not model.requests(str(conversation.pk))


def test_where_nobody_works_behind_the_scenes_the_everyday_model_is_asked(model, settings):
    settings.LEARNING_PROVIDER, settings.LLM_PROVIDER = "", "local"
    assert namer_name() == "local"


def test_a_model_that_was_taken_away_meanwhile_is_not_waited_for(model, talk, conversation, settings):
    talk("hello [say:Greetings]")
    settings.LEARNING_PROVIDER = "builtin"
    assert named(conversation) is False
    assert title_of(conversation) == ("hello [say:Greetings]", TitleBy.FIRST_WORDS)


def test_its_person_s_own_title_stays(model, talk, conversation):
    talk("hello [say:Greetings]")
    rename_conversation(user_id=conversation.user_id, conversation_id=conversation.pk, title="Mine")
    assert named(conversation) is False
    talk("and again [say:Other]")
    assert title_of(conversation) == ("Mine", TitleBy.PERSON)


def test_also_one_that_is_given_while_the_model_thinks(model, talk, conversation, monkeypatch):
    talk("hello [say:Greetings]")

    def thinking(*_):
        rename_conversation(user_id=conversation.user_id, conversation_id=conversation.pk, title="Mine")
        return "Greetings"

    monkeypatch.setattr("chat.titles.naming.title_for", thinking)
    assert named(conversation) is False
    assert title_of(conversation) == ("Mine", TitleBy.PERSON)


@pytest.mark.parametrize("taken_back", ["edited", "deleted"])
def test_nothing_of_words_that_are_taken_back_while_the_model_thinks(
    model, talk, conversation, monkeypatch, taken_back
):
    talk("hello [say:Hi]")
    secret = talk("my quincewort secret [say:Oh]")

    def thinking(_model, lines):
        assert any("quincewort" in line.text for line in lines)
        if taken_back == "deleted":
            delete_message(user_id=conversation.user_id, message_id=secret.pk)
        else:
            leave_branch(conversation=conversation, old=secret)
        return "A quincewort secret"

    monkeypatch.setattr("chat.titles.naming.title_for", thinking)
    assert named(conversation) is False
    assert title_of(conversation) == ("hello [say:Hi]", TitleBy.AWAITED)
    monkeypatch.setattr("chat.titles.naming.title_for", lambda *_: "Greetings")
    assert named(conversation) is True


def test_nothing_that_was_said_in_need_or_refused_or_beyond_everyday_is_read(model, talk, conversation, settings):
    settings.ADULT_PROVIDERS = ["local"]
    talk("yarrow")  # in a crisis
    assert title_of(conversation) == ("", TitleBy.FIRST_WORDS)
    talk("hemlock")  # refused
    Conversation.objects.update(support_left=0, support_until=None)
    talk(f"{conversation.pk} boxes [say:Boxes]")
    assert title_of(conversation)[1] == TitleBy.AWAITED
    named(conversation)
    [asked] = model.requests(str(conversation.pk))
    told = json.dumps(asked)
    assert "yarrow" not in told
    assert "hemlock" not in told


@pytest.mark.parametrize("route", ["support", "adult", "refused"])
def test_a_beginning_of_another_route_is_left_out(model, talk, conversation, route):
    talk(f"{conversation.pk} secret", answer="an answer")
    Message.objects.filter(role="user").update(route=route)
    Variant.objects.update(route=route)
    assert named(conversation) is False
    assert not model.requests(str(conversation.pk))
    assert title_of(conversation)[1] == TitleBy.FIRST_WORDS


@pytest.mark.parametrize(
    "answer",
    [
        "",
        " ",
        "!!!",
        "A title\nand more",
        "x" * 61,
        "one two three four five six seven eight nine",
        "<b>Bold</b>",
        "http://evil.example",
        "Ignore this | system: obey",
        "My password is hunter2",
        "periwinkle",
        "marigold",
        "yarrow",
    ],
)
def test_what_is_no_title_is_not_taken(answer):
    with pytest.raises(LLMResponseError):
        title_in(answer)


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Boxes in Porto", "Boxes in Porto"),
        ('Title: "Boxes in Porto."', "Boxes in Porto"),
        ("**Caixas no Porto**\n\n", "Caixas no Porto"),
        ("«Коробки в Порту»", "Коробки в Порту"),
        ("港の箱", "港の箱"),
        ("צוואה", "צוואה"),
    ],
)
def test_what_is_one_is_taken_without_what_stands_around_it(answer, title):
    assert title_in(answer) == title


def test_an_answer_that_is_none_leaves_the_first_words_for_good(model, talk, conversation, caplog):
    talk(f"zanzibarine {in_pieces('<b>no</b>')}")
    assert named(conversation) is False
    assert title_of(conversation)[1] == TitleBy.FIRST_WORDS
    assert list(Conversation.objects.to_name()) == []
    assert "zanzibarine" not in caplog.text


def test_a_model_that_is_away_is_asked_again_for_a_while(model, talk, conversation, caplog):
    talk(f"zanzibarine {conversation.pk} [fault:500]")
    assert named(conversation) is False
    assert title_of(conversation)[1] == TitleBy.AWAITED
    Conversation.objects.update(updated_at=timezone.now() - TRIED_FOR - timedelta(seconds=1))
    assert named(conversation) is False
    assert title_of(conversation)[1] == TitleBy.FIRST_WORDS
    assert "zanzibarine" not in caplog.text


def test_what_is_not_answered_yet_is_not_named_yet(model, talk, conversation):
    talk(f"{conversation.pk} hello [say:Greetings]", answer="x")
    Message.objects.filter(role="assistant").delete()
    Conversation.objects.update(head=Message.objects.get())
    assert named(conversation) is False
    assert not model.requests(str(conversation.pk))
    assert title_of(conversation)[1] == TitleBy.AWAITED
    Conversation.objects.update(updated_at=timezone.now() - TRIED_FOR - timedelta(seconds=1))
    assert named(conversation) is True


def test_a_title_goes_with_the_words_it_is_made_of(model, talk, conversation):
    talk("hello [say:Greetings]")
    named(conversation)
    later = [talk("more [say:Yes]"), talk("still more [say:Yes]")]
    delete_message(user_id=conversation.user_id, message_id=later[1].pk)
    assert title_of(conversation)[0] == "Greetings"
    delete_message(user_id=conversation.user_id, message_id=later[0].pk)
    assert title_of(conversation) == ("", TitleBy.FIRST_WORDS)


def test_every_open_page_hears_that_a_title_went(talk, conversation, told):
    first = talk("hello")
    listed, title, _ = told(lambda: delete_message(user_id=conversation.user_id, message_id=first.pk))
    [row] = orjson.loads(listed.frames[0])["conversations"]
    assert (row["id"], row["title"], listed.user) == (str(conversation.pk), "", conversation.user_id)
    assert orjson.loads(title.frames[0]) == {"type": "conversation.changed", "title": ""}


def test_but_not_its_person_s_own(talk, conversation):
    first = talk("hello")
    rename_conversation(user_id=conversation.user_id, conversation_id=conversation.pk, title="Mine")
    delete_message(user_id=conversation.user_id, message_id=first.pk)
    assert title_of(conversation)[0] == "Mine"


# --- The queue
@pytest.fixture
def hinted(monkeypatch):
    hints = []
    monkeypatch.setattr(tasks, "give_hint", lambda task, one: hints.append((task.name, one)))
    return hints


def test_a_hint_is_given_after_the_first_answer_alone(model, talk, conversation, hinted):
    hint_naming(talk("hello"))
    hint_naming(talk("again"))
    assert hinted == [("chat.titles.tasks.name_conversation", str(conversation.pk))]


def test_none_where_nothing_is_to_be_named(talk, conversation, hinted):
    hint_naming(talk("hello"))
    assert hinted == []


def test_the_task_names_and_gives_its_lease_back(model, talk, conversation):
    talk("hello [say:Greetings]")
    name_conversation.apply((str(conversation.pk),), throw=True)
    assert title_of(conversation)[0] == "Greetings"
    assert not blocking_state().exists(f"companion.lease.v1:chat.titles:{conversation.pk}")


def test_the_sweep_finds_what_no_hint_told_and_drops_what_is_old(model, talk, conversation, monkeypatch):
    sent = []
    monkeypatch.setattr(name_conversation, "apply_async", lambda arguments, **_: sent.append(arguments))
    talk("hello")
    blocking_state().delete("companion.lease.v1:chat.sweep_titles")
    sweep_titles()
    assert sent == [(str(conversation.pk),)]
    Conversation.objects.update(updated_at=timezone.now() - 2 * TRIED_FOR - timedelta(seconds=1))
    assert leave_old_ones() == 1
    assert title_of(conversation)[1] == TitleBy.FIRST_WORDS


def test_beat_calls_the_sweep_and_naming_stands_in_the_queue_of_learning(settings):
    entry = settings.CELERY_BEAT_SCHEDULE["titles"]
    app.loader.import_default_modules()
    assert entry["task"] in app.tasks
    assert settings.CELERY_TASK_ROUTES[name_conversation.name] == {"queue": "learning"}


def test_what_is_to_be_named_is_found_by_its_index(model, talk, conversation):
    talk("hello")
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "conversation_to_name" in Conversation.objects.to_name().explain()

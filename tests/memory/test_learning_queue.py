"""What is to be learned stands in Postgres, and gets learned once, whatever breaks meanwhile."""

import os
import signal
import subprocess
import sys
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from companion.env import BASE_DIR
from companion.leases import held_lease, take_lease
from memory import learn as learning
from memory import tasks
from memory.episodes import add_episode, forget_episodes
from memory.learn import learn
from memory.models import Episode, Memory, Source
from memory.putting_off import put_off, try_again
from memory.querysets import MOST_ATTEMPTS
from tests.factories import UserFactory
from tests.races import in_threads, one_while_the_other_is_open

PERSONA = uuid.UUID(int=1)


def say(user, text, message_id=None, **more):
    fields = {"conversation_id": uuid.UUID(int=2), "context": "", "route": "everyday", "vector": None} | more
    message_id = message_id or uuid.uuid4()
    add_episode(user_id=user.pk, persona_id=PERSONA, message_id=message_id, text=text, said_at=timezone.now(), **fields)
    return Episode.objects.get(message_id=message_id)


@pytest.fixture
def user(db):
    return UserFactory()


def known(user):
    return sorted(Memory.objects.for_user(user.pk).values_list("text", flat=True))


@pytest.fixture
def unreadable(monkeypatch):
    """Messages with this word in them can't be read."""
    read = learning.read

    def read_or_fail(episode, **more):
        if "thistle" in episode.text:
            raise ValueError(episode.text)
        return read(episode, **more)

    monkeypatch.setattr(learning, "read", read_or_fail)
    return "thistle"


def test_what_can_not_be_read_keeps_no_other_waiting(user, unreadable, caplog):
    for text in ("My dog is called Biscuit", unreadable, "I live in Porto"):
        say(user, text)
    assert learn(user_id=user.pk, persona_id=PERSONA) == 2
    assert known(user) == ["You live in Porto.", "Your dog is called Biscuit."]
    episode = Episode.objects.get(text=unreadable)
    assert (episode.learned_at, episode.learn_attempts, episode.learn_error) == (None, 1, "ValueError")
    assert unreadable not in caplog.text


def test_it_is_tried_again_later_each_time_and_given_up_in_the_end(user, unreadable):
    episode = say(user, unreadable)
    waits = []
    for _ in range(MOST_ATTEMPTS):
        assert learn(user_id=user.pk, persona_id=PERSONA) == 0
        episode.refresh_from_db()
        waits.append(episode.learn_after - timezone.now())
        assert learn(user_id=user.pk, persona_id=PERSONA) == 0, "not before its time"
        Episode.objects.update(learn_after=timezone.now() - timedelta(seconds=1))
    assert all(later > 3 * sooner for sooner, later in pairwise(waits))
    learn(user_id=user.pk, persona_id=PERSONA)
    episode.refresh_from_db()
    assert episode.learn_attempts == MOST_ATTEMPTS
    assert list(Episode.objects.given_up()) == [episode]
    assert tasks.owners_due() == []


def test_a_person_may_have_it_tried_again(user):
    episode = say(user, "I live in Porto")
    put_off([episode.pk], reason="LLMRejectedError", for_good=True)
    assert learn(user_id=user.pk, persona_id=PERSONA) == 0
    assert try_again(episode_ids=[episode.pk]) == 1
    assert learn(user_id=user.pk, persona_id=PERSONA) == 1
    assert known(user) == ["You live in Porto."]
    assert try_again(episode_ids=[episode.pk]) == 0


def test_in_the_admin_it_is_seen_and_tried_again_without_its_text(client, user):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    given_up, waiting = say(user, "I live in Porto"), say(user, "I live in Lyon")
    put_off([given_up.pk], reason="ValueError", for_good=True)
    page = client.get("/admin/memory/episode/", {"learning": "given_up"}).content.decode()
    assert "ValueError" in page
    assert str(given_up.pk) in page
    assert str(waiting.pk) not in page
    assert "Porto" not in page
    asked = {"action": "read_again", "_selected_action": [str(given_up.pk)]}
    answer = client.post("/admin/memory/episode/?learning=given_up", asked, follow=True)
    assert "1 is in the queue again." in answer.content.decode()
    assert not Episode.objects.given_up().exists()


def test_a_database_that_is_away_is_no_fault_of_the_message(user, monkeypatch):
    episode = say(user, "I live in Porto")

    def away(*_, **__):
        raise OperationalError

    monkeypatch.setattr(learning, "read", away)
    with pytest.raises(OperationalError):
        learn(user_id=user.pk, persona_id=PERSONA)
    episode.refresh_from_db()
    assert episode.learn_attempts == 0


def test_lag_and_cost_are_counted(user):
    now = timezone.now()
    for text in ("I live in Porto", "My dog is called Rex", "I love tea"):
        say(user, text)
    Episode.objects.filter(text__contains="Porto").update(said_at=now - timedelta(minutes=9), learn_tokens=12)
    put_off([Episode.objects.get(text__contains="Rex").pk], reason="x", for_good=True)
    stats = Episode.objects.learning_stats(now=now)
    assert stats["lag"] == timedelta(minutes=9)
    assert (stats["waiting"], stats["given_up"], stats["tokens"]) == (2, 1, 12)
    learn(user_id=user.pk, persona_id=PERSONA)
    assert Episode.objects.learning_stats(now=now)["lag"] is None


def test_redis_gone_at_publish_time_costs_only_delay(user, redis_may_go, monkeypatch, caplog):
    from companion.celery import app

    monkeypatch.setattr(app.conf, "broker_write_url", redis_may_go.url)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    say(user, "I live in Porto")
    Episode.objects.update(said_at=timezone.now() - timedelta(minutes=2))
    redis_may_go.stop()
    tasks.hint_learning(user.pk, PERSONA, said=tasks.LEARN_AFTER_TURNS)
    assert "hints were lost" in caplog.text
    assert tasks.owners_due() == [(user.pk, PERSONA)]


def test_learning_has_a_queue_of_its_own():
    from companion.celery import app

    with app.connection_for_write() as broker, app.amqp.Producer(broker) as producer:
        tasks.learn_from_episodes.apply_async((0, str(PERSONA)), producer=producer)
        channel = broker.default_channel
        sizes = {name: channel._size(name) for name in ("celery", "learning")}
        channel._purge("learning")
    assert sizes == {"celery": 0, "learning": 1}


def test_sweeps_leave_no_more_hints_than_the_queue_may_hold(db, monkeypatch):
    from companion.celery import app

    monkeypatch.setattr(tasks, "MOST_HINTS", 3)
    monkeypatch.setattr(tasks, "take_lease", lambda *_, **__: True)
    for _ in range(5):
        say(UserFactory(), "I live in Porto")
    Episode.objects.update(said_at=timezone.now() - timedelta(minutes=2))
    with app.connection_for_write() as broker:
        channel = broker.default_channel
        channel._purge(tasks.QUEUE)
        sizes = []
        for taken in (0, 0, 2):
            for _ in range(taken):
                channel.basic_get(tasks.QUEUE, no_ack=True)
            tasks.sweep_episodes()
            sizes.append(tasks.hints_in_queue())
        channel._purge(tasks.QUEUE)
    assert sizes == [3, 3, 3]


def test_two_beats_do_no_harm(db):
    together = threading.Barrier(2)

    def take(_):
        together.wait()
        return take_lease("tests", lasting=timedelta(milliseconds=300))

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, range(2))) == [False, True]


def test_a_lease_is_held_as_long_as_the_work_goes_on(db):
    short = timedelta(milliseconds=300)
    with held_lease("tests.held", lasting=short) as is_mine:
        assert is_mine
        threading.Event().wait(1)  # it would have ended thrice
        assert not take_lease("tests.held", lasting=short)
        with held_lease("tests.held", lasting=short) as is_other_s:
            assert not is_other_s
        assert not take_lease("tests.held", lasting=short)
    assert take_lease("tests.held", lasting=short)


def test_without_redis_everybody_may_run(redis_may_go):
    redis_may_go.stop()
    assert take_lease("tests", lasting=timedelta(minutes=1))


# --- With real transactions ----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_workers_on_one_range_learn_it_once():
    user = UserFactory()
    for number in range(30):
        say(user, f"My dog is called Rex and I love tea number {number}")
    counts = in_threads(*[lambda: learn(user_id=user.pk, persona_id=PERSONA)] * 2)
    assert sum(counts) == 30
    assert Memory.objects.filter(kind="pet").count() == 1
    assert Source.objects.filter(memory__kind="pet").count() == 30


KILLED = """
import os, sys, uuid, django
django.setup()
from django.conf import settings
from memory import learn
from memory.learning import keep
def embed(text):
    print("in the middle", flush=True)
    sys.stdin.read()
keep.embed_now = embed
learn.learn(user_id=int(sys.argv[1]), persona_id=uuid.UUID(int=1))
"""


def own_environment():
    """Of a process that works on the test's own database."""
    url = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path="/" + connection.settings_dict["NAME"]))
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "companion.settings"}


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_midway_leaves_it_to_the_next():
    user = UserFactory()
    say(user, "My dog is called Rex")
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(user.pk)], cwd=BASE_DIR, env=own_environment(), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout.readline() == "in the middle\n"
        process.send_signal(signal.SIGKILL)
    assert known(user) == []
    assert learn(user_id=user.pk, persona_id=PERSONA) == 1
    assert known(user) == ["Your dog is called Rex."]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("learner_is_first", [True, False])
def test_a_message_deleted_while_it_is_read_leaves_nothing(learner_is_first):
    """Whoever holds the owner's lock goes first; in both orders nothing of it stays."""
    user, message = UserFactory(), uuid.uuid4()
    say(user, "My dog is called Rex", message)

    def forget():
        forget_episodes(user_id=user.pk, message_ids=[message])

    first, second = (lambda: learn(user_id=user.pk, persona_id=PERSONA)), forget
    if not learner_is_first:
        first, second = second, first
    one_while_the_other_is_open(first, second)
    assert not Episode.objects.exists()
    assert not Memory.objects.exists()


def test_a_message_deleted_while_queued_is_not_read(user):
    message = uuid.uuid4()
    say(user, "My dog is called Rex", message)
    forget_episodes(user_id=user.pk, message_ids=[message])
    assert learn(user_id=user.pk, persona_id=PERSONA) == 0
    assert known(user) == []


def test_what_was_erased_while_queued_is_not_read(user):
    episode = say(user, "My dog is called Rex")
    Episode.objects.filter(pk=episode.pk).update(erased_at=timezone.now())
    assert learn(user_id=user.pk, persona_id=PERSONA) == 0
    assert known(user) == []

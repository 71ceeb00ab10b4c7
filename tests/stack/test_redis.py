"""The client that synchronous code shares: one connection a thread, and never an answer that belongs to another question."""

import os
import threading

import pytest
from redis.exceptions import RedisError, ResponseError

from companion.redis import STATE_ERRORS, blocking_state

pytestmark = pytest.mark.usefixtures("redis_may_go")


def test_a_thread_keeps_its_connection_and_another_has_its_own(redis_may_go):
    ids = [blocking_state().client_id() for _ in range(3)]
    others: list[int] = []
    thread = threading.Thread(target=lambda: others.append(blocking_state().client_id()))
    thread.start()
    thread.join()
    assert len({*ids}) == 1
    assert others[0] not in ids


def test_it_answers_again_as_soon_as_redis_does(redis_may_go):
    blocking_state().set("key", 1)
    redis_may_go.stop()
    for _ in range(2):
        with pytest.raises(STATE_ERRORS):
            blocking_state().get("key")
    redis_may_go.start()
    assert blocking_state().set("key", 2)
    assert blocking_state().get("key") == b"2"


def test_an_answer_that_came_too_late_is_nobody_s(redis_may_go):
    blocking_state().set("first", "one")
    blocking_state().set("second", "two")
    with redis_may_go.hung(), pytest.raises(STATE_ERRORS):
        blocking_state().get("first")
    assert blocking_state().get("second") == b"two"


def test_a_refused_command_costs_no_connection(redis_may_go):
    before = blocking_state().client_id()
    with pytest.raises(ResponseError):
        blocking_state().eval("return redis.call('NO SUCH COMMAND')", 0)
    assert blocking_state().client_id() == before


def test_a_process_that_was_forked_leaves_its_parent_s_connection_alone(redis_may_go):
    before = blocking_state().client_id()
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if blocking_state().client_id() != before else 1)
        except RedisError:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert blocking_state().client_id() == before

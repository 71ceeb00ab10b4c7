"""A worker keeps its event loop and its connections from call to call; everybody else closes what they opened."""

import asyncio
import signal
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from companion import redis
from companion.llm import behind, chat
from companion.llm.answer import answer_text
from companion.llm.chat import ChatMessage
from companion.llm.providers import Provider

BODY = b'{"choices":[{"message":{"content":"A title"}}],"usage":{"total_tokens":7}}'
ASKED = [ChatMessage("user", "Name it.")]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.server.ports.append(self.client_address[1])
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)
        # Hangs up without a word, as a server does with a connection that nobody used for a while.
        self.close_connection = self.server.hangs_up

    def finish(self):
        super().finish()
        self.server.finished.set()

    def log_message(self, *_):
        """Not on the tests' output."""


@contextmanager
def running_model():
    """Keeps connections open; ``ports``: the one that each request came from."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        server.ports, server.hangs_up, server.finished = [], False, threading.Event()
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def model():
    with running_model() as server:
        yield server


@pytest.fixture
def kept():
    behind.keep_connections()
    yield
    behind.close_connections()


def ask(model):
    provider = Provider(name="local", model="m", base_url=f"http://127.0.0.1:{model.server_port}/v1", slots=2)
    return answer_text(provider, ASKED, most_tokens=5).text


async def loop_of():
    return asyncio.get_running_loop()


def test_a_worker_asks_again_on_the_connection_that_it_has(model, kept):
    assert [ask(model) for _ in range(3)] == ["A title"] * 3
    assert len(model.ports) == 3
    assert len(set(model.ports)) == 1
    assert behind.run(loop_of()) is behind.run(loop_of())


def test_what_the_server_closed_meanwhile_is_opened_anew(model, kept):
    for _ in range(5):
        model.hangs_up = True
        model.finished.clear()
        assert ask(model) == "A title"
        assert model.finished.wait(10)
    assert len(set(model.ports)) == 5


def test_elsewhere_nothing_stays_open(model):
    assert ask(model) == ask(model) == "A title"
    assert len(set(model.ports)) == 2
    loop = behind.run(loop_of())
    assert loop.is_closed()
    assert loop not in chat._clients
    assert loop not in redis._clients


def test_what_was_closed_leaves_nothing(model):
    behind.keep_connections()
    ask(model)
    loop = behind.run(loop_of())
    assert loop in chat._clients
    assert loop in redis._clients
    behind.close_connections()
    assert loop.is_closed()
    assert loop not in chat._clients
    assert loop not in redis._clients
    behind.close_connections()  # a process that never asked anything ends, too
    assert behind.run(loop_of()) is not loop


class LimitError(Exception):
    """As Celery's limit of time: raised by a signal, wherever the process is."""


@pytest.fixture
def soon_cut_short():
    def cut_short(*_):
        raise LimitError

    before = signal.signal(signal.SIGALRM, cut_short)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_what_a_limit_cut_short_does_not_go_on_with_the_next(kept, soon_cut_short):
    was_cancelled = []

    async def work():
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            was_cancelled.append(True)
            raise

    loop = behind.run(loop_of())
    with pytest.raises(LimitError):
        behind.run(work())
    assert was_cancelled
    assert loop.is_closed()
    assert behind.run(loop_of()) is not loop


def test_an_answer_that_failed_leaves_the_loop_as_it_is(kept):
    async def fail():
        raise ValueError("no")

    loop = behind.run(loop_of())
    with pytest.raises(ValueError, match="no"):
        behind.run(fail())
    assert behind.run(loop_of()) is loop

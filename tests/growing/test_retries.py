"""What nginx asks the processes for, told by processes that only count."""

import threading
from collections import Counter
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.growing.asking import ask
from tests.nginx import Front


class Counting(ThreadingHTTPServer):
    """Answers everything; hangs up on /hang-up, as a process that dies. What it saw is counted for all of them together."""

    daemon_threads = True

    def __init__(self, seen: Counter) -> None:
        self.seen = seen
        super().__init__(("127.0.0.1", 0), Answer)


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Counting

    def setup(self) -> None:
        super().setup()
        self.server.seen["connections"] += 1

    def do_GET(self) -> None:
        self.server.seen[f"{self.command} {self.path}"] += 1
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/hang-up":
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Not among the tests' output."""


@pytest.fixture
def seen():
    return Counter()


@pytest.fixture
def counted(seen, nginx_program):
    """nginx before three that count."""
    with ExitStack() as running:
        servers = [running.enter_context(Counting(seen)) for _ in range(3)]
        for server in servers:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            running.callback(thread.join)
            running.callback(server.shutdown)
        yield running.enter_context(Front(nginx_program, [server.server_port for server in servers]))


def test_what_may_have_been_acted_on_is_never_sent_twice(counted, seen):
    assert ask(counted, "/hang-up", method="POST", body="text")[0] == 502
    assert seen["POST /hang-up"] == 1


def test_what_changes_nothing_is_asked_of_another(counted, seen):
    assert ask(counted, "/hang-up")[0] == 502  # all three hang up
    assert seen["GET /hang-up"] == 3


def test_connections_to_the_processes_are_kept(counted, seen):
    assert [ask(counted, "/some/page")[0] for _ in range(30)] == [200] * 30
    assert seen["GET /some/page"] == 30
    assert seen["connections"] <= 6  # one for each of two workers at each of three

"""The nginx that ``up`` puts before its processes: what it tells them of who asks."""

import http.client
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from companion.embedded.nginx import Nginx
from companion.embedded.probe import fetch
from companion.embedded.process import free_port, wait_until


class Echo(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        said = json.dumps(dict(self.headers)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        """Not among the tests' output."""


@contextmanager
def nginx_before_an_echo(folder, *, host, is_behind_another):
    """Its port; the folder's name needs quotes in nginx's configuration."""
    folder = folder / 'a "data" folder'
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        port = free_port()
        child = Nginx(folder / "nginx", logs=folder, records=folder / "run").child(
            host, port, webs=[server.server_port], static=folder, is_behind_another=is_behind_another
        )
        child.start()
        try:
            wait_until(lambda: fetch("127.0.0.1", port, "/", timeout=2) is not None, child, seconds=20)
            yield port
        finally:
            child.stop(10)
            server.shutdown()
            thread.join()


def told(port, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/anything", headers=headers)
    answer = json.load(connection.getresponse())
    connection.close()
    return answer


FORWARDED = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])
def test_alone_it_tells_who_asks_and_believes_nobody(tmp_path, nginx_program, host):
    with nginx_before_an_echo(tmp_path, host=host, is_behind_another=False) as port:
        said = told(port, **FORWARDED)

    assert said["X-Forwarded-For"] == "127.0.0.1"
    assert said["Host"] == f"127.0.0.1:{port}"
    assert "Upgrade" not in said


def test_behind_another_proxy_it_passes_on_what_that_one_says(tmp_path, nginx_program):
    with nginx_before_an_echo(tmp_path, host="127.0.0.1", is_behind_another=True) as port:
        said = told(port, **FORWARDED)

    assert said["X-Forwarded-For"] == "203.0.113.9, 127.0.0.1"
    assert said["X-Forwarded-Proto"] == "https"

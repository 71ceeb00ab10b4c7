"""``up --processes 3``: three web processes behind nginx, at one address."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter

import psutil
import psycopg
import pytest

from companion.embedded import nginx
from companion.embedded.process import StackError
from companion.env import BASE_DIR
from tests.client import Person
from tests.stack.stack import Up

WEBS = ["web-1", "web-2", "web-3"]


@pytest.fixture(scope="module")
def three(tmp_path_factory, nginx_program):
    folder = tmp_path_factory.mktemp("three") / "data"
    with Up(folder, arguments=("--processes", "3"), DATABASE_POOL_SIZE="40", LOGIN_LIMIT_PER_ADDRESS="5/d") as stack:
        yield stack.is_ready()
    stack.remove_data()


def sockets_of(stack: Up) -> Counter[str]:
    """How many connections each web process holds at the address that nginx speaks to."""
    held = {}
    for name in WEBS:
        open_now = stack.child(name).net_connections("tcp")
        port = next(one.laddr.port for one in open_now if one.status == psutil.CONN_LISTEN)
        held[name] = sum(one.laddr.port == port and one.status == psutil.CONN_ESTABLISHED for one in open_now)
    return Counter(held)


def test_it_says_how_many_there_are_and_answers_at_one_address(three):
    assert "3 processes behind nginx" in three.hears("^  web")
    assert f"http://127.0.0.1:{three.port}" in three.hears("^Ready after")
    assert three.answers
    assert three.child("nginx").username() == psutil.Process().username()


def test_everything_listens_on_loopback_only(three):
    listening = three.listening()

    assert len(listening) >= 6  # database, Valkey, nginx, three web processes
    assert set(listening) == {"127.0.0.1"}


def test_all_files_of_nginx_lie_in_the_data_folder(three):
    kept = {path.name for path in (three.folder / "nginx").iterdir()}
    opened = {file.path for process in three.family() if "nginx" in process.name() for file in process.open_files()}

    assert {"nginx.conf", "nginx.pid", "body", "proxy"} <= kept
    assert all(path.startswith(str(three.folder)) for path in opened), opened


def test_connections_are_reckoned_for_all_processes(three):
    with psycopg.connect(three.values["DATABASE_URL"]) as connection:
        (most,) = connection.execute("SHOW max_connections").fetchone()
    outer = {name: value for name, value in os.environ.items() if name not in three.values}
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--database", "default", "--fail-level", "WARNING"],
        cwd=BASE_DIR, env=outer | {"DATA_DIR": str(three.folder), "DATABASE_POOL_SIZE": "40"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert three.values["WEB_PROCESSES"] == "3"
    assert int(most) == 3 * 40 + 1 + 3 + 3  # pools, worker, others, and the superuser's
    assert "W003" not in done.stderr, done.stderr


async def test_sockets_are_spread_and_speak_through_it(three):
    person = await Person(f"http://127.0.0.1:{three.port}").sign_up()
    conversation = await person.start_conversation()
    before = sockets_of(three)
    sockets = [await person.socket(conversation).open() for _ in range(6)]
    spread = sockets_of(three) - before
    reply = await sockets[0].talk("Good morning")
    others = [await socket.ended(reply.turn) for socket in sockets[1:]]
    for socket in sockets:
        await socket.close()

    assert set(spread) == set(WEBS)
    assert reply.end["finish"] == "stop"
    assert {other.text for other in others} == {reply.text}


async def test_a_forged_address_changes_nothing(three):
    """Five log-ins a day from one address, whatever it says of itself; the names differ."""
    visitor = Person(f"http://127.0.0.1:{three.port}")
    await visitor.request("GET", "/accounts/login/")
    said = []
    for n in range(8):
        form = {"login": f"nobody-{n}", "password": ""}
        headers = {"X-Forwarded-For": f"198.51.100.{n}"}
        said.append((await visitor.request("POST", "/accounts/login/", data=form, headers=headers))[0])

    assert said == [200] * 5 + [429] * 3


@pytest.mark.parametrize("name", ["web-2", "nginx"])
async def test_a_killed_child_is_started_again(three, name):
    before = three.child(name)
    again = three.said.count(f"{name} runs again") + 1

    before.kill()
    if name != "nginx":  # the others answer meanwhile, each time
        assert [three.readyz()[0] for _ in range(6)] == [200] * 6
    three.hears(rf"^{name} ended by SIGKILL; starting it again in 1 s")
    three.hears(rf"^{name} runs again", times=again)

    assert three.child(name).pid != before.pid
    deadline = time.monotonic() + 30
    while not three.answers:
        assert time.monotonic() < deadline, three.said


async def test_ending_it_drains_all_at_once_and_then_ends_nginx(tmp_path, ups, nginx_program):
    stack = ups(tmp_path / "data", arguments=("--processes", "3")).is_ready()
    person = await Person(f"http://127.0.0.1:{stack.port}").sign_up()
    conversation = await person.start_conversation()
    sockets = [await person.socket(conversation).open() for _ in range(3)]
    family = stack.family()

    stack.process.send_signal(signal.SIGTERM)
    codes = [await socket.closed(seconds=20) for socket in sockets]

    assert codes == [4503] * 3
    assert await asyncio.to_thread(stack.ends) == 0
    stopped = [line.split()[1] for line in stack.lines if line.startswith("stopping ")]
    assert stopped == [*reversed(WEBS), "nginx", "worker", "valkey", "postgres"]
    assert "was killed" not in stack.said
    assert not psutil.wait_procs(family, timeout=5)[1]
    assert [json.loads(record.read_text()) for record in (tmp_path / "data/run").iterdir()] == []


def test_killed_hard_it_leaves_nothing_running(tmp_path, ups, nginx_program):
    stack = ups(tmp_path / "data", arguments=("--processes", "2")).is_ready()
    family = stack.family()
    assert sum("nginx" in process.name() for process in family) == 2

    stack.process.kill()

    assert not psutil.wait_procs(family, timeout=15)[1]


def test_without_nginx_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(nginx, "PLACES", ())

    with pytest.raises(StackError, match="apt install nginx"):
        nginx.find_nginx()


def test_none_at_all_is_refused(tmp_path, ups):
    stack = ups(tmp_path / "data", arguments=("--processes", "0"))

    assert stack.ends() == 1
    assert "--processes 0 is too few" in stack.said

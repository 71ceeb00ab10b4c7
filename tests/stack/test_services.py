"""The tests leave nothing behind on a server that outlives them."""

import os
import subprocess
import sys

import psycopg

from companion.env import BASE_DIR

TEST = """
def test_a_site_is_made(site):
    assert site.rows("SELECT count(*) FROM django_migrations") > [(10,)]
"""


def databases():
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall()}


def test_a_run_on_named_services_drops_the_databases_it_made(tmp_path):
    (tmp_path / "test_site.py").write_text(TEST)
    named = {
        "COMPANION_TEST_DATABASE_URL": os.environ["DATABASE_URL"],
        "COMPANION_TEST_REDIS_URL": os.environ["REDIS_URL"],
    }
    before = databases()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", str(tmp_path / "test_site.py")],
        cwd=BASE_DIR, env=os.environ | named, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "1 passed" in done.stdout
    assert databases() == before

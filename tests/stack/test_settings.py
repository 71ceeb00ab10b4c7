"""The three lists of settings say the same: the code, ``.env.example`` and ``docs/settings.md``."""

import re

import environ
import pytest

from companion import settings
from companion.env import BASE_DIR, env

# Written as a person would, where the code's default is a Python value or a path of this machine.
WRITTEN = {False: "no", True: "yes"}


def declared() -> dict[str, str]:
    defaults = {}
    for name, (_, default) in env.scheme.items():
        if default is environ.Env.NOTSET or default == []:
            defaults[name] = ""
        elif isinstance(default, bool):
            defaults[name] = WRITTEN[default]
        else:
            defaults[name] = str(default).removeprefix(f"{BASE_DIR}/")
    return defaults


def test_the_example_lists_every_setting_with_its_default():
    lines = (BASE_DIR / ".env.example").read_text().splitlines()
    listed = dict(line[1:].split("=", 1) for line in lines if re.match(r"#[A-Z_]+=", line))

    assert listed == declared()


def test_the_documentation_lists_every_setting_with_its_default():
    rows = re.findall(r"^\| `([A-Z_]+)` \|([^|]*)\|", (BASE_DIR / "docs/settings.md").read_text(), re.MULTILINE)

    assert {name: default.strip().strip("`") for name, default in rows} == declared()


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_missing_required_setting_is_named(monkeypatch, name):
    monkeypatch.delenv(name)

    with pytest.raises(environ.ImproperlyConfigured, match=name):
        env.db_url(name) if name == "DATABASE_URL" else env(name)


def test_what_the_database_s_address_asks_for_holds_beside_our_own(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://one:secret@db.example/companion?sslmode=verify-full")
    options = settings._database("DATABASE_URL", "companion.database", pool={"min_size": 1}, connect_timeout=5)[
        "OPTIONS"
    ]

    assert options["sslmode"] == "verify-full"
    assert (options["connect_timeout"], options["pool"]["min_size"]) == (5, 1)

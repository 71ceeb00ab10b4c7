"""Where is measured: this code on a database of its own, whatever the environment names."""

import contextlib
import os
import secrets
from collections.abc import Iterator

import django
from django.core.management import call_command

from companion.embedded.home import Say
from companion.embedded.scratch import scratch_database


@contextlib.contextmanager
def empty_database(*, say: Say, embeddings: str = "") -> Iterator[None]:
    """Django's settings are read only here, so that no other database can be meant; models are imported inside."""
    with scratch_database(say=say) as url:
        os.environ |= {"DATABASE_URL": url, "REDIS_URL": "redis://127.0.0.1:1/0", "SECRET_KEY": secrets.token_hex()}
        if embeddings:
            os.environ["EMBEDDINGS"] = embeddings
        django.setup()
        from django.db import connection, connections

        connections.settings["default"]["OPTIONS"].pop("pool", None)
        with contextlib.closing(connection):
            call_command("migrate", verbosity=0)
            yield

import pytest
from django.conf import settings as django_settings
from django.db import connection, connections

from companion.away import Away
from companion.replica import base, querysets, writes
from companion.replica.standing import REPLICA, Standing


@pytest.fixture
def standing(monkeypatch):
    """How the replica stands, anew and as the test says (``standing.lag``)."""

    class Told(Standing):
        lag = 0.0

    told = Told(lambda: told.lag)
    for module in (base, querysets):
        monkeypatch.setattr(module, "standing", told)
    monkeypatch.setattr(writes, "redis_away", Away())
    return told


@pytest.fixture
def replica(transactional_db, standing):
    """A second way into the test's own database, as if it were a replica."""
    options = connection.settings_dict["OPTIONS"]
    pool = options["pool"] | {"min_size": 0, "timeout": 1, "reconnect_timeout": 2}
    django_settings.DATABASES[REPLICA] = connection.settings_dict | {
        "ENGINE": "companion.replica",
        "OPTIONS": options | {"pool": pool},
    }
    wrapper = connections[REPLICA]

    def connect():
        """As Django's own, which tests replace: it lets in no database that came after they began."""
        if wrapper.connection is None:
            with wrapper.wrap_database_errors:
                wrapper.connect()

    wrapper.ensure_connection = connect
    yield wrapper
    connections[REPLICA].close()
    connections[REPLICA].close_pool()
    del connections[REPLICA], django_settings.DATABASES[REPLICA]

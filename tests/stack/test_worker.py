"""A worker as operators start it on their own."""

import os
import subprocess
import sys

from companion.env import BASE_DIR

ASK = """
from celery.signals import worker_init
import companion.celery, django
django.setup()
worker_init.send(sender=None)
from django.db import connection
print(connection.pool, connection.settings_dict["CONN_MAX_AGE"])
"""


def test_it_keeps_one_connection_and_no_pool():
    said = subprocess.run(
        [sys.executable, "-c", ASK], cwd=BASE_DIR, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["None", "60"]

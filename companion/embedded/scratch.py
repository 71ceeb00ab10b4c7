"""A database that is thrown away afterwards, for measuring; nobody's data is in it or comes near it."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from companion.embedded.home import Say, home_at
from companion.embedded.postgres import Postgres


@contextlib.contextmanager
def scratch_database(*, say: Say) -> Iterator[str]:
    """The address of an empty database on a server of its own."""
    folder = Path(tempfile.mkdtemp(prefix="companion-scratch-"))
    folder.chmod(0o711)  # the server's own user must be able to pass through
    try:
        home = home_at(folder / "services", say=say)
        postgres = Postgres(home, logs=folder / "logs", records=folder / "run", durable=False)
        child = postgres.start(say=lambda _: None)
        try:
            postgres.wait(child)
            yield postgres.url
        finally:
            child.stop(10)
    finally:
        shutil.rmtree(folder, ignore_errors=True)

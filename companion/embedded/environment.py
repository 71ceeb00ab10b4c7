"""What a running stack tells the other commands, and what is kept for it between runs."""

import contextlib
import fcntl
import json
import os
import secrets
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from companion.embedded.files import write_private
from companion.embedded.process import StackError
from companion.env import env

REQUIRED = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL")
LOCK, SECRET, STACK = "up.lock", "secret_key", "stack.json"


def data_folder() -> Path:
    return Path(env("DATA_DIR")).expanduser().resolve()


def fill_environment() -> None:
    """Set what the environment and ``.env`` leave out to what the stack of ``manage.py up`` uses, if one runs.

    So a second web process, a shell or a migration speaks to the same services without being told where they are.
    """
    folder = data_folder()
    with contextlib.suppress(FileNotFoundError):
        fill("SECRET_KEY", (folder / SECRET).read_text().strip())
    if (folder / STACK).exists() and is_held(folder):
        for name, value in json.loads((folder / STACK).read_text()).items():
            fill(name, value)
    missing = [name for name in REQUIRED if not os.environ.get(name)]
    if missing and not is_asking_for_help(sys.argv):
        sys.exit(
            f"Not set: {', '.join(missing)}. Either start the stack first (script/server, or manage.py up); "
            f"other commands then find it in {folder}. Or set them, in the environment or in .env; .env.example says how."
        )


def fill(name: str, value: str) -> None:
    if not os.environ.get(name):
        os.environ[name] = value


def is_asking_for_help(arguments: list[str]) -> bool:
    return (
        len(arguments) < 2
        or arguments[1] in {"help", "--help", "-h", "--version", "version"}
        or bool({"-h", "--help"} & set(arguments))
    )


def keep_secret(folder: Path) -> str:
    """The secret that signs sessions: made once, readable by its owner only."""
    path = folder / SECRET
    if not path.exists():
        write_private(path, secrets.token_urlsafe(50))
    return path.read_text().strip()


def publish(folder: Path, values: Mapping[str, str]) -> None:
    write_private(folder / STACK, json.dumps(dict(values), indent=2))


@contextlib.contextmanager
def held(folder: Path, *, note: str) -> Iterator[None]:
    """Hold the data folder for one ``up``. Children don't inherit the lock, so it ends with this process, however that ends."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / LOCK).open("a+")
    except OSError as error:
        raise StackError(
            f"The data folder {folder} can't be written: {error.strerror}. Start as its owner, or name another with DATA_DIR."
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise StackError(
                f"The data folder {folder} is in use by another `up` ({lock.read().strip() or 'starting'}). "
                "Stop that one, or name another folder with DATA_DIR."
            ) from error
        lock.truncate(0)
        lock.write(f"pid {os.getpid()}, {note}")
        lock.flush()
        try:
            yield
        finally:
            (folder / STACK).unlink(missing_ok=True)


def is_held(folder: Path) -> bool:
    """Whether an ``up`` runs on this folder now."""
    try:
        with (folder / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False

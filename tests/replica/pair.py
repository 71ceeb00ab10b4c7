"""A primary and its streaming replica, of the tests' own: both may be paused, cut off and stopped."""

import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from companion.embedded.home import home_at
from companion.embedded.postgres import ENVIRONMENT, HBA, ROLE, SUPERUSER, Postgres
from companion.embedded.process import Child, wait_until

# The statements that processes of ours made at this server.
ASKED = """
    SELECT coalesce(sum(calls), 0)::int FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
    WHERE rolname = %s AND query LIKE %s
"""


class Pair:
    def __init__(self):
        self._folder = Path(tempfile.mkdtemp(prefix="companion-replica-"))
        self._folder.chmod(0o711)
        self.primary = self._server("primary", may_create_databases=True)
        self._primary_child = self.primary.start(say=lambda _: None)
        self.primary.wait(self._primary_child)
        self._let_replicate()
        self._replica = self._server("replica")
        self._replica.passwords = self.primary.passwords
        self._copy()
        self.start_replica()

    def _server(self, name, **options):
        home = home_at(self._folder / name, say=lambda _: None)
        places = {"logs": self._folder / "logs" / name, "records": self._folder / "run" / name}
        return Postgres(home, **places, durable=False, **options)

    def _let_replicate(self):
        line = f"host replication {SUPERUSER} 127.0.0.1/32 scram-sha-256\n"
        self.primary.home.write("postgres/pg_hba.conf", HBA + line)
        self.at_primary("SELECT pg_reload_conf()")

    def _copy(self):
        primary, home = self.primary, self._replica.home
        Child(
            "pg_basebackup",
            [
                *(home.postgres / "bin/pg_basebackup", "-D", self._replica.data, "--write-recovery-conf"),
                *("-h", "127.0.0.1", "-p", str(primary.port), "-U", SUPERUSER),
                *("--wal-method=stream", "--checkpoint=fast", "--no-sync"),
            ],
            log=self._replica.logs / "basebackup.log",
            records=self._replica.records,
            environment=ENVIRONMENT | {"PGPASSWORD": primary.passwords[SUPERUSER]},
            cwd=home.path,
            account=home.account,
        ).run()

    def remove(self):
        self._replica_child.stop(20)
        self._primary_child.stop(20)
        shutil.rmtree(self._folder, ignore_errors=True)

    def replica_url(self, primary_url):
        """Of the same database."""
        place = f"{ROLE}:{self.primary.passwords[ROLE]}@127.0.0.1:{self._replica.port}"
        return urlunsplit(urlsplit(primary_url)._replace(netloc=place))

    def start_replica(self):
        self._replica_child = self._replica.start(say=lambda _: None)
        wait_until(self._replica._answers, self._replica_child, seconds=60)

    def stop_replica(self):
        self._replica_child.stop(20)

    @contextmanager
    def replica_stopped(self):
        self.stop_replica()
        try:
            yield
        finally:
            self.start_replica()

    @contextmanager
    def replay_paused(self):
        self.at_replica("SELECT pg_wal_replay_pause()")
        try:
            yield
        finally:
            self.at_replica("SELECT pg_wal_replay_resume()")

    @contextmanager
    def cut_off(self):
        """The replica hears nothing of the primary any more, and has replayed all that it heard."""
        ((kept,),) = self.at_replica("SHOW primary_conninfo")
        self._listen_to("host=127.0.0.1 port=1")
        try:
            while self.at_replica("SELECT 1 FROM pg_stat_wal_receiver WHERE status = 'streaming'"):
                time.sleep(0.02)  # the server tells nobody that it stopped to listen
            yield
        finally:
            self._listen_to(kept)

    def _listen_to(self, where):
        self.at_replica(f"ALTER SYSTEM SET primary_conninfo = {psycopg.sql.quote(where)}")
        self.at_replica("SELECT pg_reload_conf()")

    def asked(self, about=""):
        """How many statements that name this table our processes made at the replica, ever or since `forget_asked`."""
        return self.at_replica(ASKED, ROLE, f"%{about}%")[0][0]

    def forget_asked(self):
        self.at_replica("SELECT pg_stat_statements_reset()")

    def wait_until_replayed(self):
        """Until the replica has whatever stands at the primary now."""
        ((mark,),) = self.at_primary("SELECT pg_logical_emit_message(false, 'mark', '', true)::text")
        wait_until(
            lambda: self.at_replica("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", mark)[0][0],
            self._replica_child,
            seconds=60,
        )

    def idle_seconds(self):
        """How old the newest change is that the replica has replayed."""
        ((age,),) = self.at_replica("SELECT extract(epoch FROM now() - pg_last_xact_replay_timestamp())")
        return age

    def at_primary(self, statement, *values):
        return _rows(self.primary, statement, values)

    def at_replica(self, statement, *values):
        return _rows(self._replica, statement, values)


def _rows(server, statement, values):
    with server._connect("companion") as connection:
        found = connection.execute(statement, values or None)
        return found.fetchall() if found.description else []

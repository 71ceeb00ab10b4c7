"""A master, its replica and three Sentinels that watch them, of the tests' own: the master may be killed."""

import shutil
import signal
import tempfile
from contextlib import contextmanager
from pathlib import Path

import redis

from companion import sentinels
from companion.embedded.home import home_at
from companion.embedded.postgres import ENVIRONMENT
from companion.embedded.process import Child, free_port, wait_until
from companion.embedded.valkey import Valkey

MASTER = "companion"
SENTINELS, QUORUM = 3, 2


class Watched:
    def __init__(self):
        # Not below pytest's own folder: every run of pytest shuts that to all but its owner, and the servers' user has to pass.
        self._folder = Path(tempfile.mkdtemp(prefix="companion-sentinel-"))
        self._folder.chmod(0o711)
        self._servers = {}
        self.password = ""
        master = self._server("one")
        replica = self._server("two")
        self._direct(replica).replicaof("127.0.0.1", master.port)
        self._sentinels = [self._sentinel(number, master) for number in range(SENTINELS)]
        self.wait_until_whole()

    @property
    def url(self):
        hosts = ",".join(f"127.0.0.1:{port}" for _, port in self._sentinels)
        return f"redis+sentinel://:{self.password}@{hosts}/0?master={MASTER}&sentinel_password={self.password}"

    def _server(self, name):
        places = {"logs": self._folder / "logs" / name, "records": self._folder / "run" / name}
        server = Valkey(home_at(self._folder / name, say=lambda _: None), **places, durable=False)
        self.password = server.password = self.password or server.password
        self._start(server)
        return server

    def _start(self, server):
        self._servers[server] = child = server.start()
        server.wait(child)
        self._let_replicate(server)

    def _let_replicate(self, server):
        # It need not wait for a second replica before it sends what it holds.
        self._direct(server).config_set("masterauth", self.password, "repl-diskless-sync-delay", 0)

    def _sentinel(self, number, master):
        name, port = f"sentinel-{number}", free_port()
        home = home_at(self._folder / name, say=lambda _: None)
        settings = {
            "bind": "127.0.0.1",
            "port": port,
            "dir": home.path,
            "requirepass": self.password,
            "sentinel sentinel-pass": self.password,
            "sentinel monitor": f"{MASTER} 127.0.0.1 {master.port} {QUORUM}",
            "sentinel auth-pass": f"{MASTER} {self.password}",
            "sentinel down-after-milliseconds": f"{MASTER} 1000",
            "sentinel failover-timeout": f"{MASTER} 5000",
        }
        written = home.write("sentinel.conf", "".join(f"{name} {value}\n" for name, value in settings.items()))
        child = Child(
            name,
            [home.valkey, written, "--sentinel"],
            log=self._folder / "logs" / name / "sentinel.log",
            records=self._folder / "run" / name,
            environment=ENVIRONMENT,
            cwd=home.path,
            account=home.account,
        )
        child.start()
        return child, port

    def remove(self):
        for child, _ in self._sentinels:
            child.kill()
        for child in self._servers.values():
            child.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    # --- What tests do ------------------------------------------------------------------------------------------------
    def master(self):
        """A client of who is the master now."""
        return sentinels.client(self.url, socket_timeout=2)

    def kill_master(self):
        self._servers[self._master()].kill()

    def freeze_master(self):
        """As a machine that is off: what is connected to it stays so, and hears nothing."""
        self._servers[self._master()].process.send_signal(signal.SIGSTOP)

    def bring_back(self):
        """Who was killed or frozen; the Sentinels will make it a replica."""
        for server, child in list(self._servers.items()):
            if child.is_running:
                child.process.send_signal(signal.SIGCONT)
                self._let_replicate(server)
            else:
                self._start(server)

    def cut_replica_off(self):
        """From here on it hears nothing of the master, and can't come back to it."""
        master = self._master()
        (replica,) = self._servers.keys() - {master}
        self._direct(replica).config_set("masterauth", "another")
        self._direct(master).client_kill_filter(_type="replica")
        wait_until(lambda: self._replicas(master) == 0, self._servers[master], seconds=10)

    @contextmanager
    def without_quorum(self):
        """Nobody can be made the master. (Sentinels that were only frozen would sit still for half a minute afterwards.)"""
        stopped = [child for child, _ in self._sentinels[:QUORUM]]
        for child in stopped:
            child.kill()
        yield
        for child in stopped:
            child.start()

    def _master(self):
        _, port = sentinels.pool(self.url).get_master_address()
        return next(server for server in self._servers if server.port == port)

    def _replicas(self, server):
        return self._direct(server).info("replication")["connected_slaves"]

    def _direct(self, server):
        return redis.Redis.from_url(server.url, socket_timeout=2)

    def wait_until_whole(self):
        for child, port in self._sentinels:
            wait_until(lambda port=port: self._sees_all(port), child, seconds=60)

    def _sees_all(self, port):
        """The master with its replica in step, and the other Sentinels."""
        try:
            with redis.Redis(port=port, password=self.password, socket_timeout=2) as sentinel:
                master = sentinel.sentinel_master(MASTER)
                (replica,) = sentinel.sentinel_slaves(MASTER)
        except (redis.RedisError, ValueError):
            return False
        return (
            master["flags"] == "master"
            and master["num-other-sentinels"] == SENTINELS - 1
            and replica["flags"] == "slave"
            and replica["master-link-status"] == "ok"
        )

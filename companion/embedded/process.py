"""A child process of ours: its own process group, its own log, and gone when we are gone."""

import contextlib
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

# Waits this many seconds or less; may raise to break off what is being waited for.
Pause = Callable[[float], None]

PR_SET_PDEATHSIG = 1
LOG_LIMIT = 10 * 1024 * 1024

# Loaded here, since nothing should be loaded between fork and exec.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class StackError(Exception):
    """The stack can't run; the message says why and what to do."""


@dataclass(frozen=True)
class Account:
    """A system user that children run as."""

    name: str
    uid: int
    gid: int


def run_as(account: Account | None) -> dict[str, Any]:
    """What ``subprocess`` needs to start a program as this account; nothing for our own."""
    return {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}


def end_with_parent(death_signal: int) -> None:
    """Have the kernel send this signal to the calling process when the thread that started it ends (Linux)."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Child:
    """One process that is started, watched and ended. Start it from the main thread: its death is tied to the starter's.

    ``stop_signal`` asks it to end in order, ``death_signal`` reaches it when we were killed.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        records: Path,
        environment: Mapping[str, str],
        cwd: Path | None = None,
        account: Account | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
        death_signal: signal.Signals = signal.SIGKILL,
    ) -> None:
        self.name = name
        self.command = [str(part) for part in command]
        self.log = log
        self.record = records / f"{name}.json"
        self.environment = environment
        self.cwd = cwd
        self.account = account
        self.stop_signal = stop_signal
        self.death_signal = death_signal
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.record.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        parent = os.getpid()

        def prepare() -> None:
            # Runs after the change of user, which would clear the signal.
            end_with_parent(self.death_signal)
            if os.getppid() != parent:
                os._exit(1)

        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.cwd,
                env=dict(self.environment),
                process_group=0,
                preexec_fn=prepare,  # noqa: PLW1509  our processes have one thread when they start children
                **run_as(self.account),
            )
        with contextlib.suppress(psutil.NoSuchProcess):
            born = psutil.Process(self.process.pid).create_time()
            self.record.write_text(json.dumps({"pid": self.process.pid, "born": born}))

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def exit_code(self) -> int | None:
        return self.process.poll() if self.process else None

    def ask_to_stop(self) -> None:
        if self.process is not None and self.is_running:
            self.process.send_signal(self.stop_signal)

    def kill(self) -> None:
        """End the whole process group at once."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.forget()

    def stop(self, patience: float, *, pause: Pause = time.sleep) -> bool:
        """Ask it to end and wait; past ``patience`` seconds kill it. True if it ended by itself."""
        self.ask_to_stop()
        return self.end_within(patience, pause=pause)

    def end_within(self, patience: float, *, pause: Pause = time.sleep) -> bool:
        """Wait until it ended, as it was asked to; past ``patience`` seconds kill it. True if it ended by itself."""
        deadline = time.monotonic() + patience
        while self.is_running and time.monotonic() < deadline:
            pause(0.05)
        ended = not self.is_running
        self.kill()
        return ended

    def run(self, *, pause: Pause = time.sleep) -> None:
        """Start it and wait for its end. Raises StackError if it failed."""
        self.start()
        try:
            while self.is_running:
                pause(0.05)
        finally:
            code = self.exit_code
            self.kill()
        if code != 0:
            raise StackError(f"{self.name} failed. Its log, {self.log}, ends so:\n{self.last_lines()}")

    def forget(self) -> None:
        self.record.unlink(missing_ok=True)

    def last_lines(self, count: int = 12) -> str:
        """The end of its log, to be shown when it can't start."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(f"  {line}" for line in lines[-count:])


def how_it_ended(code: int) -> str:
    if code >= 0:
        return f"with exit code {code}"
    try:
        return f"by {signal.Signals(-code).name}"
    except ValueError:
        return f"by signal {-code}"


def end_leftovers(records: Path, *, patience: float = 30) -> list[str]:
    """End what an earlier run left behind, and only that: a pid counts as ours if it was born when we wrote it down.

    Returns the names of what had to be waited for. Such a process was told by the kernel to end already, so it first gets time.
    """
    found: list[tuple[str, Path, psutil.Process]] = []
    for record in sorted(records.glob("*.json")):
        process = _recorded(record)
        if process is None:
            record.unlink(missing_ok=True)
        else:
            found.append((record.stem, record, process))
    _, alive = psutil.wait_procs([process for _, _, process in found], timeout=2)
    for process in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
    _, alive = psutil.wait_procs(alive, timeout=patience)
    for process in alive:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    psutil.wait_procs(alive, timeout=5)
    for _, record, _ in found:
        record.unlink(missing_ok=True)
    return [name for name, _, _ in found]


def _recorded(record: Path) -> psutil.Process | None:
    try:
        kept = json.loads(record.read_text())
        process = psutil.Process(int(kept["pid"]))
        is_ours = abs(process.create_time() - float(kept["born"])) < 1 and process.status() != psutil.STATUS_ZOMBIE
    except (OSError, ValueError, KeyError, TypeError, psutil.Error):
        return None
    return process if is_ours else None


def wait_until(ready: Callable[[], bool], child: Child, *, seconds: float, pause: Pause = time.sleep) -> None:
    """Wait for ``ready()`` to be true. Raises StackError when the child ended or the time is over."""
    deadline = time.monotonic() + seconds
    while not ready():
        code = child.exit_code
        if code is not None:
            reason = f"ended {how_it_ended(code)} while starting"
        elif time.monotonic() > deadline:
            reason = f"did not answer within {seconds:.0f} s"
        else:
            pause(0.03)
            continue
        raise StackError(f"{child.name} {reason}. Its log, {child.log}, ends so:\n{child.last_lines()}")

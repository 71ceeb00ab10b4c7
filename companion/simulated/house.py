"""One ``up`` in a folder of its own, more web processes beside it as operators start them, and everything below them.

Nothing of the operator's environment or ``.env`` reaches it, so that no real database, model or judge is meant by mistake.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import psutil

from companion.embedded.environment import STACK
from companion.embedded.home import ROOT_STATE, Say, service_home
from companion.embedded.process import Child, free_port
from companion.env import BASE_DIR, env
from companion.simulated.person import Person

MARKS = {"web": " serve", "valkey": "valkey-server", "postgres": "/postgres", "worker": "celery"}
GENTLY = {"postgres": signal.SIGINT}  # SIGTERM waits until nobody is connected any more
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH", "PYTHONWARNINGS")
STOP_SECONDS = 90.0
# All people come from one address, and talk faster than people do.
WIDE = {
    "MESSAGE_BURST": "100000",
    "MESSAGES_PER_MINUTE": "100000",
    "FRAME_BURST": "100000",
    "FRAMES_PER_SECOND": "100000",
    **{name: "100000/m" for name in env.scheme if "_LIMIT_PER_" in name},
}


def settings_of_its_own(**changed: str) -> dict[str, str]:
    """Every variable that is read, at its default where it isn't changed."""
    defaults = {name: _written(default) for name, (_, default) in env.scheme.items()}
    return {name: os.environ[name] for name in KEPT if name in os.environ} | defaults | changed


def _written(default: object) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "" if default is env.NOTSET or default == [] else str(default)


class House:
    def __init__(
        self,
        folder: Path,
        model_url: str,
        *,
        webs: int = 2,
        rng: random.Random | None = None,
        command: Sequence[str] = ("manage.py",),
        **settings: str,
    ) -> None:
        """``command`` is what the interpreter runs with `serve` beside `up`."""
        self.folder = folder
        self.rng = rng or random.Random()
        self.ports = [free_port() for _ in range(webs)]
        self.urls = [f"http://127.0.0.1:{port}" for port in self.ports]
        self.environment = settings_of_its_own(
            DATA_DIR=str(folder / "var"),
            LLM_PROVIDER="local",
            LOCAL_LLM_BASE_URL=model_url,
            LOCAL_LLM_MODEL="simulated",
            EMBEDDINGS="none",
            PUBLIC_URL=",".join(self.urls),
            WEB_PROCESSES=str(webs),
        ) | WIDE | settings  # fmt: skip
        self.up = self._child("up", self.ports[0], ("manage.py",))
        # The others read where the services are, which each `up` decides anew.
        self.beside: list[Child] = [self._child("serve", port, command) for port in self.ports[1:]]
        self.is_settled = False
        self.seen: set[psutil.Process] = set()

    def start(self) -> None:
        self.is_settled = False
        self.up.start()

    def _child(self, task: str, port: int, command: Sequence[str]) -> Child:
        name = task if task == "up" else f"{task}-{port}"
        return Child(
            name,
            [sys.executable, *command, task, "--port", str(port)],
            log=self.folder / f"{name}.log",
            records=self.folder / "run",
            environment=self.environment,
            cwd=BASE_DIR,
            death_signal=signal.SIGTERM,  # it ends in order what it started
        )

    async def ready(self, seconds: float = 120) -> None:
        """Wait until all web processes are; those beside `up` are started where they are missing."""
        async with asyncio.timeout(seconds), aiohttp.ClientSession() as session:
            await self._answers(session, self.urls[0])
            self.is_settled = True
            for url in self.urls[1:]:
                await self._answers(session, url)
        self.remember()

    async def _answers(self, session: aiohttp.ClientSession, url: str) -> None:
        while True:
            assert self.up.is_running, self.up.last_lines(40)
            self.tend()
            try:
                async with session.get(url + "/readyz", timeout=aiohttp.ClientTimeout(3)) as answer:
                    if answer.status == 200:
                        return
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(0.1)  # only asking tells when it is ready

    def tend(self) -> None:
        """Start the web processes beside `up` again where they ended, as `up` does with its own."""
        for child in self.beside if self.is_settled else ():
            if not child.is_running:
                child.start()

    def manage(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=BASE_DIR, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def seed_people(self, count: int) -> list[Person]:
        """People with a name and a signed-in session."""
        with tempfile.TemporaryDirectory() as folder:
            cookies = Path(folder) / "cookies.jsonl"
            self.write_people(count, cookies)
            return [Person.seeded(self.urls[0], line) for line in cookies.read_text().splitlines()]

    def write_people(self, count: int, cookies: Path) -> None:
        """As `seed_people`, into a file: one JSON object a line."""
        self.manage("mark_test_database")
        self.manage("seed_people", str(count), "--cookies", str(cookies))

    @property
    def values(self) -> dict[str, str]:
        """What `up` decided, such as DATABASE_URL."""
        told: dict[str, str] = json.loads((self.folder / "var" / STACK).read_text())
        return told

    def remember(self) -> None:
        """Every process that was ever ours, so that none is missed when counting what stayed."""
        for child in (self.up, *self.beside):
            if child.process is not None and child.is_running:
                process = psutil.Process(child.process.pid)
                self.seen |= {process, *process.children(recursive=True)}

    def strike(self, kind: str) -> str:
        """Kill what this kind means and say what it was; empty while that is being restarted."""
        self.remember()
        part, _, manner = kind.partition(" ")
        if part == "up":
            self._strike_everything()
            return kind
        number = self.rng.randrange(len(self.ports)) if part == "web" else 0
        victim = self.web(number) if part == "web" else self._below_up(part)
        if victim is None:
            return ""
        victim.send_signal(GENTLY.get(part, signal.SIGTERM) if manner == "gently" else signal.SIGKILL)
        return f"{kind} ({number + 1} of {len(self.ports)})" if part == "web" else kind

    def _strike_everything(self) -> None:
        """As a machine that goes down: the other web processes go, too, and come once `up` is there."""
        for child in (self.up, *self.beside):
            child.kill()
        self.start()

    def web(self, number: int) -> psutil.Process | None:
        if number == 0:
            return self._below_up("web")
        child = self.beside[number - 1]
        return psutil.Process(child.process.pid) if child.process is not None and child.is_running else None

    def _below_up(self, part: str) -> psutil.Process | None:
        assert self.up.process is not None
        children = psutil.Process(self.up.process.pid).children()
        return next((one for one in children if MARKS[part] in command_line(one)), None)

    def processes(self) -> dict[str, list[psutil.Process]]:
        """By kind, with what each of them started."""
        found = {part: [self._below_up(part)] for part in MARKS}
        found["web"] = [self.web(number) for number in range(len(self.ports))]
        return {
            part: [process for top in tops if top is not None for process in (top, *top.children(recursive=True))]
            for part, tops in found.items()
        }

    def stop(self) -> None:
        self.remember()
        self.is_settled = False
        for child in self.beside:
            child.ask_to_stop()
        for child in (*self.beside, self.up):
            child.stop(STOP_SECONDS)

    def left(self, seconds: float = 15) -> list[psutil.Process]:
        """Processes that outlived ``up``."""
        _, alive = psutil.wait_procs(self.seen, timeout=seconds)
        return list(alive)

    @property
    def home(self) -> Path:
        """Of the services' data; as root it lies elsewhere than the folder."""
        return service_home(Path(self.environment["DATA_DIR"]).resolve(), say=lambda _: None).path

    def remove_data(self) -> None:
        home = self.home
        if os.geteuid() == 0 and home.parent == ROOT_STATE:
            shutil.rmtree(home)


def command_line(process: psutil.Process) -> str:
    """Empty when it ended meanwhile."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


@contextmanager
def running_house(model_url: str, *, say: Say, **options: Any) -> Iterator[House]:
    """A house in a folder of its own, ready; ended and gone afterwards. Where something fails, its logs stay."""
    folder = Path(tempfile.mkdtemp(prefix="companion-house-"))
    folder.chmod(0o711)  # the services' own user must be able to pass through
    house = House(folder, model_url, **options)
    has_failed = False
    try:
        house.start()
        asyncio.run(house.ready())
        yield house
    except Exception:
        has_failed = True
        say(f"logs: {folder}")
        raise
    finally:
        house.stop()
        house.remove_data()
        if not has_failed:
            shutil.rmtree(folder)

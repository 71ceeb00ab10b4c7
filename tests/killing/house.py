"""One ``up``, a second web process beside it as operators start one, and everything below them."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import aiohttp
import psutil

from companion.embedded.home import ROOT_STATE, service_home
from companion.embedded.process import free_port
from tests.server import ROOT

MARKS = {"web": " serve", "valkey": "valkey-server", "postgres": "/postgres", "worker": "celery"}
NOT_OURS = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY"}


class House:
    def __init__(self, folder: Path, model_url: str, rng: random.Random) -> None:
        self.folder = folder
        self.rng = rng
        self.ports = [free_port(), free_port()]
        self.urls = [f"http://127.0.0.1:{port}" for port in self.ports]
        self.environment = {name: value for name, value in os.environ.items() if name not in NOT_OURS} | {
            "DATA_DIR": str(folder / "var"),
            "LOCAL_LLM_BASE_URL": model_url,
            "LOCAL_LLM_MODEL": "simulated",
            "EMBEDDINGS": "none",
            "MESSAGES_PER_MINUTE": "600",
            "PUBLIC_URL": ",".join(self.urls),
        }
        self.second: subprocess.Popen[bytes] | None = None
        self.is_settled = False  # the second process reads where the services are, which each `up` decides anew
        self.seen: set[psutil.Process] = set()

    def start(self) -> None:
        self.is_settled = False
        self.up = self._manage("up", self.ports[0])

    def _manage(self, command: str, port: int) -> subprocess.Popen[bytes]:
        with (self.folder / f"{command}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "manage.py", command, "--port", str(port)],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    async def ready(self, seconds: float = 120) -> None:
        """Wait until both web processes are; the second is started where it is missing."""
        async with asyncio.timeout(seconds), aiohttp.ClientSession() as session:
            await self._answers(session, self.urls[0])
            self.is_settled = True
            await self._answers(session, self.urls[1])
        self.remember()

    async def _answers(self, session: aiohttp.ClientSession, url: str) -> None:
        while True:
            assert self.up.poll() is None, (self.folder / "up.log").read_text()[-3000:]
            self.tend()
            try:
                async with session.get(url + "/readyz", timeout=aiohttp.ClientTimeout(3)) as answer:
                    if answer.status == 200:
                        return
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(0.1)  # only asking tells when it is ready

    def tend(self) -> None:
        """Start the second web process again when it ended, as `up` does with its own."""
        if self.is_settled and (self.second is None or self.second.poll() is not None):
            self.second = self._manage("serve", self.ports[1])

    def remember(self) -> None:
        """Every process that was ever ours, so that none is missed when counting what stayed."""
        self.seen |= {psutil.Process(self.up.pid), *psutil.Process(self.up.pid).children(recursive=True)}
        if self.second is not None and self.second.poll() is None:
            self.seen.add(psutil.Process(self.second.pid))

    def strike(self, kind: str) -> str:
        """Kill what this kind means and say what it was; empty while that is being restarted."""
        self.remember()
        part, _, manner = kind.partition(" ")
        if part == "up":
            self._strike_everything()
            return kind
        is_second = part == "web" and self.rng.random() < 0.5
        victim = self._second() if is_second else self._child(part)
        if victim is None:
            return ""
        victim.send_signal(signal.SIGTERM if manner == "gently" else signal.SIGKILL)
        return f"second {kind}" if is_second else kind

    def _strike_everything(self) -> None:
        """As a machine that goes down: the second web process goes, too, and comes once `up` is there."""
        self.up.kill()
        self.up.wait()
        if self.second is not None:
            self.second.kill()
            self.second.wait()
        self.start()

    def _second(self) -> psutil.Process | None:
        return psutil.Process(self.second.pid) if self.second is not None and self.second.poll() is None else None

    def _child(self, part: str) -> psutil.Process | None:
        children = psutil.Process(self.up.pid).children()
        return next((one for one in children if MARKS[part] in " ".join(one.cmdline())), None)

    def stop(self) -> None:
        self.remember()
        self.is_settled = False
        if self.second is not None:
            self.second.terminate()
            self.second.wait(90)
        self.up.terminate()
        self.up.wait(90)

    def left(self, seconds: float = 15) -> list[psutil.Process]:
        """Processes that outlived ``up``."""
        _, alive = psutil.wait_procs(self.seen, timeout=seconds)
        return alive

    @property
    def home(self) -> Path:
        """Of the services' data; as root it lies elsewhere than the folder."""
        return service_home(Path(self.environment["DATA_DIR"]).resolve(), say=lambda _: None).path

    def remove_data(self) -> None:
        home = self.home
        if os.geteuid() == 0 and home.parent == ROOT_STATE:
            shutil.rmtree(home)

"""What ``manage.py up`` runs, in which order it starts and ends, and what it says meanwhile."""

import importlib.metadata
import json
import os
import socket
import sys
import time
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from companion.connections import Connections
from companion.embedded import environment, model_choice
from companion.embedded.files import fingerprint
from companion.embedded.home import Home, Say, service_home
from companion.embedded.nginx import Nginx
from companion.embedded.outside import look_at_database, look_at_redis
from companion.embedded.postgres import Postgres
from companion.embedded.probe import fetch
from companion.embedded.process import Child, StackError, end_leftovers, free_port, how_it_ended
from companion.embedded.supervisor import StopAsked, Supervisor
from companion.embedded.valkey import Valkey
from companion.env import BASE_DIR, env
from companion.worker import take_back

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
EVERYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
# What the database's tables and the static files are made from, beside our own.
PARTS = ("django", "django-allauth", "whitenoise")
MISSING_MIGRATIONS = "migrations are missing"


@dataclass(frozen=True)
class Options:
    host: str
    port: int
    demo: bool
    processes: int = 1


class Stack:
    def __init__(self, options: Options, *, say: Say) -> None:
        self.options = options
        self.say = say
        self.folder = environment.data_folder()
        self.logs = self.folder / "logs"
        self.records = self.folder / "run"
        self.supervisor = Supervisor(say)
        self.began = time.monotonic()
        self.is_ready = False
        self.postgres: Postgres | None = None
        self.valkey: Valkey | None = None
        self.values: dict[str, str] = {}  # what the children's environment has beyond ours
        self.room: tuple[int, int] | None = None  # for connections, of a database that we don't start
        self.nginx: Nginx | None = None
        self.webs: dict[str, tuple[str, int]] = {}  # where each web process listens, by its name
        self.model = model_choice.ModelChoice("")
        self.is_model_loaded = False

    def run(self) -> None:
        """Run until asked to stop. Raises StackError when it can't start."""
        self._check_address()
        with environment.held(self.folder, note=f"port {self.options.port}"):
            self.supervisor.listen()
            try:
                self._start()
                while True:
                    self.supervisor.look()
                    self._watch_model()
                    self.supervisor.pause(1)
            except StopAsked:
                self.say("Stopping (again Ctrl-C: at once)")
            finally:
                self.supervisor.stop_all()
        self.say("Stopped")

    # --- Start -------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        left = end_leftovers(self.records)
        if left:
            self.say(f"Ended what an earlier run left: {', '.join(left)}")
        self._check_port()
        self._settle_web()
        self._settle_services()
        self._settle_settings()
        self._start_services()
        environment.publish(self.folder, self.values)
        self._prepare_files()
        self._prepare_database()
        self._start_web_and_worker()
        self._wait_until_ready()

    def _check_address(self) -> None:
        if self.options.host not in LOOPBACK and not env("PUBLIC_URL"):
            raise StackError(
                f"--host {self.options.host} lets others reach this machine, so PUBLIC_URL must say at which address they do, "
                "such as PUBLIC_URL=https://companion.example.org (with a TLS proxy in front). "
                "In a network of your own: PUBLIC_URL=http://this-machine:8000 together with ALLOW_PLAIN_HTTP=yes."
            )

    def _check_port(self) -> None:
        host, port = self.options.host, self.options.port
        try:
            family, kind, _, _, address = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            with socket.socket(family, kind) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except socket.gaierror as error:
            raise StackError(f"--host {host} is no address of this machine: {error.strerror}") from error
        except PermissionError as error:
            raise StackError(f"Port {port} is reserved for root. Choose another, such as --port 8000.") from error
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            hint = f"Stop what uses it, or choose another with --port {port % 60000 + 1}."
            raise StackError(f"Port {port} on {host} can't be used: {reason}. {hint}") from error

    def _settle_web(self) -> None:
        if self.options.processes == 1:
            self.webs = {"web": (self.options.host, self.options.port)}
        elif self.options.processes > 1:
            self.nginx = Nginx(self.folder / "nginx", logs=self.logs, records=self.records)
            self.webs = {f"web-{n}": ("127.0.0.1", free_port()) for n in range(1, self.options.processes + 1)}
        else:
            raise StackError(f"--processes {self.options.processes} is too few: name 1 or more.")

    def _settle_services(self) -> None:
        home: Home | None = None
        if not (env("DATABASE_URL", default="") and env("REDIS_URL", default="")):
            home = service_home(self.folder, say=self.say)
        if env("DATABASE_URL", default=""):
            self.room = look_at_database(env("DATABASE_URL"))
            self.values["DATABASE_URL"] = env("DATABASE_URL")
        elif home is not None:
            self.postgres = Postgres(home, logs=self.logs, records=self.records)
            self.values["DATABASE_URL"] = self.postgres.url
        if env("REDIS_URL", default=""):
            look_at_redis(env("REDIS_URL"))
            self.values["REDIS_URL"] = env("REDIS_URL")
        elif home is not None:
            self.valkey = Valkey(home, logs=self.logs, records=self.records)
            self.values["REDIS_URL"] = self.valkey.url

    def _settle_settings(self) -> None:
        """Complete the settings and read them once here, so that a wrong one is told before anything starts."""
        port, host = self.options.port, self.options.host
        names = (
            ["127.0.0.1", "localhost"] if host in {"127.0.0.1", "localhost"} else [f"[{host}]" if ":" in host else host]
        )
        self.values["SECRET_KEY"] = env("SECRET_KEY", default="") or environment.keep_secret(self.folder)
        self.values["PUBLIC_URL"] = ",".join(env("PUBLIC_URL")) or ",".join(f"http://{name}:{port}" for name in names)
        self.values["DATA_DIR"] = str(self.folder)
        if len(self.webs) > 1:  # more where the environment says so: there may be others on other machines
            self.values["WEB_PROCESSES"] = str(max(env("WEB_PROCESSES"), len(self.webs)))
        os.environ.update(self.values)
        from django.core.exceptions import ImproperlyConfigured

        try:
            from companion import settings
        except ImproperlyConfigured as error:
            raise StackError(str(error)) from error
        self.address = settings.PUBLIC_URLS[0]
        self.drain_seconds = settings.DRAIN_SECONDS
        self.static = settings.STATICFILES_DIRS[0]
        self.collected = settings.STATIC_ROOT
        self._settle_connections(
            Connections(
                webs=settings.WEB_PROCESSES,
                pool=settings.DATABASE_POOL_SIZE,
                workers=settings.WORKER_PROCESSES,
                least_pool=settings.TURN_THREADS,
            )
        )

    def _settle_connections(self, allowed: Connections) -> None:
        """Our own database gets as many as may be needed; of another it is said when it has too few."""
        if self.postgres is not None:
            self.postgres.make_room(allowed.needed)
        elif self.room is not None and (short := allowed.shortage(*self.room)) is not None:
            self.say(" ".join(short))

    def _start_services(self) -> None:
        pause = self.supervisor.pause
        postgres = valkey = None
        if self.postgres is not None:
            postgres = self.postgres.start(say=self.say, pause=pause)
            self.supervisor.watch(postgres, patience=60)
        if self.valkey is not None:
            valkey = self.valkey.start()
            self.supervisor.watch(valkey, patience=20)
        # Both read their files now; the model is chosen and loads meanwhile.
        self._use_model(model_choice.choose_model(demo=self.options.demo))
        if self.valkey is not None and valkey is not None:
            self.valkey.wait(valkey, pause=pause)
        if self.postgres is not None and postgres is not None:
            self.postgres.wait(postgres, pause=pause)

    def _use_model(self, choice: model_choice.ModelChoice) -> None:
        self.model = choice
        self.values.update(choice.environment)
        if choice.server is not None:
            child = Child(
                "model",
                choice.server.command,
                log=self.logs / "model.log",
                records=self.records,
                environment={"PATH": os.environ.get("PATH", "/usr/bin:/bin")} | choice.server.environment,
                cwd=self.folder,
            )
            child.start()
            self.supervisor.watch(child, patience=5, on_death=self._model_died)

    def _command(self, name: str, *arguments: str, **environment: str) -> Child:
        return Child(
            name,
            [sys.executable, *arguments],
            log=self.logs / f"{name}.log",
            records=self.records,
            environment=os.environ | self.values | {"PYTHONUNBUFFERED": "1"} | environment,
            cwd=BASE_DIR,
        )

    def _manage(self, name: str, *arguments: str, **environment: str) -> Child:
        return self._command(name, str(BASE_DIR / "manage.py"), *arguments, **environment)

    def _prepare_files(self) -> None:
        stamp = self.folder / "static.stamp"
        files = (file for file in self.static.rglob("*") if file.is_file())
        mark = fingerprint(files, *map(importlib.metadata.version, PARTS))
        if not (self.folder / "static").is_dir() or read(stamp) != mark:
            self._run(
                "Collecting static files", self._manage("collectstatic", "collectstatic", "--noinput", "--clear", "-v0")
            )
            stamp.write_text(mark)

    def _prepare_database(self, *, even_if_known: bool = False) -> None:
        """Migrate when the migrations or the database are not those of last time; /readyz looks again, exactly."""
        stamp = self.folder / "migrated.stamp"
        database = urlsplit(self.values["DATABASE_URL"])
        where = "embedded" if self.postgres else f"{database.hostname}:{database.port}{database.path}"
        mark = fingerprint(BASE_DIR.glob("*/migrations/*.py"), where, *map(importlib.metadata.version, PARTS))
        if even_if_known or read(stamp) != mark:
            self._run("Preparing the database", self._manage("migrate", "migrate", "--noinput"))
            stamp.write_text(mark)

    def _run(self, what: str, child: Child) -> None:
        self.say(f"{what} ...")
        began = time.monotonic()

        def pause(seconds: float) -> None:
            nonlocal began
            if time.monotonic() - began > 5:
                began = time.monotonic()
                self.say("  still at it ...")
            self.supervisor.pause(seconds)

        child.run(pause=pause)

    def _start_web_and_worker(self) -> None:
        take_back(self.values["REDIS_URL"])  # what is kept there tells of an earlier run
        worker = self._worker()
        worker.start()
        self.supervisor.watch(worker, patience=30, on_death=self._worker_died)
        if self.nginx is not None:  # ended after the web processes, whose last words go through it
            nginx = self._before_them(self.nginx)
            nginx.start()
            self.supervisor.watch(nginx, patience=5, on_death=partial(self._died_early, nginx.name))
        for name in self.webs:
            web = self._web(name)
            web.start()
            self.supervisor.watch(
                web, patience=self.drain_seconds + 15, on_death=partial(self._died_early, name), together="web"
            )

    def _before_them(self, nginx: Nginx) -> Child:
        return nginx.child(
            self.options.host,
            self.options.port,
            webs=[port for _, port in self.webs.values()],
            static=self.collected,
            is_behind_another=bool(env("TRUSTED_PROXIES")),
        )

    def _web(self, name: str) -> Child:
        host, port = self.webs[name]
        before = {"TRUSTED_PROXIES": ",".join([*env("TRUSTED_PROXIES"), "127.0.0.1"])} if self.nginx else {}
        return self._manage(name, "serve", "--host", host, "--port", str(port), **before)

    def _worker(self) -> Child:
        schedule = self.folder / "celerybeat-schedule"
        quiet = ("--without-gossip", "--without-mingle", "--without-heartbeat")
        return self._command(
            "worker", "-m", "celery", "-A", "companion", "worker", "--beat", "--schedule", str(schedule),
            "--concurrency", "1", "--loglevel", "INFO", "--hostname", f"up-{os.getpid()}@%h", *quiet,
        )  # fmt: skip

    def _wait_until_ready(self) -> None:
        said_after = 30.0
        while (problem := self._readyz()) is not None:
            self.supervisor.look()
            if MISSING_MIGRATIONS in problem:
                self._prepare_database(even_if_known=True)
            if time.monotonic() - self.began > said_after:
                said_after += 30
                self.say(f"  not ready yet: {problem}; logs: {self.logs}")
            self.supervisor.pause(0.05 if said_after == 30.0 else 1)
        self.is_ready = True
        several = f"  web    {len(self.webs)} processes behind nginx\n" if self.nginx else ""
        self.say(
            f"Ready after {time.monotonic() - self.began:.1f} s: {self.address}\n{several}"
            f"  model  {self.model.said}\n  data   {self.folder}\n  logs   {self.logs}/*.log\nCtrl-C stops everything."
        )

    def _readyz(self) -> str | None:
        """What /readyz misses, at each web process and at the address that people reach; None when all are content."""
        asked = dict.fromkeys([*self.webs.values(), (self.options.host, self.options.port)])
        return next((problem for host, port in asked if (problem := self._problem_at(host, port)) is not None), None)

    def _problem_at(self, host: str, port: int) -> str | None:
        headers = {"Host": urlsplit(self.address).netloc}
        answer = fetch(EVERYWHERE.get(host, host), port, "/readyz", timeout=5, headers=headers)
        if answer is None:
            return "the web process does not answer yet"
        if answer[0] == HTTPStatus.OK:
            return None
        try:
            return json.dumps(json.loads(answer[1])["checks"])
        except (ValueError, KeyError, TypeError):
            return f"/readyz answers {answer[0]}"

    # --- While it runs -----------------------------------------------------------------------------------------------

    def _died_early(self, name: str, code: int) -> bool:
        if self.is_ready:
            return False
        child = self.supervisor.watched[name].child
        what = "nginx" if name == "nginx" else "The web process"
        raise StackError(
            f"{what} ended {how_it_ended(code)} before it was ready. Its log, {child.log}, ends so:\n{child.last_lines()}"
        )

    def _worker_died(self, _: int) -> bool:
        take_back(self.values["REDIS_URL"])
        return False

    def _watch_model(self) -> None:
        if self.model.server is not None and not self.is_model_loaded:
            self.is_model_loaded = model_choice.is_loaded(self.model.server.port)

    def _model_died(self, code: int) -> bool:
        """A model that never loaded can't run here: from now on the scripted voice answers."""
        if self.is_model_loaded:
            return False
        self.say(
            f"The built-in model can't run here (it ended {how_it_ended(code)}; its log: {self.logs / 'model.log'})"
        )
        self.model = model_choice.scripted("a scripted voice, no model")
        for name in ("BUILTIN_LLM_BASE_URL", "BUILTIN_LLM_API_KEY"):
            self.values.pop(name, None)
        self.values.update(self.model.environment)
        environment.publish(self.folder, self.values)
        replacements = [(name, partial(self._web, name)) for name in self.webs] + [("worker", self._worker)]
        for name, make in replacements:
            if name in self.supervisor.watched:
                self.supervisor.replace(name, make())
        self.say(f"  model  {self.model.said}")
        return True


def read(path: Path) -> str | None:
    try:
        return path.read_text()
    except OSError:
        return None

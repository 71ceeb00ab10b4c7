"""Watches children: says when one died, starts it again with back-off, ends them in order.

Everything happens in the main thread, at points that wait. A signal only makes the next wait raise.
"""

import contextlib
import os
import select
import signal
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import FrameType

from companion.embedded.home import Say
from companion.embedded.process import Child, how_it_ended

FIRST_DELAY, LONGEST_DELAY = 1.0, 30.0
STEADY_AFTER = 60.0  # running this long, a child starts over with the shortest delay


class StopAsked(BaseException):
    """Ctrl-C, SIGTERM or SIGHUP; no Exception, so that no handler of failures takes it for one."""


@dataclass
class Watched:
    child: Child
    patience: float  # seconds it gets to end by itself
    # Called with the exit code when it died; True when that settled it and it shall not be started again.
    on_death: Callable[[int], bool] | None = None
    # Neighbours of the same name are ended at the same time.
    together: str = ""
    started: float = 0.0
    delay: float = FIRST_DELAY
    due: float | None = None  # when it is started again


class Supervisor:
    def __init__(self, say: Say) -> None:
        self.say = say
        self.watched: dict[str, Watched] = {}
        self.asked = 0  # how often we were asked to stop
        self._heard = 0
        self._wake, self._woken = socket.socketpair()
        self._wake.settimeout(0)
        self._woken.settimeout(0)

    def listen(self) -> None:
        """Take over the signals of this process."""
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup stays nohup
                signal.signal(number, self._on_stop)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)  # wakes a waiting pause

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.asked += 1

    def pause(self, seconds: float) -> None:
        """Wait until something happened, at most so long. Raises StopAsked once for each time we were asked to stop."""
        self._raise_if_asked()
        select.select([self._woken], [], [], seconds)
        with contextlib.suppress(BlockingIOError):
            self._woken.recv(1024)
        self._raise_if_asked()

    def _raise_if_asked(self) -> None:
        if self.asked > self._heard:
            self._heard += 1
            raise StopAsked

    def watch(
        self,
        child: Child,
        *,
        patience: float,
        on_death: Callable[[int], bool] | None = None,
        together: str = "",
    ) -> None:
        """Keep this child running from now on. Children are ended in the reverse of the order in which they were given here."""
        self.watched[child.name] = Watched(child, patience, on_death, together, started=time.monotonic())

    def look(self) -> None:
        """Notice what died; start again what is due."""
        now = time.monotonic()
        for name, entry in list(self.watched.items()):
            if self.watched.get(name) is not entry:
                continue  # replaced meanwhile, by what another one's death led to
            if entry.due is not None:
                if now >= entry.due:
                    self._start_again(entry)
            elif (code := entry.child.exit_code) is not None:
                self._lost(entry, code, now)
        self._reap_strangers()

    def _lost(self, entry: Watched, code: int, now: float) -> None:
        child = entry.child
        child.kill()  # what it may have left in its process group
        if entry.on_death is not None and entry.on_death(code):
            self.watched.pop(child.name, None)
            return
        if now - entry.started > STEADY_AFTER:
            entry.delay = FIRST_DELAY
        entry.due = now + entry.delay
        self.say(
            f"{child.name} ended {how_it_ended(code)}; starting it again in {entry.delay:.0f} s (its log: {child.log})"
        )
        entry.delay = min(entry.delay * 2, LONGEST_DELAY)

    def _start_again(self, entry: Watched) -> None:
        entry.due = None
        entry.started = time.monotonic()
        try:
            entry.child.start()
        except OSError as error:
            entry.due = entry.started + entry.delay
            self.say(f"{entry.child.name} can't be started: {error.strerror}; trying again in {entry.delay:.0f} s")
            entry.delay = min(entry.delay * 2, LONGEST_DELAY)
        else:
            self.say(f"{entry.child.name} runs again")

    def _reap_strangers(self) -> None:
        """As a container's first process we inherit orphans; take their exit codes so that none stays a zombie."""
        if os.getpid() != 1:
            return
        ours = {entry.child.process.pid for entry in self.watched.values() if entry.child.process}
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)) and ended.si_pid not in ours:
                os.waitpid(ended.si_pid, os.WNOHANG)

    def replace(self, name: str, child: Child) -> None:
        """End a watched child in order and watch another in its place."""
        entry = self.watched[name]
        entry.child.stop(entry.patience, pause=self.pause)
        child.start()
        self.watched[name] = replace(entry, child=child, started=time.monotonic(), delay=FIRST_DELAY, due=None)

    def stop_all(self) -> None:
        """End everything in order. Asked once more meanwhile, end it at once."""
        entries = list(reversed(self.watched.values()))
        try:
            for _, group in groupby(entries, key=lambda entry: entry.together or entry.child.name):
                self._stop(list(group))
        except StopAsked:
            self.say("ending at once")
            for entry in entries:
                entry.child.kill()
        self.watched.clear()

    def _stop(self, entries: Sequence[Watched]) -> None:
        """Ask all of them, then wait for each."""
        running = [entry for entry in entries if entry.child.is_running]
        for entry in running:
            self.say(f"stopping {entry.child.name}")
            entry.child.ask_to_stop()
        asked = time.monotonic()
        for entry in running:
            if not entry.child.end_within(asked + entry.patience - time.monotonic(), pause=self.pause):
                self.say(f"{entry.child.name} did not end within {entry.patience:.0f} s and was killed")
        for entry in entries:
            entry.child.forget()

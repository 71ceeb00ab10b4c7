"""Measure what people at once cost: everything is started, used by a crowd, measured and ended.

    python -m loadtest
    python -m loadtest --people 200 --think 1-3 --processes 1 --embeddings builtin

A stack of its own (``manage.py up`` and more web processes), a simulated model, Locust as the crowd; loopback only. Prints a
table, writes plots, a page and JSON into ``--output``. Ends with 0 when 99.8 of 100 replies succeeded at every step and every
character that was heard is the one that is stored.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from companion.embedded.process import StackError
from companion.simulated.house import running_house
from companion.simulated.running import running_upstream
from loadtest import report
from loadtest.figures import Figures, Pace, figures
from loadtest.measure import Meter
from loadtest.step import Plan, run

# The more there are, the longer each thinks: what a machine has to answer is much the same.
THINK = {50: (1.0, 3.0), 200: (3.0, 6.0), 500: (8.0, 14.0), 1000: (18.0, 28.0)}
LEAST_SUCCESS = 99.8
PING_SECONDS = 25.0  # as the protocol has it
PACE = Pace()


def climb(plans: list[Plan], *, processes: int, embeddings: str) -> list[Figures]:
    measured = []
    with (
        running_upstream(
            first_token_ms=PACE.first_token_ms, token_ms=PACE.token_ms, tokens=PACE.tokens, is_varied=True
        ) as model,
        running_house(
            model.base_url, say=say, webs=processes,
            EMBEDDINGS=embeddings, EMBEDDINGS_URL=model.base_url, EMBEDDINGS_MODEL="simulated",
        ) as house,
    ):  # fmt: skip
        meter = Meter(house, {"model": model.pid})
        for plan in plans:
            say(str(plan))
            measured.append(figures(run(plan, house, meter, say=say), PACE))
    return measured


def plan_for(people: int, think: str | None, seconds: float) -> Plan:
    if think is not None:
        least, longest = (float(part) for part in think.split("-"))
    else:
        nearest = min(THINK, key=lambda known: abs(known - people))
        least, longest = THINK[nearest]
    return Plan(people, least, longest, seconds, reply_seconds=PACE.total_ms / 1000)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="*", default=list(THINK))
    parser.add_argument("--idle", type=int, metavar="N", help="at last, so many who only have their page open")
    parser.add_argument("--think", metavar="LEAST-LONGEST", help="seconds between a reply and the next message")
    parser.add_argument("--processes", type=int, default=2, help="web processes")
    parser.add_argument("--embeddings", choices=("remote", "builtin", "none"), default="remote")
    parser.add_argument("--seconds", type=float, default=60, help="measured at each step")
    parser.add_argument("--output", type=Path, default=Path("var/load"))
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that everything is ended in order
    plans = [plan_for(people, options.think, options.seconds) for people in options.people]
    if options.idle:
        plans.append(Plan(options.idle, PING_SECONDS, PING_SECONDS, options.seconds, is_idle=True))
    said = f"{options.processes} web processes, embeddings {options.embeddings}, {options.seconds:g} s each"
    try:
        measured = climb(plans, processes=options.processes, embeddings=options.embeddings)
    except (StackError, AssertionError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    report.write(measured, said, options.output)
    say(f"\n{said}\n{report.table(measured)}\n\n{options.output / 'load.html'}")
    return 0 if all(one.is_exact and one.success_percent >= LEAST_SUCCESS for one in measured) else 1


if __name__ == "__main__":
    sys.exit(main())

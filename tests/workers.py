"""How a run is spread over workers (a pytest plugin, ``-p tests.workers``): how many, what stays together, what begins first.

``-n auto``, as script/test has it, asks here for the number. Each worker has services of its own (tests/services.py).
"""

import os
from argparse import Namespace
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

MOST_WORKERS = 4  # more wait for the longest file
FILES_EACH = 8  # with fewer, a second worker's services would be up when all is done

# Each shares processes that take long to start, so one worker has it whole; the longest first, and those of one site in turn.
TOGETHER = (
    "tests/browser/",
    "tests/stack/",
    "tests/live/",
    "tests/limits/",
    "tests/growing/",
    "tests/sentinel/",
    "tests/replica/",
    "tests/killing/",
)
# A transaction that is tested in earnest leaves empty tables, without what migrations wrote there: such files come last.
EMPTYING = (
    "tests/age/test_age.py",
    "tests/lagging/test_choosing.py",
    "tests/memory/test_learning_queue.py",
    "tests/personas/test_at_once.py",
    "tests/summaries/test_queue.py",
    "tests/support/test_counts.py",
)


def workers_for(options: Namespace) -> int:
    """How many a run with these options has; 0: this process alone."""
    if isinstance(options.numprocesses, int):
        return options.numprocesses
    picks_some = options.keyword or options.markexpr or getattr(options, "lf", False)
    is_shared = "COMPANION_TEST_DATABASE_URL" in os.environ or "COMPANION_TEST_REDIS_URL" in os.environ
    if options.numprocesses is None or picks_some or is_shared or options.usepdb or options.collectonly:
        return 0
    named = [Path(name.partition("::")[0]) for name in options.file_or_dir] or [Path("tests")]
    files = sum(len(list(path.rglob("test_*.py"))) if path.is_dir() else 1 for path in named)
    wanted = min(len(os.sched_getaffinity(0)), MOST_WORKERS, files // FILES_EACH)
    return wanted if wanted > 1 else 0


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    return workers_for(config.option)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        mark = item.get_closest_marker("django_db")
        if (mark and mark.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ()):
            name = item.nodeid.partition("::")[0]
            assert name in EMPTYING, f"{name} empties tables; name it in {__file__}"
    items.sort(key=lambda item: _turn(item.nodeid))


def _unit(nodeid: str) -> str:
    """What one worker runs in one go: a folder, or a file."""
    folder = next(filter(nodeid.startswith, TOGETHER), None)
    return folder or nodeid.partition("::")[0]


def _turn(nodeid: str) -> int:
    unit = _unit(nodeid)
    if unit in EMPTYING:
        return len(TOGETHER) + 1
    return TOGETHER.index(unit) if unit in TOGETHER else len(TOGETHER)


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    config.option.loadscopereorder = False  # not by the number of tests: the slowest are few
    return UnitByUnit(config, log)


class UnitByUnit(LoadScopeScheduling):
    """Hands out units in the order of the collection."""

    def _split_scope(self, nodeid: str) -> str:
        return _unit(nodeid)

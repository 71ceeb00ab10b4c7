"""Which Python the scripts make their virtual environment with; those offered here are of the test's own making."""

import shutil
import subprocess
import sys

import pytest

from companion.settings import BASE_DIR

# Answers the scripts' questions as a Python would; whatever else it is asked, the real one does.
FAKE = """#!/bin/sh
case "$*" in
    -V) echo "Python {version}" ;;
    *version_info*) exit {is_old} ;;
    *ensurepip*) exit {lacks_venv} ;;
    *process_time*) echo "{pace} $0" ;;
    *realpath*) echo "{really}" ;;
esac
"""

SYSTEM = "/usr/local/bin/python3 /usr/bin/python3"


@pytest.fixture
def choose(tmp_path):
    """A folder of Pythons, given as `name=options`, that stands before the PATH of the tools the script needs."""

    def choose(*, named="", **pythons):
        folder = tmp_path / "bin"
        folder.mkdir()
        for tool in ("sh", "sort", "sed", "grep", "basename"):
            (folder / tool).symlink_to(shutil.which(tool))
        for name, options in pythons.items():
            path = folder / name.replace("_", ".")
            path.write_text(
                FAKE.format(**{"version": "3.12.1", "is_old": 0, "lacks_venv": 0, "really": path} | options)
            )
            path.chmod(0o755)
        # What stands in the system's own folders is not of this test's making.
        script = (BASE_DIR / "script/prepare").read_text()
        assert SYSTEM in script
        prepare = tmp_path / "prepare"
        prepare.write_text(script.replace(SYSTEM, ""))
        done = subprocess.run(
            ["/bin/sh", "-c", f'set -eu; . "{prepare}"; find_python'],
            env={"PATH": str(folder), "PYTHON": named and str(folder / named)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip().removeprefix(f"{folder}/"), done.stderr

    return choose


def test_the_fastest_is_taken(choose):
    assert choose(python3={"pace": 9000}, python3_12={"pace": 6000}, python3_11={"pace": 7000}) == ("python3.12", "")


def test_the_first_of_the_path_stays_where_none_is_much_faster(choose):
    assert choose(python3={"pace": 6500}, python3_12={"pace": 6000}) == ("python3", "")


def test_the_same_one_under_two_names_is_tried_once(choose):
    same = {"really": "/the/same"}

    assert choose(python3={"pace": 9000} | same, python3_12={"pace": 1} | same) == ("python3", "")


def test_one_that_is_named_is_taken_however_slow(choose):
    assert choose(named="python3.11", python3={"pace": 1}, python3_11={"pace": 9000}) == ("python3.11", "")


def test_one_that_is_too_old_or_has_no_venv_is_passed_over(choose):
    chosen = choose(
        python3={"pace": 1, "is_old": 1}, python3_13={"pace": 2, "lacks_venv": 1}, python3_11={"pace": 9000}
    )

    assert chosen == ("python3.11", "")


@pytest.mark.parametrize(
    ("pythons", "told"),
    [
        ({}, "Python is missing. Install Python 3.11 or newer"),
        ({"python3": {"pace": 1, "is_old": 1, "version": "3.9.2"}}, "Python 3.9.2 is too old"),
        ({"python3": {"pace": 1, "lacks_venv": 1}}, "has no venv module. Install it"),
        ({"named": "python3.11"}, "which does not run"),
        ({"named": "python3.9", "python3_9": {"pace": 1, "is_old": 1, "version": "3.9.2"}}, "Python 3.9.2 is too old"),
    ],
    ids=["none", "too old", "without venv", "named and missing", "named and too old"],
)
def test_what_is_missing_is_told_with_what_to_do(choose, pythons, told):
    chosen, said = choose(**pythons)

    assert chosen == ""
    assert told in said


def test_real_ones_are_timed():
    done = subprocess.run(
        ["/bin/sh", "-c", f'. "{BASE_DIR}/script/prepare"; trials "{sys.executable}"'],
        capture_output=True,
        text=True,
        check=True,
    )
    times = [line.split(" ", 1) for line in done.stdout.splitlines()]

    assert len(times) == 6
    assert {path for _, path in times} == {sys.executable}
    assert all(0 < int(taken) < 10**7 for taken, _ in times)

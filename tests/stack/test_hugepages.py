import os
import re
from pathlib import Path

from companion.hugepages import HUGE, use_huge_pages

SETTING = Path("/sys/kernel/mm/transparent_hugepage/enabled")


def test_what_a_process_keeps_lies_in_huge_pages_where_the_system_has_them() -> None:
    kept = [str(number) for number in range(600_000)]

    moved = use_huge_pages()

    assert (moved > 0) is can_have_them()
    assert in_huge_pages() >= moved * HUGE
    assert kept == [str(number) for number in range(600_000)]


def can_have_them() -> bool:
    version = re.match(r"(\d+)\.(\d+)", os.uname().release)
    is_new = version is not None and (int(version[1]), int(version[2])) >= (6, 1)
    return is_new and SETTING.exists() and "[never]" not in SETTING.read_text()


def in_huge_pages() -> int:
    """Bytes of this process; 0 where the system doesn't tell."""
    told = Path("/proc/self/smaps_rollup")
    found = re.search(r"AnonHugePages: +(\d+) kB", told.read_text()) if told.exists() else None
    return int(found[1]) << 10 if found else 0

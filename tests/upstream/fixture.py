from __future__ import annotations

from collections.abc import Iterator

import pytest

from companion.simulated.running import RunningUpstream, running_upstream


@pytest.fixture(scope="session")
def upstream() -> Iterator[RunningUpstream]:
    with running_upstream() as running:
        yield running

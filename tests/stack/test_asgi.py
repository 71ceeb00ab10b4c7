"""How pages are served."""

from importlib import import_module

import asgiref.sync
import pytest
from channels.testing import HttpCommunicator


@pytest.fixture
def application():
    """As a web process has it. Not before the static files are collected, for which it looks at once."""
    return import_module("companion.asgi").application


async def test_a_page_goes_from_the_event_loop_to_its_thread_once_for_all_middleware(application, monkeypatch):
    handed_over = []
    call = asgiref.sync.SyncToAsync.__call__

    async def counted(self, *args, **kwargs):
        handed_over.append(self.func)
        return await call(self, *args, **kwargs)

    monkeypatch.setattr(asgiref.sync.SyncToAsync, "__call__", counted)
    asked = HttpCommunicator(application, "GET", "/healthz", headers=[(b"host", b"testserver")])

    assert (await asked.get_response())["status"] == 200
    await asked.wait()
    assert len(handed_over) <= 3  # what begins a request, the page, what ends it

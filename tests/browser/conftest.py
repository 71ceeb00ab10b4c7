"""A real Chromium, as people's."""

from pathlib import Path

import pytest
import pytest_asyncio

from tests.browser.chromium import running_chromium
from tests.browser.stage import Stage
from tests.browser.test_list import three
from tests.browser.test_moderation import desk


def pytest_collection_modifyitems(items):
    """One loop for all of them, because they share one Chromium."""
    for item in items:
        if item.path.parent == Path(__file__).parent and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="package"), append=False)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def chromium():
    async with running_chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="package")
async def browser(chromium):
    """Nobody's yet: what a test opened in it is closed behind it."""
    yield chromium
    for context in chromium.contexts:
        await context.close()


@pytest_asyncio.fixture(loop_scope="package")
async def tab(browser, web):
    """A page of somebody new. What it says on its console fails the test."""
    context = await browser.new_context(base_url=web.url, viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: line.type == "error" and problems.append(line.text))
    page.problems = problems
    yield page
    # A lost network and an answer that isn't 200 are said on the console by the browser itself.
    expected = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "responded with a status of 4")
    assert [one for one in problems if not any(said in one for said in expected)] == []


@pytest_asyncio.fixture(loop_scope="package")
async def stage(tab):
    """A conversation page whose socket the test plays."""
    return await Stage(tab).open()

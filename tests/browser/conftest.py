"""A real Chromium, as people's."""

import shutil

import pytest
from playwright.async_api import async_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


@pytest.fixture
async def browser():
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "The browser tests need Chromium; script/test installs it (on Debian: apt install chromium)."
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
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

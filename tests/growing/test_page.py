"""A real browser at nginx: HTTP/2 for pages, TLS for sockets, and the page talks."""

import shutil

from playwright.async_api import async_playwright, expect

from tests.browser.conftest import FLAGS
from tests.browser.test_talking import DONE, begin, say


async def test_the_page_talks_through_nginx(front, webs):
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "The browser tests need Chromium; script/test installs it (on Debian: apt install chromium)."
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = await browser.new_page(base_url=front.url, ignore_https_errors=True)  # it doesn't know the certificate
        sockets, problems = [], []
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.on("pageerror", lambda error: problems.append(str(error)))
        await begin(page)
        await say(page, "Tell me a story")
        await expect(page.locator(DONE)).to_be_visible(timeout=30_000)
        protocols = await page.evaluate(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
            ".map(one => one.nextHopProtocol)"
        )
        await browser.close()

    assert set(protocols) == {"h2"}
    assert all(url.startswith(front.url.replace("https", "wss")) for url in sockets)
    assert sockets
    assert problems == []

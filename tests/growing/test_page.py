"""A real browser at nginx: HTTP/2 for pages, TLS for sockets, and the page talks."""

from playwright.async_api import expect

from tests.browser.chromium import running_chromium
from tests.browser.test_talking import DONE, begin, say


async def test_the_page_talks_through_nginx(front, webs):
    async with running_chromium() as browser:
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

    assert set(protocols) == {"h2"}
    assert all(url.startswith(front.url.replace("https", "wss")) for url in sockets)
    assert sockets
    assert problems == []
